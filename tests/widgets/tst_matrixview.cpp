// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/warnings.h"
#include "widgets/figureexport.h"
#include "widgets/matrixview.h"
#include "widgets/theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <limits>

using namespace WhiteBox;

namespace {

constexpr int kLength = 40;

/// Distances 4 + |i − j| / 2, with residue 31 (0-based 30) unknown.
std::shared_ptr<const MatrixLayer> madeUpLayer(const QString &name)
{
    auto layer = std::make_shared<MatrixLayer>();
    layer->title = name;
    layer->shortTitle = name;
    layer->length = kLength;
    layer->scale = ColorScale::distance();
    for (int i = 0; i < kLength; ++i)
        for (int j = 0; j < kLength; ++j)
            layer->values.push_back(i == 30 || j == 30 ? std::numeric_limits<float>::quiet_NaN()
                                                       : 4 + 0.5F * float(std::abs(i - j)));
    return layer;
}

} // namespace

class TestMatrixView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void clickSelectsThePairUnderThePointer();
    void dragFollowsThePointerAndStopsAtTheBorder();
    void cellsAreWholePixelsAndEqual();
    void halvesShowTheirOwnLayers();
    void darkWindowHasTheColoursOfItsBars();
    void wheelZoomsAboutThePointerAndDoubleClickResets();
    void doubleClickThatResetsLeavesThePair();
    void marksAreExplainedBelowTheMap();
    void rightDragZoomsIntoTheRectangle();
    void middleDragMovesTheMap();
    void arrowsMoveThePair();
    void hoverIsToldAndForgotten();
    void readoutCountsFromOneWithLetters();
    void oneScaleHasOneBar();
    void stripsTellOfTheAlignment();
    void emptyViewIgnoresEvents();

private:
    QPoint at(int i, int j) const { return m_view->mapGeometry().cellRect({i, j}).center().toPoint(); }

    PairSelection *m_selection = nullptr;
    MatrixView *m_view = nullptr;
};

void TestMatrixView::init()
{
    QTest::failOnWarning(Test::anyWarning());
    m_selection = new PairSelection;
    m_view = new MatrixView(m_selection);
    m_view->setProtein(QStringLiteral("made up"), std::string(kLength, 'L'), {});
    m_view->setLayers(madeUpLayer(QStringLiteral("predicted")), madeUpLayer(QStringLiteral("true")));
    m_view->resize(600, 560);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view));
}

void TestMatrixView::cleanup()
{
    delete m_view;
    delete m_selection;
}

void TestMatrixView::clickSelectsThePairUnderThePointer()
{
    QSignalSpy spy(m_selection, &PairSelection::pairChanged);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, at(12, 35));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(m_selection->pair()->i, 12);
    QCOMPARE(m_selection->pair()->j, 35);
}

void TestMatrixView::dragFollowsThePointerAndStopsAtTheBorder()
{
    QTest::mousePress(m_view, Qt::LeftButton, {}, at(5, 5));
    QTest::mouseMove(m_view, at(7, 20));
    QCOMPARE(*m_selection->pair(), (ResiduePair{7, 20}));
    QTest::mouseMove(m_view, QPoint(m_view->width() - 1, at(9, 0).y()));
    QCOMPARE(*m_selection->pair(), (ResiduePair{9, kLength - 1}));
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, at(9, 10));
    QTest::mouseMove(m_view, at(3, 3));
    QCOMPARE(*m_selection->pair(), (ResiduePair{9, kLength - 1}));
}

void TestMatrixView::cellsAreWholePixelsAndEqual()
{
    const MatrixGeometry map = m_view->mapGeometry();
    QCOMPARE(map.cell(), std::floor(map.cell()));
    const QImage image = m_view->grab().toImage();
    const ColorScale scale = ColorScale::distance();
    for (const int k :
         {0, 17, 29}) { // the first and the last pixel of a cell have its colour, the next has not
        const QRect cell = map.cellRect({k, 3}).toRect();
        const QRgb expected = scale.color(4 + 0.5F * float(std::abs(k - 3)));
        QCOMPARE(image.pixel(cell.left(), cell.top()), expected);
        QCOMPARE(image.pixel(cell.right(), cell.bottom()), expected);
        QVERIFY(image.pixel(cell.right() + 1, cell.bottom()) != expected);
    }
}

void TestMatrixView::halvesShowTheirOwnLayers()
{
    auto other = std::make_shared<MatrixLayer>(*madeUpLayer(QStringLiteral("error")));
    other->scale = ColorScale::symmetric(30, QStringLiteral("Å"));
    m_view->setLayers(madeUpLayer(QStringLiteral("predicted")), other);
    const QImage image = m_view->grab().toImage();
    QCOMPARE(image.pixel(at(20, 3)), ColorScale::distance().color(4 + 8.5F));
    QCOMPARE(image.pixel(at(3, 20)), other->scale.color(4 + 8.5F));
}

