// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/ccmpredfiles.h"
#include "core/coevolution/pottsmodel.h"
#include "tests/core/coevolution/referencedata.h"
#include "tests/support/shareddata.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>
#include <random>

using namespace WhiteBox;

namespace {

CouplingTensor randomTensor(int length)
{
    CouplingTensor tensor(length);
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    for (float &w : tensor.values())
        w = normal(random);
    for (int i = 0; i < length; ++i)
        for (int a = 0; a < kAminoAcids; ++a)
            tensor.fields()[std::size_t(i * kStates + a)] = float(a - i) / 4; // exact in six digits
    return tensor;
}

bool same(const CouplingTensor &x, const CouplingTensor &y)
{
    return x.length() == y.length() && std::ranges::equal(x.values(), y.values()) &&
           std::ranges::equal(x.fields(), y.fields());
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<CouplingTensor> parseRaw(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return readRawCouplings(buffer, QStringLiteral("x.raw"));
}

Result<CouplingTensor> parseBinary(const QByteArray &bytes)
{
    return readBinaryCouplings(
        {reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size())},
        QStringLiteral("x.braw"));
}

Result<ContactScore> parseMatrix(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return readScoreMatrix(buffer, QStringLiteral("x.mat"));
}

double largestDifference(std::span<const float> x, std::span<const float> y)
{
    double most = 0;
    for (std::size_t k = 0; k < x.size(); ++k)
        most = std::max(most, std::abs(double(x[k]) - double(y[k])));
    return most;
}

} // namespace

class tst_CcmpredFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid()); }
    void textCouplingsSurviveARoundTrip();
    void binaryCouplingsSurviveARoundTrip();
    void matrixSurvivesARoundTrip();
    void readsWhatCcmpredWrote();
    void couplingsAreThoseOfCcmpred();
    void numbersDoNotDependOnTheLocale();
    void decimalCommasAreRead();
    void textIsLaidOutAsCcmpredDoes();
    void damagedTextIsRefusedWithItsLine_data();
    void damagedTextIsRefusedWithItsLine();
    void everyCutOffBinaryIsRefused();
    void binaryWithNanIsRefused();
    void binaryBeyondFloat32IsRefused();
    void hugeDeclaredSizesAreRefused();
    void damagedMatrixIsRefusedWithItsLine_data();
    void damagedMatrixIsRefusedWithItsLine();
    void unwritablePlacesAreFoundBeforehand();

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_dir;
};

void tst_CcmpredFiles::textCouplingsSurviveARoundTrip()
{
    const CouplingTensor tensor = randomTensor(9);
    QVERIFY(saveRawCouplings(path("a.raw"), tensor).isOk());
    const auto back = loadCouplings(path("a.raw"));
    QVERIFY(back.isOk());
    QVERIFY(same(back.value(), tensor));
}

void tst_CcmpredFiles::binaryCouplingsSurviveARoundTrip()
{
    for (const int length : {2, 9, 140}) { // 140: counts beyond a byte
        const CouplingTensor tensor = randomTensor(length);
        QVERIFY(saveBinaryCouplings(path("a.braw"), tensor).isOk());
        const auto back = loadCouplings(path("a.braw"));
        QVERIFY2(back.isOk(), qPrintable(back.isOk() ? QString() : back.error().text()));
        QVERIFY(same(back.value(), tensor));
    }
}

void tst_CcmpredFiles::matrixSurvivesARoundTrip()
{
    const ContactScore score{2, {0, 0.1, 0.1, 0}};
    QVERIFY(saveScoreMatrix(path("a.mat"), score).isOk());
    const auto back = loadScoreMatrix(path("a.mat"));
    QVERIFY(back.isOk());
    QCOMPARE(back.value().values, score.values);
}

void tst_CcmpredFiles::readsWhatCcmpredWrote()
{
    WB_SHARED_FILE(raw, "reference/chey30.raw.gz");
    WB_SHARED_FILE(braw, "reference/chey30.braw.gz");
    WB_SHARED_FILE(mat, "reference/chey30.mat");
    const auto text = parseRaw(Test::readAll(raw));
    const auto binary = parseBinary(Test::readAll(braw));
    const auto matrix = loadScoreMatrix(mat);
    QVERIFY(text.isOk());
    QVERIFY(binary.isOk());
    QVERIFY(matrix.isOk());
    QCOMPARE(matrix.value().length, 30);
    // README.md there: the msgpack file is the single-precision program's and differs by rounding.
    QVERIFY(largestDifference(text.value().values(), binary.value().values()) < 1e-2);
    const ContactScore score = contactScore(text.value());
    for (std::size_t k = 0; k < score.values.size(); ++k)
        QVERIFY(std::abs(score.values[k] - matrix.value().values[k]) < 1e-6);
}

