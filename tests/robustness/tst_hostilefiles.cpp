// SPDX-License-Identifier: GPL-3.0-or-later
// Files that claim more than they hold, and folders in which others have laid links: nothing is allocated for
// a claim, nothing is written through a link, and what is half done can be read by its owner alone.
#include "core/coevolution/ccmpredfiles.h"
#include "core/export/couplingarrays.h"
#include "core/export/npy.h"
#include "core/network/safetensors.h"
#include "core/sequence/inputfile.h"
#include "core/store/hdf5file.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"
#include "core/tools/blastdatabase.h"
#include "core/tools/jackhmmersearch.h"
#include "core/tools/sequencedatabase.h"
#include "tests/support/memorylimit.h"
#include "tests/support/testresult.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <optional>
#include <sys/stat.h>
#include <zlib.h>

using namespace WhiteBox;

namespace {

constexpr qint64 kLittleMemory = 256 << 20;
constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                         QFile::WriteOther | QFile::ExeOther;

template <class T>
std::optional<Error> errorOf(const Result<T> &result)
{
    return result.isOk() ? std::nullopt : std::optional(result.error());
}

QByteArray npyClaim()
{
    return npyHeader({1'000'000, 1'000'000}, NpyType::Float32) + QByteArray(64, 'x');
}

QByteArray safetensorsClaim()
{
    const QByteArray header =
        R"({"a.weight":{"dtype":"F32","shape":[1000000,1000000],"data_offsets":[0,4000000000000]}})";
    QByteArray size(8, '\0');
    size[0] = char(header.size());
    return size + header + QByteArray(64, 'x');
}

/// msgpack: {"format": array of 2^32 − 1}.
QByteArray brawClaim()
{
    return QByteArray("\x82\xa6"
                      "format\xdd\xff\xff\xff\xff\xa5"
                      "ccm-1",
                      18) +
           QByteArray(64, 'x');
}

/// Two thousand million records in an index of a few bytes.
QByteArray blastClaim()
{
    return QByteArray("\0\0\0\x04\0\0\0\x01\0\0\0\0\0\0\0\0\x77\xff\xff\xff\0\0\0\0\0\0\0\0\0\0\0\0", 32);
}

} // namespace

class TestHostileFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claimedSizesAreNotAllocated_data();
    void claimedSizesAreNotAllocated();
    void aBombUnpacksNoFurtherThanTheLimit();
    void terabytesOfNothingAreRefused();
    void nothingIsWrittenThroughALink();
    void theLibraryIsItsOwnersAlone();
    void aSearchTakesFoldersOfAnyName();
};

void TestHostileFiles::claimedSizesAreNotAllocated_data()
{
    using Read = std::function<std::optional<Error>(const QString &)>;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<Read>("read");
    QTest::newRow("npy") << npyClaim() << QStringLiteral("a.npy")
                         << Read([](const QString &path) { return errorOf(loadNpy(path)); });
    QTest::newRow("safetensors") << safetensorsClaim() << QStringLiteral("a.safetensors")
                                 << Read(
                                        [](const QString &path) { return errorOf(SafeTensors::load(path)); });
    QTest::newRow("braw") << brawClaim() << QStringLiteral("a.braw")
                          << Read([](const QString &path) { return errorOf(loadCouplings(path)); });
    QTest::newRow("blast") << blastClaim() << QStringLiteral("db.pin") << Read([](const QString &path) {
        return errorOf(BlastDatabase::open(path.chopped(4)));
    });
}

void TestHostileFiles::claimedSizesAreNotAllocated()
{
    using Read = std::function<std::optional<Error>(const QString &)>;
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(Read, read);
    const QTemporaryDir folder;
    for (const QString &each : {name, QStringLiteral("db.phr"), QStringLiteral("db.psq")}) {
        QFile file(folder.filePath(each));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    const Test::MemoryLimit limit(kLittleMemory);
    const auto error = read(folder.filePath(name));
    QVERIFY(error.has_value());
    QCOMPARE(error->kind, ErrorKind::Parse); // what is wrong with the file, not that memory ended
}

void TestHostileFiles::aBombUnpacksNoFurtherThanTheLimit()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bomb.fa.gz"));
    gzFile file = gzopen(path.toLocal8Bit().constData(), "wb9");
    const QByteArray block(1 << 20, 'A');
    for (int k = 0; k < 600; ++k)
        QVERIFY(gzwrite(file, block.constData(), unsigned(block.size())) > 0);
    gzclose(file);
    QVERIFY(QFileInfo(path).size() < 1 << 20);
    const Test::MemoryLimit limit(kLittleMemory);
    const auto text = loadInputText(path, 64 << 20);
    QVERIFY(!text.isOk());
    QCOMPARE(text.error().kind, ErrorKind::Resources);
    QCOMPARE(loadInputHead(path, 1000).value().size(), 1000);
}

