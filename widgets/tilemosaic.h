// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/mosaicpainter.h"

#include <QWidget>

namespace WhiteBox {

/// 21×21 tiles of a window around the selected pair: what an explanation or the couplings say of each
/// amino-acid pair at each neighbouring pair. Hovering a cell shows the same cell in every other view.
class TileMosaic : public QWidget, public FigurePanel
{
    Q_OBJECT

public:
    /// name: for files, such as "gradient".
    TileMosaic(const QString &name, PairSelection *selection, QWidget *parent = nullptr);

    const MosaicPicture &picture() const { return m_painter.picture(); }
    void setPicture(MosaicPicture picture);
    const MosaicPainter &painter() const { return m_painter; }
    MosaicPainter::Layout mosaicLayout() const;
    /// "Leu–Val at Δi −3, Δj +2: 0.0123 Å", or empty.
    QString readout(const WindowCell &cell) const;

    QString figureTitle() const override;
    QString figureFileName() const override { return m_name; }
    QSizeF figureSize() const override { return {640, 590}; }
    void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const override;
    QSize sizeHint() const override { return {450, 410}; }
    QSize minimumSizeHint() const override { return {200, 180}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void invalidate();

    QString m_name;
    PairSelection *m_selection;
    MosaicPainter m_painter;
    QPixmap m_cache; ///< the picture without cursor, in device pixels
};

} // namespace WhiteBox
