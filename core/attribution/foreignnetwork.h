// SPDX-License-Identifier: GPL-3.0-or-later
// Networks that the built-in engine cannot run, behind an interface that knows nothing of what runs them:
// LibTorch lives in a plugin (app/torchplugin), which is loaded when such a network is first asked for.
#pragma once

#include "core/attribution/gradientwindow.h"
#include "core/base/result.h"
#include "core/base/stoptoken.h"
#include "core/network/convnet.h"
#include "core/network/inputstack.h"
#include "core/network/outputmeaning.h"
#include "core/structure/distancemap.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace WhiteBox {

/// One output, and how it is explained.
struct OutputQuestion
{
    ResiduePair pair; ///< inside 0..L−1
    int channel = 0;
    AttributionMethod method = AttributionMethod::Gradient;
    AttributionTarget target = AttributionTarget::RaisesDistance;
};

/// A network (441, L, L) → (C, L, L) in Å. Immutable; any number of threads may ask. What it is given must be
/// long enough for it; what it answers is checked each time.
class ForeignNetwork
{
public:
    virtual ~ForeignNetwork() = default;

    virtual int outputChannels() const = 0;
    /// Side of the square of inputs around a pair that can move its outputs, found by probing; 0 where that
    /// is the whole protein. A square piece of that side gives the pair the output that the whole does.
    virtual int receptiveField() const = 0;
    /// Tells networks apart: the SHA-256 of the file, lower-case hex.
    virtual QString fingerprint() const = 0;
    /// Distances of all pairs. Fails: Cancelled, ToolFailed (the network's own error), Mismatch (output of
    /// another shape or not finite), Resources.
    virtual Result<DistanceMap> forward(const InputStack &input, int threads,
                                        const StopToken &stop) const = 0;
    /// Gradient of one output by all inputs, L×L×441, channels last, its ReLUs passed by the method's rule.
    /// Forward and backward over all of the input. Fails: as forward().
    virtual Result<std::vector<float>> gradient(const InputStack &input,
                                                const OutputQuestion &question) const = 0;
    /// The output at input + t · direction for each t, in double precision. direction: L×L×441, channels
    /// last. Fails: as forward(), ToolFailed also where the network does not take doubles.
    virtual Result<std::vector<double>> outputsAlong(const InputStack &input,
                                                     std::span<const float> direction,
                                                     std::span<const double> steps, ResiduePair pair,
                                                     int channel) const = 0;
    /// Operations with weights, such as convolutions.
    virtual int layerCount() const = 0;
    /// The same network, the weights of the last layers drawn anew from normal distributions of their own
    /// means and standard deviations. Fails: ToolFailed.
    virtual Result<std::shared_ptr<const ForeignNetwork>> randomised(int layers,
                                                                     std::uint32_t seed) const = 0;
};

/// What a TorchScript file turned out to be.
struct TorchScript
{
    std::shared_ptr<const ForeignNetwork> network; ///< as LibTorch runs it
    std::vector<ConvLayer> layers; ///< of convolution, ReLU and dropout alone: for ConvNet; else empty
    QString obstacle;              ///< why layers is empty
    int outputs = 0;               ///< of the file itself: channels, or channels · bins
    int rectifiers = 0;            ///< ReLUs that guided backpropagation and the deconvnet change
    QStringList nonlinearities;    ///< other ones, which keep their gradient: "elu", "sigmoid"
};

/// What the plugin offers.
class TorchEngine
{
public:
    virtual ~TorchEngine() = default;

    /// TorchScript can do whatever a program can: only what the user trusts comes here. Eval mode, float32,
    /// CPU. name stands in messages. Fails: Parse (no TorchScript), Mismatch (takes or gives another shape,
    /// weights or outputs that are not finite), ToolFailed, Unsupported, Resources. Takes seconds: the
    /// receptive field is probed.
    virtual Result<TorchScript> load(const QByteArray &bytes, const QString &name,
                                     const OutputMeaning &meaning) const = 0;
};

/// The plugin's one function, of this name and type; null where it was built for another version.
using TorchEngineFunction = const TorchEngine *(*)(const char *version);
inline constexpr char kTorchEngineFunction[] = "whiteboxTorchEngine";

} // namespace WhiteBox
