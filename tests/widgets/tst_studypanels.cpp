// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs of the explained pair on a small random network: what they show is what the engine computes.
#include "core/attribution/similarity.h"
#include "core/attribution/windowstatistics.h"
#include "tests/support/testmodel.h"
#include "tests/support/warnings.h"
#include "widgets/acidpairs.h"
#include "widgets/correlationpanel.h"
#include "widgets/curvepanel.h"
#include "widgets/figureexport.h"
#include "widgets/figuregrid.h"
#include "widgets/pairheatmap.h"
#include "widgets/patternspanel.h"
#include "widgets/plotpanel.h"
#include "widgets/randomisationpanel.h"
#include "widgets/scattergrid.h"
#include "widgets/scatterpanel.h"
#include "widgets/signpanel.h"
#include "widgets/snugbox.h"
#include "widgets/theme.h"
#include "widgets/tilemosaic.h"
#include "widgets/trustpanel.h"
#include "widgets/whatifpanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numeric>
#include <thread>

using namespace WhiteBox;

namespace {

constexpr int kLength = 40;

/// Wider than the inputs of randomCouplings().
constexpr InputRange kTrainedOn{-9, 9};

Result<ExplainedProtein> makeExplainer(const StopToken &stop)
{
    return explainedProtein(Test::testExplainer(kLength, 3, stop), kTrainedOn);
}

/// Takes its time.
class SlowPanel : public StudyPanel
{
public:
    explicit SlowPanel(ExplanationController *controller)
        : StudyPanel(controller, nullptr)
    {}
    const FigurePanel *figure() const override { return nullptr; }
    QWidget *figureWidget() const override { return nullptr; }

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation>) override
    {
        return [](const StopToken &stop) -> StudyRunner::Delivery {
            for (int k = 0; k < 900 && !stop.stop_requested(); ++k)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return [] {};
        };
    }
    void clear() override {}
};

} // namespace

class TestStudyPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void newestStudyWinsAndStaleOnesNeverArrive();
    void stoppedStudyDeliversNothing();
    void slowStudyTellsForWhichPairItWorks();
    void hiddenTabIsNotComputed();
    void curveGoesThroughThePredictionAlongItsTangent();
    void plotIsWalkedByKeys();
    void scatterHasAPointForEachCellInside();
    void typedPairsAreScattered();
    void otherInputsStandBesideTheOriginal();
    void otherInputsHaveOneScale();
    void otherInputsUseTheRoomThereIs();
    void correlationsAreThoseOfTheEngine();
    void signsAreWeighedAndShared();
    void signsAreReadOutUnderThePointer();
    void randomisationBeginsAtOneForEachMethod();
    void badgesTellWhatTheExplanationIsWorth();
    void patternsAreMeansOverASetAndNotOfThePair();
    void noPairEmptiesTheTabs();
    void plotsAreExportedAsVectors();

private:
    std::shared_ptr<const Explanation> explained() const { return m_controller->current(); }
    template <class Panel>
    void showPanel(Panel &panel);

    std::unique_ptr<PairSelection> m_selection;
    std::unique_ptr<ViewSettings> m_settings;
    std::unique_ptr<ExplanationController> m_controller;
};

void TestStudyPanels::init()
{
    QTest::failOnWarning(Test::anyWarning());
    m_selection = std::make_unique<PairSelection>();
    m_settings = std::make_unique<ViewSettings>();
    m_controller = std::make_unique<ExplanationController>(m_selection.get(), m_settings.get());
    m_controller->setFactory(makeExplainer);
    m_selection->setPair(ResiduePair{30, 4}); // near a border: some cells lie outside
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->current() != nullptr, 10000);
}

void TestStudyPanels::cleanup()
{
    m_controller.reset();
    m_settings.reset();
    m_selection.reset();
}

template <class Panel>
void TestStudyPanels::showPanel(Panel &panel)
{
    panel.resize(420, 460);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy(), 600000);
}

