// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pairheatmap.h"

#include "widgets/cellwalk.h"
#include "widgets/tilepainter.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace WhiteBox {

PairHeatMap::PairHeatMap(const QString &name, PairSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_selection(selection)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(selection, &PairSelection::hoveredCellChanged, this, qOverload<>(&QWidget::update));
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
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    paintFigure(painter, rect(), style);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const auto cell = m_selection->hoveredCell();
    if (!cell || m_picture.values.empty())
        return;
    const QRectF cells = cellsRect(rect(), style, devicePixelRatioF());
    painter.setPen(QPen(style.hover, 2));
    painter.drawRect(cellRect(cells, cell->tile()));
    const double line = QFontMetricsF(style.font).height() + 2;
    paintReadout(painter, QRectF(4, cells.bottom() + 3, width() - 8, line), readout(cell->tile()), style);
}

QRectF PairHeatMap::cellRect(const QRectF &cells, TileStates tile) const
{
    const auto states = statesInOrder(m_picture.order);
    const auto place = [&](int state) {
        return std::find(states.begin(), states.end(), state) - states.begin();
    };
    const double size = cells.width() / kStates;
    return {cells.left() + double(place(tile.b)) * size, cells.top() + double(place(tile.a)) * size, size,
            size};
}

std::optional<TileStates> PairHeatMap::statesAt(const QPointF &point) const
{
    const QRectF cells = cellsRect(rect(), FigureStyle::ofPalette(palette(), font()), devicePixelRatioF());
    if (m_picture.values.empty() || !cells.contains(point))
        return std::nullopt;
    const auto states = statesInOrder(m_picture.order);
    const auto index = [&](double offset) {
        return std::size_t(std::clamp(int(offset * kStates / cells.width()), 0, kStates - 1));
    };
    return TileStates{states[index(point.y() - cells.top())], states[index(point.x() - cells.left())]};
}

QString PairHeatMap::readout(TileStates tile) const
{
    const double value = m_picture.values[std::size_t(tile.a * kStates + tile.b)];
    return QStringLiteral("%1: %2").arg(tileText(tile),
                                        std::isnan(value) ? tr("not defined") : shortNumber(value));
}

void PairHeatMap::mouseMoveEvent(QMouseEvent *event)
{
    const auto tile = statesAt(event->position());
    if (!tile)
        return m_selection->setHoveredCell(std::nullopt);
    // An amino-acid pair has no position: keep the one that was looked at last.
    WindowCell cell = m_selection->hoveredCell().value_or(WindowCell{});
    cell.a = tile->a;
    cell.b = tile->b;
    m_selection->setHoveredCell(cell);
}

void PairHeatMap::leaveEvent(QEvent *)
{
    m_selection->setHoveredCell(std::nullopt);
}

void PairHeatMap::keyPressEvent(QKeyEvent *event)
{
    if (m_picture.values.empty() || !walkTile(*event, m_picture.order, *m_selection))
        QWidget::keyPressEvent(event);
}

} // namespace WhiteBox
