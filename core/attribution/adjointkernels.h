// SPDX-License-Identifier: GPL-3.0-or-later
// Inner kernels of the backward pass: the adjoint of a convolution for gradients that are mostly zero. After
// a ReLU rule 50–70 % of them are; only the others are multiplied, each with the contiguous weights of all
// input channels.
#pragma once

#include "core/base/simd.h"

#include <cstddef>

namespace WhiteBox {

inline constexpr int kAdjointGroup = 16; ///< channels of one group
inline constexpr int kMaxAdjointGroups =
    7; ///< groups of a chunk: its sums fill the registers of AVX2 and AVX-512

/// A gradient that is not zero, and where its weights begin in a tap's block (output channel · chunk width).
struct AdjointEntry
{
    int weights = 0;
    float value = 0;
};

/// One tap of one chunk of input channels, for a square of side × side output pixels:
/// sums[y·rowStride + x·width + n] += Σ_e entries[e].value · weights[entries[e].weights + n], e over the
/// entries of pixel (y, x), starts[y·side + x] to starts[y·side + x + 1], n < width = 16·groups.
using AdjointKernel = void (*)(int side, const int *starts, const AdjointEntry *entries, const float *weights,
                               int groups, float *sums, std::ptrdiff_t rowStride);

AdjointKernel adjointKernel(SimdLevel level);

/// from[pixel·width + channel] → to[channel·pixels + pixel], for `channels` ≤ width channels.
using TransposeKernel = void (*)(int width, int channels, int pixels, const float *from, float *to);

TransposeKernel transposeKernel(SimdLevel level);

} // namespace WhiteBox
