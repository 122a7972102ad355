// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values are counted and calculated by hand.
#include "core/structure/contactmetrics.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>
#include <limits>

using namespace WhiteBox;

class TestContactMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void precisionCountsTheFirstPairsOfEachRange();
    void rangeWithFewerPairsUsesThemAll();
    void lengthCountsResolvedResiduesAndRoundsDown();
    void oneResidueOfFiveIsStillOnePair();
    void tiesGoByTheFirstResidueThenTheSecond();
    void bothHalvesOfThePredictionAreAveraged();
    void eightAngstromAreNoContact();
    void unknownPredictionsTakeNoPart();
    void scoresRankTheLargestFirst();
    void distanceErrorsOfPairsPredictedNear();
    void correlationNeedsThreePairs();
    void lddtCountsFourThresholds();
    void meansLeaveOutWhatIsNotDefined();
    void jsonHasNullWhereNothingIsDefined();
    void baselineKeepsTheLastMean();
};

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

/// Symmetric, every off-diagonal pair at the same distance.
DistanceMap flat(int length, float distance)
{
    DistanceMap map(length);
    for (int c = 0; c < kDistanceChannels; ++c)
        for (int i = 0; i < length; ++i)
            for (int j = 0; j < length; ++j)
                map.at(c, i, j) = i == j ? 0.0F : distance;
    return map;
}

void setPair(DistanceMap &map, int i, int j, float distance)
{
    map.at(int(DistanceChannel::CbCb), i, j) = distance;
    map.at(int(DistanceChannel::CbCb), j, i) = distance;
}

void hideResidue(DistanceMap &map, int hidden)
{
    for (int i = 0; i < map.length(); ++i)
        setPair(map, i, hidden, kNaN);
}

} // namespace

void TestContactMetrics::precisionCountsTheFirstPairsOfEachRange()
{
    // L = 30: the first 3, 6, 15 and 30 pairs. Ranked first a short-range contact, then a medium-range one,
    // then a long-range pair that is none, then a long-range contact.
    DistanceMap truth = flat(30, 20);
    DistanceMap predicted = flat(30, 20);
    setPair(truth, 0, 6, 5);
    setPair(truth, 1, 13, 5);
    setPair(truth, 3, 28, 5);
    setPair(predicted, 0, 6, 4);
    setPair(predicted, 1, 13, 5);
    setPair(predicted, 2, 27, 6);
    setPair(predicted, 3, 28, 7);
    const ContactMetrics m = evaluateDistances(predicted, truth);
    QCOMPARE(m.nonlocal.l10, 2.0 / 3);
    QCOMPARE(m.nonlocal.l5, 3.0 / 6);
    QCOMPARE(m.nonlocal.l2, 3.0 / 15);
    QCOMPARE(m.nonlocal.l, 3.0 / 30);
    QCOMPARE(m.mediumLong.l10, 2.0 / 3);
    QCOMPARE(m.mediumLong.l5, 2.0 / 6);
    QCOMPARE(m.longRange.l10, 1.0 / 3);
    QCOMPARE(m.longRange.l5, 1.0 / 6);
    QCOMPARE(m.longRange.l2, 1.0 / 15);
}

void TestContactMetrics::rangeWithFewerPairsUsesThemAll()
{
    // L = 30 has 6 + 5 + 4 + 3 + 2 + 1 = 21 pairs of separation 24 and more, fewer than L.
    DistanceMap truth = flat(30, 20);
    setPair(truth, 5, 29, 7);
    QCOMPARE(evaluateDistances(flat(30, 10), truth).longRange.l, 1.0 / 21);
    // L = 24 has none.
    QVERIFY(std::isnan(evaluateDistances(flat(24, 10), flat(24, 20)).longRange.l5));
}

