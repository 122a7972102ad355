// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/warnings.h"
#include "widgets/tilemosaic.h"
#include "widgets/tilepainter.h"

#include <QSignalSpy>
#include <QTest>

using namespace WhiteBox;

namespace {

/// Value = a − b in every cell, so that each tile has one colour.
std::shared_ptr<GradientWindow> madeUpWindow(ResiduePair pair, int length)
{
    auto window = std::make_shared<GradientWindow>();
    window->pair = pair;
    window->length = length;
    window->side = 15;
    for (int a = 0; a < kStates; ++a)
        for (int b = 0; b < kStates; ++b)
            window->values.insert(window->values.end(), 225, float(a - b));
    return window;
}

MosaicPicture pictureOf(std::shared_ptr<const GradientWindow> window)
{
    MosaicPicture picture;
    picture.window = std::move(window);
    picture.title = QStringLiteral("made up");
    picture.unit = QStringLiteral("Å");
    picture.zeroMessage = QStringLiteral("Gradient is exactly zero: no active path");
    return picture;
}

} // namespace

class TestTileMosaic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tilesHaveTheirValuesColour();
    void tilesAreEqualAndHaveGaps();
    void hoverTellsTheCellToAllViews();
    void outsideIsNoCell();
    void scalesFollowTheirMode();
    void exactZeroIsSaidInWords();
    void orderMovesTilesNotValues();
    void keysWalkOverCellsAndTiles();
    void readoutNamesResiduesAndOffsets();
    void doubleClickEnlargesTheTileInEveryMosaic();
    void enterAndEscapeOpenAndCloseATile();
    void everyOrderHoldsEachStateOnce();

private:
    PairSelection *m_selection = nullptr;
    TileMosaic *m_view = nullptr;
};

void TestTileMosaic::init()
{
    QTest::failOnWarning(Test::anyWarning());
    m_selection = new PairSelection;
    m_view = new TileMosaic(QStringLiteral("gradient"), m_selection);
    m_view->setPicture(pictureOf(madeUpWindow({40, 60}, 100)));
    m_view->resize(460, 420);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view));
}

void TestTileMosaic::cleanup()
{
    delete m_view;
    delete m_selection;
}

void TestTileMosaic::tilesHaveTheirValuesColour()
{
    const QImage image = m_view->grab().toImage();
    const double limit = m_view->painter().limit(0, 0);
    const ColorScale scale = ColorScale::symmetric(limit, {});
    for (const auto &[a, b] : {std::pair{0, 0}, std::pair{20, 0}, std::pair{3, 17}}) {
        const QPoint centre = m_view->mosaicLayout().tileRect(a, b).center().toPoint();
        QCOMPARE(image.pixel(centre), scale.color(float(a - b)));
    }
}

void TestTileMosaic::tilesAreEqualAndHaveGaps()
{
    const auto layout = m_view->mosaicLayout();
    QCOMPARE(layout.tile, std::floor(layout.tile));
    QVERIFY(layout.gap >= 1);
    QCOMPARE(layout.tileRect(20, 20).right(), layout.origin.x() + layout.extent());
    QVERIFY(!layout.at(QPointF(layout.tileRect(0, 0).right() + layout.gap / 2, layout.origin.y() + 1)));
}

void TestTileMosaic::hoverTellsTheCellToAllViews()
{
    QSignalSpy spy(m_selection, &PairSelection::hoveredCellChanged);
    const QRectF cell = m_view->mosaicLayout().cellRect(4, 7, 7, 12);
    QTest::mouseMove(m_view, cell.center().toPoint());
    QVERIFY(spy.count() >= 1);
    QCOMPARE(m_selection->hoveredCell()->a, 4);
    QCOMPARE(m_selection->hoveredCell()->b, 7);
    QVERIFY(std::abs(m_selection->hoveredCell()->dj - 5) <= 1);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view, &leave);
    QVERIFY(!m_selection->hoveredCell());
}

