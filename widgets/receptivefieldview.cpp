// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/receptivefieldview.h"

#include "widgets/cellwalk.h"

#include <QFontMetricsF>
#include <QKeyEvent>
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
    if (m_explanation) {
        m_picture.side = m_explanation->gradient->side;
        m_picture.values = m_explanation->receptiveField;
        m_picture.bar.scale = ColorScale::magnitude(largest(m_picture.values), {});
    }
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
    const double title = QFontMetricsF(style.font).height() + 4;
    const double profile = rect.height() > 300 ? rect.height() * 0.3 : 0;
    return FieldPainter(m_picture).square(rect.adjusted(0, title, 0, -profile), style, ratio);
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
        FieldPainter(m_picture).paint(painter, field, style);
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
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const auto cell = m_selection->hoveredCell();
    const QString value = cell ? readout(*cell) : QString();
    if (value.isEmpty())
        return;
    FieldPainter(m_picture).paintCursor(painter, fieldRect(rect(), style, devicePixelRatioF()),
                                        {cell->di, cell->dj}, style);
    paintReadout(painter, QRectF(4, 2, width() - 8, QFontMetricsF(style.font).height()), value, style);
}

void ReceptiveFieldView::mouseMoveEvent(QMouseEvent *event)
{
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    const auto offset =
        side() == 0
            ? std::nullopt
            : FieldPainter(m_picture).at(fieldRect(rect(), style, devicePixelRatioF()), event->position());
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
    if (side() == 0 || !walkCell(*event, *m_explanation->gradient, ResidueOrder::Ccmpred, *m_selection))
        QWidget::keyPressEvent(event);
}

void ReceptiveFieldView::leaveEvent(QEvent *)
{
    m_selection->setHoveredCell(std::nullopt);
}

} // namespace WhiteBox
