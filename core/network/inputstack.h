// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coevolution/couplingtensor.h"

#include <memory>
#include <span>
#include <vector>

namespace WhiteBox {

/// Smallest and largest value of a network's input.
struct InputRange
{
    float least = 0;
    float most = 0;

    bool contains(const InputRange &other) const { return other.least >= least && other.most <= most; }
};

/// What a network sees: 441 channels at each residue pair, channel 21·a + b of pair (i, j) being factor ·
/// w_ij(a, b). Immutable and cheap to copy. Backed by a coupling tensor, never expanded whole, or by dense
/// values (an array that a user brought, or a what-if input), which need not be symmetric.
class InputStack
{
public:
    InputStack() = default;
    /// scale: what the model card's normalisation makes of these couplings (1 for raw ones).
    explicit InputStack(std::shared_ptr<const CouplingTensor> couplings, float scale = 1.0F);
    /// factors: L×L, row-major, symmetric: what the normalisation multiplies the block of each pair with.
    InputStack(std::shared_ptr<const CouplingTensor> couplings, std::vector<float> factors);
    /// values: L×L×441, channels last.
    static InputStack fromDense(int length, std::vector<float> values);

    int length() const { return m_length; }
    /// The factor that all pairs share.
    float scale() const { return m_scale; }
    /// The factor of pair (i, j): input = factor · coupling; 1 for dense values.
    float factor(int i, int j) const
    {
        return m_factors ? (*m_factors)[std::size_t(i) * std::size_t(m_length) + std::size_t(j)] : m_scale;
    }
    /// The 441 values of pair (i, j).
    void gather(int i, int j, std::span<float, kBlock> out) const;
    /// Row i: L×441, channels last.
    void gatherRow(int i, std::span<float> out) const;
    float at(int i, int j, int a, int b) const;

private:
    int m_length = 0;
    float m_scale = 1.0F;
    std::shared_ptr<const std::vector<float>> m_factors; ///< null: all are m_scale
    std::shared_ptr<const CouplingTensor> m_couplings;
    std::shared_ptr<const std::vector<float>> m_dense;
};

/// Over a whole protein. O(L²·441).
InputRange rangeOf(const InputStack &input);

} // namespace WhiteBox
