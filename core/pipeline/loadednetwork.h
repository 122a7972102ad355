// SPDX-License-Identifier: GPL-3.0-or-later
// A network from a file, whatever runs it: the built-in engine, or LibTorch in its plugin.
#pragma once

#include "core/attribution/explainer.h"
#include "core/attribution/foreignnetwork.h"
#include "core/base/progress.h"
#include "core/network/modelcard.h"
#include "core/network/predictor.h"

#include <memory>
#include <optional>

namespace WhiteBox {

/// Immutable after loading; may be shared between threads.
struct LoadedNetwork
{
    std::optional<ModelCard> card;
    std::shared_ptr<const ConvNet> network; ///< one of the two is null
    std::shared_ptr<const ForeignNetwork> foreign;
    QString path;

    static LoadedNetwork of(const Predictor &predictor);

    int outputChannels() const;
    /// The card's, else output0, output1, ….
    QStringList channelNames() const;
    /// With the card's normalisation; raw couplings without a card.
    InputStack inputFor(std::shared_ptr<const CouplingTensor> couplings) const;
    /// Distances of all pairs, C×L×L, Å. Fails: as ConvNet::forward() and ForeignNetwork::forward().
    Result<DistanceMap> forward(const InputStack &input, int threads = 1, const StopToken &stop = {},
                                const Progress &progress = {}) const;
    /// Fails: as Explainer::create().
    Result<std::shared_ptr<const Explainer>> explainerOf(InputStack input, int threads = 1,
                                                         const StopToken &stop = {}) const;
    /// The four channels of DistanceChannel, found by name and NaN where the network has no such output.
    /// Without names four outputs are taken as they are, and of any other number the last is Cβ–Cβ.
    DistanceMap standardChannels(const DistanceMap &map) const;
};

enum class TrustNetwork {
    IfKnown, ///< those alone that the user has trusted before
    Now,     ///< and from now on
};

/// What is known of a TorchScript file, and of its card where one lies beside it.
struct ScriptFile
{
    QString path;
    QString sha256;
    TorchScript script;
    std::optional<ModelCard> card;
};

/// By content, and by the suffixes .pt, .pth and .ts where it is not safetensors.
bool isTorchScript(const QString &path);
/// Reads, asks for trust before anything of the file is run, and tries it out. meaning: the card's where not
/// given. Fails: as TorchEngine::load(), Io, Unsupported (no archive), InvalidInput (not trusted),
/// MissingTool (no plugin), Mismatch (a card of another file).
Result<ScriptFile> openScript(const QString &path, TrustNetwork trust,
                              const std::optional<OutputMeaning> &meaning = {});

/// The card of a file that was opened. Fails: InvalidInput (not as many names as distances, or outputs that
/// are no multiple of the bins).
Result<ModelCard> cardFor(const ScriptFile &file, const QStringList &channels, const OutputMeaning &meaning,
                          Normalisation normalisation);

/// safetensors or TorchScript, with its card where it has one. Networks of convolution, ReLU and dropout run
/// in the built-in engine. Fails: as Predictor::load(), loadNetwork() and openScript().
Result<LoadedNetwork> loadNetworkFile(const QString &path, TrustNetwork trust = TrustNetwork::IfKnown);

} // namespace WhiteBox
