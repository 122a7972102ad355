// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figurepanel.h"

#include <QColor>
#include <QString>
#include <QWidget>

#include <limits>
#include <optional>
#include <vector>

class QCustomPlot;

namespace WhiteBox {

/// One series of a plot. Points whose y is NaN are gaps.
struct PlotSeries
{
    enum class Look { Line, Dashed, LineAndMarks, Marks };
    enum class Mark { Disc, Triangle, TriangleDown, Square, Diamond, Cross };

    QString name; ///< in the legend; empty: not in it
    std::vector<double> x;
    std::vector<double> y;
    QColor color; ///< invalid: the text's
    Look look = Look::Line;
    Mark mark = Mark::Disc; ///< so that series are told apart without colour
};

/// Values of x between which a plot is trusted; nowhere where it is empty.
struct TrustedSpan
{
    double from = std::numeric_limits<double>::infinity();
    double to = -std::numeric_limits<double>::infinity();

    bool isEmpty() const { return from > to; }
};

/// Everything a plot shows. Painting it needs no widget.
struct PlotPicture
{
    QString title;
    QString xLabel;
    QString yLabel;
    std::vector<PlotSeries> series;
    std::optional<TrustedSpan> trusted; ///< what lies beyond is shaded; nothing: no shading
    double yLow = 0;                    ///< equal to yHigh: as the series ask for
    double yHigh = 0;
    bool countsOnX = false; ///< x are whole numbers
    QString message;        ///< stands in the middle instead of the series when those are empty
};

/// A plot of one or more series: dragged and zoomed with the mouse or with the arrows, + and −; a double
/// click or 0 shows all again.
class PlotPanel : public QWidget, public FigurePanel
{
    Q_OBJECT

public:
    /// name: for files, such as "curve".
    explicit PlotPanel(const QString &name, QWidget *parent = nullptr);

    const PlotPicture &picture() const { return m_picture; }
    void setPicture(PlotPicture picture);
    /// x, y and the nearest series' values under the pointer, or empty.
    QString readout() const { return m_readout; }
    /// Values of x and y that are shown.
    QRectF visibleRange() const;

    QString figureTitle() const override { return m_picture.title; }
    QString figureFileName() const override { return m_name; }
    QSizeF figureSize() const override { return {560, 420}; }
    void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const override;
    QSize sizeHint() const override { return {380, 300}; }
    QSize minimumSizeHint() const override { return {160, 140}; }

Q_SIGNALS:
    void readoutChanged();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void showReadout(const QPointF &point);

    QString m_name;
    PlotPicture m_picture;
    QCustomPlot *m_plot;
    QString m_readout;
};

} // namespace WhiteBox
