// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobname.h"
#include "core/store/jobstore.h"
#include "core/store/processowner.h"
#include "tests/support/warnings.h"
#include "widgets/joblibrary.h"
#include "widgets/jobtablemodel.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace WhiteBox;

namespace {

JobRecord sample(const QString &name, JobState state = JobState::Cancelled)
{
    JobRecord record;
    record.id = JobStore::newId();
    record.key = name;
    record.name = name;
    record.length = 100;
    record.state = state;
    record.created = QDateTime::currentDateTimeUtc();
    return record;
}

/// The process that computes a job, for the library; sets another one first, where it is given.
QString ownerOf(const QString &folder, const QString &id, const QString &other = {})
{
    QString owner;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("owner"));
        database.setDatabaseName(folder + QStringLiteral("/jobs.sqlite"));
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (!other.isEmpty())
            query.exec(QStringLiteral("UPDATE jobs SET owner = '%1' WHERE id = '%2'").arg(other, id));
        if (query.exec(QStringLiteral("SELECT owner FROM jobs WHERE id = '%1'").arg(id)) && query.next())
            owner = query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("owner"));
    return owner;
}

} // namespace

class TestJobLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void deletedJobsLeaveTheTableAndComeBack();
    void deletionsAreUndoneLastFirst();
    void aRenamedJobIsNamedBack();
    void badNamesAreToldAndLeftOut_data();
    void badNamesAreToldAndLeftOut();
    void renamingAndDeletingAreUndoneLastFirst();
    void aDeletionIsTakenBackBeforeALaterRenaming();
    void aNameThatCouldNotBeTakenBackStaysToBeTried();
    void twoQuickNamesAreTakenBackOneByOne();
    void anothersRenamingIsSeen();
    void aRunningJobStays();
    void aRunningJobIsRenamed();
    void aRenamedJobStaysWithTheProgramThatComputesIt();
    void whatWasDeletedEndsWithTheLibrary();
    void jobsOfOtherProgramsAreFound();
    void theTableFollowsOtherPrograms();
    void tenThousandStoredJobsAreListed();

private:
    JobRecord add(const QString &name, JobState state = JobState::Cancelled);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<JobStore> m_store;
    std::unique_ptr<JobTableModel> m_model;
    std::unique_ptr<JobLibrary> m_library;
};

void TestJobLibrary::init()
{
    QTest::failOnWarning(Test::anyWarning());
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = JobStore::open(m_folder->path()).value();
    m_model = std::make_unique<JobTableModel>();
    m_library = std::make_unique<JobLibrary>(m_model.get());
    m_library->setStore(m_store);
}

void TestJobLibrary::cleanup()
{
    m_library.reset();
    m_store.reset();
}

JobRecord TestJobLibrary::add(const QString &name, JobState state)
{
    const JobRecord record = sample(name, state);
    if (!m_store->insert(record).isOk())
        return {};
    m_model->updateRecord(record);
    return record;
}

void TestJobLibrary::deletedJobsLeaveTheTableAndComeBack()
{
    const auto record = add(QStringLiteral("CheY"));
    QSignalSpy removed(m_library.get(), &JobLibrary::removed);
    QSignalSpy restored(m_library.get(), &JobLibrary::restored);
    QVERIFY(!m_library->canUndo());
    m_library->remove({record.id});
    QTRY_COMPARE(removed.count(), 1);
    QCOMPARE(removed.first().first().toString(), QStringLiteral("CheY"));
    QCOMPARE(m_library->undoName(), QStringLiteral("CheY"));
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_store->find(record.id).isOk());
    m_library->undo();
    QVERIFY(!m_library->canUndo());
    QTRY_COMPARE(restored.count(), 1);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(toJson(m_store->find(record.id).value()), toJson(record));
    m_library->undo(); // nothing left to undo
    QCOMPARE(m_model->rowCount(), 1);
}

void TestJobLibrary::deletionsAreUndoneLastFirst()
{
    const auto a = add(QStringLiteral("a"));
    const auto b = add(QStringLiteral("b"));
    const auto c = add(QStringLiteral("c"));
    QSignalSpy removed(m_library.get(), &JobLibrary::removed);
    QSignalSpy restored(m_library.get(), &JobLibrary::restored);
    m_library->remove({a.id});
    m_library->remove({b.id, c.id});
    QTRY_COMPARE(removed.count(), 2);
    QCOMPARE(removed.last().first().toString(), QStringLiteral("2 jobs"));
    m_library->undo();
    QTRY_COMPARE(restored.count(), 1);
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(!m_model->indexOf(a.id).isValid());
    QCOMPARE(m_library->undoName(), QStringLiteral("a"));
    m_library->undo();
    QTRY_COMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->record(0)->name, QStringLiteral("c")); // newest first, as before
}

