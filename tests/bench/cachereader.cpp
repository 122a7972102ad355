// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/cachereader.h"

namespace WhiteBox {

namespace portable {
extern const CacheReader kReader;
}
namespace avx2 {
extern const CacheReader kReader;
}
namespace avx512 {
extern const CacheReader kReader;
}

const CacheReader &cacheReader(SimdLevel level)
{
    return forLevel(level, portable::kReader, avx2::kReader, avx512::kReader);
}

} // namespace WhiteBox
