// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/systemmemory.h"
#include "core/coevolution/pottsmodel.h"
#include "core/pipeline/inputrange.h"

#include <QTest>

using namespace WhiteBox;

class TestInputRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sequenceIsCutAndNamed();
    void alignmentIsCutWithItsQuery();
    void couplingsKeepTheirValues();
    void tooShortRangesAreRefused_data();
    void tooShortRangesAreRefused();
    void couplingsNeedTheLeastLength();
    void wholeRangeChangesNothing();
    void tooLongSequencesAreRefusedWithARange();
};

namespace {

JobInput input(InputKind kind)
{
    JobInput made;
    made.kind = kind;
    made.query = {QStringLiteral("TEST"), {}, "MADKELKFLV"};
    return made;
}

} // namespace

void TestInputRange::sequenceIsCutAndNamed()
{
    const JobInput part = inRange(input(InputKind::Sequence), {2, 8});
    QCOMPARE(part.query.residues, std::string("DKELKF"));
    QCOMPARE(part.query.name, QStringLiteral("TEST/3-8"));
    QVERIFY(
        part.notices.join(QLatin1Char(' ')).contains(QStringLiteral("Residues 3-8 of TEST, which has 10")));
}

void TestInputRange::alignmentIsCutWithItsQuery()
{
    JobInput whole = input(InputKind::Alignment);
    std::vector<std::uint8_t> states;
    for (const char row : {0, 1})
        for (const char letter : whole.query.residues)
            states.push_back(row == 0 ? stateOf(letter) : stateOf('W'));
    whole.alignment = std::make_shared<const Alignment>(10, states);
    const JobInput part = inRange(std::move(whole), {2, 8});
    QCOMPARE(part.alignment->columns(), 6);
    QCOMPARE(part.alignment->letters(0), part.query.residues);
    QCOMPARE(part.alignment->letters(1), std::string("WWWWWW"));
}

void TestInputRange::couplingsKeepTheirValues()
{
    JobInput whole = input(InputKind::Couplings);
    CouplingTensor tensor(10);
    for (std::size_t n = 0; n < tensor.values().size(); ++n)
        tensor.values()[n] = float(n);
    for (std::size_t n = 0; n < tensor.fields().size(); ++n)
        tensor.fields()[n] = -float(n);
    whole.couplings = std::make_shared<const CouplingTensor>(tensor);
    const JobInput part = inRange(std::move(whole), {3, 8});
    QCOMPARE(part.couplings->length(), 5);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(part.couplings->fields()[std::size_t(i * kStates + 7)],
                 tensor.fields()[std::size_t((i + 3) * kStates + 7)]);
        for (int j = 0; j < 5; ++j)
            QCOMPARE(part.couplings->at(i, j, 2, 17), tensor.at(i + 3, j + 3, 2, 17));
    }
}

void TestInputRange::tooShortRangesAreRefused_data()
{
    QTest::addColumn<InputKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("told");
    QTest::newRow("sequence") << InputKind::Sequence << QStringLiteral("3-6")
                              << QStringLiteral("range of at least 5 residues");
    QTest::newRow("alignment") << InputKind::Alignment << QStringLiteral("7-8")
                               << QStringLiteral("range of at least 5 residues");
    QTest::newRow("couplings are there") << InputKind::Couplings << QStringLiteral("3-6") << QString();
    QTest::newRow("just enough") << InputKind::Sequence << QStringLiteral("3-7") << QString();
    QTest::newRow("beyond") << InputKind::Sequence << QStringLiteral("3-17") << QStringLiteral("12-240");
    QTest::newRow("empty") << InputKind::Sequence << QString() << QStringLiteral("12-240");
}

void TestInputRange::tooShortRangesAreRefused()
{
    QFETCH(InputKind, kind);
    QFETCH(QString, text);
    QFETCH(QString, told);
    JobInput whole = input(kind);
    whole.file = QStringLiteral("/x/test.fa");
    const auto range = rangeOf(whole, text);
    QCOMPARE(range.isOk(), told.isEmpty());
    if (range.isOk())
        return;
    QVERIFY2(range.error().remedy.contains(told), qPrintable(range.error().text()));
    QCOMPARE(range.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(range.error().file, QStringLiteral("/x/test.fa"));
    QVERIFY2(range.error().why.contains(QStringLiteral("TEST")), qPrintable(range.error().text()));
}

// The limit is the engine's.
void TestInputRange::couplingsNeedTheLeastLength()
{
    const auto fit = [](int columns) {
        std::vector<std::uint8_t> states;
        for (const int row : {0, 1, 2})
            for (int i = 0; i < columns; ++i)
                states.push_back(std::uint8_t((row * (i + 3) + i) % 20));
        return inferCouplings(Alignment(columns, states), PottsOptions(), {}, {});
    };
    QVERIFY(!fit(kFewestResidues - 1).isOk());
    QVERIFY(fit(kFewestResidues).isOk());
}

void TestInputRange::wholeRangeChangesNothing()
{
    const JobInput part = inRange(input(InputKind::Sequence), {0, 10});
    QCOMPARE(part.query.name, QStringLiteral("TEST"));
    QVERIFY(part.notices.isEmpty());
}

void TestInputRange::tooLongSequencesAreRefusedWithARange()
{
    JobInput longest = input(InputKind::Sequence);
    QVERIFY(checkInputSize(longest, 1000, 1).isOk());
    longest.query.residues.assign(8000, 'A'); // about 300 GiB
    if (availableMemory() > 2e11)
        QSKIP("this machine could do it");
    const auto size = checkInputSize(longest, 1000, 1);
    QVERIFY(!size.isOk());
    QCOMPARE(size.error().kind, ErrorKind::Resources);
    QVERIFY2(size.error().remedy.contains(QStringLiteral("such as 1-")), qPrintable(size.error().remedy));
}

QTEST_GUILESS_MAIN(TestInputRange)
#include "tst_inputrange.moc"
