// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/halffloat.h"
#include "core/export/npy.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace WhiteBox;

class TestNpy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreThoseOfTheFormat();
    void everyTypeReadsBackWhatWasWritten_data();
    void everyTypeReadsBackWhatWasWritten();
    void uint8RoundsAndClamps();
    void headersOfLaterVersionsAreRead();
    void scalarsAndVectorsAreArrays();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void sizeIsCheckedBeforeMemoryIsTaken();
    void unfinishedFilesDoNotAppear();
    void unwritableFolderIsAnIoError();
    void halvesAreRoundedToNearestEven();

private:
    QTemporaryDir m_folder;
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
};

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray fileOf(const QByteArray &dictionary, const QByteArray &data)
{
    QByteArray bytes("\x93NUMPY\x01", 7);
    bytes += '\0';
    bytes += char(dictionary.size());
    bytes += '\0';
    return bytes + dictionary + data;
}

} // namespace

void TestNpy::bytesAreThoseOfTheFormat()
{
    // NEP 1: magic, version 1.0, header length (little endian) so that the data begins at a multiple of 64,
    // the dictionary padded with spaces and ended by a newline, the data.
    const float values[] = {1.0F, -2.0F, 0.5F};
    QVERIFY(writeNpy(path("three.npy"), values, {1, 3}).isOk());
    const QByteArray bytes = bytesOf(path("three.npy"));
    QCOMPARE(bytes.left(10), QByteArray("\x93NUMPY\x01\x00\x76\x00", 10)); // 0x76 = 118 = 128 − 10
    QCOMPARE(
        bytes.mid(10, 118),
        QByteArray("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3), }").leftJustified(117, ' ') +
            '\n');
    QCOMPARE(bytes.mid(128), QByteArray::fromHex("0000803f000000c00000003f"));
}

void TestNpy::everyTypeReadsBackWhatWasWritten_data()
{
    QTest::addColumn<NpyType>("type");
    QTest::newRow("float32") << NpyType::Float32;
    QTest::newRow("float64") << NpyType::Float64;
    QTest::newRow("float16") << NpyType::Float16;
    QTest::newRow("uint8") << NpyType::UInt8;
}

void TestNpy::everyTypeReadsBackWhatWasWritten()
{
    QFETCH(NpyType, type);
    const std::vector<float> values{0, 1, 2, 3, 200, 255};
    QVERIFY(writeNpy(path("a.npy"), values, {2, 3}, type).isOk());
    const auto array = loadNpy(path("a.npy"));
    QVERIFY2(array.isOk(), array.isOk() ? "" : qPrintable(array.error().text()));
    QCOMPARE(array.value().type, type);
    QCOMPARE(array.value().shape, (std::vector<qint64>{2, 3}));
    QCOMPARE(array.value().toFloats(), values);
}

void TestNpy::uint8RoundsAndClamps()
{
    const float values[] = {-3.0F, 1.6F, 300.0F, std::numeric_limits<float>::quiet_NaN()};
    QVERIFY(writeNpy(path("u.npy"), values, {4}, NpyType::UInt8).isOk());
    QCOMPARE(loadNpy(path("u.npy")).value().toFloats(), (std::vector<float>{0, 2, 255, 0}));
}

void TestNpy::headersOfLaterVersionsAreRead()
{
    QByteArray bytes("\x93NUMPY\x02", 7);
    bytes += '\0';
    const QByteArray dictionary = "{\"shape\": (1,), \"descr\": \"<f4\", \"fortran_order\": False}\n";
    bytes += char(dictionary.size());
    bytes += QByteArray(3, '\0') + dictionary + QByteArray::fromHex("0000803f");
    const auto array = parseNpy(bytes, QStringLiteral("v2"));
    QVERIFY2(array.isOk(), array.isOk() ? "" : qPrintable(array.error().text()));
    QCOMPARE(array.value().toFloats(), std::vector<float>{1.0F});
}

void TestNpy::scalarsAndVectorsAreArrays()
{
    const auto scalar =
        parseNpy(fileOf("{'descr': '|u1', 'fortran_order': False, 'shape': ()}", "\x07"), QString());
    QVERIFY(scalar.isOk());
    QCOMPARE(scalar.value().toFloats(), std::vector<float>{7.0F});
    QCOMPARE(scalar.value().shapeText(), QStringLiteral("()"));
    const auto vector =
        parseNpy(fileOf("{'descr': '|u1', 'fortran_order': True, 'shape': (2,)}", "\x07\x08"), {});
    QVERIFY(vector.isOk());
    QCOMPARE(vector.value().shapeText(), QStringLiteral("(2,)"));
}

