// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/adjointkernels.h"

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

constexpr int kVecs = kAdjointGroup / kLanes; // vectors of a group

/// N vectors of sums, kept in registers while a pixel's entries go by.
template <int N>
void pixel(const AdjointEntry *entry, const AdjointEntry *end, const float *weights, float *sums)
{
    Vec acc[N] = {};
    for (; entry != end; ++entry) {
        const float *w = weights + entry->weights;
        const float value = entry->value;
#pragma GCC unroll 16
        for (int n = 0; n < N; ++n)
            acc[n] += *reinterpret_cast<const LooseVec *>(w + n * kLanes) * value;
    }
#pragma GCC unroll 16
    for (int n = 0; n < N; ++n)
        *reinterpret_cast<LooseVec *>(sums + n * kLanes) += acc[n];
}

template <int G>
void square(int side, const int *starts, const AdjointEntry *entries, const float *weights, float *sums,
            std::ptrdiff_t rowStride)
{
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x, ++starts)
            if (starts[0] != starts[1])
                pixel<G * kVecs>(entries + starts[0], entries + starts[1], weights,
                                 sums + y * rowStride + x * G * kAdjointGroup);
}

} // namespace

void adjoint(int side, const int *starts, const AdjointEntry *entries, const float *weights, int groups,
             float *sums, std::ptrdiff_t rowStride)
{
    using Square = void (*)(int, const int *, const AdjointEntry *, const float *, float *, std::ptrdiff_t);
    constexpr Square squares[kMaxAdjointGroups] = {square<1>, square<2>, square<3>, square<4>,
                                                   square<5>, square<6>, square<7>};
    squares[groups - 1](side, starts, entries, weights, sums, rowStride);
}

} // namespace WhiteBox::WB_SIMD_NAMESPACE
