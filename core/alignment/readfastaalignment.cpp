// SPDX-License-Identifier: GPL-3.0-or-later
// Aligned FASTA, and A2M/A3M as of the HH-suite: lower case and '.' are insertions relative to the match
// columns, and A3M leaves the '.' out.
#include "core/alignment/rawalignment.h"
#include "core/sequence/inputfile.h"

#include <QCoreApplication>

#include <optional>

namespace WhiteBox {

namespace {

struct AlignmentReader
{
    Q_DECLARE_TR_FUNCTIONS(AlignmentReader)
};

/// Records that annotate the query instead of being aligned to it.
bool isAnnotation(const QString &name)
{
    for (const auto &prefix : {QLatin1String("ss_"), QLatin1String("sa_"), QLatin1String("aa_")})
        if (name.startsWith(prefix))
            return true;
    return name.endsWith(QLatin1String("_consensus")) || name == QLatin1String("Consensus");
}

QString firstWord(QByteArrayView header)
{
    const QByteArrayView trimmed = header.trimmed();
    qsizetype end = 0;
    while (end < trimmed.size() && trimmed[end] != ' ' && trimmed[end] != '\t' && trimmed[end] != '\x01')
        ++end;
    return QString::fromUtf8(trimmed.first(end));
}

void stripInsertions(std::string &row)
{
    std::erase_if(row, [](char c) { return c == '.' || (c >= 'a' && c <= 'z'); });
}

} // namespace

Result<RawAlignment> readFastaRecords(const QByteArray &text, const QString &name)
{
    RawAlignment raw;
    std::optional<Error> error;
    bool skipping = false;
    forEachLine(text, [&](qint64 number, QByteArrayView line) {
        const QByteArrayView row = line.trimmed();
        if (row.isEmpty() || row.startsWith('#') || row.startsWith(';'))
            return true;
        if (row.startsWith('>')) {
            const QString title = firstWord(row.sliced(1));
            skipping = isAnnotation(title);
            if (skipping)
                return true;
            raw.names.push_back(title.isEmpty() ? QStringLiteral("row_%1").arg(raw.rows.size() + 1) : title);
            raw.rows.emplace_back();
            raw.lines.push_back(number);
            return true;
        }
        if (skipping)
            return true;
        if (raw.rows.empty())
            error = Error::parse(name, number, AlignmentReader::tr("residues before the first “>” line"),
                                 AlignmentReader::tr("Put a line with “>” and a name before each row."));
        else if (const qsizetype bad = firstForeignSymbol(row); bad >= 0)
            error = foreignSymbol(name, number, row, bad);
        if (error)
            return false;
        raw.rows.back().append(row.data(), std::size_t(row.size()));
        return true;
    });
    if (error)
        return *error;
    return raw;
}

Result<RawAlignment> readFastaAlignment(const QByteArray &text, const QString &name)
{
    Result<RawAlignment> raw = readFastaRecords(text, name);
    if (!raw.isOk())
        return raw;
    if (const Result<void> equal = checkRowLengths(raw.value(), name); !equal.isOk())
        return equal.error();
    for (std::string &row : raw.value().rows)
        normaliseRow(row);
    return raw;
}

Result<RawAlignment> readA3m(const QByteArray &text, const QString &name)
{
    Result<RawAlignment> raw = readFastaRecords(text, name);
    if (!raw.isOk())
        return raw;
    for (std::string &row : raw.value().rows)
        stripInsertions(row);
    if (const Result<void> equal = checkRowLengths(raw.value(), name); !equal.isOk())
        return equal.error();
    for (std::string &row : raw.value().rows)
        normaliseRow(row);
    return raw;
}

} // namespace WhiteBox
