// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/residuepair.h"

#include <QTest>

using namespace WhiteBox;

class TestResiduePair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCountsFromOne()
    {
        QCOMPARE((ResiduePair{0, 4}).text(), QStringLiteral("1,5"));
        QCOMPARE((ResiduePair{0, 4}).text("MADKE"), QStringLiteral("M1-E5"));
    }

    void parseReadsWhatAPersonWrites_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"1,5", " 1 , 5 ", "1-5", "1 5", "M1-E5", "m1-e5", "M1,E5", "1;5"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void parseReadsWhatAPersonWrites()
    {
        QFETCH(QString, text);
        const auto pair = ResiduePair::parse(text, 5, "MADKE");
        QVERIFY(pair.isOk());
        QCOMPARE(pair.value(), (ResiduePair{0, 4}));
    }

    void parseRefusesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "1", "0,3", "1,6", "1,2,3", "A1-E5", "one,two", "-1,3", "99999999999,1", "1.5,2"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void parseRefusesTheRest()
    {
        QFETCH(QString, text);
        const auto pair = ResiduePair::parse(text, 5, "MADKE");
        QVERIFY(!pair.isOk());
        QCOMPARE(pair.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!pair.error().why.isEmpty());
        QVERIFY(!pair.error().remedy.isEmpty());
    }

    void textAndParseAreInverse()
    {
        const std::string sequence = "MADKELKFLVVDDFSTMRRI";
        for (int i = 0; i < 20; ++i)
            for (int j = 0; j < 20; ++j) {
                const ResiduePair pair{i, j};
                QCOMPARE(ResiduePair::parse(pair.text(sequence), 20, sequence).value(), pair);
                QCOMPARE(ResiduePair::parse(pair.text(), 20).value(), pair);
            }
    }
};

QTEST_GUILESS_MAIN(TestResiduePair)
#include "tst_residuepair.moc"
