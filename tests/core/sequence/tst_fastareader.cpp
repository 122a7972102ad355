// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sequence/fastareader.h"
#include "core/sequence/queryresidues.h"

#include <QTest>

#include <random>

using namespace WhiteBox;

namespace {

const QByteArray kCheY =
    "MADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGVDALNKLQAGGYGFVISDWNMPNMDGLELLKTIRADGAMSALPVLMVTAEAKKENIIAAAQAG"
    "ASGYVVKPFTAATLEEKLNKIFEKLGM";

FastaQuery only(const Result<std::vector<FastaQuery>> &read)
{
    if (!read.isOk()) {
        qWarning("%s", qPrintable(read.error().text()));
        return {};
    }
    return read.value().size() == 1 ? read.value()[0] : FastaQuery();
}

FastaQuery parseOne(const QByteArray &text, const FastaOptions &options = {})
{
    return only(parseFasta(text, QStringLiteral("/tmp/my query.fasta"), options));
}

Error errorOf(const QByteArray &text)
{
    const auto read = parseFasta(text, QStringLiteral("q.fa"));
    return read.isOk() ? Error() : read.error();
}

bool anyContains(const QStringList &notices, const char *words)
{
    return !notices.filter(QString::fromUtf8(words)).isEmpty();
}

} // namespace

class TestFastaReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRecordIsTakenAlone()
    {
        FastaOptions second;
        second.record = 2;
        const QByteArray text = ">a\nMAD-KELKF\n>b\nMADKELKFLVV\n"; // the first one would be asked about
        QCOMPARE(parseOne(text, second).sequence.name, QStringLiteral("b"));
        QCOMPARE(fastaQuestion(text, second), FastaQuestion::None);
        second.record = 3;
        QCOMPARE(parseFasta(text, QStringLiteral("q.fa"), second).error().kind, ErrorKind::InvalidInput);
    }

    // Answers were forgotten with the next question, and the first one was asked again, without end.
    void whatIsAnsweredIsNotAskedAgain()
    {
        const QByteArray text = ">a\nMAD-KELKF\n>b\nMADKELKF:MADKELKF\n";
        QCOMPARE(fastaQuestion(text), FastaQuestion::Alignment);
        FastaOptions answered;
        answered.removeGaps = true;
        QCOMPARE(fastaQuestion(text, answered), FastaQuestion::Chain);
        answered.chain = 2;
        QCOMPARE(fastaQuestion(text, answered), FastaQuestion::None);
        QVERIFY(parseFasta(text, QStringLiteral("q.fa"), answered).isOk());
    }

    void plainFastaIsTakenWithoutNotices()
    {
        const FastaQuery query = parseOne(">CHEY_ECOLI Chemotaxis protein\n" + kCheY + "\n");
        QCOMPARE(query.sequence.name, QStringLiteral("CHEY_ECOLI"));
        QCOMPARE(query.sequence.description, QStringLiteral("Chemotaxis protein"));
        QCOMPARE(QByteArray::fromStdString(query.sequence.residues), kCheY);
        QCOMPARE(query.notices, QStringList());
    }

    void lineEndsBomBlankLinesAndControlAAreSilent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("CRLF") << QByteArray(">a b\r\nMADKEL\r\nKFLVVD\r\n");
        QTest::newRow("CR") << QByteArray(">a b\rMADKEL\rKFLVVD\r");
        QTest::newRow("BOM") << QByteArray("\xef\xbb\xbf>a b\nMADKELKFLVVD");
        QTest::newRow("blank lines") << QByteArray("\n\n  \n>a b\n\nMADKEL\n\nKFLVVD\n\n");
        QTest::newRow("control A") << QByteArray(">a b\x01"
                                                 "c d\nMADKELKFLVVD\n");
        QTest::newRow("blanks at line ends") << QByteArray("> a b \n MADKEL \nKFLVVD\t\n");
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe>\0a\0 \0b\0\n\0M\0A\0D\0K\0E\0L\0K\0F\0L\0V\0V\0D\0",
                                              36);
    }
    void lineEndsBomBlankLinesAndControlAAreSilent()
    {
        QFETCH(QByteArray, text);
        const FastaQuery query = parseOne(text);
        QCOMPARE(query.sequence.name, QStringLiteral("a"));
        QCOMPARE(query.sequence.description, QStringLiteral("b"));
        QCOMPARE(QByteArray::fromStdString(query.sequence.residues), QByteArray("MADKELKFLVVD"));
        QCOMPARE(query.notices.size(), 1); // that it is shorter than the window
    }

    void missingHeaderIsNamedAfterTheFileAndTold()
    {
        const FastaQuery query = parseOne(kCheY);
        QCOMPARE(query.sequence.name, QStringLiteral("my_query"));
        QVERIFY(anyContains(query.notices, "no header line"));
        QCOMPARE(only(parseFasta(kCheY, {})).sequence.name, QStringLiteral("query"));
        QVERIFY(anyContains(parseOne("> \n" + kCheY).notices, "header has no name"));
    }

    void joinedLinesAreTold()
    {
        QVERIFY(anyContains(parseOne("MADKELKF\nLVVDDF\nSTMRRIVR\n").notices,
                            "3 lines were joined to one sequence of 22"));
        QVERIFY(!anyContains(parseOne("MADKELKFLVVDDF\n").notices, "joined"));
        QVERIFY(!anyContains(parseOne(">a\nMADKELKF\nLVVDDF\n").notices, "joined"));
    }

    void headerWithTheSequenceOnItsLineIsRefusedOrSplit()
    {
        const QByteArray text = ">CheY " + kCheY + "\n";
        const Error error = errorOf(text);
        QCOMPARE(error.kind, ErrorKind::Parse);
        QCOMPARE(error.line, 1);
        QVERIFY(error.why.contains(QLatin1String("header found but no sequence")));
        QCOMPARE(fastaQuestion(text), FastaQuestion::SplitHeader);
        FastaOptions options;
        options.splitHeader = true;
        const FastaQuery query = parseOne(text, options);
        QCOMPARE(query.sequence.name, QStringLiteral("CheY"));
        QCOMPARE(QByteArray::fromStdString(query.sequence.residues), kCheY);
        QVERIFY(anyContains(query.notices, "header line"));
    }

    void headerAloneIsRefusedWithItsLine()
    {
        const Error error = errorOf(">a\nMADKELKFLVV\n>CheY of Escherichia\n");
        QCOMPARE(error.line, 3);
        QVERIFY(error.why.contains(QLatin1String("no sequence")));
        QCOMPARE(fastaQuestion(">CheY of Escherichia\n"), FastaQuestion::None);
    }

    void nucleotidesAreAWarning_data()
    {
        QTest::addColumn<QByteArray>("letters");
        QTest::addColumn<bool>("warned");
        QTest::newRow("DNA") << QByteArray("ATGGCGGATAAAGAACTTAAATTTTTGGTTGTGGATGACTTTTCC") << true;
        QTest::newRow("RNA in lower case") << QByteArray("auggcggauaaagaacuuaaauuuuugguugu") << true;
        // 18 of 20 are bases: exactly 90 %.
        QTest::newRow("ninety per cent") << QByteArray("ACGTACGTACGTACGTACMW") << true;
        QTest::newRow("eighty-five per cent") << QByteArray("ACGTACGTACGTACGTAMWW") << false;
        QTest::newRow("protein") << kCheY << false;
    }
    void nucleotidesAreAWarning()
    {
        QFETCH(QByteArray, letters);
        QFETCH(bool, warned);
        const FastaQuery query = parseOne(">q\n" + letters);
        QVERIFY(query.sequence.length() > 0);
        QCOMPARE(query.looksLikeDna, warned);
        QCOMPARE(anyContains(query.notices, "DNA"), warned);
    }

    void stopAtTheEndIsStrippedAndInsideRefused()
    {
        const FastaQuery query = parseOne(">q\n" + kCheY + "*\n");
        QCOMPARE(QByteArray::fromStdString(query.sequence.residues), kCheY);
        QVERIFY(anyContains(query.notices, "“*” at the end"));
        const Error error = errorOf(">q\nMADK*ELKFLVV\n");
        QVERIFY(error.why.contains(QLatin1String("position 5")));
    }

    void gapsAskWhetherThisIsAnAlignment()
    {
        const QByteArray text = ">q\nMADK--ELKFLVV.VMADKELKF\n";
        QVERIFY(errorOf(text).why.contains(QLatin1String("is this an alignment")));
        QCOMPARE(fastaQuestion(text), FastaQuestion::Alignment);
        FastaOptions options;
        options.removeGaps = true;
        const FastaQuery query = parseOne(text, options);
        QCOMPARE(query.sequence.residues, std::string("MADKELKFLVVVMADKELKF"));
        QVERIFY(anyContains(query.notices, "3 gaps were removed"));
    }

    void unusualLettersAreReplacedAndShown()
    {
        const FastaQuery query = parseOne(">q\nMUDBKZLJFOVVDDFSTMRRXVR\n");
        QCOMPARE(query.sequence.residues, std::string("MCDXKXLXFXVVDDFSTMRRXVR"));
        QVERIFY(anyContains(query.notices, "U was replaced by C at 2."));
        QVERIFY(anyContains(query.notices, "B was replaced by X at 4."));
        QVERIFY(anyContains(query.notices, "5 residues are unknown"));
    }

    void tooMuchUnknownIsRefused()
    {
        QVERIFY(errorOf(">q\nMADKELXXXX\n").why.contains(QLatin1String("4 of 10")));
        QCOMPARE(parseOne(">q\nMADKELKXXX\n").sequence.length(), 10); // 30 % is the limit
    }

    void genBankPasteIsNormalisedAndCounted()
    {
        const FastaQuery query =
            parseOne("ORIGIN\n        1 madkelkflv vddfstmrri vrnllkelgf\n       31 nnveeaedgv\n//\n");
        QCOMPARE(query.sequence.residues, std::string("MADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGV"));
        QVERIFY(anyContains(query.notices, "40 lower-case"));
        QVERIFY(anyContains(query.notices, "3 digits and 4 blanks"));
    }

    void oneDigitIsNotTwo()
    {
        QVERIFY(parseOne(">a\nMADKELKF1LVVDDFSTMRR\n")
                    .notices.contains(QStringLiteral("1 digit among the residues was left out.")));
        QVERIFY(parseOne(">a\nMADKELKF LVVDD FSTMRR\n")
                    .notices.contains(QStringLiteral("2 blanks among the residues were left out.")));
    }

    void genBankAndUniProtEntriesAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("GenPept") << QByteArray(
            "LOCUS       AAC74952   40 aa  linear BCT\nDEFINITION  CheY.\nFEATURES   Location\n"
            "ORIGIN\n  1 madkelkflv vddfstmrri\n//\n");
        QTest::newRow("UniProt") << QByteArray(
            "ID   AAC74952   Reviewed;  129 AA.\nAC   P0AE67;\nSQ   SEQUENCE  20 AA;\n"
            "     MADKELKFLV VDDFSTMRRI\n//\n");
    }
    void genBankAndUniProtEntriesAreRead()
    {
        QFETCH(QByteArray, text);
        const FastaQuery query = parseOne(text);
        QCOMPARE(query.sequence.name, QStringLiteral("AAC74952"));
        QCOMPARE(query.sequence.residues, std::string("MADKELKFLVVDDFSTMRRI"));
    }

    void chainsJoinedByColonNeedAChoice()
    {
        const QByteArray text = ">q\nMADKELKFLVV:GGSSPPLLKKAAVVDDEE\n";
        const Error error = errorOf(text);
        QCOMPARE(error.kind, ErrorKind::Unsupported);
        QVERIFY(error.why.contains(QLatin1String("one chain only")));
        QCOMPARE(fastaQuestion(text), FastaQuestion::Chain);
        FastaOptions options;
        options.chain = 2;
        QCOMPARE(parseOne(text, options).sequence.residues, std::string("GGSSPPLLKKAAVVDDEE"));
    }

    void severalRecordsAreAllReturned()
    {
        const auto read = parseFasta(">a\nMADKELKFLVV\n>b second\nGGSSPPLLKKAAVV\n>c\nWWYYFFKKLLMM\n",
                                     QStringLiteral("q.fa"));
        QVERIFY(read.isOk());
        QCOMPARE(read.value().size(), std::size_t(3));
        QCOMPARE(read.value()[1].sequence.name, QStringLiteral("b"));
        QCOMPARE(read.value()[2].line, qint64(5));
    }

    void aDatabaseIsNotAQuery()
    {
        QByteArray text;
        for (int n = 0; n <= kMostQueries; ++n)
            text += ">s" + QByteArray::number(n) + "\nMADKELKFLVV\n";
        QVERIFY(errorOf(text).why.contains(QLatin1String("database")));
    }

    void foreignSymbolsAreRefusedWithLineAndColumn()
    {
        const Error error = errorOf(">q\nMADKELKFLVV\n  MA@KEL\n");
        QCOMPARE(error.line, 3);
        QVERIFY2(error.why.contains(QStringLiteral("“@” in column 5")), qPrintable(error.why));
        QVERIFY(error.text().startsWith(QLatin1String("q.fa:3: ")));
    }

    void shortSequencesAreRefusedOrTold()
    {
        QCOMPARE(errorOf(">q\nMADK\n").kind, ErrorKind::InvalidInput);
        QVERIFY(anyContains(parseOne(">q\nMADKE\n").notices, "window"));
        QVERIFY(!anyContains(parseOne(">q\nMADKELKFLVVDDFS\n").notices, "window")); // 15 residues
    }

    void lowComplexityIsAWarning()
    {
        const FastaQuery query = parseOne(">q\n" + QByteArray("QP").repeated(30));
        QVERIFY(query.lowComplexity);
        QVERIFY(anyContains(query.notices, "low complexity"));
        QVERIFY(!parseOne(">q\n" + kCheY).lowComplexity);
        // By hand: six kinds twice each in every window is log2 6 = 2.58 bits, four kinds thrice 2 bits.
        QCOMPARE(lowComplexityShare("ACDEFGACDEFGACDEFG"), 0.0);
        QCOMPARE(lowComplexityShare("ACDEACDEACDEACDE"), 1.0);
    }

    void emptyTextIsNamed()
    {
        QVERIFY(errorOf("").why.contains(QLatin1String("nothing in it")));
        QVERIFY(errorOf(" \n\t\n").why.contains(QLatin1String("nothing in it")));
    }

    void writtenSequencesAreReadBack()
    {
        const FastaQuery query = parseOne(">CHEY_ECOLI Chemotaxis protein\n" + kCheY);
        const QByteArray text = formatFasta(query.sequence);
        QCOMPARE(text.split('\n')[1].size(), 60);
        QCOMPARE(parseOne(text).sequence, query.sequence);
    }

    void anythingElseIsAResultNeverACrash()
    {
        std::mt19937 random(7);
        const QByteArray alphabet = ">\n\r\t ACDEFGXUBZ-.*:/;0129\x01\xc2\xa0\xff#LOCUSID";
        for (int round = 0; round < 3000; ++round) {
            QByteArray text(int(random() % 200), '\0');
            for (char &c : text)
                c = round % 2 ? alphabet[random() % alphabet.size()] : char(random());
            FastaOptions options;
            options.removeGaps = options.splitHeader = round % 3 == 0;
            options.chain = int(round % 4);
            (void)fastaQuestion(text);
            const auto read = parseFasta(text, {}, options);
            if (!read.isOk())
                continue;
            for (const FastaQuery &query : read.value()) {
                QVERIFY(query.sequence.length() >= kShortestQuery);
                QVERIFY(query.sequence.residues.find_first_not_of("ACDEFGHIKLMNPQRSTVWYX") ==
                        std::string::npos);
                QVERIFY(!query.sequence.name.isEmpty());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFastaReader)
#include "tst_fastareader.moc"
