// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/structure/structure.h"
#include "core/structure/structurereader.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace WhiteBox;

class TestStructureMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSequenceAlignsOneToOne();
    void missingResiduesStayUnaligned();
    void tagInFrontOfTheStructureIsSkipped();
    void queryLongerThanTheStructureIsKept();
    void mutationsCountAsMismatches();
    void unknownResidueAligns();
    void fewerThanTenResiduesAreRefused();
    void shortQueriesMustBeInTheStructureAsTheyAre();
    void emptySequencesAreRefused();
    void missingCbIsTold();
    void distancesAreThoseOfTheCoordinates();
    void idealHelixAndStrandAreSeen();
};

namespace {

// The first 40 residues of PDB entry 2LZM (T4 lysozyme).
const std::string kQuery = "MNIFEMLRIDEGLRLKIYKDTEGYYTIGIGHLLTKSPSLN";

/// Residue k at (k, 0, 0), its Cβ 2 Å above it.
Structure lineOf(const std::string &residues)
{
    Structure structure;
    structure.name = QStringLiteral("line");
    structure.residues = residues;
    for (std::size_t k = 0; k < residues.size(); ++k) {
        structure.labels.push_back(QString::number(900 - int(k))); // numbers of a file are never trusted
        structure.ca.push_back({double(k), 0, 0});
        structure.cb.push_back({double(k), 2, 0});
    }
    return structure;
}

std::vector<int> matched(const std::string &structure, const std::string &query = kQuery)
{
    const auto match = matchStructure(lineOf(structure), query);
    return match.isOk() ? match.value().residueOf : std::vector<int>{};
}

} // namespace

void TestStructureMatch::sameSequenceAlignsOneToOne()
{
    const auto match = matchStructure(lineOf(kQuery), kQuery);
    QVERIFY(match.isOk());
    QCOMPARE(match.value().aligned, 40);
    QCOMPARE(match.value().mismatches, 0);
    QCOMPARE(match.value().identity, 1.0);
    for (int i = 0; i < 40; ++i)
        QCOMPARE(match.value().residueOf[std::size_t(i)], i);
}

void TestStructureMatch::missingResiduesStayUnaligned()
{
    // A loop of five residues, 18 to 22, that the crystal did not show.
    std::string seen = kQuery;
    seen.erase(18, 5);
    const std::vector<int> residueOf = matched(seen);
    QCOMPARE(residueOf.size(), kQuery.size());
    QCOMPARE(residueOf[17], 17);
    for (std::size_t i = 18; i < 23; ++i)
        QCOMPARE(residueOf[i], -1);
    QCOMPARE(residueOf[23], 18);
    QCOMPARE(residueOf[39], 34);
}

void TestStructureMatch::tagInFrontOfTheStructureIsSkipped()
{
    const std::vector<int> residueOf = matched("GSHHHHHHSG" + kQuery);
    QCOMPARE(residueOf.size(), kQuery.size());
    QCOMPARE(residueOf.front(), 10);
    QCOMPARE(residueOf.back(), 49);
}

void TestStructureMatch::queryLongerThanTheStructureIsKept()
{
    const std::vector<int> residueOf = matched(kQuery.substr(12, 20));
    QCOMPARE(residueOf.size(), kQuery.size());
    QCOMPARE(residueOf[11], -1);
    QCOMPARE(residueOf[12], 0);
    QCOMPARE(residueOf[31], 19);
    QCOMPARE(residueOf[32], -1);
}

void TestStructureMatch::mutationsCountAsMismatches()
{
    std::string mutant = kQuery;
    mutant[2] = 'A';
    mutant[30] = 'W';
    const auto match = matchStructure(lineOf(mutant), kQuery);
    QVERIFY(match.isOk());
    QCOMPARE(match.value().aligned, 40);
    QCOMPARE(match.value().mismatches, 2);
    QCOMPARE(match.value().identity, 0.95);
}

void TestStructureMatch::unknownResidueAligns()
{
    std::string seen = kQuery;
    seen[20] = 'X';
    const std::vector<int> residueOf = matched(seen);
    QCOMPARE(residueOf.size(), kQuery.size());
    QCOMPARE(residueOf[20], 20);
}

void TestStructureMatch::fewerThanTenResiduesAreRefused()
{
    QVERIFY(!matched(kQuery.substr(0, 10)).empty());
    const auto match = matchStructure(lineOf(kQuery.substr(0, 9)), kQuery);
    QVERIFY(!match.isOk());
    QCOMPARE(match.error().kind, ErrorKind::Mismatch);
    QVERIFY(!match.error().why.isEmpty() && !match.error().remedy.isEmpty());
}

