// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/matrixgeometry.h"

#include <algorithm>
#include <cmath>

namespace WhiteBox {

namespace {

constexpr int kFewestCells = 8;

int clampedOrigin(double origin, int count, int length)
{
    return std::clamp(int(std::lround(origin)), 0, std::max(0, length - count));
}

} // namespace

QRectF MatrixGeometry::cellsRect(int i0, int j0, int i1, int j1) const
{
    const double c = cell();
    return {plot.left() + (j0 - visible.x()) * c, plot.top() + (i0 - visible.y()) * c, (j1 - j0 + 1) * c,
            (i1 - i0 + 1) * c};
}

QRectF MatrixGeometry::cellRect(ResiduePair pair) const
{
    return cellsRect(pair.i, pair.j, pair.i, pair.j);
}

ResiduePair MatrixGeometry::nearestCell(const QPointF &point) const
{
    const double c = std::max(cell(), 1e-9);
    const int j = visible.x() + int(std::floor((point.x() - plot.left()) / c));
    const int i = visible.y() + int(std::floor((point.y() - plot.top()) / c));
    return {std::clamp(i, visible.top(), visible.bottom()), std::clamp(j, visible.left(), visible.right())};
}

std::optional<ResiduePair> MatrixGeometry::cellAt(const QPointF &point) const
{
    if (length == 0 || !plot.contains(point))
        return std::nullopt;
    return nearestCell(point);
}

MatrixGeometry MatrixGeometry::fit(const QRectF &available, const QRect &visible, int length,
                                   double devicePixelRatio)
{
    MatrixGeometry geometry;
    geometry.visible = visible;
    geometry.length = length;
    const int count = std::max(1, visible.width());
    double side = std::max(1.0, std::min(available.width(), available.height()));
    const double cellPixels = side * devicePixelRatio / count;
    if (cellPixels >= 3)
        side = std::floor(cellPixels) * count / devicePixelRatio;
    const auto snapped = [devicePixelRatio](double x) {
        return std::round(x * devicePixelRatio) / devicePixelRatio;
    };
    geometry.plot = QRectF(snapped(available.left() + (available.width() - side) / 2),
                           snapped(available.top() + (available.height() - side) / 2), side, side);
    return geometry;
}

QRect zoomed(const QRect &visible, int length, double factor, ResiduePair anchor)
{
    const int before = std::max(1, visible.width());
    int count = int(std::lround(before / factor));
    if (count == before)
        count += factor > 1 ? -1 : 1;
    count = std::clamp(count, std::min(kFewestCells, length), length);
    const double share = double(count) / before;
    const double j = anchor.j + 0.5 - (anchor.j + 0.5 - visible.x()) * share;
    const double i = anchor.i + 0.5 - (anchor.i + 0.5 - visible.y()) * share;
    return {clampedOrigin(j, count, length), clampedOrigin(i, count, length), count, count};
}

QRect moved(const QRect &visible, int length, int di, int dj)
{
    const int count = visible.width();
    return {clampedOrigin(visible.x() + dj, count, length), clampedOrigin(visible.y() + di, count, length),
            count, count};
}

} // namespace WhiteBox