void TestStudyPanels::newestStudyWinsAndStaleOnesNeverArrive()
{
    StudyRunner runner;
    QList<int> delivered;
    const auto work = [&](int n) {
        return [&delivered, n](const StopToken &stop) -> StudyRunner::Delivery {
            for (int k = 0; k < 50 && !stop.stop_requested(); ++k)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return [&delivered, n] { delivered << n; };
        };
    };
    for (int n = 0; n < 5; ++n)
        runner.start(work(n));
    QTRY_VERIFY_WITH_TIMEOUT(!runner.isBusy(), 5000);
    QCOMPARE(delivered, QList<int>{4});
}

void TestStudyPanels::slowStudyTellsForWhichPairItWorks()
{
    SlowPanel panel(m_controller.get());
    panel.resize(420, 200);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const auto *busy = panel.findChild<QLabel *>(QStringLiteral("busy"));
    QTRY_VERIFY(busy->isVisible());
    QVERIFY2(busy->text().contains(QStringLiteral("31, 5")), qPrintable(busy->text()));
    QVERIFY(panel.rect().contains(busy->geometry()));
    m_selection->setPair(ResiduePair{20, 9}); // while it works
    QTRY_VERIFY2(busy->text().contains(QStringLiteral("21, 10")), qPrintable(busy->text()));
    QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy(), 5000);
    QVERIFY(!busy->isVisible());
}

void TestStudyPanels::stoppedStudyDeliversNothing()
{
    StudyRunner runner;
    bool delivered = false;
    runner.start([&](const StopToken &stop) -> StudyRunner::Delivery {
        while (!stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return [&] { delivered = true; };
    });
    QVERIFY(runner.isBusy());
    runner.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!runner.isBusy(), 5000);
    QVERIFY(!delivered);
}

void TestStudyPanels::hiddenTabIsNotComputed()
{
    CurvePanel panel(m_controller.get());
    m_selection->setPair(ResiduePair{20, 9});
    QTRY_COMPARE_WITH_TIMEOUT(explained()->gradient->pair, (ResiduePair{20, 9}), 5000);
    QVERIFY(!panel.isBusy());
    QVERIFY(panel.plot()->picture().series.empty());
    showPanel(panel);
    QVERIFY(!panel.plot()->picture().series.empty());
}

void TestStudyPanels::curveGoesThroughThePredictionAlongItsTangent()
{
    CurvePanel panel(m_controller.get());
    showPanel(panel);
    const auto &series = panel.plot()->picture().series;
    QCOMPARE(series.size(), std::size_t(3)); // and the kinks
    const PlotSeries &tangent = series[0];
    const PlotSeries &predicted = series[1];
    const std::size_t middle = predicted.x.size() / 2;
    QVERIFY(std::abs(predicted.x[middle]) < 1e-12);
    const double output = double(explained()->explainer->output().at(3, 30, 4));
    QVERIFY(std::abs(predicted.y[middle] - output) < 1e-3);
    QVERIFY(std::abs(tangent.y[middle] - output) < 1e-3);
    // What is trusted includes the prediction itself, and ends where an input leaves what the card tells.
    QVERIFY(panel.plot()->picture().trusted->from <= 0 && panel.plot()->picture().trusted->to >= 0);
    QVERIFY(panel.note().contains(QStringLiteral("−9 to 9")));
    QVERIFY(panel.note().contains(QStringLiteral("straight from −")));
    panel.setSpan(40);
    QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy(), 20000);
    const PlotPicture &wide = panel.plot()->picture();
    QVERIFY(wide.trusted->from > wide.series[1].x.front() && wide.trusted->to < wide.series[1].x.back());
    QVERIFY(wide.trusted->from < 0 && wide.trusted->to > 0);
}

void TestStudyPanels::plotIsWalkedByKeys()
{
    CurvePanel panel(m_controller.get());
    showPanel(panel);
    const QRectF all = panel.plot()->visibleRange();
    QTest::keyClick(panel.plot(), Qt::Key_Right);
    QVERIFY(panel.plot()->visibleRange().left() > all.left());
    QTest::keyClick(panel.plot(), Qt::Key_Plus);
    QVERIFY(panel.plot()->visibleRange().width() < all.width());
    QTest::keyClick(panel.plot(), Qt::Key_0);
    QCOMPARE(panel.plot()->visibleRange(), all);
}

