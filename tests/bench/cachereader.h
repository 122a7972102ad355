// SPDX-License-Identifier: GPL-3.0-or-later
// What an addition of vectors out of the L2 cache costs at least, compiled once for each level of vector
// instructions.
#pragma once

#include "core/base/simd.h"

#include <cstddef>
#include <cstdint>

namespace WhiteBox {

inline constexpr int kReadRow = 336; ///< floats

struct CacheReader
{
    /// Σ of the rows table[index[m]], m < count, each kReadRow floats, over rows and columns. The table lies
    /// at a cache line.
    float (*sum)(const float *table, const std::uint16_t *index, std::size_t count);
};

const CacheReader &cacheReader(SimdLevel level);

} // namespace WhiteBox
