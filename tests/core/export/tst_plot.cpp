// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/plot.h"
#include "core/export/rasterfont.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <limits>
#include <zlib.h>

using namespace WhiteBox;

class TestPlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pngHoldsThePixels();
    void pngIsSavedOrRefused();
    void pixelsOutsideAreIgnored();
    void ticksAreRound_data();
    void ticksAreRound();
    void letterIsDrawnDotByDot();
    void pointsLieWhereTheAxesSay();
    void pointsOutsideAreLeftOut();
    void lineJoinsItsPoints();
    void densityIsDarkestWhereMostPointsLie();
};

namespace {

constexpr Rgb kRed{255, 0, 0};
constexpr Rgb kWhite{255, 255, 255};

int count(const RasterImage &image, Rgb colour)
{
    return int(std::count(image.pixels().begin(), image.pixels().end(), colour));
}

Plot plotOf(PlotSeries::Style style, std::vector<std::array<double, 2>> points)
{
    Plot plot;
    plot.series = {{{}, kRed, style, std::move(points)}};
    return plot;
}

/// Mean place of the red pixels.
std::array<double, 2> centreOfRed(const RasterImage &image)
{
    std::array<double, 2> sum{0, 0};
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.at(x, y) == kRed)
                sum = {sum[0] + x, sum[1] + y};
    const double n = count(image, kRed);
    return {sum[0] / n, sum[1] / n};
}

} // namespace

