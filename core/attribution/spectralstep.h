// SPDX-License-Identifier: GPL-3.0-or-later
// The last step back, to the network's input, for many pairs at once: a convolution of gradients on a small
// square with the first layer's kernels is a product in the frequency domain. With side = s + k − 1 points
// the transform needs no padding; at each frequency all pairs and channels meet in one matrix product, and
// the weights are read once for all pairs.
#pragma once

#include "core/attribution/backwardpass.h"
#include "core/attribution/spectralkernels.h"
#include "core/base/alignedvector.h"
#include "core/network/convkernels.h"
#include "core/network/convnet.h"

#include <vector>

namespace WhiteBox {

/// Scratch memory of a thread, to be used again.
struct SpectralScratch
{
    int columns = 0;                ///< room for that many pairs
    AlignedVector<float> gradients; ///< [frequency][pair][real, imaginary of each hidden channel]
    AlignedVector<float> dense;     ///< one pair's square, then its rows' transforms
    AlignedVector<float> products;  ///< [frequency][pair][32 real, 32 imaginary] of one chunk of inputs
    AlignedVector<float> picture;
    AlignedVector<float> rows;
};

/// Immutable after construction; any thread, with a scratch of its own.
class SpectralStep
{
public:
    /// side: of the windows. O(side² · weights); holds 4·side²·weights/kernel² bytes and more.
    SpectralStep(const ConvLayer &first, int side);

    /// Whether it beats the sparse way: many taps on a large square.
    static bool isWorthwhile(const ConvLayer &first, int side);

    /// Makes room for pairs and takes one pair's gradients (a square of side − kernel + 1, entries as of the
    /// sparse way: channel · rowWeights).
    void begin(int pairs, SpectralScratch &scratch) const;
    void add(int pair, const SparseSquare &square, int rowWeights, SpectralScratch &scratch) const;
    /// Values [channel][Δi][Δj] of every pair.
    void run(int pairs, SpectralScratch &scratch, const std::vector<float *> &values) const;

private:
    int halfSide() const { return m_side / 2 + 1; }
    int frequencies() const { return m_side * halfSide(); }
    bool isRedundant(int u, int v) const { return v == 0 && u > m_side / 2; }
    int columnsFor(int pairs) const { return (pairs + kColumnTile - 1) / kColumnTile * kColumnTile; }

    int m_side;
    int m_inputs;
    int m_hidden;
    int m_chunks;                 ///< of 32 inputs
    std::vector<float> m_cosines; ///< of 2πn/side
    std::vector<float> m_sines;
    AlignedVector<float> m_weights; ///< [chunk][frequency][panel 0..3][2·hidden][16]
    DenseRowKernel m_product;
    InverseKernel m_inverse;
};

} // namespace WhiteBox
