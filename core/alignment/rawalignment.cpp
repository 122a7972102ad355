// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alignment/rawalignment.h"

#include <QCoreApplication>

namespace WhiteBox {

namespace {

struct AlignmentReader
{
    Q_DECLARE_TR_FUNCTIONS(AlignmentReader)
};

} // namespace

qsizetype firstForeignSymbol(QByteArrayView row)
{
    for (qsizetype k = 0; k < row.size(); ++k)
        if (!isAlignmentSymbol(row[k]))
            return k;
    return -1;
}

Error foreignSymbol(const QString &name, qint64 line, QByteArrayView row, qsizetype index)
{
    const QString rest =
        QString::fromUtf8(row.sliced(index).first(std::min<qsizetype>(4, row.size() - index)));
    const QString symbol = !rest.isEmpty() && rest[0].isPrint()
                               ? rest.left(1)
                               : QStringLiteral("0x%1").arg(uint(uchar(row[index])), 2, 16, QLatin1Char('0'));
    return Error::parse(
        name, line,
        AlignmentReader::tr("“%1” in column %2 belongs in no alignment").arg(symbol).arg(index + 1),
        AlignmentReader::tr("Rows hold one-letter residues and gaps only."));
}

Error raggedRow(const QString &name, qint64 line, std::size_t expected, std::size_t found)
{
    return Error::parse(
        name, line, AlignmentReader::tr("expected %1 columns, found %2").arg(expected).arg(found),
        AlignmentReader::tr("All rows of an alignment have one length: align the sequences first."));
}

Result<void> checkRowLengths(const RawAlignment &raw, const QString &name)
{
    for (std::size_t n = 1; n < raw.rows.size(); ++n)
        if (raw.rows[n].size() != raw.rows[0].size())
            return raggedRow(name, raw.lines[n], raw.rows[0].size(), raw.rows[n].size());
    return {};
}

void normaliseRow(std::string &row)
{
    for (char &c : row) {
        if (isGapSign(c))
            c = '-';
        else if (c >= 'a' && c <= 'z')
            c = char(c - 'a' + 'A');
    }
}

} // namespace WhiteBox