void tst_CcmpredFiles::couplingsAreThoseOfCcmpred()
{
    WB_SHARED_FILE(raw, "reference/chey30.raw.gz");
    WB_SHARED_FILE(alignment, "reference/chey30.aln");
    const auto expected = parseRaw(Test::readAll(raw));
    const auto fit = inferCouplings(Test::readRows(alignment), {}, {}, {});
    QVERIFY(expected.isOk());
    QVERIFY(fit.isOk());
    QVERIFY(largestDifference(fit.value().couplings.values(), expected.value().values()) < 1e-4);
    QVERIFY(largestDifference(fit.value().couplings.fields(), expected.value().fields()) < 1e-4);
}

void tst_CcmpredFiles::numbersDoNotDependOnTheLocale()
{
    const ContactScore score{2, {0, 0.5, 0.5, 0}};
    // Any installed locale with a decimal comma will do.
    for (const char *name : {"de_DE.UTF-8", "fr_FR.UTF-8", "nl_NL.UTF-8"})
        if (std::setlocale(LC_ALL, name))
            break;
    const bool saved = saveScoreMatrix(path("l.mat"), score).isOk();
    const auto back = loadScoreMatrix(path("l.mat"));
    std::setlocale(LC_ALL, "C");
    QVERIFY(saved);
    QVERIFY(contents(path("l.mat")).contains("5.00000000000000000000e-01"));
    QVERIFY(back.isOk());
    QCOMPARE(back.value().values, score.values);
}

void tst_CcmpredFiles::decimalCommasAreRead()
{
    const auto matrix = parseMatrix("0\t5,0e-1\n5,0e-1\t0\n#>META> {\"a\": 1}");
    QVERIFY(matrix.isOk());
    QCOMPARE(matrix.value().at(0, 1), 0.5);
}

void tst_CcmpredFiles::textIsLaidOutAsCcmpredDoes()
{
    CouplingTensor tensor(3);
    tensor.fields()[0] = 1.5F;
    tensor.stored(0, 2)[1] = -0.25F; // a = 0 at residue 0, b = 1 at residue 2
    QVERIFY(saveRawCouplings(path("t.raw"), tensor).isOk());
    const auto lines = contents(path("t.raw")).split('\n');
    QVERIFY(lines[0].startsWith("1.5\t0\t0\t"));
    QVERIFY(lines[0].endsWith("\t0\t"));
    QCOMPARE(lines[3], QByteArray("# 0 1"));
    QCOMPARE(lines[25], QByteArray("# 0 2"));
    QVERIFY(lines[26].startsWith("0.00000000000000000000e+00\t-2.50000000000000000000e-01\t"));
}

void tst_CcmpredFiles::damagedTextIsRefusedWithItsLine_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("line");
    QTest::newRow("not a number") << QByteArray("# 0 1\n0.00") << QByteArray("# 0 1\nx.00") << 5;
    QTest::newRow("NaN") << QByteArray("# 0 1\n0.00000000000000000000e+00") << QByteArray("# 0 1\nnan") << 5;
    QTest::newRow("beyond float32") << QByteArray("# 0 1\n0.00000000000000000000e+00")
                                    << QByteArray("# 0 1\n1e39") << 5;
    QTest::newRow("a value too few") << QByteArray("# 0 1\n0.00000000000000000000e+00")
                                     << QByteArray("# 0 1\n") << 5;
    QTest::newRow("pair outside") << QByteArray("# 0 1") << QByteArray("# 0 3") << 4;
    QTest::newRow("pair twice") << QByteArray("# 0 2") << QByteArray("# 0 1") << 26;
    QTest::newRow("pair backwards") << QByteArray("# 0 1") << QByteArray("# 1 0") << 4;
    QTest::newRow("field too few") << QByteArray("0\t0\n") << QByteArray("0\n") << 1;
}

