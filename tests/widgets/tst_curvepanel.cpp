// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/perturbation.h"
#include "tests/support/testmodel.h"
#include "tests/support/warnings.h"
#include "widgets/curvepanel.h"
#include "widgets/figureexport.h"
#include "widgets/plotpanel.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace WhiteBox;

/// What is shaded, by what the network's card tells of its training.
class TestCurvePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(Test::anyWarning()); }
    void shadesWhatLiesBeyondTheTraining_data();
    void shadesWhatLiesBeyondTheTraining();
    void kinksLieOnTheCurve();
    void nothingIsDrawnBesideThePlotInAnSvg();
};

void TestCurvePanel::shadesWhatLiesBeyondTheTraining_data()
{
    QTest::addColumn<bool>("known");
    QTest::addColumn<float>("least");
    QTest::addColumn<float>("most");
    QTest::addColumn<bool>("nothingTrusted");
    QTest::addColumn<QString>("note");
    QTest::newRow("wide") << true << -9.0F << 9.0F << false
                          << QStringLiteral("those of the training, −9 to 9");
    // The protein's own inputs are beyond it: not even the prediction is trusted.
    QTest::newRow("narrow") << true << -1e-4F << 1e-4F << true << QStringLiteral("those of the training");
    QTest::newRow("unknown") << false << 0.0F << 0.0F << false << QStringLiteral("beyond this protein's");
}

void TestCurvePanel::shadesWhatLiesBeyondTheTraining()
{
    QFETCH(bool, known);
    QFETCH(float, least);
    QFETCH(float, most);
    QFETCH(bool, nothingTrusted);
    QFETCH(QString, note);
    PairSelection selection;
    ViewSettings settings;
    ExplanationController controller(&selection, &settings);
    controller.setFactory([=](const StopToken &stop) {
        return explainedProtein(Test::testExplainer(40, 3, stop),
                                known ? std::optional(InputRange{least, most}) : std::nullopt);
    });
    selection.setPair(ResiduePair{30, 14});
    CurvePanel panel(&controller);
    panel.resize(420, 460);
    panel.show();
    QTRY_VERIFY_WITH_TIMEOUT(!panel.note().isEmpty(), 20000);
    QVERIFY(panel.plot()->picture().trusted);
    QCOMPARE(panel.plot()->picture().trusted->isEmpty(), nothingTrusted);
    QVERIFY2(panel.note().contains(note), qPrintable(panel.note()));
    // Shading is seen: the picture at the prediction is darker where nothing is trusted.
    const QImage image = panel.plot()->grab().toImage();
    int shaded = 0;
    for (int x = image.width() / 4; x < image.width(); ++x)
        shaded += image.pixelColor(x, image.height() / 3) != QColor(Qt::white) ? 1 : 0;
    QVERIFY2((shaded > image.width() / 2) == nothingTrusted, qPrintable(QString::number(shaded)));
}

void TestCurvePanel::kinksLieOnTheCurve()
{
    PairSelection selection;
    ViewSettings settings;
    ExplanationController controller(&selection, &settings);
    controller.setFactory(
        [](const StopToken &stop) { return explainedProtein(Test::testExplainer(40, 3, stop)); });
    selection.setPair(ResiduePair{30, 14});
    CurvePanel panel(&controller);
    panel.resize(420, 460);
    panel.show();
    QTRY_VERIFY_WITH_TIMEOUT(!panel.note().isEmpty(), 20000);
    const PlotSeries kinks = panel.plot()->picture().series.back();
    QCOMPARE(kinks.look, PlotSeries::Look::Marks);
    QVERIFY(kinks.x.size() > 2 && kinks.x.size() == kinks.y.size());
    QVERIFY(std::is_sorted(kinks.x.begin(), kinks.x.end()));
    const auto explanation = controller.current();
    for (std::size_t n = 0; n < kinks.x.size(); ++n) {
        // The network itself at this coefficient, and on either side: the slope changes just here.
        const double step = 1e-3 * std::abs(kinks.x[n]);
        const auto at = perturbationCurve(*explanation->explainer, *explanation->gradient, 3,
                                          kinks.x[n] - step, kinks.x[n] + step, 3);
        QVERIFY2(std::abs(at.value()[1].outputAngstrom - kinks.y[n]) < 1e-4,
                 qPrintable(QString::number(at.value()[1].outputAngstrom - kinks.y[n])));
        QVERIFY(at.value()[0].switchedUnits != at.value()[2].switchedUnits);
    }
}

// An SVG has no clip: the shade lay over the axis' numbers, and marks without a value in the corner.
void TestCurvePanel::nothingIsDrawnBesideThePlotInAnSvg()
{
    PlotSeries series;
    series.name = QStringLiteral("marks");
    series.x = {0, 1, 2, 3};
    series.y = {1, std::nan(""), 0.5, std::nan("")};
    series.look = PlotSeries::Look::LineAndMarks;
    series.mark = PlotSeries::Mark::Square;
    series.color = Qt::red;
    PlotPicture picture;
    picture.series = {series};
    picture.trusted = TrustedSpan{0.4, 0.6};
    PlotPanel panel(QStringLiteral("plot"));
    panel.setPicture(picture);
    const auto svg = figureBytes(panel, {}, FigureFormat::Svg);
    QVERIFY(svg.isOk());
    QSvgRenderer renderer(svg.value());
    QImage image(renderer.defaultSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    const auto isBlank = [&](const QRect &part) {
        for (int y = part.top(); y <= part.bottom(); ++y)
            for (int x = part.left(); x <= part.right(); ++x)
                if (image.pixelColor(x, y) != QColor(Qt::white))
                    return false;
        return true;
    };
    QVERIFY(isBlank(QRect(0, 0, image.width(), 12)));       // no mark in the corner
    QVERIFY(isBlank(QRect(0, image.height() / 2, 12, 12))); // no shade left of the axis
    QVERIFY(!isBlank(QRect(12, 12, image.width() - 24, image.height() - 24)));
}

QTEST_MAIN(TestCurvePanel)
#include "tst_curvepanel.moc"
