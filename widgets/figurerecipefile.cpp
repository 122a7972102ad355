// SPDX-License-Identifier: GPL-3.0-or-later
// A figure's recipe, found again in the file that it went into. The file may come from anywhere.
#include "widgets/figurerecipe.h"

#include <QCoreApplication>
#include <QFile>
#include <QImageReader>
#include <QXmlStreamReader>
#include <QtEndian>

namespace WhiteBox {

namespace {

constexpr qint64 kMostBytes = 256LL << 20; ///< of a figure

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FigureRecipe)
};

Error without(const QString &path, const QString &why)
{
    Error error;
    error.kind = ErrorKind::Parse;
    error.what = Text::tr("The figure cannot be made again");
    error.why = why;
    error.remedy = Text::tr("Take a PNG, SVG or PDF that White Box wrote and no other program saved since.");
    error.file = path;
    return error;
}

/// libpng takes the memory that a chunk claims to need: before the pixels none may claim more than a recipe,
/// or than the file has.
bool chunksAreBelievable(QIODevice &file)
{
    constexpr int kMostChunks = 1000;
    qint64 at = 8; // after the signature
    for (int n = 0; n < kMostChunks; ++n) {
        const QByteArray head = file.seek(at) ? file.read(8) : QByteArray();
        if (head.size() < 8)
            return false;
        if (head.endsWith("IDAT"))
            return file.seek(0);
        const qint64 length = qFromBigEndian<quint32>(head.constData());
        at += 12 + length;
        if (length > kMostRecipeBytes || at > file.size())
            return false;
    }
    return false;
}

QByteArray recipeOfPng(QIODevice &file)
{
    if (!chunksAreBelievable(file))
        return {};
    QImageReader reader(&file, "png"); // reads the texts before the pixels, none of which are decoded
    return reader.text(QLatin1String(kRecipeKey)).left(kMostRecipeBytes + 1).toUtf8();
}

QByteArray recipeOfSvg(QIODevice &file)
{
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("metadata") &&
            xml.attributes().value(QLatin1String("id")) == QLatin1String(kRecipeKey))
            return xml.readElementText().left(kMostRecipeBytes + 1).toUtf8();
    }
    return {};
}

/// An XMP packet stands in the file as it is, so that it is found without knowing PDF.
QByteArray recipeOfPdf(QIODevice &file)
{
    const QByteArray all = file.readAll();
    const QByteArray element(kRecipeElement);
    const auto from = all.indexOf('<' + element + '>');
    const auto to = from < 0 ? -1 : all.indexOf("</" + element + '>', from);
    if (to < 0 || to - from > 8LL * kMostRecipeBytes)
        return {};
    QXmlStreamReader xml("<r>" + all.mid(from + element.size() + 2, to - from - element.size() - 2) + "</r>");
    xml.readNextStartElement();
    return xml.readElementText().toUtf8();
}

} // namespace

Result<FigureRecipe> recipeOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(path, Text::tr("The figure cannot be read"), file.errorString(),
                         Text::tr("Name a file."));
    if (file.size() > kMostBytes)
        return without(path, Text::tr("it has more than %1 MiB").arg(kMostBytes >> 20));
    const QByteArray head = file.peek(256);
    QByteArray json;
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        json = recipeOfPng(file);
    else if (head.startsWith("%PDF-"))
        json = recipeOfPdf(file);
    else if (head.contains("<svg") || head.startsWith("<?xml"))
        json = recipeOfSvg(file);
    else
        return without(path, Text::tr("it is no PNG, SVG or PDF"));
    if (json.isEmpty())
        return without(path, Text::tr("no recipe is inside of it"));
    auto recipe = FigureRecipe::fromJson(json);
    if (!recipe.isOk()) {
        Error error = std::move(recipe).error();
        error.file = path;
        return error;
    }
    return recipe;
}

} // namespace WhiteBox
