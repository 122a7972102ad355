// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/windowstatistics.h"

#include "core/attribution/similarity.h"

#include <QtGlobal>

#include <cmath>
#include <limits>

namespace WhiteBox {

namespace {

/// f(index of the tile's cell, Δi, Δj) for the cells inside the protein.
template <class F>
void forEachInside(const GradientWindow &window, F &&f)
{
    const int radius = window.radius();
    for (int di = -radius; di <= radius; ++di)
        for (int dj = -radius; dj <= radius; ++dj)
            if (window.isInside(di, dj))
                f(window.index(0, 0, di, dj), di, dj);
}

} // namespace

std::vector<float> sumOverTiles(const GradientWindow &window)
{
    const auto cells = std::size_t(window.side) * std::size_t(window.side);
    std::vector<float> sums(cells, 0.0F);
    for (std::size_t k = 0; k < window.values.size(); ++k)
        sums[k % cells] += std::abs(window.values[k]);
    const int r = window.radius();
    for (int di = -r, k = 0; di <= r; ++di)
        for (int dj = -r; dj <= r; ++dj, ++k)
            if (!window.isInside(di, dj))
                sums[std::size_t(k)] = std::numeric_limits<float>::quiet_NaN();
    return sums;
}

std::size_t radialBinOf(int di, int dj)
{
    return std::size_t(std::lround(std::sqrt(double(di * di + dj * dj))));
}

std::vector<RadialBin> radialProfile(const GradientWindow &window)
{
    std::vector<RadialBin> profile(radialBinOf(window.radius(), window.radius()) + 1);
    const std::size_t tile = std::size_t(window.side) * std::size_t(window.side);
    forEachInside(window, [&](std::size_t cell, int di, int dj) {
        RadialBin &at = profile[radialBinOf(di, dj)];
        ++at.cells;
        for (std::size_t n = cell; n < window.values.size(); n += tile)
            at.meanMagnitude += double(std::abs(window.values[n]));
    });
    const double tiles = double(window.values.size()) / double(tile);
    for (std::size_t r = 0; r < profile.size(); ++r) {
        profile[r].radius = int(r);
        profile[r].meanMagnitude = profile[r].cells > 0
                                       ? profile[r].meanMagnitude / (tiles * profile[r].cells)
                                       : std::numeric_limits<double>::quiet_NaN();
    }
    return profile;
}

std::vector<double> tileCorrelations(const GradientWindow &window, const GradientWindow &input)
{
    Q_ASSERT(window.pair == input.pair && window.side == input.side);
    const std::size_t tile = std::size_t(window.side) * std::size_t(window.side);
    std::vector<double> correlations;
    std::vector<float> x;
    std::vector<float> y;
    for (std::size_t first = 0; first < window.values.size(); first += tile) {
        x.clear();
        y.clear();
        forEachInside(window, [&](std::size_t cell, int, int) {
            x.push_back(window.values[first + cell]);
            y.push_back(input.values[first + cell]);
        });
        correlations.push_back(pearson(x, y));
    }
    return correlations;
}

std::vector<TileSums> tileSums(const GradientWindow &window, const GradientWindow &input)
{
    Q_ASSERT(window.pair == input.pair && window.side == input.side);
    const std::size_t tile = std::size_t(window.side) * std::size_t(window.side);
    std::vector<TileSums> sums;
    for (std::size_t first = 0; first < window.values.size(); first += tile) {
        TileSums &of = sums.emplace_back();
        forEachInside(window, [&](std::size_t cell, int, int) {
            const auto value = double(window.values[first + cell]);
            of.sum += value;
            of.magnitude += std::abs(value);
            of.product += value * double(input.values[first + cell]);
        });
    }
    return sums;
}

namespace {

/// Over the cells first..last−1 of both.
SignShares sharesOf(const GradientWindow &window, const GradientWindow &input, std::size_t first,
                    std::size_t last)
{
    SignShares shares;
    for (std::size_t n = first; n < last; ++n) {
        const float coupling = input.values[n]; // 0 outside the protein
        if (coupling == 0)
            continue;
        const double weighted = double(coupling > 0 ? window.values[n] : -window.values[n]);
        (weighted > 0 ? shares.positive : shares.negative) += std::abs(weighted);
    }
    const double sum = shares.positive + shares.negative;
    if (sum > 0) {
        shares.positive /= sum;
        shares.negative /= sum;
    }
    return shares;
}

} // namespace

SignShares signShares(const GradientWindow &window, const GradientWindow &input)
{
    Q_ASSERT(window.values.size() == input.values.size());
    return sharesOf(window, input, 0, window.values.size());
}

std::vector<SignShares> tileSignShares(const GradientWindow &window, const GradientWindow &input)
{
    Q_ASSERT(window.values.size() == input.values.size());
    const std::size_t tile = std::size_t(window.side) * std::size_t(window.side);
    std::vector<SignShares> shares;
    for (std::size_t first = 0; first < window.values.size(); first += tile)
        shares.push_back(sharesOf(window, input, first, first + tile));
    return shares;
}

GradientWindow signWeighted(const GradientWindow &window, const GradientWindow &input)
{
    Q_ASSERT(window.values.size() == input.values.size());
    GradientWindow weighted = window;
    for (std::size_t n = 0; n < weighted.values.size(); ++n) {
        const float coupling = input.values[n];
        weighted.values[n] *= coupling > 0 ? 1.0F : coupling < 0 ? -1.0F : 0.0F;
    }
    return weighted;
}

std::vector<ScatterPoint> tileScatter(const GradientWindow &window, const GradientWindow &input, int a, int b)
{
    Q_ASSERT(window.pair == input.pair && window.side == input.side);
    std::vector<ScatterPoint> points;
    forEachInside(window, [&](std::size_t, int di, int dj) {
        points.push_back({di, dj, window.at(a, b, di, dj), input.at(a, b, di, dj)});
    });
    return points;
}

} // namespace WhiteBox
