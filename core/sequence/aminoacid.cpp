// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sequence/aminoacid.h"

#include <array>

namespace WhiteBox {

namespace {

constexpr std::array<const char *, kStates> kNames = {"Ala", "Arg", "Asn", "Asp", "Cys", "Gln", "Glu",
                                                      "Gly", "His", "Ile", "Leu", "Lys", "Met", "Phe",
                                                      "Pro", "Ser", "Thr", "Trp", "Tyr", "Val", "Gap"};

bool sameIgnoringCase(std::string_view x, std::string_view y)
{
    if (x.size() != y.size())
        return false;
    for (std::size_t k = 0; k < x.size(); ++k)
        if ((x[k] | 0x20) != (y[k] | 0x20))
            return false;
    return true;
}

} // namespace

const char *threeLetterName(int state)
{
    return kNames[std::size_t(state)];
}

char letterOfResidueName(std::string_view name)
{
    for (int a = 0; a < kAminoAcids; ++a)
        if (sameIgnoringCase(name, kNames[std::size_t(a)]))
            return letterOf(a);
    if (sameIgnoringCase(name, "MSE"))
        return 'M';
    if (sameIgnoringCase(name, "SEC"))
        return 'C';
    if (sameIgnoringCase(name, "PYL"))
        return 'K';
    return 'X';
}

} // namespace WhiteBox
