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
#elif defined(WB_SIMD_avx2)
constexpr int kLanes = 8;
#else
constexpr int kLanes = 4;
#endif
constexpr int q = 21;
constexpr int kParts = kSlice / kLanes; // vectors of a slice

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

inline const float *rowAt(const float *slice, std::uint16_t offset)
{
    return reinterpret_cast<const float *>(reinterpret_cast<const char *>(slice) + offset);
}

inline float *rowAt(float *slice, std::uint16_t offset)
{
    return reinterpret_cast<float *>(reinterpret_cast<char *>(slice) + offset);
}

inline void plus(V *sum, const float *row)
{
#pragma GCC unroll 4
    for (int p = 0; p < kParts; ++p)
        sum[p] += load(row + p * kLanes);
}

inline void minus(V *sum, const float *row)
{
#pragma GCC unroll 4
    for (int p = 0; p < kParts; ++p)
        sum[p] -= load(row + p * kLanes);
}

// What the next call reads comes near meanwhile, two lines a row: it would be waited for otherwise, in an
// order that the processor's own prefetching does not see.
struct Ahead
{
    const float *next;
    const float *end;
    void go()
    {
        if (next == end)
            return;
        __builtin_prefetch(next, 0, 2);
        __builtin_prefetch(next + kSlice, 0, 2);
        next += 2 * kSlice;
    }
};

void addTerms(float *to, const float *from, const float *next, const RowTerms &all)
{
    Ahead ahead{next, next ? next + std::size_t(all.summands + 1) / 2 * 2 * kSlice : nullptr};
    const std::uint16_t *rows = all.rows;
    const std::uint16_t *terms = all.terms;
    for (int i = 0; i < all.runCount; ++i) {
        const TermRun run = all.runs[i];
        for (const std::uint16_t *last = rows + run.rows; rows < last; ++rows) {
            ahead.go();
            float *row = rowAt(to, *rows);
            // Two sums, because one addition waits for the one before.
            V even[kParts];
            V odd[kParts] = {};
            for (int p = 0; p < kParts; ++p)
                even[p] = load(row + p * kLanes);
            for (int t = run.plus / 2; t > 0; --t, terms += 2) {
                plus(even, rowAt(from, terms[0]));
                plus(odd, rowAt(from, terms[1]));
            }
            if (run.plus % 2)
                plus(even, rowAt(from, *terms++));
            for (int t = run.minus / 2; t > 0; --t, terms += 2) {
                minus(even, rowAt(from, terms[0]));
                minus(odd, rowAt(from, terms[1]));
            }
            if (run.minus % 2)
                minus(even, rowAt(from, *terms++));
            for (int p = 0; p < kParts; ++p)
                store(row + p * kLanes, even[p] + odd[p]);
        }
    }
}

inline void addRow(float *to, const float *from)
{
    for (int at = 0; at < kSlice; at += kLanes)
        store(to + at, load(to + at) + load(from + at));
}

void addParents(float *z, const std::int16_t *parents, int rows)
{
    for (int n = 0; n < rows; ++n)
        if (parents[n] >= 0)
            addRow(z + n * kSlice, z + parents[n] * kSlice);
}

