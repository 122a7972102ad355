// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mosaicpainter.h"

#include "core/attribution/similarity.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MosaicPainter)
};

/// How much of each source cell lies in each pixel when `cells` cells become `pixels` pixels.
struct Share
{
    int first = 0;
    double weight = 1; ///< of the first cell; the next one has the rest
};

std::vector<Share> shares(int cells, int pixels)
{
    std::vector<Share> result(static_cast<std::size_t>(pixels));
    const double step = double(cells) / pixels;
    for (int p = 0; p < pixels; ++p) {
        const double begin = p * step;
        const double end = begin + step;
        Share &share = result[std::size_t(p)];
        share.first = std::min(int(begin + 1e-9), cells - 1);
        const double border = share.first + 1;
        share.weight = end <= border + 1e-9 || share.first + 1 >= cells ? 1 : (border - begin) / step;
    }
    return result;
}

QRgb mix(QRgb p, QRgb q, double share)
{
    const auto part = [share](int x, int y) { return int(std::lround(x * share + y * (1 - share))); };
    return qRgb(part(qRed(p), qRed(q)), part(qGreen(p), qGreen(q)), part(qBlue(p), qBlue(q)));
}

/// How the cells of a tile become pixels; the same for all tiles of a window.
class TileRaster
{
public:
    /// pixels: side of a tile on the screen.
    TileRaster(const GradientWindow &window, int pixels, bool dark)
        : m_side(std::size_t(window.side))
        , m_shares(shares(window.side, pixels))
        , m_hatch(dark ? qRgb(70, 70, 70) : qRgb(196, 196, 196))
        , m_ground(dark ? qRgb(38, 38, 38) : qRgb(238, 238, 238))
    {
        const int r = window.radius();
        for (int di = -r, k = 0; di <= r; ++di)
            for (int dj = -r; dj <= r; ++dj, ++k)
                if (!window.isInside(di, dj))
                    m_outside.push_back(std::size_t(k));
    }

    /// colors: side×side, of the cells; those outside the protein are overwritten.
    void paint(QImage &image, QPoint corner, std::span<QRgb> colors) const
    {
        for (const std::size_t k : m_outside)
            colors[k] = 0;
        const int pixels = int(m_shares.size());
        for (int y = 0; y < pixels; ++y) {
            auto *line = reinterpret_cast<QRgb *>(image.scanLine(corner.y() + y)) + corner.x();
            const std::size_t upper = std::size_t(m_shares[std::size_t(y)].first) * m_side;
            if (m_shares.size() == m_side && m_outside.empty())
                std::copy_n(colors.begin() + std::ptrdiff_t(upper), m_side, line);
            else
                for (int x = 0; x < pixels; ++x)
                    line[x] = pixel(colors, x, y, corner);
        }
    }

private:
    QRgb pixel(std::span<const QRgb> colors, int x, int y, QPoint corner) const
    {
        const Share &sx = m_shares[std::size_t(x)];
        const Share &sy = m_shares[std::size_t(y)];
        const std::size_t upper = std::size_t(sy.first) * m_side;
        const std::size_t lower = sy.weight < 1 ? upper + m_side : upper;
        const auto first = std::size_t(sx.first);
        const std::size_t next = sx.weight < 1 ? first + 1 : first;
        const QRgb own = colors[upper + first];
        if (qAlpha(own) == 0)
            return (corner.x() + x + corner.y() + y) % 4 == 0 ? m_hatch : m_ground;
        const auto known = [&](std::size_t k) { return qAlpha(colors[k]) ? colors[k] : own; };
        const QRgb right = known(upper + next);
        const QRgb below = known(lower + first);
        const QRgb diagonal = known(lower + next);
        if (own == right && own == below && own == diagonal)
            return own;
        return mix(mix(own, right, sx.weight), mix(below, diagonal, sx.weight), sy.weight);
    }

    std::size_t m_side;
    std::vector<Share> m_shares;
    std::vector<std::size_t> m_outside;
    QRgb m_hatch;
    QRgb m_ground;
};

} // namespace

std::array<int, kStates> statesInOrder(ResidueOrder order)
{
    // Hydrophobicity: Kyte & Doolittle 1982, falling. Charge: positive, negative, polar, the rest by
    // hydrophobicity.
    std::string_view letters = kStateLetters;
    switch (order) {
    case ResidueOrder::Ccmpred:
        break;
    case ResidueOrder::Alphabet:
        letters = "ACDEFGHIKLMNPQRSTVWY-";
        break;
    case ResidueOrder::Hydrophobicity:
        letters = "IVLFCMAGTSWYPHEQDNKR-";
        break;
    case ResidueOrder::Charge:
        letters = "KRHDENQSTYWGPCAMFLVI-";
        break;
    }
    std::array<int, kStates> states{};
    for (std::size_t k = 0; k < states.size(); ++k)
        states[k] = stateOf(letters[k]);
    return states;
}

