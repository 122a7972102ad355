// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/convkernels.h"

namespace WhiteBox {

#define WB_DECLARE(level)                                                                                    \
    namespace level {                                                                                        \
    void denseRow(const float *x, std::ptrdiff_t xStride, int columns, int depth, const float *weights,      \
                  std::ptrdiff_t panelStride, int panels, float *sums, std::ptrdiff_t sumStride);            \
    void rectifyRow(const float *sums, std::ptrdiff_t sumStride, int columns, int outputs,                   \
                    const float *bias, float *to);                                                           \
    }
WB_DECLARE(portable)
WB_DECLARE(avx2)
WB_DECLARE(avx512)
#undef WB_DECLARE

DenseRowKernel denseRowKernel(SimdLevel level)
{
    return forLevel<DenseRowKernel>(level, portable::denseRow, avx2::denseRow, avx512::denseRow);
}

RectifyRowKernel rectifyRowKernel(SimdLevel level)
{
    return forLevel<RectifyRowKernel>(level, portable::rectifyRow, avx2::rectifyRow, avx512::rectifyRow);
}

} // namespace WhiteBox