void TestPlot::pngHoldsThePixels()
{
    RasterImage image(3, 2, kWhite);
    image.set(2, 1, {1, 2, 3});
    const QByteArray png = encodePng(image);
    QVERIFY(png.startsWith(QByteArray("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 16)));
    QCOMPARE(qFromBigEndian<quint32>(png.constData() + 16), 3U);
    QCOMPARE(qFromBigEndian<quint32>(png.constData() + 20), 2U);
    // The checksum of an empty IEND is the one that every PNG file ends with.
    QVERIFY(png.endsWith(QByteArray("\x00\x00\x00\x00IEND\xae\x42\x60\x82", 12)));
    const qsizetype data = png.indexOf("IDAT");
    const auto size = qFromBigEndian<quint32>(png.constData() + data - 4);
    const auto *body = reinterpret_cast<const Bytef *>(png.constData() + data);
    QCOMPARE(qFromBigEndian<quint32>(png.constData() + data + 4 + size), quint32(crc32(0, body, 4 + size)));
    QByteArray rows(20, '\0');
    uLongf length = uLongf(rows.size());
    QCOMPARE(uncompress(reinterpret_cast<Bytef *>(rows.data()), &length, body + 4, size), Z_OK);
    QCOMPARE(rows, QByteArray(1, '\0') + QByteArray(9, '\xff') + QByteArray(1, '\0') + QByteArray(6, '\xff') +
                       QByteArray("\x01\x02\x03"));
}

void TestPlot::pngIsSavedOrRefused()
{
    QTemporaryDir folder;
    QVERIFY(savePng(folder.filePath(QStringLiteral("a.png")), RasterImage(4, 4, kWhite)).isOk());
    const auto refused = savePng(folder.filePath(QStringLiteral("none/a.png")), RasterImage(4, 4, kWhite));
    QVERIFY(!refused.isOk());
    QCOMPARE(refused.error().kind, ErrorKind::Io);
}

void TestPlot::pixelsOutsideAreIgnored()
{
    RasterImage image(3, 3, kWhite);
    image.fill(-5, 1, 20, 1, kRed);
    image.set(1, 7, kRed);
    QCOMPARE(count(image, kRed), 3);
}

void TestPlot::ticksAreRound_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<QList<double>>("ticks");
    QTest::newRow("0 to 1") << 0.0 << 1.0 << QList<double>{0, 0.2, 0.4, 0.6, 0.8, 1};
    QTest::newRow("3 to 25") << 3.0 << 25.0 << QList<double>{5, 10, 15, 20, 25};
    QTest::newRow("-1.5 to 2") << -1.5 << 2.0 << QList<double>{-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2};
    QTest::newRow("empty") << 1.0 << 1.0 << QList<double>{};
    QTest::newRow("endless") << 0.0 << std::numeric_limits<double>::infinity() << QList<double>{};
}

void TestPlot::ticksAreRound()
{
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(QList<double>, ticks);
    const std::vector<double> found = plotTicks({from, to});
    QCOMPARE(qsizetype(found.size()), ticks.size());
    for (qsizetype n = 0; n < ticks.size(); ++n)
        QVERIFY(std::abs(found[std::size_t(n)] - ticks[n]) < 1e-9);
}

void TestPlot::letterIsDrawnDotByDot()
{
    // "T": a bar of five dots with its ends drooping, a stem of six more below the middle.
    RasterImage image(12, 16, kWhite);
    drawText(image, 0, 0, QStringLiteral("T"), kRed, 2);
    QVERIFY(image.at(4, 0) == kRed && image.at(5, 13) == kRed);
    QVERIFY(image.at(4, 14) == kWhite && image.at(2, 4) == kWhite);
    RasterImage unknown(12, 16, kWhite);
    RasterImage question(12, 16, kWhite);
    drawText(unknown, 0, 0, QStringLiteral("Å"), kRed, 2);
    drawText(question, 0, 0, QStringLiteral("?"), kRed, 2);
    QVERIFY(unknown.pixels() == question.pixels());
}

void TestPlot::pointsLieWhereTheAxesSay()
{
    // One point at each of two corners' thirds: 90 % of the way right is right of 10 %, 80 % up is above 20
    // %.
    const auto low = centreOfRed(drawPlot(plotOf(PlotSeries::Style::Points, {{0.1, 0.2}})));
    const auto high = centreOfRed(drawPlot(plotOf(PlotSeries::Style::Points, {{0.9, 0.8}})));
    const auto middle = centreOfRed(drawPlot(plotOf(PlotSeries::Style::Points, {{0.5, 0.5}})));
    QVERIFY(high[0] > low[0] && high[1] < low[1]);
    QVERIFY(std::abs((low[0] + high[0]) / 2 - middle[0]) <= 1);
    QVERIFY(std::abs((low[1] + high[1]) / 2 - middle[1]) <= 1);
}

void TestPlot::pointsOutsideAreLeftOut()
{
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (const auto style :
         {PlotSeries::Style::Line, PlotSeries::Style::Points, PlotSeries::Style::Density}) {
        const RasterImage image =
            drawPlot(plotOf(style, {{1.2, 0.5}, {0.5, -0.1}, {none, 0.5}, {0.5, none}}));
        QCOMPARE(count(image, kRed), 0);
    }
    // A plot smaller than its margins, and one without series.
    QVERIFY(drawPlot(Plot(), 10, 10).width() > 10);
}

void TestPlot::lineJoinsItsPoints()
{
    const int apart = count(drawPlot(plotOf(PlotSeries::Style::Points, {{0.1, 0.1}, {0.9, 0.1}})), kRed);
    const int joined = count(drawPlot(plotOf(PlotSeries::Style::Line, {{0.1, 0.1}, {0.9, 0.1}})), kRed);
    QVERIFY(joined > apart + 1000);
    // A point that is missing interrupts the line.
    const double none = std::numeric_limits<double>::quiet_NaN();
    const int broken =
        count(drawPlot(plotOf(PlotSeries::Style::Line, {{0.1, 0.1}, {0.5, none}, {0.9, 0.1}})), kRed);
    QCOMPARE(broken, apart);
}

void TestPlot::densityIsDarkestWhereMostPointsLie()
{
    const RasterImage image =
        drawPlot(plotOf(PlotSeries::Style::Density, {{0.25, 0.5}, {0.75, 0.5}, {0.75, 0.5}, {0.75, 0.5}}));
    // The fullest cell has the series' own colour, the other is paler: 3×3 pixels each.
    QCOMPARE(count(image, kRed), 9);
    QVERIFY(centreOfRed(image)[0] > image.width() / 2.0);
}

QTEST_GUILESS_MAIN(TestPlot)
#include "tst_plot.moc"
