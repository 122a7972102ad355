// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/histogramview.h"

#include "widgets/colorbar.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace WhiteBox {

HistogramView::HistogramView(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Histogram"));
    setToolTip(tr("Drag: range of the colours. Double click: automatic"));
}

void HistogramView::setStatistics(const ArrayStatistics &statistics)
{
    m_statistics = statistics;
    setAccessibleDescription(tr("%1 values from %2 to %3")
                                 .arg(statistics.values)
                                 .arg(shortNumber(statistics.least), shortNumber(statistics.most)));
    update();
}

void HistogramView::setRange(double low, double high)
{
    m_low = low;
    m_high = high;
    update();
}

double HistogramView::xOf(double value) const
{
    const double span = m_statistics.most - m_statistics.least;
    return span > 0 ? std::clamp((value - m_statistics.least) / span, 0.0, 1.0) * width() : 0;
}

double HistogramView::valueOf(double x) const
{
    return m_statistics.least +
           std::clamp(x / std::max(1, width()), 0.0, 1.0) * (m_statistics.most - m_statistics.least);
}

void HistogramView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    painter.fillRect(rect(), style.background);
    if (m_statistics.values == 0)
        return;
    painter.setFont(style.scaledFont(0.8));
    const double text = QFontMetricsF(painter.font()).height();
    const double bottom = height() - text;
    const auto most = *std::max_element(m_statistics.bins.begin(), m_statistics.bins.end());
    const double step = double(width()) / ArrayStatistics::kBins;
    for (int k = 0; k < ArrayStatistics::kBins; ++k) {
        const double share = std::log1p(double(m_statistics.bins[std::size_t(k)])) / std::log1p(double(most));
        painter.fillRect(
            QRectF(k * step, bottom - share * (bottom - 2), std::max(1.0, step - 1), share * (bottom - 2)),
            style.muted);
    }
    QColor shade = style.hover;
    shade.setAlphaF(0.25F);
    painter.fillRect(QRectF(0, 0, xOf(m_low), bottom), shade);
    painter.fillRect(QRectF(xOf(m_high), 0, width() - xOf(m_high), bottom), shade);
    painter.setPen(QPen(style.hover, 1.5));
    for (const double end : {m_low, m_high})
        if (end >= m_statistics.least && end <= m_statistics.most)
            painter.drawLine(QPointF(xOf(end), 0), QPointF(xOf(end), bottom));
    painter.setPen(style.muted);
    const QRectF foot(2, bottom, width() - 4, text);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, shortNumber(m_statistics.least));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, shortNumber(m_statistics.most));
}

void HistogramView::drag(double x)
{
    const double value = valueOf(x);
    if (m_dragsHigh && value > m_low)
        Q_EMIT rangeChosen(m_low, value);
    else if (!m_dragsHigh && value < m_high)
        Q_EMIT rangeChosen(value, m_high);
}

void HistogramView::mousePressEvent(QMouseEvent *event)
{
    if (m_statistics.values == 0 || event->button() != Qt::LeftButton)
        return;
    const double x = event->position().x();
    m_dragsHigh = std::abs(x - xOf(m_high)) <= std::abs(x - xOf(m_low));
    drag(x);
}

void HistogramView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_statistics.values > 0 && event->buttons().testFlag(Qt::LeftButton))
        drag(event->position().x());
}

void HistogramView::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT rangeReset();
}

} // namespace WhiteBox