QRectF MosaicPainter::Layout::tileRect(int row, int column) const
{
    return {origin.x() + column * (tile + gap), origin.y() + row * (tile + gap), tile, tile};
}

QRectF MosaicPainter::Layout::cellRect(int row, int column, int y, int x) const
{
    const QRectF rect = tileRect(row, column);
    const double cell = tile / std::max(1, side);
    return {rect.left() + x * cell, rect.top() + y * cell, cell, cell};
}

std::optional<std::array<int, 4>> MosaicPainter::Layout::at(const QPointF &point) const
{
    const QPointF p = point - origin;
    const double pitch = tile + gap;
    if (p.x() < 0 || p.y() < 0 || p.x() >= extent() || p.y() >= extent() || side == 0)
        return std::nullopt;
    const int column = int(p.x() / pitch);
    const int row = int(p.y() / pitch);
    const double x = p.x() - column * pitch;
    const double y = p.y() - row * pitch;
    if (x >= tile || y >= tile)
        return std::nullopt;
    return std::array<int, 4>{row, column, std::min(side - 1, int(y / tile * side)),
                              std::min(side - 1, int(x / tile * side))};
}

void MosaicPainter::setPicture(MosaicPicture picture)
{
    m_picture = std::move(picture);
    m_states = statesInOrder(m_picture.order);
    computeLimits();
}

void MosaicPainter::computeLimits()
{
    m_allZero = false;
    m_clipped = 0;
    std::fill(m_limits.begin(), m_limits.end(), 0.0);
    if (!m_picture.window)
        return;
    // The cells outside the protein are no inputs and must not enter a percentile.
    const std::vector<float> inside = insideValues(*m_picture.window);
    m_allZero = std::all_of(inside.begin(), inside.end(), [](float v) { return v == 0.0F; });
    const auto fillParts = [&](int tilesInPart) {
        const std::size_t size = inside.size() / m_limits.size() * std::size_t(tilesInPart);
        for (std::size_t tile = 0, begin = 0; tile < m_limits.size(); tile += std::size_t(tilesInPart)) {
            std::fill_n(m_limits.begin() + std::ptrdiff_t(tile), tilesInPart,
                        robustLimit(std::span(inside).subspan(begin, size)));
            begin += size;
        }
        m_clipped = 0.005; // by the choice of the percentile
    };
    switch (m_picture.scale) {
    case MosaicScale::PerTile:
        return fillParts(1);
    case MosaicScale::PerRow:
        return fillParts(kStates);
    case MosaicScale::Global:
    case MosaicScale::Locked:
        break;
    }
    const bool locked = m_picture.scale == MosaicScale::Locked && m_picture.lockedLimit > 0;
    std::fill(m_limits.begin(), m_limits.end(), locked ? m_picture.lockedLimit : robustLimit(inside));
    m_clipped = clippedShare(inside, m_limits.front());
}

ColorBar MosaicPainter::bar() const
{
    ColorBar bar;
    const bool relative = m_picture.scale == MosaicScale::PerRow || m_picture.scale == MosaicScale::PerTile;
    bar.scale = ColorScale::symmetric(m_allZero ? 0 : relative ? 1 : m_limits.front(), barUnit());
    bar.highLabel = m_picture.highLabel;
    bar.lowLabel = m_picture.lowLabel;
    bar.clippedShare = m_allZero ? 0 : m_clipped;
    return bar;
}

QSizeF MosaicPainter::surroundings(const FigureStyle &style) const
{
    const double header = QFontMetricsF(style.scaledFont(0.8)).height();
    const double title = QFontMetricsF(style.font).height() + 4;
    const double note = 2 * header + 4;
    return {header + bar().width(style) + 14, title + note + header + 4};
}

QSizeF MosaicPainter::leastSize(const FigureStyle &style, double ratio) const
{
    const double extent = (kStates * side() + kStates - 1) / ratio;
    return surroundings(style) + QSizeF(extent, extent);
}

