// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fieldpainter.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace WhiteBox {

QString signedOffset(int delta)
{
    if (delta == 0)
        return QStringLiteral("0");
    return (delta < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + QString::number(std::abs(delta));
}

QRectF FieldPainter::square(const QRectF &available, const FigureStyle &style, double ratio) const
{
    const QFontMetricsF metrics(style.scaledFont(0.8));
    const double axis = metrics.height() + 3;
    const double left = axis + metrics.horizontalAdvance(QStringLiteral("−7")) + 2;
    const double bar = m_picture.bar.width(style) + 10;
    const double room = std::min(available.width() - left - bar, available.height() - 2 * axis);
    const double cell = std::max(1.0, std::floor(room * ratio / m_picture.side)) / ratio;
    const double extent = cell * m_picture.side;
    const double spare = std::max(0.0, available.width() - left - extent - bar);
    return {std::round((available.left() + left + spare / 2) * ratio) / ratio,
            std::round(available.top() * ratio) / ratio, extent, extent};
}

void FieldPainter::paint(QPainter &painter, const QRectF &square, const FigureStyle &style) const
{
    const int n = m_picture.side;
    const double cell = square.width() / n;
    QImage image(n, n, QImage::Format_RGB32);
    for (int k = 0; k < n * n; ++k)
        image.setPixel(k % n, k / n, m_picture.bar.scale.color(m_picture.values[std::size_t(k)], style.dark));
    drawCells(painter, square, image, QRectF(0, 0, n, n));
    for (int k = 0; k < n * n; ++k)
        if (std::isnan(m_picture.values[std::size_t(k)]))
            fillHatched(painter,
                        QRectF(square.left() + k % n * cell, square.top() + int(k / n) * cell, cell, cell),
                        true, style);
    painter.setPen(QPen(style.muted, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(square.adjusted(-0.5, -0.5, 0.5, 0.5));
    paintAxes(painter, square, style);
    const double width = m_picture.bar.width(style);
    m_picture.bar.paint(painter, QRectF(square.right() + 8, square.top() - 6, width, square.height() + 12),
                        style);
}

void FieldPainter::paintAxes(QPainter &painter, const QRectF &square, const FigureStyle &style) const
{
    const int r = m_picture.side / 2;
    const double cell = square.width() / m_picture.side;
    painter.setFont(style.scaledFont(0.8));
    painter.setPen(style.muted);
    const double line = QFontMetricsF(painter.font()).height();
    for (int delta = -r; delta <= r; ++delta) {
        if (delta % (r >= 6 ? 7 : 2) != 0)
            continue;
        const double at = (delta + r + 0.5) * cell;
        painter.drawText(QRectF(square.left() + at - 30, square.bottom() + 2, 60, line), Qt::AlignCenter,
                         signedOffset(delta));
        painter.drawText(QRectF(square.left() - 63, square.top() + at - line / 2, 60, line),
                         Qt::AlignRight | Qt::AlignVCenter, signedOffset(delta));
    }
    painter.drawText(QRectF(square.left(), square.bottom() + 2, square.width() * 0.75, line),
                     Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("Δj"));
    painter.drawText(QRectF(square.left() - 63, square.top() + square.height() * 0.75 - line / 2, 60, line),
                     Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("Δi"));
}

void FieldPainter::paintCursor(QPainter &painter, const QRectF &square, Offset offset,
                               const FigureStyle &style) const
{
    const int r = m_picture.side / 2;
    if (m_picture.side == 0 || std::abs(offset.di) > r || std::abs(offset.dj) > r)
        return;
    const double cell = square.width() / m_picture.side;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.hover, 2));
    painter.drawRect(
        QRectF(square.left() + (offset.dj + r) * cell, square.top() + (offset.di + r) * cell, cell, cell));
}

std::optional<FieldPainter::Offset> FieldPainter::at(const QRectF &square, const QPointF &point) const
{
    if (m_picture.side == 0 || !square.contains(point))
        return std::nullopt;
    const QPointF p = (point - square.topLeft()) * m_picture.side / square.width();
    const int last = m_picture.side - 1;
    return Offset{std::min(last, int(p.y())) - m_picture.side / 2,
                  std::min(last, int(p.x())) - m_picture.side / 2};
}

} // namespace WhiteBox
