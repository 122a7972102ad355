// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/averagedgradients.h"

#include "core/attribution/localproblem.h"

#include <QtGlobal>

#include <algorithm>
#include <numeric>
#include <random>

namespace WhiteBox {

namespace {

std::vector<float> scaled(const std::vector<float> &values, float factor)
{
    std::vector<float> result = values;
    for (float &value : result)
        value *= factor;
    return result;
}

void add(GradientWindow &sum, const GradientWindow &window)
{
    if (sum.values.empty())
        sum = window;
    else
        for (std::size_t n = 0; n < sum.values.size(); ++n)
            sum.values[n] += window.values[n];
}

void multiply(GradientWindow &window, float factor)
{
    for (float &value : window.values)
        value *= factor;
}

} // namespace

GradientWindow inputTimesGradient(const InputStack &input, const GradientWindow &gradient)
{
    GradientWindow product = gradient;
    const GradientWindow values = inputWindow(input, gradient.pair, gradient.side);
    for (std::size_t n = 0; n < product.values.size(); ++n)
        product.values[n] *= values.values[n];
    return product;
}

Result<IntegratedGradients> integratedGradients(const Explainer &explainer, ResiduePair pair, int channel,
                                                int steps, const StopToken &stop)
{
    Q_ASSERT(steps > 0);
    const LocalProblem local(explainer.input(), pair, explainer.pieceSide());
    IntegratedGradients result;
    for (int step = 0; step < steps; ++step) {
        const float t = (float(step) + 0.5F) / float(steps);
        auto at = explainer.on(InputStack::fromDense(local.length, scaled(local.values, t)), stop);
        if (!at.isOk())
            return std::move(at).error();
        const auto window = at.value()->explain(local.pair, channel, AttributionMethod::Gradient);
        if (auto known = at.value()->check(window); !known.isOk())
            return std::move(known).error();
        add(result.window, window);
    }
    auto baseline = explainer.on(InputStack::fromDense(local.length, scaled(local.values, 0.0F)), stop);
    if (!baseline.isOk())
        return std::move(baseline).error();
    multiply(result.window, 1.0F / float(steps));
    result.window = inputTimesGradient(explainer.input(), local.toWhole(std::move(result.window)));
    result.outputAngstrom = double(explainer.output().at(channel, pair.i, pair.j));
    result.baselineAngstrom = double(baseline.value()->output().at(channel, local.pair.i, local.pair.j));
    result.sumAngstrom = std::accumulate(result.window.values.begin(), result.window.values.end(), 0.0);
    return result;
}

Result<GradientWindow> smoothGrad(const Explainer &explainer, ResiduePair pair, int channel,
                                  AttributionMethod method, AttributionTarget target,
                                  const SmoothGradOptions &options, const StopToken &stop)
{
    Q_ASSERT(options.samples > 0);
    const LocalProblem local(explainer.input(), pair, explainer.pieceSide());
    const auto [least, most] = std::minmax_element(local.values.begin(), local.values.end());
    std::mt19937 random(options.seed);
    std::normal_distribution<float> noise(0.0F, float(options.noise) * (*most - *least));
    GradientWindow sum;
    for (int sample = 0; sample < options.samples; ++sample) {
        std::vector<float> values = local.values;
        if (*most > *least && options.noise > 0)
            for (float &value : values)
                value += noise(random);
        auto at = explainer.on(InputStack::fromDense(local.length, std::move(values)), stop);
        if (!at.isOk())
            return std::move(at).error();
        const auto window = at.value()->explain(local.pair, channel, method, target);
        if (auto known = at.value()->check(window); !known.isOk())
            return std::move(known).error();
        add(sum, window);
    }
    multiply(sum, 1.0F / float(options.samples));
    return local.toWhole(std::move(sum));
}

} // namespace WhiteBox
