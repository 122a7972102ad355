// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/receptivefieldview.h"

#include "core/attribution/windowstatistics.h"
#include "widgets/cellwalk.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

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
    m_picture = {};
    m_profile.clear();
    m_ring.reset();
    if (m_explanation) {
        for (const RadialBin &bin : WhiteBox::radialProfile(*m_explanation->gradient))
            m_profile.push_back(bin.meanMagnitude);
        m_picture.side = m_explanation->gradient->side;
        m_picture.values = m_explanation->receptiveField;
        m_picture.bar.scale = ColorScale::magnitude(largest(m_picture.values), {});
    }
    update();
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

QString ReceptiveFieldView::ringReadout(std::size_t ring) const
{
    if (ring >= m_profile.size() || std::isnan(m_profile[ring]))
        return {};
    return tr("mean |gradient| at distance %1: %2 %3")
        .arg(ring)
        .arg(shortNumber(m_profile[ring]), methodUnit(m_explanation->method));
}

QString ReceptiveFieldView::figureTitle() const
{
    return tr("Receptive field: Σ|gradient| over 21×21");
}

QRectF ReceptiveFieldView::fieldRect(const QRectF &rect, const FigureStyle &style, double ratio) const
{
    const double title = QFontMetricsF(style.font).height() + 4;
    const double profile = rect.height() > 300 ? rect.height() * 0.3 : 0;
    return FieldPainter(m_picture).square(rect.adjusted(0, title, 0, -profile), style, ratio);
}

double ReceptiveFieldView::profileTop() const
{
    double top = 0;
    for (const double v : m_profile)
        top = std::isfinite(v) ? std::max(top, v) : top;
    return top;
}

std::vector<double> ReceptiveFieldView::profileTicks(double height, const FigureStyle &style) const
{
    const double line = QFontMetricsF(style.scaledFont(0.8)).height();
    const double step = niceStep(profileTop(), std::clamp(int(height / (1.5 * line)), 1, 5));
    std::vector<double> ticks;
    for (int k = 0; k * step <= profileTop() * (1 + 1e-9); ++k)
        ticks.push_back(k * step);
    return ticks;
}

QRectF ReceptiveFieldView::profileRect(const QRectF &rect, const FigureStyle &style, double ratio) const
{
    const QRectF field = fieldRect(rect, style, ratio);
    const QFontMetricsF metrics(style.scaledFont(0.8));
    // Below the field's own axis the unit, below the bars their distances and what those are.
    const double top = field.bottom() + 2 * metrics.height() + 14;
    const double height = rect.bottom() - 2 * metrics.height() - 8 - top;
    if (height < 16 || !(profileTop() > 0))
        return {};
    double widest = 0;
    for (const double tick : profileTicks(height, style))
        widest = std::max(widest, metrics.horizontalAdvance(shortNumber(tick)));
    const double left = std::max(field.left(), rect.left() + widest + 10);
    return {left, top, field.right() - left, height};
}

QRectF ReceptiveFieldView::barRect(const QRectF &plot, std::size_t ring) const
{
    const double step = plot.width() / double(m_profile.size());
    const double height = std::isfinite(m_profile[ring]) ? m_profile[ring] / profileTop() * plot.height() : 0;
    return {plot.left() + (double(ring) + 0.15) * step, plot.bottom() - height, step * 0.7, height};
}

