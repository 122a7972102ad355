// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plotpanel.h"

#include "widgets/colorbar.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPicture>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace WhiteBox {

namespace {

QVector<double> vectorOf(const std::vector<double> &values)
{
    return {values.begin(), values.end()};
}

QCPScatterStyle::ScatterShape shapeOf(PlotSeries::Mark mark)
{
    switch (mark) {
    case PlotSeries::Mark::Disc:
        return QCPScatterStyle::ssDisc;
    case PlotSeries::Mark::Triangle:
        return QCPScatterStyle::ssTriangle;
    case PlotSeries::Mark::TriangleDown:
        return QCPScatterStyle::ssTriangleInverted;
    case PlotSeries::Mark::Square:
        return QCPScatterStyle::ssSquare;
    case PlotSeries::Mark::Diamond:
        return QCPScatterStyle::ssDiamond;
    case PlotSeries::Mark::Cross:
        return QCPScatterStyle::ssCross;
    }
    return QCPScatterStyle::ssDisc;
}

/// A mark without a value would be painted at (0, 0), which an SVG, that has no clip, shows: marks beside a
/// gap of the line are a graph of their own.
void addMarks(QCustomPlot &plot, QCPGraph &line, const PlotSeries &series, const QCPScatterStyle &style)
{
    QVector<double> x;
    QVector<double> y;
    for (std::size_t k = 0; k < series.y.size(); ++k)
        if (!std::isnan(series.y[k])) {
            x << series.x[k];
            y << series.y[k];
        }
    QCPGraph *marks = &line;
    if (series.look == PlotSeries::Look::LineAndMarks && x.size() < line.dataCount()) {
        marks = plot.addGraph();
        marks->setLineStyle(QCPGraph::lsNone);
        marks->removeFromLegend();
    }
    marks->setData(x, y, true);
    marks->setScatterStyle(style);
}

void addSeries(QCustomPlot &plot, const PlotSeries &series, const FigureStyle &style)
{
    const QColor color = series.color.isValid() ? series.color : style.text;
    QCPGraph *graph = plot.addGraph();
    graph->setName(series.name);
    graph->setData(vectorOf(series.x), vectorOf(series.y), true);
    QPen pen(color, 1.6);
    if (series.look == PlotSeries::Look::Dashed)
        pen.setDashPattern({4, 3});
    graph->setPen(pen);
    if (series.look == PlotSeries::Look::LineAndMarks || series.look == PlotSeries::Look::Marks)
        addMarks(plot, *graph, series, QCPScatterStyle(shapeOf(series.mark), color, color, 7));
    if (series.look == PlotSeries::Look::Marks)
        graph->setLineStyle(QCPGraph::lsNone);
    if (series.name.isEmpty())
        graph->removeFromLegend();
}

void styleAxis(QCPAxis &axis, const FigureStyle &style)
{
    axis.setBasePen(QPen(style.muted, 1));
    axis.setTickPen(QPen(style.muted, 1));
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLabelColor(style.muted);
    axis.setLabelColor(style.text);
    axis.setTickLabelFont(style.scaledFont(0.85));
    axis.setLabelFont(style.scaledFont(0.9));
    QColor grid = style.muted;
    grid.setAlphaF(0.25F);
    axis.grid()->setPen(QPen(grid, 0.5));
    axis.grid()->setZeroLinePen(QPen(grid, 1));
}

/// Shades the columns of the plot where x lies outside of what is trusted.
void shade(QCustomPlot &plot, double from, double to, const FigureStyle &style)
{
    QColor color = style.muted;
    color.setAlphaF(0.18F);
    auto *box = new QCPItemRect(&plot);
    box->setPen(Qt::NoPen);
    box->setBrush(QBrush(color, Qt::SolidPattern));
    box->setLayer(QStringLiteral("background"));
    for (QCPItemPosition *corner : {box->topLeft, box->bottomRight}) {
        corner->setTypeX(QCPItemPosition::ptPlotCoords);
        corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    box->topLeft->setCoords(from, 0);
    box->bottomRight->setCoords(to, 1);
}

void setRanges(QCustomPlot &plot, const PlotPicture &picture)
{
    plot.rescaleAxes();
    for (QCPAxis *axis : {plot.xAxis, plot.yAxis}) {
        const QCPRange range = axis->range();
        const double margin = range.size() > 0 ? 0.04 * range.size() : 1;
        axis->setRange(range.lower - margin, range.upper + margin);
    }
    if (picture.yHigh > picture.yLow)
        plot.yAxis->setRange(picture.yLow, picture.yHigh);
}

void addMessage(QCustomPlot &plot, const QString &text, const FigureStyle &style)
{
    auto *label = new QCPItemText(&plot);
    label->position->setType(QCPItemPosition::ptAxisRectRatio);
    label->position->setCoords(0.5, 0.5);
    label->setText(text);
    label->setColor(style.muted);
    label->setFont(style.font);
}

/// Title, plot and legend below each other: a legend inside would hide what it names.
void arrange(QCustomPlot &plot)
{
    if (plot.plotLayout()->rowCount() > 1)
        return;
    plot.plotLayout()->insertRow(0);
    plot.plotLayout()->addElement(0, 0, new QCPTextElement(&plot));
    plot.plotLayout()->addElement(2, 0, plot.legend);
    plot.plotLayout()->setRowStretchFactor(2, 0.001);
    plot.legend->setBorderPen(Qt::NoPen);
    plot.legend->setBrush(Qt::NoBrush);
    plot.legend->setMargins({4, 0, 4, 2});
    plot.legend->setIconTextPadding(12); // a line is drawn beyond its icon, and an SVG has no clip
}

void styleText(QCustomPlot &plot, const QString &title, const FigureStyle &style)
{
    auto *text = qobject_cast<QCPTextElement *>(plot.plotLayout()->element(0, 0));
    text->setText(title);
    text->setFont(style.scaledFont(0.95));
    text->setTextColor(style.text);
    text->setTextFlags(Qt::AlignLeft);
    plot.legend->setVisible(plot.legend->itemCount() > 0);
    plot.legend->setWrap(plot.legend->itemCount() > 3 ? 2 : 3); // more in a row would be cut
    plot.legend->setFillOrder(QCPLegend::foColumnsFirst, true);
    plot.legend->setFont(style.scaledFont(0.85));
    plot.legend->setTextColor(style.text);
}

/// Numbers with a real minus sign, as everywhere else.
class Ticker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar format, int precision) override
    {
        return QCPAxisTicker::getTickLabel(tick, locale, format, precision)
            .replace(QLatin1Char('-'), QChar(0x2212));
    }
};

