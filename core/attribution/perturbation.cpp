// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/perturbation.h"

#include "core/attribution/foreignwindow.h"
#include "core/attribution/localnetwork.h"
#include "core/attribution/localproblem.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace WhiteBox {

namespace {

constexpr std::size_t kForeignSteps = 16; // between two looks at whether to stop

/// Smallest and largest input inside the protein at one coefficient.
void findRange(const GradientWindow &input, const GradientWindow &direction, PerturbationPoint &point)
{
    point.least = std::numeric_limits<float>::max();
    point.most = std::numeric_limits<float>::lowest();
    const std::size_t tile = std::size_t(input.side) * std::size_t(input.side);
    const int radius = input.radius();
    for (int di = -radius; di <= radius; ++di)
        for (int dj = -radius; dj <= radius; ++dj)
            for (std::size_t n = input.index(0, 0, di, dj); input.isInside(di, dj) && n < input.values.size();
                 n += tile) {
                const float value = input.values[n] + float(point.coefficient) * direction.values[n];
                point.least = std::min(point.least, value);
                point.most = std::max(point.most, value);
            }
}

/// The network as something to share without a copy; it must outlive the use.
std::shared_ptr<const ConvNet> borrowed(const ConvNet &network)
{
    return {std::shared_ptr<const void>(), &network};
}

int differences(const std::vector<char> &x, const std::vector<char> &y)
{
    int count = 0;
    for (std::size_t n = 0; n < x.size(); ++n)
        count += int(x[n] != y[n]);
    return count;
}

/// What the network does at one coefficient.
struct Along
{
    double output = 0;
    int switchedUnits = -1;
};

Result<std::vector<Along>> follow(const ConvNet &network, const InputStack &input,
                                  const GradientWindow &direction, int channel,
                                  const std::vector<double> &coefficients, const StopToken &stop,
                                  const Progress &progress)
{
    const LocalNetwork local(borrowed(network), input, direction.pair, channel);
    const auto move = local.moveOf(direction.values);
    const auto start = local.trace(move, 0);
    std::vector<Along> way;
    for (const double coefficient : coefficients) {
        if (stop.stop_requested())
            return Error::cancelled();
        const auto there = local.trace(move, coefficient);
        way.push_back({there.output, differences(start.open, there.open)});
        progress.report(double(way.size()) / double(coefficients.size()));
    }
    return way;
}

Result<std::vector<Along>> follow(const ForeignNetwork &network, const LocalProblem &local,
                                  const GradientWindow &direction, int channel,
                                  const std::vector<double> &coefficients, const StopToken &stop,
                                  const Progress &progress)
{
    GradientWindow inPiece = direction;
    inPiece.pair = local.pair;
    inPiece.length = local.length;
    const InputStack input = local.input();
    const auto spread = spreadOut(inPiece);
    const std::span<const double> all(coefficients);
    std::vector<Along> way;
    while (way.size() < all.size()) {
        if (stop.stop_requested())
            return Error::cancelled();
        const auto some = all.subspan(way.size(), std::min(kForeignSteps, all.size() - way.size()));
        const auto outputs = network.outputsAlong(input, spread, some, local.pair, channel);
        if (!outputs.isOk())
            return outputs.error();
        for (const double output : outputs.value())
            way.push_back({output});
        progress.report(double(way.size()) / double(all.size()));
    }
    return way;
}

} // namespace

Result<std::vector<PerturbationPoint>> perturbationCurve(const Explainer &explainer,
                                                         const GradientWindow &direction, int channel,
                                                         double first, double last, int count,
                                                         const StopToken &stop, const Progress &progress)
{
    Q_ASSERT(count >= 2);
    const ResiduePair pair = direction.pair;
    const auto gradient = explainer.explain(pair, channel, AttributionMethod::Gradient);
    const auto input = inputWindow(explainer.input(), pair, gradient.side);
    Q_ASSERT(direction.side == gradient.side);
    double slope = 0;
    for (std::size_t n = 0; n < gradient.values.size(); ++n)
        slope += double(gradient.values[n]) * double(direction.values[n]);
    std::vector<double> coefficients{0};
    for (int n = 0; n < count; ++n)
        coefficients.push_back(first + (last - first) * n / (count - 1));
    const ForeignNetwork *foreign = explainer.foreign();
    const Progress following([&](double fraction, const QString &) { progress.report(0.9 * fraction); });
    const auto way = foreign != nullptr
                         ? follow(*foreign, LocalProblem(explainer.input(), pair, explainer.pieceSide()),
                                  direction, channel, coefficients, stop, following)
                         : follow(explainer.network(), explainer.input(), direction, channel, coefficients,
                                  stop, following);
    if (!way.isOk())
        return way.error();
    std::vector<PerturbationPoint> curve;
    for (std::size_t n = 1; n < coefficients.size(); ++n) {
        if (stop.stop_requested())
            return Error::cancelled();
        PerturbationPoint point;
        point.coefficient = coefficients[n];
        point.outputAngstrom = way.value()[n].output;
        point.tangentAngstrom = way.value()[0].output + point.coefficient * slope;
        point.switchedUnits = way.value()[n].switchedUnits;
        findRange(input, direction, point);
        curve.push_back(point);
        progress.report(0.9 + 0.1 * double(n) / double(count));
    }
    return curve;
}

Result<std::vector<Kink>> perturbationKinks(const Explainer &explainer, const GradientWindow &direction,
                                            int channel, double first, double last, int most,
                                            const StopToken &stop, const Progress &progress)
{
    Q_ASSERT(first <= 0 && last >= 0);
    if (explainer.foreign() != nullptr)
        return std::vector<Kink>();
    const LocalNetwork local(borrowed(explainer.network()), explainer.input(), direction.pair, channel);
    const auto move = local.moveOf(direction.values);
    const double step = 1e-9 * (last - first);
    std::vector<Kink> kinks;
    for (const double end : {first, last}) {
        const bool up = end > 0;
        auto here = local.trace(move, 0);
        for (int found = 0, steps = 0; found < most && steps < 16 * most; ++steps) {
            const double next = up ? here.up : here.down;
            if (end == 0 || (up ? next > end : next < end))
                break;
            if (stop.stop_requested())
                return Error::cancelled();
            const auto beyond = local.trace(move, next + (up ? step : -step));
            // Many units do not reach the output, or only through others that are shut.
            if (std::abs(beyond.slope - here.slope) >
                1e-9 * (std::abs(beyond.slope) + std::abs(here.slope))) {
                kinks.push_back({next, here.slope, beyond.slope});
                ++found;
            }
            here = beyond;
            progress.report((up ? 0.5 : 0.0) + 0.5 * double(found) / double(most));
        }
        if (!up)
            std::reverse(kinks.begin(), kinks.end());
    }
    return kinks;
}

} // namespace WhiteBox
