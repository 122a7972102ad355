// SPDX-License-Identifier: GPL-3.0-or-later
// Session files from strangers. HDF5 lets a file point at others, at devices and at programs (filters): none
// of them is opened, and nothing is allocated for what a file only claims. Each file is a good one with one
// dataset exchanged, by the HDF5 library itself.
#include "core/pipeline/resultmodel.h"
#include "core/store/hdf5file.h"
#include "core/store/resultfile.h"
#include "tests/support/memorylimit.h"
#include "tests/support/testresult.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <hdf5.h>

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

using namespace WhiteBox;

namespace {

constexpr int kLength = 8;
constexpr qint64 kLittleMemory = 256 << 20;
const char *const kDataset = "predicted/distances";
constexpr hsize_t kShape[3] = {4, kLength, kLength};

/// Tells whether anybody opened a file.
class OpenWatch
{
public:
    explicit OpenWatch(const QString &path)
        : m_handle(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        inotify_add_watch(m_handle, path.toLocal8Bit().constData(), IN_OPEN | IN_ACCESS);
    }
    ~OpenWatch() { ::close(m_handle); }
    OpenWatch(const OpenWatch &) = delete;
    OpenWatch &operator=(const OpenWatch &) = delete;

    bool sawNothing() const
    {
        char event[4096];
        return ::read(m_handle, event, sizeof event) < 0;
    }

private:
    int m_handle;
};

/// A filter as a plug-in would bring it; it is known while the file is written only.
size_t passOn(unsigned, size_t, const unsigned[], size_t bytes, size_t *, void **)
{
    return bytes;
}

struct Attack
{
    hid_t file;
    QByteArray outside;

