// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/systemmemory.h"
#include "core/coevolution/contactscore.h"
#include "core/coevolution/pottsmodel.h"
#include "core/coevolution/pottsobjective.h"
#include "tests/core/coevolution/referencedata.h"
#include "tests/support/shareddata.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace WhiteBox;

namespace {

/// Rows drawn with a fixed seed: half of the columns follow the first one, so that couplings exist.
Alignment randomAlignment(int rows, int columns, unsigned seed = 1)
{
    std::mt19937 random(seed);
    std::vector<std::uint8_t> states;
    for (int n = 0; n < rows; ++n) {
        const auto first = std::uint8_t(random() % kStates);
        for (int i = 0; i < columns; ++i)
            states.push_back(i % 2 == 0 && random() % 3 != 0 ? first : std::uint8_t(random() % kStates));
    }
    return Alignment(columns, std::move(states));
}

/// Families of rows that differ from each other in a tenth of the columns: most are evaluated as differences.
Alignment redundantAlignment(int rows, int columns)
{
    const Alignment families = randomAlignment(7, columns);
    std::mt19937 random(11);
    std::vector<std::uint8_t> states;
    for (int n = 0; n < rows; ++n)
        for (int i = 0; i < columns; ++i)
            states.push_back(random() % 10 == 0 ? std::uint8_t(random() % kStates)
                                                : families.at(int(unsigned(n) * 13U % 7U), i));
    return Alignment(columns, std::move(states));
}

PottsFit fit(const Alignment &alignment, const PottsOptions &options = {})
{
    auto result = inferCouplings(alignment, options, {}, {});
    if (!result.isOk())
        qFatal("%s", qPrintable(result.error().text()));
    return std::move(result).value();
}

double largest(const std::vector<double> &values)
{
    return *std::ranges::max_element(values);
}

double largestDifference(std::span<const float> x, std::span<const float> y)
{
    double most = 0;
    for (std::size_t k = 0; k < x.size(); ++k)
        most = std::max(most, std::abs(double(x[k]) - double(y[k])));
    return most;
}

} // namespace

class tst_PottsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithCcmpred_data();
    void agreesWithCcmpred();
    void gradientIsTheSlopeOfTheObjective_data();
    void gradientIsTheSlopeOfTheObjective();
    void gradientNormsRunOverTheRedundantVector();
    void aProbeTellsWhatThePointWillBe();
    void levelsOfVectorInstructionsAgree();
    void threadsDoNotChangeTheResult();
    void permutingColumnsPermutesTheScores();
    void iterationLimitIsTold();
    void convergedModeReachesTheOptimum();
    void stopsWhenAsked();
    void refusesWhatHasNoAnswer_data();
    void refusesWhatHasNoAnswer();
    void refusesWhatDoesNotFitIntoMemory();
    void mostColumnsFillTheMemory();
    void refusesAStartOfAnotherLength();
    void continuesFromAStart();
};

void tst_PottsModel::agreesWithCcmpred_data()
{
    QTest::addColumn<QString>("alignment");
    QTest::addColumn<QString>("scores");
    QTest::addColumn<QString>("trace");
    QTest::addColumn<double>("objective");
    QTest::addColumn<double>("neff");
    // Final F and Beff: printed by ccmpred 0.3.3 in double precision (README.md beside the files).
    QTest::newRow("chey") << "reference/chey.aln.gz"
                          << "reference/chey.scores.tsv.gz"
                          << "reference/chey.trace.tsv" << 89103.859538 << 684.092;
    QTest::newRow("chey30") << "reference/chey30.aln"
                            << "reference/chey30.mat"
                            << "reference/chey30.trace.tsv" << 20896.777256 << 0.0;
    QTest::newRow("1aba") << "data/msa/1ABA_A.aln.gz"
                          << "reference/1aba.scores.tsv.gz"
                          << "" << 0.0 << 0.0;
}

