// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tilepainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <limits>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TilePainter)
};

/// The tile's values, NaN outside the protein.
std::vector<float> valuesOf(const GradientWindow &window, TileStates tile)
{
    const auto cells = window.tile(tile.a, tile.b);
    std::vector<float> values(cells.begin(), cells.end());
    const int r = window.radius();
    for (int di = -r; di <= r; ++di)
        for (int dj = -r; dj <= r; ++dj)
            if (!window.isInside(di, dj))
                values[std::size_t((di + r) * window.side + dj + r)] =
                    std::numeric_limits<float>::quiet_NaN();
    return values;
}

QString sumsText(const std::vector<float> &values)
{
    double sum = 0;
    double magnitude = 0;
    for (const float v : values)
        if (std::isfinite(v)) {
            sum += double(v);
            magnitude += std::abs(double(v));
        }
    return Text::tr("Σ %1, Σ|·| %2").arg(shortNumber(sum), shortNumber(magnitude));
}

} // namespace

QString tileText(TileStates tile)
{
    return QStringLiteral("%1–%2").arg(QLatin1String(threeLetterName(tile.a)),
                                       QLatin1String(threeLetterName(tile.b)));
}

TilePainter::TilePainter(const MosaicPainter &mosaic, TileStates tile)
    : m_mosaic(mosaic)
    , m_tile(tile)
{
    const MosaicPicture &picture = mosaic.picture();
    m_picture.side = picture.window->side;
    m_picture.values = valuesOf(*picture.window, tile);
    const double limit = mosaic.limit(tile.a, tile.b);
    m_picture.bar.scale = ColorScale::symmetric(limit, picture.unit);
    m_picture.bar.highLabel = picture.highLabel;
    m_picture.bar.lowLabel = picture.lowLabel;
    m_picture.bar.clippedShare = limit > 0 ? clippedShare(m_picture.values, limit) : 0;
}

QRectF TilePainter::square(const QRectF &rect, const FigureStyle &style, double ratio) const
{
    const double title = 2 * QFontMetricsF(style.font).height() + 8;
    const double note = QFontMetricsF(style.scaledFont(0.9)).height() + 4;
    return FieldPainter(m_picture).square(rect.adjusted(0, title, 0, -note), style, ratio);
}

QRectF TilePainter::noteRect(const QRectF &rect, const QRectF &square, const FigureStyle &style) const
{
    const double axis = QFontMetricsF(style.scaledFont(0.8)).height() + 4;
    return {rect.left() + 4, square.bottom() + axis, rect.width() - 8,
            QFontMetricsF(style.scaledFont(0.9)).height()};
}

void TilePainter::paint(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.save();
    painter.fillRect(rect, style.background);
    painter.setFont(style.font);
    painter.setPen(style.text);
    const QFontMetricsF metrics(style.font);
    const QRectF heading = rect.adjusted(4, 2, -4, 0);
    painter.drawText(heading, Qt::AlignLeft | Qt::AlignTop,
                     metrics.elidedText(m_mosaic.picture().title, Qt::ElideRight, heading.width()));
    painter.setFont(style.scaledFont(1, true));
    painter.drawText(heading.adjusted(0, metrics.height() + 2, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                     tileText(m_tile));
    const QRectF cells = square(rect, style, deviceScale(painter));
    FieldPainter(m_picture).paint(painter, cells, style);
    painter.setPen(style.muted);
    painter.setFont(style.scaledFont(0.9));
    const QRectF note = noteRect(rect, cells, style);
    const QString text = Text::tr("%1; %2").arg(sumsText(m_picture.values), m_mosaic.scaleText());
    painter.drawText(note, Qt::AlignHCenter | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, note.width()));
    painter.restore();
}

void TilePainter::paintCursor(QPainter &painter, const QRectF &square, const WindowCell &cell,
                              const FigureStyle &style) const
{
    FieldPainter(m_picture).paintCursor(painter, square, {cell.di, cell.dj}, style);
}

std::optional<WindowCell> TilePainter::cellAt(const QRectF &square, const QPointF &point) const
{
    const auto offset = FieldPainter(m_picture).at(square, point);
    if (!offset || !m_mosaic.picture().window->isInside(offset->di, offset->dj))
        return std::nullopt;
    return WindowCell{m_tile.a, m_tile.b, offset->di, offset->dj};
}

} // namespace WhiteBox
