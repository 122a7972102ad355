// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tilemosaic.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

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
        update();
    });
}

void TileMosaic::setPicture(MosaicPicture picture)
{
    m_painter.setPicture(std::move(picture));
    setAccessibleName(m_painter.picture().title);
    invalidate();
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
    const auto offset = [](int delta) {
        return delta == 0 ? QStringLiteral("0")
                          : QStringLiteral("%1%2")
                                .arg(delta < 0 ? QChar(0x2212) : QLatin1Char('+'))
                                .arg(std::abs(delta));
    };
    const QString where = tr("%1–%2 at Δi %3, Δj %4")
                              .arg(QLatin1String(threeLetterName(cell.a)),
                                   QLatin1String(threeLetterName(cell.b)), offset(cell.di), offset(cell.dj));
    const QString value = shortNumber(double(window->at(cell.a, cell.b, cell.di, cell.dj)));
    return QStringLiteral("%1: %2 %3").arg(where, value, picture().unit).trimmed();
}

QString TileMosaic::figureTitle() const
{
    return picture().title;
}

void TileMosaic::paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    m_painter.paint(painter, rect, style);
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
        m_painter.paintCursor(painter, mosaicLayout(), *cell, style);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void TileMosaic::resizeEvent(QResizeEvent *)
{
    invalidate();
}

void TileMosaic::mouseMoveEvent(QMouseEvent *event)
{
    m_selection->setHoveredCell(m_painter.cellAt(mosaicLayout(), event->position()));
}

void TileMosaic::leaveEvent(QEvent *)
{
    m_selection->setHoveredCell(std::nullopt);
}

void TileMosaic::keyPressEvent(QKeyEvent *event)
{
    const auto &window = picture().window;
    if (!window)
        return QWidget::keyPressEvent(event);
    WindowCell cell = m_selection->hoveredCell().value_or(WindowCell{});
    // Arrows walk over cells, with Shift over tiles.
    const bool tiles = event->modifiers().testFlag(Qt::ShiftModifier);
    int down = 0;
    int right = 0;
    switch (event->key()) {
    case Qt::Key_Up:
        down = -1;
        break;
    case Qt::Key_Down:
        down = 1;
        break;
    case Qt::Key_Left:
        right = -1;
        break;
    case Qt::Key_Right:
        right = 1;
        break;
    case Qt::Key_Escape:
        m_selection->setHoveredCell(std::nullopt);
        return;
    default:
        return QWidget::keyPressEvent(event);
    }
    const auto states = statesInOrder(picture().order);
    const auto walked = [&](int state, int step) {
        const auto at = std::find(states.begin(), states.end(), state) - states.begin();
        return states[std::size_t(std::clamp(int(at) + step, 0, kStates - 1))];
    };
    const int r = window->radius();
    if (tiles) {
        cell.a = walked(cell.a, down);
        cell.b = walked(cell.b, right);
    } else {
        cell.di = std::clamp(cell.di + down, -r, r);
        cell.dj = std::clamp(cell.dj + right, -r, r);
    }
    if (window->isInside(cell.di, cell.dj))
        m_selection->setHoveredCell(cell);
}

void TileMosaic::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        invalidate();
    QWidget::changeEvent(event);
}

} // namespace WhiteBox
