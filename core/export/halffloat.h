// SPDX-License-Identifier: GPL-3.0-or-later
// IEEE 754 binary16, for files that trade digits for size.
#pragma once

#include <cstdint>

namespace WhiteBox {

float halfToFloat(std::uint16_t bits);
/// Rounds to nearest, ties to even; beyond ±65504 infinite.
std::uint16_t floatToHalf(float value);

} // namespace WhiteBox
