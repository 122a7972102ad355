// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/cachereader.h"

namespace WhiteBox::WB_SIMD_NAMESPACE {

namespace {

#if defined(WB_SIMD_avx512)
constexpr int kLanes = 16;
#elif defined(WB_SIMD_avx2)
constexpr int kLanes = 8;
#else
constexpr int kLanes = 4;
#endif
constexpr int kSums = 7; // one addition waits for the one before

typedef float V __attribute__((vector_size(kLanes * 4)));

float sum(const float *table, const std::uint16_t *index, std::size_t count)
{
    V sums[kSums] = {};
    for (std::size_t m = 0; m < count; ++m) {
        const float *row = table + std::size_t(index[m]) * kReadRow;
        for (int at = 0; at < kReadRow; at += kSums * kLanes)
#pragma GCC unroll 8
            for (int v = 0; v < kSums; ++v)
                sums[v] += *reinterpret_cast<const V *>(row + at + v * kLanes);
    }
    float total = 0;
    for (const V &v : sums)
        for (int l = 0; l < kLanes; ++l)
            total += v[l];
    return total;
}

} // namespace

extern const CacheReader kReader;
const CacheReader kReader = {sum};

} // namespace WhiteBox::WB_SIMD_NAMESPACE
