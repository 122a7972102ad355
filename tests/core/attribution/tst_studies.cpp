// SPDX-License-Identifier: GPL-3.0-or-later
// Studies over blocks, sets and other inputs, by hand or by a second way.
#include "core/attribution/blockstudies.h"
#include "core/attribution/patterns.h"
#include "core/attribution/perturbation.h"
#include "core/attribution/similarity.h"
#include "core/attribution/trustreport.h"
#include "core/attribution/whatif.h"
#include "tests/support/referencenet.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace WhiteBox;
using namespace WhiteBox::Test;

namespace {

constexpr int kLength = 12;

std::shared_ptr<const Explainer> explainerOf(const std::vector<ConvLayer> &layers, const InputStack &input)
{
    auto explainer =
        Explainer::create(std::make_shared<const ConvNet>(ConvNet::fromLayers(layers).value()), input);
    return std::move(explainer).value();
}

std::shared_ptr<const Explainer> randomExplainer()
{
    static const auto explainer = explainerOf(randomLayers({441, 7, 6, 4}, {1, 3, 3}, 5),
                                              InputStack::fromDense(kLength, randomDense(kLength, 6)));
    return explainer;
}

/// Prediction `near` for the pairs listed (both orders) and 20 for all others.
DistanceMap mapOf(int length, const std::vector<ResiduePair> &pairs, float near)
{
    DistanceMap map(length);
    std::fill(map.values().begin(), map.values().end(), 20.0F);
    for (const ResiduePair pair : pairs)
        for (const ResiduePair p : {pair, pair.transposed()})
            map.at(int(DistanceChannel::CbCb), p.i, p.j) = near;
    return map;
}

/// Residues 100 Å apart on a line, but for those that are moved.
StructureMatch structureOf(int length)
{
    StructureMatch match;
    match.structure.residues.assign(std::size_t(length), 'A');
    match.structure.secondary.assign(std::size_t(length), SecondaryStructure::Coil);
    for (int n = 0; n < length; ++n) {
        match.structure.ca.push_back({100.0 * n, 0, 0});
        match.residueOf.push_back(n);
    }
    match.structure.cb = match.structure.ca;
    return match;
}

void bringTogether(StructureMatch &match, int i, int j)
{
    match.structure.cb[std::size_t(j)] = match.structure.cb[std::size_t(i)];
    match.structure.cb[std::size_t(j)][1] += 5;
}

} // namespace

class TestStudies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blockIsCutAtTheBorders();
    void blockCorrelationIsPearsonOverAllWindows();
    void blockOutsideTheProteinIsRefused();
    void meanProfileWeighsEachPosition();
    void studiesDoNotDependOnThreads();
    void setsFollowPredictionAndStructure();
    void helixPairsAreTurnsWithinOneHelix();
    void strandPairsAreContactsBetweenTwoStrands();
    void patternIsTheMeanWindow();
    void patternCountsOnlyWindowsInside();
    void whatIfsChangeTheInputAsNamed();
    void whatIfOutputIsTheNetworks();
    void percentileIsNumpys();
    void kinksAreWhereUnitsSwitch();
    void piecesBetweenKinksAreStraight();
    void signWeightedAndSharesByTile();
    void scatterListsTheCellsInside();
    void reportHoldsEveryTest();
    void stopRequestCancels();
};

void TestStudies::blockIsCutAtTheBorders()
{
    const PositionBlock block{10, 13, 0, 2};
    QCOMPARE(block.pairs(12), (std::vector<ResiduePair>{{10, 0}, {10, 1}, {11, 0}, {11, 1}}));
}

