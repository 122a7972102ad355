// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/backwardpass.h"

#include <algorithm>
#include <bit>

namespace WhiteBox {

AdjointLayer AdjointLayer::pack(const ConvLayer &layer)
{
    AdjointLayer packed;
    packed.inputs = layer.inputs;
    packed.outputs = layer.outputs;
    packed.kernel = layer.kernel;
    packed.bias = layer.bias;
    const int groups = (layer.inputs + kAdjointGroup - 1) / kAdjointGroup;
    packed.chunks = (groups + kMaxAdjointGroups - 1) / kMaxAdjointGroups;
    packed.groups = (groups + packed.chunks - 1) / packed.chunks;
    const int taps = layer.kernel * layer.kernel;
    const int width = packed.width();
    packed.weights.assign(std::size_t(packed.chunks) * std::size_t(taps) * std::size_t(layer.outputs) *
                              std::size_t(width),
                          0.0F);
    const float *from = layer.weights.data();
    for (int out = 0; out < layer.outputs; ++out)
        for (int in = 0; in < layer.inputs; ++in)
            for (int tap = 0; tap < taps; ++tap) {
                const std::size_t block = std::size_t(in / width) * std::size_t(taps) + std::size_t(tap);
                const std::size_t row = block * std::size_t(layer.outputs) + std::size_t(out);
                packed.weights[row * std::size_t(width) + std::size_t(in % width)] = *from++;
            }
    return packed;
}

namespace {

/// Of a unit that the method does not close.
template <AttributionMethod method>
bool passes(float gradient)
{
    return method == AttributionMethod::Gradient ? gradient != 0 : gradient > 0;
}

/// Bits begin ≤ c < end of the word that holds channels 64·word and on.
std::uint64_t bitsBetween(int begin, int end, int word)
{
    const int low = std::max(begin - 64 * word, 0);
    const int high = std::min(end - 64 * word, 64);
    return (~std::uint64_t(0) << low) & (~std::uint64_t(0) >> (64 - high));
}

/// One pixel's gradients through the ReLU below `above`, to where `to` points; the end of what passed. Every
/// gradient is written and many are overwritten by the next: which pass is a matter of chance, and a wrongly
/// predicted branch costs more.
template <AttributionMethod method>
AdjointEntry *passPixel(const AdjointLayer &above, const float *sums, std::ptrdiff_t chunkStride,
                        const std::uint64_t *open, int weightRow, AdjointEntry *to)
{
    for (int chunk = 0; chunk < above.chunks; ++chunk) {
        const int begin = chunk * above.width();
        const int end = std::min(begin + above.width(), above.inputs);
        const float *from = sums + chunk * chunkStride - begin;
        for (int word = begin / 64; 64 * word < end; ++word) {
            // The deconvnet does not ask what was open.
            std::uint64_t bits = bitsBetween(begin, end, word);
            if constexpr (method != AttributionMethod::Deconvnet)
                bits &= open[word];
            for (; bits != 0; bits &= bits - 1) {
                const int c = 64 * word + std::countr_zero(bits);
                *to = {c * weightRow, from[c]};
                to += int(passes<method>(from[c]));
            }
        }
    }
    return to;
}

using PassPixel = AdjointEntry *(*)(const AdjointLayer &, const float *, std::ptrdiff_t,
                                    const std::uint64_t *, int, AdjointEntry *);

PassPixel passPixelOf(AttributionMethod method)
{
    switch (method) {
    case AttributionMethod::Gradient:
        return passPixel<AttributionMethod::Gradient>;
    case AttributionMethod::Deconvnet:
        return passPixel<AttributionMethod::Deconvnet>;
    case AttributionMethod::Guided:
        break;
    }
    return passPixel<AttributionMethod::Guided>;
}

} // namespace

BackwardPass::BackwardPass(const ConvNet &network)
    : m_side(network.receptiveField())
    , m_adjoint(adjointKernel(simdLevel()))
    , m_transpose(transposeKernel(simdLevel()))
{
    for (const ConvLayer &layer : network.layers())
        m_layers.push_back(AdjointLayer::pack(layer));
}

void BackwardPass::start(const BackwardQuestion &question, SparseSquare &square) const
{
    square.side = 1;
    square.starts.assign({0, 1});
    square.entries.resize(std::max<std::size_t>(1, square.entries.size()));
    square.entries.front() = {question.channel * m_layers.back().width(), question.sign};
}

/// Gradients of a layer's outputs (scratch.square) → of its inputs (scratch.sums), a square grown by kernel
/// − 1.
void BackwardPass::spread(const AdjointLayer &layer, BackwardScratch &scratch) const
{
    const int below = scratch.square.side + layer.kernel - 1;
    const std::ptrdiff_t rowStride = std::ptrdiff_t(below) * layer.width();
    const std::ptrdiff_t chunkStride = rowStride * below;
    scratch.sums.assign(std::size_t(chunkStride) * std::size_t(layer.chunks), 0.0F);
    // A tap's weights of one chunk stay in the first-level cache while all pixels go by.
    for (int chunk = 0; chunk < layer.chunks; ++chunk)
        for (int ky = 0; ky < layer.kernel; ++ky)
            for (int kx = 0; kx < layer.kernel; ++kx)
                m_adjoint(scratch.square.side, scratch.square.starts.data(), scratch.square.entries.data(),
                          layer.tap(chunk, ky * layer.kernel + kx), layer.groups,
                          scratch.sums.data() + chunk * chunkStride + ky * rowStride + kx * layer.width(),
                          rowStride);
}

/// Gradients of a layer's inputs (scratch.sums) → through the ReLU that they came from (scratch.square).
void BackwardPass::pass(const BackwardQuestion &question, std::size_t layer, int length, const Gates &gates,
                        BackwardScratch &scratch) const
{
    const AdjointLayer &above = m_layers[layer];
    const int weightRow = m_layers[layer - 1].width(); // the next weights are those of the layer below
    SparseSquare &square = scratch.square;
    square.side += above.kernel - 1;
    square.starts.assign(1, 0);
    // One more than can pass: the last one may be written in vain.
    const std::size_t most = std::size_t(square.side * square.side * above.inputs) + 1;
    if (square.entries.size() < most)
        square.entries.resize(most);
    AdjointEntry *to = square.entries.data();
    const PassPixel passThrough = passPixelOf(question.method);
    const int radius = square.side / 2;
    const std::ptrdiff_t chunkStride = std::ptrdiff_t(square.side) * square.side * above.width();
    for (int y = 0; y < square.side; ++y)
        for (int x = 0; x < square.side; ++x) {
            const int i = question.pair.i + y - radius;
            const int j = question.pair.j + x - radius;
            if (i >= 0 && i < length && j >= 0 && j < length)
                to = passThrough(above,
                                 scratch.sums.data() + std::ptrdiff_t(y * square.side + x) * above.width(),
                                 chunkStride, gates.at(i, j), weightRow, to);
            square.starts.push_back(int(to - square.entries.data()));
        }
}

void BackwardPass::runHidden(const BackwardQuestion &question, int length, const std::vector<Gates> &gates,
                             BackwardScratch &scratch) const
{
    start(question, scratch.square);
    for (std::size_t layer = m_layers.size(); layer-- > 1;) {
        spread(m_layers[layer], scratch);
        pass(question, layer, length, gates[layer - 1], scratch);
    }
}

void BackwardPass::run(const BackwardQuestion &question, int length, const std::vector<Gates> &gates,
                       BackwardScratch &scratch, float *values) const
{
    runHidden(question, length, gates, scratch);
    const AdjointLayer &first = m_layers.front();
    spread(first, scratch);
    const int pixels = m_side * m_side;
    for (int chunk = 0; chunk < first.chunks; ++chunk) {
        const int begin = chunk * first.width();
        m_transpose(first.width(), std::min(first.width(), first.inputs - begin), pixels,
                    scratch.sums.data() + std::ptrdiff_t(begin) * pixels,
                    values + std::ptrdiff_t(begin) * pixels);
    }
}

double BackwardPass::biasPart(const BackwardQuestion &question, int length, const std::vector<Gates> &gates,
                              BackwardScratch &scratch) const
{
    double part = 0;
    start(question, scratch.square);
    for (std::size_t layer = m_layers.size(); layer-- > 0;) {
        const AdjointLayer &l = m_layers[layer];
        for (const AdjointEntry &entry : scratch.square.all())
            part += double(entry.value) * double(l.bias[std::size_t(entry.weights / l.width())]);
        if (layer == 0)
            break;
        spread(l, scratch);
        pass(question, layer, length, gates[layer - 1], scratch);
    }
    return part;
}

} // namespace WhiteBox
