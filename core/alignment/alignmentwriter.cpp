// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alignment/alignmentwriter.h"

#include <QHash>

namespace WhiteBox {

namespace {

/// One word for each row, none empty.
std::vector<QByteArray> rowNames(const Alignment &alignment)
{
    std::vector<QByteArray> names;
    names.reserve(std::size_t(alignment.rows()));
    for (int n = 0; n < alignment.rows(); ++n) {
        QString name = alignment.names().empty() ? QString() : alignment.names()[std::size_t(n)].simplified();
        name.replace(QLatin1Char(' '), QLatin1Char('_'));
        // A name must not look like a comment, a header or the end of the alignment.
        while (name.startsWith(QLatin1Char('#')) || name.startsWith(QLatin1Char('>')) ||
               name.startsWith(QLatin1Char('/')))
            name.remove(0, 1);
        names.push_back(name.isEmpty() ? "row_" + QByteArray::number(n + 1) : name.toUtf8());
    }
    return names;
}

std::vector<QByteArray> distinctNames(const Alignment &alignment)
{
    std::vector<QByteArray> names = rowNames(alignment);
    QHash<QByteArray, int> seen;
    for (QByteArray &name : names) {
        const QByteArray plain = name;
        while (seen.contains(name))
            name = plain + "_" + QByteArray::number(++seen[plain]);
        seen.insert(name, 1);
    }
    return names;
}

} // namespace

QByteArray formatAln(const Alignment &alignment)
{
    QByteArray text;
    text.reserve(qsizetype(alignment.rows()) * (alignment.columns() + 1));
    for (int n = 0; n < alignment.rows(); ++n)
        text += QByteArray::fromStdString(alignment.letters(n)) + '\n';
    return text;
}

QByteArray formatStockholm(const Alignment &alignment)
{
    const std::vector<QByteArray> names = distinctNames(alignment);
    qsizetype width = 7; // of "#=GC RF"
    for (const QByteArray &name : names)
        width = std::max(width, name.size());
    QByteArray text = "# STOCKHOLM 1.0\n\n";
    for (int n = 0; n < alignment.rows(); ++n)
        text += names[std::size_t(n)].leftJustified(width + 1) +
                QByteArray::fromStdString(alignment.letters(n)) + '\n';
    text += QByteArray("#=GC RF").leftJustified(width + 1) + QByteArray(alignment.columns(), 'x') + "\n//\n";
    return text;
}

QByteArray formatA3m(const Alignment &alignment)
{
    const std::vector<QByteArray> names = rowNames(alignment);
    QByteArray text;
    for (int n = 0; n < alignment.rows(); ++n)
        text += ">" + names[std::size_t(n)] + '\n' + QByteArray::fromStdString(alignment.letters(n)) + '\n';
    return text;
}

} // namespace WhiteBox
