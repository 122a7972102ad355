// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/stoptoken.h"
#include "core/network/inputstack.h"
#include "core/structure/distancemap.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace WhiteBox {

/// One square convolution with bias, weights[out][in][ky][kx] as in PyTorch, odd kernel, zero padding
/// kernel/2. ky runs along residue i, kx along residue j.
struct ConvLayer
{
    int inputs = 0;
    int outputs = 0;
    int kernel = 1;
    std::vector<float> weights; ///< outputs·inputs·kernel·kernel
    std::vector<float> bias;    ///< outputs
};

struct PackedLayer;

/// Receives row i of a hidden layer (0 the first) after its ReLU: L × outputs, channels last. Called from the
/// working threads, several at a time, each row once.
using HiddenRowReceiver = std::function<void(int layer, int i, std::span<const float> values)>;

/// Convolutions with a ReLU between each two and a linear output: (441, L, L) → (C, L, L) in Å. Dropout is
/// off outside of training, so that nothing of it is left here. The arithmetic is float32. Immutable after
/// construction.
class ConvNet
{
public:
    ConvNet() = default;
    /// Fails: Mismatch, where channels of neighbouring layers or array sizes disagree, or a weight is not
    /// finite.
    static Result<ConvNet> fromLayers(std::vector<ConvLayer> layers);

    const std::vector<ConvLayer> &layers() const { return m_layers; }
    int inputChannels() const { return m_layers.front().inputs; }
    int outputChannels() const { return m_layers.back().outputs; }
    /// Side of the receptive field, Σk − layers + 1: 15 for the shipped network.
    int receptiveField() const;

    /// Output of every pair. Each layer's own output is padded with zeros at the protein's borders, as
    /// PyTorch does. Memory O(L · width), besides the result, which does not depend on threads. O(L² ·
    /// weights). Fails: Cancelled, Mismatch. Any thread.
    Result<DistanceMap> forward(const InputStack &input, int threads = 1, const StopToken &stop = {},
                                const Progress &progress = {}, const HiddenRowReceiver &hidden = {}) const;

private:
    std::vector<ConvLayer> m_layers;
    std::shared_ptr<const std::vector<PackedLayer>> m_packed; ///< the same weights in the kernels' order
};

} // namespace WhiteBox
