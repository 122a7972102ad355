// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobstore.h"
#include "core/store/storecheck.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace WhiteBox;

namespace {

/// Every file below a folder with its bytes.
std::map<QString, QByteArray> filesBelow(const QString &folder)
{
    std::map<QString, QByteArray> files;
    const QDir dir(folder);
    for (const auto &entry : dir.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (entry.isDir()) {
            files.merge(filesBelow(entry.filePath()));
            files[entry.filePath()] = {};
            continue;
        }
        QFile file(entry.filePath());
        files[entry.filePath()] = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    return files;
}

/// A library with one running job, of a process that is no more.
void makeLibrary(const QString &folder)
{
    const auto store = JobStore::open(folder);
    QVERIFY(store.isOk());
    JobRecord record;
    record.id = JobStore::newId();
    record.name = QStringLiteral("CheY");
    record.state = JobState::Running;
    record.created = QDateTime::currentDateTimeUtc();
    QVERIFY(store.value()->insert(record).isOk());
}

void runSql(const QString &file, const QString &statement)
{
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(statement));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

} // namespace

class TestStoreCheck : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString library() const { return m_dir->filePath(QStringLiteral("home/jobs")); }
    QString database() const { return library() + QStringLiteral("/jobs.sqlite"); }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void noLibraryIsMade()
    {
        const auto jobs = checkJobStore(library());
        QVERIFY2(jobs.isOk(), qPrintable(jobs.isOk() ? QString() : jobs.error().text()));
        QCOMPARE(jobs.value(), 0);
        QVERIFY(filesBelow(m_dir->path()).empty());
    }

    void nothingChangesInALibrary()
    {
        makeLibrary(library());
        runSql(database(), QStringLiteral("UPDATE jobs SET owner = 'gone 1 1'"));
        const auto before = filesBelow(library());
        const auto jobs = checkJobStore(library());
        QVERIFY2(jobs.isOk(), qPrintable(jobs.isOk() ? QString() : jobs.error().text()));
        QCOMPARE(jobs.value(), 1);
        QVERIFY(filesBelow(library()) == before);
        // Opening does: it marks the job.
        QVERIFY(JobStore::open(library()).isOk());
        QVERIFY(filesBelow(library()) != before);
    }

    void aLibraryInUseIsReadToo()
    {
        const auto store = JobStore::open(library());
        QVERIFY(store.isOk());
        makeLibrary(library());
        QVERIFY(QFile::exists(database() + QStringLiteral("-wal")));
        const auto jobs = checkJobStore(library());
        QVERIFY2(jobs.isOk(), qPrintable(jobs.isOk() ? QString() : jobs.error().text()));
        QCOMPARE(jobs.value(), 1);
    }

    void damageIsToldAndLeftAsItIs()
    {
        makeLibrary(library());
        QFile file(database());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.write(QByteArray(300, 'x')) == 300);
        file.close();
        const auto before = filesBelow(library());
        const auto jobs = checkJobStore(library());
        QVERIFY(!jobs.isOk());
        QVERIFY(!jobs.error().what.isEmpty() && !jobs.error().why.isEmpty() &&
                !jobs.error().remedy.isEmpty());
        QVERIFY(filesBelow(library()) == before);
    }

    void aNewerSchemaIsRefused()
    {
        makeLibrary(library());
        runSql(database(), QStringLiteral("PRAGMA user_version = 99"));
        QCOMPARE(checkJobStore(library()).error().kind, ErrorKind::Unsupported);
    }

    void whatCannotBeWrittenIsTold()
    {
        QFile file(m_dir->filePath(QStringLiteral("home")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(checkJobStore(library()).error().kind, ErrorKind::Io);
    }
};

QTEST_GUILESS_MAIN(TestStoreCheck)
#include "tst_storecheck.moc"
