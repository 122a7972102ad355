// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/contactscore.h"

#include <QTest>

#include <cmath>

using namespace WhiteBox;

namespace {

/// Three columns; the pair (0,1) has one coupling of 21, the others none.
CouplingTensor onePair(int a, int b)
{
    CouplingTensor tensor(3);
    tensor.stored(0, 1)[std::size_t(a * kStates + b)] = 21.0F;
    return tensor;
}

} // namespace

class tst_ContactScore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normIsCentredByAll441Values();
    void gapsCountInTheMeanOnly();
    void correctionSubtractsTheProductOfMeans();
    void rescaledScoresSpanZeroToOne();
};

// By hand: mean 21/441 = 1/21, so 399 values of −1/21 and one of 21 − 1/21.
void tst_ContactScore::normIsCentredByAll441Values()
{
    const auto score = contactScore(onePair(3, 5), {false, false});
    const double expected = std::sqrt(399.0 / 441 + (21 - 1.0 / 21) * (21 - 1.0 / 21));
    QVERIFY(std::abs(score.at(0, 1) - expected) < 1e-6);
    QCOMPARE(score.at(1, 0), score.at(0, 1));
    QCOMPARE(score.at(0, 2), 0.0);
    QCOMPARE(score.at(1, 1), 0.0);
}

// By hand: 400 values of −1/21.
void tst_ContactScore::gapsCountInTheMeanOnly()
{
    const auto score = contactScore(onePair(kGap, 5), {false, false});
    QVERIFY(std::abs(score.at(0, 1) - std::sqrt(400.0 / 441)) < 1e-6);
}

// By hand, with S_01 = s alone: column means (s/3, s/3, 0), overall 2s/9; M_01 = s − (s²/9)/(2s/9) = s/2,
// others 0.
void tst_ContactScore::correctionSubtractsTheProductOfMeans()
{
    const double s = contactScore(onePair(3, 5), {false, false}).at(0, 1);
    const auto score = contactScore(onePair(3, 5));
    QVERIFY(std::abs(score.at(0, 1) - s / 2) < 1e-9);
    QCOMPARE(score.at(0, 2), 0.0);
    QCOMPARE(score.at(2, 2), 0.0);
}

void tst_ContactScore::rescaledScoresSpanZeroToOne()
{
    const auto score = contactScore(onePair(3, 5), {true, true});
    QCOMPARE(score.at(0, 1), 1.0);
    QCOMPARE(score.at(0, 2), 0.0);
}

QTEST_APPLESS_MAIN(tst_ContactScore)
#include "tst_contactscore.moc"
