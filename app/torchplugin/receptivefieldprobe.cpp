// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/torchplugin/receptivefieldprobe.h"

#include "core/attribution/localproblem.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace WhiteBox {

namespace {

constexpr double kTolerance = 1e-4; // of the outputs' spread

InputStack randomInput(int length, std::uint32_t seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0.0F, 0.5F);
    std::vector<float> values(std::size_t(length) * std::size_t(length) * kBlock);
    std::generate(values.begin(), values.end(), [&] { return normal(random); });
    return InputStack::fromDense(length, std::move(values));
}

/// Largest offset, along i or j, of an input with a gradient.
int reachOf(const std::vector<float> &gradient, int length, ResiduePair pair)
{
    int reach = 0;
    for (int i = 0; i < length; ++i)
        for (int j = 0; j < length; ++j) {
            const float *from = gradient.data() +
                                (std::size_t(i) * std::size_t(length) + std::size_t(j)) * std::size_t(kBlock);
            if (std::any_of(from, from + kBlock, [](float value) { return value != 0; }))
                reach = std::max({reach, std::abs(i - pair.i), std::abs(j - pair.j)});
        }
    return reach;
}

double spreadOf(const DistanceMap &map)
{
    const auto [least, most] = std::minmax_element(map.values().begin(), map.values().end());
    return std::max(double(*most) - double(*least), 1e-6);
}

/// Whether a piece of this side gives the pair what the whole gives it.
Result<bool> pieceAgrees(const ForeignNetwork &network, const InputStack &input, const DistanceMap &whole,
                         ResiduePair pair, int side)
{
    const LocalProblem local(input, pair, side);
    const auto piece = network.forward(local.input(), 1, {});
    if (!piece.isOk())
        return false; // too small for it
    for (int c = 0; c < whole.channels(); ++c) {
        const double difference = std::abs(double(piece.value().at(c, local.pair.i, local.pair.j)) -
                                           double(whole.at(c, pair.i, pair.j)));
        if (!(difference <= kTolerance * spreadOf(whole)))
            return false;
    }
    return true;
}

} // namespace

Result<int> probeReceptiveField(const ForeignNetwork &network, int probeLength)
{
    const InputStack input = randomInput(probeLength, 1);
    const auto whole = network.forward(input, 1, {});
    if (!whole.isOk())
        return whole.error();
    const int third = probeLength / 3;
    // Off the diagonal, so that a network that mixes (i, j) with (j, i) is seen to.
    const std::array pairs{ResiduePair{probeLength / 2 - 1, probeLength / 2 + 1},
                           ResiduePair{third, 2 * third}, ResiduePair{2 * third, third - 2}};
    int reach = 0;
    for (const ResiduePair pair : pairs)
        for (const int c : {0, network.outputChannels() - 1}) {
            const auto gradient = network.gradient(input, {pair, c});
            if (!gradient.isOk())
                return gradient.error();
            reach = std::max(reach, reachOf(gradient.value(), probeLength, pair));
        }
    const int side = 2 * reach + 1;
    if (side >= probeLength)
        return 0;
    // All outputs: those that were not asked above may see further.
    for (const ResiduePair pair : {pairs[0], pairs[1], pairs[2], ResiduePair{0, probeLength - 3}}) {
        const auto agrees = pieceAgrees(network, input, whole.value(), pair, side);
        if (!agrees.isOk())
            return agrees.error();
        if (!agrees.value())
            return 0;
    }
    return side;
}

} // namespace WhiteBox
