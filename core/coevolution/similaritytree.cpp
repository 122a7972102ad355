// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/similaritytree.h"

#include "core/coevolution/pottskernels.h"

#include <algorithm>
#include <cstring>

namespace WhiteBox {

namespace {

/// Rows that are not in the tree yet, packed so that the kernel runs over them only.
class Outside
{
public:
    explicit Outside(const Alignment &alignment)
        : m_stride((std::size_t(alignment.columns()) + 63) / 64 * 64)
        , m_padding(int(m_stride) - alignment.columns())
        , m_bytes(std::size_t(alignment.rows()) * m_stride)
        , m_equal(std::size_t(alignment.rows()))
    {
        for (int n = 0; n < alignment.rows(); ++n) {
            std::ranges::copy(alignment.row(n), m_bytes.begin() + std::ptrdiff_t(std::size_t(n) * m_stride));
            m_rows.push_back(n);
            m_best.push_back(-1);
            m_parents.push_back(-1);
        }
    }

    bool isEmpty() const { return m_rows.empty(); }
    std::size_t nearest() const { return std::size_t(std::ranges::max_element(m_best) - m_best.begin()); }
    int row(std::size_t at) const { return m_rows[at]; }
    int parent(std::size_t at) const { return m_parents[at]; }
    /// Columns equal to those of the parent.
    int equalColumns(std::size_t at) const { return m_best[at]; }

    /// Moves a row into the tree.
    void take(std::size_t at)
    {
        const int taken = m_rows[at];
        const std::vector<std::uint8_t> bytes(&m_bytes[at * m_stride], &m_bytes[at * m_stride] + m_stride);
        const std::size_t last = m_rows.size() - 1;
        std::memmove(&m_bytes[at * m_stride], &m_bytes[last * m_stride], m_stride);
        for (auto *list : {&m_rows, &m_best, &m_parents}) {
            (*list)[at] = (*list)[last];
            list->pop_back();
        }
        pottsKernels(simdLevel())
            .countEqual(bytes.data(), m_bytes.data(), m_stride, int(last), m_equal.data());
        for (std::size_t n = 0; n < last; ++n)
            if (const int equal = m_equal[n] - m_padding; equal > m_best[n]) {
                m_best[n] = equal;
                m_parents[n] = taken;
            }
    }

private:
    std::size_t m_stride;
    int m_padding;
    std::vector<std::uint8_t> m_bytes;
    std::vector<std::uint16_t> m_equal;
    std::vector<int> m_rows;
    std::vector<int> m_best;
    std::vector<int> m_parents;
};

} // namespace

SimilarityTree similarityTree(const Alignment &alignment, const StopToken &stop)
{
    const auto N = std::size_t(alignment.rows());
    std::vector<std::vector<int>> children(N);
    std::vector<int> distances(N, alignment.columns());
    Outside outside(alignment);
    for (std::size_t at = 0; !outside.isEmpty() && !stop.stop_requested();
         at = outside.isEmpty() ? 0 : outside.nearest()) {
        const int row = outside.row(at);
        if (const int parent = outside.parent(at); parent >= 0) {
            children[std::size_t(parent)].push_back(row);
            distances[std::size_t(row)] = alignment.columns() - outside.equalColumns(at);
        }
        outside.take(at);
    }
    SimilarityTree tree;
    std::vector<std::pair<int, int>> open{{0, -1}};
    while (!open.empty() && N > 0) {
        const auto [row, parent] = open.back();
        open.pop_back();
        const int position = int(tree.order.size());
        tree.order.push_back(row);
        tree.parents.push_back(parent);
        tree.distances.push_back(distances[std::size_t(row)]);
        for (const int child : children[std::size_t(row)])
            open.emplace_back(child, position);
    }
    return tree;
}

} // namespace WhiteBox
