// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figureexport.h"

#include "widgets/figurerecipe.h"

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

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FigureExport)
};

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

bool writePdf(QIODevice &device, const FigurePanel &panel, const FigureNotes &notes, const FigureStyle &style)
{
    QPdfWriter writer(&device);
    const QSizeF size = wholeSize(panel, notes.caption, style);
    writer.setPageSize(
        QPageSize(size * (72 / kPointsPerInch), QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setResolution(1200);
    writer.setTitle(panel.figureTitle());
    writer.setCreator(QStringLiteral("White Box %1").arg(QCoreApplication::applicationVersion()));
    if (!notes.recipe.isEmpty())
        writer.setDocumentXmpMetadata(figureXmp(panel.figureTitle(), notes.recipe));
    QPainter painter(&writer);
    if (!painter.isActive())
        return false;
    painter.scale(1200 / kPointsPerInch, 1200 / kPointsPerInch);
    // Fonts are made for 96 dots an inch; the painter's scale makes them what they are on the screen.
    paintAll(painter, panel, notes.caption, style);
    return painter.end();
}

/// Qt's generator writes no metadata: they go before its drawing.
void addRecipe(QByteArray &svg, const QByteArray &recipe)
{
    const auto at = svg.indexOf("<defs>");
    if (recipe.isEmpty() || at < 0)
        return;
    svg.insert(at, QStringLiteral("<metadata id=\"%1\">%2</metadata>\n")
                       .arg(QLatin1String(kRecipeKey), QString::fromUtf8(recipe).toHtmlEscaped())
                       .toUtf8());
}

bool writeSvg(QBuffer &device, const FigurePanel &panel, const FigureNotes &notes, const FigureStyle &style)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    const QSizeF size = wholeSize(panel, notes.caption, style);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setResolution(int(kPointsPerInch));
    generator.setTitle(panel.figureTitle().toHtmlEscaped()); // Qt writes it as it is
    generator.setDescription(captionText(notes.caption).toHtmlEscaped());
    QPainter painter(&generator);
    if (!painter.isActive())
        return false;
    paintAll(painter, panel, notes.caption, style);
    if (!painter.end())
        return false;
    addRecipe(device.buffer(), notes.recipe);
    // Qt's word for cells without smoothing is one that browsers do not heed.
    device.buffer().replace("image-rendering=\"optimizeSpeed\"",
                            "image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\"");
    return true;
}

bool writePng(QIODevice &device, const FigurePanel &panel, const FigureNotes &notes)
{
    return figureImage(panel, notes).save(&device, "PNG");
}

} // namespace

QImage figureImage(const FigurePanel &panel, const FigureNotes &notes, double pixelsPerPoint)
{
    const FigureStyle style = FigureStyle::print();
    const QSizeF size = wholeSize(panel, notes.caption, style);
    QImage image((size * pixelsPerPoint).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.setDotsPerMeterX(int(kPointsPerInch * pixelsPerPoint / 0.0254));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.setText(QStringLiteral("Title"), panel.figureTitle());
    image.setText(QStringLiteral("Description"), captionText(notes.caption));
    if (!notes.recipe.isEmpty())
        image.setText(QLatin1String(kRecipeKey), QString::fromUtf8(notes.recipe));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(pixelsPerPoint, pixelsPerPoint);
    paintAll(painter, panel, notes.caption, style);
    return image;
}

QByteArray figureXmp(const QString &title, const QByteArray &recipe)
{
    return QStringLiteral("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                          "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                          "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                          "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                          "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:whitebox=\"urn:whitebox:figure\">"
                          "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>"
                          "<xmp:CreatorTool>White Box %2</xmp:CreatorTool>"
                          "<%3>%4</%3></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n")
        .arg(title.toHtmlEscaped(), QCoreApplication::applicationVersion(), QLatin1String(kRecipeElement),
             QString::fromUtf8(recipe).toHtmlEscaped())
        .toUtf8();
}

Result<FigureFormat> figureFormatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("png"))
        return FigureFormat::Png;
    if (suffix == QLatin1String("svg"))
        return FigureFormat::Svg;
    if (suffix == QLatin1String("pdf"))
        return FigureFormat::Pdf;
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.what = Text::tr("The figure was not written");
    error.why = Text::tr("\"%1\" ends in none of .png, .pdf and .svg").arg(path);
    error.remedy = Text::tr("Choose a name with one of these endings.");
    return error;
}

Result<QByteArray> figureBytes(const FigurePanel &panel, const FigureNotes &notes, FigureFormat format)
{
    const FigureStyle style = FigureStyle::print();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const bool drawn = format == FigureFormat::Png   ? writePng(buffer, panel, notes)
                       : format == FigureFormat::Svg ? writeSvg(buffer, panel, notes, style)
                                                     : writePdf(buffer, panel, notes, style);
    if (!drawn || buffer.data().isEmpty())
        return Error::io({}, Text::tr("The figure could not be drawn"),
                         Text::tr("the picture is too large for the memory left"),
                         Text::tr("Make the panel smaller, or close other programs."));
    return buffer.data();
}

Result<void> exportFigure(const FigurePanel &panel, const FigureNotes &notes, const QString &path)
{
    const auto format = figureFormatOf(path);
    if (!format.isOk())
        return format.error();
    auto bytes = figureBytes(panel, notes, format.value());
    if (!bytes.isOk()) {
        Error error = std::move(bytes).error();
        error.file = path;
        return error;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.value()) != bytes.value().size() ||
        !file.commit())
        return Error::io(path, Text::tr("The figure could not be written"), file.errorString(),
                         Text::tr("Choose another folder, or make room."));
    return {};
}

QStringList figureFilters()
{
    return {Text::tr("PDF (*.pdf)"), Text::tr("PNG image (*.png)"), Text::tr("SVG drawing (*.svg)")};
}

} // namespace WhiteBox