void tst_PottsModel::agreesWithCcmpred()
{
    QFETCH(QString, alignment);
    QFETCH(QString, scores);
    QFETCH(QString, trace);
    QFETCH(double, objective);
    QFETCH(double, neff);
    const QString path = Test::sharedFile(alignment);
    if (path.isEmpty())
        QSKIP("needs the shared folder: set WHITEBOX_SHARED to it");
    const PottsFit result = fit(Test::readRows(path));
    QCOMPARE(int(result.status), int(PottsStatus::Converged));
    if (neff > 0)
        QVERIFY2(std::abs(result.neff - neff) < 1e-3, qPrintable(QString::number(result.neff, 'f', 4)));
    if (objective > 0)
        QVERIFY2(std::abs(result.objective / objective - 1) < 1e-6,
                 qPrintable(QString::number(result.objective, 'f', 4)));
    if (!trace.isEmpty()) {
        const auto expected = Test::readNumbers(Test::sharedFile(trace));
        QCOMPARE(result.trace.size(), expected.size() + 1); // ccmpred does not print the one that converges
        for (std::size_t t = 0; t < expected.size(); ++t) {
            QCOMPARE(double(result.trace[t].evaluations), expected[t][1]);
            QVERIFY(std::abs(result.trace[t].objective / expected[t][2] - 1) < 1e-5);
            QVERIFY(std::abs(result.trace[t].xSquaredNorm / expected[t][3] - 1) < 1e-5);
            QVERIFY(std::abs(result.trace[t].gradientSquaredNorm / expected[t][4] - 1) < 1e-3);
            QVERIFY(std::abs(result.trace[t].step / expected[t][5] - 1) < 1e-2);
        }
    }
    const ContactScore score = contactScore(result.couplings);
    const auto expected = Test::readNumbers(Test::sharedFile(scores));
    QCOMPARE(int(expected.size()), score.length);
    double most = 0;
    double worst = 0;
    for (int i = 0; i < score.length; ++i)
        for (int j = 0; j < score.length; ++j) {
            const double reference = expected[std::size_t(i)][std::size_t(j)];
            most = std::max(most, reference);
            worst = std::max(worst, std::abs(score.at(i, j) - reference));
        }
    qInfo("largest deviation %.2e of the largest score, %zu iterations, F %.6f", worst / most,
          result.trace.size(), result.objective);
    QVERIFY2(worst < 2e-5 * most, qPrintable(QString::number(worst / most)));
}

void tst_PottsModel::gradientIsTheSlopeOfTheObjective_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("redundant");
    for (const int columns : {5, 16, 21, 28, 36}) {
        QTest::addRow("%d columns", columns) << columns << false;
        QTest::addRow("%d columns, redundant rows", columns) << columns << true;
    }
}

void tst_PottsModel::gradientIsTheSlopeOfTheObjective()
{
    QFETCH(int, columns);
    const int rows = SequenceBlock::kRows + 92; // two blocks
    QFETCH(bool, redundant);
    const Alignment alignment =
        redundant ? redundantAlignment(rows, columns) : randomAlignment(rows, columns);
    std::vector<float> weights;
    for (int n = 0; n < rows; ++n)
        weights.push_back(1.0F / float(1 + n % 3));
    PottsObjective objective(alignment, weights, 0.01, 0.2 * (columns - 1), simdLevel(), 1);
    CouplingTensor point(columns);
    std::mt19937 random(7);
    std::normal_distribution<float> normal(0, 0.1F);
    for (float &w : point.values())
        w = normal(random);
    for (int i = 0; i < columns; ++i)
        for (int a = 0; a < kAminoAcids; ++a)
            point.fields()[std::size_t(i * kStates + a)] = normal(random);
    const auto at = [&](const CouplingTensor &x) {
        objective.startAt(x, {});
        return objective.sums().objective;
    };
    at(point);
    const CouplingTensor gradient = objective.gradient();
    const auto check = [&](auto part, std::size_t index) {
        // The objective is exact to about 1e-7 of 1e4: a central difference of this width is good to 1e-2 or
        // so.
        const float h = 0.05F;
        CouplingTensor moved = point;
        part(moved)[index] += h;
        const double up = at(moved);
        part(moved)[index] -= 2 * h;
        const double down = at(moved);
        const double slope = (up - down) / (2.0 * double(h));
        const double analytic = double(part(gradient)[index]);
        const double tolerance = 0.05 + 0.01 * std::abs(analytic);
        QVERIFY2(std::abs(slope - analytic) < tolerance,
                 qPrintable(QStringLiteral("%1: %2, not %3").arg(index).arg(analytic).arg(slope)));
    };
    const auto pairs = [](auto &x) { return x.values(); };
    const auto fields = [](auto &x) { return x.fields(); };
    for (int trial = 0; trial < 40; ++trial)
        check(pairs, random() % point.values().size());
    for (int i = 0; i < columns; i += 4)
        check(fields, std::size_t(i * kStates + i % kAminoAcids));
}

