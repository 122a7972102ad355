// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/trusttests.h"

#include "core/attribution/localnetwork.h"
#include "core/attribution/localproblem.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <random>

namespace WhiteBox {

namespace {

constexpr double kStep = 1e-6; // in double precision: far above rounding, far below the next kink

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

/// Central difference of one output by an input of its window, NaN where it cannot be had.
using SlopeAt = std::function<double(const Cell &cell)>;

SlopeAt slopesOf(const ConvNet &network, const InputStack &input, ResiduePair pair, int channel)
{
    const std::shared_ptr<const ConvNet> borrowed(std::shared_ptr<const void>(), &network);
    return [local = LocalNetwork(borrowed, input, pair, channel)](const Cell &cell) {
        const auto move = local.moveOf(cell.a, cell.b, cell.di, cell.dj);
        return (local.outputAt(move, kStep) - local.outputAt(move, -kStep)) / (2 * kStep);
    };
}

SlopeAt slopesOf(const ForeignNetwork &network, const LocalProblem &local, int channel)
{
    return [&network, local, channel](const Cell &cell) {
        const std::size_t place = std::size_t(local.pair.i + cell.di) * std::size_t(local.length) +
                                  std::size_t(local.pair.j + cell.dj);
        std::vector<float> direction(local.values.size(), 0.0F);
        direction[place * kBlock + std::size_t(cell.a * kStates + cell.b)] = 1.0F;
        const auto outputs =
            network.outputsAlong(local.input(), direction, std::array{kStep, -kStep}, local.pair, channel);
        return outputs.isOk() ? (outputs.value()[0] - outputs.value()[1]) / (2 * kStep)
                              : std::numeric_limits<double>::quiet_NaN();
    };
}

/// As explainer.network() with its weights, or the foreign network, the last layers randomised.
Result<std::shared_ptr<const Explainer>> randomised(const Explainer &explainer, int layers,
                                                    std::uint32_t seed, const InputStack &input,
                                                    const StopToken &stop)
{
    if (const ForeignNetwork *foreign = explainer.foreign()) {
        auto network = foreign->randomised(layers, seed);
        return network.isOk() ? Explainer::create(std::move(network).value(), input, 1, stop)
                              : Result<std::shared_ptr<const Explainer>>(std::move(network).error());
    }
    std::vector<ConvLayer> drawn = explainer.network().layers();
    std::mt19937 random(seed);
    for (auto layer = drawn.rbegin(); layer != drawn.rbegin() + layers; ++layer) {
        redraw(layer->weights, random);
        redraw(layer->bias, random);
    }
    auto network = ConvNet::fromLayers(std::move(drawn));
    if (!network.isOk())
        return std::move(network).error();
    return Explainer::create(std::make_shared<const ConvNet>(std::move(network).value()), input, 1, stop);
}

double median(std::vector<double> values)
{
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return values.size() % 2 ? *middle : (*middle + *std::max_element(values.begin(), middle)) / 2;
}

WindowSimilarity medianOf(const std::vector<WindowSimilarity> &all)
{
    const auto of = [&](double WindowSimilarity::*measure) {
        std::vector<double> values;
        for (const WindowSimilarity &each : all)
            values.push_back(each.*measure);
        return median(std::move(values));
    };
    return {of(&WindowSimilarity::spearman), of(&WindowSimilarity::spearmanAbsolute),
            of(&WindowSimilarity::ssim)};
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
    const ForeignNetwork *foreign = explainer.foreign();
    const SlopeAt slopeAt =
        foreign != nullptr
            ? slopesOf(*foreign, LocalProblem(explainer.input(), pair, explainer.pieceSide()), channel)
            : slopesOf(explainer.network(), explainer.input(), pair, channel);
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
            const double difference = std::abs(slopeAt(cell) - double(gradient.values[index]));
            const double share = largest > 0 ? difference / largest : difference;
            if (!(share <= check.largestDifference))
                check.largestDifference = share;
            ++check.inputs;
            if (std::isnan(share))
                break;
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

Result<std::vector<RandomisationStep>>
randomiseWeights(const Explainer &explainer, ResiduePair pair, int channel, ExplanationMethod method,
                 AttributionTarget target, const RandomisationOptions &options, const StopToken &stop)
{
    const auto shown = explainBy(method, explainer, pair, channel, target, stop);
    if (!shown.isOk())
        return shown.error();
    const LocalProblem local(explainer.input(), pair, explainer.pieceSide());
    const ForeignNetwork *foreign = explainer.foreign();
    const int layers = foreign != nullptr ? foreign->layerCount() : int(explainer.network().layers().size());
    std::vector<RandomisationStep> steps;
    for (int layer = 1; layer <= layers; ++layer) {
        std::vector<WindowSimilarity> similarities;
        for (int n = 0; n < options.networks; ++n) {
            auto drawn = randomised(explainer, layer, options.seed + std::uint32_t(n), local.input(), stop);
            if (!drawn.isOk())
                return std::move(drawn).error();
            auto piece = explainBy(method, *drawn.value(), local.pair, channel, target, stop);
            if (!piece.isOk())
                return std::move(piece).error();
            if (largestMagnitude(piece.value().window) > 0)
                similarities.push_back(
                    compareWindows(shown.value().window, local.toWhole(std::move(piece.value().window))));
        }
        steps.push_back(
            {layer, medianOf(similarities), options.networks, options.networks - int(similarities.size())});
    }
    return steps;
}

} // namespace WhiteBox