void ReceptiveFieldView::paintProfile(QPainter &painter, const QRectF &plot, const FigureStyle &style) const
{
    painter.setFont(style.scaledFont(0.8));
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height();
    painter.setPen(style.muted);
    const auto write = [&](double top, const QString &text, const QString &shorter) {
        const QRectF row(plot.left() - 200, top, plot.width() + 400, line);
        const QString &fitting = metrics.horizontalAdvance(text) <= plot.width() + 30 ? text : shorter;
        painter.drawText(row, Qt::AlignCenter, fitting);
    };
    write(plot.top() - line - 6, tr("mean |gradient|, %1").arg(methodUnit(m_explanation->method)),
          tr("mean |gradient|"));
    write(plot.bottom() + line + 4, tr("distance from the centre, pairs"), tr("distance, pairs"));
    for (std::size_t ring = 0; ring < m_profile.size(); ++ring) {
        const QRectF bar = barRect(plot, ring);
        painter.fillRect(bar, style.muted);
        painter.drawText(QRectF(bar.center().x() - 20, plot.bottom() + 3, 40, line), Qt::AlignCenter,
                         QString::number(ring));
    }
    painter.setPen(QPen(style.muted, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.drawLine(plot.topLeft(), plot.bottomLeft());
    for (const double tick : profileTicks(plot.height(), style)) {
        const double y = plot.bottom() - tick / profileTop() * plot.height();
        painter.drawLine(QPointF(plot.left() - 3, y), QPointF(plot.left(), y));
        painter.drawText(QRectF(plot.left() - 106, y - line / 2, 100, line),
                         Qt::AlignRight | Qt::AlignVCenter, shortNumber(tick));
    }
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
        const double ratio = std::hypot(t.m11(), t.m12());
        FieldPainter(m_picture).paint(painter, fieldRect(rect, style, ratio), style);
        if (const QRectF plot = profileRect(rect, style, ratio); !plot.isEmpty())
            paintProfile(painter, plot, style);
    }
    painter.restore();
}

void ReceptiveFieldView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    paintFigure(painter, rect(), style);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const auto cell = m_selection->hoveredCell();
    const QString value = readoutShown();
    if (value.isEmpty())
        return;
    const std::size_t ring = m_ring ? *m_ring : radialBinOf(cell->di, cell->dj);
    if (const QRectF plot = profileRect(rect(), style, devicePixelRatioF()); !plot.isEmpty())
        painter.fillRect(barRect(plot, ring), style.hover);
    if (!m_ring)
        FieldPainter(m_picture).paintCursor(painter, fieldRect(rect(), style, devicePixelRatioF()),
                                            {cell->di, cell->dj}, style);
    paintReadout(painter, QRectF(4, 2, width() - 8, QFontMetricsF(style.font).height()), value, style);
}

QString ReceptiveFieldView::readoutShown() const
{
    if (m_ring)
        return ringReadout(*m_ring);
    const auto cell = m_selection->hoveredCell();
    return cell ? readout(*cell) : QString();
}

void ReceptiveFieldView::mouseMoveEvent(QMouseEvent *event)
{
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    m_ring.reset();
    update();
    if (side() == 0)
        return m_selection->setHoveredCell(std::nullopt);
    const QRectF plot = profileRect(rect(), style, devicePixelRatioF());
    if (plot.contains(event->position())) {
        m_selection->setHoveredCell(std::nullopt);
        m_ring = std::size_t((event->position().x() - plot.left()) / plot.width() * double(m_profile.size()));
        return;
    }
    const auto offset =
        FieldPainter(m_picture).at(fieldRect(rect(), style, devicePixelRatioF()), event->position());
    if (!offset || !m_explanation->gradient->isInside(offset->di, offset->dj))
        return m_selection->setHoveredCell(std::nullopt);
    // A position has no amino acids: keep those that were looked at last.
    WindowCell cell = m_selection->hoveredCell().value_or(WindowCell{});
    cell.di = offset->di;
    cell.dj = offset->dj;
    m_selection->setHoveredCell(cell);
}

void ReceptiveFieldView::keyPressEvent(QKeyEvent *event)
{
    m_ring.reset();
    if (side() == 0 || !walkCell(*event, *m_explanation->gradient, ResidueOrder::Ccmpred, *m_selection))
        QWidget::keyPressEvent(event);
}

void ReceptiveFieldView::leaveEvent(QEvent *)
{
    m_ring.reset();
    update();
    m_selection->setHoveredCell(std::nullopt);
}

} // namespace WhiteBox
