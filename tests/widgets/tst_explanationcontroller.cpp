// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/windowstatistics.h"
#include "tests/support/halfnetwork.h"
#include "tests/support/referencenet.h"
#include "tests/support/testmodel.h"
#include "tests/support/warnings.h"
#include "widgets/explanationcontroller.h"
#include "widgets/explanationpanels.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <thread>

using namespace WhiteBox;

namespace {

ExplanationController::Factory factoryOf(int length, unsigned seed, int delayMs = 0)
{
    return [=](const StopToken &stop) -> Result<ExplainedProtein> {
        for (int k = 0; k < delayMs && !stop.stop_requested(); ++k)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        const InputStack input(std::make_shared<const CouplingTensor>(Test::randomCouplings(length, seed)),
                               2.0F);
        return explainedProtein(Test::testExplainer(input, seed, stop));
    };
}

/// Of a network that cannot explain channel 0.
ExplanationController::Factory halfFactory()
{
    return [](const StopToken &stop) {
        const auto couplings = std::make_shared<const CouplingTensor>(Test::randomCouplings(20, 1));
        return explainedProtein(
            Explainer::create(std::make_shared<const Test::HalfNetwork>(), InputStack(couplings), 1, stop));
    };
}

} // namespace

class TestExplanationController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(Test::anyWarning()); }
    void selectedPairIsExplained();
    void newestRequestWins();
    void earlierProteinNeverArrives();
    void failureIsTold();
    void aFailureTakesThePictureBeforeAway();
    void aFailureOfAnEarlierRequestIsNotTold();
    void sumsRunOverAllTilesAndLeaveOutTheOutside();
    void destructionStopsThePreparation();
};

void TestExplanationController::selectedPairIsExplained()
{
    PairSelection selection;
    ViewSettings settings;
    ExplanationController controller(&selection, &settings);
    controller.setFactory(factoryOf(30, 1));
    selection.setPair(ResiduePair{20, 9});
    QTRY_VERIFY_WITH_TIMEOUT(controller.current() != nullptr, 10000);
    QCOMPARE(controller.windowSide(), 15);
    QCOMPARE(controller.current()->gradient->pair, (ResiduePair{20, 9}));
    QCOMPARE(controller.current()->gradient->channel, 3);
    QCOMPARE(controller.current()->couplingScale, 2.0);
    // The couplings' window is the network's input: scale times the coupling, at Δ = 0 that of the pair
    // itself.
    const CouplingTensor couplings = Test::randomCouplings(30, 1);
    QCOMPARE(controller.current()->couplings->at(4, 7, 0, 0), 2 * couplings.at(20, 9, 4, 7));
    settings.setChannel(1);
    QTRY_COMPARE_WITH_TIMEOUT(controller.current()->gradient->channel, 1, 5000);
    selection.setPair(std::nullopt);
    QVERIFY(!controller.current());
}

void TestExplanationController::newestRequestWins()
{
    PairSelection selection;
    ViewSettings settings;
    ExplanationController controller(&selection, &settings);
    controller.setFactory(factoryOf(30, 2));
    QSignalSpy prepared(&controller, &ExplanationController::prepared);
    QTRY_VERIFY_WITH_TIMEOUT(prepared.count() == 1, 10000);
    QSignalSpy changed(&controller, &ExplanationController::explanationChanged);
    for (int k = 0; k < 500; ++k)
        selection.setPair(ResiduePair{k % 30, (k / 30) % 30});
    const ResiduePair last = *selection.pair();
    QTRY_VERIFY_WITH_TIMEOUT(controller.current() && controller.current()->gradient->pair == last, 10000);
    QVERIFY2(changed.count() < 100, qPrintable(QString::number(changed.count()))); // not one a request
}

void TestExplanationController::earlierProteinNeverArrives()
{
    PairSelection selection;
    ViewSettings settings;
    ExplanationController controller(&selection, &settings);
    controller.setFactory(factoryOf(40, 3, 200));
    selection.setPair(ResiduePair{5, 15});
    controller.setFactory(factoryOf(20, 4));
    selection.setPair(ResiduePair{5, 14});
    QTRY_VERIFY_WITH_TIMEOUT(controller.current() != nullptr, 10000);
    QCOMPARE(controller.current()->gradient->length, 20);
    controller.setFactory({});
    QVERIFY(!controller.current());
}

