// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sequence/aminoacid.h"
#include "widgets/colorbar.h"
#include "widgets/figurepanel.h"
#include "widgets/mosaicpainter.h"

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

/// 21×21 cells, row a, column b, with the residues' letters and a colour bar. The number under the pointer
/// stands in a tooltip and in the readout.
class PairHeatMap : public QWidget, public FigurePanel
{
    Q_OBJECT

public:
    explicit PairHeatMap(const QString &name, QWidget *parent = nullptr);

    void setPicture(PairHeatMapPicture picture);
    const PairHeatMapPicture &picture() const { return m_picture; }
    /// a and b under the point, or nothing.
    std::optional<std::pair<int, int>> statesAt(const QPointF &point) const;
    QString readout(int a, int b) const;

    QString figureTitle() const override { return m_picture.title; }
    QString figureFileName() const override { return m_name; }
    QSizeF figureSize() const override { return {520, 460}; }
    void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const override;
    QSize sizeHint() const override { return {380, 340}; }
    QSize minimumSizeHint() const override { return {180, 160}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF cellsRect(const QRectF &rect, const FigureStyle &style, double devicePixelRatio) const;
    void paintLetters(QPainter &painter, const QRectF &cells, const FigureStyle &style) const;

    QString m_name;
    PairHeatMapPicture m_picture;
};

} // namespace WhiteBox
