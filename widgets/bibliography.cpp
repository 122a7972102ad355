// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bibliography.h"

#include <QFile>
#include <QRegularExpression>

namespace WhiteBox {

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
    const QString note = field("note");
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