/// Sparse files: as long as they say, and holding nothing.
void TestHostileFiles::terabytesOfNothingAreRefused()
{
    const QTemporaryDir folder;
    const QString array = folder.filePath(QStringLiteral("a.npy"));
    QFile file(array);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray header = npyHeader({500'000, 500'000}, NpyType::Float32);
    file.write(header);
    if (!file.resize(header.size() + 1'000'000'000'000))
        QSKIP("This file system has no sparse files of a terabyte");
    file.close();
    const QString weights = folder.filePath(QStringLiteral("a.safetensors"));
    QFile sparse(weights);
    QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(1'000'000'000'000));
    sparse.close();
    const Test::MemoryLimit limit(kLittleMemory);
    QCOMPARE(loadNpy(array).error().kind, ErrorKind::Resources);
    QCOMPARE(SafeTensors::load(weights).error().kind, ErrorKind::Parse);
    QVERIFY(!loadResult(weights).isOk());
    QVERIFY(loadInputHead(weights, 65536).isOk());
}

void TestHostileFiles::nothingIsWrittenThroughALink()
{
    const QTemporaryDir folder;
    const QString precious = folder.filePath(QStringLiteral("precious"));
    const auto isUntouched = [&] {
        QFile file(precious);
        return file.open(QIODevice::ReadOnly) && file.readAll() == "precious";
    };
    QFile file(precious);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") == 8);
    file.close();
    const QString working = folder.filePath(QStringLiteral("out.h5.part"));
    QVERIFY(QFile::link(precious, working));
    Hdf5Writer writer(working);
    writer.writeText(QStringLiteral("x"), QStringLiteral("y"));
    QVERIFY(writer.close().isOk());
    QVERIFY(isUntouched());
    QVERIFY(!QFileInfo(working).isSymLink());
    // A link at the destination is replaced as well, or followed on purpose by QSaveFile: never a half file.
    const QString destination = folder.filePath(QStringLiteral("result.whitebox"));
    QVERIFY(QFile::link(precious, destination));
    QVERIFY(saveResult(*Test::makeResult(8), destination).isOk());
    QVERIFY(isUntouched());
    QVERIFY(loadResult(destination).isOk());
}

void TestHostileFiles::theLibraryIsItsOwnersAlone()
{
    const QTemporaryDir folder;
    const mode_t before = ::umask(0); // the most generous
    const auto store = JobStore::open(folder.filePath(QStringLiteral("home/jobs")));
    JobRecord job;
    job.id = JobStore::newId();
    const bool inserted = store.isOk() && store.value()->insert(job).isOk();
    ::umask(before);
    QVERIFY(inserted);
    QVERIFY(!(QFile::permissions(store.value()->folder()) & kOthers)); // so nothing in it matters
    QVERIFY(store.value()->jobFolder(job.id).startsWith(store.value()->folder()));
    QVERIFY(
        !(QFile::permissions(folder.path()) & kOthers)); // QTemporaryDir, which all other working files use
    QVERIFY(JobStore::newId() != JobStore::newId());
}

void TestHostileFiles::aSearchTakesFoldersOfAnyName()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("jackhmmer"));
    if (program.isEmpty())
        QSKIP("needs jackhmmer: apt-get install hmmer");
    const QTemporaryDir folder;
    for (const char *name : {"-o $(touch pwned)", "it's \"x\"; touch pwned", "two\nlines"}) {
        const QString inner = folder.filePath(QString::fromLatin1(name));
        QVERIFY(QDir().mkpath(inner));
        QFile database(inner + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".fa"));
        QVERIFY(database.open(QIODevice::WriteOnly));
        database.write(">--help t1\nMADKELKFLVVDDFSTMRRIVRNLLKELGF\n>t2\nMADKELKFLVVDDFSTMRRIVRNLLKELGY\n");
        database.close();
        const auto checked = checkDatabase(database.fileName());
        QVERIFY2(checked.isOk(), qPrintable(checked.isOk() ? QString() : checked.error().text()));
        const Sequence query{QStringLiteral("--help $(touch pwned)"), {}, "MADKELKFLVVDDFSTMRRIVRNLLKELGF"};
        const auto setup = prepareSearch(query, checked.value(), {program, 1, 1e-3, 1}, inner);
        QVERIFY2(setup.isOk(), qPrintable(setup.isOk() ? QString() : setup.error().text()));
        JackhmmerSearch search;
        std::optional<Result<QString>> found;
        connect(&search, &JackhmmerSearch::finished, this,
                [&](const Result<QString> &alignment) { found = alignment; });
        search.start(setup.value());
        QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 20000);
        QVERIFY2(found->isOk(), qPrintable(found->isOk() ? QString() : found->error().text()));
        for (const QString &argument : search.command())
            QVERIFY2(!argument.startsWith(QLatin1String("-o $")) &&
                         !argument.startsWith(QLatin1String("it's")),
                     qPrintable(argument));
    }
    QDir all(folder.path());
    QVERIFY(!all.exists(QStringLiteral("pwned")));
    for (const QString &inner : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QVERIFY(!QFile::exists(all.filePath(inner) + QStringLiteral("/pwned")));
}

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "tst_hostilefiles.moc"