void TestExplanationController::failureIsTold()
{
    PairSelection selection;
    ViewSettings settings;
    ExplanationController controller(&selection, &settings);
    QString heard;
    connect(&controller, &ExplanationController::failed, &controller,
            [&](const Error &error) { heard = error.what; });
    controller.setFactory([](const StopToken &) -> Result<ExplainedProtein> {
        Error error;
        error.what = QStringLiteral("no network");
        return error;
    });
    QTRY_COMPARE_WITH_TIMEOUT(heard, QStringLiteral("no network"), 5000);
}

void TestExplanationController::aFailureTakesThePictureBeforeAway()
{
    PairSelection selection;
    ViewSettings settings;
    ExplanationController controller(&selection, &settings);
    ExplanationPanels panels(&selection, &settings, &controller);
    const std::unique_ptr<QWidget> boxes[] = {std::unique_ptr<QWidget>(panels.gradientWidget()),
                                              std::unique_ptr<QWidget>(panels.couplingsWidget()),
                                              std::unique_ptr<QWidget>(panels.field())};
    controller.setFactory(halfFactory());
    selection.setPair(ResiduePair{4, 15});
    QTRY_VERIFY_WITH_TIMEOUT(controller.current() != nullptr, 10000);
    QVERIFY(panels.limits());
    const QString title = panels.gradient()->picture().title;
    QSignalSpy failed(&controller, &ExplanationController::failed);
    settings.setChannel(0);
    // Until the answer comes the numbers on screen are named as what they are.
    QCOMPARE(panels.gradient()->picture().title, title);
    QVERIFY(!panels.limits());
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10000);
    QVERIFY(controller.hasFailed());
    QVERIFY(!controller.current());
    QVERIFY(!panels.gradient()->picture().window);
    settings.setChannel(2);
    QTRY_VERIFY_WITH_TIMEOUT(controller.current() != nullptr, 10000);
    QVERIFY(!controller.hasFailed());
}

void TestExplanationController::aFailureOfAnEarlierRequestIsNotTold()
{
    PairSelection selection;
    ViewSettings settings;
    ExplanationController controller(&selection, &settings);
    controller.setFactory(halfFactory());
    selection.setPair(ResiduePair{4, 15});
    QTRY_VERIFY_WITH_TIMEOUT(controller.current() != nullptr, 10000);
    QSignalSpy failed(&controller, &ExplanationController::failed);
    settings.setChannel(0);
    QThread::msleep(300); // it fails, and nobody listens yet
    settings.setChannel(2);
    QTRY_VERIFY_WITH_TIMEOUT(controller.current() && controller.current()->gradient->channel == 2, 10000);
    QCOMPARE(failed.count(), 0);
}

void TestExplanationController::sumsRunOverAllTilesAndLeaveOutTheOutside()
{
    GradientWindow window;
    window.pair = {1, 10}; // Δi −7..−2 lie outside
    window.length = 20;
    window.side = 15;
    window.values.assign(441 * 225, -0.5F);
    const std::vector<float> sums = sumOverTiles(window);
    QCOMPARE(sums.size(), std::size_t(225));
    QVERIFY(std::isnan(sums[0]));
    QCOMPARE(sums[std::size_t(7 * 15 + 7)], 220.5F); // 441 · 0.5
}

void TestExplanationController::destructionStopsThePreparation()
{
    PairSelection selection;
    ViewSettings settings;
    auto controller = std::make_unique<ExplanationController>(&selection, &settings);
    controller->setFactory(factoryOf(20, 5, 60000));
    QTest::qWait(20);
    QElapsedTimer clock;
    clock.start();
    controller.reset();
    QVERIFY(clock.elapsed() < 10000);
}

QTEST_MAIN(TestExplanationController)
#include "tst_explanationcontroller.moc"
