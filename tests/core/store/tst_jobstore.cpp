// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobschema.h"
#include "core/store/jobstore.h"
#include "core/store/processowner.h"
#include "core/store/storecheck.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace WhiteBox;

namespace {

JobRecord sample(const QString &name = QStringLiteral("CheY"))
{
    JobRecord record;
    record.id = JobStore::newId();
    record.key = QStringLiteral("key-of-") + name;
    record.name = name;
    record.length = 129;
    record.created = QDateTime::fromMSecsSinceEpoch(1700000000000, Qt::UTC);
    record.request = {{QStringLiteral("kind"), QStringLiteral("sequence")}};
    return record;
}

std::shared_ptr<JobStore> opened(const QTemporaryDir &folder)
{
    auto store = JobStore::open(folder.path());
    return store.isOk() ? store.value() : nullptr;
}

/// A finished job with a file in the place of its result.
JobRecord storedResult(JobStore &store)
{
    auto record = sample();
    record.state = JobState::Finished;
    record.resultPath = store.resultPath(record.id);
    if (!store.insert(record).isOk())
        return {};
    QFile result(record.resultPath);
    return result.open(QIODevice::WriteOnly) && result.write("result") == 6 ? record : JobRecord();
}

/// Runs SQL on the store's file through a connection of its own.
void onFile(const QTemporaryDir &folder, const QStringList &statements)
{
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(folder.filePath(QStringLiteral("jobs.sqlite")));
        QVERIFY(database.open());
        for (const auto &statement : statements)
            QVERIFY(QSqlQuery(database).exec(statement));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

} // namespace

class TestJobStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordComesBackAsItWasStored();
    void aFailedJobKeepsItsError();
    void newestJobsComeFirst();
    void searchFindsNamesIdsAndKeysLiterally();
    void onlyAFinishedJobWithItsFileAnswersForItsKey();
    void aMovedLibraryReadsItsOwnFiles();
    void twoInstancesSeeEachOthersJobs();
    void jobsOfADeadProcessAreInterrupted();
    void jobsOfThisProcessAreNot();
    void aDeletedJobIsFoundByNothing();
    void undoBringsADeletedJobBackWhole();
    void aJobWhoseFolderIsLostIsDeletedToo();
    void deletedJobsEndWithTheProcessThatDeletedThem();
    void aDeletionThatWasCutOffGoesOn();
    void aProcessKilledWhileDeletingLeavesNothingHalf();
    void aRebuiltLibraryDoesNotBringBackWhatWasDeleted();
    void runningJobsCannotBeDeleted();
    void aDamagedDatabaseIsRebuiltFromTheFolders();
    void aTruncatedDatabaseIsRebuiltFromTheFolders();
    void aLostDatabaseIsRebuiltFromTheFolders();
    void aNewerSchemaIsRefused();
    void anOlderSchemaIsBackedUpBeforeItIsChanged();
    void aLibraryOfTheFirstSchemaKeepsItsJobs();
    void everyOlderSchemaIsBroughtUpToDate();
    void aFolderThatCannotBeWrittenIsAnError();
};

void TestJobStore::aRecordComesBackAsItWasStored()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    QVERIFY(store);
    auto record = sample();
    QVERIFY(store->insert(record).isOk());
    record.stage = JobStage::Couplings;
    record.state = JobState::Finished;
    record.started = record.created.addMSecs(5);
    record.finished = record.created.addSecs(60);
    record.resultPath = store->resultPath(record.id);
    record.checksum = QStringLiteral("00ff");
    QVERIFY(store->update(record).isOk());
    const auto found = store->find(record.id);
    QVERIFY(found.isOk());
    QCOMPARE(toJson(found.value()), toJson(record));
    QCOMPARE(found.value().finished, record.finished);
    QVERIFY(!store->find(QStringLiteral("0123456789abcdef")).isOk());
}

void TestJobStore::aFailedJobKeepsItsError()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    auto record = sample();
    record.state = JobState::Failed;
    record.error.kind = ErrorKind::ToolFailed;
    record.error.what = QStringLiteral("jackhmmer failed");
    record.error.command = QStringList{QStringLiteral("jackhmmer"), QStringLiteral("a b'c")};
    record.error.exitStatus = 134;
    record.error.outputTail = QStringLiteral("Fatal exception\nßΔ");
    QVERIFY(store->insert(record).isOk());
    const auto found = store->find(record.id);
    QVERIFY(found.isOk());
    QCOMPARE(found.value().error.kind, ErrorKind::ToolFailed);
    QCOMPARE(found.value().error.command, record.error.command);
    QCOMPARE(found.value().error.exitStatus, 134);
    QCOMPARE(found.value().error.outputTail, record.error.outputTail);
}