    hid_t create(hid_t list) const
    {
        const hid_t space = H5Screate_simple(3, kShape, nullptr);
        const hid_t set = H5Dcreate2(file, kDataset, H5T_NATIVE_FLOAT, space, H5P_DEFAULT, list, H5P_DEFAULT);
        H5Sclose(space);
        return set;
    }
};

void softLink(const Attack &a)
{
    H5Lcreate_soft("/couplings/score", a.file, kDataset, H5P_DEFAULT, H5P_DEFAULT);
}

void externalLink(const Attack &a)
{
    H5Lcreate_external(a.outside.constData(), kDataset, a.file, kDataset, H5P_DEFAULT, H5P_DEFAULT);
}

void externalGroup(const Attack &a)
{
    H5Ldelete(a.file, "predicted", H5P_DEFAULT);
    H5Lcreate_external(a.outside.constData(), "predicted", a.file, "predicted", H5P_DEFAULT, H5P_DEFAULT);
}

hid_t follow(const char *, hid_t group, const void *, size_t, hid_t, hid_t)
{
    return H5Oopen(group, "/couplings/score", H5P_DEFAULT);
}

void userDefinedLink(const Attack &a)
{
    H5L_class_t kind = {};
    kind.version = H5L_LINK_CLASS_T_VERS;
    kind.id = H5L_type_t(70);
    kind.trav_func = follow;
    H5Lregister(&kind);
    H5Lcreate_ud(a.file, kDataset, kind.id, "x", 1, H5P_DEFAULT, H5P_DEFAULT);
}

void externalStorage(const Attack &a)
{
    const hid_t list = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_external(list, a.outside.constData(), 0, H5F_UNLIMITED);
    H5Dclose(a.create(list));
    H5Pclose(list);
}

void virtualDataset(const Attack &a)
{
    const hid_t list = H5Pcreate(H5P_DATASET_CREATE);
    const hid_t here = H5Screate_simple(3, kShape, nullptr);
    H5Pset_virtual(list, here, a.outside.constData(), kDataset, here);
    H5Dclose(a.create(list));
    H5Sclose(here);
    H5Pclose(list);
}

void filterOfAPlugin(const Attack &a)
{
    const H5Z_class2_t filter = {H5Z_CLASS_T_VERS, 300, 1, 1, "plug-in", nullptr, nullptr, passOn};
    H5Zregister(&filter);
    const hid_t list = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_chunk(list, 3, kShape);
    H5Pset_filter(list, 300, H5Z_FLAG_MANDATORY, 0, nullptr);
    const hid_t set = a.create(list);
    const std::vector<float> values(4 * kLength * kLength, 1.0F);
    H5Dwrite(set, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
    H5Dclose(set);
    H5Pclose(list);
}

/// Some bytes that claim to be four gigabytes less a little, unpacked.
void hugeChunk(const Attack &a)
{
    const hsize_t most[3] = {H5S_UNLIMITED, H5S_UNLIMITED, H5S_UNLIMITED};
    const hsize_t chunk[3] = {4, 16384, 16000};
    const hid_t list = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_chunk(list, 3, chunk);
    H5Pset_deflate(list, 9);
    const hid_t space = H5Screate_simple(3, kShape, most);
    const hid_t set = H5Dcreate2(a.file, kDataset, H5T_NATIVE_FLOAT, space, H5P_DEFAULT, list, H5P_DEFAULT);
    const hsize_t origin[3] = {0, 0, 0};
    const QByteArray packed = qCompress(QByteArray(4096, 'x')).mid(4);
    H5Dwrite_chunk(set, H5P_DEFAULT, 0, origin, size_t(packed.size()), packed.constData());
    H5Dclose(set);
    H5Sclose(space);
    H5Pclose(list);
}

/// Numbers of 32 bits within 64. Files can also claim bits that no byte of the value has.
void oddNumbers(const Attack &a)
{
    const hid_t type = H5Tcopy(H5T_IEEE_F64LE);
    H5Tset_fields(type, 31, 23, 8, 0, 23);
    H5Tset_precision(type, 32);
    const hid_t space = H5Screate_simple(3, kShape, nullptr);
    const hid_t set = H5Dcreate2(a.file, kDataset, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    const std::vector<float> values(4 * kLength * kLength, 1.0F);
    H5Dwrite(set, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
    H5Dclose(set);
    H5Sclose(space);
    H5Tclose(type);
}

/// A terabyte, none of it written.
void emptyTerabyte(const Attack &a)
{
    const hsize_t shape[3] = {4, 262144, 262144};
    const hsize_t chunk[3] = {1, 64, 64};
    const hid_t list = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_chunk(list, 3, chunk);
    const hid_t space = H5Screate_simple(3, shape, nullptr);
    H5Dclose(H5Dcreate2(a.file, kDataset, H5T_NATIVE_FLOAT, space, H5P_DEFAULT, list, H5P_DEFAULT));
    H5Sclose(space);
    H5Pclose(list);
}

using Exchange = void (*)(const Attack &);

/// A good result with that dataset exchanged.
bool writeAttack(const QString &path, const QString &outside, Exchange exchange)
{
    if (!saveResult(*Test::makeResult(kLength), path).isOk())
        return false;
    const Attack attack{H5Fopen(path.toLocal8Bit().constData(), H5F_ACC_RDWR, H5P_DEFAULT),
                        outside.toLocal8Bit()};
    H5Ldelete(attack.file, kDataset, H5P_DEFAULT);
    exchange(attack);
    const bool closed = attack.file >= 0 && H5Fclose(attack.file) >= 0;
    H5Zunregister(300);
    H5Lunregister(H5L_type_t(70));
    return closed;
}

} // namespace

class TestHostileSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); }
    void whatPointsOutsideIsRefused_data();
    void whatPointsOutsideIsRefused();
    void aHeapWithoutEndIsNotGoneThrough_data();
    void aHeapWithoutEndIsNotGoneThrough();
    void anythingInTheQueryButLettersIsRefused();
    void countsBeyondAnyNumberAreNone();
    void theNetworkOfASessionIsAFileWithItsHashOrNone();
};

void TestHostileSessions::whatPointsOutsideIsRefused_data()
{
    QTest::addColumn<Exchange>("exchange");
    QTest::newRow("soft link") << Exchange(softLink);
    QTest::newRow("external link") << Exchange(externalLink);
    QTest::newRow("group in another file") << Exchange(externalGroup);
    QTest::newRow("user-defined link") << Exchange(userDefinedLink);
    QTest::newRow("external storage") << Exchange(externalStorage);
    QTest::newRow("virtual dataset") << Exchange(virtualDataset);
    QTest::newRow("filter of a plug-in") << Exchange(filterOfAPlugin);
    QTest::newRow("huge chunk") << Exchange(hugeChunk);
    QTest::newRow("odd numbers") << Exchange(oddNumbers);
    QTest::newRow("empty terabyte") << Exchange(emptyTerabyte);
}

void TestHostileSessions::whatPointsOutsideIsRefused()
{
    QFETCH(Exchange, exchange);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("session.whitebox"));
    const QString outside = folder.filePath(QStringLiteral("outside.h5"));
    QVERIFY(saveResult(*Test::makeResult(kLength), outside).isOk());
    QVERIFY(writeAttack(path, outside, exchange));
    QVERIFY(QFileInfo(path).size() < 1 << 20);

    const OpenWatch watch(outside);
    const Test::MemoryLimit limit(kLittleMemory);
    const auto result = loadResult(path);
    QVERIFY(!result.isOk());
    QCOMPARE(result.error().kind, ErrorKind::Parse);
    if (exchange == Exchange(hugeChunk)) // not that memory ended
        QVERIFY2(result.error().why.contains(QLatin1String("claims more")),
                 qPrintable(result.error().text()));
    QVERIFY(loadView(path).isOk());
    Hdf5Reader arrays(path); // as the window's array view does
    for (const QString &name : arrays.numericDatasets())
        if (name == QLatin1String(kDataset))
            QVERIFY(Hdf5Reader(path).slab(name, {0, 0, 0}, {1, 1, 1}).empty() || exchange == emptyTerabyte);
    QVERIFY(watch.sawNothing());
}

