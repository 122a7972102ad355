// SPDX-License-Identifier: GPL-3.0-or-later
// Which vector instructions the hot kernels use. Each kernel file is compiled once for each level
// (wb_simd_sources in CMake); the caller picks the level at run time.
#pragma once

namespace WhiteBox {

enum class SimdLevel { Portable, Avx2, Avx512 };

/// The best level of this processor, or the lower one named by WHITEBOX_SIMD (portable, avx2, avx512).
SimdLevel simdLevel();
/// The best level of this processor.
SimdLevel supportedSimdLevel();
const char *simdLevelName(SimdLevel level);

/// Of what was compiled for each level, that of this one.
template <class Kernel>
const Kernel &forLevel(SimdLevel level, const Kernel &portable, const Kernel &avx2, const Kernel &avx512)
{
    return level == SimdLevel::Avx512 ? avx512 : level == SimdLevel::Avx2 ? avx2 : portable;
}

} // namespace WhiteBox