void TestStudyPanels::scatterHasAPointForEachCellInside()
{
    ScatterPanel panel(m_selection.get(), m_controller.get());
    showPanel(panel);
    const GradientWindow &gradient = *explained()->gradient;
    // Pair (30, 4): rows 23..37 are inside, of columns −3..11 only 0..11.
    QCOMPARE(panel.grid()->points(5 * kStates + 2).size(), std::size_t(15 * 12));
    const QPointF first = panel.grid()->points(5 * kStates + 2).front();
    QCOMPARE(first.y(), double(gradient.at(5, 2, -7, -4)));
    QCOMPARE(first.x(), double(explained()->couplings->at(5, 2, -7, -4)));
    panel.pages()->setCurrentIndex(panel.pages()->count() - 1);
    QVERIFY(panel.grid()->tiles().empty());
    const QString title = panel.grid()->figureTitle();
    QVERIFY2(title.contains(QStringLiteral("all amino-acid pairs")), qPrintable(title));
    const QImage all = panel.grid()->grab().toImage();
    panel.pages()->setCurrentIndex(0);
    QVERIFY(panel.grid()->grab().toImage() != all);
    // The linked cursor marks its point.
    const QImage before = panel.grid()->grab().toImage();
    m_selection->setHoveredCell(WindowCell{0, 1, 0, 0});
    QVERIFY(panel.grid()->grab().toImage() != before);
    // And the pointer at a point is the cursor at its cell: the one farthest up has no neighbour to confuse.
    const WindowCell *highest = nullptr;
    std::vector<WindowCell> cells;
    for (int di = -7; di <= 7; ++di)
        for (int dj = -4; dj <= 7; ++dj)
            cells.push_back({0, 3, di, dj});
    for (const WindowCell &cell : cells)
        if (!highest || panel.grid()->pointOf(cell)->y() < panel.grid()->pointOf(*highest)->y())
            highest = &cell;
    QTest::mouseMove(panel.grid(), panel.grid()->pointOf(*highest)->toPoint());
    QCOMPARE(m_selection->hoveredCell()->tile(), (TileStates{0, 3}));
    const QPointF found = *panel.grid()->pointOf(*m_selection->hoveredCell());
    QVERIFY(QLineF(found, *panel.grid()->pointOf(*highest)).length() < 2);
    QVERIFY(panel.grid()->readout(*highest).startsWith(QStringLiteral("Ala–Asp at Δi")));
}

void TestStudyPanels::typedPairsAreScattered()
{
    ScatterPanel panel(m_selection.get(), m_controller.get());
    showPanel(panel);
    const auto type = [&](const QString &text) {
        panel.typed()->setFocus();
        panel.typed()->selectAll();
        QTest::keyClicks(panel.typed(), text);
        QTest::keyClick(panel.typed(), Qt::Key_Return);
    };
    type(QStringLiteral("kd, A-,kd"));
    const std::vector<int> chosen{11 * kStates + 3, 20};
    QCOMPARE(panel.grid()->tiles(), chosen);
    QCOMPARE(panel.typed()->text(), QStringLiteral("KD, A-"));
    QCOMPARE(panel.pages()->currentText(), QStringLiteral("Typed"));
    QVERIFY(panel.grid()->figureTitle().endsWith(QStringLiteral("K–D, A–gap")));
    QVERIFY(panel.note().isEmpty());
    // The second plot stands right of the first, and is hovered there.
    const QPointF first = *panel.grid()->pointOf({11, 3, 0, 0});
    const QPointF second = *panel.grid()->pointOf({0, 20, 0, 0});
    QVERIFY(first.x() < panel.grid()->width() / 2.0 && second.x() > panel.grid()->width() / 2.0);
    QTest::mouseMove(panel.grid(), second.toPoint());
    QCOMPARE(m_selection->hoveredCell()->tile(), (TileStates{0, 20}));
    // What is no pair, nothing at all and too many are told and change nothing.
    type(QStringLiteral("KD,XZ"));
    QVERIFY2(panel.note().contains(QStringLiteral("no amino-acid pair \"XZ\"")), qPrintable(panel.note()));
    QVERIFY(panel.note().endsWith(QStringLiteral("Give pairs such as AR, DK.")));
    QCOMPARE(panel.grid()->tiles(), chosen);
    QTest::keyClick(panel.typed(), Qt::Key_Backspace);
    QVERIFY(panel.note().isEmpty());
    type(QStringLiteral(","));
    QVERIFY(panel.note().startsWith(QStringLiteral("No amino-acid pair is given")));
    std::vector<int> tooMany(26);
    std::iota(tooMany.begin(), tooMany.end(), 0);
    type(acidPairsText(tooMany));
    QVERIFY2(panel.note().startsWith(QStringLiteral("There are 26")), qPrintable(panel.note()));
    QCOMPARE(panel.grid()->tiles(), chosen);
    // A page takes the place again, with the message gone.
    panel.pages()->setFocus();
    QTest::keyClick(panel.pages(), Qt::Key_Home);
    QCOMPARE(panel.grid()->tiles(), ScatterGrid::page(0));
    QVERIFY(panel.note().isEmpty());
}

