// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/warnings.h"
#include "widgets/pairinspector.h"
#include "widgets/pairranking.h"
#include "widgets/resultlayers.h"

#include <QTest>

#include <cmath>

using namespace WhiteBox;

namespace {

constexpr int kLength = 20;

/// Predicted 30 − |i − j| Å in every channel but for (15, 2), predicted at 5 Å; scores i + j.
JobResult madeUpResult()
{
    JobResult result;
    result.query.name = QStringLiteral("made up");
    result.query.residues = "ARNDCQEGHILKMFPSTWYV";
    auto predicted = std::make_shared<DistanceMap>(kLength);
    for (int c = 0; c < kDistanceChannels; ++c)
        for (int i = 0; i < kLength; ++i)
            for (int j = 0; j < kLength; ++j)
                predicted->at(c, i, j) = float(30 - std::abs(i - j));
    predicted->at(3, 15, 2) = predicted->at(3, 2, 15) = 5;
    result.predicted = predicted;
    for (int i = 0; i < kLength; ++i)
        for (int j = 0; j < kLength; ++j)
            result.couplingScore.push_back(float(i + j));
    return result;
}

/// A straight chain, 4 Å a residue, residue 4 without an atom.
StructureMatch madeUpMatch()
{
    StructureMatch match;
    match.structure.name = QStringLiteral("1XYZ chain A");
    match.structure.residues = "ARNDCQEGHILKMFPSTWYV";
    for (int i = 0; i < kLength; ++i) {
        const double x = i == 4 ? std::nan("") : 4.0 * i;
        match.structure.ca.push_back({x, 0, 0});
        match.structure.cb.push_back({x, 1, 0});
        match.structure.labels.push_back(QString::number(i + 100));
        match.structure.secondary.push_back(SecondaryStructure::Coil);
        match.residueOf.push_back(i);
    }
    return match;
}

} // namespace

class TestResultLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(Test::anyWarning()); }
    void truthIsUnknownWithoutAStructure();
    void errorIsPredictedMinusTrue();
    void scoreIsShownAboveItsBackground();
    void anyChannelIsShownBesideTheExplainedOne();
    void rankingBeginsWithTheShortestPrediction();
    void topPairsAreJudgedByTheTruth();
    void inspectorTellsRanksAndTruth();
};

void TestResultLayers::truthIsUnknownWithoutAStructure()
{
    const auto layer = makeLayer(madeUpResult(), {MatrixContent::Truth, 3});
    QVERIFY(std::isnan(layer->at(3, 17)));
    QCOMPARE(layer->valueText(3, 17), QStringLiteral("unknown"));
}

void TestResultLayers::errorIsPredictedMinusTrue()
{
    JobResult result = madeUpResult();
    result.structure = madeUpMatch();
    // 10 residues apart: 40 Å in the structure, 20 Å predicted.
    QCOMPARE(makeLayer(result, {MatrixContent::Truth, 0})->at(2, 12), 40.0F);
    const auto error = makeLayer(result, {MatrixContent::Error, 0});
    QCOMPARE(error->at(2, 12), 0.0F);  // both are far
    QCOMPARE(error->at(2, 16), -4.0F); // 16 Å predicted, 56 Å in the structure
    QCOMPARE(error->valueText(2, 16), QStringLiteral("−4.0 Å"));
    QCOMPARE(error->at(2, 5), 8.0F); // 27 Å predicted, 12 Å in the structure
    QCOMPARE(error->scale.kind(), ColorScale::Kind::Signed);
    QVERIFY(std::isnan(error->at(4, 12)));
}

void TestResultLayers::scoreIsShownAboveItsBackground()
{
    const auto layer = makeLayer(madeUpResult(), {MatrixContent::CouplingScore, 3});
    QCOMPARE(layer->scale.low(), 19.0); // the median of i + j over 20×20
    QCOMPARE(layer->scale.color(3), layer->scale.color(19));
    QVERIFY(layer->scale.color(30) != layer->scale.color(19));
}

void TestResultLayers::anyChannelIsShownBesideTheExplainedOne()
{
    const auto layer = makeLayer(madeUpResult(), {MatrixContent::PredictedCbCb, 0});
    QCOMPARE(layer->at(15, 2), 5.0F); // only Cβ–Cβ has it
    QCOMPARE(layer->shortTitle, QStringLiteral("Cβ–Cβ"));
}

void TestResultLayers::rankingBeginsWithTheShortestPrediction()
{
    const auto pairs = rankedPairs(madeUpResult(), 6);
    QCOMPARE(pairs.front(), (ResiduePair{15, 2}));
    QCOMPARE(pairs[1], (ResiduePair{19, 0})); // 19 apart: 11 Å
    QCOMPARE(pairs[2], (ResiduePair{19, 1})); // 18 apart, the higher score of the two
    QCOMPARE(int(pairs.size()), 14 * 15 / 2);
    for (const ResiduePair &pair : pairs)
        QVERIFY(pair.i - pair.j >= 6);
}

void TestResultLayers::topPairsAreJudgedByTheTruth()
{
    JobResult result = madeUpResult();
    QVERIFY(topPairs(result, 0, 6).empty());
    QCOMPARE(topPairs(result, 5, 6).size(), std::size_t(4)); // 20 residues
    QCOMPARE(topPairs(result, 5, 6).front(), (TopPair{{15, 2}, TopPair::Verdict::Unknown}));
    result.structure = madeUpMatch();
    const DistanceMap truth = trueDistances(*result.structure);
    const auto top = topPairs(result, 1, 6);
    QCOMPARE(top.size(), std::size_t(kLength - 1)); // residue 4 has no atom
    for (const TopPair &each : top) {
        const float distance = truth.at(DistanceChannel::CbCb, each.pair.i, each.pair.j);
        QVERIFY(!std::isnan(distance)); // an unresolved pair is neither right nor wrong
        QCOMPARE(each.verdict == TopPair::Verdict::True, distance < 8);
    }
}

void TestResultLayers::inspectorTellsRanksAndTruth()
{
    JobResult result = madeUpResult();
    // i + j is highest for (12, 19), (13, 19): 31, 32; (12, 18) has 30 with no other above 30 but these two.
    QCOMPARE(scoreRank(result, {19, 13}, 6), 1);
    QCOMPARE(scoreRank(result, {18, 12}, 6), 3);
    // As in the test above: (15, 2) is nearest, (19, 0) next; either orientation is the same pair.
    QCOMPARE(distanceRank(result, {15, 2}, 6), 1);
    QCOMPARE(distanceRank(result, {0, 19}, 6), 2);
    result.structure = madeUpMatch();
    PairSelection selection;
    PairInspector inspector(&selection);
    inspector.setResult(std::make_shared<const JobResult>(result));
    selection.setPair(ResiduePair{15, 2});
    const QString text = inspector.toPlainText();
    for (const auto *part : {"Ser16", "Asn3", "115 in 1XYZ chain A", "5.0 Å", "52.0 Å", "13 residues apart"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
}

QTEST_MAIN(TestResultLayers)
#include "tst_resultlayers.moc"
