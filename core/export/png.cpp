// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/png.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QtEndian>

#include <zlib.h>

namespace WhiteBox {
namespace {

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// Length, type, data and the checksum of type and data.
QByteArray chunk(const char *type, const QByteArray &data)
{
    const QByteArray body = QByteArray(type, 4) + data;
    const auto checksum = crc32(0, reinterpret_cast<const Bytef *>(body.constData()), uInt(body.size()));
    return bigEndian(quint32(data.size())) + body + bigEndian(quint32(checksum));
}

/// Every row behind its filter type, 0: none.
QByteArray rowsOf(const RasterImage &image)
{
    QByteArray rows;
    rows.reserve(qsizetype(image.height()) * (3 * qsizetype(image.width()) + 1));
    for (int y = 0; y < image.height(); ++y) {
        rows.append('\0');
        for (int x = 0; x < image.width(); ++x) {
            const Rgb pixel = image.at(x, y);
            rows.append(char(pixel.red)).append(char(pixel.green)).append(char(pixel.blue));
        }
    }
    return rows;
}

QByteArray deflated(const QByteArray &bytes)
{
    uLongf size = compressBound(uLong(bytes.size()));
    QByteArray packed(qsizetype(size), Qt::Uninitialized);
    const int status = compress2(reinterpret_cast<Bytef *>(packed.data()), &size,
                                 reinterpret_cast<const Bytef *>(bytes.constData()), uLong(bytes.size()), 9);
    Q_ASSERT(status == Z_OK); // the buffer is as large as zlib asked for
    packed.resize(status == Z_OK ? qsizetype(size) : 0);
    return packed;
}

} // namespace

RasterImage::RasterImage(int width, int height, Rgb background)
    : m_width(width)
    , m_height(height)
    , m_pixels(std::size_t(width) * std::size_t(height), background)
{}

void RasterImage::set(int x, int y, Rgb colour)
{
    if (x >= 0 && y >= 0 && x < m_width && y < m_height)
        m_pixels[std::size_t(y) * std::size_t(m_width) + std::size_t(x)] = colour;
}

void RasterImage::fill(int x, int y, int width, int height, Rgb colour)
{
    for (int row = y; row < y + height; ++row)
        for (int column = x; column < x + width; ++column)
            set(column, row, colour);
}

QByteArray encodePng(const RasterImage &image)
{
    // 8 bits a sample, colour type 2 (RGB), deflate, adaptive filtering, not interlaced.
    const QByteArray header = bigEndian(quint32(image.width())) + bigEndian(quint32(image.height())) +
                              QByteArray("\x08\x02\x00\x00\x00", 5);
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", header) +
           chunk("IDAT", deflated(rowsOf(image))) + chunk("IEND", {});
}

Result<void> savePng(const QString &path, const RasterImage &image)
{
    QSaveFile file(path);
    const QByteArray bytes = encodePng(image);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error::io(path, QCoreApplication::translate("WhiteBox::Png", "The picture cannot be written"),
                         file.errorString(),
                         QCoreApplication::translate(
                             "WhiteBox::Png", "Check the free space and the permissions of the folder."));
    return {};
}

} // namespace WhiteBox
