// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/foreignwindow.h"

#include "core/attribution/localproblem.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace WhiteBox {

namespace {

/// Calls f(index in the window, index in L×L×441) for every cell inside the protein.
template <class F>
void forEachInside(const GradientWindow &window, F &&f)
{
    const std::size_t tile = std::size_t(window.side) * std::size_t(window.side);
    const int radius = window.radius();
    for (int di = -radius; di <= radius; ++di)
        for (int dj = -radius; dj <= radius; ++dj) {
            if (!window.isInside(di, dj))
                continue;
            const std::size_t cell = std::size_t(window.pair.i + di) * std::size_t(window.length) +
                                     std::size_t(window.pair.j + dj);
            for (std::size_t channel = 0; channel < kBlock; ++channel)
                f(window.index(0, 0, di, dj) + channel * tile, cell * kBlock + channel);
        }
}

double sumOfMagnitudes(const std::vector<float> &values)
{
    double sum = 0;
    for (const float value : values)
        sum += std::abs(double(value));
    return sum;
}

} // namespace

int foreignWindowSide(const ForeignNetwork &network)
{
    const int field = network.receptiveField();
    return field > 0 ? std::min(field, kForeignWindow) : kForeignWindow;
}

void fillForeign(const ForeignNetwork &network, const InputStack &input, int pieceSide,
                 GradientWindow &window)
{
    const LocalProblem local(input, window.pair, pieceSide);
    const auto gradient =
        network.gradient(local.input(), {local.pair, window.channel, window.method, window.target});
    if (!gradient.isOk()) {
        std::fill(window.values.begin(), window.values.end(), std::numeric_limits<float>::quiet_NaN());
        return;
    }
    GradientWindow inPiece = window;
    inPiece.pair = local.pair;
    inPiece.length = local.length;
    std::fill(inPiece.values.begin(), inPiece.values.end(), 0.0F);
    forEachInside(inPiece,
                  [&](std::size_t to, std::size_t from) { inPiece.values[to] = gradient.value()[from]; });
    const double all = sumOfMagnitudes(gradient.value());
    window.values = std::move(inPiece.values);
    window.outsideShare = all > 0 ? float(std::max(0.0, 1 - sumOfMagnitudes(window.values) / all)) : 0.0F;
}

bool isUnknown(const GradientWindow &window)
{
    return std::isnan(window.at(0, 0, 0, 0));
}

std::vector<float> spreadOut(const GradientWindow &window)
{
    std::vector<float> values(std::size_t(window.length) * std::size_t(window.length) * kBlock, 0.0F);
    forEachInside(window, [&](std::size_t from, std::size_t to) { values[to] = window.values[from]; });
    return values;
}

} // namespace WhiteBox
