// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/sequenceblock.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace WhiteBox {

namespace {

// A difference pays when it needs fewer rows of the table than the sequence itself, with some left for its
// own passes.
constexpr double kWorthwhile = 0.9;

static_assert(SequenceBlock::kRows * kSliceBytes <= 65536 && kTile * kStates * kSliceBytes <= 65536);

/// A row that is a sum of others.
struct Sum
{
    int row = 0;
    std::vector<std::uint16_t> plus;
    std::vector<std::uint16_t> minus;
};

std::uint16_t offsetOf(int row)
{
    return std::uint16_t(row * kSliceBytes);
}

// Sums without terms stand in no run.
SequenceBlock::Terms inRuns(std::vector<Sum> sums, int summands)
{
    const auto lengths = [](const Sum &sum) { return std::pair(sum.plus.size(), sum.minus.size()); };
    std::ranges::stable_sort(sums, std::greater(), lengths);
    SequenceBlock::Terms lists;
    lists.summands = summands;
    for (const Sum &sum : sums) {
        const auto [plus, minus] = lengths(sum);
        if (plus + minus == 0)
            continue;
        if (lists.runs.empty() || lists.runs.back().plus != plus || lists.runs.back().minus != minus)
            lists.runs.push_back({std::uint16_t(plus), std::uint16_t(minus), 0});
        ++lists.runs.back().rows;
        lists.rows.push_back(offsetOf(sum.row));
        lists.terms.insert(lists.terms.end(), sum.plus.begin(), sum.plus.end());
        lists.terms.insert(lists.terms.end(), sum.minus.begin(), sum.minus.end());
    }
    return lists;
}

class BlockBuilder
{
public:
    BlockBuilder(SequenceBlock &block, const std::uint8_t *states, std::size_t stride, int columns)
        : m_block(block)
        , m_states(states)
        , m_stride(stride)
        , m_columns(columns)
    {}

    void build(const StopToken &stop)
    {
        chooseParents(stop);
        for (int k = 0; k < m_columns; k += kTile) {
            if (stop.stop_requested())
                return;
            m_block.forward.push_back(forwardOf(k));
            m_block.backward.push_back(backwardOf(k));
        }
        Sum roots;
        for (int n = 0; n < m_block.rows; ++n)
            if (parent(n) < 0)
                roots.plus.push_back(offsetOf(n));
        m_block.roots = inRuns({roots}, m_block.rows);
    }

private:
    int state(int n, int k) const { return m_states[std::size_t(n) * m_stride + std::size_t(k)]; }
    int parent(int n) const { return m_block.parents[std::size_t(n)]; }
    int tableRows(int first) const { return (std::min(first + kTile, m_columns) - first) * kStates; }

    void chooseParents(const StopToken &stop)
    {
        const auto &kernels = pottsKernels(simdLevel());
        std::vector<std::uint16_t> equal(std::size_t(m_block.rows) + 1);
        for (int n = 0; n < m_block.rows && !stop.stop_requested(); ++n) {
            kernels.countEqual(m_states + std::size_t(n) * m_stride, m_states, m_stride, n, equal.data());
            const auto best = std::max_element(equal.begin(), equal.begin() + n);
            const int different = n == 0 ? m_columns : int(m_stride) - *best;
            const bool pays = 2 * different < kWorthwhile * m_columns;
            m_block.parents.push_back(pays ? std::int16_t(best - equal.begin()) : std::int16_t(-1));
        }
    }

    // Of row n and the source columns from first on: plus(row of the table) for each state that is added,
    // minus for each of the parent that is taken away.
    template <class Plus, class Minus>
    void forEachTerm(int n, int first, Plus &&plus, Minus &&minus) const
    {
        for (int k = first; k < std::min(first + kTile, m_columns); ++k) {
            if (parent(n) >= 0 && state(n, k) == state(parent(n), k))
                continue;
            plus((k - first) * kStates + state(n, k));
            if (parent(n) >= 0)
                minus((k - first) * kStates + state(parent(n), k));
        }
    }

    SequenceBlock::Terms forwardOf(int first) const
    {
        std::vector<Sum> sums(std::size_t(m_block.rows));
        for (int n = 0; n < m_block.rows; ++n) {
            Sum &sum = sums[std::size_t(n)];
            sum.row = n;
            forEachTerm(
                n, first, [&](int row) { sum.plus.push_back(offsetOf(row)); },
                [&](int row) { sum.minus.push_back(offsetOf(row)); });
        }
        return inRuns(std::move(sums), tableRows(first));
    }

    // What is added to a row and what is taken away from it make two sums: there are fewer different lengths
    // then.
    SequenceBlock::Terms backwardOf(int first) const
    {
        std::vector<Sum> sums(std::size_t(2 * tableRows(first)));
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i].row = int(i / 2);
        for (int n = 0; n < m_block.rows; ++n)
            forEachTerm(
                n, first, [&](int row) { sums[std::size_t(2 * row)].plus.push_back(offsetOf(n)); },
                [&](int row) { sums[std::size_t(2 * row + 1)].minus.push_back(offsetOf(n)); });
        return inRuns(std::move(sums), m_block.rows);
    }

    SequenceBlock &m_block;
    const std::uint8_t *m_states;
    std::size_t m_stride;
    int m_columns;
};

} // namespace

SequenceBlock::SequenceBlock(std::span<const std::uint8_t> states, std::size_t stride, int columns,
                             int firstRow, int rowCount, const StopToken &stop)
    : first(firstRow)
    , rows(rowCount)
{
    BlockBuilder(*this, states.data() + std::size_t(firstRow) * stride, stride, columns).build(stop);
}

std::vector<SequenceBlock> sequenceBlocks(std::span<const std::uint8_t> states, std::size_t stride,
                                          int columns, int rows, const StopToken &stop)
{
    const int count = (rows + SequenceBlock::kRows - 1) / SequenceBlock::kRows;
    std::vector<SequenceBlock> blocks;
    for (int b = 0; b < count && !stop.stop_requested(); ++b) {
        const int first = int(std::int64_t(rows) * b / count);
        const int last = int(std::int64_t(rows) * (b + 1) / count);
        const std::size_t before = blocks.empty() ? 0 : blocks.back().paddedFirst + blocks.back().padded();
        blocks.emplace_back(states, stride, columns, first, last - first, stop).paddedFirst = before;
    }
    return blocks;
}

} // namespace WhiteBox
