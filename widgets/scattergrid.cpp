// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scattergrid.h"

#include "core/attribution/similarity.h"
#include "core/attribution/windowstatistics.h"
#include "widgets/colorbar.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace WhiteBox {

namespace {

constexpr int kTiles = kStates * kStates;
constexpr int kBins = 120; ///< of the density plot, each way

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
    setFocusPolicy(Qt::StrongFocus);
    connect(selection, &PairSelection::hoveredCellChanged, this, qOverload<>(&QWidget::update));
}

void ScatterGrid::setWindows(std::shared_ptr<const GradientWindow> gradient,
                             std::shared_ptr<const GradientWindow> couplings)
{
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

void ScatterGrid::setFirstTile(int first)
{
    m_first = std::min(first, kTiles - 1);
    update();
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
    if (m_first < 0)
        return tr("Gradient against coevolution, all amino-acid pairs, %1")
            .arg(correlationText(pearson(insideValues(*m_gradient), insideValues(*m_couplings))));
    return tr("Gradient against coevolution, %1 to %2")
        .arg(tileName(m_first), tileName(std::min(m_first + kPerPage, kTiles) - 1));
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
    const Frame frame{rect.adjusted(2, header, -2, -2)};
    painter.setFont(small);
    painter.setPen(style.text);
    painter.drawText(QRectF(rect.left() + 2, rect.top(), rect.width() - 4, header), Qt::AlignLeft,
                     tileName(tile));
    painter.setPen(style.muted);
    painter.drawText(QRectF(rect.left() + 2, rect.top(), rect.width() - 4, header), Qt::AlignRight,
                     correlationText(m_correlations[std::size_t(tile)]));
    paintFrame(painter, frame.rect, style);
    QColor ink = style.text;
    ink.setAlphaF(0.55F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (const QPointF &p : points(tile))
        painter.drawEllipse(frame.at(p.x(), p.y(), m_xLimit, m_yLimit), 1.1, 1.1);
    const auto cell = m_selection->hoveredCell();
    if (!cell || cell->a * kStates + cell->b != tile || !m_gradient->isInside(cell->di, cell->dj))
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.hover, 1.6));
    painter.drawEllipse(frame.at(double(m_couplings->at(cell->a, cell->b, cell->di, cell->dj)),
                                 double(m_gradient->at(cell->a, cell->b, cell->di, cell->dj)), m_xLimit,
                                 m_yLimit),
                        4, 4);
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
                     tr("→ input ±%1   ↑ gradient ±%2 Å per unit; beyond: on the edge%3")
                         .arg(shortNumber(m_xLimit), shortNumber(m_yLimit),
                              m_first < 0 ? tr("; shade: log of the count") : QString()));
}

void ScatterGrid::paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.fillRect(rect, style.background);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = QFontMetricsF(style.font).height() + 2;
    painter.setFont(style.scaledFont(0.95));
    painter.setPen(style.text);
    painter.drawText(QRectF(rect.left() + 4, rect.top(), rect.width() - 8, line),
                     Qt::AlignLeft | Qt::AlignVCenter, figureTitle());
    if (!m_gradient)
        return;
    const QRectF area = rect.adjusted(2, line, -2, -line);
    paintLimits(painter, QRectF(area.left() + 4, area.bottom(), area.width() - 8, line), style);
    if (m_first < 0)
        return paintAll(painter, area.adjusted(2, 2, -2, -2), style);
    for (int k = 0; k < kPerPage && m_first + k < kTiles; ++k)
        paintTile(painter,
                  QRectF(area.left() + k % kSide * area.width() / kSide,
                         area.top() + int(k / kSide) * area.height() / kSide, area.width() / kSide,
                         area.height() / kSide),
                  m_first + k, style);
}

void ScatterGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFigure(painter, rect(), FigureStyle::ofPalette(palette(), font()));
}

} // namespace WhiteBox
