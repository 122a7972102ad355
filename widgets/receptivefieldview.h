// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/explanationcontroller.h"
#include "widgets/fieldpainter.h"

#include <QWidget>

namespace WhiteBox {

/// How much of the explanation lies at each neighbouring pair: Σ|gradient| over the 441 amino-acid pairs, and
/// below it the mean magnitude by the distance from the selected pair, core's radialProfile(). The linked
/// cursor's cell and bar are marked; hovering a bar reads it out.
class ReceptiveFieldView : public QWidget, public FigurePanel
{
    Q_OBJECT

public:
    explicit ReceptiveFieldView(PairSelection *selection, QWidget *parent = nullptr);

    void setExplanation(std::shared_ptr<const Explanation> explanation);
    /// Mean |gradient| at the distance √(Δi² + Δj²) = 0, 1, …, in the method's unit; NaN where all of it lies
    /// outside.
    const std::vector<double> &radialProfile() const { return m_profile; }
    QString readout(const WindowCell &cell) const;
    /// What stands above the picture for the pointer or the linked cursor, or empty.
    QString readoutShown() const;
    /// The cells' square, and the bars between their axes; empty where there is no room for those.
    QRectF fieldRect(const QRectF &rect, const FigureStyle &style, double devicePixelRatio) const;
    QRectF profileRect(const QRectF &rect, const FigureStyle &style, double devicePixelRatio) const;

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
    QString ringReadout(std::size_t ring) const;
    double profileTop() const;
    std::vector<double> profileTicks(double height, const FigureStyle &style) const;
    QRectF barRect(const QRectF &plot, std::size_t ring) const;
    void paintProfile(QPainter &painter, const QRectF &plot, const FigureStyle &style) const;
    int side() const { return m_picture.side; }

    PairSelection *m_selection;
    std::shared_ptr<const Explanation> m_explanation;
    FieldPicture m_picture;
    std::vector<double> m_profile;
    std::optional<std::size_t> m_ring; ///< whose bar is under the pointer
};

} // namespace WhiteBox
