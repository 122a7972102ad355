// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/perturbation.h"

#include "core/attribution/localnetwork.h"

#include <QtGlobal>

#include <algorithm>
#include <limits>
#include <memory>

namespace WhiteBox {

namespace {

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

} // namespace

Result<std::vector<PerturbationPoint>> perturbationCurve(const Explainer &explainer,
                                                         const GradientWindow &direction, int channel,
                                                         double first, double last, int count,
                                                         const StopToken &stop)
{
    Q_ASSERT(count >= 2);
    const ResiduePair pair = direction.pair;
    const auto gradient = explainer.explain(pair, channel, AttributionMethod::Gradient);
    const auto input = inputWindow(explainer.input(), pair, gradient.side);
    Q_ASSERT(direction.side == gradient.side);
    double slope = 0;
    for (std::size_t n = 0; n < gradient.values.size(); ++n)
        slope += double(gradient.values[n]) * double(direction.values[n]);
    const std::shared_ptr<const ConvNet> network(std::shared_ptr<const void>(), &explainer.network());
    const LocalNetwork local(network, explainer.input(), pair, channel);
    const auto move = local.moveOf(direction.values);
    const double start = local.output();
    std::vector<PerturbationPoint> curve;
    for (int n = 0; n < count; ++n) {
        if (stop.stop_requested())
            return Error::cancelled();
        PerturbationPoint point;
        point.coefficient = first + (last - first) * n / (count - 1);
        point.outputAngstrom = local.outputAt(move, point.coefficient);
        point.tangentAngstrom = start + point.coefficient * slope;
        findRange(input, direction, point);
        curve.push_back(point);
    }
    return curve;
}

} // namespace WhiteBox
