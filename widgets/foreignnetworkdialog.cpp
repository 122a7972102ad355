// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/foreignnetworkdialog.h"

#include "widgets/breakabletext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QFutureWatcher>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <memory>

namespace WhiteBox {

ForeignNetworkDialog::ForeignNetworkDialog(const QString &path, QWidget *parent)
    : QDialog(parent)
    , m_path(path)
    , m_text(new QLabel(this))
    , m_error(new QLabel(this))
    , m_questions(new QWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Open network"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setText(warning());
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setObjectName(QStringLiteral("error"));
    m_error->hide();
    m_trust = m_buttons->addButton(tr("&Trust and open"), QDialogButtonBox::ActionRole);
    m_trust->setObjectName(QStringLiteral("trust"));
    m_buttons->button(QDialogButtonBox::Ok)->hide(); // until it was tried
    makeForm(new QFormLayout(m_questions));
    m_questions->hide();
    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget : {static_cast<QWidget *>(m_text), m_questions, static_cast<QWidget *>(m_error),
                            static_cast<QWidget *>(m_buttons)})
        layout->addWidget(widget);
    connect(m_trust, &QPushButton::clicked, this, &ForeignNetworkDialog::trust);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ForeignNetworkDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ForeignNetworkDialog::reject);
}

ForeignNetworkDialog::~ForeignNetworkDialog() = default;

QString ForeignNetworkDialog::warning() const
{
    return tr("%1 is a program. It can read and write files as you can. Open it only if you know who made "
              "it.")
        .arg(QFileInfo(m_path).fileName());
}

void ForeignNetworkDialog::makeForm(QFormLayout *form)
{
    form->setContentsMargins(0, 0, 0, 0);
    m_channels = new QLineEdit(m_questions);
    m_channels->setObjectName(QStringLiteral("channels"));
    m_channels->setToolTip(
        tr("The talk's four are %1").arg(standardChannelNames().join(QStringLiteral(", "))));
    m_unit = new QComboBox(m_questions);
    m_unit->setObjectName(QStringLiteral("unit"));
    m_unit->addItem(tr("Å"), 1.0);
    m_unit->addItem(tr("nm"), 10.0);
    m_bins = new QLineEdit(m_questions);
    m_bins->setObjectName(QStringLiteral("bins"));
    m_bins->setPlaceholderText(tr("none: the outputs are distances"));
    m_bins->setToolTip(tr("Centres in Å, numbers and FIRST:STEP:COUNT, such as 22,2.25:0.5:36"));
    m_values = new QComboBox(m_questions);
    m_values->addItem(tr("logits"), true);
    m_values->addItem(tr("probabilities"), false);
    m_normalisation = new QComboBox(m_questions);
    for (const auto normalisation :
         {Normalisation::None, Normalisation::UnitRms, Normalisation::AboveBackground})
        m_normalisation->addItem(nameOf(normalisation), int(normalisation));
    form->addRow(tr("&Names of the distances"), m_channels);
    form->addRow(tr("&Unit"), m_unit);
    form->addRow(tr("&Bins of a distogram"), m_bins);
    form->addRow(tr("Bins &hold"), m_values);
    form->addRow(tr("N&ormalisation of the couplings"), m_normalisation);
}

void ForeignNetworkDialog::trust()
{
    m_error->hide();
    m_trust->setEnabled(false);
    m_text->setText(tr("Trying the network…"));
    auto *watcher = new QFutureWatcher<std::shared_ptr<const Result<ScriptFile>>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        take(*watcher->result());
    });
    // Its distances as they are: their meaning is asked now.
    watcher->setFuture(QtConcurrent::run([path = m_path] {
        return std::make_shared<const Result<ScriptFile>>(
            openScript(path, TrustNetwork::Now, OutputMeaning()));
    }));
}

void ForeignNetworkDialog::take(const Result<ScriptFile> &file)
{
    if (file.isOk()) {
        m_file = file.value();
        m_trust->hide();
        m_buttons->button(QDialogButtonBox::Ok)->show();
        describe(*m_file);
    } else {
        m_text->setText(warning());
        m_trust->setEnabled(true);
        showError(file.error());
    }
    Q_EMIT tried();
}

void ForeignNetworkDialog::describe(const ScriptFile &file)
{
    const TorchScript &script = file.script;
    const int field = script.network->receptiveField();
    QStringList lines{tr("It takes (441, L, L) and gives %1 outputs; a pair sees %2.")
                          .arg(script.outputs)
                          .arg(field > 0 ? QStringLiteral("%1×%1").arg(field) : tr("the whole protein")),
                      script.obstacle.isEmpty()
                          ? tr("It runs in the built-in engine.")
                          : tr("It runs in LibTorch, since it has: %1.").arg(script.obstacle)};
    if (script.rectifiers == 0)
        lines << tr("No ReLU was found: guided backpropagation and deconvnet are the plain gradient here.");
    if (!script.nonlinearities.isEmpty())
        lines << tr("These keep their own gradient in every method: %1.")
                     .arg(script.nonlinearities.join(QStringLiteral(", ")));
    if (file.card)
        lines << tr("Its card lies beside it and says what goes in and what comes out.");
    m_text->setText(lines.join(u'\n'));
    m_questions->setVisible(!file.card);
    QStringList names;
    for (int c = 0; c < script.outputs; ++c)
        names << QStringLiteral("output%1").arg(c);
    const QStringList standard = standardChannelNames();
    m_channels->setText((names.size() == standard.size() ? standard : names).join(QStringLiteral(", ")));
    growToFit();
}

void ForeignNetworkDialog::showError(const Error &error)
{
    m_error->setText(breakable(error.text()));
    m_error->show();
    growToFit();
}

void ForeignNetworkDialog::growToFit()
{
    // Words wrap: what is needed is known for a width alone, which no layout asks a window for.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

Result<OutputMeaning> ForeignNetworkDialog::meaning() const
{
    OutputMeaning meaning;
    meaning.angstromPerUnit = float(m_unit->currentData().toDouble());
    meaning.logits = m_values->currentData().toBool();
    if (m_bins->text().trimmed().isEmpty())
        return meaning;
    auto centres = parseBins(m_bins->text());
    if (!centres.isOk())
        return std::move(centres).error();
    meaning.binCentres = std::move(centres).value();
    return meaning;
}

QStringList ForeignNetworkDialog::channels() const
{
    QStringList names;
    for (const QString &name : m_channels->text().split(u','))
        names << name.trimmed();
    return names;
}

void ForeignNetworkDialog::accept()
{
    if (m_file && m_file->card) { // nothing was asked
        QDialog::accept();
        return;
    }
    m_error->hide();
    const auto found = meaning();
    if (!m_file || !found.isOk()) {
        if (!found.isOk())
            showError(found.error());
        return;
    }
    const auto card =
        cardFor(*m_file, channels(), found.value(), Normalisation(m_normalisation->currentData().toInt()));
    const auto saved =
        card.isOk() ? card.value().save(ModelCard::pathFor(m_path)) : Result<void>(card.error());
    if (saved.isOk())
        QDialog::accept();
    else
        showError(saved.error());
}

} // namespace WhiteBox
