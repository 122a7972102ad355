// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/colorscale.h"
#include "widgets/figurepanel.h"

namespace WhiteBox {

/// A vertical legend of a colour scale, painted into other figures: always with numbers, unit and what was
/// clipped.
struct ColorBar
{
    ColorScale scale;
    QString highLabel;       ///< at the upper end, such as "raises distance"
    QString lowLabel;        ///< at the lower end
    double clippedShare = 0; ///< 0..1 of the values; marked by triangles where above zero

    /// Width that the bar, its ticks and labels need.
    double width(const FigureStyle &style) const;
    /// Where the words at the ends do not fit beside each other, neither stands there.
    void paint(QPainter &painter, const QRectF &rect, const FigureStyle &style) const;

private:
    void paintEnds(QPainter &painter, const QRectF &bar, const FigureStyle &style) const;
    void paintTicks(QPainter &painter, const QRectF &bar, const FigureStyle &style) const;
};

/// A number with three significant digits, with a real minus sign.
QString shortNumber(double value);

} // namespace WhiteBox
