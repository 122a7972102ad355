// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/alignmentworth.h"
#include "core/coevolution/pottskernels.h"
#include "core/coevolution/sequenceweights.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace WhiteBox;

namespace {

/// Rows of the letter A, but for so many leading C.
Alignment stairs(int columns, std::initializer_list<int> changed)
{
    std::vector<std::uint8_t> states;
    for (const int count : changed)
        for (int i = 0; i < columns; ++i)
            states.push_back(stateOf(i < count ? 'C' : 'A'));
    return Alignment(columns, std::move(states));
}

std::vector<float> weights(const Alignment &alignment, double threshold = 0.8)
{
    return sequenceWeights(alignment, threshold, 1, {}).value().weights;
}

} // namespace

class tst_SequenceWeights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identicalRowsShareOneWeight();
    void theThresholdItselfIsNotSimilar();
    void aGapEqualsAGap();
    void thresholdZeroGivesEveryRowOne();
    void agreesWithDirectCounting();
    void threadsDoNotChangeTheWeights();
    void refusesAThresholdThatNothingReaches();
    void worthCountsGapsAndWarnsOfFewRows();
};

void tst_SequenceWeights::identicalRowsShareOneWeight()
{
    const auto w = weights(stairs(10, {0, 0, 0, 10}));
    QCOMPARE(w, (std::vector<float>{1.0F / 3, 1.0F / 3, 1.0F / 3, 1.0F}));
}

void tst_SequenceWeights::theThresholdItselfIsNotSimilar()
{
    // ceil(0.8·10) = 8: rows with 8 equal columns are not similar, with 9 they are.
    QCOMPARE(weights(stairs(10, {0, 2})), (std::vector<float>{1.0F, 1.0F}));
    QCOMPARE(weights(stairs(10, {0, 1})), (std::vector<float>{0.5F, 0.5F}));
}

void tst_SequenceWeights::aGapEqualsAGap()
{
    std::vector<std::uint8_t> states(20, kGap);
    states[0] = 1;
    QCOMPARE(weights(Alignment(10, std::move(states))), (std::vector<float>{0.5F, 0.5F}));
}

void tst_SequenceWeights::thresholdZeroGivesEveryRowOne()
{
    QCOMPARE(weights(stairs(10, {0, 0}), 0), (std::vector<float>{1.0F, 1.0F}));
}

void tst_SequenceWeights::agreesWithDirectCounting()
{
    std::mt19937 random(5);
    for (const int columns : {5, 63, 64, 130}) {
        std::vector<std::uint8_t> states;
        for (int k = 0; k < 150 * columns; ++k)
            states.push_back(random() % 8 == 0 ? std::uint8_t(random() % kStates) : 4);
        const Alignment alignment(columns, std::move(states));
        const auto w = weights(alignment);
        for (int n = 0; n < alignment.rows(); ++n) {
            int similar = 0;
            for (int m = 0; m < alignment.rows(); ++m) {
                int equal = 0;
                for (int i = 0; i < columns; ++i)
                    equal += alignment.at(n, i) == alignment.at(m, i);
                similar += equal > int(std::ceil(0.8F * float(columns)));
            }
            QCOMPARE(w[std::size_t(n)], 1.0F / float(similar));
        }
    }
}

void tst_SequenceWeights::threadsDoNotChangeTheWeights()
{
    const Alignment alignment = stairs(12, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    QCOMPARE(sequenceWeights(alignment, 0.8, 3, {}).value().weights, weights(alignment));
}

void tst_SequenceWeights::refusesAThresholdThatNothingReaches()
{
    // ceil(0.8·4) = 4 is not below the 4 columns that a row shares with itself.
    const auto result = sequenceWeights(stairs(4, {0, 1}), 0.8, 1, {});
    QVERIFY(!result.isOk());
    QCOMPARE(int(result.error().kind), int(ErrorKind::InvalidInput));
}

void tst_SequenceWeights::worthCountsGapsAndWarnsOfFewRows()
{
    std::vector<std::uint8_t> states(30, 13); // Phe: no letter of DNA, which has a warning of its own
    states[10] = states[20] = kGap;
    const auto worth = alignmentWorth(Alignment(10, std::move(states)), 1, {});
    QVERIFY(worth.isOk());
    QCOMPARE(worth.value().gapShares[0], 2.0 / 3);
    QCOMPARE(worth.value().gapShares[1], 0.0);
    QVERIFY(std::abs(worth.value().coverage - (1 - 2.0 / 30)) < 1e-12);
    QVERIFY(std::abs(worth.value().neff80 - 1) < 1e-6); // 9 of 10 columns equal: all rows alike
    QCOMPARE(int(worth.value().warnings.size()), 1);
}

QTEST_APPLESS_MAIN(tst_SequenceWeights)
#include "tst_sequenceweights.moc"
