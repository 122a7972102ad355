// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/normalisation.h"
#include "tests/support/referencenet.h"

#include <QTest>

#include <cmath>

using namespace WhiteBox;
using namespace WhiteBox::Test;

class TestNormalisation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreReadBack();
    void unitRmsGivesRootMeanSquareOne();
    void blockNormIsItsHeightAboveTheBackground();
    void factorsAreSymmetricAndPositive();
    void scaleOfTheCouplingsDoesNotMatter();
    void allZeroStaysZero();
    void fewResiduesAreNoProblem();
    void inputIsFactorTimesCoupling();
};

namespace {

ContactScore normsOf(int length, std::initializer_list<double> upper)
{
    ContactScore norms{length, std::vector<double>(std::size_t(length) * std::size_t(length), 0.0)};
    auto value = upper.begin();
    for (int i = 0; i < length; ++i)
        for (int j = i + 1; j < length; ++j, ++value) {
            norms.values[std::size_t(i * length + j)] = *value;
            norms.values[std::size_t(j * length + i)] = *value;
        }
    return norms;
}

} // namespace

void TestNormalisation::namesAreReadBack()
{
    for (const Normalisation n :
         {Normalisation::None, Normalisation::UnitRms, Normalisation::AboveBackground})
        QCOMPARE(normalisationOf(nameOf(n)).value(), n);
    QVERIFY(!normalisationOf(QStringLiteral("whitened")).has_value());
}

void TestNormalisation::unitRmsGivesRootMeanSquareOne()
{
    const auto couplings = std::make_shared<CouplingTensor>(randomCouplings(6, 3));
    const InputStack input = normalisedInput(Normalisation::UnitRms, couplings);
    double sum = 0;
    for (int i = 0; i < 6; ++i)
        for (int j = 0; j < 6; ++j)
            for (int channel = 0; channel < kBlock; ++channel)
                sum += std::pow(double(input.at(i, j, channel / kStates, channel % kStates)), 2);
    // The diagonal's 6 blocks are zero.
    QVERIFY(std::abs(sum / (30 * kBlock) - 1) < 1e-5);
    QCOMPARE(normalisedInput(Normalisation::None, couplings).scale(), 1.0F);
}

void TestNormalisation::blockNormIsItsHeightAboveTheBackground()
{
    // Pairs 01 02 03 12 13 23 with norms 4 2 2 2 2 2. Row sums 8 8 6 6, means (by 4) 2 2 1.5 1.5,
    // overall 1.75. Backgrounds: 16/7 for 01, 12/7 for 02 03 12 13, 9/7 for 23. Above it: 12/7, 2/7 (four
    // times), 5/7. Median magnitude (the upper middle of 2 2 2 2 5 12 sevenths): 2/7. So z = 6, 1, 1, 1,
    // 1, 2.5.
    const std::vector<float> factors = aboveBackground(normsOf(4, {4, 2, 2, 2, 2, 2}));
    const auto expected = [](double z, double norm) { return float(6 * std::log(1 + std::exp(z)) / norm); };
    QCOMPARE(factors[1], expected(6, 4));
    QCOMPARE(factors[2], expected(1, 2));
    QCOMPARE(factors[1 * 4 + 3], expected(1, 2));
    QCOMPARE(factors[2 * 4 + 3], expected(2.5, 2));
}

void TestNormalisation::factorsAreSymmetricAndPositive()
{
    const auto couplings = std::make_shared<CouplingTensor>(randomCouplings(9, 5));
    const InputStack input = normalisedInput(Normalisation::AboveBackground, couplings);
    for (int i = 0; i < 9; ++i) {
        QCOMPARE(input.factor(i, i), 0.0F);
        for (int j = 0; j < i; ++j) {
            QVERIFY(input.factor(i, j) > 0);
            QCOMPARE(input.factor(i, j), input.factor(j, i));
        }
    }
}

void TestNormalisation::scaleOfTheCouplingsDoesNotMatter()
{
    auto couplings = std::make_shared<CouplingTensor>(randomCouplings(9, 5));
    const InputStack input = normalisedInput(Normalisation::AboveBackground, couplings);
    auto larger = std::make_shared<CouplingTensor>(*couplings);
    for (float &value : larger->values())
        value *= 1024;
    const InputStack scaled = normalisedInput(Normalisation::AboveBackground, larger);
    for (int j = 1; j < 9; ++j)
        QVERIFY(qFuzzyCompare(input.at(0, j, 3, 7), scaled.at(0, j, 3, 7)));
}

void TestNormalisation::allZeroStaysZero()
{
    const InputStack input =
        normalisedInput(Normalisation::AboveBackground, std::make_shared<CouplingTensor>(5));
    QCOMPARE(input.at(0, 3, 1, 1), 0.0F);
    QCOMPARE(inputScale(Normalisation::UnitRms, CouplingTensor(5)), 1.0F);
}

void TestNormalisation::fewResiduesAreNoProblem()
{
    for (int length = 0; length <= 3; ++length) {
        const InputStack input = normalisedInput(
            Normalisation::AboveBackground, std::make_shared<CouplingTensor>(randomCouplings(length, 1)));
        QCOMPARE(input.length(), length);
        if (length > 1)
            QVERIFY(std::isfinite(input.factor(0, 1)));
    }
}

void TestNormalisation::inputIsFactorTimesCoupling()
{
    const auto couplings = std::make_shared<CouplingTensor>(randomCouplings(7, 2));
    const InputStack input = normalisedInput(Normalisation::AboveBackground, couplings);
    std::vector<float> row(7 * kBlock);
    input.gatherRow(4, row);
    for (const int j : {1, 4, 6})
        for (const int channel : {0, 46, 440}) {
            const float expected =
                input.factor(4, j) * couplings->at(4, j, channel / kStates, channel % kStates);
            QCOMPARE(row[std::size_t(j * kBlock + channel)], expected);
            QCOMPARE(input.at(4, j, channel / kStates, channel % kStates), expected);
        }
}

QTEST_GUILESS_MAIN(TestNormalisation)
#include "tst_normalisation.moc"