void TestNpy::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    const auto header = [](const char *type, const char *order, const char *shape) {
        return QByteArray("{'descr': '") + type + "', 'fortran_order': " + order + ", 'shape': " + shape +
               "}";
    };
    QTest::newRow("empty") << QByteArray() << ErrorKind::Parse;
    QTest::newRow("text") << QByteArray("hello, this is a text") << ErrorKind::Parse;
    QTest::newRow("header cut off") << fileOf(header("<f4", "False", "(1,)"), {}).left(30)
                                    << ErrorKind::Parse;
    QTest::newRow("data cut off") << fileOf(header("<f4", "False", "(2,)"), "1234") << ErrorKind::Parse;
    QTest::newRow("data too long") << fileOf(header("<f4", "False", "(2,)"), "123456789") << ErrorKind::Parse;
    QTest::newRow("negative extent") << fileOf(header("<f4", "False", "(-1, -1)"), "1234")
                                     << ErrorKind::Parse;
    QTest::newRow("overflow") << fileOf(header("|u1", "False", "(4294967296, 4294967296)"), {})
                              << ErrorKind::Parse;
    QTest::newRow("no number") << fileOf(header("<f4", "False", "(1, x)"), "1234") << ErrorKind::Parse;
    QTest::newRow("no shape") << fileOf("{'descr': '<f4'}", "1234") << ErrorKind::Parse;
    QTest::newRow("big endian") << fileOf(header(">f4", "False", "(1,)"), "1234") << ErrorKind::Unsupported;
    QTest::newRow("objects") << fileOf(header("|O", "False", "(1,)"), "1234") << ErrorKind::Unsupported;
    QTest::newRow("Fortran order") << fileOf(header("|u1", "True", "(2, 2)"), "1234")
                                   << ErrorKind::Unsupported;
    QTest::newRow("version 9") << QByteArray("\x93NUMPY\x09\x00\x02\x00{}    ", 16) << ErrorKind::Unsupported;
}

void TestNpy::badFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorKind, kind);
    const auto array = parseNpy(bytes, QStringLiteral("bad.npy"));
    QVERIFY(!array.isOk());
    QCOMPARE(array.error().kind, kind);
    QCOMPARE(array.error().file, QStringLiteral("bad.npy"));
    QFile file(path("bad.npy"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QCOMPARE(loadNpy(path("bad.npy")).error().kind, kind);
}

void TestNpy::sizeIsCheckedBeforeMemoryIsTaken()
{
    const float values[] = {1.0F, 2.0F};
    QVERIFY(writeNpy(path("small.npy"), values, {2}).isOk());
    const auto array = loadNpy(path("small.npy"), 7);
    QVERIFY(!array.isOk());
    QCOMPARE(array.error().kind, ErrorKind::Resources);
}

void TestNpy::unfinishedFilesDoNotAppear()
{
    const float values[] = {1.0F};
    {
        auto writer = NpyWriter::open(path("half.npy"), {2});
        QVERIFY(writer.isOk());
        QVERIFY(writer.value().append(values).isOk());
        const auto finished = writer.value().finish();
        QVERIFY(!finished.isOk());
        QCOMPARE(finished.error().kind, ErrorKind::Mismatch);
    }
    QVERIFY(!QFile::exists(path("half.npy")));
}

void TestNpy::unwritableFolderIsAnIoError()
{
    const float values[] = {1.0F};
    const auto written = writeNpy(path("no/such/folder.npy"), values, {1});
    QVERIFY(!written.isOk());
    QCOMPARE(written.error().kind, ErrorKind::Io);
}

void TestNpy::halvesAreRoundedToNearestEven()
{
    // IEEE 754-2008, binary16.
    QCOMPARE(floatToHalf(1.0F), std::uint16_t(0x3C00));
    QCOMPARE(floatToHalf(-2.0F), std::uint16_t(0xC000));
    QCOMPARE(floatToHalf(65504.0F), std::uint16_t(0x7BFF));
    QCOMPARE(floatToHalf(65519.0F), std::uint16_t(0x7BFF));
    QCOMPARE(floatToHalf(65520.0F), std::uint16_t(0x7C00));
    QCOMPARE(floatToHalf(std::ldexp(1.0F, -24)), std::uint16_t(0x0001));
    QCOMPARE(floatToHalf(std::ldexp(1.0F, -26)), std::uint16_t(0x0000));
    QCOMPARE(floatToHalf(std::ldexp(1.0F, -14)), std::uint16_t(0x0400));
    QCOMPARE(floatToHalf(1.0F + std::ldexp(1.0F, -11)), std::uint16_t(0x3C00)); // a tie: the even one
    QCOMPARE(floatToHalf(1.0F + 3 * std::ldexp(1.0F, -11)), std::uint16_t(0x3C02));
    for (unsigned bits = 0; bits < 0x7C00; ++bits)
        QCOMPARE(floatToHalf(halfToFloat(std::uint16_t(bits))), std::uint16_t(bits));
    QVERIFY(std::isnan(halfToFloat(floatToHalf(std::numeric_limits<float>::quiet_NaN()))));
    QVERIFY(std::isinf(halfToFloat(0xFC00)));
}

QTEST_GUILESS_MAIN(TestNpy)
#include "tst_npy.moc"
