// SPDX-License-Identifier: GPL-3.0-or-later
// Files are made here byte by byte, as https://huggingface.co/docs/safetensors describes the format.
#include "core/network/safetensors.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace WhiteBox;

class TestSafeTensors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreReadAsWritten();
    void handMadeFileIsRead();
    void everyTruncationIsRefused();
    void damagedFilesAreRefused_data();
    void damagedFilesAreRefused();
    void otherTypesAreUnsupported();
    void missingFileIsAnIoError();
};

namespace {

/// header with its length in front, then data.
QByteArray file(const QByteArray &header, const QByteArray &data = {})
{
    QByteArray size(8, '\0');
    qToLittleEndian(quint64(header.size()), size.data());
    return size + header + data;
}

QByteArray floats(std::initializer_list<float> values)
{
    QByteArray bytes;
    for (const float value : values)
        bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    return bytes;
}

Result<SafeTensors> parsed(const QByteArray &bytes)
{
    return SafeTensors::parse(bytes, QStringLiteral("net.safetensors"));
}

SafeTensors example()
{
    SafeTensors tensors;
    tensors.metadata[QStringLiteral("format")] = QStringLiteral("pt");
    tensors.tensors[QStringLiteral("a")] = {{2, 3}, {1, 2, 3, 4, 5, 6}};
    tensors.tensors[QStringLiteral("b")] = {{}, {-0.5F}};
    return tensors;
}

} // namespace

void TestSafeTensors::bytesAreReadAsWritten()
{
    const auto read = parsed(example().serialise());
    QVERIFY2(read.isOk(), read.isOk() ? "" : qPrintable(read.error().text()));
    QCOMPARE(read.value().metadata.at(QStringLiteral("format")), QStringLiteral("pt"));
    QCOMPARE(read.value().tensors.at(QStringLiteral("a")).shape, (std::vector<std::int64_t>{2, 3}));
    QCOMPARE(read.value().tensors.at(QStringLiteral("a")).values, (std::vector<float>{1, 2, 3, 4, 5, 6}));
    QCOMPARE(read.value().tensors.at(QStringLiteral("b")).values, std::vector<float>{-0.5F});
}

void TestSafeTensors::handMadeFileIsRead()
{
    // Data may lie in another order than the header's; blanks may pad the header.
    const auto read = parsed(file(R"({"x":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},)"
                                  R"("y":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}   )",
                                  floats({1, 2, 3})));
    QVERIFY2(read.isOk(), read.isOk() ? "" : qPrintable(read.error().text()));
    QCOMPARE(read.value().tensors.at(QStringLiteral("x")).values, std::vector<float>{3});
    QCOMPARE(read.value().tensors.at(QStringLiteral("y")).values, (std::vector<float>{1, 2}));
}

void TestSafeTensors::everyTruncationIsRefused()
{
    const QByteArray whole = example().serialise();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto read = parsed(whole.left(size));
        QVERIFY2(!read.isOk() && read.error().kind == ErrorKind::Parse, qPrintable(QString::number(size)));
    }
    QVERIFY(!parsed(whole + QByteArray(4, '\0')).isOk());
}

void TestSafeTensors::damagedFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto entry = [](const char *shape, const char *offsets) {
        return QByteArray(R"({"x":{"dtype":"F32","shape":)") + shape + R"(,"data_offsets":)" + offsets + "}}";
    };
    const QByteArray eight = floats({1, 2});
    QByteArray huge = file("{}");
    qToLittleEndian(~quint64(0), huge.data());
    QTest::newRow("header of 2^64 - 1 bytes") << huge << QStringLiteral("length");
    qToLittleEndian(quint64(1) << 21, huge.data());
    QTest::newRow("header of 2 MiB") << huge + QByteArray(3 << 20, ' ') << QStringLiteral("length");
    QTest::newRow("no JSON") << file("{\"x\":") << QStringLiteral("JSON");
    QTest::newRow("an array") << file("[]") << QStringLiteral("JSON");
    QTest::newRow("beyond the end") << file(entry("[3]", "[0,12]"), eight) << QStringLiteral("outside");
    QTest::newRow("negative") << file(entry("[3]", "[-4,8]"), eight) << QStringLiteral("outside");
    QTest::newRow("backwards") << file(entry("[2]", "[8,0]"), eight) << QStringLiteral("outside");
    QTest::newRow("half a byte") << file(entry("[2]", "[0.5,8]"), eight) << QStringLiteral("outside");
    QTest::newRow("no offsets") << file(entry("[2]", "[]"), eight) << QStringLiteral("outside");
    QTest::newRow("other shape") << file(entry("[3]", "[0,8]"), eight) << QStringLiteral("disagree");
    QTest::newRow("empty shape of one value")
        << file(entry("[]", "[0,8]"), eight) << QStringLiteral("disagree");
    QTest::newRow("zero extent") << file(entry("[0]", "[0,0]"), {}) << QStringLiteral("shape");
    QTest::newRow("overflowing shape")
        << file(entry("[4294967296,4294967296,4294967296]", "[0,8]"), eight) << QStringLiteral("shape");
    // Together as long as the data, but one lies over the other and four bytes belong to none.
    QTest::newRow("overlap and hole") << file(R"({"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                                              R"("y":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
                                              floats({1, 2, 3}))
                                      << QStringLiteral("overlaps");
    QTest::newRow("twice the same") << file(R"({"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
                                            R"("y":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
                                            eight)
                                    << QStringLiteral("overlaps");
    QTest::newRow("hole") << file(entry("[1]", "[4,8]"), eight) << QStringLiteral("disagree");
}

void TestSafeTensors::damagedFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto read = parsed(bytes);
    QVERIFY(!read.isOk());
    QCOMPARE(read.error().kind, ErrorKind::Parse);
    QVERIFY2(read.error().text().contains(says), qPrintable(read.error().text()));
    QVERIFY(read.error().text().contains(QStringLiteral("net.safetensors")));
}

void TestSafeTensors::otherTypesAreUnsupported()
{
    const auto read = parsed(file(R"({"x":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}})", floats({1})));
    QVERIFY(!read.isOk());
    QCOMPARE(read.error().kind, ErrorKind::Unsupported);
    QVERIFY2(read.error().text().contains(QStringLiteral("\"x\"")), qPrintable(read.error().text()));
}

void TestSafeTensors::missingFileIsAnIoError()
{
    QTemporaryDir folder;
    const auto read = SafeTensors::load(folder.filePath(QStringLiteral("none.safetensors")));
    QVERIFY(!read.isOk());
    QCOMPARE(read.error().kind, ErrorKind::Io);
    QVERIFY(example().save(folder.filePath(QStringLiteral("net.safetensors"))).isOk());
    QVERIFY(SafeTensors::load(folder.filePath(QStringLiteral("net.safetensors"))).isOk());
}

QTEST_GUILESS_MAIN(TestSafeTensors)
#include "tst_safetensors.moc"
