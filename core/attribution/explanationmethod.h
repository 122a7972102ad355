// SPDX-License-Identifier: GPL-3.0-or-later
// All that a person may choose as an explanation, behind one function.
#pragma once

#include "core/attribution/averagedgradients.h"

#include <array>
#include <optional>

namespace WhiteBox {

/// The three rules for ReLUs, in AttributionMethod's order, and what is made of plain gradients.
enum class ExplanationMethod {
    Gradient,
    Deconvnet,
    Guided,
    InputTimesGradient,  ///< x·∂y/∂x
    IntegratedGradients, ///< x · mean of ∂y/∂x from no couplings to x (Sundararajan, Taly & Yan 2017)
    SmoothGrad,          ///< mean of ∂y/∂x under noise (Smilkov et al. 2017)
};

inline constexpr std::array kExplanationMethods = {ExplanationMethod::Gradient,
                                                   ExplanationMethod::Deconvnet,
                                                   ExplanationMethod::Guided,
                                                   ExplanationMethod::InputTimesGradient,
                                                   ExplanationMethod::IntegratedGradients,
                                                   ExplanationMethod::SmoothGrad};

/// The rule that its windows are made by.
AttributionMethod ruleOf(ExplanationMethod method);
ExplanationMethod methodOf(AttributionMethod rule);
/// Whether its values are Å, shares of the distance; else they are slopes, Å per unit of the network's input.
bool isInAngstrom(ExplanationMethod method);

struct MethodExplanation
{
    GradientWindow window;
    /// By IntegratedGradients: what they sum up to; its own window is moved away.
    std::optional<IntegratedGradients> integrated;
};
/// The window of one pair by any of them. Averages run the network some dozen times on the pair's piece of
/// the input. Fails: Cancelled, as Explainer::check().
Result<MethodExplanation> explainBy(ExplanationMethod method, const Explainer &explainer, ResiduePair pair,
                                    int channel, AttributionTarget target, const StopToken &stop = {});

} // namespace WhiteBox
