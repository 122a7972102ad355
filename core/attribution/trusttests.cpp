// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/trusttests.h"

#include "core/attribution/localnetwork.h"
#include "core/attribution/localproblem.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>

namespace WhiteBox {

namespace {

constexpr double kStep = 1e-6; // in double precision: far above rounding, far below the next kink

float largestMagnitude(const GradientWindow &window)
{
    float largest = 0;
    for (const float value : window.values)
        largest = std::max(largest, std::abs(value));
    return largest;
}

struct Cell
{
    int a;
    int b;
    int di;
    int dj;
};

Cell cellAt(const GradientWindow &window, std::size_t index)
{
    const auto side = std::size_t(window.side);
    const std::size_t tile = index / (side * side);
    return {int(tile / kStates), int(tile % kStates), int(index / side % side) - window.radius(),
            int(index % side) - window.radius()};
}

int mirroredChannel(int channel)
{
    if (channel == int(DistanceChannel::CaCb))
        return int(DistanceChannel::CbCa);
    return channel == int(DistanceChannel::CbCa) ? int(DistanceChannel::CaCb) : channel;
}

/// As the mirrored pair shows it: (a, b, Δi, Δj) → (b, a, Δj, Δi).
GradientWindow mirrored(const GradientWindow &window)
{
    GradientWindow result = window;
    result.pair = window.pair.transposed();
    for (std::size_t n = 0; n < window.values.size(); ++n) {
        const Cell cell = cellAt(window, n);
        result.values[result.index(cell.b, cell.a, cell.dj, cell.di)] = window.values[n];
    }
    return result;
}

/// The same mean and spread, other numbers.
void redraw(std::vector<float> &values, std::mt19937 &random)
{
    double mean = 0;
    double square = 0;
    for (const float value : values) {
        mean += double(value);
        square += double(value) * double(value);
    }
    mean /= double(values.size());
    const double deviation = std::sqrt(std::max(0.0, square / double(values.size()) - mean * mean));
    std::normal_distribution<double> normal;
    for (float &value : values)
        value = float(mean + deviation * normal(random));
}

} // namespace

Completeness completeness(const Explainer &explainer, ResiduePair pair, int channel)
{
    const auto gradient = explainer.explain(pair, channel, AttributionMethod::Gradient);
    const auto input = inputWindow(explainer.input(), pair, gradient.side);
    Completeness result;
    result.output = double(explainer.output().at(channel, pair.i, pair.j));
    result.biasPart = explainer.biasPart(pair, channel);
    for (std::size_t n = 0; n < gradient.values.size(); ++n)
        result.inputPart += double(gradient.values[n]) * double(input.values[n]);
    return result;
}

DifferenceCheck finiteDifferences(const Explainer &explainer, ResiduePair pair, int channel, int inputs,
                                  std::uint32_t seed)
{
    const auto gradient = explainer.explain(pair, channel, AttributionMethod::Gradient);
    const std::shared_ptr<const ConvNet> network(std::shared_ptr<const void>(), &explainer.network());
    const LocalNetwork local(network, explainer.input(), pair, channel);
    const double largest = double(largestMagnitude(gradient));
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::size_t> any(0, gradient.values.size() - 1);
    const auto byMagnitude = [](float x, float y) { return std::abs(x) < std::abs(y); };
    auto index = std::size_t(std::max_element(gradient.values.begin(), gradient.values.end(), byMagnitude) -
                             gradient.values.begin());
    DifferenceCheck check;
    while (check.inputs < inputs) {
        const Cell cell = cellAt(gradient, index);
        if (gradient.isInside(cell.di, cell.dj)) {
            const auto move = local.moveOf(cell.a, cell.b, cell.di, cell.dj);
            const double slope = (local.outputAt(move, kStep) - local.outputAt(move, -kStep)) / (2 * kStep);
            const double difference = std::abs(slope - double(gradient.values[index]));
            check.largestDifference =
                std::max(check.largestDifference, largest > 0 ? difference / largest : difference);
            ++check.inputs;
        }
        index = any(random);
    }
    return check;
}

SymmetryAudit symmetryAudit(const Explainer &explainer, ResiduePair pair, int channel,
                            AttributionMethod method, AttributionTarget target)
{
    const int otherChannel = mirroredChannel(channel);
    const ResiduePair other = pair.transposed();
    const auto window = explainer.explain(pair, channel, method, target);
    const auto turned = mirrored(explainer.explain(other, otherChannel, method, target));
    const float largest = std::max(largestMagnitude(window), largestMagnitude(turned));
    SymmetryAudit audit;
    for (std::size_t n = 0; n < window.values.size(); ++n)
        audit.largestDifference =
            std::max(audit.largestDifference, std::abs(double(window.values[n]) - double(turned.values[n])));
    if (largest > 0)
        audit.largestDifference /= double(largest);
    audit.correlation = pearson(insideValues(window), insideValues(turned));
    audit.outputDifference = double(explainer.output().at(channel, pair.i, pair.j)) -
                             double(explainer.output().at(otherChannel, other.i, other.j));
    return audit;
}

double deconvnetChange(const Explainer &explainer, ResiduePair pair, ResiduePair other, int channel,
                       AttributionTarget target)
{
    const auto one = explainer.explain(pair, channel, AttributionMethod::Deconvnet, target);
    const auto two = explainer.explain(other, channel, AttributionMethod::Deconvnet, target);
    double difference = 0;
    for (std::size_t n = 0; n < one.values.size(); ++n) {
        const Cell cell = cellAt(one, n);
        if (one.isInside(cell.di, cell.dj) && two.isInside(cell.di, cell.dj))
            difference = std::max(difference, std::abs(double(one.values[n]) - double(two.values[n])));
    }
    const float largest = std::max(largestMagnitude(one), largestMagnitude(two));
    return largest > 0 ? difference / double(largest) : 0;
}

Result<std::vector<RandomisationStep>> randomiseWeights(const Explainer &explainer, ResiduePair pair,
                                                        int channel, AttributionMethod method,
                                                        AttributionTarget target, std::uint32_t seed,
                                                        const StopToken &stop)
{
    const auto shown = explainer.explain(pair, channel, method, target);
    const LocalProblem local(explainer.input(), pair, explainer.network().receptiveField());
    std::vector<ConvLayer> layers = explainer.network().layers();
    std::mt19937 random(seed);
    std::vector<RandomisationStep> steps;
    for (std::size_t layer = layers.size(); layer-- > 0;) {
        redraw(layers[layer].weights, random);
        redraw(layers[layer].bias, random);
        auto network = ConvNet::fromLayers(layers);
        if (!network.isOk())
            return std::move(network).error();
        auto randomised = Explainer::create(std::make_shared<const ConvNet>(std::move(network).value()),
                                            local.input(), 1, stop);
        if (!randomised.isOk())
            return std::move(randomised).error();
        const auto window = local.toWhole(randomised.value()->explain(local.pair, channel, method, target));
        steps.push_back({int(layers.size() - layer), compareWindows(shown, window)});
    }
    return steps;
}

} // namespace WhiteBox
