// SPDX-License-Identifier: GPL-3.0-or-later
// Inner kernel of the forward pass: a row of a convolution as matrix products. A row kept channels-last is
// contiguous over (column, channel), so the kernel·channels inputs of one output column are one contiguous
// run and neighbouring columns' runs begin one pixel apart: no im2col.
#pragma once

#include "core/base/simd.h"

#include <cstddef>

namespace WhiteBox {

inline constexpr int kPanel = 16;     ///< outputs of one panel of packed weights
inline constexpr int kMaxPanels = 4;  ///< panels that one call works on
inline constexpr int kColumnTile = 6; ///< columns come in multiples of this

/// sums[column·sumStride + 16·p + o] += Σ_k x[column·xStride + k] · weights[p·panelStride + 16·k + o]
/// for all columns, panels p and o < 16. columns is a multiple of kColumnTile, panels 1..kMaxPanels.
using DenseRowKernel = void (*)(const float *x, std::ptrdiff_t xStride, int columns, int depth,
                                const float *weights, std::ptrdiff_t panelStride, int panels, float *sums,
                                std::ptrdiff_t sumStride);

DenseRowKernel denseRowKernel(SimdLevel level);

/// to[column·outputs + o] = max(0, sums[column·sumStride + o] + bias[o])
using RectifyRowKernel = void (*)(const float *sums, std::ptrdiff_t sumStride, int columns, int outputs,
                                  const float *bias, float *to);

RectifyRowKernel rectifyRowKernel(SimdLevel level);

} // namespace WhiteBox
