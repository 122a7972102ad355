// SPDX-License-Identifier: GPL-3.0-or-later
// The 21 states of a column in ccmpred's order (Seemayer et al. 2014): couplings, files and network channels
// all use it.
#pragma once

#include <cstdint>
#include <string_view>

namespace WhiteBox {

inline constexpr int kStates = 21;     ///< twenty amino acids and the gap
inline constexpr int kAminoAcids = 20; ///< without the gap
inline constexpr std::uint8_t kGap = 20;
inline constexpr std::string_view kStateLetters = "ARNDCQEGHILKMFPSTWYV-";

/// State 0..20 of an upper-case letter; everything that is not one of the twenty amino acids is the gap.
constexpr std::uint8_t stateOf(char letter)
{
    const auto index = kStateLetters.find(letter);
    return index == std::string_view::npos ? kGap : std::uint8_t(index);
}

constexpr char letterOf(int state)
{
    return kStateLetters[std::size_t(state)];
}

/// Three-letter name, "Gap" for the gap. state 0..20.
const char *threeLetterName(int state);
/// One letter of a three-letter residue name (MSE is M), 'X' where unknown.
char letterOfResidueName(std::string_view name);

} // namespace WhiteBox
