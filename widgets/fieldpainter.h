// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/colorbar.h"

#include <optional>
#include <vector>

namespace WhiteBox {

/// "−3", "0", "+2".
QString signedOffset(int delta);

/// One number for each position of a window: Δi from −radius downwards, Δj to the right.
struct FieldPicture
{
    int side = 0;              ///< 2·radius + 1; 0: nothing yet
    std::vector<float> values; ///< side×side, row-major; NaN is hatched as outside the protein
    ColorBar bar;
};

/// Lays out and paints a FieldPicture with its axes and its colour bar.
class FieldPainter
{
public:
    struct Offset
    {
        int di = 0;
        int dj = 0;
        bool operator==(const Offset &) const = default;
    };

    explicit FieldPainter(const FieldPicture &picture)
        : m_picture(picture)
    {}

    /// The cells' square: as large as axes and colour bar allow, its cells whole device pixels. At the top of
    /// available, in the middle of its width.
    QRectF square(const QRectF &available, const FigureStyle &style, double devicePixelRatio) const;
    void paint(QPainter &painter, const QRectF &square, const FigureStyle &style) const;
    void paintCursor(QPainter &painter, const QRectF &square, Offset offset, const FigureStyle &style) const;
    std::optional<Offset> at(const QRectF &square, const QPointF &point) const;

private:
    void paintAxes(QPainter &painter, const QRectF &square, const FigureStyle &style) const;

    const FieldPicture &m_picture;
};

} // namespace WhiteBox
