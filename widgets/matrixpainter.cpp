// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/matrixpainter.h"

#include "widgets/pairmark.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <map>

namespace WhiteBox {

namespace {

constexpr double kSpace = 4;
constexpr double kStrip = 7;
constexpr double kColumnStrip = 4;
constexpr double kLetterCell = 8; ///< smallest cell beside which a letter can be read

/// Runs of unknown cells in each row, equal runs of neighbouring rows joined.
std::vector<QRect> unknownBlocks(const MatrixPicture &picture)
{
    std::vector<QRect> blocks;
    std::map<std::pair<int, int>, std::size_t> open; // columns of the runs that reached the row above
    const int length = picture.length();
    for (int i = 0; i < length; ++i) {
        std::map<std::pair<int, int>, std::size_t> reached;
        for (int j = 0; j < length;) {
            const auto unknown = [&](int column) {
                return std::isnan((i >= column ? picture.lower : picture.upper)->at(i, column));
            };
            if (!unknown(j)) {
                ++j;
                continue;
            }
            const int begin = j;
            while (j < length && unknown(j))
                ++j;
            const auto above = open.find({begin, j});
            if (above != open.end()) {
                blocks[above->second].setBottom(i);
                reached[{begin, j}] = above->second;
            } else {
                reached[{begin, j}] = blocks.size();
                blocks.emplace_back(begin, i, j - begin, 1);
            }
        }
        open = std::move(reached);
    }
    return blocks;
}

ColorBar barOf(const MatrixLayer &layer)
{
    ColorBar bar;
    bar.scale = layer.scale;
    bar.highLabel = layer.highLabel;
    bar.lowLabel = layer.lowLabel;
    if (layer.scale.kind() != ColorScale::Kind::Distance &&
        std::any_of(layer.values.begin(), layer.values.end(), [&](float v) { return layer.scale.clips(v); }))
        bar.clippedShare = 1;
    return bar;
}

} // namespace

MatrixPainter::MatrixPainter(MatrixPicture picture)
    : m_picture(std::move(picture))
{
    rebuild();
}

void MatrixPainter::rebuild()
{
    const int length = m_picture.length();
    m_unknown.clear();
    m_cells = {};
    if (length == 0)
        return;
    m_unknown = unknownBlocks(m_picture);
    m_lowerBar = barOf(*m_picture.lower);
    m_upperBar = barOf(*m_picture.upper);
    if (m_picture.visible.isEmpty() || !QRect(0, 0, length, length).contains(m_picture.visible))
        m_picture.visible = QRect(0, 0, length, length);
}

const QImage &MatrixPainter::cells(bool dark) const
{
    QImage &image = m_cells[dark ? 1 : 0];
    if (!image.isNull())
        return image;
    const int length = m_picture.length();
    image = QImage(length, length, QImage::Format_RGB32);
    for (int i = 0; i < length; ++i) {
        const std::span line(reinterpret_cast<QRgb *>(image.scanLine(i)), std::size_t(length));
        const std::size_t row = std::size_t(i) * std::size_t(length);
        const auto split = std::size_t(i) + 1;
        const MatrixLayer &lower = *m_picture.lower;
        const MatrixLayer &upper = *m_picture.upper;
        lower.scale.fillColors(std::span(lower.values).subspan(row, split), dark, line);
        upper.scale.fillColors(std::span(upper.values).subspan(row + split, std::size_t(length) - split),
                               dark, line.subspan(split));
    }
    return image;
}

MatrixPainter::Layout MatrixPainter::layout(const QRectF &rect, const FigureStyle &style, double ratio) const
{
    Layout layout;
    const QFontMetricsF metrics(style.font);
    const QFontMetricsF small(style.scaledFont(0.85));
    double right = rect.right() - kSpace;
    const double titles = metrics.height() + kSpace;
    layout.lowerBar = QRectF(0, rect.top() + titles + small.height(), m_lowerBar.width(style), 0);
    if (!(m_picture.upper->scale == m_picture.lower->scale)) {
        layout.upperBar = QRectF(0, layout.lowerBar.top(), m_upperBar.width(style), 0);
        right -= layout.upperBar.width() + kSpace;
        layout.upperBar.moveLeft(right + kSpace);
    }
    right -= layout.lowerBar.width() + kSpace;
    layout.lowerBar.moveLeft(right + kSpace);

    layout.strip = m_picture.secondary.empty() ? 0 : kStrip + 2;
    layout.columns = m_picture.columns.empty() ? 0 : 2 * (kColumnStrip + 1) + 1;
    const double strips = layout.strip + layout.columns;
    const double legend = m_picture.marks.empty() ? 0 : metrics.height();
    const double ticks = small.horizontalAdvance(QString::number(m_picture.length())) + 8;
    const auto fitted = [&](double letters) {
        const double left = rect.left() + kSpace + ticks + strips + letters;
        const double top = rect.top() + titles + small.height() + 8 + strips + letters;
        const QRectF available(left, top, right - kSpace - left, rect.bottom() - titles - legend - top);
        return MatrixGeometry::fit(available, m_picture.visible, m_picture.length(), ratio);
    };
    const double letters = small.height();
    layout.map = fitted(m_picture.sequence.empty() ? 0 : letters);
    if (!m_picture.sequence.empty() && layout.map.cell() >= kLetterCell)
        layout.letters = letters;
    else
        layout.map = fitted(0);
    const double shift = right - kSpace - layout.map.plot.right(); // keep the bars beside the map
    for (QRectF *bar : {&layout.lowerBar, &layout.upperBar}) {
        if (bar->isNull())
            continue;
        bar->translate(-std::max(0.0, shift - kSpace), 0);
        bar->setTop(layout.map.plot.top());
        bar->setBottom(layout.map.plot.bottom());
    }
    return layout;
}

MatrixGeometry MatrixPainter::geometry(const QRectF &rect, const FigureStyle &style, double ratio) const
{
    return m_picture.length() ? layout(rect, style, ratio).map : MatrixGeometry();
}

void MatrixPainter::paintCells(QPainter &painter, const Layout &layout, const FigureStyle &style) const
{
    const MatrixGeometry &map = layout.map;
    drawCells(painter, map.plot, cells(style.dark), QRectF(map.visible));
    QPainterPath unknown;
    for (const QRect &block : m_unknown)
        if (block.intersects(map.visible))
            unknown.addRect(map.cellsRect(block.top(), block.left(), block.bottom(), block.right()) &
                            map.plot);
    if (!unknown.isEmpty()) {
        painter.save();
        painter.setClipPath(unknown, Qt::IntersectClip);
        fillHatched(painter, map.plot, false, style);
        painter.restore();
    }
    painter.setPen(QPen(style.muted, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(map.plot.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void MatrixPainter::paintAxes(QPainter &painter, const Layout &layout, const FigureStyle &style) const
{
    const MatrixGeometry &map = layout.map;
    painter.setFont(style.scaledFont(0.85));
    const QFontMetricsF metrics(painter.font());
    const double room = metrics.horizontalAdvance(QString::number(map.length)) + 10;
    const int step =
        std::max(1, int(niceStep(map.visible.width(), std::max(1, int(map.plot.width() / room)))));
    const double outer = layout.letters + layout.strip + layout.columns + 2;
    for (int n = step == 1 ? 1 : 0; n <= map.length; n += step) {
        const int number = n == 0 ? 1 : n;
        const int k = number - 1;
        const QRectF cell = map.cellRect({k, k});
        painter.setPen(QPen(style.muted, 0.75));
        if (k >= map.visible.left() && k <= map.visible.right()) {
            const double x = cell.center().x();
            painter.drawLine(QPointF(x, map.plot.top() - outer), QPointF(x, map.plot.top() - outer - 3));
            painter.drawText(
                QRectF(x - 40, map.plot.top() - outer - 4 - metrics.height(), 80, metrics.height()),
                Qt::AlignCenter, QString::number(number));
        }
        if (k >= map.visible.top() && k <= map.visible.bottom()) {
            const double y = cell.center().y();
            painter.drawLine(QPointF(map.plot.left() - outer, y), QPointF(map.plot.left() - outer - 3, y));
            painter.drawText(
                QRectF(map.plot.left() - outer - 105, y - metrics.height() / 2, 100, metrics.height()),
                Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
        }
    }
}

void MatrixPainter::paintStrips(QPainter &painter, const Layout &layout, const FigureStyle &style) const
{
    const MatrixGeometry &map = layout.map;
    painter.setFont(style.scaledFont(std::min(0.85, map.cell() / 12)));
    for (int k = 0; k < map.length; ++k) {
        const bool column = k >= map.visible.left() && k <= map.visible.right();
        const bool row = k >= map.visible.top() && k <= map.visible.bottom();
        const QRectF cell = map.cellRect({k, k});
        if (layout.letters > 0) {
            const QString letter = QChar::fromLatin1(m_picture.sequence[std::size_t(k)]);
            painter.setPen(style.text);
            if (column)
                painter.drawText(QRectF(cell.left() - 4, map.plot.top() - layout.letters - 1,
                                        cell.width() + 8, layout.letters),
                                 Qt::AlignCenter, letter);
            if (row)
                painter.drawText(QRectF(map.plot.left() - layout.letters - 1, cell.top() - 4, layout.letters,
                                        cell.height() + 8),
                                 Qt::AlignCenter, letter);
        }
        if (layout.strip <= 0 || m_picture.secondary[std::size_t(k)] == SecondaryStructure::Coil)
            continue;
        const bool helix = m_picture.secondary[std::size_t(k)] == SecondaryStructure::Helix;
        const QColor color = helix ? QColor(0xD5, 0x5E, 0x00) : QColor(0x00, 0x72, 0xB2);
        const double thick =
            helix ? kStrip : kStrip * 0.55; // a strand is also thinner: not told by colour alone
        const double away = layout.letters + 2 + (kStrip - thick) / 2;
        if (column)
            painter.fillRect(QRectF(cell.left(), map.plot.top() - away - thick, cell.width(), thick), color);
        if (row)
            painter.fillRect(QRectF(map.plot.left() - away - thick, cell.top(), thick, cell.height()), color);
    }
}

void MatrixPainter::paintColumns(QPainter &painter, const Layout &layout, const FigureStyle &style) const
{
    if (layout.columns <= 0)
        return;
    // Conservation inside, coverage outside; the darker on white, the more.
    const MatrixGeometry &map = layout.map;
    const ColorScale scale = ColorScale::magnitude(1, {});
    const double inner = layout.letters + layout.strip + 2;
    for (int k = 0; k < map.length; ++k) {
        const QRectF cell = map.cellRect({k, k});
        const ColumnStatistics &of = m_picture.columns[std::size_t(k)];
        for (const auto &[value, away] :
             {std::pair{of.conservation, inner}, std::pair{of.coverage, inner + kColumnStrip + 1}}) {
            const QColor color = QColor::fromRgb(scale.color(value, style.dark));
            if (k >= map.visible.left() && k <= map.visible.right())
                painter.fillRect(
                    QRectF(cell.left(), map.plot.top() - away - kColumnStrip, cell.width(), kColumnStrip),
                    color);
            if (k >= map.visible.top() && k <= map.visible.bottom())
                painter.fillRect(
                    QRectF(map.plot.left() - away - kColumnStrip, cell.top(), kColumnStrip, cell.height()),
                    color);
        }
    }
}

std::optional<int> MatrixPainter::stripAt(const QRectF &rect, const FigureStyle &style, double ratio,
                                          const QPointF &point) const
{
    if (m_picture.length() == 0)
        return std::nullopt;
    const Layout parts = layout(rect, style, ratio);
    const MatrixGeometry &map = parts.map;
    const double depth = parts.letters + parts.strip + parts.columns + 2;
    if (QRectF(map.plot.left(), map.plot.top() - depth, map.plot.width(), depth).contains(point))
        return map.nearestCell({point.x(), map.plot.top()}).j;
    if (QRectF(map.plot.left() - depth, map.plot.top(), depth, map.plot.height()).contains(point))
        return map.nearestCell({map.plot.left(), point.y()}).i;
    return std::nullopt;
}

void MatrixPainter::paintMarks(QPainter &painter, const Layout &layout) const
{
    const MatrixGeometry &map = layout.map;
    const double radius = std::clamp(map.cell() * 0.6, 2.5, 7.0);
    painter.save();
    painter.setClipRect(map.plot, Qt::IntersectClip);
    for (const TopPair &mark : m_picture.marks)
        paintMark(painter, map.cellRect(mark.pair).center(), radius, mark.verdict);
    painter.restore();
}

void MatrixPainter::paintSelection(QPainter &painter, const Layout &layout, const FigureStyle &style) const
{
    if (!m_picture.pair)
        return;
    const MatrixGeometry &map = layout.map;
    const ResiduePair pair = *m_picture.pair;
    const int r = m_picture.windowRadius;
    painter.save();
    painter.setClipRect(map.plot.adjusted(-1, -1, 1, 1), Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    const auto stroke = [&](double width, Qt::PenStyle dash, const auto &draw) {
        QColor halo = style.background;
        halo.setAlphaF(0.75F);
        painter.setPen(QPen(halo, width + 2));
        draw();
        painter.setPen(QPen(style.accent, width, dash));
        draw();
    };
    const QRectF cell = map.cellRect(pair);
    const QPointF rowEnd = map.cellRect({pair.i, pair.i}).center();
    const QPointF columnEnd = map.cellRect({pair.j, pair.j}).center();
    stroke(1, Qt::DashLine, [&] { painter.drawLine(cell.center(), rowEnd); });
    stroke(1, Qt::DashLine, [&] { painter.drawLine(cell.center(), columnEnd); });
    const QRectF window =
        map.cellsRect(std::max(0, pair.i - r), std::max(0, pair.j - r), std::min(map.length - 1, pair.i + r),
                      std::min(map.length - 1, pair.j + r));
    stroke(1.5, Qt::SolidLine, [&] { painter.drawRect(window); });
    stroke(1.5, Qt::SolidLine, [&] { painter.drawRect(cell.adjusted(-1, -1, 1, 1)); });
    stroke(1, Qt::DotLine, [&] { painter.drawRect(map.cellRect(pair.transposed()).adjusted(-1, -1, 1, 1)); });
    painter.restore();
}

void MatrixPainter::paintTitles(QPainter &painter, const QRectF &rect, const Layout &layout,
                                const FigureStyle &style) const
{
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    const QRectF &plot = layout.map.plot;
    painter.setPen(style.text);
    // The glyphs stand at the corner whose half they name.
    const double small = QFontMetricsF(style.scaledFont(0.85)).height();
    const double top =
        plot.top() - layout.letters - layout.strip - layout.columns - 8 - small - metrics.height();
    const QRectF above(rect.left() + kSpace, std::max(rect.top(), top), plot.right() - rect.left() - kSpace,
                       metrics.height());
    const QRectF below(plot.left(), plot.bottom() + kSpace, rect.right() - plot.left() - kSpace,
                       metrics.height());
    const auto elided = [&](const QString &text, double width) {
        return metrics.elidedText(text, Qt::ElideRight, width);
    };
    painter.drawText(above, Qt::AlignRight | Qt::AlignVCenter,
                     elided(m_picture.upper->title + QStringLiteral(" ◥"), above.width()));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                     elided(QStringLiteral("◣ ") + m_picture.lower->title, below.width()));
    if (!m_picture.marks.empty())
        paintMarksLegend(painter, below.translated(0, metrics.height()), m_picture.marks, m_picture.marksNote,
                         style);
}

void MatrixPainter::paint(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.fillRect(rect, style.background);
    if (m_picture.length() == 0)
        return;
    painter.save();
    const Layout parts = layout(rect, style, deviceScale(painter));
    paintCells(painter, parts, style);
    paintAxes(painter, parts, style);
    paintStrips(painter, parts, style);
    paintColumns(painter, parts, style);
    paintMarks(painter, parts);
    paintSelection(painter, parts, style);
    paintTitles(painter, rect, parts, style);
    m_lowerBar.paint(painter, parts.lowerBar, style);
    if (!parts.upperBar.isNull())
        m_upperBar.paint(painter, parts.upperBar, style);
    painter.restore();
}

} // namespace WhiteBox
