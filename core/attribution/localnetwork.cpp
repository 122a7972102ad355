// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/localnetwork.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

namespace WhiteBox {

namespace {

std::size_t at(int radius, int y, int x, int channels)
{
    return std::size_t((y + radius) * (2 * radius + 1) + x + radius) * std::size_t(channels);
}

/// [output][input][tap] → [tap][input][output].
std::vector<double> turned(const ConvLayer &layer)
{
    const auto taps = std::size_t(layer.kernel) * std::size_t(layer.kernel);
    const auto inputs = std::size_t(layer.inputs);
    const auto outputs = std::size_t(layer.outputs);
    std::vector<double> result(taps * inputs * outputs);
    for (std::size_t n = 0; n < result.size(); ++n) {
        const std::size_t out = n / (inputs * taps);
        result[(n % taps * inputs + n / taps % inputs) * outputs + out] = double(layer.weights[n]);
    }
    return result;
}

} // namespace

LocalNetwork::LocalNetwork(std::shared_ptr<const ConvNet> network, const InputStack &input, ResiduePair pair,
                           int channel)
    : m_network(std::move(network))
    , m_pair(pair)
    , m_channel(channel)
    , m_length(input.length())
{
    const int radius = m_network->receptiveField() / 2;
    const ConvLayer &first = m_network->layers().front();
    m_firstRadius = radius - first.kernel / 2;
    const int side = 2 * m_firstRadius + 1;
    for (std::size_t l = 1; l < m_network->layers().size(); ++l)
        m_weights.push_back(turned(m_network->layers()[l]));
    m_sums.assign(std::size_t(side * side * first.outputs), 0.0);
    std::vector<float> block(kBlock);
    for (int di = -radius; di <= radius; ++di)
        for (int dj = -radius; dj <= radius; ++dj)
            if (isInside(di, dj)) {
                input.gather(pair.i + di, pair.j + dj, std::span<float, kBlock>(block.data(), kBlock));
                addInput(di, dj, block, m_sums);
            }
}

bool LocalNetwork::isInside(int di, int dj) const
{
    const int i = m_pair.i + di;
    const int j = m_pair.j + dj;
    return i >= 0 && i < m_length && j >= 0 && j < m_length;
}

/// Spreads the channels of one input position over the outputs that see it.
void LocalNetwork::addInput(int di, int dj, const std::vector<float> &block, Sums &sums) const
{
    const ConvLayer &layer = m_network->layers().front();
    const int k = layer.kernel;
    for (int ky = 0; ky < k; ++ky)
        for (int kx = 0; kx < k; ++kx) {
            const int y = di - ky + k / 2;
            const int x = dj - kx + k / 2;
            if (std::max(std::abs(y), std::abs(x)) > m_firstRadius)
                continue;
            double *to = sums.data() + at(m_firstRadius, y, x, layer.outputs);
            for (int out = 0; out < layer.outputs; ++out) {
                const float *weight =
                    layer.weights.data() + std::ptrdiff_t(out) * layer.inputs * k * k + ky * k + kx;
                for (std::size_t in = 0; in < block.size(); ++in)
                    if (block[in] != 0)
                        to[out] += double(block[in]) * double(weight[in * std::size_t(k * k)]);
            }
        }
}

LocalNetwork::Sums LocalNetwork::moveOf(int a, int b, int di, int dj) const
{
    Sums move(m_sums.size(), 0.0);
    if (isInside(di, dj)) {
        std::vector<float> block(kBlock, 0.0F);
        block[std::size_t(a * kStates + b)] = 1.0F;
        addInput(di, dj, block, move);
    }
    return move;
}

LocalNetwork::Sums LocalNetwork::moveOf(const std::vector<float> &direction) const
{
    const int radius = m_network->receptiveField() / 2;
    const std::size_t cells = direction.size() / kBlock;
    Sums move(m_sums.size(), 0.0);
    std::vector<float> block(kBlock);
    for (int di = -radius; di <= radius; ++di)
        for (int dj = -radius; dj <= radius; ++dj) {
            if (!isInside(di, dj))
                continue;
            for (std::size_t channel = 0; channel < kBlock; ++channel)
                block[channel] = direction[channel * cells + at(radius, di, dj, 1)];
            addInput(di, dj, block, move);
        }
    return move;
}

double LocalNetwork::outputAt(const Sums &move, double t) const
{
    Sums sums = m_sums;
    for (std::size_t n = 0; n < sums.size(); ++n)
        sums[n] += t * move[n];
    return finish(std::move(sums));
}

double LocalNetwork::output() const
{
    return finish(m_sums);
}

/// Outputs of a layer after the first, without bias, from the sums of a square around the pair.
LocalNetwork::Sums LocalNetwork::convolve(std::size_t layer, int radius, const Sums &sums) const
{
    const ConvLayer &l = m_network->layers()[layer];
    const int k = l.kernel;
    const int inner = radius - k / 2;
    Sums result(std::size_t((2 * inner + 1) * (2 * inner + 1) * l.outputs), 0.0);
    for (int y = -inner; y <= inner; ++y)
        for (int x = -inner; x <= inner; ++x) {
            double *to = result.data() + at(inner, y, x, l.outputs);
            const double *weight = m_weights[layer - 1].data();
            for (int tap = 0; tap < k * k; ++tap) {
                const double *from =
                    sums.data() + at(radius, y + tap / k - k / 2, x + tap % k - k / 2, l.inputs);
                for (int in = 0; in < l.inputs; ++in, weight += l.outputs)
                    if (from[in] != 0)
                        for (int out = 0; out < l.outputs; ++out)
                            to[out] += from[in] * weight[out];
            }
        }
    return result;
}

/// The remaining layers; positions outside the protein stay zero.
double LocalNetwork::finish(Sums sums) const
{
    const auto &layers = m_network->layers();
    int radius = m_firstRadius;
    for (std::size_t l = 0;; ++l) {
        const bool last = l + 1 == layers.size();
        const int channels = layers[l].outputs;
        for (int y = -radius; y <= radius; ++y)
            for (int x = -radius; x <= radius; ++x)
                for (int c = 0; c < channels; ++c) {
                    double &z = sums[at(radius, y, x, channels) + std::size_t(c)];
                    z += double(layers[l].bias[std::size_t(c)]);
                    if (!last)
                        z = isInside(y, x) ? std::max(z, 0.0) : 0.0;
                }
        if (last)
            return sums[at(radius, 0, 0, channels) + std::size_t(m_channel)];
        sums = convolve(l + 1, radius, sums);
        radius -= layers[l + 1].kernel / 2;
    }
}

/// A ReLU for sums and their slopes, and where its units would switch.
void LocalNetwork::rectify(int radius, int channels, double t, Trace &trace, Sums &sums, Sums &slopes) const
{
    for (int y = -radius; y <= radius; ++y)
        for (int x = -radius; x <= radius; ++x)
            for (int c = 0; c < channels; ++c) {
                const std::size_t n = at(radius, y, x, channels) + std::size_t(c);
                const bool open = isInside(y, x) && sums[n] > 0;
                trace.open.push_back(char(open));
                if (isInside(y, x) && slopes[n] != 0) {
                    const double crossing = t - sums[n] / slopes[n];
                    if (crossing > t)
                        trace.up = std::min(trace.up, crossing);
                    else if (crossing < t)
                        trace.down = std::max(trace.down, crossing);
                }
                if (!open)
                    sums[n] = slopes[n] = 0;
            }
}

LocalNetwork::Trace LocalNetwork::trace(const Sums &move, double t) const
{
    const auto &layers = m_network->layers();
    Trace trace;
    trace.up = std::numeric_limits<double>::infinity();
    trace.down = -trace.up;
    Sums sums = m_sums;
    Sums slopes = move;
    for (std::size_t n = 0; n < sums.size(); ++n)
        sums[n] += t * move[n];
    int radius = m_firstRadius;
    for (std::size_t l = 0;; ++l) {
        const auto channels = std::size_t(layers[l].outputs);
        for (std::size_t n = 0; n < sums.size(); ++n)
            sums[n] += double(layers[l].bias[n % channels]);
        if (l + 1 == layers.size())
            break;
        rectify(radius, int(channels), t, trace, sums, slopes);
        sums = convolve(l + 1, radius, sums);
        slopes = convolve(l + 1, radius, slopes);
        radius -= layers[l + 1].kernel / 2;
    }
    trace.output = sums[std::size_t(m_channel)];
    trace.slope = slopes[std::size_t(m_channel)];
    return trace;
}

} // namespace WhiteBox
