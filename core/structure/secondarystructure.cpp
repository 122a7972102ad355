// SPDX-License-Identifier: GPL-3.0-or-later
// Secondary structure from Cα distances: TM-align (Zhang & Skolnick 2005, Nucleic Acids Research 33, 2302).
// Ideal distances (Å) between residues k and k+n of a helix and a strand, with one tolerance for each.
#include "core/structure/structurereader.h"

#include <array>
#include <cmath>

namespace WhiteBox {
namespace {

struct Ideal
{
    std::array<double, 3> distance; ///< to the second, third and fourth residue on
    double tolerance;
};

constexpr Ideal kHelix{{5.45, 5.18, 6.37}, 2.1};
constexpr Ideal kStrand{{6.1, 10.4, 13.0}, 1.42};

double distance(const Position &p, const Position &q)
{
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

/// Whether the five residues from first on have the ideal's distances. False where a position is NaN.
bool fits(const std::vector<Position> &ca, std::size_t first, const Ideal &ideal)
{
    for (std::size_t step = 2; step <= 4; ++step) {
        for (std::size_t k = first; k + step <= first + 4; ++k) {
            if (!(std::abs(distance(ca[k], ca[k + step]) - ideal.distance[step - 2]) < ideal.tolerance))
                return false;
        }
    }
    return true;
}

} // namespace

std::vector<SecondaryStructure> assignSecondaryStructure(const std::vector<Position> &ca)
{
    std::vector<SecondaryStructure> states(ca.size(), SecondaryStructure::Coil);
    for (std::size_t i = 2; i + 2 < ca.size(); ++i) {
        if (fits(ca, i - 2, kHelix))
            states[i] = SecondaryStructure::Helix;
        else if (fits(ca, i - 2, kStrand))
            states[i] = SecondaryStructure::Strand;
    }
    return states;
}

} // namespace WhiteBox