void TestJobStore::newestJobsComeFirst()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    auto older = sample(QStringLiteral("older"));
    auto newer = sample(QStringLiteral("newer"));
    newer.created = older.created.addSecs(1);
    QVERIFY(store->insert(newer).isOk());
    QVERIFY(store->insert(older).isOk());
    const auto all = store->list();
    QVERIFY(all.isOk());
    QCOMPARE(all.value().size(), size_t(2));
    QCOMPARE(all.value()[0].name, newer.name);
    QCOMPARE(all.value()[1].name, older.name);
}

void TestJobStore::searchFindsNamesIdsAndKeysLiterally()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    const auto percent = sample(QStringLiteral("100%_pure"));
    const auto other = sample(QStringLiteral("1000 pure"));
    QVERIFY(store->insert(percent).isOk());
    QVERIFY(store->insert(other).isOk());
    QCOMPARE(store->list(QStringLiteral("0%_P")).value().size(), size_t(1));
    QCOMPARE(store->list(QStringLiteral("pure")).value().size(), size_t(2));
    QCOMPARE(store->list(other.id).value().size(), size_t(1));
    QCOMPARE(store->list(other.key).value().front().id, other.id);
    QVERIFY(store->list(QStringLiteral("' OR 1=1 --")).value().empty());
}

void TestJobStore::onlyAFinishedJobWithItsFileAnswersForItsKey()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    auto record = sample();
    QVERIFY(store->insert(record).isOk());
    QVERIFY(!store->findFinished(record.key).value().has_value());
    record.state = JobState::Finished;
    record.resultPath = store->resultPath(record.id);
    QVERIFY(store->update(record).isOk());
    QVERIFY(!store->findFinished(record.key).value().has_value());
    QFile result(record.resultPath);
    QVERIFY(result.open(QIODevice::WriteOnly));
    QCOMPARE(store->findFinished(record.key).value()->id, record.id);
    QVERIFY(!store->findFinished(QStringLiteral("another")).value().has_value());
}

void TestJobStore::aMovedLibraryReadsItsOwnFiles()
{
    const QTemporaryDir parent;
    const QString before = parent.filePath(QStringLiteral("before"));
    const QString after = parent.filePath(QStringLiteral("after"));
    JobRecord record = sample();
    record.state = JobState::Finished;
    {
        const auto store = JobStore::open(before);
        QVERIFY(store.isOk());
        QVERIFY(store.value()->insert(record).isOk());
        record.resultPath = store.value()->resultPath(record.id);
        QFile result(record.resultPath);
        QVERIFY(result.open(QIODevice::WriteOnly) && result.write("result") == 6);
        result.close();
        QVERIFY(store.value()->update(record).isOk());
    }
    QVERIFY(QDir().rename(before, after));
    const auto store = JobStore::open(after);
    QVERIFY(store.isOk());
    const auto found = store.value()->findFinished(record.key);
    QVERIFY(found.isOk() && found.value().has_value());
    QCOMPARE(found.value()->resultPath, store.value()->resultPath(record.id));
    QVERIFY(found.value()->resultPath.startsWith(after));
}

void TestJobStore::twoInstancesSeeEachOthersJobs()
{
    const QTemporaryDir folder;
    const auto first = opened(folder);
    const auto second = opened(folder);
    QVERIFY(first && second);
    auto record = sample();
    QVERIFY(first->insert(record).isOk());
    QVERIFY(second->find(record.id).isOk());
    record.state = JobState::Cancelled;
    QVERIFY(second->update(record).isOk());
    QCOMPARE(first->find(record.id).value().state, JobState::Cancelled);
    std::thread other([&] {
        for (int k = 0; k < 50; ++k)
            if (!second->insert(sample()).isOk())
                return;
    });
    for (int k = 0; k < 50; ++k)
        QVERIFY(first->insert(sample()).isOk());
    other.join();
    QCOMPARE(first->list().value().size(), size_t(101));
}

