// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/gradientwindow.h"
#include "core/base/result.h"
#include "core/base/stoptoken.h"
#include "core/network/convnet.h"

#include <memory>
#include <span>

namespace WhiteBox {

/// Explains single outputs of one network on one protein. Holds the gates of the hidden layers, computed
/// once; afterwards explain() is a matter of a millisecond. Immutable after creation: any number of threads
/// may ask.
class Explainer
{
public:
    /// Runs the network once and keeps its hidden activations. Fails: Cancelled, Mismatch.
    static Result<std::shared_ptr<const Explainer>> create(std::shared_ptr<const ConvNet> network,
                                                           InputStack input, int threads = 1,
                                                           const StopToken &stop = {});
    ~Explainer();

    const ConvNet &network() const;
    const InputStack &input() const;
    /// The network's output, of the same pass.
    const DistanceMap &output() const;

    /// Window of one pair; pair inside 0..L−1 and channel inside the outputs are the caller's duty.
    GradientWindow explain(ResiduePair pair, int channel, AttributionMethod method,
                           AttributionTarget target = AttributionTarget::RaisesDistance) const;
    /// The same into a window that was used before: fresh memory costs as much as the arithmetic.
    void explainInto(GradientWindow &window, ResiduePair pair, int channel, AttributionMethod method,
                     AttributionTarget target = AttributionTarget::RaisesDistance) const;
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
    /// exactly.
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
