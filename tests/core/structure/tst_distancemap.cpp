// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/structure/distancemap.h"

#include <QTest>

#include <cmath>

using namespace WhiteBox;

class TestDistanceMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsUnknown();
    void mirrorImageSwapsTheMixedChannels();
    void asymmetryIsTheLargestDifference();
};

namespace {

/// d[αα] = d[ββ] = i + j, d[αβ](i, j) = 10·i + j = d[βα](j, i): symmetric as distances are.
DistanceMap symmetricMap()
{
    DistanceMap map(5);
    for (int i = 0; i < 5; ++i)
        for (int j = 0; j < 5; ++j) {
            map.at(0, i, j) = map.at(3, i, j) = float(i + j);
            map.at(1, i, j) = float(10 * i + j);
            map.at(2, i, j) = float(10 * j + i);
        }
    return map;
}

} // namespace

void TestDistanceMap::startsUnknown()
{
    const DistanceMap map(3);
    for (const float value : map.values())
        QVERIFY(std::isnan(value));
    QCOMPARE(largestAsymmetry(map), 0.0);
}

void TestDistanceMap::mirrorImageSwapsTheMixedChannels()
{
    QCOMPARE(largestAsymmetry(symmetricMap()), 0.0);
}

void TestDistanceMap::asymmetryIsTheLargestDifference()
{
    DistanceMap map = symmetricMap();
    map.at(0, 1, 2) += 0.5F;
    map.at(2, 3, 1) -= 2.0F; // below the diagonal, of a mixed channel
    map.at(3, 0, 4) = std::nanf("");
    QCOMPARE(largestAsymmetry(map), 2.0);
    DistanceMap single(3, 1);
    single.at(0, 0, 2) = 4;
    single.at(0, 2, 0) = 7;
    QCOMPARE(largestAsymmetry(single), 3.0);
}

QTEST_GUILESS_MAIN(TestDistanceMap)
#include "tst_distancemap.moc"
