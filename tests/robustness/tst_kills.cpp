// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of the program at random moments of every stage: the library opens, what is finished is whole, what
// is not says so, and goes on from its last finished stage to the very distances of an undisturbed run.
#include "tests/robustness/programfixture.h"
#include "tests/support/longform.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonObject>
#include <QTest>
#include <QThread>

#include <csignal>
#include <map>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace WhiteBox;
using Test::inForm;
using Test::ProgramFixture;

namespace {

constexpr int kKeptJobs = 8; ///< finished ones, for the disk's sake

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Whether a program works in the job's folder, jackhmmer as a rule.
bool somebodyWorksIn(const QString &folder)
{
    const QDir processes(QStringLiteral("/proc"));
    for (const auto &process : processes.entryList(QDir::Dirs))
        if (QFile::symLinkTarget(processes.filePath(process + QStringLiteral("/cwd"))).startsWith(folder))
            return true;
    return false;
}

} // namespace

class TestKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyStage_data();
    void everyStage();
    void allStagesWereMet();
    void whileJobsAreDeleted();
    void whileDeletionsAreTakenBack();
    void aLongFitGoesOnFromItsCheckpoint();

private:
    void undisturbed(const QStringList &more);
    void startAndKill(ProgramFixture &program, const QStringList &arguments, int number);
    void checkLibrary(const ProgramFixture &program, JobRecord &killed);
    void goOn(ProgramFixture &program, const JobRecord &killed, int searchesBefore);
    static void forget(JobStore &store);

    std::mt19937 m_random{20};
    std::unique_ptr<ProgramFixture> m_reference;
    JobRecord m_undisturbed;
    qint64 m_wall = 0; ///< milliseconds of an undisturbed run
    std::map<QString, int> m_kills;
};

void TestKills::initTestCase()
{
    m_reference = std::make_unique<ProgramFixture>();
    QVERIFY(m_reference->isReady());
}

void TestKills::everyStage_data()
{
    QTest::addColumn<bool>("ccmpred");
    QTest::addColumn<int>("kills");
    QTest::newRow("built-in couplings") << false << inForm(4, 180);
    QTest::newRow("ccmpred") << true << inForm(2, 60);
}

void TestKills::undisturbed(const QStringList &more)
{
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_reference->run(m_reference->runArguments(more)), 0);
    m_wall = timer.elapsed();
    const auto store = m_reference->openStore();
    m_undisturbed = store->list().value().front();
    QCOMPARE(m_undisturbed.state, JobState::Finished);
    QCOMPARE(Test::damageOf(m_undisturbed), QString());
}

/// Every other kill is at any moment of a run, the rest within a stage, one stage after the other.
void TestKills::startAndKill(ProgramFixture &program, const QStringList &arguments, int number)
{
    const auto process = program.start(arguments);
    const auto share = double(m_random()) / double(std::mt19937::max());
    if (number % 2 == 0) {
        QThread::usleep(useconds_t(share * double(m_wall) * 1000));
    } else {
        const auto stage = JobStage(number / 2 % kJobStages);
        program.waitForStage(*process, stage);
        const double seconds = 0.7 * m_undisturbed.seconds[nameOf(stage)].toDouble();
        QThread::usleep(useconds_t(share * seconds * 1e6));
    }
    ProgramFixture::kill(*process);
}

/// killed: the job that was killed, where there is one.
void TestKills::checkLibrary(const ProgramFixture &program, JobRecord &killed)
{
    const auto store = program.openStore();
    QVERIFY(store);
    QVERIFY2(store->notices().isEmpty(), qPrintable(store->notices().join(QLatin1Char(' '))));
    const auto jobs = store->list();
    QVERIFY(jobs.isOk());
    for (const auto &job : jobs.value()) {
        QVERIFY2(job.state == JobState::Finished || job.state == JobState::Interrupted,
                 qPrintable(nameOf(job.state)));
        if (job.state == JobState::Interrupted) {
            QVERIFY(killed.id.isEmpty()); // all others have gone on
            killed = job;
            QVERIFY(job.resultPath.isEmpty() && job.checksum.isEmpty());
        } else {
            QCOMPARE(Test::damageOf(job), QString());
        }
    }
    forget(*store);
}

