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
std::size_t radialBinOf(int di, int dj);
std::vector<RadialBin> radialProfile(const GradientWindow &window);

/// Σ|values| over the 441 tiles, side×side; NaN outside the protein. O(n).
std::vector<float> sumOverTiles(const GradientWindow &window);

/// Pearson's correlation of explanation and input over each tile, [a][b], 441 values; NaN where one side is
/// constant. input: inputWindow() of the same pair and side.
std::vector<double> tileCorrelations(const GradientWindow &window, const GradientWindow &input);

/// Sums over the cells of a tile.
struct TileSums
{
    double sum = 0;       ///< of the explanation
    double magnitude = 0; ///< of its magnitude
    double product = 0; ///< of explanation × input: for the plain gradient the tile's part of the output, Å
};
/// [a][b], 441 entries. input: inputWindow() of the same pair and side.
std::vector<TileSums> tileSums(const GradientWindow &window, const GradientWindow &input);

/// Explanation times the sign of the input: do couplings push their own way? Shares of the summed magnitude,
/// both 0 where nothing counts; cells without a coupling do not.
struct SignShares
{
    double positive = 0;
    double negative = 0;
};
SignShares signShares(const GradientWindow &window, const GradientWindow &input);
/// The same of each tile, [a][b], 441 entries.
std::vector<SignShares> tileSignShares(const GradientWindow &window, const GradientWindow &input);
/// Explanation × sign of the input (−1, 0, 1), the picture behind the shares. Å per unit of the network's
/// input; positive where a coupling pushes as its sign says.
GradientWindow signWeighted(const GradientWindow &window, const GradientWindow &input);

/// One cell of a tile: explanation against input.
struct ScatterPoint
{
    int di = 0;
    int dj = 0;
    float explanation = 0; ///< Å per unit of the network's input
    float input = 0;       ///< the network's input
};
/// The cells of tile (a, b) inside the protein, Δi first.
std::vector<ScatterPoint> tileScatter(const GradientWindow &window, const GradientWindow &input, int a,
                                      int b);

} // namespace WhiteBox
