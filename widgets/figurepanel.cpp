// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figurepanel.h"

#include "widgets/colorscale.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <cmath>

namespace WhiteBox {

namespace {

QColor mixed(const QColor &p, const QColor &q, double share)
{
    return QColor::fromRgbF(float(p.redF() * (1 - share) + q.redF() * share),
                            float(p.greenF() * (1 - share) + q.greenF() * share),
                            float(p.blueF() * (1 - share) + q.blueF() * share));
}

} // namespace

FigureStyle FigureStyle::ofPalette(const QPalette &palette, const QFont &font)
{
    FigureStyle style;
    style.background = palette.color(QPalette::Base);
    style.text = palette.color(QPalette::Text);
    style.dark = style.background.lightnessF() < 0.5F;
    style.muted = mixed(style.text, style.background, 0.3);
    style.accent = style.dark ? QColor(0xFF, 0xB0, 0x00) : QColor(0xD5, 0x00, 0x5E);
    style.hover = style.dark ? QColor(0x7F, 0xDB, 0xFF) : QColor(0x00, 0x72, 0xB2);
    style.font = font;
    return style;
}

FigureStyle FigureStyle::print()
{
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(12);
    return ofPalette(palette, font);
}

QFont FigureStyle::scaledFont(double share, bool bold) const
{
    QFont scaled = font;
    if (font.pixelSize() > 0)
        scaled.setPixelSize(std::max(1, int(std::lround(font.pixelSize() * share))));
    else
        scaled.setPointSizeF(std::max(1.0, font.pointSizeF() * share));
    scaled.setBold(bold);
    return scaled;
}

double deviceScale(const QPainter &painter)
{
    const QTransform t = painter.deviceTransform();
    return std::hypot(t.m11(), t.m12());
}

bool isVectorDevice(const QPainter &painter)
{
    const auto type = painter.paintEngine()->type();
    return type == QPaintEngine::Pdf || type == QPaintEngine::SVG || type == QPaintEngine::Picture;
}

void fillHatched(QPainter &painter, const QRectF &rect, bool lighter, const FigureStyle &style)
{
    painter.save();
    const QColor grey = QColor::fromRgb(kMissingColor);
    painter.fillRect(rect, mixed(grey, style.background, lighter ? 0.85 : 0.6));
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(mixed(grey, style.background, lighter ? 0.55 : 0.0), lighter ? 0.5 : 1.0));
    painter.setRenderHint(QPainter::Antialiasing);
    const double step = lighter ? 4 : 5;
    const double reach = rect.width() + rect.height();
    for (double x = step / 2; x < reach; x += step)
        painter.drawLine(QPointF(rect.left() + x, rect.top()),
                         QPointF(rect.left() + x - rect.height(), rect.bottom()));
    painter.restore();
}

void drawCells(QPainter &painter, const QRectF &target, const QImage &cells, const QRectF &source)
{
    painter.save();
    const double cell = target.width() / std::max(1e-9, source.width()) * deviceScale(painter);
    if (isVectorDevice(painter)) {
        // Viewers smooth small images: give each cell several pixels of its own, losslessly.
        const int factor = std::clamp(2400 / std::max(cells.width(), cells.height()), 1, 8);
        const QImage large =
            cells.scaled(cells.size() * factor, Qt::IgnoreAspectRatio, Qt::FastTransformation);
        painter.setRenderHint(QPainter::LosslessImageRendering);
        painter.drawImage(target, large, QRectF(source.topLeft() * factor, source.size() * factor));
    } else {
        const bool whole = std::abs(cell - std::round(cell)) < 1e-6;
        painter.setRenderHint(QPainter::SmoothPixmapTransform, cell < 3 && !whole);
        painter.drawImage(target, cells, source);
    }
    painter.restore();
}

QImage sharedOut(const QImage &cells, const QSize &size)
{
    // Qt means over areas only where it makes images smaller.
    const auto times = [](int pixels, int count) { return (pixels + count - 1) / count; };
    const QImage large = cells.scaled(cells.width() * times(size.width(), cells.width()),
                                      cells.height() * times(size.height(), cells.height()),
                                      Qt::IgnoreAspectRatio, Qt::FastTransformation);
    return large.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

void paintReadout(QPainter &painter, const QRectF &rect, const QString &text, const FigureStyle &style)
{
    painter.fillRect(rect, style.background);
    painter.setFont(style.scaledFont(0.9));
    painter.setPen(style.text);
    const QString shown = QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, shown);
}

double niceStep(double range, int maxTicks)
{
    if (!(range > 0) || maxTicks < 1)
        return 1;
    const double rough = range / maxTicks;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

} // namespace WhiteBox
