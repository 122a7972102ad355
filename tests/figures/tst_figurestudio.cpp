// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure says when its study cannot be computed: the reason, never an empty picture.
#include "app/figures/figurestudio.h"
#include "tests/support/referencenet.h"
#include "tests/support/testresult.h"
#include "tests/support/warnings.h"

#include <QTest>

#include <cmath>

using namespace WhiteBox;

namespace {

constexpr int kLength = 20;

Error brokenEngine()
{
    Error error;
    error.kind = ErrorKind::ToolFailed;
    error.what = QStringLiteral("The network failed");
    error.why = QStringLiteral("its engine takes no doubles");
    error.remedy = QStringLiteral("Save it in single precision.");
    return error;
}

/// Predicts and explains, and cannot do anything further.
class HalfNetwork : public ForeignNetwork
{
public:
    int outputChannels() const override { return kDistanceChannels; }
    int receptiveField() const override { return 15; }
    QString fingerprint() const override { return QStringLiteral("half"); }
    Result<DistanceMap> forward(const InputStack &input, int, const StopToken &) const override
    {
        return DistanceMap(input.length());
    }
    Result<std::vector<float>> gradient(const InputStack &input, const OutputQuestion &) const override
    {
        return Test::randomDense(input.length(), 5);
    }
    Result<std::vector<double>> outputsAlong(const InputStack &, std::span<const float>,
                                             std::span<const double>, ResiduePair, int) const override
    {
        return brokenEngine();
    }
    int layerCount() const override { return 3; }
    Result<std::shared_ptr<const ForeignNetwork>> randomised(int, std::uint32_t) const override
    {
        return brokenEngine();
    }
};

} // namespace

class TestFigureStudio : public QObject
{
    Q_OBJECT

    std::shared_ptr<JobResult> m_result = Test::makeResult(kLength);

    FigureSource source() const
    {
        return {m_result,
                [result = m_result](const StopToken &stop) {
                    return explainedProtein(Explainer::create(std::make_shared<const HalfNetwork>(),
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
        QCOMPARE(shown.error().why, brokenEngine().why);
        QCOMPARE(shown.error().remedy, brokenEngine().remedy);
    }
};

QTEST_MAIN(TestFigureStudio)
#include "tst_figurestudio.moc"
