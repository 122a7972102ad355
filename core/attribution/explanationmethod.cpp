// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/explanationmethod.h"

#include <QtGlobal>

namespace WhiteBox {

namespace {

constexpr int kIntegrationSteps = 64;

Result<MethodExplanation> integrated(const Explainer &explainer, ResiduePair pair, int channel,
                                     AttributionTarget target, const StopToken &stop)
{
    auto found = integratedGradients(explainer, pair, channel, kIntegrationSteps, stop);
    if (!found.isOk())
        return std::move(found).error();
    MethodExplanation explanation;
    explanation.window = std::move(found.value().window);
    explanation.window.target = target;
    // Linear in the output: −y has the negative picture.
    if (target == AttributionTarget::LowersDistance)
        for (float &value : explanation.window.values)
            value = -value;
    explanation.integrated = std::move(found).value();
    return explanation;
}

Result<GradientWindow> windowBy(ExplanationMethod method, const Explainer &explainer, ResiduePair pair,
                                int channel, AttributionTarget target, const StopToken &stop)
{
    if (method == ExplanationMethod::SmoothGrad)
        return smoothGrad(explainer, pair, channel, ruleOf(method), target, {}, stop);
    GradientWindow window = explainer.explain(pair, channel, ruleOf(method), target);
    if (auto known = explainer.check(window); !known.isOk())
        return std::move(known).error();
    return method == ExplanationMethod::InputTimesGradient ? inputTimesGradient(explainer.input(), window)
                                                           : window;
}

} // namespace

AttributionMethod ruleOf(ExplanationMethod method)
{
    switch (method) {
    case ExplanationMethod::Deconvnet:
        return AttributionMethod::Deconvnet;
    case ExplanationMethod::Guided:
        return AttributionMethod::Guided;
    case ExplanationMethod::Gradient:
    case ExplanationMethod::InputTimesGradient:
    case ExplanationMethod::IntegratedGradients:
    case ExplanationMethod::SmoothGrad:
        break;
    }
    return AttributionMethod::Gradient;
}

ExplanationMethod methodOf(AttributionMethod rule)
{
    switch (rule) {
    case AttributionMethod::Gradient:
        return ExplanationMethod::Gradient;
    case AttributionMethod::Deconvnet:
        return ExplanationMethod::Deconvnet;
    case AttributionMethod::Guided:
        break;
    }
    return ExplanationMethod::Guided;
}

bool isInAngstrom(ExplanationMethod method)
{
    return method == ExplanationMethod::InputTimesGradient ||
           method == ExplanationMethod::IntegratedGradients;
}

Result<MethodExplanation> explainBy(ExplanationMethod method, const Explainer &explainer, ResiduePair pair,
                                    int channel, AttributionTarget target, const StopToken &stop)
{
    if (method == ExplanationMethod::IntegratedGradients)
        return integrated(explainer, pair, channel, target, stop);
    auto window = windowBy(method, explainer, pair, channel, target, stop);
    if (!window.isOk())
        return std::move(window).error();
    return MethodExplanation{std::move(window).value(), {}};
}

} // namespace WhiteBox
