// SPDX-License-Identifier: GPL-3.0-or-later
// Inner kernel of the spectral step: real pictures from half spectra, 32 channels side by side.
#pragma once

#include "core/base/simd.h"

#include <cstddef>

namespace WhiteBox {

inline constexpr int kSpectralChannels = 32; ///< channels that are transformed together

/// Pictures of side × side, side odd and at most kMaxSpectralSide, from their spectra. The spectrum of
/// frequency (u, v), v ≤ side/2, begins at spectrum + (u·(side/2 + 1) + v)·stride: 32 real parts, then 32
/// imaginary parts; of v = 0 only u ≤ side/2 is read, the others are conjugates. Those of v > 0 must hold
/// twice their value, and all of them the factor 1/side². cosines, sines: of 2πn/side, n < side. picture:
/// [pixel][32]. scratch: 64·side·(side/2 + 1) floats.
using InverseKernel = void (*)(int side, const float *cosines, const float *sines, const float *spectrum,
                               std::ptrdiff_t stride, float *scratch, float *picture);
inline constexpr int kMaxSpectralSide = 63;

InverseKernel inverseKernel(SimdLevel level);

} // namespace WhiteBox
