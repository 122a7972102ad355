// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure says when its study cannot be computed: the reason, never an empty picture.
#include "app/figures/figurestudio.h"
#include "tests/support/halfnetwork.h"
#include "tests/support/testresult.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace WhiteBox;

namespace {

constexpr int kLength = 20;

} // namespace

class TestFigureStudio : public QObject
{
    Q_OBJECT

    std::shared_ptr<JobResult> m_result = Test::makeResult(kLength);

    FigureSource source() const
    {
        return {m_result,
                [result = m_result](const StopToken &stop) {
                    return explainedProtein(Explainer::create(std::make_shared<const Test::HalfNetwork>(),
                                                              InputStack(result->couplings), 1, stop));
                },
                QStringLiteral("made up")};
    }

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(Test::anyWarning()); }

    void aStudyThatFailsIsNoFigure_data()
    {
        QTest::addColumn<QString>("figure");
        QTest::newRow("curve") << QStringLiteral("curve");
        QTest::newRow("randomisation") << QStringLiteral("randomisation");
    }

    void aStudyThatFailsIsNoFigure()
    {
        QFETCH(QString, figure);
        FigureStudio studio(source());
        FigureRecipe recipe;
        recipe.pair = ResiduePair{4, 15};
        recipe.figure = QStringLiteral("gradient");
        const auto fine = studio.show(recipe);
        QVERIFY2(fine.isOk(), fine.isOk() ? "" : qPrintable(fine.error().text()));
        recipe.figure = figure;
        const auto shown = studio.show(recipe);
        QVERIFY(!shown.isOk());
        QCOMPARE(shown.error().kind, ErrorKind::ToolFailed);
        QCOMPARE(shown.error().why, Test::brokenEngine().why);
        QCOMPARE(shown.error().remedy, Test::brokenEngine().remedy);
    }
};

QTEST_MAIN(TestFigureStudio)
#include "tst_figurestudio.moc"