void TestContactMetrics::lengthCountsResolvedResiduesAndRoundsDown()
{
    // 29 resolved residues of 30: 29 / 10, 29 / 5, 29 / 2 are 2, 5 and 14 pairs. Pairs of residue 29 rank
    // first, but take no part.
    DistanceMap truth = flat(30, 20);
    DistanceMap predicted = flat(30, 20);
    setPair(predicted, 0, 29, 1);
    setPair(predicted, 0, 24, 2);
    setPair(truth, 0, 24, 5);
    hideResidue(truth, 29);
    const ContactMetrics m = evaluateDistances(predicted, truth);
    QCOMPARE(m.nonlocal.l10, 1.0 / 2);
    QCOMPARE(m.nonlocal.l5, 1.0 / 5);
    QCOMPARE(m.nonlocal.l2, 1.0 / 14);
    QCOMPARE(m.nonlocal.l, 1.0 / 29);
}

void TestContactMetrics::oneResidueOfFiveIsStillOnePair()
{
    DistanceMap truth = flat(9, 20);
    setPair(truth, 0, 8, 5);
    DistanceMap predicted = flat(9, 20);
    setPair(predicted, 0, 8, 5);
    QCOMPARE(evaluateDistances(predicted, truth).nonlocal.l10, 1.0);
    QCOMPARE(evaluateDistances(predicted, truth).nonlocal.l5, 1.0);
}

void TestContactMetrics::tiesGoByTheFirstResidueThenTheSecond()
{
    // All alike: (0, 6), (0, 7), (0, 8) are the first L/10 = 3.
    DistanceMap truth = flat(30, 20);
    setPair(truth, 0, 8, 5);
    setPair(truth, 0, 9, 5);
    setPair(truth, 1, 7, 5);
    QCOMPARE(evaluateDistances(flat(30, 10), truth).nonlocal.l10, 1.0 / 3);
}

void TestContactMetrics::bothHalvesOfThePredictionAreAveraged()
{
    // (0, 24): mean of 4 and 16 is 10, after the 9 of (1, 25).
    DistanceMap truth = flat(30, 20);
    setPair(truth, 0, 24, 5);
    DistanceMap predicted = flat(30, 20);
    predicted.at(int(DistanceChannel::CbCb), 0, 24) = 4;
    predicted.at(int(DistanceChannel::CbCb), 24, 0) = 16;
    setPair(predicted, 1, 25, 9);
    setPair(predicted, 2, 26, 9.5F);
    setPair(predicted, 3, 27, 9.7F);
    QCOMPARE(evaluateDistances(predicted, truth).longRange.l10, 0.0);
    setPair(predicted, 3, 27, 10.5F);
    QCOMPARE(evaluateDistances(predicted, truth).longRange.l10, 1.0 / 3);
}

void TestContactMetrics::eightAngstromAreNoContact()
{
    DistanceMap truth = flat(30, 20);
    setPair(truth, 0, 6, 8);
    setPair(truth, 0, 7, std::nextafter(8.0F, 0.0F));
    QCOMPARE(evaluateDistances(flat(30, 10), truth).nonlocal.l10, 1.0 / 3);
}

void TestContactMetrics::unknownPredictionsTakeNoPart()
{
    DistanceMap truth = flat(30, 20);
    setPair(truth, 0, 9, 5);
    DistanceMap predicted = flat(30, 10);
    setPair(predicted, 0, 6, kNaN);
    QCOMPARE(evaluateDistances(predicted, truth).nonlocal.l10, 1.0 / 3);
}

void TestContactMetrics::scoresRankTheLargestFirst()
{
    DistanceMap truth = flat(30, 20);
    setPair(truth, 2, 28, 5);
    std::vector<float> scores(30 * 30, 0.0F);
    scores[2 * 30 + 28] = 3;
    const ContactMetrics m = evaluateScores(scores, truth);
    QCOMPARE(m.longRange.l10, 1.0 / 3);
    QVERIFY(std::isnan(m.mae15) && std::isnan(m.rmse15) && std::isnan(m.pearson15) && std::isnan(m.lddtCb));
}

