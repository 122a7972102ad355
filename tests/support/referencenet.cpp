// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/referencenet.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace WhiteBox::Test {

std::vector<ConvLayer> randomLayers(const std::vector<int> &widths, const std::vector<int> &kernels,
                                    unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<ConvLayer> layers;
    for (std::size_t l = 0; l < kernels.size(); ++l) {
        ConvLayer layer;
        layer.inputs = widths[l];
        layer.outputs = widths[l + 1];
        layer.kernel = kernels[l];
        const std::size_t fan =
            std::size_t(layer.inputs) * std::size_t(layer.kernel) * std::size_t(layer.kernel);
        std::normal_distribution<float> weight(0.0F, std::sqrt(2.0F / float(fan)));
        layer.weights.resize(fan * std::size_t(layer.outputs));
        std::generate(layer.weights.begin(), layer.weights.end(), [&] { return weight(random); });
        std::normal_distribution<float> bias(0.0F, 0.3F);
        layer.bias.resize(std::size_t(layer.outputs));
        std::generate(layer.bias.begin(), layer.bias.end(), [&] { return bias(random); });
        layers.push_back(layer);
    }
    return layers;
}

std::vector<float> randomDense(int length, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values(std::size_t(length) * std::size_t(length) * kBlock);
    std::generate(values.begin(), values.end(), [&] { return normal(random); });
    return values;
}

CouplingTensor randomCouplings(int length, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0.0F, 0.2F);
    CouplingTensor couplings(length);
    for (float &value : couplings.values())
        value = normal(random);
    return couplings;
}

Plane planeOf(const InputStack &input)
{
    Plane plane(kBlock, input.length());
    for (int a = 0; a < kStates; ++a)
        for (int b = 0; b < kStates; ++b)
            for (int i = 0; i < input.length(); ++i)
                for (int j = 0; j < input.length(); ++j)
                    plane.at(a * kStates + b, i, j) = double(input.at(i, j, a, b));
    return plane;
}

namespace {

/// Calls f(weight, out, in, i, j, input i, input j) for every product of a convolution.
template <class F>
void forEachProduct(const ConvLayer &layer, int length, F &&f)
{
    const int k = layer.kernel;
    for (int out = 0; out < layer.outputs; ++out)
        for (int in = 0; in < layer.inputs; ++in)
            for (int ky = 0; ky < k; ++ky)
                for (int kx = 0; kx < k; ++kx) {
                    const double w =
                        double(layer.weights[std::size_t(((out * layer.inputs + in) * k + ky) * k + kx)]);
                    for (int i = std::max(0, k / 2 - ky); i < std::min(length, length + k / 2 - ky); ++i)
                        for (int j = std::max(0, k / 2 - kx); j < std::min(length, length + k / 2 - kx); ++j)
                            f(w, out, in, i, j, i + ky - k / 2, j + kx - k / 2);
                }
}

} // namespace

Plane convolve(const ConvLayer &layer, const Plane &input)
{
    Plane output(layer.outputs, input.length);
    for (int out = 0; out < layer.outputs; ++out)
        for (int i = 0; i < input.length; ++i)
            for (int j = 0; j < input.length; ++j)
                output.at(out, i, j) = double(layer.bias[std::size_t(out)]);
    forEachProduct(layer, input.length, [&](double w, int out, int in, int i, int j, int ii, int jj) {
        output.at(out, i, j) += w * input.at(in, ii, jj);
    });
    return output;
}

std::vector<Plane> referenceForward(const std::vector<ConvLayer> &layers, const Plane &input)
{
    std::vector<Plane> before;
    Plane x = input;
    for (const ConvLayer &layer : layers) {
        before.push_back(convolve(layer, x));
        x = before.back();
        for (double &value : x.values)
            value = std::max(value, 0.0);
    }
    return before;
}

Plane referenceGradient(const std::vector<ConvLayer> &layers, const std::vector<Plane> &before,
                        ResiduePair pair, int channel, AttributionMethod method, AttributionTarget target)
{
    const int length = before.back().length;
    Plane gradient(layers.back().outputs, length);
    gradient.at(channel, pair.i, pair.j) = target == AttributionTarget::RaisesDistance ? 1.0 : -1.0;
    for (int l = int(layers.size()) - 1; l >= 0; --l) {
        Plane below(layers[std::size_t(l)].inputs, length);
        forEachProduct(layers[std::size_t(l)], length,
                       [&](double w, int out, int in, int i, int j, int ii, int jj) {
                           below.at(in, ii, jj) += w * gradient.at(out, i, j);
                       });
        gradient = below;
        for (std::size_t n = 0; l > 0 && n < gradient.values.size(); ++n) {
            const bool open = before[std::size_t(l - 1)].values[n] > 0;
            const bool positive = gradient.values[n] > 0;
            const bool passes = method == AttributionMethod::Gradient    ? open
                                : method == AttributionMethod::Deconvnet ? positive
                                                                         : open && positive;
            if (!passes)
                gradient.values[n] = 0;
        }
    }
    return gradient;
}

} // namespace WhiteBox::Test
