// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/arrayimage.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace WhiteBox {

namespace {

constexpr double kThinnest = 24; ///< a line of values is at least that high, pixels

std::size_t offsetOf(const std::array<qint64, kAxisRoles> &at, const ArrayView &view)
{
    const auto of = [&](AxisRole role) { return at[std::size_t(role)]; };
    const qint64 tile = of(AxisRole::TileRow) * view.extent(AxisRole::TileColumn) + of(AxisRole::TileColumn);
    return std::size_t((tile * view.extent(AxisRole::Row) + of(AxisRole::Row)) *
                           view.extent(AxisRole::Column) +
                       of(AxisRole::Column));
}

/// Side of a cell, in pixels, where `room` pixels would be filled: whole where no more than a sixth of the
/// room is lost by it or cells are large, else such that `inTile` cells together are whole.
double snappedCell(double room, qint64 inTile)
{
    const double whole = std::floor(room);
    if (whole >= 1 && (whole >= 5 || room < 1.2 * whole))
        return whole;
    const double tile = std::floor(room * double(inTile));
    return tile >= 1 ? tile / double(inTile) : room;
}

/// Which of n cells of this size and gap lies at x, or −1.
qint64 cellAt(double x, double size, double gap, qint64 n)
{
    const auto k = qint64(std::floor(x / (size + gap)));
    return x >= 0 && k < n && x - double(k) * (size + gap) < size ? k : -1;
}

} // namespace

ArrayImage::ArrayImage(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Array"));
}

void ArrayImage::setPicture(ArrayPicture picture)
{
    m_picture = std::move(picture);
    setAccessibleName(m_picture.title);
    m_cache = QPixmap();
    update();
}

void ArrayImage::setCursor(std::optional<Place> place, const QString &readout)
{
    m_cursor = std::move(place);
    m_readout = readout;
    setAccessibleDescription(readout);
    update();
}

QPointF ArrayImage::Layout::corner(qint64 tileRow, qint64 tileColumn, qint64 row, qint64 column) const
{
    return {target.left() + double(tileColumn) * (double(columns) * cellWidth + gap) +
                double(column) * cellWidth,
            target.top() + double(tileRow) * (double(rows) * cellHeight + gap) + double(row) * cellHeight};
}

ArrayImage::Layout ArrayImage::layout(const QRectF &rect, const FigureStyle &style, double ratio) const
{
    Layout of;
    const ArrayView &view = m_picture.view;
    of.rows = std::max<qint64>(1, view.extent(AxisRole::Row));
    of.columns = std::max<qint64>(1, view.extent(AxisRole::Column));
    of.tileRows = std::max<qint64>(1, view.extent(AxisRole::TileRow));
    of.tileColumns = std::max<qint64>(1, view.extent(AxisRole::TileColumn));
    const QFontMetricsF small(style.scaledFont(0.8));
    const double line = QFontMetricsF(style.font).height() + 4;
    const double labels = small.horizontalAdvance(QStringLiteral("W1000")) + 8;
    const QRectF room =
        rect.adjusted(labels, 2 * line + small.height() + 2, -m_picture.bar.width(style) - 14, -line - 2);
    of.gap = of.tileRows * of.tileColumns > 1 ? 2 / ratio : 0;
    const double wide = std::max(1.0, room.width() - of.gap * double(of.tileColumns - 1));
    const double high = std::max(1.0, room.height() - of.gap * double(of.tileRows - 1));
    const auto down = double(of.rows * of.tileRows);
    const double square = std::min(wide / double(of.columns * of.tileColumns), high / down);
    const double tall = std::max(square, std::min(high, kThinnest) / down);
    of.cellWidth = snappedCell(square * ratio, of.columns) / ratio;
    of.cellHeight = snappedCell(tall * ratio, of.rows) / ratio;
    const QSizeF size(of.cellWidth * double(of.columns * of.tileColumns) +
                          of.gap * double(of.tileColumns - 1),
                      of.cellHeight * double(of.rows * of.tileRows) + of.gap * double(of.tileRows - 1));
    const auto whole = [ratio](double v) { return std::round(v * ratio) / ratio; };
    of.target = QRectF(
        QPointF(whole(room.left() + std::max(0.0, (room.width() - size.width()) / 2)), whole(room.top())),
        size);
    return of;
}

