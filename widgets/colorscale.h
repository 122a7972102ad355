// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRgb>
#include <QString>

#include <array>
#include <span>

namespace WhiteBox {

inline constexpr int kColors = 256;
using ColorTable = std::array<QRgb, kColors>;

/// Perceptually uniform maps of F. Crameri (Scientific colour maps 8, Zenodo 1243862, MIT licence).
const ColorTable &batlow(); ///< sequential, dark to light
const ColorTable &vik();    ///< diverging, light in the middle: for light backgrounds
const ColorTable &berlin(); ///< diverging, dark in the middle: for dark backgrounds
/// Strengths: nothing is as the background, much stands out. Our own, of evenly spaced lightness.
const ColorTable &ink(bool dark);

inline constexpr QRgb kMissingColor = 0xFF9A9A9A; ///< of the hatch that stands for a value that is not known
inline constexpr QRgb kFarColor = 0xFFF7F3F8;     ///< of distances at and beyond the end of their scale

/// What a number becomes on the screen. A value type: kind, range and unit, nothing of the data.
class ColorScale
{
public:
    enum class Kind {
        Distance,  ///< dark = close, from low to high, an end colour at and above high
        Signed,    ///< diverging, always from −high to +high
        Magnitude, ///< from low (as the background, mostly zero) to high (stands out)
    };

    ColorScale() = default;
    /// 4–20 Å, "≥ 20 Å" in a colour of its own.
    static ColorScale distance();
    /// −limit..+limit; a limit that is not above zero means that every value is zero.
    static ColorScale symmetric(double limit, const QString &unit);
    /// From low, the background, to limit; what lies below low is as light as low.
    static ColorScale magnitude(double limit, const QString &unit, double low = 0);

    Kind kind() const { return m_kind; }
    double low() const { return m_low; }
    double high() const { return m_high; }
    QString unit() const { return m_unit; }
    /// Every value is the same zero: nothing may be stretched.
    bool isFlat() const { return m_high <= m_low; }

    /// Colour of a value; NaN has kMissingColor. dark: whether the background is dark.
    QRgb color(float value, bool dark = false) const;
    /// Colours of many values, as color() has them.
    void fillColors(std::span<const float> values, bool dark, std::span<QRgb> colors) const;
    /// Colour at a share 0..1 of the range, for a colour bar.
    QRgb colorAt(double share, bool dark = false) const;
    /// Whether the value lies outside the range of the scale (distances beyond their end and what a
    /// magnitude has below its background do not count).
    bool clips(float value) const;
    bool operator==(const ColorScale &) const = default;

private:
    const ColorTable &table(bool dark) const;

    ColorScale(Kind kind, double low, double high, QString unit);

    Kind m_kind = Kind::Distance;
    double m_low = 4;
    double m_high = 20;
    QString m_unit;
};

/// The limit of a signed scale: the 99.5th percentile of |value| over what is finite, or the largest |value|
/// where the percentile is zero. 0 where every value is zero. O(n).
double robustLimit(std::span<const float> values);
/// Share 0..1 of finite values with |value| > limit.
double clippedShare(std::span<const float> values, double limit);

/// Black or white, whichever reads better on the background.
QColor readableOn(QRgb background);

} // namespace WhiteBox
