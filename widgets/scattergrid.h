// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/gradientwindow.h"
#include "widgets/figurepanel.h"
#include "widgets/pairselection.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace WhiteBox {

/// "A–R" for the amino-acid pair 21·a + b.
QString tileName(int tile);

/// Gradient against coevolution: up to 5×5 small plots of one amino-acid pair each, a point for each
/// neighbouring residue pair inside the protein; or all 441 in one density plot. One scale for all, zero in
/// the middle, to the 99.5th percentile of the magnitudes; points beyond lie on the edge. The linked cursor's
/// point is ringed and its values stand below; hovering a small plot moves the cursor to the nearest point.
class ScatterGrid : public QWidget, public FigurePanel
{
    Q_OBJECT

public:
    static constexpr int kSide = 5;
    static constexpr int kPerPage = kSide * kSide;

    explicit ScatterGrid(PairSelection *selection, QWidget *parent = nullptr);

    /// Both of the same pair and side; unit: of the gradient. null: nothing yet.
    void setWindows(std::shared_ptr<const GradientWindow> gradient,
                    std::shared_ptr<const GradientWindow> couplings, const QString &unit);
    /// Tiles 21·a + b in the order in which they stand, kPerPage at most; none: all together.
    void setTiles(std::vector<int> tiles);
    const std::vector<int> &tiles() const { return m_tiles; }
    /// kPerPage tiles from first on, or as many as there are.
    static std::vector<int> page(int first);
    /// Points that a small plot shows, for tests and readouts.
    std::vector<QPointF> points(int tile) const;
    /// "Arg–Asn at Δi −3, Δj +2: input 0.5, gradient 0.012", or empty.
    QString readout(const WindowCell &cell) const;
    /// Where a cell's point lies in the widget; nothing where its tile is not on this page or it is outside.
    std::optional<QPointF> pointOf(const WindowCell &cell) const;

    QString figureTitle() const override;
    QString figureFileName() const override { return QStringLiteral("scatter"); }
    QSizeF figureSize() const override { return {620, 620}; }
    void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const override;
    QSize sizeHint() const override { return {380, 380}; }
    QSize minimumSizeHint() const override { return {180, 180}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Frame
    {
        QRectF rect;
        QPointF at(double coupling, double gradient, double xLimit, double yLimit) const;
    };
    /// Room of the plots between title and limits.
    QRectF areaRect(const QRectF &rect, const FigureStyle &style) const;
    /// Plots in a row and in a column.
    int perSide() const;
    QRectF placeRect(const QRectF &area, int place) const;
    std::optional<int> placeOf(int tile) const;
    Frame frameOf(const QRectF &tileRect, const FigureStyle &style) const;
    void paintTile(QPainter &painter, const QRectF &rect, int tile, const FigureStyle &style) const;
    void paintAll(QPainter &painter, const QRectF &rect, const FigureStyle &style) const;
    void paintFrame(QPainter &painter, const QRectF &rect, const FigureStyle &style) const;
    void paintLimits(QPainter &painter, const QRectF &rect, const FigureStyle &style) const;

    PairSelection *m_selection;
    std::shared_ptr<const GradientWindow> m_gradient;
    QString m_unit; ///< of m_gradient
    std::shared_ptr<const GradientWindow> m_couplings;
    std::vector<double> m_correlations;
    double m_xLimit = 0;
    double m_yLimit = 0;
    std::vector<int> m_tiles = page(0);
};

} // namespace WhiteBox
