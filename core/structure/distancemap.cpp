// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/structure/distancemap.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace WhiteBox {

DistanceMap::DistanceMap(int length, int channels)
    : m_length(length)
    , m_channels(channels)
    , m_values(std::size_t(channels) * std::size_t(length) * std::size_t(length),
               std::numeric_limits<float>::quiet_NaN())
{}

double largestAsymmetry(const DistanceMap &map)
{
    const auto mirrored = [&](int c) {
        return map.channels() == kDistanceChannels && (c == 1 || c == 2) ? 3 - c : c;
    };
    double largest = 0;
    for (int c = 0; c < map.channels(); ++c)
        for (int i = 0; i < map.length(); ++i)
            for (int j = i; j < map.length(); ++j) {
                const double difference =
                    std::abs(double(map.at(c, i, j)) - double(map.at(mirrored(c), j, i)));
                if (!std::isnan(difference))
                    largest = std::max(largest, difference);
            }
    return largest;
}

} // namespace WhiteBox
