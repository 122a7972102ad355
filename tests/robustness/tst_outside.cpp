// SPDX-License-Identifier: GPL-3.0-or-later
// What others do to a running job: end its jackhmmer, take its database away, set the clock.
#include "tests/robustness/programfixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QThread>

#include <csignal>

using namespace WhiteBox;
using Test::ProgramFixture;

namespace {

const QString kFakeTime = QStringLiteral(WB_FAKETIME);

/// The process ids of what works in a job's folder.
QList<pid_t> workersIn(const QString &folder)
{
    QList<pid_t> workers;
    const QDir processes(QStringLiteral("/proc"));
    for (const auto &process : processes.entryList(QDir::Dirs))
        if (QFile::symLinkTarget(processes.filePath(process + QStringLiteral("/cwd"))).startsWith(folder))
            workers << process.toInt();
    return workers;
}

/// Null where the clock of a program can be set.
const char *whyNoFakeTime()
{
#ifdef __SANITIZE_ADDRESS__
    return "the sanitizer's library must be loaded before all others";
#else
    return QFile::exists(kFakeTime) ? nullptr : "libfaketime is not installed (apt-get install faketime)";
#endif
}

} // namespace

class TestOutside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void jackhmmerThatIsEnded_data();
    void jackhmmerThatIsEnded();
    void aDatabaseThatVanishesWhileJobsWait();
    void aDatabaseThatChangesWhileItIsSearched();
    void aDatabaseThatIsCutWhileTheProgramIsDead();
    void aClockOfAnotherTime_data();
    void aClockOfAnotherTime();
    void aClockThatJumpsWhileAJobRuns();

private:
    std::unique_ptr<QProcess> startSearching();
    void checkFailed(const QString &why, ErrorKind kind);
    void goOn();
    QStringList clock(const QString &time) const;

    std::unique_ptr<ProgramFixture> m_program;
};

void TestOutside::init()
{
    m_program = std::make_unique<ProgramFixture>();
    QVERIFY(m_program->isReady());
}

/// A job whose jackhmmer has begun, and sleeps.
std::unique_ptr<QProcess> TestOutside::startSearching()
{
    const int before = m_program->searches();
    auto process = m_program->start(m_program->runArguments());
    QElapsedTimer timer;
    timer.start();
    while (m_program->searches() == before && timer.elapsed() < 20000)
        QThread::msleep(5);
    return process;
}

void TestOutside::checkFailed(const QString &why, ErrorKind kind)
{
    const auto store = m_program->openStore();
    QVERIFY(store);
    QVERIFY(store->notices().isEmpty());
    const auto job = Test::onlyJob(*store);
    QCOMPARE(job.state, JobState::Failed);
    QVERIFY2(job.error.text().contains(why), qPrintable(job.error.text()));
    QVERIFY(!job.error.remedy.isEmpty());
    QCOMPARE(nameOf(job.error.kind), nameOf(kind));
    QVERIFY(job.resultPath.isEmpty());
}

void TestOutside::goOn()
{
    m_program->setSearchSleep({});
    const auto id = Test::onlyJob(*m_program->openStore()).id;
    QVERIFY2(m_program->run(ProgramFixture::resumeArguments(id)) == 0, qPrintable(m_program->output()));
    const auto done = Test::onlyJob(*m_program->openStore());
    QCOMPARE(done.state, JobState::Finished);
    QCOMPARE(Test::damageOf(done), QString());
}

void TestOutside::jackhmmerThatIsEnded_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("why");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("SIGTERM") << SIGTERM << QStringLiteral("SIGTERM") << ErrorKind::ToolFailed;
    // As a rule it is the system that has no memory left.
    QTest::newRow("SIGKILL") << SIGKILL << QStringLiteral("SIGKILL") << ErrorKind::Resources;
    QTest::newRow("SIGSEGV") << SIGSEGV << QStringLiteral("signal 11") << ErrorKind::ToolFailed;
}

void TestOutside::jackhmmerThatIsEnded()
{
    QFETCH(int, number);
    QFETCH(QString, why);
    QFETCH(ErrorKind, kind);
    m_program->setSearchSleep("30");
    const auto process = startSearching();
    for (const pid_t worker : workersIn(m_program->library()))
        ::kill(worker, number);
    QVERIFY(process->waitForFinished());
    QVERIFY(process->exitStatus() == QProcess::NormalExit && process->exitCode() != 0);
    const QString told = QString::fromUtf8(process->readAll());
    QVERIFY2(told.contains(why), qPrintable(told));
    checkFailed(why, kind);
    goOn();
}

void TestOutside::aDatabaseThatVanishesWhileJobsWait()
{
    const QString database = m_program->path(QStringLiteral("db.fa"));
    m_program->hold(JobStage::Search);
    const auto process = startSearching();
    QVERIFY(QFile::rename(database, database + QStringLiteral(".away")));
    m_program->release(JobStage::Search);
    QVERIFY(process->waitForFinished(60000));
    QVERIFY(process->exitCode() != 0);
    checkFailed(database, ErrorKind::Io);
    // Still away: told, and the job stays as it is.
    const auto id = Test::onlyJob(*m_program->openStore()).id;
    QVERIFY(m_program->run(ProgramFixture::resumeArguments(id)) != 0);
    QVERIFY2(m_program->output().contains(database), qPrintable(m_program->output()));
    QVERIFY(QFile::rename(database + QStringLiteral(".away"), database));
    goOn();
}

