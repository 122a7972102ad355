// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/backwardpass.h"

#include <algorithm>

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

template <AttributionMethod method>
bool passes(bool open, float gradient)
{
    if constexpr (method == AttributionMethod::Gradient)
        return open && gradient != 0;
    else if constexpr (method == AttributionMethod::Deconvnet)
        return gradient > 0;
    else
        return open && gradient > 0;
}

/// One pixel's gradients through the ReLU below `above`, to where `to` points; the end of what passed. Every
/// gradient is written and most are overwritten by the next: which pass is a matter of chance, and a wrongly
/// predicted branch costs more.
template <AttributionMethod method>
AdjointEntry *passPixel(const AdjointLayer &above, const float *sums, std::ptrdiff_t chunkStride,
                        const std::uint64_t *open, int weightRow, AdjointEntry *to)
{
    for (int chunk = 0, c = 0; c < above.inputs; ++chunk) {
        const float *from = sums + chunk * chunkStride;
        const int end = std::min(c + above.width(), above.inputs);
        for (; c < end; ++c, ++from) {
            *to = {c * weightRow, *from};
            to += int(passes<method>(Gates::isOpen(open, c), *from));
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

/// [chunk][pixel][width] → [channel][pixel]. Sixteen pixels of sixteen channels at a time: what is read and
/// what is written stay in the first-level cache.
void transpose(const AdjointLayer &layer, int pixels, const float *sums, float *values)
{
    const int width = layer.width();
    for (int first = 0; first < layer.inputs; first += kAdjointGroup) {
        const int count = std::min(kAdjointGroup, layer.inputs - first);
        const float *from = sums + std::ptrdiff_t(first / width) * pixels * width + first % width;
        float *to = values + std::ptrdiff_t(first) * pixels;
        for (int begin = 0; begin < pixels; begin += kAdjointGroup)
            for (int c = 0; c < count; ++c)
                for (int p = begin; p < std::min(begin + kAdjointGroup, pixels); ++p)
                    to[std::ptrdiff_t(c) * pixels + p] = from[std::ptrdiff_t(p) * width + c];
    }
}

} // namespace

BackwardPass::BackwardPass(const ConvNet &network)
    : m_side(network.receptiveField())
    , m_kernel(adjointKernel(simdLevel()))
{
    for (const ConvLayer &layer : network.layers())
        m_layers.push_back(AdjointLayer::pack(layer));
}

void BackwardPass::start(const BackwardQuestion &question, SparseSquare &square) const
{
    square.side = 1;
    square.starts.assign({0, 1});
    square.entries.assign(1, {question.channel * m_layers.back().width(), question.sign});
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
                m_kernel(scratch.square.side, scratch.square.starts.data(), scratch.square.entries.data(),
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
    square.entries.resize(std::size_t(square.side * square.side * above.inputs) + 1);
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
    square.entries.resize(std::size_t(to - square.entries.data()));
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
    spread(m_layers.front(), scratch);
    transpose(m_layers.front(), m_side * m_side, scratch.sums.data(), values);
}

double BackwardPass::biasPart(const BackwardQuestion &question, int length, const std::vector<Gates> &gates,
                              BackwardScratch &scratch) const
{
    double part = 0;
    start(question, scratch.square);
    for (std::size_t layer = m_layers.size(); layer-- > 0;) {
        const AdjointLayer &l = m_layers[layer];
        for (const AdjointEntry &entry : scratch.square.entries)
            part += double(entry.value) * double(l.bias[std::size_t(entry.weights / l.width())]);
        if (layer == 0)
            break;
        spread(l, scratch);
        pass(question, layer, length, gates[layer - 1], scratch);
    }
    return part;
}

} // namespace WhiteBox
