// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/aboutdialog.h"

#include "widgets/bibliography.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace WhiteBox {

namespace {

constexpr QSize kSize(640, 520);

struct Library
{
    const char *name;
    const char *licence;
    const char *purpose;
};

constexpr Library kLibraries[] = {
    {"Qt 6", "LGPL-3.0", QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "window, processes, files")},
    {"QCustomPlot 2", "GPL-3.0-or-later", QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "plots")},
    {"SQLite", QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "public domain"),
     QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "library of jobs")},
    {"HDF5", "BSD-3-Clause", QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "results and arrays")},
    {"Eigen 3", "MPL-2.0", QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "linear algebra")},
    {"gemmi", "MPL-2.0 / LGPL-3.0", QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "structures")},
    {"PEGTL", "BSL-1.0", QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "mmCIF, within gemmi")},
    {"msgpack-c", "BSL-1.0", QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "ccmpred's binary couplings")},
    {"zlib", "Zlib", QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "compressed files")},
    {"CLI11", "BSD-3-Clause", QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "whitebox-cli's arguments")},
    {"LibTorch", "BSD-3-Clause",
     QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "TorchScript networks; a plugin, loaded for them alone")},
    {"HMMER 3", "BSD-3-Clause",
     QT_TRANSLATE_NOOP("WhiteBox::AboutDialog",
                       "homolog search; the program jackhmmer, run beside this one")},
    {"Scientific colour maps 8", "MIT",
     QT_TRANSLATE_NOOP("WhiteBox::AboutDialog", "batlow, vik, berlin; F. Crameri")},
};

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About White Box"));
    resize(kSize);
    auto *tabs = new QTabWidget(this);
    addTab(tabs, tr("Program"), programHtml());
    addTab(tabs, tr("Libraries"), librariesHtml());
    addTab(tabs, tr("Citations"), citationsHtml());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("Copy as BibTeX"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyBibtex"));
    connect(copy, &QPushButton::clicked, this, [] { QApplication::clipboard()->setText(citationsBibtex()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
}

void AboutDialog::addTab(QTabWidget *tabs, const QString &title, const QString &html)
{
    auto *text = new QTextBrowser(tabs);
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenExternalLinks(true);
    text->document()->setDocumentMargin(14);
    text->setHtml(html);
    text->setAccessibleName(title);
    tabs->addTab(text, title);
}

QString AboutDialog::programHtml() const
{
    return tr("<h2>White Box %1</h2>"
              "<p>Which couplings moved a predicted residue distance, and whether to believe it.</p>"
              "<p>After the talk “White Box: Website Frontend &amp; Network visualization using Guided "
              "Backpropagation” (Das &amp; Dugar, TU München, 2018).</p>"
              "<p>Free software under the GNU General Public License, version 3 or later; there is no "
              "warranty. The network that comes with it is under the same licence; its model card tells what "
              "it was trained on.</p>"
              "<p>Running with Qt %2.</p>")
        .arg(QApplication::applicationVersion(), QString::fromLatin1(qVersion()));
}

QString AboutDialog::librariesHtml() const
{
    QString rows;
    for (const Library &library : kLibraries)
        rows += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td><td>%3</td></tr>")
                    .arg(QLatin1String(library.name), tr(library.licence), tr(library.purpose));
    return tr("<p>White Box is built on the work of others:</p>") +
           QStringLiteral("<table cellpadding='4'>%1</table>").arg(rows);
}

QString AboutDialog::citationsHtml() const
{
    QString text = tr("<p>If White Box helps your work, please cite the methods that it is built on, and "
                      "before you believe a picture, the test with random weights.</p>");
    for (const Citation &citation : parseCitations(citationsBibtex()))
        text += QStringLiteral("<p>%1</p>").arg(citation.html());
    return text;
}

} // namespace WhiteBox
