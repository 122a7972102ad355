// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/arrayfile.h"
#include "core/export/npy.h"
#include "core/store/hdf5file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace WhiteBox;

class TestArrayFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void npyHasItsAxesBesideIt();
    void severalArraysGetFilesOfTheirOwn();
    void csvNamesEveryValue();
    void hdf5HoldsArraysAxesAndDescription();
    void otherSuffixesAreRefused();
    void missingFolderIsAnError();

private:
    QTemporaryDir m_folder;
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
};

namespace {

NamedArray arrayOf(const QString &name)
{
    return {name,
            QStringLiteral("Å"),
            {{QStringLiteral("acid"), 2, 0, {QStringLiteral("A"), QStringLiteral("R")}},
             {QStringLiteral("offset"), 3, -1, {}}},
            {1, 2, 3, 4, 5, std::nanf("")}};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestArrayFile::npyHasItsAxesBesideIt()
{
    const auto files =
        writeArrays(path("x.npy"), {arrayOf(QStringLiteral("w"))}, {{QStringLiteral("length"), 87}});
    QVERIFY(files.isOk());
    QCOMPARE(files.value(), (QStringList{path("x.npy"), path("x.json")}));
    QCOMPARE(loadNpy(path("x.npy")).value().shape, (std::vector<qint64>{2, 3}));
    const QJsonObject described = QJsonDocument::fromJson(contentOf(path("x.json"))).object();
    QCOMPARE(described[QStringLiteral("length")].toInt(), 87);
    const QJsonArray axes = described[QStringLiteral("arrays")][0][QStringLiteral("axes")].toArray();
    QCOMPARE(axes[0][QStringLiteral("labels")][1].toString(), QStringLiteral("R"));
    QCOMPARE(axes[1][QStringLiteral("from")].toInt(), -1);
    QCOMPARE(axes[1][QStringLiteral("to")].toInt(), 1);
}

void TestArrayFile::severalArraysGetFilesOfTheirOwn()
{
    const auto files =
        writeArrays(path("y.npy"), {arrayOf(QStringLiteral("v")), arrayOf(QStringLiteral("w"))}, {});
    QCOMPARE(files.value(), (QStringList{path("y.v.npy"), path("y.w.npy"), path("y.json")}));
    QVERIFY(loadNpy(path("y.w.npy")).isOk());
}

void TestArrayFile::csvNamesEveryValue()
{
    QVERIFY(writeArrays(path("x.csv"), {arrayOf(QStringLiteral("w"))}, {}).isOk());
    QCOMPARE(contentOf(path("x.csv")),
             QByteArray("acid,offset,w\nA,-1,1\nA,0,2\nA,1,3\nR,-1,4\nR,0,5\nR,1,\n"));
}

void TestArrayFile::hdf5HoldsArraysAxesAndDescription()
{
    const auto files = writeArrays(path("x.h5"), {arrayOf(QStringLiteral("v")), arrayOf(QStringLiteral("w"))},
                                   {{QStringLiteral("length"), 87}});
    QVERIFY(files.isOk());
    QCOMPARE(files.value(), QStringList{path("x.h5")});
    Hdf5Reader reader(path("x.h5"));
    const auto values = reader.floats(QStringLiteral("w"), {2, 3});
    QCOMPARE(values.size(), std::size_t(6));
    QCOMPARE(values[4], 5.0F);
    QVERIFY(std::isnan(values[5]));
    QCOMPARE(reader.texts(QStringLiteral("axes/acid")),
             (QStringList{QStringLiteral("A"), QStringLiteral("R")}));
    QCOMPARE(reader.integers(QStringLiteral("axes/offset"), {3}), (std::vector<int>{-1, 0, 1}));
    QCOMPARE(reader.textAttribute(QStringLiteral("w"), QStringLiteral("unit")), QStringLiteral("Å"));
    QVERIFY(reader.text(QStringLiteral("description")).contains(QStringLiteral("87")));
    QVERIFY2(reader.isOk(), reader.isOk() ? "" : qPrintable(reader.error().text()));
    QVERIFY(!QFile::exists(path("x.h5.part")));
}

void TestArrayFile::otherSuffixesAreRefused()
{
    const auto files = writeArrays(path("x.xlsx"), {arrayOf(QStringLiteral("w"))}, {});
    QVERIFY(!files.isOk());
    QVERIFY(files.error().remedy.contains(QStringLiteral(".npy")));
}

void TestArrayFile::missingFolderIsAnError()
{
    for (const char *name : {"none/x.npy", "none/x.csv", "none/x.h5"}) {
        const auto files = writeArrays(path(name), {arrayOf(QStringLiteral("w"))}, {});
        QVERIFY(!files.isOk());
        QCOMPARE(files.error().kind, ErrorKind::Io);
    }
}

QTEST_GUILESS_MAIN(TestArrayFile)
#include "tst_arrayfile.moc"
