// SPDX-License-Identifier: GPL-3.0-or-later
// Sequences in the form in which the kernels go through them. Rows that are like an earlier one of their
// block are evaluated as the difference to it, which is exact: 2·d rows of a table instead of L for d
// different columns.
#pragma once

#include "core/coevolution/tilelayout.h"

#include <cstdint>
#include <span>
#include <vector>

namespace WhiteBox {

/// Up to kRows sequences. "Parents" are rows of the same block, before their children.
struct SequenceBlock
{
    /// Logits of so many sequences and one tile stay in the L2 cache while the source columns go by.
    static constexpr int kRows = 512;

    int first = 0; ///< row of the alignment
    int rows = 0;
    std::vector<std::int16_t> parents; ///< [n], −1 where a row is evaluated in full

    /// By block of kTile source columns, what PottsKernels::addRows takes: table rows k·21 + state.
    struct Forward
    {
        std::vector<std::uint16_t> index;
        std::vector<std::int8_t> counts;
    };
    std::vector<Forward> forward;

    /// By source column, what PottsKernels::sumRows takes.
    struct Backward
    {
        std::vector<std::uint16_t> order;
        std::uint16_t starts[2 * kStates + 1] = {};
    };
    std::vector<Backward> backward;
    Backward roots; ///< all rows without a parent, as if they had state 0

    /// states: rows of stride bytes, a multiple of 64, of which the first columns count; the padding is equal
    /// in all.
    SequenceBlock(std::span<const std::uint8_t> states, std::size_t stride, int columns, int firstRow,
                  int rowCount);
};

} // namespace WhiteBox
