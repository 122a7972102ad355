// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/colorbar.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace WhiteBox {

namespace {

constexpr double kBarWidth = 12;
constexpr double kEnd = 9; ///< height of the triangles and of the end colour

void paintTurned(QPainter &painter, const QPointF &centre, double length, const QString &text)
{
    painter.save();
    painter.translate(centre);
    painter.rotate(-90);
    const double height = QFontMetricsF(painter.font()).height();
    painter.drawText(QRectF(-length / 2, -height / 2, length, height), Qt::AlignCenter, text);
    painter.restore();
}

} // namespace

QString shortNumber(double value)
{
    QString text = QString::number(value, 'g', 3);
    if (text.contains(QLatin1Char('e'))) {
        text.replace(QLatin1String("e-0"), QLatin1String("e-"));
        text.replace(QLatin1String("e+0"), QLatin1String("e"));
    }
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

double ColorBar::width(const FigureStyle &style) const
{
    const QFontMetricsF metrics(style.scaledFont(0.85));
    double widest = 0;
    for (const double v : {scale.low(), scale.low() / 2, scale.high()})
        widest = std::max(widest, metrics.horizontalAdvance(shortNumber(v)));
    if (scale.kind() == ColorScale::Kind::Distance)
        widest = std::max(widest, metrics.horizontalAdvance(QStringLiteral("≥ 20 Å")));
    const bool labelled = !highLabel.isEmpty() || !lowLabel.isEmpty();
    return kBarWidth + 8 + widest + (labelled ? metrics.height() + 2 : 0) + 4;
}

void ColorBar::paintEnds(QPainter &painter, const QRectF &bar, const FigureStyle &style) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (scale.kind() == ColorScale::Kind::Distance) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        const QRectF end(bar.left(), bar.top() - kEnd - 2, bar.width(), kEnd);
        painter.setBrush(QColor::fromRgb(kFarColor));
        painter.setPen(QPen(style.muted, 0.75));
        painter.drawRect(end);
    } else if (clippedShare > 0) {
        painter.setBrush(QColor::fromRgb(scale.colorAt(1, style.dark)));
        painter.drawPolygon(QPolygonF({{bar.left(), bar.top() - 1.5},
                                       {bar.right(), bar.top() - 1.5},
                                       {bar.center().x(), bar.top() - kEnd}}));
        if (scale.kind() == ColorScale::Kind::Signed) {
            painter.setBrush(QColor::fromRgb(scale.colorAt(0, style.dark)));
            painter.drawPolygon(QPolygonF({{bar.left(), bar.bottom() + 1.5},
                                           {bar.right(), bar.bottom() + 1.5},
                                           {bar.center().x(), bar.bottom() + kEnd}}));
        }
    }
    painter.restore();
}

void ColorBar::paintTicks(QPainter &painter, const QRectF &bar, const FigureStyle &style) const
{
    const QFontMetricsF metrics(painter.font());
    const auto tick = [&](double share, const QString &text) {
        const double y = bar.bottom() - share * bar.height();
        painter.setPen(QPen(style.muted, 0.75));
        painter.drawLine(QPointF(bar.right() + 1, y), QPointF(bar.right() + 4, y));
        painter.setPen(style.text);
        painter.drawText(QRectF(bar.right() + 6, y - metrics.height() / 2, 200, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    if (scale.isFlat()) {
        tick(0.5, QStringLiteral("0"));
        return;
    }
    const double range = scale.high() - scale.low();
    if (scale.kind() == ColorScale::Kind::Signed) {
        tick(0, shortNumber(scale.low()));
        tick(0.5, QStringLiteral("0"));
        tick(1, shortNumber(scale.high()));
        if (bar.height() > 12 * metrics.height()) {
            tick(0.25, shortNumber(scale.low() / 2));
            tick(0.75, shortNumber(scale.high() / 2));
        }
        return;
    }
    const double step = niceStep(range, std::clamp(int(bar.height() / (1.8 * metrics.height())), 1, 9));
    for (double v = std::ceil(scale.low() / step - 1e-9) * step; v <= scale.high() - step * 0.3; v += step)
        tick((v - scale.low()) / range, shortNumber(std::abs(v) < step * 1e-9 ? 0 : v));
    if (scale.kind() == ColorScale::Kind::Distance) {
        painter.drawText(QRectF(bar.right() + 6, bar.top() - kEnd - 2, 200, kEnd),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, // Å is taller
                         QStringLiteral("≥ %1 %2").arg(shortNumber(scale.high()), scale.unit()));
    } else {
        tick(1, shortNumber(scale.high()));
    }
}

void ColorBar::paint(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.save();
    painter.setFont(style.scaledFont(0.85));
    const QFontMetricsF metrics(painter.font());
    const double margin = std::max(kEnd + 4, metrics.height() / 2 + 1);
    const QRectF bar(rect.left(), rect.top() + margin, kBarWidth, std::max(20.0, rect.height() - 2 * margin));
    QImage ramp(1, kColors, QImage::Format_RGB32);
    for (int k = 0; k < kColors; ++k)
        ramp.setPixel(0, kColors - 1 - k,
                      scale.isFlat() ? scale.color(0, style.dark)
                                     : scale.colorAt(double(k) / (kColors - 1), style.dark));
    painter.drawImage(bar, ramp);
    painter.setPen(QPen(style.muted, 0.75));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
    paintEnds(painter, bar, style);
    paintTicks(painter, bar, style);

    painter.setPen(style.muted);
    const double x = rect.right() - metrics.height() / 2 - 1;
    if (!highLabel.isEmpty() || !lowLabel.isEmpty()) {
        const QString high = highLabel + QStringLiteral(" →");
        const QString low = QStringLiteral("← ") + lowLabel;
        const double half = rect.height() / 2 - 6;
        // Words that do not fit are left out: cut off they say nothing.
        if (std::max(metrics.horizontalAdvance(high), metrics.horizontalAdvance(low)) <= half) {
            paintTurned(painter, {x, rect.top() + rect.height() * 0.25}, half, high);
            paintTurned(painter, {x, rect.top() + rect.height() * 0.75}, half, low);
        }
    }
    painter.restore();
}

} // namespace WhiteBox
