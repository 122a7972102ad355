// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tilemosaic.h"

#include "widgets/cellwalk.h"
#include "widgets/tilepainter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace WhiteBox {

TileMosaic::TileMosaic(const QString &name, PairSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_selection(selection)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(selection, &PairSelection::hoveredCellChanged, this, [this] {
        const auto cell = m_selection->hoveredCell();
        setAccessibleDescription(cell ? readout(*cell) : QString());
        announceCurrent(this);
        update();
    });
    connect(selection, &PairSelection::openTileChanged, this, &TileMosaic::invalidate);
}

void TileMosaic::setPicture(MosaicPicture picture)
{
    m_painter.setPicture(std::move(picture));
    setAccessibleName(m_painter.picture().title);
    updateGeometry(); // the colour bar's numbers may be wider
    invalidate();
}

QSize TileMosaic::minimumSizeHint() const
{
    if (!m_wholeCells)
        return {200, 180};
    const QSizeF least = m_painter.leastSize(FigureStyle::ofPalette(palette(), font()), devicePixelRatioF());
    return {int(std::ceil(least.width())), int(std::ceil(least.height()))};
}

void TileMosaic::setWholeCells(bool whole)
{
    m_wholeCells = whole;
    updateGeometry();
}

MosaicPainter::Layout TileMosaic::mosaicLayout() const
{
    return m_painter.layout(rect(), FigureStyle::ofPalette(palette(), font()), devicePixelRatioF());
}

QString TileMosaic::readout(const WindowCell &cell) const
{
    const auto &window = picture().window;
    if (!window || !window->isInside(cell.di, cell.dj) || std::abs(cell.di) > window->radius() ||
        std::abs(cell.dj) > window->radius())
        return {};
    const QString where =
        tr("%1 at Δi %2, Δj %3").arg(tileText(cell.tile()), signedOffset(cell.di), signedOffset(cell.dj));
    const QString value = shortNumber(double(window->at(cell.a, cell.b, cell.di, cell.dj)));
    return QStringLiteral("%1: %2 %3").arg(where, value, picture().unit).trimmed();
}

int TileMosaic::gridRows() const
{
    return !picture().window ? 0 : openTile() ? picture().window->side : kStates;
}

QString TileMosaic::gridRowName(int row) const
{
    if (openTile())
        return signedOffset(row - picture().window->radius());
    return QLatin1String(threeLetterName(statesInOrder(picture().order)[std::size_t(row)]));
}

QString TileMosaic::gridText(GridCell cell) const
{
    const GradientWindow &window = *picture().window;
    if (const auto tile = openTile()) {
        const WindowCell at{tile->a, tile->b, cell.row - window.radius(), cell.column - window.radius()};
        const QString value = readout(at);
        return value.isEmpty() ? tr("outside the protein") : value;
    }
    const auto states = statesInOrder(picture().order);
    const auto tile = window.tile(states[std::size_t(cell.row)], states[std::size_t(cell.column)]);
    double sum = 0;
    for (const float v : tile)
        sum += std::isfinite(v) ? double(v) : 0;
    return tr("row %1, column %2, sum %3 %4")
        .arg(gridRowName(cell.row), gridColumnName(cell.column), shortNumber(sum), picture().unit)
        .trimmed();
}

std::optional<GridCell> TileMosaic::gridCurrent() const
{
    const auto cell = m_selection->hoveredCell();
    if (!cell || !picture().window)
        return std::nullopt;
    const int r = picture().window->radius();
    if (openTile())
        return std::max(std::abs(cell->di), std::abs(cell->dj)) <= r
                   ? std::optional(GridCell{cell->di + r, cell->dj + r})
                   : std::nullopt;
    const auto states = statesInOrder(picture().order);
    const auto place = [&](int state) {
        return int(std::find(states.begin(), states.end(), state) - states.begin());
    };
    return GridCell{place(cell->a), place(cell->b)};
}

QRectF TileMosaic::gridRect(GridCell cell) const
{
    const auto tile = openTile();
    if (!tile)
        return mosaicLayout().tileRect(cell.row, cell.column);
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    const QRectF square = TilePainter(m_painter, *tile).square(rect(), style, devicePixelRatioF());
    const double size = square.width() / picture().window->side;
    return {square.left() + cell.column * size, square.top() + cell.row * size, size, size};
}

