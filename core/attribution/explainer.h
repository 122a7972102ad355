// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/foreignnetwork.h"
#include "core/attribution/gradientwindow.h"
#include "core/base/result.h"
#include "core/base/stoptoken.h"
#include "core/network/convnet.h"

#include <memory>
#include <span>

namespace WhiteBox {

/// Explains single outputs of one network on one protein. For the built-in engine it holds the gates of the
/// hidden layers, computed once; afterwards explain() is a matter of a millisecond. A foreign network runs
/// forward and backward for each window. Immutable after creation: any number of threads may ask.
class Explainer
{
public:
    /// Runs the network once and keeps its hidden activations. Fails: Cancelled, Mismatch.
    static Result<std::shared_ptr<const Explainer>> create(std::shared_ptr<const ConvNet> network,
                                                           InputStack input, int threads = 1,
                                                           const StopToken &stop = {});
    /// The same for a network that the built-in engine cannot run. Fails: as ForeignNetwork::forward().
    static Result<std::shared_ptr<const Explainer>> create(std::shared_ptr<const ForeignNetwork> network,
                                                           InputStack input, int threads = 1,
                                                           const StopToken &stop = {});
    /// The same network on another input. Fails: as create().
    Result<std::shared_ptr<const Explainer>> on(InputStack input, const StopToken &stop = {}) const;
    ~Explainer();

    /// Null where the built-in engine runs the network; network() is for those alone.
    const ForeignNetwork *foreign() const;
    const ConvNet &network() const;
    /// Of every window: the receptive field, at most kForeignWindow for foreign networks.
    int windowSide() const;
    /// Of the square piece of the input that gives a pair the same output and window as the whole.
    int pieceSide() const;
    const InputStack &input() const;
    /// The network's output, of the same pass.
    const DistanceMap &output() const;

    /// Window of one pair; pair inside 0..L−1 and channel inside the outputs are the caller's duty. All NaN
    /// where a foreign network fails, see isUnknown().
    GradientWindow explain(ResiduePair pair, int channel, AttributionMethod method,
                           AttributionTarget target = AttributionTarget::RaisesDistance) const;
    /// The same into a window that was used before: fresh memory costs as much as the arithmetic.
    void explainInto(GradientWindow &window, ResiduePair pair, int channel, AttributionMethod method,
                     AttributionTarget target = AttributionTarget::RaisesDistance) const;
    /// Fails: as ForeignNetwork::gradient(), where the window is unknown.
    Result<void> check(const GradientWindow &window) const;
    /// The windows of many pairs, each as explain()'s but for rounding (1e-6 of the window's maximum):
    /// networks whose first kernels are large take their last step in the frequency domain, all pairs
    /// together. The result of a pair does not depend on the others. windows: as many as pairs; fastest used
    /// again.
    void explainMany(std::span<const ResiduePair> pairs, int channel, AttributionMethod method,
                     AttributionTarget target, std::span<GradientWindow> windows) const;
    /// How many pairs explainMany() takes best at once: enough to share the weights, few enough for the
    /// caches.
    int groupSize() const;
    /// The biases' part b of one output, Å. The network is piecewise linear, so that y = Σ x·∂y/∂x + b
    /// exactly. NaN for foreign networks, which do not tell.
    double biasPart(ResiduePair pair, int channel) const;

private:
    struct Private;
    explicit Explainer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// The network's input (couplings times the input's scale) over the same window as an explanation: the
/// picture beside it.
GradientWindow inputWindow(const InputStack &input, ResiduePair pair, int side);

} // namespace WhiteBox
