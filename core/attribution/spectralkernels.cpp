// SPDX-License-Identifier: GPL-3.0-or-later
// A transform of odd length folds its input: the sums and the differences of the entries k and side − k meet
// cosines and sines only once, which is a quarter of the products.
#include "core/attribution/spectralkernels.h"

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

constexpr int kMaxHalf = kMaxSpectralSide / 2 + 1;

Vec load(const float *from)
{
    return *reinterpret_cast<const LooseVec *>(from);
}

void store(float *to, Vec value)
{
    *reinterpret_cast<LooseVec *>(to) = value;
}

/// Along u for one v: column[y] for all y. scratch: [y][v][real, imaginary].
void alongRows(int side, int v, const float *cosines, const float *sines, const float *spectrum,
               std::ptrdiff_t stride, float *scratch)
{
    const int half = side / 2 + 1;
    Vec sumRe[kMaxHalf];
    Vec sumIm[kMaxHalf];
    Vec differenceRe[kMaxHalf];
    Vec differenceIm[kMaxHalf];
    const auto at = [&](int u) { return spectrum + (u * half + v) * stride; };
    const Vec firstRe = load(at(0));
    const Vec firstIm = load(at(0) + kSpectralChannels);
    Vec wholeRe = firstRe;
    Vec wholeIm = firstIm;
    for (int k = 1; k < half; ++k) {
        const Vec re = load(at(k));
        const Vec im = load(at(k) + kSpectralChannels);
        const Vec otherRe = v == 0 ? re : load(at(side - k));
        const Vec otherIm = v == 0 ? -im : load(at(side - k) + kSpectralChannels);
        sumRe[k] = re + otherRe;
        sumIm[k] = im + otherIm;
        differenceRe[k] = re - otherRe;
        differenceIm[k] = im - otherIm;
        wholeRe += sumRe[k];
        wholeIm += sumIm[k];
    }
    const auto put = [&](int y, Vec re, Vec im) {
        float *to = scratch + (y * half + v) * 2 * kLanes;
        store(to, re);
        store(to + kLanes, im);
    };
    put(0, wholeRe, wholeIm);
    for (int y = 1; y < half; ++y) {
        Vec evenRe = firstRe;
        Vec evenIm = firstIm;
        Vec oddRe = {};
        Vec oddIm = {};
        for (int k = 1, turn = y; k < half; ++k, turn += turn + y < side ? y : y - side) {
            evenRe += sumRe[k] * cosines[turn];
            evenIm += sumIm[k] * cosines[turn];
            oddRe -= differenceIm[k] * sines[turn];
            oddIm += differenceRe[k] * sines[turn];
        }
        put(y, evenRe + oddRe, evenIm + oddIm);
        put(side - y, evenRe - oddRe, evenIm - oddIm);
    }
}

/// Along v for one y: a row of the picture.
void alongColumns(int side, const float *cosines, const float *sines, const float *row, float *picture)
{
    const int half = side / 2 + 1;
    const Vec first = load(row);
    Vec whole = first;
    for (int v = 1; v < half; ++v)
        whole += load(row + v * 2 * kLanes);
    store(picture, whole);
    for (int x = 1; x < half; ++x) {
        Vec even = first;
        Vec odd = {};
        for (int v = 1, turn = x; v < half; ++v, turn += turn + x < side ? x : x - side) {
            even += load(row + v * 2 * kLanes) * cosines[turn];
            odd += load(row + v * 2 * kLanes + kLanes) * sines[turn];
        }
        store(picture + x * kSpectralChannels, even - odd);
        store(picture + (side - x) * kSpectralChannels, even + odd);
    }
}

} // namespace

void inverse(int side, const float *cosines, const float *sines, const float *spectrum, std::ptrdiff_t stride,
             float *scratch, float *picture)
{
    const int half = side / 2 + 1;
    for (int lane = 0; lane < kSpectralChannels; lane += kLanes) {
        for (int v = 0; v < half; ++v)
            alongRows(side, v, cosines, sines, spectrum + lane, stride, scratch);
        for (int y = 0; y < side; ++y)
            alongColumns(side, cosines, sines, scratch + y * half * 2 * kLanes,
                         picture + y * side * kSpectralChannels + lane);
    }
}

} // namespace WhiteBox::WB_SIMD_NAMESPACE
