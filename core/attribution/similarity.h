// SPDX-License-Identifier: GPL-3.0-or-later
// How alike two pictures are, as the sanity checks of Adebayo et al. (2018) ask.
#pragma once

#include "core/attribution/gradientwindow.h"

#include <span>
#include <vector>

namespace WhiteBox {

/// Pearson's correlation, −1..1; NaN where one side is constant or has fewer than two values. O(n).
double pearson(std::span<const float> x, std::span<const float> y);
/// Spearman's rank correlation, ties sharing their mean rank; NaN as pearson(). O(n log n).
double spearman(std::span<const float> x, std::span<const float> y);
/// Mean structural similarity (Wang et al. 2004) of two side×side pictures over all whole 7×7 windows,
/// uniform weights, sample covariances, C1 = (0.01·range)², C2 = (0.03·range)². side at least 7.
double ssim(std::span<const float> x, std::span<const float> y, int side, double range);

/// Cells of a window inside the protein, in order.
std::vector<float> insideValues(const GradientWindow &window);
/// Of all cells; those outside are 0.
float largestMagnitude(const GradientWindow &window);

struct WindowSimilarity
{
    double spearman = 0;         ///< of the values
    double spearmanAbsolute = 0; ///< of the magnitudes
    double ssim = 0;             ///< mean over the 441 tiles, each window scaled by its largest magnitude
};
/// Two windows of the same pair and size. Tiles smaller than 7×7 give a NaN ssim.
WindowSimilarity compareWindows(const GradientWindow &x, const GradientWindow &y);

} // namespace WhiteBox
