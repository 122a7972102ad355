// SPDX-License-Identifier: GPL-3.0-or-later
// Explanations made of plain gradients, beside the three rules for ReLUs.
#pragma once

#include "core/attribution/explainer.h"

#include <cstdint>

namespace WhiteBox {

/// x·∂y/∂x of each input, Å: with the biases' part the window sums up to the output. Works on any rule's
/// window.
GradientWindow inputTimesGradient(const InputStack &input, const GradientWindow &gradient);

struct IntegratedGradients
{
    GradientWindow window;       ///< Å of each input
    double outputAngstrom = 0;   ///< y(x)
    double baselineAngstrom = 0; ///< y(0): the network without any couplings
    double sumAngstrom = 0;      ///< of the window; the integral makes it y(x) − y(0)
    double residual() const { return sumAngstrom - (outputAngstrom - baselineAngstrom); }
};
/// x · mean of ∂y/∂x on the straight way from 0 to x (Sundararajan, Taly & Yan 2017), midpoint rule. O(steps
/// · field²). Fails: Cancelled.
Result<IntegratedGradients> integratedGradients(const Explainer &explainer, ResiduePair pair, int channel,
                                                int steps = 64, const StopToken &stop = {});

struct SmoothGradOptions
{
    int samples = 32;
    double noise = 0.1; ///< standard deviation, as a share of the range of the inputs in the window
    std::uint32_t seed = 1;
};
/// Mean window under Gaussian noise on the input (Smilkov et al. 2017). Fails: Cancelled.
Result<GradientWindow> smoothGrad(const Explainer &explainer, ResiduePair pair, int channel,
                                  AttributionMethod method, AttributionTarget target,
                                  const SmoothGradOptions &options = {}, const StopToken &stop = {});

} // namespace WhiteBox
