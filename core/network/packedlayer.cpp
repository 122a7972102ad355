// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/packedlayer.h"

#include "core/network/convnet.h"

namespace WhiteBox {

PackedLayer PackedLayer::pack(const ConvLayer &layer)
{
    PackedLayer packed;
    packed.inputs = layer.inputs;
    packed.outputs = layer.outputs;
    packed.kernel = layer.kernel;
    packed.bias = layer.bias;
    packed.spread = layer.kernel > 1 && layer.outputs < kPanel;
    const int sums = packed.spread ? layer.outputs * layer.kernel : layer.outputs;
    packed.panels = (sums + kPanel - 1) / kPanel;
    packed.depth = packed.spread ? layer.inputs : layer.inputs * layer.kernel;
    const auto k = std::size_t(layer.kernel);
    packed.weights.assign(k * std::size_t(packed.sumStride()) * std::size_t(packed.depth), 0.0F);
    const float *from = layer.weights.data();
    for (int out = 0; out < layer.outputs; ++out)
        for (int in = 0; in < layer.inputs; ++in)
            for (int ky = 0; ky < layer.kernel; ++ky)
                for (int kx = 0; kx < layer.kernel; ++kx) {
                    const int sum = packed.spread ? kx * layer.outputs + out : out;
                    const int row = packed.spread ? in : kx * layer.inputs + in;
                    const std::size_t panel =
                        std::size_t(ky) * std::size_t(packed.panels) + std::size_t(sum / kPanel);
                    packed.weights[(panel * std::size_t(packed.depth) + std::size_t(row)) * kPanel +
                                   std::size_t(sum % kPanel)] = *from++;
                }
    return packed;
}

} // namespace WhiteBox