void TestStudyPanels::otherInputsStandBesideTheOriginal()
{
    WhatIfPanel panel(m_selection.get(), m_settings.get(), m_controller.get());
    showPanel(panel);
    const auto windowOf = [&](std::size_t k) { return panel.mosaics()[k]->picture().window; };
    QVERIFY(windowOf(0) && windowOf(1) && windowOf(2));
    // The first one is the shown explanation itself, the others are not.
    for (std::size_t k = 0; k < windowOf(0)->values.size(); ++k)
        QVERIFY(std::abs(windowOf(0)->values[k] - explained()->gradient->values[k]) < 1e-4F);
    QVERIFY(windowOf(1)->values != windowOf(0)->values);
    const QString predicted = QString::number(double(explained()->explainer->output().at(3, 30, 4)), 'f', 1);
    const QString title = panel.mosaics()[0]->picture().title;
    QVERIFY2(title.contains(predicted), qPrintable(title));
    const auto before = windowOf(2);
    panel.choice()->setFocus();
    QTest::keyClick(panel.choice(), Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy(), 20000);
    QVERIFY(windowOf(2)->values != before->values);
    QVERIFY(!panel.mosaics()[3]->isVisible());
    // The median stands between the percentiles.
    QTest::keyClick(panel.choice(), Qt::Key_End);
    QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy(), 20000);
    QVERIFY(panel.mosaics()[3]->isVisible());
    QVERIFY2(panel.mosaics()[2]->picture().title.startsWith(QStringLiteral("all at percentile 50: ")),
             qPrintable(panel.mosaics()[2]->picture().title));
    // The cursor is one in all of them.
    TileMosaic &last = *panel.mosaics()[3];
    const QImage unmarked = panel.mosaics()[0]->grab().toImage();
    QTest::mouseMove(&last, last.mosaicLayout().cellRect(3, 8, 9, 8).center().toPoint());
    QCOMPARE(m_selection->hoveredCell()->tile(), (TileStates{3, 8}));
    QVERIFY(last.readout(*m_selection->hoveredCell()).startsWith(QStringLiteral("Asp–His at Δi")));
    QVERIFY(panel.mosaics()[0]->grab().toImage() != unmarked);
}

void TestStudyPanels::otherInputsHaveOneScale()
{
    WhatIfPanel panel(m_selection.get(), m_settings.get(), m_controller.get());
    showPanel(panel);
    double largest = 0;
    for (std::size_t k = 0; k < 3; ++k)
        largest = std::max(largest, robustLimit(insideValues(*panel.mosaics()[k]->picture().window)));
    QVERIFY(largest > 0);
    for (std::size_t k = 0; k < 3; ++k)
        QCOMPARE(panel.mosaics()[k]->painter().limit(3, 8), largest);
    QVERIFY2(panel.note().contains(QStringLiteral("±") + shortNumber(largest)), qPrintable(panel.note()));
}