void ArrayImage::paintCells(QPainter &painter, const Layout &of, const FigureStyle &style) const
{
    const bool tiled = of.gap > 0;
    const bool vector = isVectorDevice(painter);
    const double ratio = deviceScale(painter);
    const auto width = int(of.columns);
    const auto height = int(of.rows);
    std::size_t next = 0;
    QPainterPath missing; // runs of cells without a number
    for (qint64 t = 0; t < of.tileRows; ++t)
        for (qint64 u = 0; u < of.tileColumns; ++u) {
            QImage image(width, height, QImage::Format_RGB32);
            for (int y = 0; y < height; ++y) {
                auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
                int run = 0;
                for (int x = 0; x < width; ++x) {
                    const float value = m_picture.values[next++];
                    row[x] = m_picture.bar.scale.color(value, style.dark);
                    run = std::isnan(value) ? run + 1 : 0;
                    const bool ends = run > 0 && (x + 1 == width || !std::isnan(m_picture.values[next]));
                    if (ends)
                        missing.addRect(QRectF(of.corner(t, u, y, x + 1 - run),
                                               QSizeF(of.cellWidth * run, of.cellHeight)));
                }
            }
            const QRectF tile(of.corner(t, u, 0, 0),
                              QSizeF(of.cellWidth * double(width), of.cellHeight * double(height)));
            const QSize pixels = (tile.size() * ratio).toSize();
            if (!vector && !pixels.isEmpty() &&
                (pixels.width() % width != 0 || pixels.height() % height != 0))
                image = sharedOut(image, pixels);
            drawCells(painter, tile, image, image.rect());
        }
    if (!missing.isEmpty()) {
        painter.save();
        painter.setClipPath(missing, Qt::IntersectClip);
        fillHatched(painter, of.target, true, style);
        painter.restore();
    }
    if (tiled)
        return;
    painter.setPen(QPen(style.muted, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(of.target.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void ArrayImage::paintAxis(QPainter &painter, const Layout &of, bool down) const
{
    const bool tiled = of.gap > 0;
    const auto axis = m_picture.view.axisOf(tiled ? (down ? AxisRole::TileRow : AxisRole::TileColumn)
                                                  : (down ? AxisRole::Row : AxisRole::Column));
    if (!axis)
        return;
    const QFontMetricsF metrics(painter.font());
    const double cells = tiled ? double(down ? of.rows : of.columns) : 1;
    const double size = cells * (down ? of.cellHeight : of.cellWidth);
    const double pitch = size + of.gap;
    const qint64 count = m_picture.view.axes()[std::size_t(*axis)].extent;
    double widest = metrics.horizontalAdvance(QStringLiteral("00"));
    for (const qint64 k : {qint64(0), count / 2, count - 1})
        widest = std::max(widest, metrics.horizontalAdvance(m_picture.view.label(*axis, k)));
    const double needed = down ? metrics.height() : widest + 6;
    const qint64 step =
        needed <= pitch
            ? 1
            : qint64(std::ceil(niceStep(double(count), std::max(1, int(pitch * double(count) / needed)))));
    for (qint64 k = 0; k < count; k += step) {
        const double at = double(k) * pitch + size / 2;
        const QString text = m_picture.view.label(*axis, k);
        if (down)
            painter.drawText(QRectF(of.target.left() - 106, of.target.top() + at - metrics.height() / 2, 100,
                                    metrics.height()),
                             Qt::AlignRight | Qt::AlignVCenter, text);
        else
            painter.drawText(QRectF(of.target.left() + at - 50, of.target.top() - metrics.height() - 2, 100,
                                    metrics.height()),
                             Qt::AlignCenter, text);
    }
}

QString ArrayImage::axesText() const
{
    const ArrayView &view = m_picture.view;
    const auto named = [&](AxisRole role, const QString &arrow) {
        const auto axis = view.axisOf(role);
        return axis ? arrow + QLatin1Char(' ') + view.axes()[std::size_t(*axis)].name : QString();
    };
    QStringList parts;
    const QStringList tiles{named(AxisRole::TileRow, QStringLiteral("↓")),
                            named(AxisRole::TileColumn, QStringLiteral("→"))};
    const QStringList cells{named(AxisRole::Row, QStringLiteral("↓")),
                            named(AxisRole::Column, QStringLiteral("→"))};
    if (!tiles.join(QString()).isEmpty())
        parts << tr("tiles %1").arg(tiles.join(QStringLiteral("  ")).trimmed());
    if (!cells.join(QString()).isEmpty())
        parts << (parts.isEmpty() ? cells.join(QStringLiteral("  ")).trimmed()
                                  : tr("inside %1").arg(cells.join(QStringLiteral("  ")).trimmed()));
    for (int axis = 0; axis < view.rank(); ++axis)
        if (view.role(axis) == AxisRole::Slice)
            parts << QStringLiteral("%1 = %2").arg(view.axes()[std::size_t(axis)].name,
                                                   view.label(axis, view.index(axis)));
    return parts.join(QStringLiteral(",  "));
}

void ArrayImage::paintLabels(QPainter &painter, const Layout &of, const FigureStyle &style) const
{
    painter.setFont(style.scaledFont(0.8));
    painter.setPen(style.muted);
    paintAxis(painter, of, true);
    paintAxis(painter, of, false);
}

void ArrayImage::paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.save();
    painter.fillRect(rect, style.background);
    painter.setPen(style.text);
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    const QRectF heading(rect.left() + 4, rect.top() + 2, rect.width() - 8, metrics.height());
    painter.drawText(heading, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_picture.title, Qt::ElideRight, heading.width()));
    painter.setPen(style.muted);
    painter.setFont(style.scaledFont(0.9));
    painter.drawText(heading.translated(0, metrics.height() + 1), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(axesText(), Qt::ElideRight, heading.width()));
    if (m_picture.values.empty()) {
        painter.drawText(rect.adjusted(20, 0, -20, 0), Qt::AlignCenter | Qt::TextWordWrap, m_picture.message);
    } else {
        const Layout of = layout(rect, style, deviceScale(painter));
        paintCells(painter, of, style);
        paintLabels(painter, of, style);
        const double high = std::max(120.0, of.target.height());
        m_picture.bar.paint(painter,
                            QRectF(of.target.right() + 10, of.target.top(), m_picture.bar.width(style),
                                   std::min(high, rect.bottom() - of.target.top())),
                            style);
    }
    painter.restore();
}

void ArrayImage::paintEvent(QPaintEvent *)
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
    if (const auto cell = m_cursor ? rectOf(*m_cursor) : std::nullopt) {
        painter.setPen(QPen(style.hover, 2));
        painter.drawRect(cell->adjusted(-1, -1, 1, 1));
    }
    if (!m_readout.isEmpty())
        paintReadout(painter,
                     QRectF(4, height() - QFontMetricsF(style.font).height() - 3, width() - 8,
                            QFontMetricsF(style.font).height() + 2),
                     m_readout, style);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

std::optional<ArrayImage::Place> ArrayImage::placeAt(const QPointF &point) const
{
    if (m_picture.values.empty())
        return std::nullopt;
    const Layout of = layout(rect(), FigureStyle::ofPalette(palette(), font()), devicePixelRatioF());
    const QPointF p = point - of.target.topLeft();
    const double tileWidth = of.cellWidth * double(of.columns);
    const double tileHeight = of.cellHeight * double(of.rows);
    const qint64 t = cellAt(p.y(), tileHeight, of.gap, of.tileRows);
    const qint64 u = cellAt(p.x(), tileWidth, of.gap, of.tileColumns);
    if (t < 0 || u < 0)
        return std::nullopt;
    const auto inside = [](double x, double size, qint64 n) {
        return std::clamp<qint64>(qint64(x / size), 0, n - 1);
    };
    std::array<qint64, kAxisRoles> at{};
    at[std::size_t(AxisRole::TileRow)] = t;
    at[std::size_t(AxisRole::TileColumn)] = u;
    at[std::size_t(AxisRole::Row)] =
        inside(p.y() - double(t) * (tileHeight + of.gap), of.cellHeight, of.rows);
    at[std::size_t(AxisRole::Column)] =
        inside(p.x() - double(u) * (tileWidth + of.gap), of.cellWidth, of.columns);
    Place place;
    for (int axis = 0; axis < m_picture.view.rank(); ++axis)
        place.push_back(m_picture.view.role(axis) == AxisRole::Slice
                            ? m_picture.view.index(axis)
                            : at[std::size_t(m_picture.view.role(axis))]);
    return place;
}

std::optional<std::array<qint64, kAxisRoles>> ArrayImage::shownIndices(const Place &place) const
{
    const ArrayView &view = m_picture.view;
    if (m_picture.values.empty() || int(place.size()) != view.rank())
        return std::nullopt;
    std::array<qint64, kAxisRoles> at{};
    for (int axis = 0; axis < view.rank(); ++axis) {
        const qint64 index = place[std::size_t(axis)];
        if (index < 0 || index >= view.axes()[std::size_t(axis)].extent ||
            (view.role(axis) == AxisRole::Slice && index != view.index(axis)))
            return std::nullopt;
        at[std::size_t(view.role(axis))] = index;
    }
    return at;
}

std::optional<QRectF> ArrayImage::rectOf(const Place &place) const
{
    const auto at = shownIndices(place);
    if (!at)
        return std::nullopt;
    const Layout of = layout(rect(), FigureStyle::ofPalette(palette(), font()), devicePixelRatioF());
    const auto index = [&](AxisRole role) { return (*at)[std::size_t(role)]; };
    return QRectF(of.corner(index(AxisRole::TileRow), index(AxisRole::TileColumn), index(AxisRole::Row),
                            index(AxisRole::Column)),
                  QSizeF(of.cellWidth, of.cellHeight));
}

float ArrayImage::valueAt(const Place &place) const
{
    const auto at = shownIndices(place);
    return at ? m_picture.values[offsetOf(*at, m_picture.view)] : std::numeric_limits<float>::quiet_NaN();
}

void ArrayImage::resizeEvent(QResizeEvent *)
{
    m_cache = QPixmap();
}

void ArrayImage::mouseMoveEvent(QMouseEvent *event)
{
    Q_EMIT hovered(placeAt(event->position()));
}

void ArrayImage::mousePressEvent(QMouseEvent *event)
{
    const auto place = placeAt(event->position());
    if (event->button() == Qt::LeftButton && place)
        Q_EMIT clicked(*place);
}

void ArrayImage::leaveEvent(QEvent *)
{
    Q_EMIT hovered(std::nullopt);
}

void ArrayImage::keyPressEvent(QKeyEvent *event)
{
    const ArrayView &view = m_picture.view;
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool vertical = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    const bool horizontal = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (m_picture.values.empty() || (!vertical && !horizontal))
        return QWidget::keyPressEvent(event);
    const auto axis = view.axisOf(vertical ? (shift ? AxisRole::TileRow : AxisRole::Row)
                                           : (shift ? AxisRole::TileColumn : AxisRole::Column));
    Place place;
    for (int k = 0; k < view.rank(); ++k)
        place.push_back(view.role(k) == AxisRole::Slice ? view.index(k)
                                                        : view.axes()[std::size_t(k)].extent / 2);
    if (m_cursor && shownIndices(*m_cursor))
        place = *m_cursor;
    if (axis) {
        qint64 &index = place[std::size_t(*axis)];
        const int step = event->key() == Qt::Key_Up || event->key() == Qt::Key_Left ? -1 : 1;
        index = std::clamp<qint64>(index + step, 0, view.axes()[std::size_t(*axis)].extent - 1);
    }
    Q_EMIT hovered(place);
}

void ArrayImage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_cache = QPixmap();
    QWidget::changeEvent(event);
}

} // namespace WhiteBox