void TestContactMetrics::distanceErrorsOfPairsPredictedNear()
{
    // Three pairs count: 6, 10 and 14 Å, truly 7, 6 and 11. Separation 11 and a prediction of 15 Å do not.
    DistanceMap truth = flat(30, 30);
    DistanceMap predicted = flat(30, 20);
    setPair(predicted, 0, 12, 6);
    setPair(truth, 0, 12, 7);
    setPair(predicted, 0, 24, 10);
    setPair(truth, 0, 24, 6);
    setPair(predicted, 3, 29, 14);
    setPair(truth, 3, 29, 11);
    setPair(predicted, 0, 11, 2);
    setPair(predicted, 4, 28, 15);
    const ContactMetrics m = evaluateDistances(predicted, truth);
    QCOMPARE(m.mae15, (1.0 + 4 + 3) / 3);
    QCOMPARE(m.rmse15, std::sqrt((1.0 + 16 + 9) / 3));
    // Means 10 and 8; products of the deviations 4 + 0 + 12, squares 32 and 14.
    QCOMPARE(m.pearson15, 16 / std::sqrt(32.0 * 14));
}

void TestContactMetrics::correlationNeedsThreePairs()
{
    DistanceMap predicted = flat(30, 20);
    setPair(predicted, 0, 12, 6);
    setPair(predicted, 0, 24, 10);
    const ContactMetrics m = evaluateDistances(predicted, flat(30, 12));
    QCOMPARE(m.mae15, 4.0);
    QVERIFY(std::isnan(m.pearson15));
    // Nothing near: nothing to judge.
    QVERIFY(std::isnan(evaluateDistances(flat(30, 20), flat(30, 12)).mae15));
}

void TestContactMetrics::lddtCountsFourThresholds()
{
    // Five true pairs within 15 Å, errors 0.3, 0.7, 1.5, 3 and 5 Å: right within 4, 3, 2, 1 and 0 of the
    // thresholds. A pair of separation 5 and one at 15 Å take no part.
    DistanceMap truth = flat(30, 30);
    DistanceMap predicted = flat(30, 30);
    const float errors[] = {0.3F, 0.7F, 1.5F, 3.0F, 5.0F};
    for (int n = 0; n < 5; ++n) {
        setPair(truth, n, 20 + n, 10);
        setPair(predicted, n, 20 + n, 10 + errors[n]);
    }
    setPair(truth, 10, 15, 6);
    setPair(truth, 11, 18, 15);
    QCOMPARE(evaluateDistances(predicted, truth).lddtCb, 10.0 / 20);
}

void TestContactMetrics::meansLeaveOutWhatIsNotDefined()
{
    ContactMetrics first;
    ContactMetrics second;
    first.longRange.l5 = 0.25;
    second.longRange.l5 = 0.75;
    first.mae15 = std::numeric_limits<double>::quiet_NaN();
    second.mae15 = 3;
    first.lddtCb = second.lddtCb = std::numeric_limits<double>::quiet_NaN();
    const ContactMetrics mean = meanMetrics(std::array{first, second});
    QCOMPARE(mean.longRange.l5, 0.5);
    QCOMPARE(mean.mae15, 3.0);
    QVERIFY(std::isnan(mean.lddtCb));
}

void TestContactMetrics::jsonHasNullWhereNothingIsDefined()
{
    ContactMetrics metrics;
    metrics.nonlocal = {1, 0.5, 0.25, 0.125};
    metrics.mae15 = std::numeric_limits<double>::quiet_NaN();
    const QByteArray json = QJsonDocument(toJson(metrics)).toJson(QJsonDocument::Compact);
    QCOMPARE(json,
             QByteArray(R"({"lddt_cb":0,"long":{"L":0,"L/10":0,"L/2":0,"L/5":0},"mae15":null,)"
                        R"("medium_long":{"L":0,"L/10":0,"L/2":0,"L/5":0},)"
                        R"("nonlocal":{"L":0.125,"L/10":1,"L/2":0.25,"L/5":0.5},"pearson15":0,"rmse15":0})"));
}

void TestContactMetrics::baselineKeepsTheLastMean()
{
    const DistanceMap map = separationBaseline(5, std::vector<float>{0, 5, 7});
    QCOMPARE(map.at(0, 0, 1), 5.0F);
    QCOMPARE(map.at(3, 2, 4), 7.0F);
    QCOMPARE(map.at(3, 4, 0), 7.0F);
}

QTEST_GUILESS_MAIN(TestContactMetrics)
#include "tst_contactmetrics.moc"