void tst_PottsModel::gradientNormsRunOverTheRedundantVector()
{
    const Alignment alignment = randomAlignment(60, 37);
    const std::vector<float> weights(60, 1.0F);
    PottsObjective objective(alignment, weights, 0.01, 7.2, simdLevel(), 1);
    objective.start({});
    objective.turn(0, {});
    objective.probe(1e-3, {});
    objective.settle({});
    const CouplingTensor g = objective.gradient();
    const CouplingTensor x = objective.point();
    double gg = 0;
    double xx = 0;
    for (std::size_t k = 0; k < g.values().size(); ++k) {
        gg += 2.0 * double(g.values()[k]) * double(g.values()[k]);
        xx += 2.0 * double(x.values()[k]) * double(x.values()[k]);
    }
    for (std::size_t k = 0; k < g.fields().size(); ++k) {
        gg += double(g.fields()[k]) * double(g.fields()[k]);
        xx += double(x.fields()[k]) * double(x.fields()[k]);
    }
    QVERIFY(std::abs(objective.sums().gg / gg - 1) < 1e-6);
    QVERIFY(std::abs(objective.sums().xx / xx - 1) < 1e-6);
}

// The sums along the line are taken from the logits, those at a point from its gradient.
void tst_PottsModel::aProbeTellsWhatThePointWillBe()
{
    const Alignment alignment = redundantAlignment(SequenceBlock::kRows + 92, 37); // a narrow last tile
    const std::vector<float> weights(std::size_t(alignment.rows()), 1.0F);
    PottsObjective objective(alignment, weights, 0.01, 7.2, simdLevel(), 1);
    QVERIFY(objective.start({}));
    for (const double length : {2e-4, 1e-4}) {
        QVERIFY(objective.turn(0.5, {}));
        QVERIFY(objective.probe(8 * length, {}));
        const double further = objective.probed().objective;
        QVERIFY(objective.probe(length, {})); // back along the same line
        const LinePoint probed = objective.probed();
        QVERIFY(probed.objective != further);
        QVERIFY(objective.settle({}));
        const PottsSums sums = objective.sums();
        QVERIFY(std::abs(probed.objective / sums.objective - 1) < 1e-7);
        QVERIFY(std::abs(probed.sg / sums.sg - 1) < 1e-4);
        QVERIFY(std::abs(probed.derivative / sums.derivative - 1) < 1e-4);
        // Logits kept along lines are those summed anew at the point.
        PottsObjective fresh(alignment, weights, 0.01, 7.2, simdLevel(), 1);
        QVERIFY(fresh.startAt(objective.point(), {}));
        QVERIFY(std::abs(fresh.sums().objective / sums.objective - 1) < 1e-6);
        QVERIFY(std::abs(fresh.sums().gg / sums.gg - 1) < 1e-5);
    }
}

