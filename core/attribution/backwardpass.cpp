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

bool passes(AttributionMethod method, bool open, float gradient)
{
    switch (method) {
    case AttributionMethod::Gradient:
        return open;
    case AttributionMethod::Deconvnet:
        return gradient > 0;
    case AttributionMethod::Guided:
        break;
    }
    return open && gradient > 0;
}

/// [chunk][pixel][width] → [channel][pixel].
void transpose(const AdjointLayer &layer, int pixels, const float *sums, float *values)
{
    const int width = layer.width();
    for (int first = 0; first < layer.inputs; first += kAdjointGroup) {
        const int count = std::min(kAdjointGroup, layer.inputs - first);
        const float *from = sums + std::ptrdiff_t(first / width) * pixels * width + first % width;
        float *to = values + std::ptrdiff_t(first) * pixels;
        for (int p = 0; p < pixels; ++p)
            for (int c = 0; c < count; ++c)
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
    square.entries.clear();
    const int radius = square.side / 2;
    const std::ptrdiff_t chunkStride = std::ptrdiff_t(square.side) * square.side * above.width();
    for (int y = 0; y < square.side; ++y)
        for (int x = 0; x < square.side; ++x) {
            const int i = question.pair.i + y - radius;
            const int j = question.pair.j + x - radius;
            if (i >= 0 && i < length && j >= 0 && j < length) {
                const float *sums = scratch.sums.data() + std::ptrdiff_t(y * square.side + x) * above.width();
                const std::uint64_t *open = gates.at(i, j);
                for (int c = 0; c < above.inputs; ++c) {
                    const float g = sums[c / above.width() * chunkStride + c % above.width()];
                    if (g != 0 && passes(question.method, Gates::isOpen(open, c), g))
                        square.entries.push_back({c * weightRow, g});
                }
            }
            square.starts.push_back(int(square.entries.size()));
        }
}

void BackwardPass::run(const BackwardQuestion &question, int length, const std::vector<Gates> &gates,
                       BackwardScratch &scratch, float *values) const
{
    start(question, scratch.square);
    for (std::size_t layer = m_layers.size(); layer-- > 0;) {
        spread(m_layers[layer], scratch);
        if (layer > 0)
            pass(question, layer, length, gates[layer - 1], scratch);
    }
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
