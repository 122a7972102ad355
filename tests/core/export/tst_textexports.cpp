// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/casprr.h"
#include "core/export/csv.h"

#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace WhiteBox;

class TestTextExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreQuotedAsInRfc4180();
    void namesAreNoFormulas();
    void numbersKeepTheirPointInAnyLocale();
    void distancesAreListedByPairFromOne();
    void matrixHasLabelsOnBothSides();
    void caspRrIsTheDocumentedFormat();
    void contactsAreSortedAndDistantPairsLeftOut();
    void longSequencesAreBrokenAtFifty();
    void unwritableFolderIsAnIoError();

private:
    QTemporaryDir m_folder;
    QByteArray written(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

namespace {

/// CbCb of one pair, everything else unknown.
DistanceMap mapOf(int length, std::initializer_list<std::tuple<int, int, float>> distances)
{
    DistanceMap map(length);
    for (const auto &[i, j, distance] : distances)
        map.at(3, i, j) = map.at(3, j, i) = distance;
    return map;
}

} // namespace

void TestTextExports::fieldsAreQuotedAsInRfc4180()
{
    QCOMPARE(csvField(QStringLiteral("plain")), QByteArray("plain"));
    QCOMPARE(csvField(QStringLiteral("a,b")), QByteArray("\"a,b\""));
    QCOMPARE(csvField(QStringLiteral("say \"no\"")), QByteArray("\"say \"\"no\"\"\""));
}

void TestTextExports::namesAreNoFormulas()
{
    QCOMPARE(csvField(QStringLiteral("=HYPERLINK(\"http://x\")")),
             QByteArray("\"'=HYPERLINK(\"\"http://x\"\")\""));
    QCOMPARE(csvField(QStringLiteral("@SUM(A1)")), QByteArray("'@SUM(A1)"));
    QCOMPARE(csvField(QStringLiteral("-cmd|'/c calc'!A0")), QByteArray("'-cmd|'/c calc'!A0"));
    for (const char *formula : {"+A1*2", "-B2&C3", "+1+1", "-A", "--", "+", "-inf", "\t1", "@x", "=1"})
        QCOMPARE(csvField(QString::fromLatin1(formula)), QByteArray(formula).prepend('\''));
    for (const char *harmless : {"-", "-3", "+7", "-1.5e-3", "A-V"})
        QCOMPARE(csvField(QString::fromLatin1(harmless)), QByteArray(harmless));
}

void TestTextExports::numbersKeepTheirPointInAnyLocale()
{
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(csvNumber(1.5F), QByteArray("1.5"));
    QCOMPARE(csvNumber(0.1F), QByteArray("0.1"));
    QCOMPARE(csvNumber(std::numeric_limits<float>::quiet_NaN()), QByteArray());
    QLocale::setDefault(QLocale::c());
}

void TestTextExports::distancesAreListedByPairFromOne()
{
    const QString path = m_folder.filePath(QStringLiteral("d.csv"));
    QVERIFY(writeDistancesCsv(path, mapOf(2, {{0, 1, 5.25F}}), "MK",
                              {QStringLiteral("CaCa"), QStringLiteral("CaCb"), QStringLiteral("CbCa"),
                               QStringLiteral("CbCb")})
                .isOk());
    QCOMPARE(written(path), QByteArray("i,j,residue_i,residue_j,CaCa,CaCb,CbCa,CbCb\n1,2,M,K,,,,5.25\n"));
}

void TestTextExports::matrixHasLabelsOnBothSides()
{
    const QString path = m_folder.filePath(QStringLiteral("m.csv"));
    const float values[] = {1, 2, 3, 4};
    QVERIFY(writeMatrixCsv(path, values, {QStringLiteral("r"), QStringLiteral("s")},
                           {QStringLiteral("x"), QStringLiteral("y")})
                .isOk());
    QCOMPARE(written(path), QByteArray(",x,y\nr,1,2\ns,3,4\n"));
}

void TestTextExports::caspRrIsTheDocumentedFormat()
{
    // Confidence ½ at the cutoff; 1/(1 + e^−2) = 0.8808 two Å below it.
    Sequence sequence{QStringLiteral("my protein"), {}, "MKVLAAGIT"};
    CaspRrOptions options;
    options.method = QStringLiteral("White Box, model 1");
    QCOMPARE(caspRrText(sequence, mapOf(9, {{0, 7, 8.0F}, {1, 8, 6.0F}}), options),
             QByteArray(
                 "PFRMAT RR\n"
                 "TARGET my_protein\n"
                 "AUTHOR WhiteBox\n"
                 "REMARK Confidence is a logistic function of the predicted distance and is not calibrated.\n"
                 "METHOD White Box, model 1\n"
                 "MODEL 1\n"
                 "MKVLAAGIT\n"
                 "2 9 0 8 0.8808\n"
                 "1 8 0 8 0.5000\n"
                 "END\n"));
}

void TestTextExports::contactsAreSortedAndDistantPairsLeftOut()
{
    Sequence sequence{QStringLiteral("q"), {}, std::string(12, 'A')};
    const auto text =
        caspRrText(sequence, mapOf(12, {{0, 5, 4.0F}, {0, 6, 7.0F}, {1, 8, 7.0F}, {2, 11, 30.0F}}));
    QVERIFY(!text.contains("\n1 6 "));  // separation 5
    QVERIFY(!text.contains("\n3 12 ")); // 30 Å
    QVERIFY(text.contains("\n1 7 0 8 0.7311\n2 9 0 8 0.7311\nEND\n"));
}

void TestTextExports::longSequencesAreBrokenAtFifty()
{
    Sequence sequence{QStringLiteral("q"), {}, std::string(120, 'A')};
    const auto lines = caspRrText(sequence, DistanceMap(120)).split('\n');
    QCOMPARE(lines[6].size(), 50);
    QCOMPARE(lines[7].size(), 50);
    QCOMPARE(lines[8].size(), 20);
    QCOMPARE(lines[9], QByteArray("END"));
}

void TestTextExports::unwritableFolderIsAnIoError()
{
    const auto result = writeCaspRr(m_folder.filePath(QStringLiteral("no/such.rr")), {}, DistanceMap(3));
    QVERIFY(!result.isOk());
    QCOMPARE(result.error().kind, ErrorKind::Io);
}

QTEST_GUILESS_MAIN(TestTextExports)
#include "tst_textexports.moc"