void addToParents(float *r, const std::int16_t *parents, int rows)
{
    for (int n = rows - 1; n >= 0; --n)
        if (parents[n] >= 0)
            addRow(r + parents[n] * kSlice, r + n * kSlice);
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

/// Of a few sequences, in float32.
struct LineVectors
{
    V loss;
    V slope;
    V fieldSlope;
};

// One chunk of kLanes columns; states a are step apart, those of the fields 16. Adds to the sums. What the
// next sequence needs is fetched meanwhile: its slices are far from each other.
__attribute__((noinline)) void goAlongChunk(float *z, float *r, const float *d, std::size_t step,
                                            const float *fields, float length, const std::uint8_t *states,
                                            float weight, LineVectors *sums)
{
    V value[q];
    V most = V{} - 3e38F;
    float *to = z;
    const float *line = d;
#pragma GCC unroll 32
    for (int a = 0; a < q; ++a, to += step, line += step) {
        value[a] = load(to) + length * load(line);
        store(to, value[a]);
        __builtin_prefetch(to + kSlice, 1);
        __builtin_prefetch(line + kSlice);
        most = value[a] > most ? value[a] : most;
    }
    V sum = V{};
#pragma GCC unroll 32
    for (int a = 0; a < q; ++a) {
        value[a] = expNegative(value[a] - most);
        sum += value[a];
    }
    V own = V{};
#pragma GCC unroll 16
    for (int l = 0; l < kLanes; ++l)
        own[l] = z[states[l] * step + std::size_t(l)];
    sums->loss += weight * (logPositive(sum) + (most - own));
    const V scale = weight / sum;
    V slope = sums->slope;
    V fieldSlope = sums->fieldSlope;
    VI ahead = __builtin_convertvector(*reinterpret_cast<const VB *>(states), VI); // of the state a
    to = r;
    line = d;
#pragma GCC unroll 32
    for (int a = 0; a < q; ++a, --ahead, to += step, line += step) {
        const V residual = value[a] * scale - (ahead == 0 ? V{} + weight : V{});
        store(to, residual);
        __builtin_prefetch(to + kSlice, 1);
        slope += residual * load(line);
        fieldSlope += residual * load(fields + a * kTile);
    }
    sums->slope = slope;
    sums->fieldSlope = fieldSlope;
}

// Between [a][width] in slices that are sliceStep apart and [a][16]; width is a multiple of 4.
inline void widen(float *to, const float *from, std::size_t sliceStep, int width)
{
    for (int a = 0; a < q; ++a)
        for (int j = 0; j < width; j += 4) {
            const int at = a * width + j;
            __builtin_memcpy(to + a * kTile + j, from + at / kSlice * sliceStep + at % kSlice, 16);
        }
}

inline void narrow(float *to, const float *from, std::size_t sliceStep, int width)
{
    for (int a = 0; a < q; ++a)
        for (int j = 0; j < width; j += 4) {
            const int at = a * width + j;
            __builtin_memcpy(to + at / kSlice * sliceStep + at % kSlice, from + a * kTile + j, 16);
        }
}

LineSums goAlong(const LineRows &rows, float length)
{
    constexpr int run = 16; // rows whose slopes are summed in float32
    constexpr int chunks = kTile / kLanes;
    const bool full = rows.real == kTile;
    // A row of the last tile, narrower than 16 columns, goes through a full one.
    alignas(64) float wide[4][q * kTile] = {};
    if (!full)
        widen(wide[3], rows.fields, kSlice, rows.width);
    const float *fields = full ? rows.fields : wide[3];
    const std::size_t step = full ? rows.sliceStep : kTile;
    LineSums total = {};
    for (int first = 0; first < rows.count; first += run) {
        LineVectors sums[chunks] = {};
        for (int n = first; n < rows.count && n < first + run; ++n) {
            const std::size_t at = std::size_t(n) * kSlice;
            const std::uint8_t *states = rows.states + std::size_t(n) * rows.stateStride;
            float *z = full ? rows.z + at : wide[0];
            float *r = full ? rows.r + at : wide[1];
            const float *d = full ? rows.d + at : wide[2];
            if (!full) {
                widen(wide[0], rows.z + at, rows.sliceStep, rows.width);
                widen(wide[2], rows.d + at, rows.sliceStep, rows.width);
            }
            for (int c = 0; c < chunks; ++c)
                goAlongChunk(z + c * kLanes, r + c * kLanes, d + c * kLanes, step, fields + c * kLanes,
                             length, states + c * kLanes, rows.weights[n], sums + c);
            if (!full) {
                for (int j = rows.real; j < kTile; ++j)
                    for (int a = 0; a < q; ++a)
                        r[a * kTile + j] = 0;
                narrow(rows.z + at, z, rows.sliceStep, rows.width);
                narrow(rows.r + at, r, rows.sliceStep, rows.width);
            }
        }
        for (int j = rows.real; j < kTile; ++j)
            sums[j / kLanes].loss[j % kLanes] = 0;
        for (const LineVectors &part : sums) {
            total.loss += sumOf(part.loss);
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
                          int columns, int slices, const PairPreconditioner &p, PairSums *sums)
{
    alignas(64) V sourceSums[kTile * q] = {};
    for (int slice = 0; slice < slices; ++slice) {
        V targetSums[kParts] = {};
        for (int k = 0; k < columns; ++k) {
            const std::size_t target = std::size_t(k) * p.targetStep + std::size_t(slice) * kSlice;
            PairVectors part = {};
            for (int row = k * q; row < (k + 1) * q; ++row) {
                const float frequency = p.source.frequencies[row];
                for (int v = 0; v < kParts; ++v) {
                    const std::size_t at = std::size_t(slice * columns * q + row) * kSlice + v * kLanes;
                    const V gradient = settleAt(f + at, x + at, s + at, length, lambda2, &part);
                    const V frequencies = load(p.target.frequencies + target + v * kLanes);
                    const V centred = gradient - frequency * load(p.target.gradients + target + v * kLanes) -
                                      p.source.gradients[row] * frequencies;
                    const V h = centred / (p.curvature + p.source.curvatures[row] *
                                                             load(p.target.curvatures + target + v * kLanes));
                    storeAside(g + at, h);
                    part.gh += centred * h;
                    part.xh += load(x + at) * h;
                    targetSums[v] += frequency * h;
                    sourceSums[row] += frequencies * h;
                }
            }
            addTo(sums, part);
        }
        for (int v = 0; v < kParts; ++v) {
            float *to = p.targetSums + slice * kSlice + v * kLanes;
            store(to, load(to) + targetSums[v]);
        }
    }
    for (int row = 0; row < columns * q; ++row)
        p.sourceSums[row] = sumOf(sourceSums[row]);
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

// Of a table: see pottskernels.h. The rows of its source columns are kColumnStep apart.
constexpr std::size_t kColumnStep = q * kSlice;

inline std::size_t tableAt(int columns, int width, int k, int b, int a, int j)
{
    const int at = a * width + j;
    return std::size_t(at / kSlice * columns + k) * kColumnStep + std::size_t(b * kSlice + at % kSlice);
}

template <int N>
void mirrorOutBy(float *to, const float *from, int width, int columns, int firstState, int lastState)
{
    for (int b = firstState; b < lastState; ++b)
        for (int k = 0; k < kTile; k += N)
            for (int j = 0; j < columns; j += N)
                for (int a = 0; a < q; ++a)
                    transposeSquare<N, false>(to + tableAt(columns, kTile, j, a, b, k), kColumnStep,
                                              columns - j, from + tableAt(kTile, width, k, b, a, j),
                                              kColumnStep, N);
}

template <int N>
void mirrorInBy(float *to, int width, const float *from, int columns)
{
    for (int k = 0; k < kTile; k += N)
        for (int j = 0; j < columns; j += N)
            for (int a = 0; a < q; ++a)
                for (int b = 0; b < q; ++b)
                    transposeSquare<N, true>(to + tableAt(kTile, width, k, b, a, j), kColumnStep, N,
                                             from + tableAt(columns, kTile, j, a, b, k), kColumnStep,
                                             columns - j);
}

// The last tile's width is a multiple of 4 only.
void mirrorOut(float *to, const float *from, int width, int columns, int firstState, int lastState)
{
    if (columns == kTile)
        mirrorOutBy<kLanes>(to, from, width, columns, firstState, lastState);
    else
        mirrorOutBy<4>(to, from, width, columns, firstState, lastState);
}

void mirrorIn(float *to, int width, const float *from, int columns)
{
    if (columns == kTile)
        mirrorInBy<kLanes>(to, width, from, columns);
    else
        mirrorInBy<4>(to, width, from, columns);
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
const PottsKernels kKernels = {addTerms, addParents,           addToParents, goAlong,  turn,
                               settle,   settlePreconditioned, mirrorOut,    mirrorIn, countEqual};

} // namespace WhiteBox::WB_SIMD_NAMESPACE
