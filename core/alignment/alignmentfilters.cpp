// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alignment/alignmentfilters.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_set>

namespace WhiteBox {

namespace {

Alignment rowsOf(const Alignment &alignment, const std::vector<int> &rows)
{
    std::vector<std::uint8_t> states;
    states.reserve(rows.size() * std::size_t(alignment.columns()));
    std::vector<QString> names;
    for (const int n : rows) {
        const auto row = alignment.row(n);
        states.insert(states.end(), row.begin(), row.end());
        if (!alignment.names().empty())
            names.push_back(alignment.names()[std::size_t(n)]);
    }
    return Alignment(alignment.columns(), std::move(states), std::move(names));
}

/// splitmix64 (Steele, Lea & Flood 2014): the same numbers on every machine, unlike the standard
/// distributions.
std::uint64_t nextRandom(std::uint64_t &state)
{
    state += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

} // namespace

Alignment withColumns(const Alignment &alignment, ResidueRange range)
{
    std::vector<std::uint8_t> states;
    std::vector<QString> names;
    for (int n = 0; n < alignment.rows(); ++n) {
        const auto part = alignment.row(n).subspan(std::size_t(range.first), std::size_t(range.length()));
        if (n > 0 && std::ranges::all_of(part, [](std::uint8_t state) { return state == kGap; }))
            continue;
        states.insert(states.end(), part.begin(), part.end());
        if (!alignment.names().empty())
            names.push_back(alignment.names()[std::size_t(n)]);
    }
    return Alignment(range.length(), std::move(states), std::move(names));
}

Alignment withoutDuplicates(const Alignment &alignment)
{
    std::unordered_set<std::string_view> seen;
    std::vector<int> kept;
    for (int n = 0; n < alignment.rows(); ++n) {
        const auto row = alignment.row(n);
        if (seen.emplace(reinterpret_cast<const char *>(row.data()), row.size()).second)
            kept.push_back(n);
    }
    return rowsOf(alignment, kept);
}

Alignment withCoverage(const Alignment &alignment, double minimum)
{
    std::vector<int> kept;
    for (int n = 0; n < alignment.rows(); ++n) {
        const auto row = alignment.row(n);
        const auto residues = alignment.columns() - std::count(row.begin(), row.end(), kGap);
        if (n == 0 || double(residues) >= minimum * double(alignment.columns()))
            kept.push_back(n);
    }
    return rowsOf(alignment, kept);
}

Alignment withDepth(const Alignment &alignment, int depth, std::uint64_t seed)
{
    depth = std::max(depth, 1);
    if (alignment.rows() <= depth)
        return alignment;
    std::vector<int> rows(static_cast<std::size_t>(alignment.rows()));
    std::iota(rows.begin(), rows.end(), 0);
    for (std::size_t k = 1; k < std::size_t(depth); ++k)
        std::swap(rows[k], rows[k + nextRandom(seed) % (rows.size() - k)]);
    rows.resize(std::size_t(depth));
    std::sort(rows.begin(), rows.end());
    return rowsOf(alignment, rows);
}

} // namespace WhiteBox
