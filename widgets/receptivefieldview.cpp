// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/receptivefieldview.h"

#include "widgets/colorbar.h"

#include <QFontMetricsF>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace WhiteBox {

namespace {

double largest(const std::vector<float> &values)
{
    float most = 0;
    for (const float v : values)
        if (std::isfinite(v))
            most = std::max(most, v);
    return double(most);
}

QString signedOffset(int delta)
{
    if (delta == 0)
        return QStringLiteral("0");
    return (delta < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + QString::number(std::abs(delta));
}

} // namespace

ReceptiveFieldView::ReceptiveFieldView(PairSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
{
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Receptive field"));
    connect(selection, &PairSelection::hoveredCellChanged, this, qOverload<>(&QWidget::update));
}

void ReceptiveFieldView::setExplanation(std::shared_ptr<const Explanation> explanation)
{
    m_explanation = std::move(explanation);
    update();
}

std::vector<double> ReceptiveFieldView::radialProfile() const
{
    const int r = side() / 2;
    std::vector<double> sum(std::size_t(r + 1), 0.0);
    std::vector<int> count(std::size_t(r + 1), 0);
    for (int di = -r, k = 0; di <= r; ++di)
        for (int dj = -r; dj <= r && side() > 0; ++dj, ++k) {
            const float value = m_explanation->receptiveField[std::size_t(k)];
            if (std::isnan(value))
                continue;
            const auto ring = std::size_t(std::max(std::abs(di), std::abs(dj)));
            sum[ring] += double(value);
            ++count[ring];
        }
    for (std::size_t ring = 0; ring < sum.size(); ++ring)
        sum[ring] = count[ring] ? sum[ring] / count[ring] : std::numeric_limits<double>::quiet_NaN();
    return sum;
}

QString ReceptiveFieldView::readout(const WindowCell &cell) const
{
    const int r = side() / 2;
    if (side() == 0 || std::abs(cell.di) > r || std::abs(cell.dj) > r)
        return {};
    const float value =
        m_explanation
            ->receptiveField[std::size_t(cell.di + r) * std::size_t(side()) + std::size_t(cell.dj + r)];
    return std::isnan(value)
               ? QString()
               : tr("Σ|gradient| at Δi %1, Δj %2: %3")
                     .arg(signedOffset(cell.di), signedOffset(cell.dj), shortNumber(double(value)));
}

QString ReceptiveFieldView::figureTitle() const
{
    return tr("Receptive field: Σ|gradient| over 21×21");
}

QRectF ReceptiveFieldView::fieldRect(const QRectF &rect, const FigureStyle &style, double ratio) const
{
    const QFontMetricsF metrics(style.scaledFont(0.8));
    const double axis = metrics.height() + 3;
    const double title = QFontMetricsF(style.font).height() + 4;
    const double left = axis + metrics.horizontalAdvance(QStringLiteral("−7")) + 2;
    ColorBar bar;
    bar.scale = ColorScale::magnitude(largest(m_explanation->receptiveField), {});
    const double profile = rect.height() > 300 ? rect.height() * 0.3 : 0;
    const double room =
        std::min(rect.width() - left - bar.width(style) - 10, rect.height() - title - 2 * axis - profile);
    const double cell = std::max(1.0, std::floor(room * ratio / side())) / ratio;
    const double extent = cell * side();
    const double spare = std::max(0.0, rect.width() - left - extent - bar.width(style) - 10);
    return {std::round((rect.left() + left + spare / 2) * ratio) / ratio,
            std::round((rect.top() + title) * ratio) / ratio, extent, extent};
}

void ReceptiveFieldView::paintField(QPainter &painter, const QRectF &field, const FigureStyle &style) const
{
    const int n = side();
    const int r = n / 2;
    const double cell = field.width() / n;
    ColorBar bar;
    bar.scale = ColorScale::magnitude(largest(m_explanation->receptiveField), {});
    QImage image(n, n, QImage::Format_RGB32);
    for (int k = 0; k < n * n; ++k)
        image.setPixel(k % n, k / n,
                       bar.scale.color(m_explanation->receptiveField[std::size_t(k)], style.dark));
    drawCells(painter, field, image, QRectF(0, 0, n, n));
    for (int k = 0; k < n * n; ++k)
        if (std::isnan(m_explanation->receptiveField[std::size_t(k)]))
            fillHatched(painter,
                        QRectF(field.left() + k % n * cell, field.top() + int(k / n) * cell, cell, cell),
                        true, style);
    painter.setPen(QPen(style.muted, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(field.adjusted(-0.5, -0.5, 0.5, 0.5));

    painter.setFont(style.scaledFont(0.8));
    const QFontMetricsF metrics(painter.font());
    for (int delta = -r; delta <= r; ++delta) {
        if (delta % (r >= 6 ? 7 : 2) != 0)
            continue;
        const double at = (delta + r + 0.5) * cell;
        painter.drawText(QRectF(field.left() + at - 30, field.bottom() + 2, 60, metrics.height()),
                         Qt::AlignCenter, signedOffset(delta));
        painter.drawText(
            QRectF(field.left() - 63, field.top() + at - metrics.height() / 2, 60, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, signedOffset(delta));
    }
    painter.drawText(QRectF(field.left(), field.bottom() + 2, field.width() * 0.75, metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("Δj"));
    painter.drawText(QRectF(field.left() - 63, field.top() + field.height() * 0.75 - metrics.height() / 2, 60,
                            metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("Δi"));
    bar.paint(painter, QRectF(field.right() + 8, field.top() - 6, bar.width(style), field.height() + 12),
              style);
}

void ReceptiveFieldView::paintProfile(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    const std::vector<double> profile = radialProfile();
    double top = 0;
    for (const double v : profile)
        top = std::isfinite(v) ? std::max(top, v) : top;
    painter.setFont(style.scaledFont(0.8));
    const QFontMetricsF metrics(painter.font());
    painter.setPen(style.muted);
    painter.drawText(QRectF(rect.center().x() - 150, rect.top(), 300, metrics.height()), Qt::AlignCenter,
                     tr("mean over rings, from the centre"));
    const QRectF plot = rect.adjusted(0, metrics.height() + 4, 0, -metrics.height() - 4);
    if (plot.height() < 16 || !(top > 0))
        return;
    const double step = plot.width() / double(profile.size());
    for (std::size_t ring = 0; ring < profile.size(); ++ring) {
        const double x = plot.left() + double(ring) * step;
        if (std::isfinite(profile[ring])) {
            const double height = profile[ring] / top * plot.height();
            painter.fillRect(QRectF(x + step * 0.15, plot.bottom() - height, step * 0.7, height),
                             style.muted);
        }
        painter.drawText(QRectF(x, plot.bottom() + 3, step, metrics.height()), Qt::AlignCenter,
                         QString::number(ring));
    }
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
}

void ReceptiveFieldView::paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.save();
    painter.fillRect(rect, style.background);
    painter.setFont(style.font);
    painter.setPen(style.text);
    const QFontMetricsF metrics(style.font);
    painter.drawText(rect.adjusted(4, 2, -4, 0), Qt::AlignLeft | Qt::AlignTop,
                     metrics.elidedText(figureTitle(), Qt::ElideRight, rect.width() - 8));
    if (side() > 0) {
        const QTransform t = painter.deviceTransform();
        const QRectF field = fieldRect(rect, style, std::hypot(t.m11(), t.m12()));
        paintField(painter, field, style);
        const double below = field.bottom() + QFontMetricsF(style.scaledFont(0.8)).height() + 10;
        paintProfile(painter, QRectF(field.left(), below, field.width(), rect.bottom() - below), style);
    }
    painter.restore();
}

void ReceptiveFieldView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    paintFigure(painter, rect(), style);
    const auto cell = m_selection->hoveredCell();
    const int r = side() / 2;
    if (!cell || side() == 0 || std::abs(cell->di) > r || std::abs(cell->dj) > r)
        return;
    const QRectF field = fieldRect(rect(), style, devicePixelRatioF());
    const double size = field.width() / side();
    painter.setPen(QPen(style.hover, 2));
    painter.drawRect(
        QRectF(field.left() + (cell->dj + r) * size, field.top() + (cell->di + r) * size, size, size));
}

void ReceptiveFieldView::mouseMoveEvent(QMouseEvent *event)
{
    if (side() == 0)
        return;
    const QRectF field = fieldRect(rect(), FigureStyle::ofPalette(palette(), font()), devicePixelRatioF());
    if (!field.contains(event->position()))
        return m_selection->setHoveredCell(std::nullopt);
    const QPointF p = (event->position() - field.topLeft()) * side() / field.width();
    // A position has no amino acids: keep those that were looked at last.
    WindowCell cell = m_selection->hoveredCell().value_or(WindowCell{});
    cell.di = std::min(side() - 1, int(p.y())) - side() / 2;
    cell.dj = std::min(side() - 1, int(p.x())) - side() / 2;
    m_selection->setHoveredCell(m_explanation->gradient->isInside(cell.di, cell.dj) ? std::optional(cell)
                                                                                    : std::nullopt);
}

void ReceptiveFieldView::leaveEvent(QEvent *)
{
    m_selection->setHoveredCell(std::nullopt);
}

} // namespace WhiteBox
