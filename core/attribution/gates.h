// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace WhiteBox {

/// Which units of one hidden layer passed their ReLU (z > 0): L×L pixels, a bit for each channel, channel c
/// in bit c % 64 of word c / 64.
class Gates
{
public:
    Gates(int length, int channels)
        : m_length(length)
        , m_words((channels + 63) / 64)
        , m_bits(std::size_t(length) * std::size_t(length) * std::size_t(m_words), 0)
    {}

    /// values: L × channels of row i, after the ReLU. Different rows may be set by different threads at once.
    void setRow(int i, std::span<const float> values)
    {
        const std::size_t channels = values.size() / std::size_t(m_length);
        for (int j = 0; j < m_length; ++j) {
            std::uint64_t *to = m_bits.data() + offset(i, j);
            const float *from = values.data() + std::size_t(j) * channels;
            for (std::size_t c = 0; c < channels; ++c)
                to[c / 64] |= std::uint64_t(from[c] > 0) << (c % 64);
        }
    }
    /// The words of one pixel.
    const std::uint64_t *at(int i, int j) const { return m_bits.data() + offset(i, j); }
    static bool isOpen(const std::uint64_t *pixel, int channel)
    {
        return (pixel[channel / 64] >> (channel % 64)) & 1U;
    }

private:
    std::size_t offset(int i, int j) const
    {
        return (std::size_t(i) * std::size_t(m_length) + std::size_t(j)) * std::size_t(m_words);
    }

    int m_length;
    int m_words;
    std::vector<std::uint64_t> m_bits;
};

} // namespace WhiteBox
