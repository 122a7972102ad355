// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/forwardpass.h"

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr int kDepthBlock = 448;  // of weights, 64 outputs each: 115 kB, stays in the second-level cache
constexpr int kRowsPerThread = 8; // of a batch

} // namespace

ForwardPass::ForwardPass(const std::vector<PackedLayer> &layers, const InputStack &input, int threads,
                         const StopToken &stop, const HiddenRowReceiver &hidden)
    : m_layers(layers)
    , m_input(input)
    , m_stop(stop)
    , m_hidden(hidden)
    , m_length(input.length())
    , m_pool(std::clamp(threads, 1, std::max(input.length(), 1)))
    , m_kernel(denseRowKernel(simdLevel()))
    , m_rectify(rectifyRowKernel(simdLevel()))
    , m_output(input.length(), layers.back().outputs)
{
    int radii = 0;
    std::size_t sums = 0;
    for (const PackedLayer &layer : layers) {
        radii += layer.radius();
        sums = std::max(sums, std::size_t(layer.sumColumns(m_length)) * std::size_t(layer.sumStride()));
    }
    // A layer lags its input by its radius, and the last batch makes up for the lag of all layers before it.
    const int capacity = std::min(m_length, kRowsPerThread * m_pool.threads() + 2 * radii);
    for (const PackedLayer &layer : layers) {
        Ring ring;
        ring.capacity = capacity;
        ring.rowSize = std::size_t(layer.rowColumns(m_length)) * std::size_t(layer.inputs);
        ring.margin = std::size_t(layer.radius()) * std::size_t(layer.inputs);
        ring.values.assign(std::size_t(capacity) * ring.rowSize, 0.0F);
        m_rings.push_back(std::move(ring));
    }
    m_sums.assign(std::size_t(m_pool.threads()), AlignedVector<float>(sums));
}

int ForwardPass::readyRows(int layer, int inputRows) const
{
    return inputRows >= m_length ? m_length : std::max(0, inputRows - m_layers[std::size_t(layer)].radius());
}

Result<DistanceMap> ForwardPass::run(const Progress &progress)
{
    const int batch = kRowsPerThread * m_pool.threads();
    std::vector<int> done(std::size_t(layerCount()), 0); // rows that each layer has given
    for (int first = 0; first < m_length; first += batch) {
        int rows = std::min(m_length, first + batch);
        m_pool.run(rows - first, [&](int index, int) {
            const int i = first + index;
            m_input.gatherRow(i, std::span<float>(m_rings[0].pixels(i), std::size_t(m_length) * kBlock));
        });
        for (int layer = 0; layer < layerCount(); ++layer) {
            const int from = done[std::size_t(layer)];
            const int to = readyRows(layer, rows);
            m_pool.run(to - from, [&](int index, int worker) {
                computeRow(layer, from + index, m_sums[std::size_t(worker)].data());
            });
            done[std::size_t(layer)] = rows = to;
            if (m_stop.stop_requested())
                return Error::cancelled();
        }
        progress.report(double(rows) / m_length);
    }
    return std::move(m_output);
}

void ForwardPass::computeRow(int layer, int i, float *sums)
{
    accumulate(layer, i, sums);
    if (m_stop.stop_requested())
        return;
    if (layer + 1 < layerCount())
        finishHidden(layer, i, sums);
    else
        finishOutput(i, sums);
}

void ForwardPass::accumulate(int layer, int i, float *sums)
{
    const PackedLayer &l = m_layers[std::size_t(layer)];
    const int columns = l.sumColumns(m_length);
    std::fill_n(sums, std::size_t(columns) * std::size_t(l.sumStride()), 0.0F);
    const auto panelStride = std::ptrdiff_t(l.depth) * kPanel;
    for (int firstPanel = 0; firstPanel < l.panels; firstPanel += kMaxPanels) {
        const int panels = std::min(kMaxPanels, l.panels - firstPanel);
        for (int ky = 0; ky < l.kernel; ++ky) {
            const int row = i + ky - l.radius();
            if (row < 0 || row >= m_length)
                continue; // zero padding
            const float *x = m_rings[std::size_t(layer)].row(row);
            const float *weights = l.kernelRow(ky) + firstPanel * panelStride;
            for (int k = 0; k < l.depth && !m_stop.stop_requested(); k += kDepthBlock)
                m_kernel(x + k, l.inputs, columns, std::min(kDepthBlock, l.depth - k), weights + k * kPanel,
                         panelStride, panels, sums + firstPanel * kPanel, l.sumStride());
        }
    }
}

/// The finished sum of one output, without its bias.
float ForwardPass::sumOf(const PackedLayer &layer, const float *sums, int j, int out) const
{
    const float *at = sums + std::ptrdiff_t(j) * layer.sumStride() + out;
    if (!layer.spread)
        return *at;
    float sum = 0.0F;
    for (int kx = 0; kx < layer.kernel; ++kx)
        sum += at[kx * (layer.sumStride() + layer.outputs)];
    return sum;
}

void ForwardPass::finishHidden(int layer, int i, const float *sums)
{
    const PackedLayer &l = m_layers[std::size_t(layer)];
    float *pixels = m_rings[std::size_t(layer) + 1].pixels(i);
    float *to = pixels;
    if (!l.spread)
        m_rectify(sums, l.sumStride(), m_length, l.outputs, l.bias.data(), to);
    for (int j = 0; j < m_length && l.spread; ++j)
        for (int out = 0; out < l.outputs; ++out)
            *to++ = std::max(0.0F, sumOf(l, sums, j, out) + l.bias[std::size_t(out)]);
    if (m_hidden)
        m_hidden(layer, i, std::span<const float>(pixels, std::size_t(m_length) * std::size_t(l.outputs)));
}

void ForwardPass::finishOutput(int i, const float *sums)
{
    const PackedLayer &l = m_layers.back();
    for (int out = 0; out < l.outputs; ++out)
        for (int j = 0; j < m_length; ++j)
            m_output.at(out, i, j) = sumOf(l, sums, j, out) + l.bias[std::size_t(out)];
}

} // namespace WhiteBox
