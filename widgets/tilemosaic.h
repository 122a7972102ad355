// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/mosaicpainter.h"
#include "widgets/readablegrid.h"

#include <QWidget>

namespace WhiteBox {

/// 21×21 tiles of a window around the selected pair: what an explanation or the couplings say of each
/// amino-acid pair at each neighbouring pair. Hovering a cell shows the same cell in every other view; Enter
/// or a double click enlarges its tile in every mosaic, again or Escape shows all tiles.
class TileMosaic : public QWidget, public FigurePanel, public ReadableGrid
{
    Q_OBJECT

public:
    /// name: for files, such as "gradient".
    TileMosaic(const QString &name, PairSelection *selection, QWidget *parent = nullptr);

    const MosaicPicture &picture() const { return m_painter.picture(); }
    void setPicture(MosaicPicture picture);
    const MosaicPainter &painter() const { return m_painter; }
    MosaicPainter::Layout mosaicLayout() const;
    /// Where the cell of the linked cursor lies, if there is one.
    std::optional<QRectF> currentRect() const;
    /// "Leu–Val at Δi −3, Δj +2: 0.0123 Å", or empty.
    QString readout(const WindowCell &cell) const;

    /// The tiles, or the cells of the enlarged one.
    int gridRows() const override;
    int gridColumns() const override { return gridRows(); }
    QString gridText(GridCell cell) const override;
    QString gridRowName(int row) const override;
    QString gridColumnName(int column) const override { return gridRowName(column); }
    std::optional<GridCell> gridCurrent() const override;
    QRectF gridRect(GridCell cell) const override;

    QString figureTitle() const override;
    QString figureFileName() const override { return m_name; }
    QSizeF figureSize() const override { return {640, 590}; }
    void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const override;
    QSize sizeHint() const override { return {450, 410}; }
    /// Small, or such that every cell has a device pixel of its own.
    QSize minimumSizeHint() const override;
    void setWholeCells(bool whole);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void invalidate();
    /// The tile that is shown large, if there is a window to show.
    std::optional<TileStates> openTile() const;
    std::optional<WindowCell> cellAt(const QPointF &point) const;
    void toggleTile();
    /// The line of the readout, moved to where it is seen.
    QRectF seenLine(const QRectF &line) const;
    void paintLinked(QPainter &painter, const WindowCell &cell, const FigureStyle &style) const;

    QString m_name;
    PairSelection *m_selection;
    MosaicPainter m_painter;
    bool m_wholeCells = false;
    QPixmap m_cache; ///< the picture without cursor, in device pixels
};

} // namespace WhiteBox