void TestStudyPanels::otherInputsUseTheRoomThereIs()
{
    WhatIfPanel panel(m_selection.get(), m_settings.get(), m_controller.get());
    showPanel(panel);
    const auto &mosaics = panel.mosaics();
    const auto sized = [&](int width, int height) {
        panel.resize(width, height);
        QCoreApplication::sendPostedEvents();
        for (int k = 0; k < 3; ++k) {
            const QSize size = mosaics[std::size_t(k)]->size();
            const QSize least = mosaics[std::size_t(k)]->minimumSizeHint();
            QVERIFY(size.width() >= least.width() && size.height() >= least.height());
        }
    };
    sized(1200, 480);
    QCOMPARE(panel.grid()->columns(), 3);
    QCOMPARE(mosaics[1]->y(), mosaics[0]->y());
    QVERIFY(mosaics[1]->x() >= mosaics[0]->geometry().right());
    sized(360, 1000);
    QCOMPARE(panel.grid()->columns(), 1);
    QCOMPARE(mosaics[1]->x(), mosaics[0]->x());
    QVERIFY(!panel.grid()->verticalScrollBar()->isVisible());
    sized(240, 300);
    QCOMPARE(panel.grid()->columns(), 1);
    QVERIFY(panel.grid()->verticalScrollBar()->isVisible());
}

void TestStudyPanels::correlationsAreThoseOfTheEngine()
{
    CorrelationPanel panel(m_selection.get(), m_settings.get(), m_controller.get());
    showPanel(panel);
    const auto &values = panel.map()->picture().values;
    const auto expected = tileCorrelations(*explained()->gradient, *explained()->couplings);
    QCOMPARE(values.size(), std::size_t(kBlock));
    for (std::size_t k = 0; k < values.size(); ++k)
        QVERIFY(values[k] == expected[k] || (std::isnan(values[k]) && std::isnan(expected[k])));
    // Row R, column N under the pointer, whatever the order.
    m_settings->setOrder(ResidueOrder::Alphabet);
    QTRY_VERIFY(panel.map()->picture().order == ResidueOrder::Alphabet);
    int hits = 0;
    for (int y = 0; y < panel.map()->height(); ++y)
        for (int x = 0; x < panel.map()->width(); ++x)
            if (const auto states = panel.map()->statesAt(QPointF(x, y)))
                hits += *states == TileStates{1, 2} ? 1 : 0;
    QVERIFY(hits > 25);
    QVERIFY(panel.map()->readout({1, 2}).startsWith(QStringLiteral("Arg–Asn: ")));
    panel.resize(320, 900); // the picture in the middle of it
    QVERIFY(panel.map()->height() < 400 && panel.map()->y() > 200);
    // A pair under the pointer is the linked cursor's, and keys walk on from it.
    QPoint inside;
    for (int y = 0; y < panel.map()->height(); ++y)
        for (int x = 0; x < panel.map()->width(); ++x)
            if (panel.map()->statesAt(QPointF(x, y)) == TileStates{1, 2})
                inside = {x, y};
    QTest::mouseMove(panel.map(), inside);
    QCOMPARE(m_selection->hoveredCell()->tile(), (TileStates{1, 2}));
    QTest::keyClick(panel.map(), Qt::Key_Down);
    QCOMPARE(m_selection->hoveredCell()->tile(), (TileStates{15, 2})); // by the alphabet S is below R
    // Its sums stand in the same place.
    panel.choice()->setFocus();
    QTest::keyClick(panel.choice(), Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy(), 5000);
    QCOMPARE(values[1], tileSums(*explained()->gradient, *explained()->couplings)[1].magnitude);
}

void TestStudyPanels::signsAreWeighedAndShared()
{
    SignPanel panel(m_selection.get(), m_settings.get(), m_controller.get());
    showPanel(panel);
    const auto *mosaic = panel.findChild<TileMosaic *>();
    const float input = explained()->couplings->at(3, 8, 2, 1);
    const float gradient = explained()->gradient->at(3, 8, 2, 1);
    QVERIFY(input != 0);
    QCOMPARE(mosaic->picture().window->at(3, 8, 2, 1), input > 0 ? gradient : -gradient);
    const SignShares shares = signShares(*explained()->gradient, *explained()->couplings);
    QVERIFY2(panel.note().contains(QString::number(100 * shares.positive, 'f', 1)), qPrintable(panel.note()));
}

