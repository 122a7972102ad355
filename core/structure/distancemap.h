// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace WhiteBox {

/// Which atoms of residues i and j a distance joins; the order is that of the network's output channels.
enum class DistanceChannel { CaCa = 0, CaCb = 1, CbCa = 2, CbCb = 3 };
inline constexpr int kDistanceChannels = 4;

/// Distances in Å, channel × L × L, row-major, NaN where unknown. Cβ is Cα for glycine.
/// Transposition swaps CaCb and CbCa: d[CaCb](i,j) = d[CbCa](j,i) in a structure (a network may depart from
/// it).
class DistanceMap
{
public:
    DistanceMap() = default;
    /// All NaN.
    explicit DistanceMap(int length, int channels = kDistanceChannels);

    int length() const { return m_length; }
    int channels() const { return m_channels; }
    bool isEmpty() const { return m_length == 0; }
    float at(int channel, int i, int j) const { return m_values[index(channel, i, j)]; }
    float &at(int channel, int i, int j) { return m_values[index(channel, i, j)]; }
    float at(DistanceChannel channel, int i, int j) const { return at(int(channel), i, j); }
    /// L×L of one channel.
    std::span<const float> plane(int channel) const
    {
        return std::span<const float>(m_values).subspan(index(channel, 0, 0),
                                                        std::size_t(m_length) * std::size_t(m_length));
    }
    std::span<const float> values() const { return m_values; }
    std::span<float> values() { return m_values; }

private:
    std::size_t index(int channel, int i, int j) const
    {
        return (std::size_t(channel) * std::size_t(m_length) + std::size_t(i)) * std::size_t(m_length) +
               std::size_t(j);
    }

    int m_length = 0;
    int m_channels = 0;
    std::vector<float> m_values;
};

/// Largest difference, Å, between a map and its mirror image, which has αβ for βα where there are four
/// channels: 0 for a structure, and but for rounding for a network with symmetric weights. Unknown distances
/// take no part. O(channels · L²).
double largestAsymmetry(const DistanceMap &map);

} // namespace WhiteBox