void TestMatrixView::darkWindowHasTheColoursOfItsBars()
{
    auto error = std::make_shared<MatrixLayer>(*madeUpLayer(QStringLiteral("error")));
    error->scale = ColorScale::symmetric(30, QStringLiteral("Å"));
    auto score = std::make_shared<MatrixLayer>(*madeUpLayer(QStringLiteral("score")));
    score->scale = ColorScale::magnitude(30, {});
    m_view->setPalette(darkPalette());
    m_view->setLayers(error, score);
    const QImage image = m_view->grab().toImage();
    QCOMPARE(image.pixel(at(20, 3)), error->scale.color(4 + 8.5F, true));
    QCOMPARE(image.pixel(at(3, 20)), score->scale.color(4 + 8.5F, true));
    QVERIFY(error->scale.color(4 + 8.5F, true) != error->scale.color(4 + 8.5F, false));
}

void TestMatrixView::wheelZoomsAboutThePointerAndDoubleClickResets()
{
    const QPoint point = at(10, 30);
    QWheelEvent wheel(point, m_view->mapToGlobal(point), {}, {0, 240}, Qt::NoButton, {}, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(m_view, &wheel);
    QCOMPARE(m_view->visibleCells().width(), 28); // 40 / 1.2²
    QVERIFY(m_view->visibleCells().contains(30, 10));
    const ResiduePair under = m_view->mapGeometry().nearestCell(point);
    QVERIFY(std::abs(under.i - 10) <= 1 && std::abs(under.j - 30) <= 1);
    QTest::mouseDClick(m_view, Qt::LeftButton, {}, point);
    QTest::mouseRelease(m_view, Qt::LeftButton, {},
                        point); // QTest keeps the button down after a double click
    QCOMPARE(m_view->visibleCells(), QRect(0, 0, kLength, kLength));
}

// Its first click selected the pair under the pointer.
void TestMatrixView::doubleClickThatResetsLeavesThePair()
{
    const auto doubleClick = [this](const QPoint &point) {
        // What a display sends: press, release, double click, release.
        QTest::mouseClick(m_view, Qt::LeftButton, {}, point);
        QTest::mouseDClick(m_view, Qt::LeftButton, {}, point);
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, point);
    };
    m_selection->setPair(ResiduePair{12, 18});
    m_view->setVisibleCells(QRect(10, 10, 20, 20));
    const QPoint point = at(25, 14);
    doubleClick(point);
    QCOMPARE(m_view->visibleCells(), QRect(0, 0, kLength, kLength));
    QCOMPARE(*m_selection->pair(), (ResiduePair{12, 18}));
    // Where nothing is reset it is a click.
    doubleClick(at(30, 5));
    QCOMPARE(*m_selection->pair(), (ResiduePair{30, 5}));
    m_selection->setPair(std::nullopt);
    m_view->setVisibleCells(QRect(10, 10, 20, 20));
    doubleClick(point);
    QVERIFY(!m_selection->pair());
}

void TestMatrixView::marksAreExplainedBelowTheMap()
{
    using Verdict = TopPair::Verdict;
    const auto has = [](const QImage &image, const QRectF &line, const QColor &color) {
        for (int y = int(line.top()); y < std::min(image.height(), int(line.bottom())); ++y)
            for (int x = int(line.left()); x < int(line.right()); ++x)
                if (const QColor at = image.pixelColor(x, y); std::abs(at.red() - color.red()) < 50 &&
                                                              std::abs(at.green() - color.green()) < 50 &&
                                                              std::abs(at.blue() - color.blue()) < 50)
                    return true; // about: its edge is smoothed
        return false;
    };
    const QColor right(0x00, 0x72, 0xB2);
    const QColor wrong(0xD5, 0x00, 0x00);
    const QImage bare = m_view->grab().toImage();
    m_view->setMarks({{{30, 3}, Verdict::True}, {{25, 4}, Verdict::True}},
                     QStringLiteral("top L/5: 2 of 2 right"));
    const QRectF plot = m_view->mapGeometry().plot;
    const QRectF line(4, plot.bottom() + 20, 590, m_view->height() - plot.bottom() - 24);
    QImage image = m_view->grab().toImage();
    QVERIFY(!has(bare, line, right));
    QVERIFY(has(image, line, right));
    QVERIFY(!has(image, line, wrong)); // only what occurs
    m_view->setMarks({{{30, 3}, Verdict::True}, {{25, 4}, Verdict::False}},
                     QStringLiteral("top L/5: 1 of 2 right"));
    image = m_view->grab().toImage();
    QVERIFY(has(image, line, right) && has(image, line, wrong));
    // In an export too, below all cells.
    const QImage exported = figureImage(*m_view, {}, 1);
    QVERIFY(has(exported, QRectF(0, exported.height() - 60, exported.width(), 60), wrong));
    m_view->setMarks({}, {});
    QCOMPARE(m_view->grab().toImage(), bare);
}