void TestHostileSessions::aHeapWithoutEndIsNotGoneThrough_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<qint64>("size");
    QTest::newRow("objects without room") << 0 << qint64(0);
    QTest::newRow("an object beyond the end") << 1 << (qint64(1) << 40);
    QTest::newRow("an object that leads back") << 1 << qint64(-24);
}

// Found by fuzzing: HDF5 1.10 never came back from the first. Names of axes are in such a heap.
void TestHostileSessions::aHeapWithoutEndIsNotGoneThrough()
{
    QFETCH(int, index);
    QFETCH(qint64, size);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("arrays.h5"));
    QVERIFY(saveResult(*Test::makeResult(kLength), path).isOk());
    const QString name = QStringLiteral("predicted/distances");
    QCOMPARE(Hdf5Reader(path).axisNames(name).value(1), QStringLiteral("residue i"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    for (qsizetype at = bytes.indexOf("GCOL"); at >= 0; at = bytes.indexOf("GCOL", at + 4)) {
        bytes[at + 16] = char(index);
        qToLittleEndian(size, bytes.data() + at + 24);
    }
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    Hdf5Reader reader(path);
    QVERIFY(reader.axisNames(name).isEmpty());
    QVERIFY(loadResult(path).isOk()); // which needs no such names
}

void TestHostileSessions::anythingInTheQueryButLettersIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("session.whitebox"));
    for (const char *residues : {"ACDEFGH\n", "ACDE<b>A", "ACDEFG\xc3\xa4", "acdefghi"}) {
        JobResult result;
        result.query.residues = residues;
        QVERIFY(saveResult(result, path).isOk());
        QCOMPARE(loadResult(path).error().kind, ErrorKind::Parse);
    }
}

void TestHostileSessions::countsBeyondAnyNumberAreNone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("session.whitebox"));
    auto result = Test::makeResult(kLength);
    result->structure = Test::makeMatch(*result);
    QVERIFY(saveResult(*result, path).isOk());
    const hid_t file = H5Fopen(path.toLocal8Bit().constData(), H5F_ACC_RDWR, H5P_DEFAULT);
    H5Adelete_by_name(file, "structure", "aligned", H5P_DEFAULT);
    const hid_t space = H5Screate(H5S_SCALAR);
    const hid_t attribute = H5Acreate_by_name(file, "structure", "aligned", H5T_NATIVE_DOUBLE, space,
                                              H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    const double most = 1e300;
    QVERIFY(H5Awrite(attribute, H5T_NATIVE_DOUBLE, &most) >= 0);
    H5Aclose(attribute);
    H5Sclose(space);
    QVERIFY(H5Fclose(file) >= 0);
    const auto loaded = loadResult(path);
    QVERIFY2(loaded.isOk(), qPrintable(loaded.isOk() ? QString() : loaded.error().text()));
    QCOMPARE(loaded.value().structure->aligned, 0);
}

// A session names the network that made it. A pipe would keep the reader waiting, and a program would be run.
void TestHostileSessions::theNetworkOfASessionIsAFileWithItsHashOrNone()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(QStringLiteral("network.safetensors"));
    QVERIFY(mkfifo(pipe.toLocal8Bit().constData(), 0600) == 0);
    QFile program(folder.filePath(QStringLiteral("network.pt")));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("PK\x03\x04network/data.pkl");
    program.close();
    const QByteArray hash =
        QCryptographicHash::hash("PK\x03\x04network/data.pkl", QCryptographicHash::Sha256);
    const QString sha256 = QString::fromLatin1(hash.toHex());
    for (const QString &path : {pipe, program.fileName(), QStringLiteral("/dev/zero"), folder.path(),
                                folder.filePath(QStringLiteral("no"))}) {
        JobResult result;
        result.provenance[QStringLiteral("model")] =
            QJsonObject{{QStringLiteral("path"), path}, {QStringLiteral("sha256"), sha256}};
        const auto network = loadModelOf(result);
        QVERIFY(!network.isOk());
        QCOMPARE(network.error().kind, ErrorKind::Mismatch);
    }
}

QTEST_GUILESS_MAIN(TestHostileSessions)
#include "tst_hostilesessions.moc"
