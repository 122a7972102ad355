// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sequence/aminoacid.h"

#include <cstddef>
#include <span>
#include <vector>

namespace WhiteBox {

inline constexpr int kBlock = kStates * kStates; ///< 441 values of one residue pair

/// The couplings w_ij(a,b) of a Potts model, L×L×21×21 with w_ij(a,b) = w_ji(b,a) and w_ii = 0, and its
/// fields v_i(a). Stored are the pairs i < j only, 441 float32 each, pairs ordered (0,1), (0,2) … (1,2) …,
/// state at i outer.
class CouplingTensor
{
public:
    CouplingTensor() = default;
    /// All zero.
    explicit CouplingTensor(int length);

    /// The 21×21 values of a pair as seen from (i, j): (a, b) is the state at i, then at j.
    class Block
    {
    public:
        Block(const float *data, bool transposed)
            : m_data(data)
            , m_transposed(transposed)
        {}
        /// 0 on the diagonal of the matrix, where no couplings exist.
        float operator()(int a, int b) const
        {
            return m_data ? m_data[m_transposed ? b * kStates + a : a * kStates + b] : 0.0F;
        }

    private:
        const float *m_data;
        bool m_transposed;
    };

    int length() const { return m_length; }
    std::size_t pairCount() const { return std::size_t(m_length) * std::size_t(m_length - 1) / 2; }
    /// Index of the pair i < j among the stored ones.
    std::size_t pairIndex(int i, int j) const
    {
        const auto I = std::size_t(i);
        return I * (2 * std::size_t(m_length) - I - 1) / 2 + std::size_t(j - i - 1);
    }
    Block block(int i, int j) const
    {
        if (i == j)
            return {nullptr, false};
        const bool swapped = i > j;
        return {m_pairs.data() + kBlock * (swapped ? pairIndex(j, i) : pairIndex(i, j)), swapped};
    }
    float at(int i, int j, int a, int b) const { return block(i, j)(a, b); }
    /// The 441 stored values of the pair i < j, state at i outer.
    std::span<float, kBlock> stored(int i, int j)
    {
        return std::span<float, kBlock>(m_pairs.data() + kBlock * pairIndex(i, j), kBlock);
    }
    std::span<const float, kBlock> stored(int i, int j) const
    {
        return std::span<const float, kBlock>(m_pairs.data() + kBlock * pairIndex(i, j), kBlock);
    }
    /// Everything stored, pairCount()·441 values.
    std::span<const float> values() const { return m_pairs; }
    std::span<float> values() { return m_pairs; }
    /// Fields, L×21, the gap's always 0.
    std::span<const float> fields() const { return m_fields; }
    std::span<float> fields() { return m_fields; }

private:
    int m_length = 0;
    std::vector<float> m_pairs;
    std::vector<float> m_fields;
};

} // namespace WhiteBox
