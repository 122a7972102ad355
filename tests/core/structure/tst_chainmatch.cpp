// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/structure/chainmatch.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <sys/resource.h>

using namespace WhiteBox;

namespace {

const std::string kQuery = "MADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGVDALNKLQAGGYGFVISDWNM";

Structure chainOf(const char *name, const std::string &residues)
{
    Structure chain;
    chain.name = QString::fromUtf8(name);
    chain.residues = residues;
    chain.labels.resize(residues.size());
    chain.ca.resize(residues.size());
    chain.cb.resize(residues.size());
    chain.secondary.resize(residues.size(), SecondaryStructure::Coil);
    return chain;
}

/// The query with every residue but each step-th replaced by one that is like it (BLOSUM62 >= 0).
std::string relative(int step)
{
    const std::string from = "ADEFGIKLMNQRSTVWY";
    const std::string to = "SEDYAVRMLDEKTSIYF";
    std::string residues = kQuery;
    for (std::size_t i = 0; i < residues.size(); ++i)
        if (int(i) % step != 0)
            residues[i] = to[from.find(residues[i])];
    return residues;
}

std::string randomResidues(std::size_t count)
{
    std::mt19937 random(1);
    std::string residues;
    for (std::size_t i = 0; i < count; ++i)
        residues += "ACDEFGHIKLMNPQRSTVWY"[random() % 20];
    return residues;
}

double peakMegabytes()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

} // namespace

class TestChainMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChainWithMostIdenticalResiduesIsTaken()
    {
        // The fragment is identical where it aligns, but has fewer identical residues.
        const auto best = bestMatch({chainOf("fragment", kQuery.substr(0, 12)),
                                     chainOf("mutant", relative(2) + "A"), chainOf("whole", "GS" + kQuery)},
                                    kQuery);
        QVERIFY(best.isOk());
        QCOMPARE(best.value().structure.name, QStringLiteral("whole"));
        QCOMPARE(best.value().residueOf.front(), 2);
    }

    // 60 residues of which every 8th, or every 3rd, is the query's.
    void aChainOfChanceIsRefusedWhereverItCameFrom()
    {
        const auto chance = bestMatch({chainOf("chance", relative(8))}, kQuery);
        QVERIFY(!chance.isOk());
        QCOMPARE(chance.error().kind, ErrorKind::Mismatch);
        QVERIFY(!chance.error().why.isEmpty() && !chance.error().remedy.isEmpty());
        const auto far = bestMatch({chainOf("far", relative(3))}, kQuery);
        QVERIFY2(far.isOk(), qPrintable(far.isOk() ? QString() : far.error().text()));
        QVERIFY(far.value().identity < kSameProtein);
        QVERIFY(matchNotice(far.value()).contains(QStringLiteral("another protein")));
        QVERIFY(bestMatch({}, kQuery).error().kind == ErrorKind::Mismatch);
    }

    void aWholeMatchIsNothingToTell()
    {
        QCOMPARE(matchNotice(bestMatch({chainOf("same", kQuery)}, kQuery).value()), QString());
        const auto part = bestMatch({chainOf("part", kQuery.substr(0, 50))}, kQuery);
        QVERIFY(matchNotice(part.value()).contains(QStringLiteral("10 missing")));
        QVERIFY(!matchNotice(part.value()).contains(QStringLiteral("another protein")));
    }

    // 16 bytes a cell would be 576 MB.
    void aligningKeepsAByteACell()
    {
        const std::string long1 = randomResidues(6000);
        std::string long2 = long1;
        long2.erase(1000, 500);
        const double before = peakMegabytes();
        const auto match = matchStructure(chainOf("long", long1), long2);
        QVERIFY(match.isOk());
        QCOMPARE(match.value().aligned, 5500);
        QCOMPARE(match.value().mismatches, 0);
        QCOMPARE(match.value().residueOf[1000], 1500);
        QVERIFY2(peakMegabytes() - before < 200, qPrintable(QString::number(peakMegabytes() - before)));
    }

    void chainsLongerThanAnyProteinAreRefused()
    {
        const auto match = matchStructure(chainOf("hostile", std::string(100001, 'A')), "MADKELKFLVV");
        QVERIFY(!match.isOk());
        QCOMPARE(match.error().kind, ErrorKind::Resources);
        QVERIFY(!match.error().remedy.isEmpty());
        const auto both =
            bestMatch({chainOf("hostile", std::string(100001, 'A')), chainOf("good", kQuery)}, kQuery);
        QVERIFY(both.isOk());
    }
};

QTEST_GUILESS_MAIN(TestChainMatch)
#include "tst_chainmatch.moc"
