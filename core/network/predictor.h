// SPDX-License-Identifier: GPL-3.0-or-later
// From couplings to distances: the weights, the card that says how to feed them, and the built-in engine.
#pragma once

#include "core/network/convnet.h"
#include "core/network/modelcard.h"

#include <memory>

namespace WhiteBox {

/// A trained network with its model card. Immutable; may be shared between threads.
class Predictor
{
public:
    /// Weights in safetensors (tensors conv1.weight, conv1.bias, conv2.weight …) with the card beside them.
    /// Fails: Io, Parse, Unsupported (also TorchScript), Mismatch (hash, channels or receptive field differ
    /// from the card's).
    static Result<std::shared_ptr<const Predictor>> load(const QString &safetensorsPath);
    /// The model that comes with the program. WHITEBOX_MODEL names another one. Fails: MissingTool, and as
    /// load().
    static Result<std::shared_ptr<const Predictor>> loadShipped();
    /// Path of the weights that loadShipped() takes. Fails: MissingTool.
    static Result<QString> shippedPath();

    const ModelCard &card() const { return m_card; }
    const QString &path() const { return m_path; }
    std::shared_ptr<const ConvNet> network() const { return m_network; }

    /// What the network sees of these couplings: the card's normalisation applied. O(L²·441).
    InputStack inputFor(std::shared_ptr<const CouplingTensor> couplings) const;
    /// Distances of all pairs, 4 × L × L, Å. Fails: Cancelled, Mismatch.
    Result<DistanceMap> predict(std::shared_ptr<const CouplingTensor> couplings, int threads = 1,
                                const StopToken &stop = {}, const Progress &progress = {}) const;

private:
    Predictor() = default;

    QString m_path;
    ModelCard m_card;
    std::shared_ptr<const ConvNet> m_network;
};

} // namespace WhiteBox