// jackhmmer would take the rest for all there is, and the job its hits for those of the whole database.
void TestOutside::aDatabaseThatChangesWhileItIsSearched()
{
    QFile database(m_program->path(QStringLiteral("db.fa")));
    m_program->hold(JobStage::Search);
    const auto process = startSearching();
    QVERIFY(database.resize(database.size() / 2));
    m_program->release(JobStage::Search);
    QVERIFY(process->waitForFinished(60000));
    QVERIFY(process->exitCode() != 0);
    checkFailed(QStringLiteral("changed while it was searched"), ErrorKind::Io);
}

void TestOutside::aDatabaseThatIsCutWhileTheProgramIsDead()
{
    m_program->setSearchSleep("30");
    const auto process = startSearching();
    ProgramFixture::kill(*process);
    QFile database(m_program->path(QStringLiteral("db.fa")));
    QVERIFY(database.resize(database.size() / 2));
    m_program->setSearchSleep({});
    const auto id = Test::onlyJob(*m_program->openStore()).id;
    QVERIFY(m_program->run(ProgramFixture::resumeArguments(id)) != 0);
    QVERIFY2(m_program->output().contains(QStringLiteral("database has changed")),
             qPrintable(m_program->output()));
    QCOMPARE(Test::onlyJob(*m_program->openStore()).state, JobState::Interrupted);
}

/// Runs a program at another time, which the file may change; times of files and durations stay.
QStringList TestOutside::clock(const QString &file) const
{
    return {QStringLiteral("env"),
            QStringLiteral("LD_PRELOAD=") + kFakeTime,
            QStringLiteral("FAKETIME_TIMESTAMP_FILE=") + file,
            QStringLiteral("FAKETIME_NO_CACHE=1"),
            QStringLiteral("DONT_FAKE_MONOTONIC=1"),
            QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC=1"),
            QStringLiteral("NO_FAKE_STAT=1")};
}

static bool setClock(const QString &file, const QByteArray &time)
{
    QFile clock(file);
    return clock.open(QIODevice::WriteOnly) && clock.write(time + "\n") > 0;
}

void TestOutside::aClockOfAnotherTime_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("back") << QByteArray("+0") << QByteArray("@1990-01-01 00:00:00");
    QTest::newRow("forward") << QByteArray("@1990-01-01 00:00:00") << QByteArray("@2037-01-01 00:00:00");
    QTest::newRow("beginning") << QByteArray("+0") << QByteArray("@1970-01-02 00:00:00");
}

void TestOutside::aClockOfAnotherTime()
{
    if (const char *reason = whyNoFakeTime())
        QSKIP(reason);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QString file = m_program->path(QStringLiteral("clock"));
    QVERIFY(setClock(file, before));
    m_program->setSearchSleep("30");
    const int searches = m_program->searches();
    const auto process = m_program->start(m_program->runArguments(), clock(file));
    QTRY_VERIFY_WITH_TIMEOUT(m_program->searches() > searches, 20000);
    QVERIFY(setClock(file, after));
    // Another instance leaves it to its living owner, whatever its time.
    QCOMPARE(m_program->run({QStringLiteral("jobs")}, clock(file)), 0);
    QVERIFY2(m_program->output().contains(QStringLiteral("Running")), qPrintable(m_program->output()));
    ProgramFixture::kill(*process);
    QCOMPARE(m_program->run({QStringLiteral("jobs")}, clock(file)), 0);
    QVERIFY2(m_program->output().contains(QStringLiteral("Interrupted")), qPrintable(m_program->output()));
    m_program->setSearchSleep({});
    const auto id = Test::onlyJob(*m_program->openStore()).id;
    const auto resume = ProgramFixture::resumeArguments(id);
    QVERIFY2(m_program->run(resume, clock(file)) == 0, qPrintable(m_program->output()));
    QCOMPARE(Test::damageOf(Test::onlyJob(*m_program->openStore())), QString());
    const QStringList erase{QStringLiteral("jobs"), QStringLiteral("delete"), id};
    QCOMPARE(m_program->run(erase, clock(file)), 0);
    QCOMPARE(m_program->openStore()->list().value().size(), size_t(0));
    QVERIFY(!QDir(m_program->library()).exists(id));
}

void TestOutside::aClockThatJumpsWhileAJobRuns()
{
    if (const char *reason = whyNoFakeTime())
        QSKIP(reason);
    const QString file = m_program->path(QStringLiteral("clock"));
    QVERIFY(setClock(file, "+0"));
    m_program->hold(JobStage::Search);
    const int searches = m_program->searches();
    const auto process = m_program->start(m_program->runArguments(), clock(file));
    QTRY_VERIFY_WITH_TIMEOUT(m_program->searches() > searches, 20000);
    QVERIFY(setClock(file, "-30y"));
    m_program->release(JobStage::Search);
    QVERIFY(process->waitForFinished(60000));
    QVERIFY2(process->exitCode() == 0, process->readAll().constData());
    const auto job = Test::onlyJob(*m_program->openStore());
    QCOMPARE(Test::damageOf(job), QString());
    QVERIFY(job.finished < job.started); // it did jump
    for (const auto seconds : job.seconds)
        QVERIFY(seconds.toDouble() >= 0 && seconds.toDouble() < 60);
    const auto stages = loadStoredResult(job).value().provenance[QStringLiteral("seconds")].toObject();
    for (const auto seconds : stages)
        QVERIFY(seconds.toDouble() >= 0 && seconds.toDouble() < 60);
}

QTEST_GUILESS_MAIN(TestOutside)
#include "tst_outside.moc"
