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
    switch (level) {
    case SimdLevel::Avx512:
        return avx512::adjoint;
    case SimdLevel::Avx2:
        return avx2::adjoint;
    case SimdLevel::Portable:
        break;
    }
    return portable::adjoint;
}

TransposeKernel transposeKernel(SimdLevel level)
{
    switch (level) {
    case SimdLevel::Avx512:
        return avx512::transpose;
    case SimdLevel::Avx2:
        return avx2::transpose;
    case SimdLevel::Portable:
        break;
    }
    return portable::transpose;
}

InverseKernel inverseKernel(SimdLevel level)
{
    switch (level) {
    case SimdLevel::Avx512:
        return avx512::inverse;
    case SimdLevel::Avx2:
        return avx2::inverse;
    case SimdLevel::Portable:
        break;
    }
    return portable::inverse;
}

} // namespace WhiteBox