void tst_CcmpredFiles::damagedTextIsRefusedWithItsLine()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, line);
    QVERIFY(saveRawCouplings(path("d.raw"), CouplingTensor(3)).isOk());
    QByteArray text = contents(path("d.raw"));
    if (from == "0\t0\n")
        text.remove(0, 2);
    else
        text.replace(text.indexOf(from), from.size(), to);
    const auto result = parseRaw(text);
    QVERIFY(!result.isOk());
    QCOMPARE(int(result.error().kind), int(ErrorKind::Parse));
    QCOMPARE(int(result.error().line), line);
}

void tst_CcmpredFiles::everyCutOffBinaryIsRefused()
{
    QVERIFY(saveBinaryCouplings(path("c.braw"), randomTensor(3)).isOk());
    const QByteArray whole = contents(path("c.braw"));
    QVERIFY(parseBinary(whole).isOk());
    for (int size = 0; size < whole.size(); size += 1 + size / 40)
        QVERIFY2(!parseBinary(whole.left(size)).isOk(), qPrintable(QString::number(size)));
}

void tst_CcmpredFiles::binaryWithNanIsRefused()
{
    CouplingTensor tensor(3);
    tensor.stored(1, 2)[7] = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(saveBinaryCouplings(path("n.braw"), tensor).isOk());
    const auto result = loadCouplings(path("n.braw"));
    QVERIFY(!result.isOk());
    QCOMPARE(int(result.error().kind), int(ErrorKind::Parse));
}

// Found by fuzzing: a float64 that no float32 holds became infinite.
void tst_CcmpredFiles::binaryBeyondFloat32IsRefused()
{
    QVERIFY(saveBinaryCouplings(path("d.braw"), CouplingTensor(2)).isOk());
    QByteArray bytes = contents(path("d.braw"));
    const QByteArray single = QByteArray::fromHex("ca00000000");
    QVERIFY(bytes.contains(single));
    QByteArray good = bytes;
    good.replace(bytes.lastIndexOf(single), single.size(), QByteArray::fromHex("cb3ff0000000000000")); // 1
    QVERIFY(parseBinary(good).isOk());
    bytes.replace(bytes.lastIndexOf(single), single.size(),
                  QByteArray::fromHex("cb7e37e43c8800759c")); // 1e300
    QVERIFY(!parseBinary(bytes).isOk());
}

void tst_CcmpredFiles::hugeDeclaredSizesAreRefused()
{
    // map of 2^32 − 1 entries; "x_pair" with 2^32 − 1 entries; a nest of 100 arrays as an unknown key's
    // value.
    QVERIFY(!parseBinary(QByteArray::fromHex("dfffffffff")).isOk());
    QVERIFY(!parseBinary(QByteArray::fromHex("81a6785f70616972dfffffffff")).isOk());
    QVERIFY(!parseBinary(QByteArray::fromHex("81a178") + QByteArray(100, '\x91')).isOk());
}

void tst_CcmpredFiles::damagedMatrixIsRefusedWithItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("ragged") << QByteArray("0 1\n1\n") << 2;
    QTest::newRow("too many lines") << QByteArray("0 1\n1 0\n0 0\n") << 3;
    QTest::newRow("too few lines") << QByteArray("0 1\n") << 1;
    QTest::newRow("infinite") << QByteArray("0 inf\n1 0\n") << 1;
}

void tst_CcmpredFiles::damagedMatrixIsRefusedWithItsLine()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto result = parseMatrix(text);
    QVERIFY(!result.isOk());
    QCOMPARE(int(result.error().line), line);
}

void tst_CcmpredFiles::unwritablePlacesAreFoundBeforehand()
{
    QVERIFY(checkWritable(path("new.mat")).isOk());
    QVERIFY(!QFile::exists(path("new.mat")));
    QVERIFY(!checkWritable(path("missing/new.mat")).isOk());
    QVERIFY(!checkWritable(m_dir.path()).isOk());
    QVERIFY(!saveScoreMatrix(path("missing/new.mat"), ContactScore{1, {0}}).isOk());
    QVERIFY(!saveRawCouplings(path("missing/new.raw"), CouplingTensor(2)).isOk());
    QVERIFY(!saveBinaryCouplings(path("missing/new.braw"), CouplingTensor(2)).isOk());
}

QTEST_APPLESS_MAIN(tst_CcmpredFiles)
#include "tst_ccmpredfiles.moc"