MosaicPainter::Layout MosaicPainter::layout(const QRectF &rect, const FigureStyle &style, double ratio) const
{
    Layout layout;
    const QFontMetricsF metrics(style.scaledFont(0.8));
    layout.side = side();
    layout.header = metrics.height();
    const double title = QFontMetricsF(style.font).height() + 4;
    const QSizeF around = surroundings(style);
    const double available = std::min(rect.width() - around.width(), rect.height() - around.height());
    const double pixels = std::max(0.0, available) * ratio;
    // Overview tiles are told apart by one pixel, larger ones by two; never by less than 1/20 of a tile.
    const double gap = std::max(pixels > 21 * 20 ? 2.0 : 1.0, std::round(pixels / (21 * 20)));
    layout.gap = gap / ratio;
    double tile = std::max(2.0, std::floor((pixels - 20 * gap) / kStates));
    if (tile > layout.side && tile < layout.side * 1.2)
        tile = layout.side; // a whole pixel for each cell is worth more than a few pixels of size
    layout.tile = tile / ratio;
    const double width = layout.extent() + layout.header + 8 + bar().width(style);
    const double left = rect.left() + std::max(4.0, (rect.width() - width) / 2) + layout.header;
    layout.origin = QPointF(std::round(left * ratio) / ratio,
                            std::round((rect.top() + title + layout.header) * ratio) / ratio);
    return layout;
}

QImage MosaicPainter::raster(int tile, int gap, const FigureStyle &style) const
{
    const GradientWindow &window = *m_picture.window;
    const int extent = kStates * tile + (kStates - 1) * gap;
    QImage image(extent, extent, QImage::Format_RGB32);
    // Berlin is as dark at zero as the window: there the gaps have to be seen.
    image.fill(style.dark ? QColor(0x46, 0x48, 0x4E) : style.background);
    const TileRaster pixels(window, tile, style.dark);
    std::vector<QRgb> colors(std::size_t(window.side) * std::size_t(window.side));
    for (int row = 0; row < kStates; ++row)
        for (int column = 0; column < kStates; ++column) {
            const int a = m_states[std::size_t(row)];
            const int b = m_states[std::size_t(column)];
            ColorScale::symmetric(limit(a, b), {}).fillColors(window.tile(a, b), style.dark, colors);
            pixels.paint(image, QPoint(column, row) * (tile + gap), colors);
        }
    return image;
}

void MosaicPainter::paintHeaders(QPainter &painter, const Layout &layout, const FigureStyle &style) const
{
    painter.setFont(style.scaledFont(0.8));
    painter.setPen(style.muted);
    // Where tiles are smaller than letters only every second, third … has one: overlapping they could not be
    // read.
    const QFontMetricsF metrics(painter.font());
    const int step = int(std::ceil(0.8 * metrics.height() / std::max(1.0, layout.tile + layout.gap)));
    for (int k = 0; k < kStates; k += step) {
        const QString letter = QChar::fromLatin1(letterOf(m_states[std::size_t(k)]));
        const QRectF column = layout.tileRect(0, k);
        const QRectF row = layout.tileRect(k, 0);
        painter.drawText(
            QRectF(column.left() - 6, column.top() - layout.header - 1, column.width() + 12, layout.header),
            Qt::AlignCenter, letter);
        painter.drawText(
            QRectF(row.left() - layout.header - 1, row.top() - 6, layout.header, row.height() + 12),
            Qt::AlignCenter, letter);
    }
}

QString MosaicPainter::scaleText() const
{
    if (!m_picture.scaleName.isEmpty())
        return m_picture.scaleName;
    static const char *const kNames[] = {QT_TRANSLATE_NOOP("MosaicPainter", "global scale"),
                                         QT_TRANSLATE_NOOP("MosaicPainter", "scale of each row"),
                                         QT_TRANSLATE_NOOP("MosaicPainter", "scale of each tile"),
                                         QT_TRANSLATE_NOOP("MosaicPainter", "locked scale")};
    return Text::tr(kNames[int(m_picture.scale)]);
}

QRectF MosaicPainter::noteRect(const QRectF &rect, const Layout &layout) const
{
    return {rect.left() + 4, layout.origin.y() + layout.extent() + 3, rect.width() - 8, layout.header};
}

QRectF MosaicPainter::readoutRect(const QRectF &rect, const Layout &layout) const
{
    return noteRect(rect, layout).translated(0, layout.header);
}

QString MosaicPainter::barUnit() const
{
    switch (m_picture.scale) {
    case MosaicScale::PerRow:
        return Text::tr("share of each row's limit");
    case MosaicScale::PerTile:
        return Text::tr("share of each tile's limit");
    case MosaicScale::Global:
    case MosaicScale::Locked:
        break;
    }
    return m_picture.unit;
}

