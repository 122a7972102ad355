// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alignment/alignmentreader.h"
#include "core/alignment/alignmentwriter.h"
#include "tests/support/shareddata.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace WhiteBox;

namespace {

AlignmentFile parse(const QByteArray &text, const std::optional<Sequence> &query = {})
{
    const Result<AlignmentFile> read = parseAlignment(text, QStringLiteral("a.txt"), query);
    if (!read.isOk()) {
        qWarning("%s", qPrintable(read.error().text()));
        return {};
    }
    return read.value();
}

Error errorOf(const QByteArray &text, const std::optional<Sequence> &query = {})
{
    const Result<AlignmentFile> read = parseAlignment(text, QStringLiteral("a.txt"), query);
    return read.isOk() ? Error() : read.error();
}

std::string rowText(const AlignmentFile &file, int n)
{
    return n < file.alignment.rows() ? file.alignment.letters(n) : std::string("no such row");
}

Sequence sequence(const char *residues)
{
    Sequence s;
    s.name = QStringLiteral("q");
    s.residues = residues;
    return s;
}

} // namespace

class TestAlignmentReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatsAreRecognisedByContent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<AlignmentFormat>("format");
        using enum AlignmentFormat;
        QTest::newRow("stockholm") << QByteArray("\n# STOCKHOLM 1.0\nq MADKEL\n//\n") << Stockholm;
        QTest::newRow("fasta") << QByteArray(">a\nMAD-KEL\n>b\nMA--KEL\n") << Fasta;
        QTest::newRow("lower-case fasta") << QByteArray(">a\nmad-kel\n>b\nma--kel\n") << Fasta;
        QTest::newRow("a3m") << QByteArray(">a\nMADKEL\n>b\nMAgg-KEL\n") << A3m;
        QTest::newRow("a3m without gaps") << QByteArray(">a\nMADKEL\n>b\nMADggKEL\n") << A3m;
        QTest::newRow("a3m of HHblits")
            << QByteArray("#A3M#\n>ss_pred\nCCCCCC\n>a\nMADKEL\n>b\nMA-KggEL\n") << A3m;
        QTest::newRow("a2m") << QByteArray(">a\nMAD..KEL\n>b\nMA-ggKEL\n") << A3m;
        QTest::newRow("aln") << QByteArray("MADKEL\nMA-KEL\n") << Aln;
        QTest::newRow("ragged aln") << QByteArray("MADKEL\nMA-KE\n") << Aln;
        QTest::newRow("ragged aln without gaps") << QByteArray("MADKELKF\nMADKEL\nMADKELKV\n") << Aln;
        QTest::newRow("sequence in odd lines") << QByteArray("MADKELKF\nLVVDDF\nSTMRRIVRNL\n") << Unknown;
        QTest::newRow("wrapped sequence") << QByteArray("MADKELKFLV\nVDDFSTMRRI\nVRN\n") << Unknown;
        QTest::newRow("aln without gaps")
            << QByteArray("MADKELKFLVVDDFSTMRRI\nMSDKDLKFLVVDDFETLRRI\nMADRELRFLIVDDFPTMRKI\n") << Aln;
        // CheY again: its lines share one residue in twenty.
        QTest::newRow("wrapped sequence of whole lines")
            << QByteArray("MADKELKFLVVDDFSTMRRI\nVRNLLKELGFNNVEEAEDGV\nDALNKLQAGGYGFVISDWNM\n") << Unknown;
        QTest::newRow("sequences") << QByteArray(">a\nMADKEL\n>b\nMADKELKF\n") << Unknown;
        QTest::newRow("one sequence") << QByteArray(">a\nMADK-EL\n") << Unknown;
        QTest::newRow("prose") << QByteArray("Dear Sir,\nplease find enclosed\n") << Unknown;
    }
    void formatsAreRecognisedByContent()
    {
        QFETCH(QByteArray, text);
        QFETCH(AlignmentFormat, format);
        QCOMPARE(recogniseAlignmentFormat(text), format);
    }

    void stockholmKeepsReferenceColumns()
    {
        const AlignmentFile file =
            parse("# STOCKHOLM 1.0\n#=GS b/1-6 DE x\n\nq      MAD--KEL\nb/1-6  M-DgsK~.\n"
                  "#=GR b/1-6 PP 99999999\n#=GC PP_cons 99999999\n#=GC RF xxx..xxx\n//\n");
        QCOMPARE(rowText(file, 0), std::string("MADKEL"));
        QCOMPARE(rowText(file, 1), std::string("M-DK--"));
        QCOMPARE(file.query.name, QStringLiteral("q"));
        QCOMPARE(file.alignment.names()[1], QStringLiteral("b/1-6"));
        QCOMPARE(file.notices, QStringList());
    }

    void wrappedStockholmIsJoined()
    {
        const AlignmentFile wrapped =
            parse("# STOCKHOLM 1.0\n\nq   MAD-\nb   MA-S\n#=GC RF xxx.\n\nq   -KEL\nb   SKE-\n"
                  "#=GC RF .xxx\n//\n");
        QCOMPARE(rowText(wrapped, 0), std::string("MADKEL"));
        QCOMPARE(rowText(wrapped, 1), std::string("MA-KE-"));
    }

    void equalNamesInABlockAreDifferentRows()
    {
        const AlignmentFile file =
            parse("# STOCKHOLM 1.0\n\nq MAD\nb MA-\nb M-D\n\nq KEL\nb K-L\nb -EL\n//\n");
        QCOMPARE(formatAln(file.alignment), QByteArray("MADKEL\nMA-K-L\nM-D-EL\n"));
        // As jackhmmer 3.3.2 writes targets of one name.
        const AlignmentFile prefixed =
            parse("# STOCKHOLM 1.0\n# WARNING: seq names have been made unique by adding a prefix "
                  "of \"<seq#>|\"\n\n0|q MADKEL\n1|b/1-6 MA-KEL\n2|b/1-6 M--KEL\n//\n");
        QCOMPARE(prefixed.query.name, QStringLiteral("q"));
        QCOMPARE(prefixed.alignment.names()[2], QStringLiteral("b/1-6"));
    }

    void withoutReferenceTheQueryDecides()
    {
        const AlignmentFile file = parse("# STOCKHOLM 1.0\nq MA.DKE~L\nb MASDK-AL\n//\n");
        QCOMPARE(rowText(file, 0), std::string("MADKEL"));
        QCOMPARE(rowText(file, 1), std::string("MADK-L"));
    }

    void secondStockholmAlignmentIsLeftOutWithANotice()
    {
        const AlignmentFile file = parse("# STOCKHOLM 1.0\nq MADKEL\n//\n# STOCKHOLM 1.0\nr WWWWWWW\n//\n");
        QCOMPARE(file.alignment.rows(), 1);
        QVERIFY(!file.notices.filter(QStringLiteral("2 alignments")).isEmpty());
    }

    void cutStockholmIsRefused()
    {
        QVERIFY(errorOf("# STOCKHOLM 1.0\nq MADKEL\nb MA-KEL\n").why.contains(QLatin1String("cut off")));
        QVERIFY(!errorOf("# STOCKHOLM 1.0\nq MADKEL\n#=GC RF xxxx\n//\n").why.isEmpty());
        QVERIFY(!errorOf("# STOCKHOLM 1.0\n//\n").why.isEmpty());
    }

    void raggedRowsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("aln") << QByteArray("MADKEL\nMA-KEL\nMADKE\n") << 3;
        QTest::newRow("aln without gaps") << QByteArray("MADKEL\nMADKE\nMADREL\n") << 2;
        QTest::newRow("stockholm") << QByteArray("# STOCKHOLM 1.0\nq MADKEL\nb MADKE\n//\n") << 3;
        QTest::newRow("fasta") << QByteArray(">a\nMAD-EL\n>b\nMA-KEL\n>c\nMA\n-KE\n") << 5;
        QTest::newRow("a3m") << QByteArray(">a\nMADKEL\n>b\nMAggDKEL\n>c\nMA-KE\n") << 5;
    }
    void raggedRowsAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const Error error = errorOf(text);
        QCOMPARE(error.line, qint64(line));
        QVERIFY2(error.why.contains(QLatin1String("expected 6 columns, found 5")), qPrintable(error.text()));
    }

    void insertionsAreStripped()
    {
        const QByteArray expected = "MADKEL\nMA-KEL\nM---EL\n";
        QCOMPARE(formatAln(parse(">a\nMADKEL\n>b\nMAgg-KEL\n>c\nM---aEL\n").alignment), expected);
        QCOMPARE(formatAln(parse(">a\nMA..DK.EL\n>b\nMAgg-K.EL\n>c\nM-..--aEL\n").alignment), expected);
    }

    void annotationRecordsAreSkipped()
    {
        const AlignmentFile file =
            parse("#x\n>ss_pred PSIPRED\nCCHHHH\n>sa_pred\n999\n>a\nMADKEL\n>b\nMAgg-KEL\n");
        QCOMPARE(file.alignment.rows(), 2);
        QCOMPARE(file.query.name, QStringLiteral("a"));
    }

    void theQueryIsFoundAndMovedToTheFront()
    {
        const AlignmentFile file = parse(">b\nMA-KEL\n>c\nM--KEL\n>a\nMAD-EL\n", sequence("MADEL"));
        QCOMPARE(rowText(file, 0), std::string("MADEL"));
        QCOMPARE(rowText(file, 1), std::string("MA-EL"));
        QCOMPARE(file.alignment.names()[0], QStringLiteral("a"));
        QCOMPARE(file.alignment.names()[2], QStringLiteral("c"));
        QCOMPARE(errorOf(">b\nMA-KEL\n>c\nM--KEL\n", sequence("WWWWWW")).kind, ErrorKind::Mismatch);
    }

    void columnsWithoutAQueryResidueAreDropped()
    {
        const AlignmentFile file = parse("MA-DKEL\nMASDKE-\n");
        QCOMPARE(rowText(file, 0), std::string("MADKEL"));
        QCOMPARE(rowText(file, 1), std::string("MADKE-"));
        QVERIFY(!file.notices.filter(QStringLiteral("1 columns")).isEmpty());
    }

    void unusualLettersBecomeGapsButStayQueryColumns()
    {
        // ccmpred turns B J O U X Z, digits, '.' and '*' into gaps.
        const AlignmentFile file = parse("MAXKEL\nmabk-*\n");
        QCOMPARE(file.query.residues, std::string("MAXKEL"));
        QCOMPARE(rowText(file, 0), std::string("MA-KEL"));
        QCOMPARE(rowText(file, 1), std::string("MA-K--"));
    }

    void foreignSymbolsAreRefused()
    {
        const Error error = errorOf("# STOCKHOLM 1.0\nq MADKEL\nb MA@KEL\n//\n");
        QCOMPARE(error.line, qint64(3));
        QVERIFY(error.why.contains(QStringLiteral("“@” in column 3")));
    }

    void writtenAlignmentsAreReadBack()
    {
        const Alignment written(6, {11, 0, 3, 10, 6, 9, 11, 20, 3, 10, 20, 9, 20, 20, 3, 10, 20, 9},
                                {QStringLiteral("q"), QStringLiteral("b/1-5"), QStringLiteral("b/1-5")});
        // By the order ARNDCQEGHILKMFPSTWYV-.
        QCOMPARE(formatAln(written), QByteArray("KADLEI\nK-DL-I\n--DL-I\n"));
        QVERIFY(std::ranges::equal(parse(formatAln(written)).alignment.states(), written.states()));
        QVERIFY(std::ranges::equal(parse(formatStockholm(written)).alignment.states(), written.states()));
        QCOMPARE(parse(formatStockholm(written)).alignment.names()[2], QStringLiteral("b/1-5_2"));
        QCOMPARE(parse(formatA3m(written)).alignment, written);
    }

    void realAlignmentHasItsKnownSize()
    {
        WB_SHARED_FILE(path, "data/msa/1ABA_A.aln.gz");
        const Result<AlignmentFile> read = loadAlignment(path);
        QVERIFY(read.isOk());
        QCOMPARE(read.value().alignment.rows(), 853); // as its README says
        QCOMPARE(read.value().alignment.columns(), 87);
        QCOMPARE(read.value().query.name, QStringLiteral("1ABA_A"));
    }

    void anythingElseIsAResultNeverACrash()
    {
        std::mt19937 random(11);
        const QByteArray alphabet = ">\n ACDEac-.~*#/=x0";
        const QByteArrayList starts{"", "# STOCKHOLM 1.0\n", ">a\n", "#=GC RF x"};
        for (int round = 0; round < 4000; ++round) {
            QByteArray text(int(random() % 150), '\0');
            for (char &c : text)
                c = round % 2 ? alphabet[random() % alphabet.size()] : char(random());
            text = starts[round % starts.size()] + text + (round % 3 ? "" : "\n//\n");
            const Result<AlignmentFile> read = parseAlignment(text, {});
            if (read.isOk()) {
                QVERIFY(read.value().alignment.columns() >= 5);
                QCOMPARE(read.value().query.length(), read.value().alignment.columns());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAlignmentReader)
#include "tst_alignmentreader.moc"