void TestStudies::blockCorrelationIsPearsonOverAllWindows()
{
    // The second way: gather everything, then correlate.
    const auto explainer = randomExplainer();
    const auto found = blockCorrelations(*explainer, {0, 3, 9, 12}, {3, AttributionMethod::Gradient});
    QVERIFY(found.isOk());
    const int acids = 4 * kStates + 17;
    std::vector<float> x;
    std::vector<float> y;
    double along = 0;
    double sum = 0;
    for (int i = 0; i < 3; ++i)
        for (int j = 9; j < 12; ++j) {
            const auto window = explainer->explain({i, j}, 3, AttributionMethod::Gradient);
            const auto input = inputWindow(explainer->input(), {i, j}, window.side);
            for (int di = -2; di <= 2; ++di)
                for (int dj = -2; dj <= 2; ++dj)
                    if (window.isInside(di, dj)) {
                        x.push_back(window.at(4, 17, di, dj));
                        y.push_back(input.at(4, 17, di, dj));
                        sum += std::abs(double(x.back()));
                        along += x.back() * y.back() > 0 ? std::abs(double(x.back())) : 0;
                    }
        }
    QCOMPARE(found.value().positions, std::int64_t(9));
    QCOMPARE(found.value().cells, std::int64_t(x.size()));
    QVERIFY(std::abs(found.value().correlations[acids] - pearson(x, y)) < 1e-9);
    QVERIFY(std::abs(found.value().shares[acids].positive - along / sum) < 1e-9);
}

void TestStudies::blockOutsideTheProteinIsRefused()
{
    const auto found = blockCorrelations(*randomExplainer(), {12, 20, 0, 3}, {});
    QVERIFY(!found.isOk());
    QVERIFY(found.error().why.contains(QStringLiteral("12 residues")));
}

void TestStudies::meanProfileWeighsEachPosition()
{
    const auto explainer = randomExplainer();
    const auto mean = meanRadialProfile(*explainer, {1, AttributionMethod::Guided}, 5);
    QVERIFY(mean.isOk());
    double sum = 0;
    int cells = 0;
    for (const int i : {0, 5, 10})
        for (const int j : {0, 5, 10}) {
            const auto bin = radialProfile(explainer->explain({i, j}, 1, AttributionMethod::Guided))[2];
            sum += bin.meanMagnitude * bin.cells;
            cells += bin.cells;
        }
    QCOMPARE(mean.value()[2].cells, cells);
    QVERIFY(std::abs(mean.value()[2].meanMagnitude - sum / cells) < 1e-12);
}

void TestStudies::studiesDoNotDependOnThreads()
{
    const PositionBlock all{0, kLength, 0, kLength};
    const auto one = blockCorrelations(*randomExplainer(), all, {}, 1);
    const auto three = blockCorrelations(*randomExplainer(), all, {}, 3);
    QCOMPARE(one.value().correlations, three.value().correlations);
}

void TestStudies::setsFollowPredictionAndStructure()
{
    constexpr int length = 40;
    const auto predicted =
        mapOf(length, {{0, 6}, {1, 13}, {2, 38}, {3, 8}, {4, 20}}, 7.9F); // (3, 8) is too near in sequence
    auto match = structureOf(length);
    bringTogether(match, 0, 6);
    match.residueOf[4] = -1; // not resolved: neither true nor false
    const auto set = [&](PairSet which) { return pairsOf(which, predicted, &match); };
    using Pairs = std::vector<ResiduePair>;
    QCOMPARE(set(PairSet::TruePositives), (Pairs{{0, 6}}));
    QCOMPARE(set(PairSet::FalsePositives), (Pairs{{1, 13}, {2, 38}}));
    QCOMPARE(set(PairSet::ShortRange), (Pairs{{0, 6}}));
    QCOMPARE(set(PairSet::MediumRange), (Pairs{{1, 13}, {4, 20}}));
    QCOMPARE(set(PairSet::LongRange), (Pairs{{2, 38}}));
    QVERIFY(pairsOf(PairSet::TruePositives, predicted, nullptr).empty());
    QCOMPARE(pairsOf(PairSet::LongRange, predicted, nullptr), (Pairs{{2, 38}}));
}

void TestStudies::helixPairsAreTurnsWithinOneHelix()
{
    auto match = structureOf(12);
    for (const int residue : {1, 2, 3, 4, 5, 7, 8, 9})
        match.structure.secondary[std::size_t(residue)] = SecondaryStructure::Helix;
    QCOMPARE(pairsOf(PairSet::Helix, mapOf(12, {}, 0), &match),
             (std::vector<ResiduePair>{{1, 4}, {1, 5}, {2, 5}}));
}

