// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pairhistory.h"
#include "widgets/pairselection.h"

#include <QTest>

using namespace WhiteBox;

class TestPairHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForward();
    void aDragIsOneStep();
    void anotherProteinBeginsAnew();

private:
    /// Selects a pair and looks at it for longer than a glance.
    void look(PairSelection &selection, ResiduePair pair) const
    {
        selection.setPair(pair);
        QTest::qWait(PairHistory::kGlance + 100);
    }
};

void TestPairHistory::goesBackAndForward()
{
    PairSelection selection;
    PairHistory history(&selection);
    QVERIFY(!history.canGoBack() && !history.canGoForward());
    look(selection, {9, 1});
    look(selection, {20, 4});
    look(selection, {30, 2});
    history.goBack();
    QCOMPARE(*selection.pair(), (ResiduePair{20, 4}));
    history.goBack();
    QCOMPARE(*selection.pair(), (ResiduePair{9, 1}));
    history.goBack(); // there is no more
    QCOMPARE(*selection.pair(), (ResiduePair{9, 1}));
    history.goForward();
    QCOMPARE(*selection.pair(), (ResiduePair{20, 4}));
    selection.setPair(ResiduePair{11, 3}); // from here on another way
    QVERIFY(!history.canGoForward());
    history.goBack();
    QCOMPARE(*selection.pair(), (ResiduePair{20, 4}));
}

void TestPairHistory::aDragIsOneStep()
{
    PairSelection selection;
    PairHistory history(&selection);
    look(selection, {9, 1});
    for (int step = 0; step < 30; ++step)
        selection.setPair(ResiduePair{20 + step, 5});
    history.goBack();
    QCOMPARE(*selection.pair(), (ResiduePair{9, 1}));
    history.goForward();
    QCOMPARE(*selection.pair(), (ResiduePair{49, 5}));
}

void TestPairHistory::anotherProteinBeginsAnew()
{
    PairSelection selection;
    PairHistory history(&selection);
    look(selection, {9, 1});
    look(selection, {20, 4});
    selection.setPair(std::nullopt);
    QVERIFY(!history.canGoBack());
    selection.setPair(ResiduePair{3, 1});
    QVERIFY(!history.canGoBack() && !history.canGoForward());
}

QTEST_GUILESS_MAIN(TestPairHistory)
#include "tst_pairhistory.moc"
