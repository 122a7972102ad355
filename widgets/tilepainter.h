// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/fieldpainter.h"
#include "widgets/mosaicpainter.h"

namespace WhiteBox {

/// One tile of a mosaic alone and large, in the mosaic's colours, with its sums.
class TilePainter
{
public:
    /// mosaic: has a window, and lives longer.
    TilePainter(const MosaicPainter &mosaic, TileStates tile);

    QRectF square(const QRectF &rect, const FigureStyle &style, double devicePixelRatio) const;
    /// The line below the tile.
    QRectF noteRect(const QRectF &rect, const QRectF &square, const FigureStyle &style) const;
    void paint(QPainter &painter, const QRectF &rect, const FigureStyle &style) const;
    void paintCursor(QPainter &painter, const QRectF &square, const WindowCell &cell,
                     const FigureStyle &style) const;
    /// Inside the protein, or nothing.
    std::optional<WindowCell> cellAt(const QRectF &square, const QPointF &point) const;

private:
    const MosaicPainter &m_mosaic;
    TileStates m_tile;
    FieldPicture m_picture;
};

/// "Leu–Val".
QString tileText(TileStates tile);

} // namespace WhiteBox