void TestStudyPanels::signsAreReadOutUnderThePointer()
{
    SignPanel panel(m_selection.get(), m_settings.get(), m_controller.get());
    showPanel(panel);
    auto *mosaic = panel.findChild<TileMosaic *>();
    QTest::mouseMove(mosaic, mosaic->mosaicLayout().cellRect(3, 8, 9, 8).center().toPoint());
    const auto cell = m_selection->hoveredCell();
    QVERIFY(cell);
    QCOMPARE(cell->tile(), (TileStates{3, 8}));
    QVERIFY2(mosaic->accessibleDescription().startsWith(QStringLiteral("Asp–His at Δi")),
             qPrintable(mosaic->accessibleDescription()));
    QTest::keyClick(mosaic, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_selection->hoveredCell()->tile(), (TileStates{3, 9}));
    // A tall panel has the sentence directly below, and a picture as wide as in any height.
    panel.resize(320, 900);
    QVERIFY(mosaic->height() < 400);
    QCOMPARE(panel.findChild<SnugBox *>()->findChild<QLabel *>()->y(), mosaic->geometry().bottom() + 1);
    const FigureStyle style = FigureStyle::ofPalette(mosaic->palette(), mosaic->font());
    QCOMPARE(mosaic->mosaicLayout().extent(), mosaic->painter().layout({0, 0, 320, 5000}, style, 1).extent());
}

void TestStudyPanels::randomisationBeginsAtOneForEachMethod()
{
    RandomisationPanel panel(m_controller.get());
    showPanel(panel);
    const auto &series = panel.plot()->picture().series;
    QCOMPARE(series.size(), kExplanationMethods.size());
    for (const PlotSeries &each : series) {
        QCOMPARE(each.x, (std::vector<double>{0, 1, 2, 3}));
        QCOMPARE(each.y.front(), 1.0);
        for (const double y : each.y)
            QVERIFY(std::isnan(y) || std::abs(y) <= 1);
    }
    QVERIFY(panel.note().contains(QStringLiteral("Adebayo")));
    // Each method's value is read out under the pointer.
    auto *plot = panel.plot()->findChild<QWidget *>();
    QTest::mouseMove(plot, plot->rect().center());
    for (const PlotSeries &each : series)
        QVERIFY2(panel.plot()->readout().contains(each.name), qPrintable(panel.plot()->readout()));
    QTest::mouseMove(plot, QPoint(1, 1));
    QVERIFY(panel.plot()->readout().isEmpty());
}

void TestStudyPanels::badgesTellWhatTheExplanationIsWorth()
{
    TrustPanel panel(m_controller.get());
    showPanel(panel);
    QCOMPARE(panel.badges().size(), std::size_t(4));
    QCOMPARE(panel.badges()[0].verdict, TrustBadge::Verdict::Passed); // complete
    QCOMPARE(panel.badges()[1].verdict, TrustBadge::Verdict::Passed); // finite differences
    // A random network is not symmetric, and must be told to be doubtful.
    QCOMPARE(panel.badges()[2].verdict, TrustBadge::Verdict::Doubtful);
    for (const TrustBadge &badge : panel.badges())
        QVERIFY(!badge.number.isEmpty() && badge.meaning.endsWith(QLatin1Char(')')));
    // The pair lies at a border, which must not be taken for a change; and the constancy says nothing against
    // guided backpropagation, but all against the deconvnet.
    QVERIFY2(panel.badges()[3].number.startsWith(QStringLiteral("changes by 0 %")),
             qPrintable(panel.badges()[3].number));
    QCOMPARE(panel.badges()[3].verdict, TrustBadge::Verdict::Aside);
    m_settings->setMethod(ExplanationMethod::Deconvnet);
    QTRY_COMPARE_WITH_TIMEOUT(panel.badges()[3].verdict, TrustBadge::Verdict::Doubtful, 10000);
}