void TestStudies::strandPairsAreContactsBetweenTwoStrands()
{
    auto match = structureOf(12);
    for (const int residue : {1, 2, 3, 8, 9})
        match.structure.secondary[std::size_t(residue)] = SecondaryStructure::Strand;
    bringTogether(match, 2, 8);
    bringTogether(match, 1, 3);
    QCOMPARE(pairsOf(PairSet::Strand, mapOf(12, {}, 0), &match), (std::vector<ResiduePair>{{2, 8}}));
}

void TestStudies::patternIsTheMeanWindow()
{
    const auto explainer = randomExplainer();
    auto match = structureOf(kLength);
    for (int residue = 2; residue <= 6; ++residue)
        match.structure.secondary[std::size_t(residue)] = SecondaryStructure::Helix;
    const auto patterns = meanPatterns(*explainer, &match, {PairSet::Helix}, {2, AttributionMethod::Guided});
    QVERIFY(patterns.isOk());
    QCOMPARE(patterns.value().size(), std::size_t(1));
    const Pattern &pattern = patterns.value()[0];
    QCOMPARE(pattern.pairs, 3); // 2-5, 2-6, 3-6
    double mean = 0;
    double input = 0;
    for (const ResiduePair pair : {ResiduePair{2, 5}, {2, 6}, {3, 6}}) {
        mean += double(explainer->explain(pair, 2, AttributionMethod::Guided).at(3, 9, 1, -2)) / 3;
        input += double(explainer->input().at(pair.i + 1, pair.j - 2, 3, 9)) / 3;
    }
    QVERIFY(std::abs(double(pattern.mean.at(3, 9, 1, -2)) - mean) < 1e-6);
    QVERIFY(std::abs(double(pattern.input.at(3, 9, 1, -2)) - input) < 1e-6);
}

void TestStudies::patternCountsOnlyWindowsInside()
{
    // One pair at the corner: rows above residue 0 are outside for all.
    auto match = structureOf(kLength);
    for (int residue = 0; residue <= 3; ++residue)
        match.structure.secondary[std::size_t(residue)] = SecondaryStructure::Helix;
    const auto patterns = meanPatterns(*randomExplainer(), &match, {PairSet::Helix, PairSet::Strand}, {});
    QCOMPARE(patterns.value().size(), std::size_t(1)); // no strand
    const Pattern &pattern = patterns.value()[0];
    QCOMPARE(pattern.cells[0], 0);
    QVERIFY(std::isnan(pattern.mean.at(0, 0, -2, -2)));
    QCOMPARE(pattern.cells[std::size_t(pattern.mean.index(0, 0, 0, 0))], 1);
}

void TestStudies::whatIfsChangeTheInputAsNamed()
{
    const auto explainer = randomExplainer();
    const auto results = explainWhatIfs(*explainer, {5, 7}, {},
                                        {{},
                                         {WhatIfKind::Constant, -0.3},
                                         {WhatIfKind::Shift, 10},
                                         {WhatIfKind::RandomSigns},
                                         {WhatIfKind::Shuffled}});
    QVERIFY(results.isOk());
    const auto values = [&](std::size_t n) { return results.value()[n].input.values; };
    const auto original = inputWindow(explainer->input(), {5, 7}, 5).values;
    QCOMPARE(values(0), original);
    for (std::size_t n = 0; n < original.size(); ++n) {
        QCOMPARE(values(1)[n], -0.3F);
        QCOMPARE(values(2)[n], original[n] + 10.0F);
        QCOMPARE(std::abs(values(3)[n]), std::abs(original[n]));
    }
    QVERIFY(values(3) != original && values(4) != original);
    auto sorted = values(4);
    auto expected = original;
    std::sort(sorted.begin(), sorted.end());
    std::sort(expected.begin(), expected.end());
    QCOMPARE(sorted, expected);
    QCOMPARE(results.value()[2].whatIf.name(), std::string("shift +10"));
}

