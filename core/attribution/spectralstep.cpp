// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/spectralstep.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace WhiteBox {

namespace {

constexpr int kPanels = 4; // 32 real parts, 32 imaginary parts
constexpr int kChunkFloats = 2 * kSpectralChannels;

using Complex = std::complex<double>;

/// Σ_{ky,kx} w(ky, kx) e^{−2πi(u ky + v kx)/side} of one kernel: [u][v ≤ side/2].
void transformKernel(const float *weights, int kernel, int side, const std::vector<Complex> &turns,
                     std::vector<Complex> &rows, std::vector<Complex> &spectrum)
{
    const int half = side / 2 + 1;
    for (int ky = 0; ky < kernel; ++ky)
        for (int v = 0; v < half; ++v) {
            Complex sum = 0;
            for (int kx = 0; kx < kernel; ++kx)
                sum += double(weights[ky * kernel + kx]) * turns[std::size_t(v * kx % side)];
            rows[std::size_t(ky * half + v)] = sum;
        }
    for (int u = 0; u < side; ++u)
        for (int v = 0; v < half; ++v) {
            Complex sum = 0;
            for (int ky = 0; ky < kernel; ++ky)
                sum += rows[std::size_t(ky * half + v)] * turns[std::size_t(u * ky % side)];
            spectrum[std::size_t(u * half + v)] = sum;
        }
}

} // namespace

SpectralStep::SpectralStep(const ConvLayer &first, int side)
    : m_side(side)
    , m_inputs(first.inputs)
    , m_hidden(first.outputs)
    , m_chunks((first.inputs + kSpectralChannels - 1) / kSpectralChannels)
    , m_product(denseRowKernel(simdLevel()))
    , m_inverse(inverseKernel(simdLevel()))
{
    Q_ASSERT(side % 2 == 1 && side <= kMaxSpectralSide);
    std::vector<Complex> turns;
    for (int n = 0; n < side; ++n) {
        turns.push_back(std::polar(1.0, -2 * std::numbers::pi * n / side));
        m_cosines.push_back(float(turns.back().real()));
        m_sines.push_back(float(-turns.back().imag()));
    }
    const std::size_t panel = std::size_t(2 * m_hidden) * kPanel;
    m_weights.assign(std::size_t(m_chunks) * std::size_t(frequencies()) * kPanels * panel, 0.0F);
    std::vector<Complex> rows(std::size_t(first.kernel * halfSide()));
    std::vector<Complex> spectrum(static_cast<std::size_t>(frequencies()));
    const int taps = first.kernel * first.kernel;
    for (int hidden = 0; hidden < m_hidden; ++hidden)
        for (int in = 0; in < m_inputs; ++in) {
            transformKernel(first.weights.data() + std::ptrdiff_t(hidden * m_inputs + in) * taps,
                            first.kernel, side, turns, rows, spectrum);
            const int lane = in % kSpectralChannels;
            float *to = m_weights.data() +
                        std::size_t(in / kSpectralChannels) * std::size_t(frequencies()) * kPanels * panel +
                        std::size_t(lane / kPanel) * panel + std::size_t(lane % kPanel);
            for (int f = 0; f < frequencies(); ++f, to += kPanels * panel) {
                // The inverse wants 1/side² in all and twice what has a conjugate.
                const Complex w =
                    spectrum[std::size_t(f)] * ((f % halfSide() == 0 ? 1.0 : 2.0) / (side * side));
                to[hidden * kPanel] = float(w.real());
                to[(m_hidden + hidden) * kPanel] = float(-w.imag());
                to[2 * panel + std::size_t(hidden * kPanel)] = float(w.imag());
                to[2 * panel + std::size_t((m_hidden + hidden) * kPanel)] = float(w.real());
            }
        }
}

bool SpectralStep::isWorthwhile(const ConvLayer &first, int side)
{
    // A third of the gradients is not zero; products and transforms cost about 2.8 a point (measured).
    const double square = side - first.kernel + 1;
    return side <= kMaxSpectralSide &&
           0.35 * first.kernel * first.kernel * square * square > 2.8 * side * side;
}

void SpectralStep::begin(int pairs, SpectralScratch &scratch) const
{
    scratch.columns = columnsFor(pairs);
    const std::size_t places = std::size_t(frequencies()) * std::size_t(scratch.columns);
    scratch.gradients.resize(std::max(scratch.gradients.size(), places * std::size_t(2 * m_hidden)));
    scratch.products.resize(std::max(scratch.products.size(), places * std::size_t(kChunkFloats)));
}

