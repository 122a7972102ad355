// SPDX-License-Identifier: GPL-3.0-or-later
// Plain plots as pictures, for programs without Qt Gui: axes with round ticks, lines, points, densities, a
// legend.
#pragma once

#include "core/export/png.h"

#include <QString>

#include <array>
#include <vector>

namespace WhiteBox {

/// Colours that stay apart for the colour-blind (Okabe & Ito 2008).
inline constexpr Rgb kPlotBlue{0, 114, 178};
inline constexpr Rgb kPlotOrange{230, 159, 0};
inline constexpr Rgb kPlotGreen{0, 158, 115};
inline constexpr Rgb kPlotGrey{130, 130, 130};

struct PlotSeries
{
    enum class Style {
        Line,
        Points,
        Density
    }; ///< a line marks its points too; densities are shaded by count

    QString name; ///< in the legend; empty: not there
    Rgb colour;
    Style style = Style::Line;
    std::vector<std::array<double, 2>> points; ///< those that are not finite are left out
};

struct Plot
{
    QString title;
    QString xLabel;
    QString yLabel;
    std::array<double, 2> xRange{0, 1};
    std::array<double, 2> yRange{0, 1};
    std::vector<PlotSeries> series;
};

/// Round numbers that divide the range into 4 to 10 parts.
std::vector<double> plotTicks(std::array<double, 2> range);
/// Points outside of the ranges are left out. Text: ASCII, other characters become '?'.
RasterImage drawPlot(const Plot &plot, int width = 880, int height = 600);

} // namespace WhiteBox