void TestJobLibrary::aRenamedJobIsNamedBack()
{
    const auto record = add(QStringLiteral("sp|P0AE67|CHEY_ECOLI"));
    QSignalSpy renamed(m_library.get(), &JobLibrary::renamed);
    m_library->rename(record.id, QStringLiteral("  CheY,\n wild\ttype "));
    QTRY_COMPARE(renamed.count(), 1);
    const QString name = QStringLiteral("CheY, wild type");
    QCOMPARE(m_model->record(0)->name, name);
    JobRecord expected = record;
    expected.name = name;
    QCOMPARE(toJson(m_store->find(record.id).value()), toJson(expected)); // its key and state are as before
    QFile manifest(m_store->jobFolder(record.id) + QStringLiteral("/job.json"));
    QVERIFY(manifest.open(QIODevice::ReadOnly)); // from which a lost library is rebuilt
    QCOMPARE(QJsonDocument::fromJson(manifest.readAll()).object(), toJson(expected));
    QCOMPARE(m_store->list(QStringLiteral("wild")).value().size(), std::size_t(1));
    QVERIFY(m_library->undoesRename());
    m_library->undo();
    QVERIFY(!m_library->canUndo());
    QTRY_COMPARE(renamed.count(), 2);
    QCOMPARE(m_model->record(0)->name, record.name);
    QCOMPARE(m_store->find(record.id).value().name, record.name);
}

void TestJobLibrary::badNamesAreToldAndLeftOut_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QString() << QStringLiteral("nothing in the name");
    QTest::newRow("spaces") << QStringLiteral(" \n\t ") << QStringLiteral("nothing in the name");
    QTest::newRow("not seen") << QStringLiteral("\u202E\u0007") << QStringLiteral("nothing in the name");
    QTest::newRow("long") << QString(kLongestJobName + 1, QLatin1Char('x'))
                          << QStringLiteral("%1 characters").arg(kLongestJobName + 1);
}

void TestJobLibrary::badNamesAreToldAndLeftOut()
{
    QFETCH(QString, typed);
    QFETCH(QString, says);
    const auto record = add(QStringLiteral("kept"));
    QSignalSpy failed(m_library.get(), &JobLibrary::failed);
    m_library->rename(record.id, typed);
    QTRY_COMPARE(failed.count(), 1);
    const auto error = failed.first().first().value<Error>();
    QVERIFY2(error.text().contains(says), qPrintable(error.text()));
    QVERIFY(!error.remedy.isEmpty());
    QCOMPARE(m_store->find(record.id).value().name, QStringLiteral("kept"));
    QVERIFY(!m_library->canUndo());
}

void TestJobLibrary::renamingAndDeletingAreUndoneLastFirst()
{
    const auto a = add(QStringLiteral("a"));
    QSignalSpy renamed(m_library.get(), &JobLibrary::renamed);
    m_library->rename(a.id, QStringLiteral("b"));
    QTRY_COMPARE(renamed.count(), 1);
    m_library->remove({a.id});
    QTRY_VERIFY(!m_library->undoesRename());
    QCOMPARE(m_library->undoName(), QStringLiteral("b"));
    m_library->undo();
    QTRY_COMPARE(m_model->rowCount(), 1);
    QVERIFY(m_library->undoesRename());
    QCOMPARE(m_model->record(0)->name, QStringLiteral("b"));
    m_library->undo();
    QTRY_COMPARE(m_model->record(0)->name, QStringLiteral("a"));
    QVERIFY(!m_library->canUndo());
}

void TestJobLibrary::aDeletionIsTakenBackBeforeALaterRenaming()
{
    const auto gone = add(QStringLiteral("gone"));
    const auto other = add(QStringLiteral("other"));
    QSignalSpy removed(m_library.get(), &JobLibrary::removed);
    QSignalSpy renamed(m_library.get(), &JobLibrary::renamed);
    m_library->remove({gone.id});
    QTRY_COMPARE(removed.count(), 1);
    m_library->rename(other.id, QStringLiteral("new"));
    QTRY_COMPARE(renamed.count(), 1);
    const int number = removed.first().at(1).toInt();
    m_library->undo(number); // as its banner offers
    QTRY_VERIFY(m_model->indexOf(gone.id).isValid());
    QCOMPARE(m_store->find(other.id).value().name, QStringLiteral("new"));
    QVERIFY(m_library->undoesRename());
    m_library->undo(number); // once only
    QVERIFY(m_library->undoesRename());
}