/// Deletes old finished jobs.
void TestKills::forget(JobStore &store)
{
    const auto jobs = store.list().value();
    for (size_t k = kKeptJobs; k < jobs.size(); ++k)
        QVERIFY(store.remove(jobs[k].id).isOk());
    QVERIFY(store.purgeDeleted(true).isOk());
}

void TestKills::goOn(ProgramFixture &program, const JobRecord &killed, int searchesBefore)
{
    QVERIFY2(program.run(ProgramFixture::resumeArguments(killed.id)) == 0, qPrintable(program.output()));
    const bool searchAgain = program.searches() > searchesBefore;
    QVERIFY2(killed.stage == JobStage::Search || !searchAgain, qPrintable(nameOf(killed.stage)));
    const auto store = program.openStore();
    const auto resumed = store->find(killed.id);
    QVERIFY(resumed.isOk());
    QCOMPARE(resumed.value().state, JobState::Finished);
    QVERIFY(Test::predictTheSame(resumed.value(), m_undisturbed));
    QVERIFY(QDir(store->jobFolder(killed.id)).entryList({QStringLiteral("*.part")}).isEmpty());
    QVERIFY(!QFile::exists(store->jobFolder(killed.id) + QStringLiteral("/draft.h5")));
}

void TestKills::everyStage()
{
    QFETCH(bool, ccmpred);
    QFETCH(int, kills);
    ProgramFixture program;
    QVERIFY(program.isReady());
    const QStringList engine = ccmpred ? program.ccmpredArguments() : QStringList();
    undisturbed(engine);
    for (int k = 0; k < kills && !QTest::currentTestFailed(); ++k) {
        JobRecord killed;
        startAndKill(program, program.runArguments(engine), k);
        QTRY_VERIFY(!somebodyWorksIn(program.library()));
        checkLibrary(program, killed);
        // A job that goes on is killed as well, now and then.
        if (!killed.id.isEmpty() && k % 4 == 3) {
            startAndKill(program, ProgramFixture::resumeArguments(killed.id), 2 * k);
            killed = {};
            checkLibrary(program, killed);
            ++m_kills[QStringLiteral("again")];
        }
        ++m_kills[killed.id.isEmpty() ? QStringLiteral("before or after") : nameOf(killed.stage)];
        if (!killed.id.isEmpty() && !QTest::currentTestFailed())
            goOn(program, killed, program.searches());
    }
}

// The shortest stage is a few hundredths of a run: enough kills meet it, few need not.
void TestKills::allStagesWereMet()
{
    for (const auto &[stage, count] : m_kills)
        qInfo("%s: %d", qPrintable(stage), count);
    if (!Test::isLongForm())
        return;
    for (int stage = 0; stage < kJobStages; ++stage)
        QVERIFY2(m_kills[nameOf(JobStage(stage))] > 0, qPrintable(nameOf(JobStage(stage))));
}

/// Finished jobs that cost nothing: a text in the place of each result.
static QStringList storeFinished(JobStore &store, int count)
{
    QStringList ids;
    for (int k = 0; k < count; ++k) {
        JobRecord record;
        record.id = JobStore::newId();
        record.name = QStringLiteral("job %1").arg(k);
        record.created = QDateTime::currentDateTimeUtc();
        record.state = JobState::Finished;
        record.resultPath = store.resultPath(record.id);
        QFile result(record.resultPath);
        if (!store.insert(record).isOk() || !result.open(QIODevice::WriteOnly) || result.write("result") != 6)
            qFatal("cannot store a job");
        ids << record.id;
    }
    return ids;
}

/// What is listed is whole, what is not has no files left.
static void checkNothingHalf(const JobStore &store, const QStringList &ids)
{
    QVERIFY2(store.notices().isEmpty(), qPrintable(store.notices().join(QLatin1Char(' '))));
    for (const auto &id : ids) {
        const auto job = store.find(id);
        QCOMPARE(QDir(store.jobFolder(id)).exists(), job.isOk());
        if (job.isOk())
            QCOMPARE(textOf(job.value().resultPath), QStringLiteral("result"));
    }
}

