// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that sum up one explanation. Cells outside the protein never count.
#pragma once

#include "core/attribution/gradientwindow.h"

#include <vector>

namespace WhiteBox {

/// Mean magnitude of the cells whose distance √(Δi² + Δj²) from the pair rounds to `radius`, over all 441
/// tiles.
struct RadialBin
{
    int radius = 0;
    int cells = 0;            ///< positions inside the protein, each with 441 values
    double meanMagnitude = 0; ///< NaN where cells is 0
};
/// From the pair to the window's corner.
std::vector<RadialBin> radialProfile(const GradientWindow &window);

/// Pearson's correlation of explanation and input over each tile, [a][b], 441 values; NaN where one side is
/// constant. input: inputWindow() of the same pair and side.
std::vector<double> tileCorrelations(const GradientWindow &window, const GradientWindow &input);

/// Explanation times the sign of the input: do couplings push their own way? Shares of the summed magnitude,
/// both 0 where nothing counts; cells without a coupling do not.
struct SignShares
{
    double positive = 0;
    double negative = 0;
};
SignShares signShares(const GradientWindow &window, const GradientWindow &input);

} // namespace WhiteBox
