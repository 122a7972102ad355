// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/colorscale.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace WhiteBox {

namespace {

// Equidistant points of the published tables; between them the maps are smooth enough for linear
// interpolation.
constexpr std::array<QRgb, 15> kBatlow = {0x011959, 0x0d335e, 0x124761, 0x1a5762, 0x2c665d,
                                          0x457051, 0x627940, 0x828231, 0xa58b2c, 0xc8913b,
                                          0xe79858, 0xf9a381, 0xfdb1aa, 0xfcbed1, 0xfaccfa};
constexpr std::array<QRgb, 11> kVik = {0x001261, 0x023a7b, 0x116496, 0x5496b7, 0xa7c9da, 0xece5e0,
                                       0xe1b8a0, 0xcd8961, 0xb75a26, 0x852206, 0x590008};
// Berlin's ten points and its centre between the middle two, so that zero is neither blue nor red.
constexpr std::array<QRgb, 11> kBerlin = {0x9eb0ff, 0x5aa3da, 0x2d7597, 0x194155, 0x11181d, 0x110d0b,
                                          0x270c01, 0x501802, 0x8a3f2a, 0xc37469, 0xffacac};

// Nothing looks like paper and much like ink: noise must not shout in a map of strengths. CIELAB hue 258°,
// lightness falls evenly.
constexpr std::array<QRgb, 8> kInk = {0xf2f5f9, 0xc1d8ef, 0x90bbe1, 0x639ecc,
                                      0x4081ae, 0x1e658f, 0x004a6f, 0x003051};
constexpr std::array<QRgb, 8> kInkOnDark = {0x13181d, 0x1b3143, 0x214c6a, 0x2e6991,
                                            0x4986b2, 0x6fa4cf, 0x9bc1e4, 0xc9dff6};

template <std::size_t N>
ColorTable interpolate(const std::array<QRgb, N> &points)
{
    ColorTable table{};
    for (int k = 0; k < kColors; ++k) {
        const double x = double(k) * double(N - 1) / (kColors - 1);
        const auto left = std::min(std::size_t(x), N - 2);
        const double t = x - double(left);
        const auto mix = [t](int from, int to) { return int(std::lround(from + t * (to - from))); };
        const QRgb p = points[left];
        const QRgb q = points[left + 1];
        table[std::size_t(k)] =
            qRgb(mix(qRed(p), qRed(q)), mix(qGreen(p), qGreen(q)), mix(qBlue(p), qBlue(q)));
    }
    return table;
}

/// share: not NaN.
QRgb pick(const ColorTable &table, double share)
{
    return table[std::size_t(std::clamp(share, 0.0, 1.0) * (kColors - 1) + 0.5)];
}

double linear(int component)
{
    const double c = component / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

} // namespace

const ColorTable &batlow()
{
    static const ColorTable table = interpolate(kBatlow);
    return table;
}

const ColorTable &vik()
{
    static const ColorTable table = interpolate(kVik);
    return table;
}

const ColorTable &berlin()
{
    static const ColorTable table = interpolate(kBerlin);
    return table;
}

const ColorTable &ink(bool dark)
{
    static const ColorTable light = interpolate(kInk);
    static const ColorTable onDark = interpolate(kInkOnDark);
    return dark ? onDark : light;
}

ColorScale::ColorScale(Kind kind, double low, double high, QString unit)
    : m_kind(kind)
    , m_low(low)
    , m_high(high)
    , m_unit(std::move(unit))
{}

ColorScale ColorScale::distance()
{
    return {Kind::Distance, 4, 20, QCoreApplication::translate("ColorScale", "Å")};
}

ColorScale ColorScale::symmetric(double limit, const QString &unit)
{
    return {Kind::Signed, -std::max(limit, 0.0), std::max(limit, 0.0), unit};
}

ColorScale ColorScale::magnitude(double limit, const QString &unit, double low)
{
    return {Kind::Magnitude, low, std::max(limit, low), unit};
}

const ColorTable &ColorScale::table(bool dark) const
{
    return m_kind == Kind::Distance    ? batlow()
           : m_kind == Kind::Magnitude ? ink(dark)
           : dark                      ? berlin()
                                       : vik();
}

QRgb ColorScale::colorAt(double share, bool dark) const
{
    return pick(table(dark), share);
}

QRgb ColorScale::color(float value, bool dark) const
{
    QRgb color = 0;
    fillColors({&value, 1}, dark, {&color, 1});
    return color;
}

void ColorScale::fillColors(std::span<const float> values, bool dark, std::span<QRgb> colors) const
{
    const ColorTable &known = table(dark);
    const bool endsFar = m_kind == Kind::Distance;
    const double slope = isFlat() ? 0 : 1 / (m_high - m_low);
    const double flat = m_kind == Kind::Signed ? 0.5 : 0;
    for (std::size_t k = 0; k < values.size(); ++k) {
        const double value = double(values[k]);
        if (std::isnan(value))
            colors[k] = kMissingColor;
        else if (endsFar && value >= m_high)
            colors[k] = kFarColor;
        else
            colors[k] = pick(known, slope == 0 ? flat : (value - m_low) * slope);
    }
}

bool ColorScale::clips(float value) const
{
    if (std::isnan(value) || isFlat())
        return false;
    return (m_kind != Kind::Magnitude && double(value) < m_low) ||
           (m_kind != Kind::Distance && double(value) > m_high);
}

double robustLimit(std::span<const float> values)
{
    // |value| as bits grows with |value|: a histogram of the upper bits finds where the percentile lies, and
    // only that bin's few values are sorted. It is asked for every pair that the mouse passes.
    constexpr int kDropped = 18;
    constexpr std::uint32_t kInfinity = 0x7F800000;
    std::array<std::uint32_t, (kInfinity >> kDropped) + 1> counts{};
    const auto sizeOf = [](float v) { return std::bit_cast<std::uint32_t>(v) & 0x7FFFFFFFU; };
    for (const float v : values)
        ++counts[std::min(sizeOf(v), kInfinity) >> kDropped];
    const std::size_t finite = values.size() - counts.back();
    if (finite == 0)
        return 0;
    const auto rank = std::min(finite - 1, std::size_t(0.995 * double(finite)));
    std::uint32_t bin = 0;
    std::size_t before = 0;
    while (before + counts[bin] <= rank)
        before += counts[bin++];
    std::vector<float> sizes;
    sizes.reserve(counts[bin]);
    for (const float v : values)
        if (sizeOf(v) >> kDropped == bin)
            sizes.push_back(std::abs(v));
    const auto percentile = sizes.begin() + std::ptrdiff_t(rank - before);
    std::nth_element(sizes.begin(), percentile, sizes.end());
    if (*percentile > 0)
        return double(*percentile);
    float largest = 0;
    for (const float v : values)
        if (std::isfinite(v))
            largest = std::max(largest, std::abs(v));
    return double(largest);
}

double clippedShare(std::span<const float> values, double limit)
{
    // A limit taken from these very float values must not clip itself.
    const float beyond = float(limit);
    std::size_t finite = 0;
    std::size_t clipped = 0;
    for (const float v : values) {
        const bool isFinite = std::abs(v) <= std::numeric_limits<float>::max();
        finite += isFinite;
        clipped += isFinite && std::abs(v) > beyond;
    }
    return finite ? double(clipped) / double(finite) : 0;
}

QColor readableOn(QRgb background)
{
    const double luminance = 0.2126 * linear(qRed(background)) + 0.7152 * linear(qGreen(background)) +
                             0.0722 * linear(qBlue(background));
    return luminance > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace WhiteBox
