// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bibliography.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

namespace WhiteBox {

namespace {

/// What each source is cited for, as it stands in its note: lupdate reads no BibTeX.
[[maybe_unused]] constexpr const char *kNotes[] = {
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "The talk that White Box follows"),
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "Homolog search"),
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "Couplings by pseudolikelihood"),
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "The couplings' objective and stopping rule"),
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "Average product correction of the coupling score"),
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "Plain gradient"),
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "Backward deconvnet"),
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "Guided backpropagation"),
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "Integrated gradients; completeness"),
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "Gradients averaged over noise"),
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "The test with random weights"),
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "Structures"),
    QT_TRANSLATE_NOOP("WhiteBox::Bibliography", "Colour maps")};

} // namespace

QString Citation::html() const
{
    const auto field = [this](const char *name) {
        QString text = fields.value(QLatin1String(name));
        for (const char *markup : {"{", "}", "\\"})
            text.remove(QLatin1String(markup));
        return text.replace(QStringLiteral("--"), QStringLiteral("–")).toHtmlEscaped();
    };
    QString where;
    for (const char *name : {"journal", "booktitle", "howpublished"})
        if (where.isEmpty())
            where = field(name);
    QString text =
        QStringLiteral("%1 (%2): <i>%3</i>. %4.").arg(field("author"), field("year"), field("title"), where);
    const QString doi = field("doi");
    const QString url = doi.isEmpty() ? field("url") : QStringLiteral("https://doi.org/") + doi;
    if (!url.isEmpty())
        text += QStringLiteral(" <a href=\"%1\">%2</a>").arg(url, doi.isEmpty() ? url : doi);
    const QString note =
        QCoreApplication::translate("WhiteBox::Bibliography",
                                    fields.value(QStringLiteral("note")).toUtf8().constData())
            .toHtmlEscaped();
    return note.isEmpty() ? text : QStringLiteral("<b>%1.</b> %2").arg(note, text);
}

QList<Citation> parseCitations(const QString &bibtex)
{
    static const QRegularExpression entry(QStringLiteral("^@\\w+\\{([\\w-]+),$"));
    static const QRegularExpression field(QStringLiteral("^\\s+(\\w+)\\s*=\\s*\\{(.*)\\},?$"));
    QList<Citation> citations;
    for (const QString &line : bibtex.split(QLatin1Char('\n'))) {
        if (const auto begin = entry.match(line); begin.hasMatch())
            citations << Citation{begin.captured(1), {}};
        else if (const auto found = field.match(line); found.hasMatch() && !citations.isEmpty())
            citations.last().fields.insert(found.captured(1).toLower(), found.captured(2));
    }
    return citations;
}

QString citationsBibtex()
{
    QFile file(QStringLiteral(":/about/citations.bib"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace WhiteBox