void TestJobLibrary::aNameThatCouldNotBeTakenBackStaysToBeTried()
{
    const auto record = add(QStringLiteral("before"));
    QSignalSpy renamed(m_library.get(), &JobLibrary::renamed);
    QSignalSpy failed(m_library.get(), &JobLibrary::failed);
    m_library->rename(record.id, QStringLiteral("after"));
    QTRY_COMPARE(renamed.count(), 1);
    const QString folder = m_store->jobFolder(record.id);
    QVERIFY(QDir(folder).removeRecursively()); // it takes no job.json now
    m_library->undo();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(m_library->undoesRename());
    QVERIFY(QDir().mkpath(folder));
    m_library->undo();
    QTRY_COMPARE(renamed.count(), 2);
    QCOMPARE(m_store->find(record.id).value().name, QStringLiteral("before"));
}

void TestJobLibrary::twoQuickNamesAreTakenBackOneByOne()
{
    const auto record = add(QStringLiteral("a"));
    QSignalSpy renamed(m_library.get(), &JobLibrary::renamed);
    m_library->rename(record.id, QStringLiteral("b"));
    m_library->rename(record.id, QStringLiteral("c")); // before the table knows of the first
    QTRY_COMPARE(renamed.count(), 2);
    m_library->undo();
    QTRY_COMPARE(renamed.count(), 3);
    QCOMPARE(m_model->record(0)->name, QStringLiteral("b"));
    m_library->undo();
    QTRY_COMPARE(m_model->record(0)->name, QStringLiteral("a"));
}

void TestJobLibrary::anothersRenamingIsSeen()
{
    const auto record = add(QStringLiteral("before"));
    m_library->follow([](const QString &) { return false; });
    QVERIFY(renameJob(*JobStore::open(m_folder->path()).value(), record.id, QStringLiteral("after")).isOk());
    QSignalSpy renamed(m_library.get(), &JobLibrary::renamed);
    m_library->look();
    QTRY_COMPARE(m_model->record(0)->name, QStringLiteral("after"));
    QCOMPARE(renamed.count(), 1);
}

void TestJobLibrary::aRunningJobStays()
{
    const auto running = add(QStringLiteral("running"), JobState::Running);
    const auto done = add(QStringLiteral("done"));
    QSignalSpy failed(m_library.get(), &JobLibrary::failed);
    m_library->remove({running.id, done.id});
    QTRY_COMPARE(failed.count(), 1);
    const auto error = failed.first().first().value<Error>();
    QVERIFY2(error.text().contains(QStringLiteral("Cancel it first")), qPrintable(error.text()));
    QVERIFY(m_model->indexOf(running.id).isValid());
    QVERIFY(!m_model->indexOf(done.id).isValid());
    QCOMPARE(m_library->undoName(), QStringLiteral("done"));
}

void TestJobLibrary::aRunningJobIsRenamed()
{
    auto running = add(QStringLiteral("running"), JobState::Running);
    QSignalSpy renamed(m_library.get(), &JobLibrary::renamed);
    running.stage = JobStage::Alignment; // told, and not in the library yet
    m_model->updateRun(running);
    m_library->rename(running.id, QStringLiteral("another"));
    QTRY_COMPARE(renamed.count(), 1);
    QCOMPARE(m_model->record(0)->stage, JobStage::Alignment);
    running.stage = JobStage::Couplings; // what its run tells next, which knows the old name
    m_model->updateRun(running);
    QCOMPARE(m_model->record(0)->name, QStringLiteral("another"));
    QCOMPARE(m_model->record(0)->stage, JobStage::Couplings);
    m_library->undo();
    QTRY_COMPARE(renamed.count(), 2);
    QCOMPARE(m_model->record(0)->name, QStringLiteral("running"));
}

void TestJobLibrary::aRenamedJobStaysWithTheProgramThatComputesIt()
{
    const auto record = add(QStringLiteral("running"), JobState::Running);
    // Of the process that started this one.
    const QString pid = QString::number(::getppid());
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    QVERIFY(stat.open(QIODevice::ReadOnly));
    const QByteArray fields = stat.readAll();
    const QByteArray start = fields.mid(fields.lastIndexOf(')') + 2).split(' ').value(19);
    const QString owner =
        QStringLiteral("%1 %2 %3").arg(thisProcess().section(u' ', 0, 0), pid, QLatin1String(start));
    QVERIFY(processIsAlive(owner));
    QCOMPARE(ownerOf(m_folder->path(), record.id, owner), owner);
    m_library->follow([](const QString &) { return true; });
    QVERIFY(renameJob(*m_store, record.id, QStringLiteral("another")).isOk());
    QCOMPARE(ownerOf(m_folder->path(), record.id), owner);
    QCOMPARE(m_store->find(record.id).value().state, JobState::Running);
    QTRY_COMPARE(m_model->record(0)->name, QStringLiteral("another"));
}

