// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/sequenceblock.h"

#include <algorithm>

namespace WhiteBox {

namespace {

// A difference pays when it needs fewer rows of the table than the sequence itself, with some left for its
// own passes.
constexpr double kWorthwhile = 0.9;

class BlockBuilder
{
public:
    BlockBuilder(SequenceBlock &block, const std::uint8_t *states, std::size_t stride, int columns)
        : m_block(block)
        , m_states(states)
        , m_stride(stride)
        , m_columns(columns)
    {}

    void build()
    {
        chooseParents();
        for (int k = 0; k < m_columns; k += kTile)
            m_block.forward.push_back(forwardOf(k));
        for (int k = 0; k < m_columns; ++k)
            m_block.backward.push_back(backwardOf(k));
        for (int n = 0; n < m_block.rows; ++n)
            if (m_block.parents[std::size_t(n)] < 0)
                m_block.roots.order.push_back(std::uint16_t(n));
        std::fill(m_block.roots.starts + 1, std::end(m_block.roots.starts),
                  std::uint16_t(m_block.roots.order.size()));
    }

private:
    int state(int n, int k) const { return m_states[std::size_t(n) * m_stride + std::size_t(k)]; }
    int parent(int n) const { return m_block.parents[std::size_t(n)]; }

    void chooseParents()
    {
        const auto &kernels = pottsKernels(simdLevel());
        std::vector<std::uint16_t> equal(std::size_t(m_block.rows) + 1);
        for (int n = 0; n < m_block.rows; ++n) {
            kernels.countEqual(m_states + std::size_t(n) * m_stride, m_states, m_stride, n, equal.data());
            const auto best = std::max_element(equal.begin(), equal.begin() + n);
            const int different = n == 0 ? m_columns : int(m_stride) - *best;
            const bool pays = 2 * different < kWorthwhile * m_columns;
            m_block.parents.push_back(pays ? std::int16_t(best - equal.begin()) : std::int16_t(-1));
        }
    }

    SequenceBlock::Forward forwardOf(int first) const
    {
        SequenceBlock::Forward lists;
        const int last = std::min(first + kTile, m_columns);
        const auto rowOf = [&](int n, int k) { return std::uint16_t((k - first) * kStates + state(n, k)); };
        for (int n = 0; n < m_block.rows; ++n) {
            int count = 0;
            for (int k = first; k < last; ++k) {
                if (parent(n) < 0) {
                    lists.index.push_back(rowOf(n, k));
                    ++count;
                } else if (state(n, k) != state(parent(n), k)) {
                    lists.index.push_back(rowOf(n, k));
                    lists.index.push_back(rowOf(parent(n), k));
                    --count;
                }
            }
            lists.counts.push_back(std::int8_t(count));
        }
        return lists;
    }

    // Calls f(list, n) for every row n that stands in a list of column k: 2b for plus, 2b + 1 for minus.
    template <class F>
    void forEachTerm(int k, F &&f) const
    {
        for (int n = 0; n < m_block.rows; ++n) {
            const int b = state(n, k);
            const int before = parent(n) < 0 ? -1 : state(parent(n), k);
            if (b == before)
                continue;
            f(2 * b, n);
            if (before >= 0)
                f(2 * before + 1, n);
        }
    }

    SequenceBlock::Backward backwardOf(int k) const
    {
        SequenceBlock::Backward lists;
        forEachTerm(k, [&](int list, int) { ++lists.starts[list + 1]; });
        std::uint16_t next[2 * kStates];
        for (int list = 0; list < 2 * kStates; ++list) {
            next[list] = lists.starts[list];
            lists.starts[list + 1] = std::uint16_t(lists.starts[list + 1] + lists.starts[list]);
        }
        lists.order.resize(lists.starts[2 * kStates]);
        forEachTerm(k, [&](int list, int n) { lists.order[next[list]++] = std::uint16_t(n); });
        return lists;
    }

    SequenceBlock &m_block;
    const std::uint8_t *m_states;
    std::size_t m_stride;
    int m_columns;
};

} // namespace

SequenceBlock::SequenceBlock(std::span<const std::uint8_t> states, std::size_t stride, int columns,
                             int firstRow, int rowCount)
    : first(firstRow)
    , rows(rowCount)
{
    BlockBuilder(*this, states.data() + std::size_t(firstRow) * stride, stride, columns).build();
}

} // namespace WhiteBox
