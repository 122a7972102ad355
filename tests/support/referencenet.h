// SPDX-License-Identifier: GPL-3.0-or-later
// A second, plain way to the network's numbers for tests: double precision, whole maps, loops as in the
// definition. It shares no code with the engine.
#pragma once

#include "core/attribution/gradientwindow.h"
#include "core/network/convnet.h"

#include <cstdint>
#include <vector>

namespace WhiteBox::Test {

/// channels × L × L.
struct Plane
{
    int channels = 0;
    int length = 0;
    std::vector<double> values;

    Plane(int c, int l)
        : channels(c)
        , length(l)
        , values(std::size_t(c) * std::size_t(l) * std::size_t(l), 0.0)
    {}
    bool contains(int i, int j) const { return i >= 0 && i < length && j >= 0 && j < length; }
    double &at(int c, int i, int j)
    {
        return values[(std::size_t(c) * std::size_t(length) + std::size_t(i)) * std::size_t(length) +
                      std::size_t(j)];
    }
    double at(int c, int i, int j) const { return const_cast<Plane *>(this)->at(c, i, j); }
};

/// Layers with the given widths and kernels, weights and biases from a seeded generator. widths[0] is 441.
std::vector<ConvLayer> randomLayers(const std::vector<int> &widths, const std::vector<int> &kernels,
                                    unsigned seed);
/// Dense values, L×L×441, normally distributed.
std::vector<float> randomDense(int length, unsigned seed);
CouplingTensor randomCouplings(int length, unsigned seed);

Plane planeOf(const InputStack &input);
/// One layer without its ReLU.
Plane convolve(const ConvLayer &layer, const Plane &input);
/// What every layer gives before its ReLU, the output last.
std::vector<Plane> referenceForward(const std::vector<ConvLayer> &layers, const Plane &input);
/// The method applied to +y or −y of one output, over the whole input.
Plane referenceGradient(const std::vector<ConvLayer> &layers, const std::vector<Plane> &before,
                        ResiduePair pair, int channel, AttributionMethod method, AttributionTarget target);

} // namespace WhiteBox::Test