void MosaicPainter::paintNote(QPainter &painter, const QRectF &foot, const QRectF &tiles,
                              const FigureStyle &style) const
{
    painter.setFont(style.scaledFont(0.8));
    painter.setPen(style.muted);
    QString note = scaleText();
    if (!barUnit().isEmpty())
        note += QStringLiteral(": ") + barUnit();
    if (!m_allZero && m_clipped > 0)
        note += Text::tr("; %1 % of the cells beyond it").arg(shortNumber(100 * m_clipped));
    // Below the middle of the tiles, where it fits there.
    const QFontMetricsF metrics(painter.font());
    const double half = std::min(tiles.center().x() - foot.left(), foot.right() - tiles.center().x());
    const bool fits = metrics.horizontalAdvance(note) <= 2 * half;
    const QRectF line = fits ? QRectF(tiles.center().x() - half, foot.top(), 2 * half, foot.height()) : foot;
    painter.drawText(line, Qt::AlignHCenter | Qt::AlignVCenter,
                     metrics.elidedText(note, Qt::ElideRight, line.width()));
}

void MosaicPainter::paintZeroMessage(QPainter &painter, const QRectF &target, const FigureStyle &style) const
{
    painter.setFont(style.scaledFont(1.1, true));
    const QRectF box = painter.boundingRect(target.adjusted(12, 0, -12, 0),
                                            Qt::AlignCenter | Qt::TextWordWrap, m_picture.zeroMessage);
    painter.fillRect(box.adjusted(-8, -5, 8, 5), style.background);
    painter.setPen(style.text);
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, m_picture.zeroMessage);
}

void MosaicPainter::paint(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.save();
    painter.fillRect(rect, style.background);
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    painter.setPen(style.text);
    const QRectF heading = rect.adjusted(4, 2, -4, 0);
    painter.drawText(heading, Qt::AlignLeft | Qt::AlignTop,
                     metrics.elidedText(m_picture.title, Qt::ElideRight, heading.width()));
    if (!m_picture.window) {
        painter.restore();
        return;
    }
    const bool vector = isVectorDevice(painter);
    const double ratio = vector ? 16 : deviceScale(painter);
    const Layout parts = layout(rect, style, ratio);
    const QRectF target(parts.origin, QSizeF(parts.extent(), parts.extent()));
    // On paper a tile's cells get four pixels each, whatever the size on the page.
    const int tile = vector ? 4 * parts.side : int(std::lround(parts.tile * ratio));
    const int gap = vector ? std::max(1, int(std::lround(parts.gap / parts.tile * tile)))
                           : int(std::lround(parts.gap * ratio));
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.drawImage(target, raster(tile, gap, style));
    paintHeaders(painter, parts, style);
    bar().paint(painter, QRectF(target.right() + 8, target.top(), bar().width(style), target.height()),
                style);

    paintNote(painter, noteRect(rect, parts), target, style);
    if (m_allZero)
        paintZeroMessage(painter, target, style);
    painter.restore();
}

void MosaicPainter::paintCursor(QPainter &painter, const Layout &layout, const WindowCell &cell,
                                const FigureStyle &style) const
{
    if (!m_picture.window)
        return;
    const auto position = [&](int state) {
        return int(std::find(m_states.begin(), m_states.end(), state) - m_states.begin());
    };
    const int row = position(cell.a);
    const int column = position(cell.b);
    const int r = m_picture.window->radius();
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.hover, 1));
    painter.drawRect(layout.tileRect(row, column).adjusted(-1, -1, 0, 0));
    painter.setPen(QPen(style.text, 1));
    painter.drawRect(layout.cellRect(row, column, cell.di + r, cell.dj + r).adjusted(-1.5, -1.5, 0.5, 0.5));
    painter.restore();
}

std::optional<WindowCell> MosaicPainter::cellAt(const Layout &layout, const QPointF &point) const
{
    const auto hit = layout.at(point);
    if (!hit || !m_picture.window)
        return std::nullopt;
    const int r = m_picture.window->radius();
    const WindowCell cell{m_states[std::size_t((*hit)[0])], m_states[std::size_t((*hit)[1])], (*hit)[2] - r,
                          (*hit)[3] - r};
    if (!m_picture.window->isInside(cell.di, cell.dj))
        return std::nullopt;
    return cell;
}

} // namespace WhiteBox