void TestJobStore::jobsOfADeadProcessAreInterrupted()
{
    const QTemporaryDir folder;
    auto record = sample();
    {
        const auto store = opened(folder);
        record.state = JobState::Running;
        record.stage = JobStage::Couplings;
        QVERIFY(store->insert(record).isOk());
    }
    // A process that existed, and is gone.
    QProcess process;
    process.start(QStringLiteral("true"), {});
    QVERIFY(process.waitForStarted());
    const qint64 pid = process.processId();
    QVERIFY(process.waitForFinished());
    auto owner = thisProcess().split(QLatin1Char(' '));
    owner[1] = QString::number(pid);
    onFile(folder, {QStringLiteral("UPDATE jobs SET owner = '%1'").arg(owner.join(QLatin1Char(' ')))});
    const auto store = opened(folder);
    QVERIFY(store);
    QCOMPARE(store->find(record.id).value().state, JobState::Interrupted);
    QCOMPARE(store->find(record.id).value().stage, JobStage::Couplings);
}

void TestJobStore::jobsOfThisProcessAreNot()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    auto record = sample();
    record.state = JobState::Running;
    QVERIFY(store->insert(record).isOk());
    const auto second = opened(folder);
    QCOMPARE(second->find(record.id).value().state, JobState::Running);
    // The same process id with another start time is another process; so is one of another boot.
    const auto mine = thisProcess().split(QLatin1Char(' '));
    QVERIFY(processIsAlive(mine.join(QLatin1Char(' '))));
    QVERIFY(!processIsAlive(QStringLiteral("%1 %2 1").arg(mine[0], mine[1])));
    QVERIFY(!processIsAlive(QStringLiteral("other-boot %1 %2").arg(mine[1], mine[2])));
    QVERIFY(!processIsAlive(QString()));
}

void TestJobStore::aDeletedJobIsFoundByNothing()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    const auto record = storedResult(*store);
    QVERIFY(store->remove(record.id).isOk());
    QVERIFY(!store->find(record.id).isOk());
    QVERIFY(store->list().value().empty());
    QVERIFY(store->list(record.name).value().empty());
    QVERIFY(!store->findFinished(record.key).value().has_value());
    QCOMPARE(store->remove(record.id).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(store->update(record).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(store->remove(QStringLiteral("0123456789abcdef")).error().kind, ErrorKind::InvalidInput);
}

void TestJobStore::undoBringsADeletedJobBackWhole()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    const auto record = storedResult(*store);
    QVERIFY(store->remove(record.id).isOk());
    const auto restored = store->restore(record.id);
    QVERIFY(restored.isOk());
    QCOMPARE(toJson(restored.value()), toJson(record));
    QCOMPARE(toJson(store->find(record.id).value()), toJson(record));
    QVERIFY(store->findFinished(record.key).value().has_value());
    QFile result(record.resultPath);
    QVERIFY(result.open(QIODevice::ReadOnly));
    QCOMPARE(result.readAll(), QByteArray("result"));
    QCOMPARE(store->restore(record.id).error().kind, ErrorKind::InvalidInput); // it is not aside any more
    QCOMPARE(store->purgeDeleted(true).value(), 0);
}

void TestJobStore::aJobWhoseFolderIsLostIsDeletedToo()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    const auto record = storedResult(*store);
    QVERIFY(QDir(store->jobFolder(record.id)).removeRecursively());
    QVERIFY(store->remove(record.id).isOk());
    QVERIFY(store->list().value().empty());
    QVERIFY(store->restore(record.id).isOk());
    QCOMPARE(store->list().value().size(), size_t(1));
    QVERIFY(store->remove(record.id).isOk());
    QCOMPARE(store->purgeDeleted(true).value(), 1);
}

void TestJobStore::deletedJobsEndWithTheProcessThatDeletedThem()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    const auto mine = storedResult(*store);
    QVERIFY(store->remove(mine.id).isOk());
    // Another window opens the library: what this one may still undo stays.
    QVERIFY(opened(folder));
    QVERIFY(QDir(store->jobFolder(mine.id)).exists());
    onFile(folder, {QStringLiteral("UPDATE jobs SET owner = 'gone 1 1'")});
    QVERIFY(opened(folder));
    QVERIFY(!QDir(store->jobFolder(mine.id)).exists());
    QVERIFY(!store->restore(mine.id).isOk());

    const auto other = storedResult(*store);
    QVERIFY(store->remove(other.id).isOk());
    QCOMPARE(store->purgeDeleted().value(), 0);
    QCOMPARE(store->purgeDeleted(true).value(), 1);
    QVERIFY(!QDir(store->jobFolder(other.id)).exists());
}

