// SPDX-License-Identifier: GPL-3.0-or-later
// ccmpred's .aln: one aligned sequence a line, no names. ccmpred itself takes ragged lines silently; here
// they are refused.
#include "core/alignment/rawalignment.h"
#include "core/sequence/inputfile.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace WhiteBox {

namespace {

struct AlignmentReader
{
    Q_DECLARE_TR_FUNCTIONS(AlignmentReader)
};

} // namespace

Result<RawAlignment> readAln(const QByteArray &text, const QString &name)
{
    RawAlignment raw;
    std::optional<Error> error;
    forEachLine(text, [&](qint64 number, QByteArrayView line) {
        const QByteArrayView row = line.trimmed();
        if (row.isEmpty() || row.startsWith('#'))
            return true;
        if (const qsizetype bad = firstForeignSymbol(row); bad >= 0)
            error = foreignSymbol(name, number, row, bad);
        else if (!raw.rows.empty() && raw.rows[0].size() != std::size_t(row.size()))
            error = raggedRow(name, number, raw.rows[0].size(), std::size_t(row.size()));
        if (error)
            return false;
        raw.rows.emplace_back(row.data(), std::size_t(row.size()));
        normaliseRow(raw.rows.back());
        raw.lines.push_back(number);
        return true;
    });
    if (error)
        return *error;
    const auto hasGap = [](const std::string &row) { return row.find('-') != std::string::npos; };
    if (raw.rows.size() > 1 && std::none_of(raw.rows.begin(), raw.rows.end(), hasGap))
        raw.notices << AlignmentReader::tr("%1 lines of one length without gaps were taken as an alignment.")
                           .arg(raw.rows.size());
    return raw;
}

} // namespace WhiteBox