void TestStudyPanels::patternsAreMeansOverASetAndNotOfThePair()
{
    PatternsPanel panel(m_selection.get(), m_settings.get(), m_controller.get());
    showPanel(panel);
    const auto expected = [&](PairSet set) {
        return meanPatterns(*explained()->explainer, nullptr, {set},
                            {3, AttributionMethod::Guided, AttributionTarget::RaisesDistance},
                            PatternsPanel::kMostPairs)
            .value();
    };
    int withPairs = 0;
    for (const PairSet set : {PairSet::LongRange, PairSet::MediumRange, PairSet::ShortRange}) {
        if (set != PairSet::LongRange) // the one that it begins with
            QTest::keyClick(panel.choice(), Qt::Key_Up);
        QCOMPARE(panel.choice()->currentIndex(), int(set));
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy(), 20000);
        const auto patterns = expected(set);
        if (patterns.empty()) {
            QVERIFY(!panel.mean()->picture().window);
            QVERIFY2(panel.note().contains(QStringLiteral("No pair")), qPrintable(panel.note()));
            continue;
        }
        ++withPairs;
        QCOMPARE(panel.mean()->picture().window->values.size(), patterns[0].mean.values.size());
        QVERIFY(std::abs(panel.mean()->picture().window->at(3, 4, 1, 2) - patterns[0].mean.at(3, 4, 1, 2)) <
                1e-6F);
        QCOMPARE(panel.input()->picture().window->at(3, 4, 1, 2), patterns[0].input.at(3, 4, 1, 2));
        QVERIFY2(panel.note().contains(QString::number(patterns[0].pairs)), qPrintable(panel.note()));
        // A cell under the pointer is read out in both pictures.
        const auto mosaics = panel.findChildren<TileMosaic *>();
        QTest::mouseMove(mosaics[0],
                         mosaics[0]->mosaicLayout().cellRect(withPairs, 8, 7, 7).center().toPoint());
        QVERIFY(m_selection->hoveredCell());
        QCOMPARE(m_selection->hoveredCell()->tile(), (TileStates{withPairs, 8}));
        for (const TileMosaic *mosaic : mosaics)
            QVERIFY(mosaic->accessibleDescription().contains(QStringLiteral("–His at Δi")));
    }
    QVERIFY(withPairs > 0);
    // Sets of a structure cannot be chosen without one.
    const auto *items = qobject_cast<QStandardItemModel *>(panel.choice()->model());
    QVERIFY(!items->item(int(PairSet::Helix))->isEnabled());
    QVERIFY(items->item(int(PairSet::LongRange))->isEnabled());
    // Another pair leaves the picture; another channel does not.
    const auto shown = panel.mean()->picture().window;
    m_selection->setPair(ResiduePair{21, 9});
    QTRY_COMPARE_WITH_TIMEOUT(explained()->gradient->pair, (ResiduePair{21, 9}), 5000);
    QVERIFY(!panel.isBusy());
    QCOMPARE(panel.mean()->picture().window, shown);
    m_settings->setChannel(0);
    QTRY_COMPARE_WITH_TIMEOUT(explained()->gradient->channel, 0, 5000);
    QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy() && panel.mean()->picture().window != shown, 20000);
    m_settings->setChannel(3);
}

void TestStudyPanels::noPairEmptiesTheTabs()
{
    RandomisationPanel random(m_controller.get());
    ScatterPanel scatter(m_selection.get(), m_controller.get());
    showPanel(random);
    showPanel(scatter);
    m_selection->setPair(std::nullopt);
    QVERIFY(random.plot()->picture().series.empty());
    QVERIFY(!random.plot()->picture().message.isEmpty());
    QVERIFY(scatter.grid()->points(0).empty());
}

void TestStudyPanels::plotsAreExportedAsVectors()
{
    CurvePanel panel(m_controller.get());
    showPanel(panel);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("curve.svg"));
    QVERIFY(exportFigure(*panel.figure(), {{QStringLiteral("caption")}, {}}, path).isOk());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QVERIFY(svg.contains("predicted distance"));
    QVERIFY(svg.contains("<polyline") || svg.contains("<path"));
    QVERIFY(!svg.contains("<image"));
    // The dark theme's plot is dark on the screen, and light in the export.
    panel.setPalette(darkPalette());
    const QImage dark = panel.plot()->grab().toImage();
    QVERIFY(dark.pixelColor(3, dark.height() - 3).lightnessF() < 0.5F);
    QVERIFY(figureImage(*panel.figure(), {}).pixelColor(3, 3).lightnessF() > 0.9F);
}

QTEST_MAIN(TestStudyPanels)
#include "tst_studypanels.moc"