QSharedPointer<QCPAxisTicker> tickerFor(bool counts)
{
    if (!counts)
        return QSharedPointer<Ticker>::create();
    auto ticker = QSharedPointer<QCPAxisTickerFixed>::create();
    ticker->setTickStep(1);
    return ticker;
}

/// Makes the plot anew: a picture is a value, nothing of an older one may stay.
/// beyond: how far to both sides of the plot the shade goes, which may be moved into sight, in its widths.
void compose(QCustomPlot &plot, const PlotPicture &picture, const FigureStyle &style, double beyond)
{
    plot.clearGraphs();
    plot.clearItems();
    plot.setBackground(style.background);
    arrange(plot);
    styleAxis(*plot.xAxis, style);
    styleAxis(*plot.yAxis, style);
    plot.xAxis->setLabel(picture.xLabel);
    plot.yAxis->setLabel(picture.yLabel);
    for (const PlotSeries &series : picture.series)
        addSeries(plot, series, style);
    styleText(plot, picture.title, style);
    plot.xAxis->setTicker(tickerFor(picture.countsOnX));
    plot.yAxis->setTicker(tickerFor(false));
    setRanges(plot, picture);
    const QCPRange x = plot.xAxis->range();
    const double from = x.lower - beyond * x.size();
    const double to = x.upper + beyond * x.size();
    if (picture.trusted && picture.trusted->isEmpty()) {
        shade(plot, from, to, style);
    } else if (picture.trusted) {
        shade(plot, from, std::max(from, picture.trusted->from), style);
        shade(plot, std::min(to, picture.trusted->to), to, style);
    }
    if (picture.series.empty())
        addMessage(plot, picture.message, style);
}

} // namespace