// A part of a query: of ten residues and more enough had to align, fewer belonged to no protein.
void TestStructureMatch::shortQueriesMustBeInTheStructureAsTheyAre()
{
    const std::string part = kQuery.substr(20, 8);
    const auto match = matchStructure(lineOf(kQuery), part);
    QVERIFY2(match.isOk(), match.isOk() ? "" : qPrintable(match.error().text()));
    QCOMPARE(match.value().aligned, 8);
    QCOMPARE(match.value().residueOf.front(), 20);
    std::string mutant = kQuery;
    mutant[22] = mutant[22] == 'W' ? 'A' : 'W';
    const auto other = matchStructure(lineOf(mutant), part);
    QVERIFY(!other.isOk());
    QCOMPARE(other.error().kind, ErrorKind::Mismatch);
    QVERIFY2(!other.error().what.contains(QStringLiteral("does not belong")),
             qPrintable(other.error().text()));
    QVERIFY2(other.error().remedy.contains(QStringLiteral("longer")), qPrintable(other.error().text()));
    // The structure ends within the range.
    const auto end = matchStructure(lineOf(kQuery.substr(0, 18)), kQuery.substr(12, 12));
    QVERIFY(!end.isOk());
    QVERIFY2(!end.error().what.contains(QStringLiteral("does not belong")), qPrintable(end.error().text()));
}

void TestStructureMatch::emptySequencesAreRefused()
{
    QVERIFY(!matchStructure(lineOf({}), kQuery).isOk());
    QVERIFY(!matchStructure(lineOf(kQuery), {}).isOk());
}

void TestStructureMatch::missingCbIsTold()
{
    auto match = matchStructure(lineOf(kQuery), kQuery);
    QVERIFY(match.isOk());
    Structure &chain = match.value().structure;
    for (std::size_t r = 0; r < chain.residues.size(); ++r)
        if (chain.residues[r] == 'G') // has none
            chain.cb[r] = chain.ca[r];
    QCOMPARE(missingCbNotice(match.value()), QString());
    for (std::size_t r = 0; r < 3; ++r)
        chain.cb[r] = chain.ca[r];
    QCOMPARE(missingCbNotice(match.value()),
             QStringLiteral("3 of 40 aligned residues of line have no Cβ: Cα is used."));
    match.value().residueOf[1] = -1;
    match.value().aligned = 39;
    QVERIFY(missingCbNotice(match.value()).startsWith(QStringLiteral("2 of 39 ")));
}

void TestStructureMatch::distancesAreThoseOfTheCoordinates()
{
    StructureMatch match;
    match.structure = lineOf("AC");
    match.structure.ca[1] = {3, 4, 0};
    match.structure.cb[1] = {3, 4, 12};
    match.residueOf = {1, -1, 0};
    const DistanceMap map = trueDistances(match);
    QCOMPARE(map.length(), 3);
    QCOMPARE(map.at(DistanceChannel::CaCa, 0, 2), 5.0F);
    QCOMPARE(map.at(DistanceChannel::CbCa, 0, 2), 13.0F); // (3, 4, 12) to the origin
    QCOMPARE(map.at(DistanceChannel::CaCb, 2, 0), 13.0F);
    QCOMPARE(map.at(DistanceChannel::CaCb, 0, 2), float(std::hypot(3.0, 2.0))); // (3, 4, 0) to (0, 2, 0)
    QCOMPARE(map.at(DistanceChannel::CbCb, 0, 0), 0.0F);
    QVERIFY(std::isnan(map.at(DistanceChannel::CbCb, 0, 1)));
    QVERIFY(std::isnan(map.at(DistanceChannel::CbCb, 1, 1)));
}

void TestStructureMatch::idealHelixAndStrandAreSeen()
{
    // α helix: radius 2.3 Å, 1.5 Å and 100° a residue. Strand: 3.2 Å a residue, 0.9 Å to either side.
    std::vector<Position> helix;
    std::vector<Position> strand;
    for (int k = 0; k < 8; ++k) {
        const double angle = k * 100 * std::numbers::pi / 180;
        helix.push_back({2.3 * std::cos(angle), 2.3 * std::sin(angle), 1.5 * k});
        strand.push_back({k % 2 ? 0.9 : -0.9, 0, 3.2 * k});
    }
    const auto text = [](const std::vector<SecondaryStructure> &states) {
        std::string letters;
        for (const SecondaryStructure state : states)
            letters.push_back(char(state));
        return letters;
    };
    QCOMPARE(text(assignSecondaryStructure(helix)), std::string("CCHHHHCC"));
    QCOMPARE(text(assignSecondaryStructure(strand)), std::string("CCEEEECC"));
    helix[3] = {std::nan(""), std::nan(""), std::nan("")};
    QCOMPARE(text(assignSecondaryStructure(helix)), std::string("CCCCCCCC"));
    QCOMPARE(text(assignSecondaryStructure({})), std::string());
}

QTEST_GUILESS_MAIN(TestStructureMatch)
#include "tst_structurematch.moc"
