// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/explanationcontroller.h"
#include "widgets/fieldpainter.h"

#include <QWidget>

namespace WhiteBox {

/// How much of the explanation lies at each neighbouring pair: Σ|gradient| over the 441 amino-acid pairs, and
/// below it the mean over rings of equal distance from the selected pair.
class ReceptiveFieldView : public QWidget, public FigurePanel
{
    Q_OBJECT

public:
    explicit ReceptiveFieldView(PairSelection *selection, QWidget *parent = nullptr);

    void setExplanation(std::shared_ptr<const Explanation> explanation);
    /// Mean of Σ|gradient| on the rings max(|Δi|, |Δj|) = 0, 1, …, radius; NaN where a ring lies outside.
    std::vector<double> radialProfile() const;
    QString readout(const WindowCell &cell) const;

    QString figureTitle() const override;
    QString figureFileName() const override { return QStringLiteral("receptive-field"); }
    QSizeF figureSize() const override { return {420, 460}; }
    void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const override;
    QSize sizeHint() const override { return {290, 380}; }
    QSize minimumSizeHint() const override { return {170, 180}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRectF fieldRect(const QRectF &rect, const FigureStyle &style, double devicePixelRatio) const;
    void paintProfile(QPainter &painter, const QRectF &rect, const FigureStyle &style) const;
    int side() const { return m_picture.side; }

    PairSelection *m_selection;
    std::shared_ptr<const Explanation> m_explanation;
    FieldPicture m_picture;
};

} // namespace WhiteBox