PlotPanel::PlotPanel(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_plot(new QCustomPlot(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1); // for the frame of the focus
    layout->addWidget(m_plot);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setMinimumSize(1, 1);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::CustomContextMenu);
    m_plot->setFocusProxy(this);
    m_plot->setContextMenuPolicy(Qt::CustomContextMenu); // what it does not want goes to nobody else
    connect(m_plot, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &point) { Q_EMIT customContextMenuRequested(m_plot->mapTo(this, point)); });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &PlotPanel::refresh);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent *event) { showReadout(event->pos()); });
    refresh();
}

void PlotPanel::setPicture(PlotPicture picture)
{
    m_picture = std::move(picture);
    setAccessibleName(m_picture.title);
    refresh();
}

void PlotPanel::refresh()
{
    compose(*m_plot, m_picture, FigureStyle::ofPalette(palette(), font()), 1);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotPanel::showReadout(const QPointF &point)
{
    QStringList parts;
    const double x = m_plot->xAxis->pixelToCoord(point.x());
    for (int n = 0; n < m_plot->graphCount() && m_plot->axisRect()->rect().contains(point.toPoint()); ++n) {
        const QCPGraph *graph = m_plot->graph(n);
        const auto points = graph->data();
        if (points->isEmpty())
            continue;
        const auto at = points->at(int(points->findBegin(x) - points->constBegin()));
        parts << QStringLiteral("%1 %2").arg(graph->name(), shortNumber(at->value));
    }
    m_readout = parts.isEmpty()
                    ? QString()
                    : QStringLiteral("%1 %2: %3")
                          .arg(m_picture.xLabel, shortNumber(x), parts.join(QStringLiteral(", ")));
    Q_EMIT readoutChanged();
}

QRectF PlotPanel::visibleRange() const
{
    const QCPRange x = m_plot->xAxis->range();
    const QCPRange y = m_plot->yAxis->range();
    return {x.lower, y.lower, x.size(), y.size()};
}

void PlotPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Base));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PlotPanel::keyPressEvent(QKeyEvent *event)
{
    constexpr double kStep = 0.1; // of what is shown
    const auto move = [](QCPAxis *axis, double share) { axis->moveRange(share * axis->range().size()); };
    const auto zoom = [this](double factor) {
        for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis})
            axis->scaleRange(factor, axis->range().center());
    };
    switch (event->key()) {
    case Qt::Key_Left:
        move(m_plot->xAxis, -kStep);
        break;
    case Qt::Key_Right:
        move(m_plot->xAxis, kStep);
        break;
    case Qt::Key_Up:
        move(m_plot->yAxis, kStep);
        break;
    case Qt::Key_Down:
        move(m_plot->yAxis, -kStep);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.8);
        break;
    case Qt::Key_Minus:
        zoom(1.25);
        break;
    case Qt::Key_0:
        return refresh();
    default:
        return QWidget::keyPressEvent(event);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
    QWidget::changeEvent(event);
}

void PlotPanel::paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    // QCustomPlot draws through a painter of its own; a recording keeps its lines and letters vectors.
    QCustomPlot plot;
    compose(plot, m_picture, style, 0); // an SVG has no clip
    QPicture recording;
    QCPPainter recorder(&recording);
    plot.toPainter(&recorder, int(rect.width()), int(rect.height()));
    recorder.end();
    // Playing it, Qt enlarges by the device's dots per inch; the painter's own scale has done so already.
    const double ratio = double(recording.logicalDpiX()) / painter.device()->logicalDpiX();
    painter.save();
    painter.translate(rect.topLeft());
    painter.scale(ratio, ratio);
    painter.drawPicture(QPointF(), recording);
    painter.restore();
}

} // namespace WhiteBox
