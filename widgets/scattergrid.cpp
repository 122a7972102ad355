// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scattergrid.h"

#include "core/attribution/similarity.h"
#include "core/attribution/windowstatistics.h"
#include "widgets/cellwalk.h"
#include "widgets/tilepainter.h"

#include <QKeyEvent>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace WhiteBox {

namespace {

constexpr int kTiles = kStates * kStates;
constexpr int kBins = 120;        ///< of the density plot, each way
constexpr std::size_t kNamed = 4; ///< so many pairs the title names

QString correlationText(double r)
{
    return std::isnan(r) ? QStringLiteral("r –") : QStringLiteral("r %1").arg(shortNumber(r));
}

} // namespace

QString tileName(int tile)
{
    const auto name = [](int state) {
        return state == int(kGap) ? ScatterGrid::tr("gap") : QString(QChar::fromLatin1(letterOf(state)));
    };
    return QStringLiteral("%1–%2").arg(name(tile / kStates), name(tile % kStates));
}

QPointF ScatterGrid::Frame::at(double coupling, double gradient, double xLimit, double yLimit) const
{
    const double x = xLimit > 0 ? std::clamp(coupling / xLimit, -1.0, 1.0) : 0;
    const double y = yLimit > 0 ? std::clamp(gradient / yLimit, -1.0, 1.0) : 0;
    return {rect.center().x() + 0.5 * rect.width() * x, rect.center().y() - 0.5 * rect.height() * y};
}

ScatterGrid::ScatterGrid(PairSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(selection, &PairSelection::hoveredCellChanged, this, qOverload<>(&QWidget::update));
}

void ScatterGrid::setWindows(std::shared_ptr<const GradientWindow> gradient,
                             std::shared_ptr<const GradientWindow> couplings, const QString &unit)
{
    m_unit = unit;
    m_gradient = std::move(gradient);
    m_couplings = std::move(couplings);
    m_correlations.clear();
    if (m_gradient && m_couplings) {
        m_correlations = tileCorrelations(*m_gradient, *m_couplings);
        m_xLimit = robustLimit(m_couplings->values);
        m_yLimit = robustLimit(m_gradient->values);
    }
    setAccessibleName(figureTitle());
    update();
}

void ScatterGrid::setTiles(std::vector<int> tiles)
{
    tiles.resize(std::min(tiles.size(), std::size_t(kPerPage)));
    m_tiles = std::move(tiles);
    setAccessibleName(figureTitle());
    update();
}

std::vector<int> ScatterGrid::page(int first)
{
    std::vector<int> tiles(std::size_t(std::clamp(kTiles - first, 0, kPerPage)));
    std::iota(tiles.begin(), tiles.end(), first);
    return tiles;
}

std::vector<QPointF> ScatterGrid::points(int tile) const
{
    std::vector<QPointF> points;
    if (!m_gradient || !m_couplings)
        return points;
    const int r = m_gradient->radius();
    for (int di = -r; di <= r; ++di)
        for (int dj = -r; dj <= r; ++dj)
            if (m_gradient->isInside(di, dj))
                points.emplace_back(double(m_couplings->at(tile / kStates, tile % kStates, di, dj)),
                                    double(m_gradient->at(tile / kStates, tile % kStates, di, dj)));
    return points;
}

QString ScatterGrid::figureTitle() const
{
    if (!m_gradient)
        return tr("Gradient against coevolution");
    if (m_tiles.empty())
        return tr("Gradient against coevolution, all amino-acid pairs, %1")
            .arg(correlationText(pearson(insideValues(*m_gradient), insideValues(*m_couplings))));
    if (m_tiles.size() > kNamed && m_tiles == page(m_tiles.front()))
        return tr("Gradient against coevolution, %1 to %2")
            .arg(tileName(m_tiles.front()), tileName(m_tiles.back()));
    QStringList names;
    for (const int tile : m_tiles)
        names << tileName(tile);
    return m_tiles.size() > kNamed
               ? tr("Gradient against coevolution, %1 chosen pairs").arg(m_tiles.size())
               : tr("Gradient against coevolution, %1").arg(names.join(QStringLiteral(", ")));
}

