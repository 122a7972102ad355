// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/halffloat.h"

#include <bit>
#include <cmath>

namespace WhiteBox {

float halfToFloat(std::uint16_t bits)
{
    const std::uint32_t sign = std::uint32_t(bits & 0x8000U) << 16;
    const int exponent = (bits >> 10) & 0x1F;
    const std::uint32_t mantissa = bits & 0x3FFU;
    if (exponent == 0x1F)
        return std::bit_cast<float>(sign | 0x7F800000U | mantissa << 13);
    const float magnitude = exponent == 0 ? std::ldexp(float(mantissa), -24)
                                          : std::ldexp(float(mantissa | 0x400U), exponent - 25);
    return sign ? -magnitude : magnitude;
}

std::uint16_t floatToHalf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = std::uint16_t(bits >> 16 & 0x8000U);
    if (std::isnan(value))
        return std::uint16_t(sign | 0x7E00U);
    const float magnitude = std::abs(value);
    if (magnitude >= 65520.0F) // half way between the largest number and the one that would follow
        return std::uint16_t(sign | 0x7C00U);
    if (magnitude <
        6.103515625e-5F) // 2^-14: below it numbers are multiples of 2^-24; a round up to 2^-14 is right too
        return std::uint16_t(sign | std::uint16_t(std::nearbyint(std::ldexp(magnitude, 24))));
    const std::uint32_t low = bits & 0x1FFFU;
    std::uint32_t half = ((bits & 0x7FFFFFFFU) - 0x38000000U) >> 13;
    if (low > 0x1000U || (low == 0x1000U && (half & 1U)))
        ++half;
    return std::uint16_t(sign | half);
}

} // namespace WhiteBox