void TestTileMosaic::outsideIsNoCell()
{
    // Pair (2, 60): of Δi −7..7 only −2.. lie inside.
    m_view->setPicture(pictureOf(madeUpWindow({2, 60}, 100)));
    const auto layout = m_view->mosaicLayout();
    QVERIFY(!m_view->painter().cellAt(layout, layout.cellRect(3, 3, 0, 7).center()));
    QVERIFY(m_view->painter().cellAt(layout, layout.cellRect(3, 3, 14, 7).center()));
    // It is drawn as a hatch of two greys, not in the colour of zero.
    const QImage image = m_view->grab().toImage();
    const QRgb outside = image.pixel(layout.cellRect(3, 3, 1, 7).center().toPoint());
    QCOMPARE(qRed(outside), qGreen(outside));
    QCOMPARE(qRed(outside), qBlue(outside));
}

void TestTileMosaic::scalesFollowTheirMode()
{
    MosaicPicture picture = pictureOf(madeUpWindow({40, 60}, 100));
    m_view->setPicture(picture);
    // |a − b| = 20 fills 2 of 441 tiles, 0.45 %; the percentile lies at 19.
    QCOMPARE(m_view->painter().limit(0, 0), 19.0);
    picture.scale = MosaicScale::PerTile;
    m_view->setPicture(picture);
    QCOMPARE(m_view->painter().limit(10, 3), 7.0);
    picture.scale = MosaicScale::PerRow;
    m_view->setPicture(picture);
    QCOMPARE(m_view->painter().limit(0, 5), 20.0);
    QCOMPARE(m_view->painter().limit(10, 5), 10.0);
    picture.scale = MosaicScale::Locked;
    picture.lockedLimit = 2.5;
    m_view->setPicture(picture);
    QCOMPARE(m_view->painter().limit(0, 5), 2.5);
}

void TestTileMosaic::exactZeroIsSaidInWords()
{
    QVERIFY(!m_view->painter().isAllZero());
    auto window = madeUpWindow({40, 60}, 100);
    std::fill(window->values.begin(), window->values.end(), 0.0F);
    m_view->setPicture(pictureOf(window));
    QVERIFY(m_view->painter().isAllZero());
    const QImage image = m_view->grab().toImage();
    const QRgb zero = ColorScale::symmetric(1, {}).color(0);
    QCOMPARE(image.pixel(m_view->mosaicLayout().tileRect(1, 1).center().toPoint()), zero);
    // Dark letters stand in the middle, where a picture of noise would have none.
    const QRect middle(m_view->mosaicLayout().tileRect(10, 2).topLeft().toPoint(), QSize(300, 15));
    int dark = 0;
    for (int y = middle.top() - 8; y < middle.bottom() + 8; ++y)
        for (int x = middle.left(); x < middle.right(); ++x)
            dark += qGray(image.pixel(x, y)) < 80 ? 1 : 0;
    QVERIFY(dark > 100);
}

void TestTileMosaic::orderMovesTilesNotValues()
{
    MosaicPicture picture = pictureOf(madeUpWindow({40, 60}, 100));
    picture.order = ResidueOrder::Alphabet;
    m_view->setPicture(picture);
    const auto layout = m_view->mosaicLayout();
    const auto cell = m_view->painter().cellAt(layout, layout.tileRect(1, 4).center());
    QCOMPARE(cell->a, int(stateOf('C')));
    QCOMPARE(cell->b, int(stateOf('F')));
}

void TestTileMosaic::keysWalkOverCellsAndTiles()
{
    m_selection->setHoveredCell(WindowCell{0, 0, 0, 0});
    QTest::keyClick(m_view, Qt::Key_Right);
    QTest::keyClick(m_view, Qt::Key_Up);
    QCOMPARE(*m_selection->hoveredCell(), (WindowCell{0, 0, -1, 1}));
    QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(*m_selection->hoveredCell(), (WindowCell{1, 0, -1, 1}));
    QTest::keyClick(m_view, Qt::Key_Escape);
    QVERIFY(!m_selection->hoveredCell());
}