void ScatterGrid::paintFrame(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    QColor line = style.muted;
    line.setAlphaF(0.5F);
    painter.setPen(QPen(line, 0.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
    painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
    painter.drawLine(QPointF(rect.center().x(), rect.top()), QPointF(rect.center().x(), rect.bottom()));
}

void ScatterGrid::paintTile(QPainter &painter, const QRectF &rect, int tile, const FigureStyle &style) const
{
    const QFont small = style.scaledFont(0.75);
    const double header = QFontMetricsF(small).height();
    const Frame frame = frameOf(rect, style);
    painter.setFont(small);
    painter.setPen(style.text);
    painter.drawText(QRectF(rect.left() + 2, rect.top(), rect.width() - 4, header), Qt::AlignLeft,
                     tileName(tile));
    const QString correlation = correlationText(m_correlations[std::size_t(tile)]);
    const QFontMetricsF metrics(small);
    painter.setPen(style.muted);
    if (metrics.horizontalAdvance(tileName(tile) + u' ' + correlation) <= rect.width() - 4) // else no room
        painter.drawText(QRectF(rect.left() + 2, rect.top(), rect.width() - 4, header), Qt::AlignRight,
                         correlation);
    paintFrame(painter, frame.rect, style);
    QColor ink = style.text;
    ink.setAlphaF(0.55F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (const QPointF &p : points(tile))
        painter.drawEllipse(frame.at(p.x(), p.y(), m_xLimit, m_yLimit), 1.1, 1.1);
}

void ScatterGrid::paintAll(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    std::vector<float> counts(std::size_t(kBins) * kBins, 0.0F);
    const auto bin = [](double value, double limit) {
        return std::clamp(int((value / limit + 1) / 2 * kBins), 0, kBins - 1);
    };
    for (int tile = 0; tile < kTiles && m_xLimit > 0 && m_yLimit > 0; ++tile)
        for (const QPointF &p : points(tile))
            ++counts[std::size_t((kBins - 1 - bin(p.y(), m_yLimit)) * kBins + bin(p.x(), m_xLimit))];
    const ColorScale scale =
        ColorScale::magnitude(std::log1p(*std::max_element(counts.begin(), counts.end())), {});
    QImage image(kBins, kBins, QImage::Format_RGB32);
    for (int k = 0; k < kBins * kBins; ++k)
        image.setPixel(k % kBins, k / kBins, scale.color(std::log1p(counts[std::size_t(k)]), style.dark));
    drawCells(painter, rect, image, QRectF(0, 0, kBins, kBins));
    paintFrame(painter, rect, style);
}

void ScatterGrid::paintLimits(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.setFont(style.scaledFont(0.8));
    painter.setPen(style.muted);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("→ input ±%1   ↑ gradient ±%2 %3; beyond: on the edge%4")
                         .arg(shortNumber(m_xLimit), shortNumber(m_yLimit), m_unit,
                              m_tiles.empty() ? tr("; shade: log of the count") : QString()));
}

void ScatterGrid::paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.fillRect(rect, style.background);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = QFontMetricsF(style.font).height() + 2;
    painter.setFont(style.scaledFont(0.95));
    painter.setPen(style.text);
    painter.drawText(
        QRectF(rect.left() + 4, rect.top(), rect.width() - 8, line), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(figureTitle(), Qt::ElideRight, rect.width() - 8));
    if (!m_gradient)
        return;
    const QRectF area = areaRect(rect, style);
    paintLimits(painter, QRectF(area.left() + 4, area.bottom(), area.width() - 8, line), style);
    if (m_tiles.empty())
        return paintAll(painter, area.adjusted(2, 2, -2, -2), style);
    for (int place = 0; place < int(m_tiles.size()); ++place)
        paintTile(painter, placeRect(area, place), m_tiles[std::size_t(place)], style);
}

QRectF ScatterGrid::areaRect(const QRectF &rect, const FigureStyle &style) const
{
    const double line = QFontMetricsF(style.font).height() + 2;
    return rect.adjusted(2, line, -2, -line);
}

int ScatterGrid::perSide() const
{
    return std::max(1, int(std::ceil(std::sqrt(double(m_tiles.size())))));
}

QRectF ScatterGrid::placeRect(const QRectF &area, int place) const
{
    const double width = area.width() / perSide();
    const double height = area.height() / perSide();
    return {area.left() + place % perSide() * width, area.top() + int(place / perSide()) * height, width,
            height};
}

std::optional<int> ScatterGrid::placeOf(int tile) const
{
    const auto at = std::find(m_tiles.begin(), m_tiles.end(), tile);
    return at == m_tiles.end() ? std::nullopt : std::optional(int(at - m_tiles.begin()));
}

ScatterGrid::Frame ScatterGrid::frameOf(const QRectF &tileRect, const FigureStyle &style) const
{
    return {tileRect.adjusted(2, QFontMetricsF(style.scaledFont(0.75)).height(), -2, -2)};
}

QString ScatterGrid::readout(const WindowCell &cell) const
{
    if (!m_gradient || std::max(std::abs(cell.di), std::abs(cell.dj)) > m_gradient->radius() ||
        !m_gradient->isInside(cell.di, cell.dj))
        return {};
    return tr("%1 at Δi %2, Δj %3: input %4, gradient %5")
        .arg(tileText(cell.tile()), signedOffset(cell.di), signedOffset(cell.dj),
             shortNumber(double(m_couplings->at(cell.a, cell.b, cell.di, cell.dj))),
             shortNumber(double(m_gradient->at(cell.a, cell.b, cell.di, cell.dj))));
}

std::optional<QPointF> ScatterGrid::pointOf(const WindowCell &cell) const
{
    const int tile = cell.a * kStates + cell.b;
    const std::optional<int> place = placeOf(tile);
    if (readout(cell).isEmpty() || (!m_tiles.empty() && !place))
        return std::nullopt;
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    const QRectF area = areaRect(rect(), style);
    const Frame frame = place ? frameOf(placeRect(area, *place), style) : Frame{area.adjusted(2, 2, -2, -2)};
    return frame.at(double(m_couplings->at(cell.a, cell.b, cell.di, cell.dj)),
                    double(m_gradient->at(cell.a, cell.b, cell.di, cell.dj)), m_xLimit, m_yLimit);
}

void ScatterGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    paintFigure(painter, rect(), style);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const auto cell = m_selection->hoveredCell();
    const QString value = cell ? readout(*cell) : QString();
    if (value.isEmpty())
        return;
    if (const auto point = pointOf(*cell)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style.hover, 1.6));
        painter.drawEllipse(*point, 4, 4);
    }
    const QRectF area = areaRect(rect(), style);
    paintReadout(painter, QRectF(6, area.bottom(), width() - 12, height() - area.bottom()), value, style);
}