// A process that dies between the files and the row: the row says that the job is aside, and is ended later.
void TestJobStore::aDeletionThatWasCutOffGoesOn()
{
    const QTemporaryDir folder;
    QString id;
    {
        const auto store = opened(folder);
        id = storedResult(*store).id;
        QVERIFY(store->remove(id).isOk());
        QVERIFY(QDir(store->jobFolder(id)).removeRecursively());
    }
    onFile(folder, {QStringLiteral("UPDATE jobs SET owner = 'gone 1 1'")});
    const auto store = opened(folder);
    QVERIFY(store);
    QVERIFY(store->list().value().empty());
    QVERIFY(!store->restore(id).isOk());
    QCOMPARE(store->purgeDeleted(true).value(), 0);
}

// Killed right after the transaction, before anything else: whole, and aside.
void TestJobStore::aProcessKilledWhileDeletingLeavesNothingHalf()
{
    const QTemporaryDir folder;
    QStringList ids;
    {
        const auto store = opened(folder);
        for (int k = 0; k < 200; ++k)
            ids << storedResult(*store).id;
    }
    const pid_t child = ::fork();
    if (child == 0) {
        auto store = JobStore::open(folder.path());
        for (const auto &id : ids)
            if (!store.value()->remove(id).isOk())
                ::_exit(1);
        for (;;)
            ::pause();
    }
    QTest::qWait(60);
    QCOMPARE(::kill(child, SIGKILL), 0);
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    const auto store = opened(folder);
    QVERIFY(store);
    QVERIFY(store->notices().isEmpty());
    const auto left = store->list().value();
    QSet<QString> listed;
    for (const auto &record : left) {
        listed << record.id;
        QVERIFY(!record.deleted.isValid());
        QVERIFY(QFile::exists(record.resultPath));
    }
    // What is listed is whole; what is not has no files left.
    for (const auto &id : ids)
        QCOMPARE(QDir(store->jobFolder(id)).exists(), listed.contains(id));
}

void TestJobStore::aRebuiltLibraryDoesNotBringBackWhatWasDeleted()
{
    const QTemporaryDir folder;
    QString kept;
    QString deleted;
    {
        const auto store = opened(folder);
        kept = storedResult(*store).id;
        deleted = storedResult(*store).id;
        QVERIFY(store->remove(deleted).isOk());
    }
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("jobs.sqlite"))));
    const auto store = opened(folder);
    QCOMPARE(store->list().value().size(), size_t(1));
    QVERIFY(store->find(kept).isOk());
    QVERIFY(store->restore(deleted).isOk());
}

void TestJobStore::runningJobsCannotBeDeleted()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    auto record = sample();
    record.state = JobState::Running;
    QVERIFY(store->insert(record).isOk());
    QVERIFY(!store->remove(record.id).isOk());
    QVERIFY(store->find(record.id).isOk());
}

void TestJobStore::aDamagedDatabaseIsRebuiltFromTheFolders()
{
    const QTemporaryDir folder;
    auto done = sample();
    auto running = sample(QStringLiteral("unlucky"));
    {
        const auto store = opened(folder);
        done.state = JobState::Finished;
        running.state = JobState::Running;
        QVERIFY(store->insert(done).isOk());
        QVERIFY(store->insert(running).isOk());
    }
    QFile file(folder.filePath(QStringLiteral("jobs.sqlite")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(4096, 'x'));
    file.close();
    const auto store = opened(folder);
    QVERIFY(store);
    QCOMPARE(store->notices().size(), 1);
    QCOMPARE(toJson(store->find(done.id).value()), toJson(done));
    QCOMPARE(store->find(running.id).value().state, JobState::Interrupted);
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.damaged-*")}, QDir::Files).isEmpty(), false);
}

void TestJobStore::aTruncatedDatabaseIsRebuiltFromTheFolders()
{
    const QTemporaryDir folder;
    const auto record = sample();
    {
        const auto store = opened(folder);
        QVERIFY(store->insert(record).isOk());
    }
    QFile file(folder.filePath(QStringLiteral("jobs.sqlite")));
    QVERIFY(file.resize(file.size() / 2));
    QVERIFY(opened(folder));
    QVERIFY(opened(folder)->find(record.id).isOk());
}

void TestJobStore::aLostDatabaseIsRebuiltFromTheFolders()
{
    const QTemporaryDir folder;
    const auto record = sample();
    {
        const auto store = opened(folder);
        QVERIFY(store->insert(record).isOk());
    }
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("jobs.sqlite"))));
    QVERIFY(opened(folder)->find(record.id).isOk());
}

