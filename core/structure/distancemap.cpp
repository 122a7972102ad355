// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/structure/distancemap.h"

#include <limits>

namespace WhiteBox {

DistanceMap::DistanceMap(int length, int channels)
    : m_length(length)
    , m_channels(channels)
    , m_values(std::size_t(channels) * std::size_t(length) * std::size_t(length),
               std::numeric_limits<float>::quiet_NaN())
{}

} // namespace WhiteBox
