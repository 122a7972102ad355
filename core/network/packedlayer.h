// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/alignedvector.h"
#include "core/network/convkernels.h"

#include <cstddef>
#include <vector>

namespace WhiteBox {

struct ConvLayer;

/// A layer's weights in the order of denseRowKernel. Two shapes:
/// - direct: a row product over all kernel·inputs values of a kernel row gives the outputs;
/// - spread, for few outputs (the last layer's four would fill a quarter of a vector): a product over the
/// inputs of one
///   column gives kernel·outputs partial sums, which are added up afterwards along the row.
struct PackedLayer
{
    int inputs = 0;
    int outputs = 0;
    int kernel = 1;
    bool spread = false;
    int panels = 0;               ///< of 16 sums a column
    int depth = 0;                ///< kernel·inputs, or inputs where spread
    AlignedVector<float> weights; ///< [ky][panel][depth][16], padded with zeros
    std::vector<float> bias;      ///< outputs

    static PackedLayer pack(const ConvLayer &layer);

    int radius() const { return kernel / 2; }
    int sumStride() const { return panels * kPanel; }
    const float *kernelRow(int ky) const
    {
        return weights.data() + std::size_t(ky) * std::size_t(panels) * std::size_t(depth) * kPanel;
    }
    /// Columns of sums that a row of L outputs needs.
    int sumColumns(int length) const
    {
        const int columns = spread ? length + kernel - 1 : length;
        return (columns + kColumnTile - 1) / kColumnTile * kColumnTile;
    }
    /// Columns of a stored input row: radius zeros, L pixels, zeros up to here.
    int rowColumns(int length) const { return sumColumns(length) + kernel - 1; }
};

} // namespace WhiteBox
