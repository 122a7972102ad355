// SPDX-License-Identifier: GPL-3.0-or-later
// What the format readers share: the rows of a file as they stand there, before columns are chosen.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace WhiteBox {

/// Rows in file order. Letters and gap signs as found; after a reader has finished, all rows have one length,
/// letters are upper case and the only gap sign is '-'.
struct RawAlignment
{
    std::vector<QString> names; ///< empty or one a row
    std::vector<std::string> rows;
    std::vector<qint64> lines; ///< 1-based line where each row begins
    QStringList notices;
};

/// The rows of one format. name stands in messages. Fails: Parse with line, expected and found length.
Result<RawAlignment> readStockholm(const QByteArray &text, const QString &name);
Result<RawAlignment> readFastaAlignment(const QByteArray &text, const QString &name);
Result<RawAlignment> readA3m(const QByteArray &text, const QString &name);
Result<RawAlignment> readAln(const QByteArray &text, const QString &name);

/// Records of '>' files as they stand: names, rows with lower case and gap signs; blanks dropped. A leading
/// '#' line, secondary structure (ss_…, sa_…) and consensus records are skipped.
Result<RawAlignment> readFastaRecords(const QByteArray &text, const QString &name);

constexpr bool isGapSign(char c)
{
    return c == '-' || c == '.' || c == '~' || c == '_';
}

/// Letters of any case, gap signs, and what ccmpred turns into a gap ('*', digits).
constexpr bool isAlignmentSymbol(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || isGapSign(c) || c == '*' ||
           (c >= '0' && c <= '9');
}

/// Index of the first byte that stands in no alignment row, or −1.
qsizetype firstForeignSymbol(QByteArrayView row);
Error foreignSymbol(const QString &name, qint64 line, QByteArrayView row, qsizetype index);
/// `expected 212 columns, found 209`
Error raggedRow(const QString &name, qint64 line, std::size_t expected, std::size_t found);
/// Refuses rows of unequal length.
Result<void> checkRowLengths(const RawAlignment &raw, const QString &name);
/// Upper case, '-' the only gap sign.
void normaliseRow(std::string &row);

} // namespace WhiteBox
