// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alignment/columnstatistics.h"

#include <array>
#include <cmath>

namespace WhiteBox {

namespace {

using Counts = std::array<int, kStates>;

ColumnStatistics statisticsOf(const Counts &counts, int rows)
{
    ColumnStatistics of;
    const int residues = rows - counts[kGap];
    if (residues <= 0)
        return of;
    double entropy = 0;
    for (std::size_t a = 0; a < counts.size(); ++a)
        if (a != kGap && counts[a] > 0) {
            const double p = double(counts[a]) / residues;
            entropy -= p * std::log(p);
        }
    of.coverage = float(residues) / float(rows);
    of.conservation = float(1 - entropy / std::log(double(kStates - 1)));
    return of;
}

} // namespace

std::vector<ColumnStatistics> columnStatistics(const Alignment &alignment)
{
    std::vector<Counts> counts(std::size_t(alignment.columns()), Counts{});
    for (int n = 0; n < alignment.rows(); ++n) {
        const auto row = alignment.row(n);
        for (std::size_t i = 0; i < counts.size(); ++i)
            ++counts[i][row[i]];
    }
    std::vector<ColumnStatistics> columns;
    for (const Counts &column : counts)
        columns.push_back(statisticsOf(column, alignment.rows()));
    return columns;
}

} // namespace WhiteBox
