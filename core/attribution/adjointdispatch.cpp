// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/adjointkernels.h"
#include "core/attribution/spectralkernels.h"

namespace WhiteBox {

#define WB_DECLARE(level)                                                                                    \
    namespace level {                                                                                        \
    void adjoint(int side, const int *starts, const AdjointEntry *entries, const float *weights, int groups, \
                 float *sums, std::ptrdiff_t rowStride);                                                     \
    void transpose(int width, int channels, int pixels, const float *from, float *to);                       \
    void inverse(int side, const float *cosines, const float *sines, const float *spectrum,                  \
                 std::ptrdiff_t stride, float *scratch, float *picture);                                     \
    }
WB_DECLARE(portable)
WB_DECLARE(avx2)
WB_DECLARE(avx512)
#undef WB_DECLARE

AdjointKernel adjointKernel(SimdLevel level)
{
    return forLevel<AdjointKernel>(level, portable::adjoint, avx2::adjoint, avx512::adjoint);
}

TransposeKernel transposeKernel(SimdLevel level)
{
    return forLevel<TransposeKernel>(level, portable::transpose, avx2::transpose, avx512::transpose);
}

InverseKernel inverseKernel(SimdLevel level)
{
    return forLevel<InverseKernel>(level, portable::inverse, avx2::inverse, avx512::inverse);
}

} // namespace WhiteBox
