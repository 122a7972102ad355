// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/inputstack.h"

#include <QTest>

#include <numeric>

using namespace WhiteBox;

class TestInputStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blockIsScaledAndTransposedBelowTheDiagonal();
    void diagonalIsZero();
    void rowIsItsPairsInOrder();
    void denseValuesAreKeptAsTheyAre();
};

namespace {

/// Every stored value is its own index.
InputStack numbered(int length, float scale)
{
    auto couplings = std::make_shared<CouplingTensor>(length);
    std::iota(couplings->values().begin(), couplings->values().end(), 0.0F);
    return InputStack(couplings, scale);
}

} // namespace

void TestInputStack::blockIsScaledAndTransposedBelowTheDiagonal()
{
    // Pair (0, 1) is stored first: (a 2, b 3) is value 2·21 + 3 = 45.
    const InputStack stack = numbered(3, 2.0F);
    QCOMPARE(stack.at(0, 1, 2, 3), 90.0F);
    QCOMPARE(stack.at(1, 0, 3, 2), 90.0F);
    std::vector<float> block(kBlock);
    stack.gather(1, 0, std::span<float, kBlock>(block));
    QCOMPARE(block[3 * 21 + 2], 90.0F);
    QCOMPARE(block[2 * 21 + 3], 2.0F * (3 * 21 + 2));
}

void TestInputStack::diagonalIsZero()
{
    std::vector<float> block(kBlock, 1.0F);
    numbered(3, 1.0F).gather(1, 1, std::span<float, kBlock>(block));
    QCOMPARE(block, std::vector<float>(kBlock, 0.0F));
}

void TestInputStack::rowIsItsPairsInOrder()
{
    const InputStack stack = numbered(4, 1.0F);
    std::vector<float> row(4 * kBlock);
    stack.gatherRow(2, row);
    for (int j = 0; j < 4; ++j)
        for (int channel = 0; channel < kBlock; ++channel)
            QCOMPARE(row[std::size_t(j * kBlock + channel)],
                     stack.at(2, j, channel / kStates, channel % kStates));
}

void TestInputStack::denseValuesAreKeptAsTheyAre()
{
    std::vector<float> values(2 * 2 * kBlock);
    std::iota(values.begin(), values.end(), 0.0F);
    const InputStack stack = InputStack::fromDense(2, values);
    // Pair (1, 0) is the third; it need not mirror pair (0, 1).
    QCOMPARE(stack.at(1, 0, 1, 4), float(2 * kBlock + 25));
    QCOMPARE(stack.at(0, 0, 0, 7), 7.0F);
    QCOMPARE(stack.scale(), 1.0F);
}

QTEST_GUILESS_MAIN(TestInputStack)
#include "tst_inputstack.moc"
