// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader is told of the map and the mosaic.
#include "tests/support/testresult.h"
#include "tests/support/warnings.h"
#include "widgets/matrixview.h"
#include "widgets/resultlayers.h"
#include "widgets/tilemosaic.h"

#include <QAccessible>
#include <QTest>

using namespace WhiteBox;

class TestReadableGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(Test::anyWarning()); }
    void mapIsATableOfPairs();
    void selectedPairIsTheSelectedCell();
    void mosaicIsATableOfTilesAndAnEnlargedTileOfCells();
};

void TestReadableGrid::mapIsATableOfPairs()
{
    auto result = Test::makeResult(20);
    result->query.residues = "ARNDCQEGHILKMFPSTWYV";
    result->structure = Test::makeMatch(*result);
    PairSelection selection;
    MatrixView view(&selection);
    view.setProtein(result->query.name, result->query.residues, {});
    view.setLayers(makeLayer(*result, {MatrixContent::Predicted, 3}),
                   makeLayer(*result, {MatrixContent::Truth, 3}));
    view.resize(500, 460);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(interface && interface->tableInterface());
    QCOMPARE(interface->role(), QAccessible::Table);
    QAccessibleTableInterface *table = interface->tableInterface();
    QCOMPARE(table->rowCount(), 20);
    QCOMPARE(table->columnCount(), 20);
    QCOMPARE(table->rowDescription(10), QStringLiteral("11 Leu"));
    QAccessibleInterface *cell = table->cellAt(10, 19);
    QVERIFY(cell && cell->tableCellInterface());
    // 9 apart: predicted 9 + 0.75 Å, the straight chain 36 Å.
    QCOMPARE(cell->text(QAccessible::Name),
             QStringLiteral("row 11 Leu, column 20 Val, predicted 9.8 Å, true 36.0 Å"));
    QCOMPARE(cell->tableCellInterface()->columnIndex(), 19);
    QVERIFY(
        cell->rect().contains(view.mapToGlobal(view.mapGeometry().cellRect({10, 19}).center().toPoint())));
    QCOMPARE(interface->childAt(cell->rect().center().x(), cell->rect().center().y()), cell);
    QCOMPARE(interface->child(interface->indexOfChild(cell)), cell);
    QVERIFY(!table->cellAt(20, 0));
}

void TestReadableGrid::selectedPairIsTheSelectedCell()
{
    const auto result = Test::makeResult(20);
    PairSelection selection;
    MatrixView view(&selection);
    view.setLayers(makeLayer(*result, {MatrixContent::Predicted, 3}),
                   makeLayer(*result, {MatrixContent::CouplingScore, 3}));
    QAccessibleTableInterface *table = QAccessible::queryAccessibleInterface(&view)->tableInterface();
    QCOMPARE(table->selectedCellCount(), 0);
    selection.setPair(ResiduePair{7, 3});
    QCOMPARE(table->selectedCellCount(), 1);
    QVERIFY(table->cellAt(7, 3)->state().selected);
    QVERIFY(!table->cellAt(3, 7)->state().selected);
    QCOMPARE(table->selectedCells().first(), table->cellAt(7, 3));
}

void TestReadableGrid::mosaicIsATableOfTilesAndAnEnlargedTileOfCells()
{
    auto window = std::make_shared<GradientWindow>();
    window->pair = {2, 60};
    window->length = 100;
    window->side = 15;
    window->values.assign(std::size_t(kStates) * kStates * 225, 0.0F);
    window->values[window->index(10, 19, 1, 2)] = 0.5F;
    window->values[window->index(10, 19, 1, 3)] = 0.25F;
    MosaicPicture picture;
    picture.window = window;
    picture.unit = QStringLiteral("Å");
    PairSelection selection;
    TileMosaic view(QStringLiteral("gradient"), &selection);
    view.setPicture(picture);
    view.resize(460, 420);
    QAccessibleTableInterface *table = QAccessible::queryAccessibleInterface(&view)->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 21);
    QCOMPARE(table->cellAt(10, 19)->text(QAccessible::Name),
             QStringLiteral("row Leu, column Val, sum 0.75 Å"));
    selection.setHoveredCell(WindowCell{10, 19, 1, 2});
    QVERIFY(table->cellAt(10, 19)->state().selected);
    selection.setOpenTile(TileStates{10, 19});
    QCOMPARE(table->rowCount(), 15);
    QCOMPARE(table->cellAt(8, 9)->text(QAccessible::Name), QStringLiteral("Leu–Val at Δi +1, Δj +2: 0.5 Å"));
    QVERIFY(table->cellAt(8, 9)->state().selected);
    QCOMPARE(table->cellAt(0, 0)->text(QAccessible::Name), QStringLiteral("outside the protein"));
    QCOMPARE(table->rowDescription(0), QStringLiteral("−7"));
}

QTEST_MAIN(TestReadableGrid)
#include "tst_readablegrid.moc"