void TestJobLibrary::whatWasDeletedEndsWithTheLibrary()
{
    const auto record = add(QStringLiteral("gone"));
    m_library->remove({record.id});
    QTRY_VERIFY(m_library->canUndo());
    QVERIFY(QDir(m_store->jobFolder(record.id)).exists());
    m_library.reset();
    QVERIFY(!QDir(m_store->jobFolder(record.id)).exists());
    QVERIFY(!m_store->restore(record.id).isOk());
}

void TestJobLibrary::jobsOfOtherProgramsAreFound()
{
    const auto record = sample(QStringLiteral("from the command line"));
    QVERIFY(m_store->insert(record).isOk());
    QString found;
    m_library->find(record.id, [&](const JobRecord &job) { found = job.name; });
    QTRY_COMPARE(found, record.name);
    QVERIFY(m_model->indexOf(record.id).isValid());
    QSignalSpy failed(m_library.get(), &JobLibrary::failed);
    m_library->find(QStringLiteral("0123456789abcdef"), [&](const JobRecord &) { found.clear(); });
    QTRY_COMPARE(failed.count(), 1);
    const auto error = failed.first().first().value<Error>();
    QVERIFY(!error.what.isEmpty() && !error.why.isEmpty() && !error.remedy.isEmpty());
    QCOMPARE(found, record.name);
}

void TestJobLibrary::theTableFollowsOtherPrograms()
{
    const JobRecord own = add(QStringLiteral("own"));
    m_model->setRecords({own});
    m_library->follow([&](const QString &id) { return id == own.id; });
    const auto others = JobStore::open(m_folder->path()).value(); // as whitebox-cli has it
    JobRecord record = sample(QStringLiteral("theirs"), JobState::Queued);
    QVERIFY(others->insert(record).isOk());
    m_library->look();
    QTRY_COMPARE(m_model->rowCount(), 2);
    const auto state = [&] { return m_model->record(m_model->indexOf(record.id).row())->state; };
    QCOMPARE(state(), JobState::Queued);

    record.state = JobState::Cancelled;
    QVERIFY(others->update(record).isOk());
    JobRecord mine = own; // of what this program works on it knows more itself
    mine.state = JobState::Failed;
    QVERIFY(others->update(mine).isOk());
    m_library->look();
    QTRY_COMPARE(state(), JobState::Cancelled);
    QCOMPARE(m_model->record(m_model->indexOf(own.id).row())->state, own.state);

    QVERIFY(others->remove(record.id).isOk());
    m_library->look();
    QTRY_COMPARE(m_model->rowCount(), 1);
}

void TestJobLibrary::tenThousandStoredJobsAreListed()
{
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("many"));
        database.setDatabaseName(m_folder->filePath(QStringLiteral("jobs.sqlite")));
        QVERIFY(database.open() && database.transaction());
        QSqlQuery query(database);
        query.prepare(
            QStringLiteral("INSERT INTO jobs (id, key, name, length, stage, state, created, result,"
                           " owner, record) VALUES (?, ?, ?, 200, 'search', 'finished', ?, '', '', ?)"));
        for (int k = 0; k < 10000; ++k) {
            JobRecord record = sample(QStringLiteral("protein %1").arg(k), JobState::Finished);
            record.created = QDateTime::fromSecsSinceEpoch(1600000000 + k, Qt::UTC);
            record.request = {{QStringLiteral("residues"), QString(200, QLatin1Char('A'))}};
            query.addBindValue(record.id);
            query.addBindValue(record.key);
            query.addBindValue(record.name);
            query.addBindValue(record.created.toMSecsSinceEpoch());
            query.addBindValue(
                QString::fromUtf8(QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact)));
            QVERIFY(query.exec());
        }
        QVERIFY(database.commit());
    }
    QSqlDatabase::removeDatabase(QStringLiteral("many"));
    const auto store = JobStore::open(m_folder->path());
    QVERIFY(store.isOk());
    auto records = store.value()->list();
    QVERIFY(records.isOk());
    m_model->setRecords(std::move(records).value());
    QCOMPARE(m_model->rowCount(), 10000);
    QCOMPARE(m_model->record(0)->name, QStringLiteral("protein 9999"));
    QCOMPARE(store.value()->list(QStringLiteral("PROTEIN 77")).value().size(), size_t(111));
}

QTEST_MAIN(TestJobLibrary)
#include "tst_joblibrary.moc"
