// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alignment/columnstatistics.h"

#include <QTest>

#include <cmath>

using namespace WhiteBox;

class TestColumnStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreCountedByHand();
    void evenColumnIsNotConserved();
};

void TestColumnStatistics::columnsAreCountedByHand()
{
    const auto A = std::uint8_t(stateOf('A'));
    const auto C = std::uint8_t(stateOf('C'));
    const auto gap = std::uint8_t(kGap);
    // Columns: AAAA, AACC, A-- -, ----.
    const Alignment alignment(4, {A, A, A, gap, A, A, gap, gap, A, C, gap, gap, A, C, gap, gap});
    const auto columns = columnStatistics(alignment);
    QCOMPARE(columns.size(), std::size_t(4));
    QCOMPARE(columns[0].coverage, 1.0F);
    QCOMPARE(columns[0].conservation, 1.0F);
    QCOMPARE(columns[1].coverage, 1.0F);
    // Two amino acids alike: H = log 2.
    QVERIFY(std::abs(columns[1].conservation - float(1 - std::log(2.0) / std::log(20.0))) < 1e-6F);
    QCOMPARE(columns[2].coverage, 0.25F);
    QCOMPARE(columns[2].conservation, 1.0F);
    QCOMPARE(columns[3].coverage, 0.0F);
    QCOMPARE(columns[3].conservation, 0.0F);
}

void TestColumnStatistics::evenColumnIsNotConserved()
{
    std::vector<std::uint8_t> states;
    for (std::uint8_t a = 0; a < kGap; ++a)
        states.push_back(a);
    const auto columns = columnStatistics(Alignment(1, states));
    QVERIFY(std::abs(columns.front().conservation) < 1e-6F);
    QCOMPARE(columns.front().coverage, 1.0F);
}

QTEST_GUILESS_MAIN(TestColumnStatistics)
#include "tst_columnstatistics.moc"
