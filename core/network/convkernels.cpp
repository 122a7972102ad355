// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/convkernels.h"

namespace WhiteBox::WB_SIMD_NAMESPACE {

namespace {

#if defined(WB_SIMD_avx512)
constexpr int kLanes = 16;
#elif defined(WB_SIMD_avx2)
constexpr int kLanes = 8;
#else
constexpr int kLanes = 4;
#endif
using Vec = float __attribute__((vector_size(kLanes * sizeof(float))));
using LooseVec = float __attribute__((vector_size(kLanes * sizeof(float)), aligned(sizeof(float))));

constexpr int kVecs = kPanel / kLanes; // vectors of a panel

Vec load(const float *from)
{
    return *reinterpret_cast<const LooseVec *>(from);
}

/// One block of P panels × T columns, all of its sums in registers. They start at zero and join the memory at
/// the end: partial sums over one stretch of the depth are kept apart, which also halves the rounding error.
template <int P, int T>
void block(const float *x, std::ptrdiff_t xStride, int depth, const float *weights,
           std::ptrdiff_t panelStride, float *sums, std::ptrdiff_t sumStride)
{
    constexpr int N = P * kVecs;
    Vec acc[T][N] = {};
    for (int k = 0; k < depth; ++k) {
        Vec w[N];
#pragma GCC unroll 16
        for (int n = 0; n < N; ++n)
            w[n] =
                load(weights + (n / kVecs) * panelStride + std::ptrdiff_t(k) * kPanel + (n % kVecs) * kLanes);
#pragma GCC unroll 16
        for (int t = 0; t < T; ++t) {
            const float value = x[t * xStride + k];
#pragma GCC unroll 16
            for (int n = 0; n < N; ++n)
                acc[t][n] += w[n] * value;
        }
    }
    for (int t = 0; t < T; ++t)
        for (int n = 0; n < N; ++n) {
            auto *to = reinterpret_cast<LooseVec *>(sums + t * sumStride + n * kLanes);
            *to += acc[t][n];
        }
}

template <int P, int T>
void row(const float *x, std::ptrdiff_t xStride, int columns, int depth, const float *weights,
         std::ptrdiff_t panelStride, float *sums, std::ptrdiff_t sumStride)
{
    int column = 0;
    for (; column + T <= columns; column += T)
        block<P, T>(x + column * xStride, xStride, depth, weights, panelStride, sums + column * sumStride,
                    sumStride);
    constexpr int Rest = T < kColumnTile ? T : kColumnTile;
    for (; column < columns; column += Rest)
        block<P, Rest>(x + column * xStride, xStride, depth, weights, panelStride, sums + column * sumStride,
                       sumStride);
}

} // namespace

void denseRow(const float *x, std::ptrdiff_t xStride, int columns, int depth, const float *weights,
              std::ptrdiff_t panelStride, int panels, float *sums, std::ptrdiff_t sumStride)
{
#if defined(WB_SIMD_avx512)
    // 24 sums in the 32 registers, whatever the number of panels.
    if (panels == 4)
        row<4, 6>(x, xStride, columns, depth, weights, panelStride, sums, sumStride);
    else if (panels == 3)
        row<3, 6>(x, xStride, columns, depth, weights, panelStride, sums, sumStride);
    else if (panels == 2)
        row<2, 12>(x, xStride, columns, depth, weights, panelStride, sums, sumStride);
    else
        row<1, 12>(x, xStride, columns, depth, weights, panelStride, sums, sumStride);
#else
    constexpr int T = kLanes == 8 ? 6 : 3; // 12 sums in the 16 registers
    for (int p = 0; p < panels; ++p)
        row<1, T>(x, xStride, columns, depth, weights + p * panelStride, panelStride, sums + p * kPanel,
                  sumStride);
#endif
}

void rectifyRow(const float *sums, std::ptrdiff_t sumStride, int columns, int outputs, const float *bias,
                float *__restrict to)
{
    for (int column = 0; column < columns; ++column) {
        for (int o = 0; o < outputs; ++o) {
            const float sum = sums[o] + bias[o];
            to[o] = sum > 0.0F ? sum : 0.0F;
        }
        sums += sumStride;
        to += outputs;
    }
}

} // namespace WhiteBox::WB_SIMD_NAMESPACE
