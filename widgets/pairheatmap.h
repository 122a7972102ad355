// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sequence/aminoacid.h"
#include "widgets/colorbar.h"
#include "widgets/figurepanel.h"
#include "widgets/mosaicpainter.h"
#include "widgets/pairselection.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace WhiteBox {

/// One number for each amino-acid pair.
struct PairHeatMapPicture
{
    QString title;
    std::vector<double> values; ///< 21×21, [a][b], NaN unknown; empty: nothing yet
    ColorBar bar;
    ResidueOrder order = ResidueOrder::Ccmpred;
};

/// 21×21 cells, row a, column b, with the residues' letters and a colour bar. The linked cursor's amino-acid
/// pair is framed and its number stands below; hovering and the arrow keys with Shift move it.
class PairHeatMap : public QWidget, public FigurePanel
{
    Q_OBJECT

public:
    PairHeatMap(const QString &name, PairSelection *selection, QWidget *parent = nullptr);

    void setPicture(PairHeatMapPicture picture);
    const PairHeatMapPicture &picture() const { return m_picture; }
    /// a and b under the point, or nothing.
    std::optional<TileStates> statesAt(const QPointF &point) const;
    QString readout(TileStates tile) const;

    QString figureTitle() const override { return m_picture.title; }
    QString figureFileName() const override { return m_name; }
    QSizeF figureSize() const override { return {520, 460}; }
    void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const override;
    QSize sizeHint() const override { return {380, 340}; }
    QSize minimumSizeHint() const override { return {180, 160}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF cellsRect(const QRectF &rect, const FigureStyle &style, double devicePixelRatio) const;
    /// The cell of a and b among cells.
    QRectF cellRect(const QRectF &cells, TileStates tile) const;
    void paintLetters(QPainter &painter, const QRectF &cells, const FigureStyle &style) const;

    QString m_name;
    PairSelection *m_selection;
    PairHeatMapPicture m_picture;
};

} // namespace WhiteBox