void tst_PottsModel::levelsOfVectorInstructionsAgree()
{
    const Alignment alignment = randomAlignment(150, 37);
    PottsOptions options;
    options.simd = SimdLevel::Portable;
    const ContactScore expected = contactScore(fit(alignment, options).couplings);
    for (const SimdLevel level : {SimdLevel::Avx2, SimdLevel::Avx512}) {
        if (level > supportedSimdLevel())
            continue;
        options.simd = level;
        const ContactScore score = contactScore(fit(alignment, options).couplings);
        for (std::size_t k = 0; k < score.values.size(); ++k)
            QVERIFY(std::abs(score.values[k] - expected.values[k]) < 1e-5 * largest(expected.values));
    }
}

void tst_PottsModel::threadsDoNotChangeTheResult()
{
    const Alignment alignment = randomAlignment(SequenceBlock::kRows + 92, 50);
    PottsOptions options;
    options.maxIterations = 6;
    const PottsFit one = fit(alignment, options);
    for (const int threads : {2, 3, 8}) {
        options.threads = threads;
        const PottsFit several = fit(alignment, options);
        QCOMPARE(several.objective, one.objective);
        QCOMPARE(largestDifference(several.couplings.values(), one.couplings.values()), 0.0);
    }
}

void tst_PottsModel::permutingColumnsPermutesTheScores()
{
    const Alignment alignment = randomAlignment(120, 20);
    std::vector<std::uint8_t> reversed;
    for (int n = 0; n < alignment.rows(); ++n)
        for (int i = 0; i < 20; ++i)
            reversed.push_back(alignment.at(n, 19 - i));
    const ContactScore there = contactScore(fit(alignment).couplings);
    const ContactScore back = contactScore(fit(Alignment(20, std::move(reversed))).couplings);
    for (int i = 0; i < 20; ++i)
        for (int j = 0; j < 20; ++j) {
            QCOMPARE(there.at(i, j), there.at(j, i));
            QVERIFY(std::abs(there.at(i, j) - back.at(19 - i, 19 - j)) < 1e-5 * largest(there.values));
        }
}

void tst_PottsModel::iterationLimitIsTold()
{
    PottsOptions options;
    options.maxIterations = 3;
    const PottsFit result = fit(randomAlignment(100, 12), options);
    QCOMPARE(int(result.status), int(PottsStatus::IterationLimit));
    QCOMPARE(int(result.trace.size()), 3);
}

void tst_PottsModel::convergedModeReachesTheOptimum()
{
    const Alignment alignment = redundantAlignment(200, 20);
    PottsOptions options;
    options.mode = PottsMode::Converged;
    options.gradientTolerance = 1e-3;
    const PottsFit result = fit(alignment, options);
    const PottsIteration &last = result.trace.back();
    qInfo("%zu iterations, F %.4f, not %.4f", result.trace.size(), result.objective,
          fit(alignment).objective);
    QCOMPARE(int(result.status), int(PottsStatus::Converged));
    QVERIFY(last.gradientSquaredNorm <= 1e-6 * last.xSquaredNorm);
    QVERIFY(result.objective < fit(alignment).objective);
    // The objective is strictly convex: from elsewhere the same point is reached.
    options.start = std::make_shared<CouplingTensor>(20);
    const PottsFit other = fit(alignment, options);
    QVERIFY(std::abs(other.objective / result.objective - 1) < 1e-5);
    const double difference = largestDifference(other.couplings.values(), result.couplings.values());
    const auto magnitude = std::abs(
        *std::ranges::max_element(result.couplings.values(), {}, [](float w) { return std::abs(w); }));
    QVERIFY2(difference < 0.02 * double(magnitude),
             qPrintable(QStringLiteral("%1 of %2").arg(difference).arg(magnitude)));
}

