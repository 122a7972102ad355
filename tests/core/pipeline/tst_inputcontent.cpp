// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/inputcontent.h"
#include "core/sequence/fastareader.h"

#include <QTest>

#include <random>

using namespace WhiteBox;

namespace {

QByteArray numbers(int rows, int columns)
{
    return (QByteArray("-0.5\t").repeated(columns) + '\n').repeated(rows);
}

} // namespace

class TestInputContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentDecides_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<InputContent>("content");
        using enum InputContent;
        QTest::newRow("pdb") << QByteArray("HEADER    CHEMOTAXIS\nATOM      1  N   MET A   1\n") << Structure;
        QTest::newRow("bare atoms") << QByteArray("ATOM      1  N   MET A   1      11.104   6.134  -6.504\n")
                                    << Structure;
        QTest::newRow("model") << QByteArray("MODEL        1\nATOM      1  N   MET A   1\n") << Structure;
        QTest::newRow("mmcif") << QByteArray("# comment\ndata_1ABA\n#\n_entry.id 1ABA\n") << Structure;
        QTest::newRow("mmjson") << QByteArray("{\"data_1ABA\": {\"entry\": {\"id\": [\"1ABA\"]}}}")
                                << Structure;
        QTest::newRow("protein that begins like a record") << QByteArray("MODELKFLVV\nDDFSTMRR\n") << Text;
        QTest::newRow("raw couplings") << numbers(5, 20) + "# 0 1\n" + numbers(21, 21) << RawCouplings;
        QTest::newRow("raw couplings, cut early") << numbers(50, 20) << RawCouplings;
        QTest::newRow("matrix") << numbers(30, 30) << ScoreMatrix;
        QTest::newRow("matrix of twenty") << numbers(20, 20) << ScoreMatrix;
        QTest::newRow("decimal commas") << numbers(30, 30).replace('.', ',') << ScoreMatrix;
        QTest::newRow("braw") << QByteArray("\x84\xa6"
                                            "format\xa5"
                                            "ccm-1\0\0",
                                            15)
                              << BinaryCouplings;
        QTest::newRow("fasta") << QByteArray(">a\nMADKEL\n") << Text;
        QTest::newRow("stockholm") << QByteArray("# STOCKHOLM 1.0\nq MADKEL\n//\n") << Text;
        QTest::newRow("database") << QByteArray(">a\nMADKEL\n").repeated(kMostQueries + 1) << Database;
        QTest::newRow("deep alignment") << QByteArray(">a\nMA-KEL\n").repeated(kMostQueries + 1) << Text;
        QTest::newRow("empty") << QByteArray() << Text;
    }
    void contentDecides()
    {
        QFETCH(QByteArray, head);
        QFETCH(InputContent, content);
        QCOMPARE(recogniseContent(head), content);
    }

    void anyBytesAreSomething()
    {
        std::mt19937 random(1);
        for (int round = 0; round < 2000; ++round) {
            QByteArray head(int(random() % 300), '\0');
            for (char &c : head)
                c = char(random());
            (void)recogniseContent(head);
        }
    }
};

QTEST_GUILESS_MAIN(TestInputContent)
#include "tst_inputcontent.moc"
