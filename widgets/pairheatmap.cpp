// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pairheatmap.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace WhiteBox {

PairHeatMap::PairHeatMap(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
{
    setFocusPolicy(Qt::StrongFocus);
}

void PairHeatMap::setPicture(PairHeatMapPicture picture)
{
    m_picture = std::move(picture);
    setAccessibleName(m_picture.title);
    update();
}

QRectF PairHeatMap::cellsRect(const QRectF &rect, const FigureStyle &style, double devicePixelRatio) const
{
    const double line = QFontMetricsF(style.font).height() + 4;
    const double header = QFontMetricsF(style.scaledFont(0.75)).height() + 2;
    const QRectF room = rect.adjusted(header + 4, line + header, -m_picture.bar.width(style) - 12, -line);
    const double side = std::min(room.width(), room.height());
    const double cell = std::max(1.0, std::floor(side * devicePixelRatio / kStates)) / devicePixelRatio;
    return {std::round(room.left()), std::round(room.top()), cell * kStates, cell * kStates};
}

void PairHeatMap::paintLetters(QPainter &painter, const QRectF &cells, const FigureStyle &style) const
{
    const auto states = statesInOrder(m_picture.order);
    const double cell = cells.width() / kStates;
    painter.setFont(style.scaledFont(0.75));
    painter.setPen(style.muted);
    for (int k = 0; k < kStates; ++k) {
        const QString letter(QLatin1Char(letterOf(states[std::size_t(k)])));
        painter.drawText(QRectF(cells.left() + k * cell - 10, cells.top() - 22, cell + 20, 20),
                         Qt::AlignHCenter | Qt::AlignBottom, letter);
        painter.drawText(QRectF(cells.left() - 24, cells.top() + k * cell - 10, 20, cell + 20),
                         Qt::AlignRight | Qt::AlignVCenter, letter);
    }
}

void PairHeatMap::paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.fillRect(rect, style.background);
    const double line = QFontMetricsF(style.font).height() + 4;
    painter.setFont(style.scaledFont(0.95));
    painter.setPen(style.text);
    painter.drawText(QRectF(rect.left() + 4, rect.top(), rect.width() - 8, line),
                     Qt::AlignLeft | Qt::AlignVCenter, m_picture.title);
    if (m_picture.values.empty())
        return;
    const auto states = statesInOrder(m_picture.order);
    const QRectF cells = cellsRect(rect, style, painter.device()->devicePixelRatioF());
    const double cell = cells.width() / kStates;
    QImage image(kStates, kStates, QImage::Format_RGB32);
    std::vector<QRectF> unknown;
    for (int y = 0; y < kStates; ++y)
        for (int x = 0; x < kStates; ++x) {
            const double value =
                m_picture.values[std::size_t(states[std::size_t(y)] * kStates + states[std::size_t(x)])];
            image.setPixel(x, y, m_picture.bar.scale.color(float(value), style.dark));
            if (std::isnan(value))
                unknown.emplace_back(cells.left() + x * cell, cells.top() + y * cell, cell, cell);
        }
    drawCells(painter, cells, image, QRectF(0, 0, kStates, kStates));
    for (const QRectF &hole : unknown)
        fillHatched(painter, hole, true, style);
    painter.setPen(QPen(style.muted, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cells.adjusted(-0.5, -0.5, 0.5, 0.5));
    paintLetters(painter, cells, style);
    m_picture.bar.paint(
        painter, QRectF(cells.right() + 10, cells.top(), m_picture.bar.width(style), cells.height()), style);
}

void PairHeatMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFigure(painter, rect(), FigureStyle::ofPalette(palette(), font()));
}

std::optional<std::pair<int, int>> PairHeatMap::statesAt(const QPointF &point) const
{
    const QRectF cells = cellsRect(rect(), FigureStyle::ofPalette(palette(), font()), devicePixelRatioF());
    if (m_picture.values.empty() || !cells.contains(point))
        return std::nullopt;
    const auto states = statesInOrder(m_picture.order);
    const auto index = [&](double offset) {
        return std::size_t(std::clamp(int(offset * kStates / cells.width()), 0, kStates - 1));
    };
    return std::pair{states[index(point.y() - cells.top())], states[index(point.x() - cells.left())]};
}

QString PairHeatMap::readout(int a, int b) const
{
    const double value = m_picture.values[std::size_t(a * kStates + b)];
    return QStringLiteral("%1–%2: %3")
        .arg(QLatin1String(threeLetterName(a)), QLatin1String(threeLetterName(b)),
             std::isnan(value) ? tr("not defined") : shortNumber(value));
}

bool PairHeatMap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto states = statesAt(help->pos()))
        QToolTip::showText(help->globalPos(), readout(states->first, states->second), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace WhiteBox