void TestStudies::whatIfOutputIsTheNetworks()
{
    // The whole map at the constant, instead of the piece.
    const auto explainer = randomExplainer();
    const auto results = explainWhatIfs(*explainer, {0, 7}, {2}, {{WhatIfKind::Constant, 0.3}});
    const auto whole = explainerOf(explainer->network().layers(),
                                   InputStack::fromDense(kLength, std::vector<float>(144 * kBlock, 0.3F)));
    QVERIFY(std::abs(results.value()[0].outputAngstrom - double(whole->output().at(2, 0, 7))) < 1e-5);
    const auto expected = whole->explain({0, 7}, 2, AttributionMethod::Guided);
    QVERIFY(compareWindows(results.value()[0].explanation, expected).spearman > 1 - 1e-9);
}

void TestStudies::percentileIsNumpys()
{
    // Pairs (0,1) and (1,0) hold 0..881, the diagonal what must not count. numpy.percentile(range(882), 10)
    // = 88.1.
    std::vector<float> dense(4 * kBlock, 1e6F);
    std::iota(dense.begin() + kBlock, dense.begin() + 3 * kBlock, 0.0F);
    const auto input = InputStack::fromDense(2, dense);
    QVERIFY(std::abs(inputPercentile(input, 10) - 88.1F) < 1e-4F);
    QCOMPARE(inputPercentile(input, 0), 0.0F);
    QCOMPARE(inputPercentile(input, 100), 881.0F);
}

void TestStudies::kinksAreWhereUnitsSwitch()
{
    // y = ReLU(x + 1) + 2 ReLU(x − 2) of one channel, x = 0, moved by 1: kinks at −1 (0 → 1) and 2 (1 → 3).
    auto layers = randomLayers({441, 2, 1}, {1, 1}, 1);
    std::fill(layers[0].weights.begin(), layers[0].weights.end(), 0.0F);
    layers[0].weights[25] = layers[0].weights[kBlock + 25] = 1.0F;
    layers[0].bias = {1.0F, -2.0F};
    layers[1].weights = {1.0F, 2.0F};
    layers[1].bias = {0.0F};
    const auto explainer = explainerOf(layers, InputStack::fromDense(1, std::vector<float>(kBlock, 0.0F)));
    auto direction = explainer->explain({0, 0}, 0, AttributionMethod::Gradient);
    const auto kinks = perturbationKinks(*explainer, direction, 0, -5, 5);
    QVERIFY(kinks.isOk());
    QCOMPARE(kinks.value().size(), std::size_t(2));
    const Kink expected[] = {{-1, 1, 0}, {2, 1, 3}};
    for (std::size_t n = 0; n < 2; ++n) {
        QVERIFY(std::abs(kinks.value()[n].coefficient - expected[n].coefficient) < 1e-9);
        QCOMPARE(kinks.value()[n].slopeBefore, expected[n].slopeBefore);
        QCOMPARE(kinks.value()[n].slopeAfter, expected[n].slopeAfter);
    }
    QVERIFY(perturbationKinks(*explainer, direction, 0, 0, 1.5).value().empty());
    const auto curve = perturbationCurve(*explainer, direction, 0, 0, 3, 4);
    QCOMPARE(curve.value()[1].switchedUnits, 0);
    QCOMPARE(curve.value()[3].switchedUnits, 1);
    QCOMPARE(curve.value()[3].outputAngstrom, 6.0);
}

void TestStudies::piecesBetweenKinksAreStraight()
{
    const auto explainer = randomExplainer();
    const auto direction = explainer->explain({0, 4}, 2, AttributionMethod::Guided);
    const auto kinks = perturbationKinks(*explainer, direction, 2, -20, 20, 5).value();
    QVERIFY(kinks.size() >= 6);
    for (std::size_t n = 0; n + 1 < kinks.size(); ++n) {
        const double from = kinks[n].coefficient;
        const double to = kinks[n + 1].coefficient;
        const auto piece = perturbationCurve(*explainer, direction, 2, from, to, 5).value();
        for (const auto &point : piece) {
            const double t = (point.coefficient - from) / (to - from);
            const double line = piece[0].outputAngstrom * (1 - t) + piece[4].outputAngstrom * t;
            QVERIFY(std::abs(point.outputAngstrom - line) < 1e-9);
        }
        const double slope = (piece[4].outputAngstrom - piece[0].outputAngstrom) / (to - from);
        QVERIFY(std::abs(slope - (from < 0 ? kinks[n].slopeBefore : kinks[n].slopeAfter)) < 1e-5);
    }
}