void TestMatrixView::rightDragZoomsIntoTheRectangle()
{
    QTest::mousePress(m_view, Qt::RightButton, {}, at(4, 10));
    QTest::mouseMove(m_view, at(15, 21));
    QTest::mouseRelease(m_view, Qt::RightButton, {}, at(15, 21));
    QCOMPARE(m_view->visibleCells(), QRect(10, 4, 12, 12));
    QVERIFY(!m_selection->pair());
}

void TestMatrixView::middleDragMovesTheMap()
{
    m_view->setVisibleCells(QRect(10, 10, 20, 20));
    const double cell = m_view->mapGeometry().cell();
    const QPoint from = at(15, 15);
    QTest::mousePress(m_view, Qt::MiddleButton, {}, from);
    QTest::mouseMove(m_view, from + QPoint(int(-3 * cell), int(2 * cell)));
    QTest::mouseRelease(m_view, Qt::MiddleButton, {}, from + QPoint(int(-3 * cell), int(2 * cell)));
    QCOMPARE(m_view->visibleCells(), QRect(13, 8, 20, 20));
}

void TestMatrixView::arrowsMoveThePair()
{
    m_selection->setPair(ResiduePair{5, 35});
    QTest::keyClick(m_view, Qt::Key_Down);
    QTest::keyClick(m_view, Qt::Key_Left);
    QCOMPARE(*m_selection->pair(), (ResiduePair{6, 34}));
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(*m_selection->pair(), (ResiduePair{6, kLength - 1}));
    QTest::keyClick(m_view, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(*m_selection->pair(), (ResiduePair{0, kLength - 1}));
}

void TestMatrixView::hoverIsToldAndForgotten()
{
    QTest::mouseMove(m_view, at(8, 9));
    QVERIFY(m_selection->hoveredPair());
    QCOMPARE(*m_selection->hoveredPair(), (ResiduePair{8, 9}));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view, &leave);
    QVERIFY(!m_selection->hoveredPair());
}

void TestMatrixView::readoutCountsFromOneWithLetters()
{
    const QString text = m_view->readout({11, 21});
    QVERIFY2(text.contains(QStringLiteral("L12-L22")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("predicted 9.0 Å")), qPrintable(text));
    QVERIFY(m_view->readout({30, 2}).contains(QStringLiteral("unknown")));
}

void TestMatrixView::oneScaleHasOneBar()
{
    // Truth beside prediction share a scale; the second bar once appeared at the left edge of exports.
    const QImage image = figureImage(*m_view, {});
    for (int y = 0; y < image.height() / 2; ++y)
        for (int x = 0; x < 16; ++x)
            if (image.pixel(x, y) != qRgb(255, 255, 255))
                QFAIL(qPrintable(QStringLiteral("%1,%2").arg(x).arg(y)));
}

void TestMatrixView::stripsTellOfTheAlignment()
{
    const QRectF before = m_view->mapGeometry().plot;
    const QImage bare = m_view->grab().toImage();
    std::vector<ColumnStatistics> columns(kLength, {0.5F, 0.0F});
    columns[11] = {0.95F, 1.0F};
    m_view->setColumns(columns);
    QCOMPARE(m_view->residueText(11), QStringLiteral("L12; conservation 1.00, coverage 95 %"));
    const MatrixGeometry map = m_view->mapGeometry();
    QVERIFY(map.plot.top() > before.top()); // room is made above
    // Above the letters the conserved column is the darkest, its neighbours are as light as can be.
    const QImage image = m_view->grab().toImage();
    const double x = map.cellRect({11, 11}).center().x();
    const double beside = map.cellRect({10, 10}).center().x();
    const auto darkest = [&](double at) {
        int least = 255;
        for (int y = int(map.plot.top()) - 40; y < int(map.plot.top()) - 14; ++y)
            least = std::min(least, qGray(image.pixel(int(at), y)));
        return least;
    };
    QVERIFY2(darkest(x) + 60 < darkest(beside),
             qPrintable(QStringLiteral("%1 %2").arg(darkest(x)).arg(darkest(beside))));
    // Another protein's columns are none of this one.
    m_view->setColumns(std::vector<ColumnStatistics>(7));
    QCOMPARE(m_view->mapGeometry().plot, before);
    QCOMPARE(m_view->grab().toImage(), bare);
}

void TestMatrixView::emptyViewIgnoresEvents()
{
    PairSelection selection;
    MatrixView view(&selection);
    view.resize(300, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(150, 150));
    QTest::mouseMove(&view, QPoint(140, 150));
    QTest::keyClick(&view, Qt::Key_Down);
    QVERIFY(!selection.pair());
}

QTEST_MAIN(TestMatrixView)
#include "tst_matrixview.moc"
