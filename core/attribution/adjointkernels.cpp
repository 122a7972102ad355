// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/adjointkernels.h"

#include <utility>

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

/// Rows r and r + S of a square of lanes exchange the quarters that stand on the wrong side: the lanes that
/// have bit S go up, the others down.
template <int S, std::size_t... L>
void exchange(Vec &upper, Vec &lower, std::index_sequence<L...>)
{
    const Vec u = upper;
    upper = __builtin_shufflevector(u, lower, ((int(L) & S) ? kLanes + (int(L) ^ S) : int(L))...);
    lower = __builtin_shufflevector(u, lower, ((int(L) & S) ? kLanes + int(L) : (int(L) ^ S))...);
}

template <int S>
void transposeSquare(Vec (&rows)[kLanes])
{
#pragma GCC unroll 16
    for (int r = 0; r < kLanes; ++r)
        if ((r & S) == 0)
            exchange<S>(rows[r], rows[r + S], std::make_index_sequence<std::size_t(kLanes)>());
    if constexpr (S > 1)
        transposeSquare<S / 2>(rows);
}

} // namespace

void transpose(int width, int channels, int pixels, const float *from, float *to)
{
    for (int c = 0; c < channels; c += kLanes)
        for (int p = 0; p < pixels; p += kLanes) {
            const int channelsHere = channels - c < kLanes ? channels - c : kLanes;
            const float *corner = from + std::ptrdiff_t(p) * width + c;
            float *target = to + std::ptrdiff_t(c) * pixels + p;
            if (p + kLanes > pixels) {
                for (int k = 0; k < channelsHere; ++k)
                    for (int q = 0; q < pixels - p; ++q)
                        target[std::ptrdiff_t(k) * pixels + q] = corner[std::ptrdiff_t(q) * width + k];
                continue;
            }
            Vec rows[kLanes]; // width is a whole number of lanes: reading beyond the channels is allowed
#pragma GCC unroll 16
            for (int q = 0; q < kLanes; ++q)
                rows[q] = *reinterpret_cast<const LooseVec *>(corner + std::ptrdiff_t(q) * width);
            transposeSquare<kLanes / 2>(rows);
            for (int k = 0; k < channelsHere; ++k)
                *reinterpret_cast<LooseVec *>(target + std::ptrdiff_t(k) * pixels) = rows[k];
        }
}

void adjoint(int side, const int *starts, const AdjointEntry *entries, const float *weights, int groups,
             float *sums, std::ptrdiff_t rowStride)
{
    using Square = void (*)(int, const int *, const AdjointEntry *, const float *, float *, std::ptrdiff_t);
    constexpr Square squares[kMaxAdjointGroups] = {square<1>, square<2>, square<3>, square<4>,
                                                   square<5>, square<6>, square<7>};
    squares[groups - 1](side, starts, entries, weights, sums, rowStride);
}

} // namespace WhiteBox::WB_SIMD_NAMESPACE
