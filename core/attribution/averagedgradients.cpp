// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/averagedgradients.h"

#include "core/attribution/localproblem.h"

#include <QtGlobal>

#include <algorithm>
#include <memory>
#include <numeric>
#include <random>

namespace WhiteBox {

namespace {

/// The network as something to share without a copy; it must outlive the use.
std::shared_ptr<const ConvNet> borrowed(const ConvNet &network)
{
    return {std::shared_ptr<const void>(), &network};
}

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
    const auto network = borrowed(explainer.network());
    const LocalProblem local(explainer.input(), pair, network->receptiveField());
    IntegratedGradients result;
    for (int step = 0; step < steps; ++step) {
        const float t = (float(step) + 0.5F) / float(steps);
        auto at =
            Explainer::create(network, InputStack::fromDense(local.length, scaled(local.values, t)), 1, stop);
        if (!at.isOk())
            return std::move(at).error();
        add(result.window, at.value()->explain(local.pair, channel, AttributionMethod::Gradient));
    }
    auto baseline =
        network->forward(InputStack::fromDense(local.length, scaled(local.values, 0.0F)), 1, stop);
    if (!baseline.isOk())
        return std::move(baseline).error();
    multiply(result.window, 1.0F / float(steps));
    result.window = inputTimesGradient(explainer.input(), local.toWhole(std::move(result.window)));
    result.outputAngstrom = double(explainer.output().at(channel, pair.i, pair.j));
    result.baselineAngstrom = double(baseline.value().at(channel, local.pair.i, local.pair.j));
    result.sumAngstrom = std::accumulate(result.window.values.begin(), result.window.values.end(), 0.0);
    return result;
}

Result<GradientWindow> smoothGrad(const Explainer &explainer, ResiduePair pair, int channel,
                                  AttributionMethod method, AttributionTarget target,
                                  const SmoothGradOptions &options, const StopToken &stop)
{
    Q_ASSERT(options.samples > 0);
    const auto network = borrowed(explainer.network());
    const LocalProblem local(explainer.input(), pair, network->receptiveField());
    const auto [least, most] = std::minmax_element(local.values.begin(), local.values.end());
    std::mt19937 random(options.seed);
    std::normal_distribution<float> noise(0.0F, float(options.noise) * (*most - *least));
    GradientWindow sum;
    for (int sample = 0; sample < options.samples; ++sample) {
        std::vector<float> values = local.values;
        if (*most > *least && options.noise > 0)
            for (float &value : values)
                value += noise(random);
        auto at = Explainer::create(network, InputStack::fromDense(local.length, std::move(values)), 1, stop);
        if (!at.isOk())
            return std::move(at).error();
        add(sum, at.value()->explain(local.pair, channel, method, target));
    }
    multiply(sum, 1.0F / float(options.samples));
    return local.toWhole(std::move(sum));
}

} // namespace WhiteBox
