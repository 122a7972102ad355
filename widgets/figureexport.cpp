// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figureexport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace WhiteBox {

namespace {

constexpr double kPointsPerInch = 96; ///< of FigurePanel::figureSize()
constexpr double kMargin = 12;

QString tr(const char *text)
{
    return QCoreApplication::translate("FigureExport", text);
}

/// The caption's lines wrapped to the figure's width.
QString captionText(const QStringList &caption)
{
    return caption.join(QLatin1Char('\n'));
}

double captionHeight(const QStringList &caption, double width, const FigureStyle &style)
{
    if (caption.isEmpty())
        return 0;
    const QFontMetricsF metrics(style.scaledFont(0.8));
    return metrics.boundingRect(QRectF(0, 0, width, 1e4), Qt::TextWordWrap, captionText(caption)).height() +
           10;
}

QSizeF wholeSize(const FigurePanel &panel, const QStringList &caption, const FigureStyle &style)
{
    const QSizeF size = panel.figureSize();
    return {size.width() + 2 * kMargin,
            std::ceil(size.height() + captionHeight(caption, size.width(), style)) + 2 * kMargin};
}

void paintAll(QPainter &painter, const FigurePanel &panel, const QStringList &caption,
              const FigureStyle &style)
{
    const QSizeF size = panel.figureSize();
    painter.fillRect(QRectF(QPointF(), wholeSize(panel, caption, style)), style.background);
    panel.paintFigure(painter, QRectF(QPointF(kMargin, kMargin), size), style);
    if (caption.isEmpty())
        return;
    painter.setFont(style.scaledFont(0.8));
    painter.setPen(style.muted);
    painter.drawText(QRectF(kMargin, kMargin + size.height() + 8, size.width(),
                            captionHeight(caption, size.width(), style)),
                     Qt::TextWordWrap, captionText(caption));
}

bool writePdf(QIODevice &device, const FigurePanel &panel, const QStringList &caption,
              const FigureStyle &style)
{
    QPdfWriter writer(&device);
    const QSizeF size = wholeSize(panel, caption, style);
    writer.setPageSize(
        QPageSize(size * (72 / kPointsPerInch), QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setResolution(1200);
    writer.setTitle(panel.figureTitle());
    writer.setCreator(QStringLiteral("White Box %1").arg(QCoreApplication::applicationVersion()));
    QPainter painter(&writer);
    if (!painter.isActive())
        return false;
    painter.scale(1200 / kPointsPerInch, 1200 / kPointsPerInch);
    // Fonts are made for 96 dots an inch; the painter's scale makes them what they are on the screen.
    paintAll(painter, panel, caption, style);
    return painter.end();
}

bool writeSvg(QIODevice &device, const FigurePanel &panel, const QStringList &caption,
              const FigureStyle &style)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    const QSizeF size = wholeSize(panel, caption, style);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setResolution(int(kPointsPerInch));
    generator.setTitle(panel.figureTitle());
    generator.setDescription(captionText(caption));
    QPainter painter(&generator);
    if (!painter.isActive())
        return false;
    paintAll(painter, panel, caption, style);
    return painter.end();
}

} // namespace

QImage figureImage(const FigurePanel &panel, const QStringList &caption, double pixelsPerPoint)
{
    const FigureStyle style = FigureStyle::print();
    const QSizeF size = wholeSize(panel, caption, style);
    QImage image((size * pixelsPerPoint).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.setDotsPerMeterX(int(kPointsPerInch * pixelsPerPoint / 0.0254));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.setText(QStringLiteral("Title"), panel.figureTitle());
    image.setText(QStringLiteral("Description"), captionText(caption));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(pixelsPerPoint, pixelsPerPoint);
    paintAll(painter, panel, caption, style);
    return image;
}

Result<void> exportFigure(const FigurePanel &panel, const QStringList &caption, const QString &path)
{
    const FigureStyle style = FigureStyle::print();
    const QString suffix = QFileInfo(path).suffix().toLower();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    bool drawn = false;
    if (suffix == QLatin1String("png")) {
        drawn = figureImage(panel, caption).save(&buffer, "PNG");
    } else if (suffix == QLatin1String("pdf")) {
        drawn = writePdf(buffer, panel, caption, style);
    } else if (suffix == QLatin1String("svg")) {
        drawn = writeSvg(buffer, panel, caption, style);
    } else {
        Error error;
        error.kind = ErrorKind::Unsupported;
        error.what = tr("The figure was not written");
        error.why = tr("\"%1\" ends in none of .png, .pdf and .svg").arg(path);
        error.remedy = tr("Choose a name with one of these endings.");
        return error;
    }
    if (!drawn || buffer.data().isEmpty())
        return Error::io(path, tr("The figure could not be drawn"),
                         tr("the picture is too large for the memory left"),
                         tr("Make the panel smaller, or close other programs."));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(buffer.data()) != buffer.size() || !file.commit())
        return Error::io(path, tr("The figure could not be written"), file.errorString(),
                         tr("Choose another folder, or make room."));
    return {};
}

QString figureFilter()
{
    return tr("PDF (*.pdf);;PNG image (*.png);;SVG drawing (*.svg)");
}

} // namespace WhiteBox
