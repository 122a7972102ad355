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
    switch (level) {
    case SimdLevel::Avx512:
        return avx512::kKernels;
    case SimdLevel::Avx2:
        return avx2::kKernels;
    case SimdLevel::Portable:
        break;
    }
    return portable::kKernels;
}

} // namespace WhiteBox
