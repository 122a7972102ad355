// SPDX-License-Identifier: GPL-3.0-or-later
// The way back from one output to the window of inputs that it sees. Layer by layer the window grows by the
// kernel's radius; hidden positions outside the protein carry no gradient, since they are zero whatever the
// input.
#pragma once

#include "core/attribution/adjointkernels.h"
#include "core/attribution/gates.h"
#include "core/attribution/gradientwindow.h"
#include "core/base/alignedvector.h"
#include "core/network/convnet.h"

#include <vector>

namespace WhiteBox {

/// A layer's weights in the order of the adjoint: [chunk][ky][kx][output][width], input channels cut into
/// equal chunks of width = 16·groups, the last one padded with zeros.
struct AdjointLayer
{
    int inputs = 0;
    int outputs = 0;
    int kernel = 1;
    int chunks = 0;
    int groups = 0;
    AlignedVector<float> weights;
    std::vector<float> bias;

    static AdjointLayer pack(const ConvLayer &layer);

    int width() const { return groups * kAdjointGroup; }
    const float *tap(int chunk, int tap) const
    {
        const std::size_t block = std::size_t(outputs) * std::size_t(width());
        return weights.data() +
               (std::size_t(chunk) * std::size_t(kernel * kernel) + std::size_t(tap)) * block;
    }
};

/// A square of pixels around a pair with the nonzero gradients of each.
struct SparseSquare
{
    int side = 1;
    std::vector<int> starts;           ///< side² + 1
    std::vector<AdjointEntry> entries; ///< starts.back() of them; what lies behind is left over

    std::span<const AdjointEntry> all() const { return std::span(entries).first(std::size_t(starts.back())); }
};

/// Scratch memory of a backward pass, to be used again.
struct BackwardScratch
{
    SparseSquare square;
    AlignedVector<float> sums; ///< [chunk][y][x][width]
};

/// What a backward pass starts from.
struct BackwardQuestion
{
    ResiduePair pair;
    int channel = 0;
    AttributionMethod method = AttributionMethod::Gradient;
    float sign = 1.0F; ///< −1 explains −y
};

/// Immutable after construction; any thread may ask, with a scratch of its own.
class BackwardPass
{
public:
    explicit BackwardPass(const ConvNet &network);

    int side() const { return m_side; }
    /// side×side tiles for each input channel, [channel][Δi][Δj], into values; positions outside the protein
    /// too, where the numbers mean nothing. gates: of the hidden layers, first to last; length: L.
    void run(const BackwardQuestion &question, int length, const std::vector<Gates> &gates,
             BackwardScratch &scratch, float *values) const;
    /// All but the last step: the gradients of the first layer's outputs, into scratch.square. An entry's
    /// weights are channel · rowWeights().
    void runHidden(const BackwardQuestion &question, int length, const std::vector<Gates> &gates,
                   BackwardScratch &scratch) const;
    int rowWeights() const { return m_layers.front().width(); }
    /// Σ over layers of gradient · bias: what the output would be at this gating with an input of zero
    /// (×sign).
    double biasPart(const BackwardQuestion &question, int length, const std::vector<Gates> &gates,
                    BackwardScratch &scratch) const;

private:
    void start(const BackwardQuestion &question, SparseSquare &square) const;
    void spread(const AdjointLayer &layer, BackwardScratch &scratch) const;
    void pass(const BackwardQuestion &question, std::size_t layer, int length, const Gates &gates,
              BackwardScratch &scratch) const;

    std::vector<AdjointLayer> m_layers;
    int m_side = 1;
    AdjointKernel m_adjoint;
    TransposeKernel m_transpose;
};

} // namespace WhiteBox
