// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/pottskernels.h"

namespace WhiteBox {

namespace portable {
extern const PottsKernels kKernels;
}
namespace avx2 {
extern const PottsKernels kKernels;
}
namespace avx512 {
extern const PottsKernels kKernels;
}

const PottsKernels &pottsKernels(SimdLevel level)
{
    return forLevel(level, portable::kKernels, avx2::kKernels, avx512::kKernels);
}

} // namespace WhiteBox
