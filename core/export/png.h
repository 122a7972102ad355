// SPDX-License-Identifier: GPL-3.0-or-later
// Portable Network Graphics (ISO/IEC 15948), written only: 8-bit RGB, one IDAT chunk, through zlib. For
// programs that do without Qt Gui.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace WhiteBox {

struct Rgb
{
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    bool operator==(const Rgb &) const = default;
};

/// Pixels row by row from the top left.
class RasterImage
{
public:
    RasterImage(int width, int height, Rgb background);

    int width() const { return m_width; }
    int height() const { return m_height; }
    Rgb at(int x, int y) const { return m_pixels[std::size_t(y) * std::size_t(m_width) + std::size_t(x)]; }
    /// What lies outside is ignored.
    void set(int x, int y, Rgb colour);
    void fill(int x, int y, int width, int height, Rgb colour);
    const std::vector<Rgb> &pixels() const { return m_pixels; }

private:
    int m_width;
    int m_height;
    std::vector<Rgb> m_pixels;
};

QByteArray encodePng(const RasterImage &image);
/// Written atomically. Fails: Io.
Result<void> savePng(const QString &path, const RasterImage &image);

} // namespace WhiteBox
