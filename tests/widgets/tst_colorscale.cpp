// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/warnings.h"
#include "widgets/colorbar.h"
#include "widgets/colorscale.h"
#include "widgets/figurepanel.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace WhiteBox;

namespace {

/// L* of CIE 1976, from sRGB with the D65 white point.
double lightness(QRgb color)
{
    const auto linear = [](int component) {
        const double c = component / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const double y =
        0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color));
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

} // namespace

class TestColorScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(Test::anyWarning()); }
    void distancesRiseInLightnessWithoutSteps();
    void strengthsLeaveTheBackgroundEvenly();
    void closeIsDarkAndFarHasAColourOfItsOwn();
    void signedMapsAreSymmetricAboutZero();
    void unknownIsGrey();
    void limitIsTheRobustPercentile();
    void limitIsThatOfAWholeSort();
    void infinityHasTheEndsColour();
    void clippedShareCountsWhatLiesBeyondTheLimit();
    void flatScaleIsNeverStretched();
    void numbersAreShortAndHaveARealMinus();
    void stepsAreNice();
    void theUnitOfTheEndIsDrawnWhole();
};

void TestColorScale::distancesRiseInLightnessWithoutSteps()
{
    double largest = 0;
    for (int k = 1; k < kColors; ++k) {
        const double rise = lightness(batlow()[std::size_t(k)]) - lightness(batlow()[std::size_t(k - 1)]);
        QVERIFY2(rise > -0.4, qPrintable(QString::number(k)));
        largest = std::max(largest, rise);
    }
    // A uniform map spreads L* 10 to 87 over 255 steps, 0.3 each; no step may be a visible edge.
    QVERIFY(largest < 1.0);
}

void TestColorScale::strengthsLeaveTheBackgroundEvenly()
{
    for (const bool dark : {false, true}) {
        const ColorScale scale = ColorScale::magnitude(1, {});
        const double whole = lightness(scale.colorAt(1, dark)) - lightness(scale.colorAt(0, dark));
        QVERIFY(dark ? whole > 60 : whole < -60);
        // Over 15 steps, so that the rounding to 8 bits a colour does not count.
        for (int k = 15; k < kColors; k += 15) {
            const double step =
                lightness(ink(dark)[std::size_t(k)]) - lightness(ink(dark)[std::size_t(k - 15)]);
            const double even = whole * 15 / (kColors - 1);
            QVERIFY2(step / even > 0.8 && step / even < 1.2, qPrintable(QString::number(k)));
        }
    }
}

void TestColorScale::closeIsDarkAndFarHasAColourOfItsOwn()
{
    const ColorScale scale = ColorScale::distance();
    QCOMPARE(scale.low(), 4.0);
    QCOMPARE(scale.high(), 20.0);
    QVERIFY(lightness(scale.color(5)) < lightness(scale.color(12)));
    QVERIFY(lightness(scale.color(12)) < lightness(scale.color(19)));
    QCOMPARE(scale.color(20), kFarColor);
    QCOMPARE(scale.color(99), kFarColor);
    QVERIFY(scale.color(19.99F) != kFarColor);
}

void TestColorScale::signedMapsAreSymmetricAboutZero()
{
    const ColorScale scale = ColorScale::symmetric(2, QStringLiteral("Å"));
    QCOMPARE(scale.low(), -2.0);
    QCOMPARE(scale.high(), 2.0);
    for (const bool dark : {false, true}) {
        // Blue below zero, red above, equally light at equal size.
        QVERIFY(qBlue(scale.color(-1.5F, dark)) > qRed(scale.color(-1.5F, dark)));
        QVERIFY(qRed(scale.color(1.5F, dark)) > qBlue(scale.color(1.5F, dark)));
        QVERIFY(std::abs(lightness(scale.color(-1, dark)) - lightness(scale.color(1, dark))) < 12);
    }
    QVERIFY(lightness(scale.color(0, false)) > 85);
    QVERIFY(lightness(scale.color(0, true)) < 15);
}

void TestColorScale::unknownIsGrey()
{
    const float unknown = std::numeric_limits<float>::quiet_NaN();
    QCOMPARE(ColorScale::distance().color(unknown), QRgb(0xFF9A9A9A));
    QCOMPARE(ColorScale::symmetric(1, {}).color(unknown, true), QRgb(0xFF9A9A9A));
}