void TestKills::whileJobsAreDeleted()
{
    ProgramFixture program;
    for (int k = 0; k < inForm(2, 25); ++k) {
        const QStringList ids = storeFinished(*program.openStore(), 30);
        const auto process =
            program.start(QStringList{QStringLiteral("jobs"), QStringLiteral("delete")} + ids);
        const QDir last(program.library() + QLatin1Char('/') + ids[int(m_random() % 20)]);
        QTRY_VERIFY(!last.exists());
        QThread::usleep(m_random() % 3000);
        ProgramFixture::kill(*process);
        const auto store = program.openStore();
        QVERIFY(store);
        checkNothingHalf(*store, ids);
        QVERIFY(!store->find(ids.first()).isOk());
    }
}

/// Endless: a job is put aside and, every other time, brought back.
[[noreturn]] static void deleteAndBringBack(const QString &library, const QStringList &ids)
{
    const auto store = JobStore::open(library).value();
    for (int k = 0;; k = (k + 1) % int(ids.size())) {
        const bool gone = store->remove(ids[k]).isOk();
        if (gone && k % 3 == 0)
            (void)store->restore(ids[k]);
        if (k % 10 == 9)
            (void)store->purgeDeleted(true);
    }
}

void TestKills::whileDeletionsAreTakenBack()
{
    ProgramFixture program;
    for (int k = 0; k < inForm(2, 25); ++k) {
        const QStringList ids = storeFinished(*program.openStore(), 40);
        const pid_t child = ::fork();
        if (child == 0)
            deleteAndBringBack(program.library(), ids);
        QThread::msleep(20 + m_random() % 150);
        QCOMPARE(::kill(child, SIGKILL), 0);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        {
            const auto store = program.openStore();
            QVERIFY(store);
            checkNothingHalf(*store, ids);
        }
        // Without its database the library has at least what it had.
        const auto before = program.openStore()->list().value().size();
        QVERIFY(QFile::remove(program.library() + QStringLiteral("/jobs.sqlite")));
        QCOMPARE(program.openStore()->list().value().size(), before);
    }
}

void TestKills::aLongFitGoesOnFromItsCheckpoint()
{
    if (!Test::isLongForm())
        QSKIP("half a minute of fitting: in the long form");
    ProgramFixture program;
    std::string query(300, 'A');
    for (char &c : query)
        c = "ACDEFGHIKLMNPQRSTVWY"[m_random() % 20];
    QFile alignment(program.path(QStringLiteral("query.fa"))); // in the query's place
    QVERIFY(alignment.open(QIODevice::WriteOnly));
    for (int n = 0; n < 1500; ++n) {
        std::string row = query;
        for (char &c : row)
            if (n > 0 && m_random() % 10 < 4)
                c = "ACDEFGHIKLMNPQRSTVWY"[m_random() % 20];
        alignment.write(QByteArray::fromStdString(row) +
                        "\n"); // .aln: FASTA without gaps could be many queries
    }
    alignment.close();
    QVERIFY2(program.run(program.runArguments()) == 0, qPrintable(program.output()));
    const auto whole = Test::onlyJob(*program.openStore());
    const auto process = program.start(program.runArguments());
    const QDir library(program.library());
    const auto checkpoint = [&] {
        for (const auto &job : library.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (library.exists(job + QStringLiteral("/couplings.checkpoint")))
                return true;
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(checkpoint(), 300000);
    ProgramFixture::kill(*process);
    const auto killed = program.openStore()->list().value().front();
    QCOMPARE(killed.state, JobState::Interrupted);
    QVERIFY2(program.run(ProgramFixture::resumeArguments(killed.id)) == 0, qPrintable(program.output()));
    const auto resumed = program.openStore()->find(killed.id).value();
    const auto fit = loadStoredResult(resumed).value().provenance[QStringLiteral("couplings")].toObject();
    QVERIFY(fit[QStringLiteral("resumedFrom")].toInt() > 0);
    QVERIFY(Test::predictTheSame(resumed, whole));
}

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