void ScatterGrid::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = areaRect(rect(), FigureStyle::ofPalette(palette(), font()));
    if (!m_gradient || m_tiles.empty() || !area.contains(event->position()))
        return m_selection->setHoveredCell(std::nullopt);
    const QPointF p = event->position() - area.topLeft();
    const int side = perSide();
    const int column = std::min(side - 1, int(p.x() * side / area.width()));
    const int row = std::min(side - 1, int(p.y() * side / area.height()));
    const auto place = std::size_t(row * side + column);
    if (place >= m_tiles.size())
        return m_selection->setHoveredCell(std::nullopt);
    const int tile = m_tiles[place];
    const int r = m_gradient->radius();
    std::optional<WindowCell> nearest;
    double least = 0;
    for (int di = -r; di <= r; ++di)
        for (int dj = -r; dj <= r; ++dj) {
            const WindowCell cell{tile / kStates, tile % kStates, di, dj};
            const auto point = pointOf(cell);
            const double away = point ? QLineF(*point, event->position()).length() : 0;
            if (point && (!nearest || away < least)) {
                nearest = cell;
                least = away;
            }
        }
    m_selection->setHoveredCell(nearest);
}

void ScatterGrid::leaveEvent(QEvent *)
{
    m_selection->setHoveredCell(std::nullopt);
}

void ScatterGrid::keyPressEvent(QKeyEvent *event)
{
    if (!m_gradient || !walkCell(*event, *m_gradient, ResidueOrder::Ccmpred, *m_selection))
        QWidget::keyPressEvent(event);
}

} // namespace WhiteBox