std::optional<QRectF> TileMosaic::currentRect() const
{
    const auto at = gridCurrent();
    const auto cell = m_selection->hoveredCell();
    if (!at || openTile())
        return at ? std::optional(gridRect(*at)) : std::nullopt;
    const int r = picture().window->radius();
    return mosaicLayout().cellRect(at->row, at->column, cell->di + r, cell->dj + r);
}

QString TileMosaic::figureTitle() const
{
    return picture().title;
}

void TileMosaic::paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    if (const auto tile = openTile())
        TilePainter(m_painter, *tile).paint(painter, rect, style);
    else
        m_painter.paint(painter, rect, style);
}

std::optional<TileStates> TileMosaic::openTile() const
{
    return picture().window ? m_selection->openTile() : std::nullopt;
}

void TileMosaic::invalidate()
{
    m_cache = QPixmap();
    update();
}

void TileMosaic::paintEvent(QPaintEvent *)
{
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    if (m_cache.isNull()) {
        m_cache = QPixmap(size() * devicePixelRatioF());
        m_cache.setDevicePixelRatio(devicePixelRatioF());
        QPainter cached(&m_cache);
        paintFigure(cached, rect(), style);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_cache);
    if (const auto cell = m_selection->hoveredCell())
        paintLinked(painter, *cell, style);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void TileMosaic::resizeEvent(QResizeEvent *)
{
    invalidate();
}

QRectF TileMosaic::seenLine(const QRectF &line) const
{
    const QRectF seen = visibleRegion().boundingRect();
    if (seen.isEmpty() || seen.contains(line))
        return line;
    // Scrolled: at the lower border of what is seen, or at the upper one where it would cover the cell.
    const double height = line.height();
    const double low = std::min(line.top(), seen.bottom() - height);
    const auto cell = currentRect();
    const bool covers = cell && cell->bottom() > low && cell->top() < low + height;
    return {seen.left() + 4, covers ? seen.top() : low, seen.width() - 8, height};
}

void TileMosaic::paintLinked(QPainter &painter, const WindowCell &cell, const FigureStyle &style) const
{
    const QString value = readout(cell);
    if (value.isEmpty())
        return;
    QRectF note;
    if (const auto tile = openTile()) {
        const TilePainter large(m_painter, *tile);
        const QRectF square = large.square(rect(), style, devicePixelRatioF());
        large.paintCursor(painter, square, cell, style);
        note = large.noteRect(rect(), square, style);
    } else {
        const MosaicPainter::Layout layout = mosaicLayout();
        m_painter.paintCursor(painter, layout, cell, style);
        note = m_painter.readoutRect(rect(), layout);
    }
    paintReadout(painter, seenLine(note), value, style);
}

std::optional<WindowCell> TileMosaic::cellAt(const QPointF &point) const
{
    const auto tile = openTile();
    if (!tile)
        return m_painter.cellAt(mosaicLayout(), point);
    const TilePainter large(m_painter, *tile);
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    return large.cellAt(large.square(rect(), style, devicePixelRatioF()), point);
}

void TileMosaic::toggleTile()
{
    if (m_selection->openTile())
        m_selection->setOpenTile(std::nullopt);
    else if (const auto cell = m_selection->hoveredCell(); cell && picture().window)
        m_selection->setOpenTile(cell->tile());
}

void TileMosaic::mouseMoveEvent(QMouseEvent *event)
{
    m_selection->setHoveredCell(cellAt(event->position()));
}

void TileMosaic::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    // A finger moves no pointer before it taps.
    if (const auto cell = cellAt(event->position()))
        m_selection->setHoveredCell(cell);
    toggleTile();
}

void TileMosaic::leaveEvent(QEvent *)
{
    m_selection->setHoveredCell(std::nullopt);
}

void TileMosaic::keyPressEvent(QKeyEvent *event)
{
    if (!picture().window)
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        toggleTile();
    else if (event->key() == Qt::Key_Escape && m_selection->openTile())
        m_selection->setOpenTile(std::nullopt);
    else if (!walkCell(*event, *picture().window, picture().order, *m_selection))
        QWidget::keyPressEvent(event);
}

void TileMosaic::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        invalidate();
    QWidget::changeEvent(event);
}

} // namespace WhiteBox
