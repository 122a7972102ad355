// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once for each vector level (see wb_simd_sources): nothing inline of the standard library or Qt
// here.
#include "core/coevolution/pottskernels.h"

#if defined(WB_SIMD_avx2) || defined(WB_SIMD_avx512)
#include <immintrin.h>
#endif

namespace WhiteBox::WB_SIMD_NAMESPACE {

namespace {

#if defined(WB_SIMD_avx512)
constexpr int kLanes = 16;
constexpr int kMostRegisters = 21;
#elif defined(WB_SIMD_avx2)
constexpr int kLanes = 8;
constexpr int kMostRegisters = 14;
#else
constexpr int kLanes = 4;
constexpr int kMostRegisters = 14;
#endif
constexpr int q = 21;

typedef float V __attribute__((vector_size(kLanes * 4)));
typedef int VI __attribute__((vector_size(kLanes * 4)));
typedef unsigned char VB __attribute__((vector_size(kLanes), aligned(1)));

inline V load(const float *p)
{
    return *reinterpret_cast<const V *>(p);
}
inline void store(float *p, V v)
{
    *reinterpret_cast<V *>(p) = v;
}
// Past the caches: what is read again after many other tables only need not be fetched to be overwritten.
inline void storeAside(float *p, V v)
{
#if defined(WB_SIMD_avx512)
    _mm512_stream_ps(p, __m512(v));
#elif defined(WB_SIMD_avx2)
    _mm256_stream_ps(p, __m256(v));
#else
    store(p, v);
#endif
}
// Such stores are not ordered before later ones, on which other threads go on, but for this.
inline void endAside()
{
#if defined(WB_SIMD_avx512) || defined(WB_SIMD_avx2)
    _mm_sfence();
#endif
}
inline double sumOf(V v)
{
    double sum = 0;
    for (int l = 0; l < kLanes; ++l)
        sum += double(v[l]);
    return sum;
}

// Rows are summed in groups of as many vectors as there are registers.
template <int G>
inline void loadGroup(V *sum, const float *row)
{
#pragma GCC unroll 32
    for (int v = 0; v < G; ++v)
        sum[v] = load(row + v * kLanes);
}

template <int G>
inline void storeGroup(float *row, const V *sum)
{
#pragma GCC unroll 32
    for (int v = 0; v < G; ++v)
        store(row + v * kLanes, sum[v]);
}

template <int G>
inline void plus(V *sum, const float *row)
{
#pragma GCC unroll 32
    for (int v = 0; v < G; ++v)
        sum[v] += load(row + v * kLanes);
}

template <int G>
inline void minus(V *sum, const float *row)
{
#pragma GCC unroll 32
    for (int v = 0; v < G; ++v)
        sum[v] -= load(row + v * kLanes);
}

template <int G>
void addGroup(float *z, const float *start, const float *table, std::size_t stride,
              const std::uint16_t *index, const std::int8_t *counts, int rows)
{
    for (int n = 0; n < rows; ++n, z += stride) {
        int count = counts[n];
        V sum[G] = {};
        if (start) {
            if (count > 0)
                loadGroup<G>(sum, start);
        } else if (count == 0) {
            continue;
        } else {
            loadGroup<G>(sum, z);
        }
        for (; count > 0; --count, ++index)
            plus<G>(sum, table + index[0] * stride);
        for (; count < 0; ++count, index += 2) {
            plus<G>(sum, table + index[0] * stride);
            minus<G>(sum, table + index[1] * stride);
        }
        storeGroup<G>(z, sum);
    }
}

template <int G>
void sumGroup(float *g, const float *r, std::size_t stride, const std::uint16_t *order,
              const std::uint16_t *starts, bool fresh)
{
    for (int b = 0; b < q; ++b, g += stride, starts += 2) {
        if (starts[0] == starts[2] && !fresh)
            continue;
        V sum[G] = {};
        if (!fresh)
            loadGroup<G>(sum, g);
        for (int m = starts[0]; m < starts[1]; ++m)
            plus<G>(sum, r + order[m] * stride);
        for (int m = starts[1]; m < starts[2]; ++m)
            minus<G>(sum, r + order[m] * stride);
        storeGroup<G>(g, sum);
    }
}

// Calls f<G>(offset) for groups that cover count vectors.
template <class F>
void inGroups(int count, F &&f)
{
    int done = 0;
    while (done < count) {
        const int left = count - done;
        const int offset = done * kLanes;
        if (kMostRegisters >= 21 && left >= 21)
            f.template operator()<kMostRegisters >= 21 ? 21 : 1>(offset), done += 21;
        else if (kMostRegisters >= 21 && left >= 16)
            f.template operator()<kMostRegisters >= 21 ? 16 : 1>(offset), done += 16;
        else if (left >= 14)
            f.template operator()<14>(offset), done += 14;
        else if (left >= 11)
            f.template operator()<11>(offset), done += 11;
        else if (left >= 8)
            f.template operator()<8>(offset), done += 8;
        else if (left >= 6)
            f.template operator()<6>(offset), done += 6;
        else if (left >= 2)
            f.template operator()<2>(offset), done += 2;
        else
            f.template operator()<1>(offset), done += 1;
    }
}

void addRows(float *z, const float *start, const float *table, std::size_t stride, const std::uint16_t *index,
             const std::int8_t *counts, int rows)
{
    inGroups(int(stride) / kLanes, [&]<int G>(int offset) {
        addGroup<G>(z + offset, start ? start + offset : nullptr, table + offset, stride, index, counts,
                    rows);
    });
}

void sumRows(float *g, const float *r, std::size_t stride, const std::uint16_t *order,
             const std::uint16_t *starts, bool fresh)
{
    inGroups(int(stride) / kLanes,
             [&]<int G>(int offset) { sumGroup<G>(g + offset, r + offset, stride, order, starts, fresh); });
}

void addParents(float *z, std::size_t stride, const std::int16_t *parents, int rows)
{
    for (int n = 0; n < rows; ++n)
        if (parents[n] >= 0)
            for (std::size_t at = 0; at < stride; at += kLanes)
                store(z + std::size_t(n) * stride + at, load(z + std::size_t(n) * stride + at) +
                                                            load(z + std::size_t(parents[n]) * stride + at));
}

void addToParents(float *r, std::size_t stride, const std::int16_t *parents, int rows)
{
    for (int n = rows - 1; n >= 0; --n)
        if (parents[n] >= 0)
            for (std::size_t at = 0; at < stride; at += kLanes)
                store(r + std::size_t(parents[n]) * stride + at,
                      load(r + std::size_t(parents[n]) * stride + at) +
                          load(r + std::size_t(n) * stride + at));
}

// exp for x <= 0, relative error below 2e-7: 2^n times a polynomial on [-ln2/2, ln2/2] (coefficients: Cephes
// expf).
inline V expNegative(V x)
{
    const V lowest = V{} - 87.0F;
    x = x < lowest ? lowest : x;
    const V magic = V{} + 12582912.0F;
    const V shifted = x * 1.44269504088896341F + magic;
    const V n = shifted - magic;
    V r = x - n * 0.693359375F;
    r = r + n * 2.12194440e-4F;
    V p = V{} + 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * (r * r) + r + 1.0F;
    const VI scale = (__builtin_convertvector(n, VI) + 127) << 23;
    return p * V(scale);
}

// log for normal x > 0, relative error below 2e-7 (coefficients: Cephes logf).
inline V logPositive(V x)
{
    VI bits = VI(x);
    VI exponent = ((bits >> 23) & 255) - 126;
    V m = V((bits & 0x007fffff) | 0x3f000000); // 0.5 .. 1
    const VI low = m < 0.707106781186547524F;
    exponent += low;
    m = low ? m + m - 1.0F : m - 1.0F;
    const V e = __builtin_convertvector(exponent, V);
    const V m2 = m * m;
    V p = V{} + 7.0376836292e-2F;
    p = p * m - 1.1514610310e-1F;
    p = p * m + 1.1676998740e-1F;
    p = p * m - 1.2420140846e-1F;
    p = p * m + 1.4249322787e-1F;
    p = p * m - 1.6668057665e-1F;
    p = p * m + 2.0000714765e-1F;
    p = p * m - 2.4999993993e-1F;
    p = p * m + 3.3333331174e-1F;
    V y = p * m * m2;
    y = y - e * 2.12194440e-4F;
    y = y - 0.5F * m2;
    return (m + y) + e * 0.693359375F;
}

struct LineVectors
{
    V loss;
    V slope;
    V fieldSlope;
};

// One chunk of kLanes columns of rows [a][16]; the loss is set, the slopes are added to.
inline void goAlongChunk(float *z, float *r, const float *d, const float *fields, float step,
                         const std::uint8_t *states, float weight, LineVectors *sums)
{
    const VI x = __builtin_convertvector(*reinterpret_cast<const VB *>(states), VI);
    V value[q];
    V most = V{} - 3e38F;
    V own = V{};
#pragma GCC unroll 32
    for (int a = 0; a < q; ++a) {
        value[a] = load(z + a * kTile) + step * load(d + a * kTile);
        store(z + a * kTile, value[a]);
        most = value[a] > most ? value[a] : most;
        own = x == a ? value[a] : own;
    }
    V sum = V{};
#pragma GCC unroll 32
    for (int a = 0; a < q; ++a) {
        value[a] = expNegative(value[a] - most);
        sum += value[a];
    }
    sums->loss = logPositive(sum) + (most - own);
    const V scale = weight / sum;
#pragma GCC unroll 32
    for (int a = 0; a < q; ++a) {
        const V p = value[a] * scale;
        const V residual = x == a ? p - weight : p;
        store(r + a * kTile, residual);
        sums->slope += residual * load(d + a * kTile);
        sums->fieldSlope += residual * load(fields + a * kTile);
    }
}

// Between rows [a][width] and [a][16]; width is a multiple of 4.
inline void widen(float *to, const float *from, int width)
{
    for (int a = 0; a < q; ++a)
        for (int j = 0; j < width; j += 4)
            __builtin_memcpy(to + a * kTile + j, from + a * width + j, 4 * sizeof(float));
}

inline void narrow(float *to, const float *from, int width)
{
    for (int a = 0; a < q; ++a)
        for (int j = 0; j < width; j += 4)
            __builtin_memcpy(to + a * width + j, from + a * kTile + j, 4 * sizeof(float));
}

LineSums goAlong(const LineRows &rows, float step)
{
    constexpr int run = 16; // rows whose slopes are summed in float32
    constexpr int chunks = kTile / kLanes;
    const bool full = rows.real == kTile;
    // A row of the last tile, narrower than 16 columns, goes through a full one.
    alignas(64) float wide[4][q * kTile] = {};
    if (!full)
        widen(wide[3], rows.fields, rows.width);
    LineSums total = {};
    for (int first = 0; first < rows.count; first += run) {
        LineVectors sums[chunks] = {};
        for (int n = first; n < rows.count && n < first + run; ++n) {
            const std::size_t at = std::size_t(n) * rows.stride;
            const std::uint8_t *states = rows.states + std::size_t(n) * rows.stateStride;
            float *z = full ? rows.z + at : wide[0];
            float *r = full ? rows.r + at : wide[1];
            const float *d = full ? rows.d + at : wide[2];
            if (!full) {
                widen(wide[0], rows.z + at, rows.width);
                widen(wide[2], rows.d + at, rows.width);
            }
            for (int c = 0; c < chunks; ++c)
                goAlongChunk(z + c * kLanes, r + c * kLanes, d + c * kLanes,
                             (full ? rows.fields : wide[3]) + c * kLanes, step, states + c * kLanes,
                             rows.weights[n], sums + c);
            if (!full) {
                for (int j = rows.real; j < kTile; ++j) {
                    sums[j / kLanes].loss[j % kLanes] = 0;
                    for (int a = 0; a < q; ++a)
                        r[a * kTile + j] = 0;
                }
                narrow(rows.z + at, z, rows.width);
                narrow(rows.r + at, r, rows.width);
            }
            V loss = sums[0].loss;
            for (int c = 1; c < chunks; ++c)
                loss += sums[c].loss;
            total.loss += double(rows.weights[n]) * sumOf(loss);
        }
        for (const LineVectors &part : sums) {
            total.slope += sumOf(part.slope);
            total.fieldSlope += sumOf(part.fieldSlope);
        }
    }
    return total;
}

// The tensors lie beyond the L2 cache, and the processor's own prefetching stops at the end of each page.
inline void fetchAhead(const float *p)
{
    __builtin_prefetch(p + 1024);
}

// Squares are summed in float32 over a short run only, then in float64.
constexpr std::size_t kRun = std::size_t(kLanes) * 16;

double turn(float *s, const float *g, float beta, std::size_t count)
{
    double total = 0;
    for (std::size_t at = 0; at < count;) {
        const std::size_t end = at + kRun < count ? at + kRun : count;
        V sum = V{};
        for (; at < end; at += kLanes) {
            fetchAhead(s + at);
            fetchAhead(g + at);
            const V direction = beta * load(s + at) - load(g + at);
            store(s + at, direction);
            sum += direction * direction;
        }
        total += sumOf(sum);
    }
    return total;
}

struct PairVectors
{
    V gg;
    V gh;
    V sg;
    V xx;
    V xs;
    V xh;
};

// Gives the gradient at the point moved to.
inline V settleAt(const float *f, float *x, const float *s, float length, float lambda2, PairVectors *sums)
{
    fetchAhead(x);
    fetchAhead(s);
    const V direction = load(s);
    const V point = load(x) + length * direction;
    const V gradient = load(f) + lambda2 * point;
    store(x, point);
    sums->gg += gradient * gradient;
    sums->sg += direction * gradient;
    sums->xx += point * point;
    sums->xs += point * direction;
    return gradient;
}

inline void addTo(PairSums *sums, const PairVectors &part)
{
    sums->gg += sumOf(part.gg);
    sums->gh += sumOf(part.gh);
    sums->sg += sumOf(part.sg);
    sums->xx += sumOf(part.xx);
    sums->xs += sumOf(part.xs);
    sums->xh += sumOf(part.xh);
}

void settle(float *g, const float *f, float *x, const float *s, float length, float lambda2,
            std::size_t count, PairSums *sums)
{
    for (std::size_t at = 0; at < count;) {
        const std::size_t end = at + kRun < count ? at + kRun : count;
        PairVectors part = {};
        for (; at < end; at += kLanes) {
            const V gradient = settleAt(f + at, x + at, s + at, length, lambda2, &part);
            storeAside(g + at, gradient);
            part.xh += load(x + at) * gradient;
        }
        part.gh = part.gg;
        addTo(sums, part);
    }
    endAside();
}

void settlePreconditioned(float *g, const float *f, float *x, const float *s, float length, float lambda2,
                          std::size_t stride, const PairPreconditioner &p, PairSums *sums)
{
    for (int b = 0; b < q; ++b, g += stride, f += stride, x += stride, s += stride) {
        const float frequency = p.source.frequencies[b];
        PairVectors part = {};
        V sourceSum = V{};
        for (std::size_t at = 0; at < stride; at += kLanes) {
            const V gradient = settleAt(f + at, x + at, s + at, length, lambda2, &part);
            const V frequencies = load(p.target.frequencies + at);
            const V centred =
                gradient - frequency * load(p.target.gradients + at) - p.source.gradients[b] * frequencies;
            const V h = centred / (p.curvature + p.source.curvatures[b] * load(p.target.curvatures + at));
            storeAside(g + at, h);
            part.gh += centred * h;
            part.xh += load(x + at) * h;
            store(p.targetSums + at, load(p.targetSums + at) + frequency * h);
            sourceSum += frequencies * h;
        }
        p.sourceSums[b] = sumOf(sourceSum);
        addTo(sums, part);
    }
    endAside();
}

template <int N>
struct Lanes
{
    typedef float F __attribute__((vector_size(N * 4)));
    typedef int I __attribute__((vector_size(N * 4)));
};

// Exchanges halves of h lanes between the rows r and r + h of each pair, for h = N/2, N/4 … 1.
template <int N, int H>
inline void exchange(typename Lanes<N>::F *r)
{
    typename Lanes<N>::I low = {};
    typename Lanes<N>::I high = {};
    for (int l = 0; l < N; ++l) {
        low[l] = (l & H) == 0 ? l : N + l - H;
        high[l] = (l & H) == 0 ? l + H : N + l;
    }
#pragma GCC unroll 16
    for (int i = 0; i < N; ++i)
        if ((i & H) == 0) {
            const auto a = r[i];
            const auto b = r[i + H];
            r[i] = __builtin_shuffle(a, b, low);
            r[i + H] = __builtin_shuffle(a, b, high);
        }
    if constexpr (H > 1)
        exchange<N, H / 2>(r);
}

// N×N floats: to[c][r] (+)= from[r][c], only the first rows rows of from and as many columns of to.
template <int N, bool add>
inline void transposeSquare(float *to, std::size_t toStep, int toRows, const float *from,
                            std::size_t fromStep, int fromRows)
{
    typedef typename Lanes<N>::F F;
    F r[N];
#pragma GCC unroll 16
    for (int l = 0; l < N; ++l)
        r[l] = l < fromRows ? *reinterpret_cast<const F *>(from + std::size_t(l) * fromStep) : F{};
    exchange<N, N / 2>(r);
#pragma GCC unroll 16
    for (int l = 0; l < N; ++l)
        if (l < toRows) {
            F *out = reinterpret_cast<F *>(to + std::size_t(l) * toStep);
            *out = add ? *out + r[l] : r[l];
        }
}

template <int N>
void mirrorOutBy(float *to, const float *from, std::size_t fromStride, int width, int columns)
{
    constexpr std::size_t toStride = q * kTile;
    for (int k = 0; k < kTile; k += N)
        for (int j = 0; j < columns; j += N)
            for (int a = 0; a < q; ++a)
                for (int b = 0; b < q; ++b)
                    transposeSquare<N, false>(
                        to + std::size_t(j * q + a) * toStride + b * kTile + k, q * toStride, columns - j,
                        from + std::size_t(k * q + b) * fromStride + a * width + j, q * fromStride, N);
}

template <int N>
void mirrorInBy(float *to, std::size_t toStride, int width, const float *from, int columns)
{
    constexpr std::size_t fromStride = q * kTile;
    for (int k = 0; k < kTile; k += N)
        for (int j = 0; j < columns; j += N)
            for (int a = 0; a < q; ++a)
                for (int b = 0; b < q; ++b)
                    transposeSquare<N, true>(to + std::size_t(k * q + b) * toStride + a * width + j,
                                             q * toStride, N,
                                             from + std::size_t(j * q + a) * fromStride + b * kTile + k,
                                             q * fromStride, columns - j);
}

// The last tile's width is a multiple of 4 only.
void mirrorOut(float *to, const float *from, std::size_t fromStride, int width, int columns)
{
    if (columns == kTile)
        mirrorOutBy<kLanes>(to, from, fromStride, width, columns);
    else
        mirrorOutBy<4>(to, from, fromStride, width, columns);
}

void mirrorIn(float *to, std::size_t toStride, int width, const float *from, int columns)
{
    if (columns == kTile)
        mirrorInBy<kLanes>(to, toStride, width, from, columns);
    else
        mirrorInBy<4>(to, toStride, width, from, columns);
}

#if defined(WB_SIMD_avx512)
inline int equalBytes(const std::uint8_t *x, const std::uint8_t *y)
{
    return __builtin_popcountll(_mm512_cmpeq_epi8_mask(_mm512_loadu_si512(x), _mm512_loadu_si512(y)));
}
#elif defined(WB_SIMD_avx2)
inline int equalBytes(const std::uint8_t *x, const std::uint8_t *y)
{
    const auto half = [&](int at) {
        const __m256i u = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(x + at));
        const __m256i v = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(y + at));
        return __builtin_popcount(unsigned(_mm256_movemask_epi8(_mm256_cmpeq_epi8(u, v))));
    };
    return half(0) + half(32);
}
#else
inline int equalBytes(const std::uint8_t *x, const std::uint8_t *y)
{
    int sum = 0;
    for (int l = 0; l < 64; ++l)
        sum += x[l] == y[l];
    return sum;
}
#endif

void countEqual(const std::uint8_t *row, const std::uint8_t *rows, std::size_t stride, int count,
                std::uint16_t *out)
{
    for (int n = 0; n < count; ++n, rows += stride) {
        int sum = 0;
        for (std::size_t at = 0; at < stride; at += 64)
            sum += equalBytes(row + at, rows + at);
        out[n] = std::uint16_t(sum);
    }
}

} // namespace

extern const PottsKernels kKernels;
const PottsKernels kKernels = {addRows,   sumRows,  addParents, addToParents,
                               goAlong,   turn,     settle,     settlePreconditioned,
                               mirrorOut, mirrorIn, countEqual};

} // namespace WhiteBox::WB_SIMD_NAMESPACE
