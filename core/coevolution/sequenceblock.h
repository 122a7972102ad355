// SPDX-License-Identifier: GPL-3.0-or-later
// Sequences in the form in which the kernels go through them. Rows that are like an earlier one of their
// block are evaluated as the difference to it, which is exact: 2·d rows of a table instead of L for d
// different columns.
#pragma once

#include "core/base/stoptoken.h"
#include "core/coevolution/tilelayout.h"

#include <cstdint>
#include <span>
#include <vector>

namespace WhiteBox {

/// Up to kRows sequences. "Parents" are rows of the same block, before their children.
struct SequenceBlock
{
    /// A slice of so many rows, 63 KiB, stays in the L2 cache, and its offsets within 16 bits.
    static constexpr int kRows = 1008;

    int first = 0; ///< row of the alignment
    int rows = 0;
    std::size_t paddedFirst = 0;       ///< padded rows of the blocks before
    std::vector<std::int16_t> parents; ///< [n], −1 where a row is evaluated in full

    struct Terms
    {
        std::vector<std::uint16_t> rows;
        std::vector<std::uint16_t> terms;
        std::vector<TermRun> runs;
        int summands = 0;

        RowTerms view() const { return {rows.data(), terms.data(), runs.data(), int(runs.size()), summands}; }
    };
    /// By block of kTile source columns: logits as sums of the rows (k, state) of their table.
    std::vector<Terms> forward;
    /// By block of kTile source columns: those rows' gradients as sums of residuals.
    std::vector<Terms> backward;
    Terms roots; ///< one sum: the rows without a parent

    /// Rows that its slices are apart. An odd number: the slices of one sequence are then spread over all
    /// sets of the L1 cache.
    std::size_t padded() const { return std::size_t(rows | 1); }
    /// Floats from slice to slice.
    std::size_t sliceStep() const { return padded() * kSlice; }

    /// states: rows of stride bytes, a multiple of 64, of which the first columns count; the padding is equal
    /// in all. When stopped, the lists are not complete.
    SequenceBlock(std::span<const std::uint8_t> states, std::size_t stride, int columns, int firstRow,
                  int rowCount, const StopToken &stop = {});
};

/// All rows in blocks of about the same size.
std::vector<SequenceBlock> sequenceBlocks(std::span<const std::uint8_t> states, std::size_t stride,
                                          int columns, int rows, const StopToken &stop);

} // namespace WhiteBox