void TestTileMosaic::readoutNamesResiduesAndOffsets()
{
    QCOMPARE(m_view->readout({1, 3, -3, 2}), QStringLiteral("Arg–Asp at Δi −3, Δj +2: −2 Å"));
    QCOMPARE(m_view->readout({3, 20, 0, 0}), QStringLiteral("Asp–Gap at Δi 0, Δj 0: −17 Å"));
}

void TestTileMosaic::doubleClickEnlargesTheTileInEveryMosaic()
{
    auto window = madeUpWindow({2, 60}, 100); // rows Δi < −2 lie outside
    window->values[window->index(4, 7, 3, 5)] = 9.0F;
    m_view->setPicture(pictureOf(window));
    TileMosaic twin(QStringLiteral("coevolution"), m_selection);
    twin.setPicture(pictureOf(madeUpWindow({2, 60}, 100)));
    twin.resize(460, 420);
    twin.show();
    const QImage allTiles = twin.grab().toImage();
    QTest::mouseDClick(m_view, Qt::LeftButton, {},
                       m_view->mosaicLayout().cellRect(4, 7, 9, 7).center().toPoint());
    QCOMPARE(*m_selection->openTile(), (TileStates{4, 7}));
    QVERIFY(twin.grab().toImage() != allTiles);

    const TilePainter large(m_view->painter(), {4, 7});
    const FigureStyle style = FigureStyle::ofPalette(m_view->palette(), m_view->font());
    const QRectF square = large.square(m_view->rect(), style, 1);
    QVERIFY(square.width() > 15 * 15); // large: cells of more than 15 pixels
    const auto centreOf = [&](int di, int dj) {
        return QPoint(int(square.left() + (dj + 7.5) * square.width() / 15),
                      int(square.top() + (di + 7.5) * square.height() / 15));
    };
    m_selection->setHoveredCell(std::nullopt);
    const QImage image = m_view->grab().toImage();
    const ColorScale scale = ColorScale::symmetric(m_view->painter().limit(4, 7), {});
    QCOMPARE(image.pixel(centreOf(3, 5)), scale.color(9.0F));
    QCOMPARE(image.pixel(centreOf(3, 4)), scale.color(-3.0F));
    QTest::mouseMove(m_view, centreOf(3, 5));
    QCOMPARE(*m_selection->hoveredCell(), (WindowCell{4, 7, 3, 5}));
    QTest::mouseMove(m_view, centreOf(-7, 5));
    QVERIFY(!m_selection->hoveredCell()); // outside the protein
    QTest::mouseDClick(m_view, Qt::LeftButton, {}, centreOf(3, 5));
    QVERIFY(!m_selection->openTile());
}

void TestTileMosaic::enterAndEscapeOpenAndCloseATile()
{
    QTest::keyClick(m_view, Qt::Key_Return);
    QVERIFY(!m_selection->openTile()); // no tile is looked at
    m_selection->setHoveredCell(WindowCell{1, 3, 0, 0});
    QTest::keyClick(m_view, Qt::Key_Return);
    QCOMPARE(*m_selection->openTile(), (TileStates{1, 3}));
    // The enlarged tile follows the cursor.
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(*m_selection->openTile(), (TileStates{1, 4}));
    QTest::keyClick(m_view, Qt::Key_Down);
    QCOMPARE(*m_selection->hoveredCell(), (WindowCell{1, 4, 1, 0}));
    QTest::keyClick(m_view, Qt::Key_Escape);
    QVERIFY(!m_selection->openTile());
}

void TestTileMosaic::everyOrderHoldsEachStateOnce()
{
    for (const auto order : {ResidueOrder::Ccmpred, ResidueOrder::Alphabet, ResidueOrder::Hydrophobicity,
                             ResidueOrder::Charge}) {
        auto states = statesInOrder(order);
        std::sort(states.begin(), states.end());
        for (int k = 0; k < kStates; ++k)
            QCOMPARE(states[std::size_t(k)], k);
    }
}

QTEST_MAIN(TestTileMosaic)
#include "tst_tilemosaic.moc"