void TestColorScale::limitIsTheRobustPercentile()
{
    // 1..1000 with changing signs: the value of rank 995 (from 0) is 996.
    std::vector<float> values;
    for (int k = 1; k <= 1000; ++k)
        values.push_back(float(k % 2 ? k : -k));
    QCOMPARE(robustLimit(values), 996.0);
    // A single value among zeros must not vanish with the percentile.
    std::vector<float> sparse(1000, 0.0F);
    sparse[3] = -0.25F;
    QCOMPARE(robustLimit(sparse), 0.25);
    QCOMPARE(robustLimit(std::vector<float>(10, 0.0F)), 0.0);
    QCOMPARE(robustLimit({}), 0.0);
}

void TestColorScale::limitIsThatOfAWholeSort()
{
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    for (const int count : {1, 2, 199, 200, 201, 5000})
        for (const float exponent : {0.0F, 5.0F, 40.0F}) {
            std::vector<float> values;
            std::vector<float> sizes;
            for (int k = 0; k < count; ++k) {
                values.push_back(normal(random) * std::exp2(exponent * normal(random)));
                if (std::isfinite(values.back()))
                    sizes.push_back(std::abs(values.back()));
            }
            values.push_back(std::numeric_limits<float>::quiet_NaN());
            values.push_back(-std::numeric_limits<float>::infinity());
            std::sort(sizes.begin(), sizes.end());
            const auto rank = std::min(sizes.size() - 1, std::size_t(0.995 * double(sizes.size())));
            QCOMPARE(robustLimit(values), double(sizes[rank]));
        }
}

void TestColorScale::infinityHasTheEndsColour()
{
    const float infinity = std::numeric_limits<float>::infinity();
    const ColorScale scale = ColorScale::symmetric(2, {});
    QCOMPARE(scale.color(infinity), scale.color(2));
    QCOMPARE(scale.color(-infinity), scale.color(-2));
    QCOMPARE(ColorScale::distance().color(infinity), ColorScale::distance().color(20));
}

void TestColorScale::clippedShareCountsWhatLiesBeyondTheLimit()
{
    const std::vector<float> values{-3, -1, 0, 1, 2, std::numeric_limits<float>::quiet_NaN()};
    QCOMPARE(clippedShare(values, 1.0), 0.4);
    QCOMPARE(clippedShare(values, 3.0), 0.0);
}

void TestColorScale::flatScaleIsNeverStretched()
{
    const ColorScale flat = ColorScale::symmetric(0, {});
    QVERIFY(flat.isFlat());
    QCOMPARE(flat.color(0), ColorScale::symmetric(1, {}).color(0));
    QVERIFY(!flat.clips(0));
}

void TestColorScale::numbersAreShortAndHaveARealMinus()
{
    QCOMPARE(shortNumber(-0.01234), QStringLiteral("−0.0123"));
    QCOMPARE(shortNumber(12345.0), QStringLiteral("1.23e4"));
    QCOMPARE(shortNumber(0), QStringLiteral("0"));
}

void TestColorScale::stepsAreNice()
{
    QCOMPARE(niceStep(87, 9), 10.0);
    QCOMPARE(niceStep(129, 9), 20.0);
    QCOMPARE(niceStep(16, 8), 2.0);
    QCOMPARE(niceStep(0, 8), 1.0);
}

// The ring of the Å was cut, since the text is taller than the end colour that it stands beside.
void TestColorScale::theUnitOfTheEndIsDrawnWhole()
{
    QImage image(120, 300, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QFont large = painter.font();
    large.setPixelSize(24);
    FigureStyle style = FigureStyle::print();
    style.font = large;
    ColorBar bar;
    bar.scale = ColorScale::distance();
    bar.paint(painter, QRectF(0, 20, 120, 260), style);
    painter.end();
    const auto isInk = [&](int y) {
        for (int x = 20; x < image.width(); ++x)
            if (qGray(image.pixel(x, y)) < 128)
                return true;
        return false;
    };
    int top = 0;
    while (top < image.height() && !isInk(top))
        ++top;
    const int capital = QFontMetrics(style.scaledFont(0.85)).tightBoundingRect(QStringLiteral("Å")).height();
    int bottom = top;
    while (isInk(bottom))
        ++bottom;
    QVERIFY2(bottom - top >= capital, qPrintable(QStringLiteral("%1 of %2").arg(bottom - top).arg(capital)));
}

QTEST_MAIN(TestColorScale)
#include "tst_colorscale.moc"
