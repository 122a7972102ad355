// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/simd.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace WhiteBox {

SimdLevel supportedSimdLevel()
{
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
        return SimdLevel::Avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c"))
        return SimdLevel::Avx2;
    return SimdLevel::Portable;
}

const char *simdLevelName(SimdLevel level)
{
    constexpr const char *names[] = {"portable", "avx2", "avx512"};
    return names[int(level)];
}

SimdLevel simdLevel()
{
    static const SimdLevel level = [] {
        const char *wish = std::getenv("WHITEBOX_SIMD");
        for (auto l : {SimdLevel::Portable, SimdLevel::Avx2, SimdLevel::Avx512})
            if (wish && std::strcmp(wish, simdLevelName(l)) == 0)
                return std::min(l, supportedSimdLevel());
        return supportedSimdLevel();
    }();
    return level;
}

} // namespace WhiteBox