void tst_PottsModel::stopsWhenAsked()
{
    StopSource source;
    int reports = 0;
    const Progress progress([&](double, const QString &) {
        if (++reports == 3)
            source.request_stop();
    });
    const auto result = inferCouplings(randomAlignment(200, 20), {}, source.get_token(), progress);
    QVERIFY(!result.isOk());
    QVERIFY(result.error().isCancelled());
    QCOMPARE(reports, 3);
}

void tst_PottsModel::refusesWhatHasNoAnswer_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("fill");
    QTest::newRow("empty") << 0 << 0 << 0;
    QTest::newRow("one row") << 1 << 30 << -1;
    QTest::newRow("four columns") << 100 << 4 << -1;
    QTest::newRow("all gaps") << 10 << 30 << int(kGap);
    QTest::newRow("all identical") << 10 << 30 << 3;
}

void tst_PottsModel::refusesWhatHasNoAnswer()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, fill);
    Alignment alignment = randomAlignment(rows, columns);
    if (fill >= 0)
        alignment =
            Alignment(columns, std::vector<std::uint8_t>(std::size_t(rows * columns), std::uint8_t(fill)));
    const auto result = inferCouplings(alignment, {}, {}, {});
    QVERIFY(!result.isOk());
    QCOMPARE(int(result.error().kind), int(ErrorKind::InvalidInput));
    QVERIFY(!result.error().why.isEmpty());
    QVERIFY(!result.error().remedy.isEmpty());
}

void tst_PottsModel::refusesWhatDoesNotFitIntoMemory()
{
    // 8,000 columns need about 300 GiB.
    QVERIFY(couplingsMemoryNeeded(2, 8000, 1) > 2e11);
    if (couplingsMemoryNeeded(2, 8000, 1) < 2 * availableMemory())
        QSKIP("this machine could do it");
    const auto result = inferCouplings(randomAlignment(2, 8000), {}, {}, {});
    QVERIFY(!result.isOk());
    QCOMPARE(int(result.error().kind), int(ErrorKind::Resources));
    // The range that is offered fits, and hardly a longer one would.
    const QRegularExpression number(QStringLiteral("at most (\\d+) residues"));
    const int most = number.match(result.error().remedy).captured(1).toInt();
    QVERIFY2(most > 100, qPrintable(result.error().remedy));
    QVERIFY(checkCouplingsMemory(2, most, 1).isOk());
    QVERIFY(!checkCouplingsMemory(2, most * 3 / 2, 1).isOk());
}

void tst_PottsModel::mostColumnsFillTheMemory()
{
    for (const double bytes : {1e7, 3e9, 5e10}) {
        const int most = mostColumnsWithin(bytes, 1000, 2);
        QVERIFY(couplingsMemoryNeeded(1000, most, 2) <= bytes);
        QVERIFY(couplingsMemoryNeeded(1000, most + 1, 2) > bytes);
    }
    QCOMPARE(mostColumnsWithin(1e15, 10, 1), 8191);
    QCOMPARE(mostColumnsWithin(10, 10, 1), 0);
}

void tst_PottsModel::refusesAStartOfAnotherLength()
{
    PottsOptions options;
    options.start = std::make_shared<CouplingTensor>(9);
    const auto result = inferCouplings(randomAlignment(20, 10), options, {}, {});
    QVERIFY(!result.isOk());
    QCOMPARE(int(result.error().kind), int(ErrorKind::Mismatch));
}

void tst_PottsModel::continuesFromAStart()
{
    const Alignment alignment = randomAlignment(100, 18);
    const PottsFit first = fit(alignment);
    PottsOptions options;
    options.start = std::make_shared<CouplingTensor>(first.couplings);
    const PottsFit second = fit(alignment, options);
    QVERIFY(second.objective < first.objective);
    QVERIFY(second.trace.front().objective < first.objective);
}

QTEST_APPLESS_MAIN(tst_PottsModel)
#include "tst_pottsmodel.moc"