void SpectralStep::add(int pair, const SparseSquare &square, int rowWeights, SpectralScratch &scratch) const
{
    const int hidden = m_hidden;
    const int half = halfSide();
    const int columns = scratch.columns;
    const int side = square.side;
    auto &dense = scratch.dense;
    dense.assign(std::size_t(hidden) * std::size_t(1 + 2 * half * side), 0.0F);
    float *pixel = dense.data();
    float *rows = dense.data() + hidden; // [y][v][real, imaginary][hidden]
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int first = square.starts[std::size_t(y * side + x)];
            const int last = square.starts[std::size_t(y * side + x + 1)];
            if (first == last)
                continue;
            std::fill_n(pixel, hidden, 0.0F);
            for (int e = first; e < last; ++e)
                pixel[square.entries[std::size_t(e)].weights / rowWeights] =
                    square.entries[std::size_t(e)].value;
            for (int v = 0; v < half; ++v) {
                const auto turn = std::size_t(v * x % m_side);
                const float cosine = m_cosines[turn];
                const float sine = -m_sines[turn];
                float *to = rows + std::ptrdiff_t(y * half + v) * 2 * hidden;
                for (int c = 0; c < hidden; ++c) {
                    to[c] += pixel[c] * cosine;
                    to[hidden + c] += pixel[c] * sine;
                }
            }
        }
    for (int u = 0; u < m_side; ++u)
        for (int v = 0; v < half; ++v) {
            if (isRedundant(u, v))
                continue;
            float *to =
                scratch.gradients.data() + (std::ptrdiff_t(u * half + v) * columns + pair) * 2 * hidden;
            std::fill_n(to, 2 * hidden, 0.0F);
            for (int y = 0; y < side; ++y) {
                const auto turn = std::size_t(u * y % m_side);
                const float cosine = m_cosines[turn];
                const float sine = -m_sines[turn];
                const float *from = rows + std::ptrdiff_t(y * half + v) * 2 * hidden;
                for (int c = 0; c < hidden; ++c) {
                    to[c] += from[c] * cosine - from[hidden + c] * sine;
                    to[hidden + c] += from[c] * sine + from[hidden + c] * cosine;
                }
            }
        }
}

void SpectralStep::run(int pairs, SpectralScratch &scratch, const std::vector<float *> &values) const
{
    const int columns = scratch.columns;
    const int depth = 2 * m_hidden;
    const int pixels = m_side * m_side;
    const std::ptrdiff_t panel = std::ptrdiff_t(depth) * kPanel;
    const std::ptrdiff_t stride = std::ptrdiff_t(columns) * kChunkFloats;
    scratch.picture.resize(std::size_t(pixels * kSpectralChannels));
    scratch.rows.resize(std::size_t(2 * kSpectralChannels * frequencies()));
    for (int chunk = 0; chunk < m_chunks; ++chunk) {
        for (int f = 0; f < frequencies(); ++f) {
            if (isRedundant(f / halfSide(), f % halfSide()))
                continue;
            float *to = scratch.products.data() + f * stride;
            std::fill_n(to, std::ptrdiff_t(columns) * kChunkFloats, 0.0F);
            m_product(scratch.gradients.data() + std::ptrdiff_t(f) * columns * depth, depth, columns, depth,
                      m_weights.data() + (std::ptrdiff_t(chunk) * frequencies() + f) * kPanels * panel, panel,
                      kPanels, to, kChunkFloats);
        }
        const int first = chunk * kSpectralChannels;
        const int count = std::min(kSpectralChannels, m_inputs - first);
        for (int pair = 0; pair < pairs; ++pair) {
            m_inverse(m_side, m_cosines.data(), m_sines.data(),
                      scratch.products.data() + std::ptrdiff_t(pair) * kChunkFloats, stride,
                      scratch.rows.data(), scratch.picture.data());
            float *to = values[std::size_t(pair)] + std::ptrdiff_t(first) * pixels;
            for (int c = 0; c < count; ++c)
                for (int p = 0; p < pixels; ++p)
                    *to++ = scratch.picture[std::size_t(p * kSpectralChannels + c)];
        }
    }
}

} // namespace WhiteBox
