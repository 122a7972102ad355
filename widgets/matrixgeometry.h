// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/residuepair.h"

#include <QPointF>
#include <QRect>
#include <QRectF>

#include <optional>

namespace WhiteBox {

/// Where the cells of a square map lie on the screen. Row i runs downwards, column j to the right.
struct MatrixGeometry
{
    QRectF plot;    ///< the square that the visible cells fill
    QRect visible;  ///< x, y = first column and row shown; width = height = number of cells shown
    int length = 0; ///< L

    double cell() const { return visible.width() > 0 ? plot.width() / visible.width() : 0; }
    /// The whole rectangle of a cell, also of one that is not visible.
    QRectF cellRect(ResiduePair pair) const;
    /// Rows i0..i1 and columns j0..j1, both ends included.
    QRectF cellsRect(int i0, int j0, int i1, int j1) const;
    std::optional<ResiduePair> cellAt(const QPointF &point) const;
    /// The cell nearest to a point that may lie outside: a drag beyond the border stays at the border.
    ResiduePair nearestCell(const QPointF &point) const;

    /// Fits the square into available. Cells of three device pixels or more get a whole number of them.
    static MatrixGeometry fit(const QRectF &available, const QRect &visible, int length,
                              double devicePixelRatio);
};

/// The cells shown after zooming by a factor (> 1: closer) with the cell at anchor kept where it is.
QRect zoomed(const QRect &visible, int length, double factor, ResiduePair anchor);
/// The cells shown after moving by whole cells, kept inside 0..length.
QRect moved(const QRect &visible, int length, int di, int dj);

} // namespace WhiteBox