void TestStudies::signWeightedAndSharesByTile()
{
    GradientWindow window;
    window.length = 9;
    window.side = 1;
    window.pair = {4, 4};
    window.values.assign(kBlock, 0.0F);
    GradientWindow input = window;
    window.values[0] = 3.0F;
    input.values[0] = -0.5F;
    window.values[1] = -2.0F;
    input.values[1] = -0.1F;
    window.values[2] = 9.0F; // no coupling
    const auto weighted = signWeighted(window, input);
    QCOMPARE(weighted.values[0], -3.0F);
    QCOMPARE(weighted.values[1], 2.0F);
    QCOMPARE(weighted.values[2], 0.0F);
    const auto shares = tileSignShares(window, input);
    QCOMPARE(shares[0].negative, 1.0);
    QCOMPARE(shares[1].positive, 1.0);
    QCOMPARE(shares[2].positive + shares[2].negative, 0.0);
}

void TestStudies::scatterListsTheCellsInside()
{
    const auto explainer = randomExplainer();
    const auto window = explainer->explain({0, 5}, 1, AttributionMethod::Gradient);
    const auto input = inputWindow(explainer->input(), {0, 5}, window.side);
    const auto points = tileScatter(window, input, 2, 20);
    QCOMPARE(points.size(), std::size_t(15)); // rows 0, 1, 2 of five columns
    QCOMPARE(points[0].di, 0);
    QCOMPARE(points[0].dj, -2);
    QCOMPARE(points[14].input, explainer->input().at(2, 7, 2, 20));
    QCOMPARE(points[14].explanation, window.at(2, 20, 2, 2));
}

void TestStudies::reportHoldsEveryTest()
{
    const auto explainer = randomExplainer();
    const auto report = trustReport(*explainer, {4, 6}, {3, AttributionMethod::Guided});
    QVERIFY(report.isOk());
    QVERIFY(std::abs(report.value().completeness.residual()) < 1e-5);
    QVERIFY(report.value().differences.largestDifference < 1e-5);
    QVERIFY(report.value().constancy.change < 1e-6); // both away from the borders
    QVERIFY(report.value().constancy.other != report.value().constancy.one);
    for (const auto &steps : report.value().randomisation)
        QCOMPARE(steps.size(), std::size_t(3));
    for (const auto test : {TrustTest::Completeness, TrustTest::FiniteDifferences, TrustTest::Randomisation,
                            TrustTest::Symmetry, TrustTest::DeconvnetConstancy})
        QVERIFY(!noteOf(test).meaning.isEmpty() && !noteOf(test).source.isEmpty());
}

void TestStudies::stopRequestCancels()
{
    const auto explainer = randomExplainer();
    StopSource source;
    source.request_stop();
    const auto stop = source.get_token();
    const auto direction = explainer->explain({4, 6}, 0, AttributionMethod::Gradient);
    QVERIFY(blockCorrelations(*explainer, {0, 2, 0, 2}, {}, 1, stop).error().isCancelled());
    QVERIFY(meanRadialProfile(*explainer, {}, 1, 1, stop).error().isCancelled());
    QVERIFY(explainWhatIfs(*explainer, {4, 6}, {}, usualWhatIfs(), stop).error().isCancelled());
    QVERIFY(trustReport(*explainer, {4, 6}, {}, stop).error().isCancelled());
    QVERIFY(perturbationKinks(*explainer, direction, 0, -100, 100, 50, stop).error().isCancelled());
    auto match = structureOf(kLength);
    match.structure.secondary.assign(kLength, SecondaryStructure::Helix);
    QVERIFY(meanPatterns(*explainer, &match, {PairSet::Helix}, {}, 0, 1, stop).error().isCancelled());
}

QTEST_GUILESS_MAIN(TestStudies)
#include "tst_studies.moc"