void TestJobStore::aNewerSchemaIsRefused()
{
    const QTemporaryDir folder;
    QVERIFY(opened(folder));
    onFile(folder, {QStringLiteral("PRAGMA user_version = %1").arg(jobSchemaSteps().size() + 1)});
    const auto store = JobStore::open(folder.path());
    QVERIFY(!store.isOk());
    QCOMPARE(store.error().kind, ErrorKind::Unsupported);
}

void TestJobStore::anOlderSchemaIsBackedUpBeforeItIsChanged()
{
    const QTemporaryDir folder;
    QVERIFY(opened(folder)->insert(sample()).isOk());
    auto steps = jobSchemaSteps();
    steps.push_back({QStringLiteral("ALTER TABLE jobs ADD COLUMN tag TEXT"),
                     QStringLiteral("UPDATE jobs SET tag = 'x'")});
    auto broken = steps;
    broken.back() << QStringLiteral("no SQL");
    const QString file = folder.filePath(QStringLiteral("jobs.sqlite"));
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("migration"));
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QVERIFY(!prepareSchema(database, broken).isOk());
        QVERIFY(!QSqlQuery(database).exec(QStringLiteral("SELECT tag FROM jobs"))); // rolled back
        QVERIFY(prepareSchema(database, steps).isOk());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("SELECT tag FROM jobs")));
        database.close();
        database.setDatabaseName(QStringLiteral("%1.backup-v%2").arg(file).arg(jobSchemaSteps().size()));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(QStringLiteral("SELECT name FROM jobs")) && query.next());
        QCOMPARE(query.value(0).toString(), QStringLiteral("CheY"));
        QVERIFY(!query.exec(QStringLiteral("SELECT tag FROM jobs")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("migration"));
}

void TestJobStore::aLibraryOfTheFirstSchemaKeepsItsJobs()
{
    const QTemporaryDir folder;
    const auto record = sample();
    QVERIFY(opened(folder)->insert(record).isOk());
    onFile(folder, {QStringLiteral("ALTER TABLE jobs DROP COLUMN deleted"),
                    QStringLiteral("PRAGMA user_version = 1")});
    QCOMPARE(checkJobStore(folder.path()).value(), 1);
    const auto store = opened(folder);
    QVERIFY(store);
    QCOMPARE(toJson(store->find(record.id).value()), toJson(record));
    QVERIFY(store->restore(record.id).error().kind == ErrorKind::InvalidInput);
}

// As a program of that time has left it: its tables, and a row with the columns they had.
void TestJobStore::everyOlderSchemaIsBroughtUpToDate()
{
    const auto &steps = jobSchemaSteps();
    for (size_t version = 1; version < steps.size(); ++version) {
        const QTemporaryDir folder;
        const auto record = sample();
        QStringList statements;
        for (size_t step = 0; step < version; ++step)
            statements << steps[step];
        const QString json = QString::fromUtf8(QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact));
        statements << QStringLiteral("INSERT INTO jobs (id, key, name, length, stage, state, created, result,"
                                     " owner, record) VALUES ('%1', 'k', 'n', 1, 'search', 'failed', 1, '',"
                                     " '', '%2')")
                          .arg(record.id, json)
                   << QStringLiteral("PRAGMA user_version = %1").arg(version);
        onFile(folder, statements);
        const auto store = opened(folder);
        QVERIFY(store);
        QVERIFY(store->notices().isEmpty());
        QCOMPARE(store->find(record.id).value().name, record.name);
        QVERIFY(store->insert(sample()).isOk());
        const auto backup = QStringLiteral("jobs.sqlite.backup-v%1").arg(version);
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*backup*")}), QStringList{backup});
        // The copy is a library of its own, of the old schema.
        const QTemporaryDir copy;
        QVERIFY(QFile::copy(folder.filePath(backup), copy.filePath(QStringLiteral("jobs.sqlite"))));
        QCOMPARE(checkJobStore(copy.path()).value(), 1);
        QCOMPARE(opened(copy)->find(record.id).value().name, record.name);
    }
}

void TestJobStore::aFolderThatCannotBeWrittenIsAnError()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto store = JobStore::open(folder.filePath(QStringLiteral("file/jobs")));
    QVERIFY(!store.isOk());
    QCOMPARE(store.error().kind, ErrorKind::Io);
}

QTEST_GUILESS_MAIN(TestJobStore)
#include "tst_jobstore.moc"
