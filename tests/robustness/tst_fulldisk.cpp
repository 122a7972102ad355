// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fills at each stage, and one that is read-only: told in time and in plain words, nothing half
// is left, and once there is space again the job goes on. The disk is a tmpfs, in a mount namespace of its
// own.
#include "tests/robustness/programfixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>
#include <QThread>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace WhiteBox;
using Test::ProgramFixture;

namespace {

/// Why there can be no mounts; empty where there can.
QString mountProblem;

void writeTo(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        file.write(text);
}

/// Leaves the machine's mounts. Before any thread is started.
void enterNamespace()
{
    const uid_t user = ::getuid();
    const gid_t group = ::getgid();
    const bool isRoot = user == 0;
    if (::unshare(CLONE_NEWNS | (isRoot ? 0 : CLONE_NEWUSER)) != 0) {
        mountProblem = QStringLiteral("no mount namespace: %1").arg(QLatin1String(std::strerror(errno)));
        return;
    }
    if (!isRoot) {
        writeTo("/proc/self/setgroups", "deny");
        writeTo("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1");
        writeTo("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1");
    }
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        mountProblem = QStringLiteral("no private mounts: %1").arg(QLatin1String(std::strerror(errno)));
}

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aDiskThatFills_data();
    void aDiskThatFills();
    void aFullDiskIsToldBeforeAnythingIsComputed();
    void aFullDatabaseIsTold();
    void aReadOnlyLibraryIsToldBeforeAnythingIsComputed();
    void aReadOnlyFolderForCopiesIsToldBeforeAnythingIsComputed();

private:
    void fill(qint64 left = 0) const;
    void makeSpace() const { QFile::remove(m_disk + QStringLiteral("/ballast")); }
    bool remount(unsigned long flags) const;
    std::unique_ptr<QProcess> startAndStop(JobStage stage, bool ccmpred) const;
    void checkNothingHalf() const;

    std::unique_ptr<ProgramFixture> m_program;
    QString m_disk;
};

void TestFullDisk::init()
{
    if (!mountProblem.isEmpty())
        QSKIP(qPrintable(mountProblem));
    m_program = std::make_unique<ProgramFixture>();
    QVERIFY(m_program->isReady());
    m_disk = m_program->path(QStringLiteral("disk"));
    QVERIFY(QDir().mkpath(m_disk));
    if (::mount("tmpfs", QFile::encodeName(m_disk).constData(), "tmpfs", 0, "size=150m") != 0)
        QSKIP(qPrintable(QStringLiteral("no tmpfs: ") + QLatin1String(std::strerror(errno))));
    m_program->setHome(m_disk + QStringLiteral("/home"));
}

void TestFullDisk::cleanup()
{
    if (!m_disk.isEmpty())
        ::umount2(QFile::encodeName(m_disk).constData(), MNT_DETACH);
    m_program.reset();
}

bool TestFullDisk::remount(unsigned long flags) const
{
    const QByteArray disk = QFile::encodeName(m_disk);
    return ::mount("tmpfs", disk.constData(), "tmpfs", MS_REMOUNT | flags, "size=150m") == 0;
}

/// To the last byte, but for `left`.
void TestFullDisk::fill(qint64 left) const
{
    QFile ballast(m_disk + QStringLiteral("/ballast"));
    QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    for (const qint64 size : {qint64(1) << 20, qint64(4096), qint64(1)})
        while (ballast.write(QByteArray(size, 'x')) == size) {
        }
    QVERIFY(ballast.resize(std::max<qint64>(0, ballast.size() - left)));
}

void TestFullDisk::checkNothingHalf() const
{
    const auto store = m_program->openStore();
    QVERIFY(store);
    const auto jobs = store->list();
    QVERIFY(jobs.isOk());
    for (const auto &job : jobs.value()) {
        QVERIFY2(job.state == JobState::Failed || job.state == JobState::Interrupted,
                 qPrintable(nameOf(job.state)));
        QVERIFY(job.resultPath.isEmpty());
        const QDir folder(store->jobFolder(job.id));
        QVERIFY(!folder.exists(QStringLiteral("result.h5")));
        QVERIFY2(folder.entryList({QStringLiteral("*.part")}).isEmpty(),
                 qPrintable(folder.entryList().join(u' ')));
    }
}

void TestFullDisk::aDiskThatFills_data()
{
    QTest::addColumn<JobStage>("stage");
    QTest::addColumn<bool>("ccmpred");
    QTest::addColumn<qint64>("left");
    QTest::newRow("search") << JobStage::Search << false << qint64(0);
    QTest::newRow("search, little left") << JobStage::Search << false << qint64(64 << 10);
    QTest::newRow("couplings") << JobStage::Couplings << false << qint64(0);
    QTest::newRow("couplings, little left") << JobStage::Couplings << false << qint64(300 << 10);
    QTest::newRow("ccmpred") << JobStage::Couplings << true << qint64(0);
    QTest::newRow("ccmpred, little left") << JobStage::Couplings << true << qint64(300 << 10);
}

/// A program that was stopped within a stage: it may not be faster than the disk fills. Null where it always
/// was.
std::unique_ptr<QProcess> TestFullDisk::startAndStop(JobStage stage, bool ccmpred) const
{
    const QStringList engine = ccmpred ? m_program->ccmpredArguments() : QStringList();
    // The built-in fit waits for nobody and may have ended: then once more.
    for (int attempt = 0; attempt < 10; ++attempt) {
        m_program->hold(stage);
        auto process = m_program->start(m_program->runArguments(engine));
        bool isThere = m_program->waitForStage(*process, stage);
        for (int k = 0; k < 4000 && stage == JobStage::Search && m_program->searches() == 0; ++k)
            QThread::msleep(5); // until its space was looked at
        ::kill(pid_t(process->processId()), SIGSTOP);
        siginfo_t stopped = {};
        ::waitid(P_PID, id_t(process->processId()), &stopped, WSTOPPED | WEXITED | WNOWAIT);
        isThere = isThere && stopped.si_code == CLD_STOPPED && m_program->isInStage(stage);
        if (isThere)
            return process;
        ProgramFixture::kill(*process);
        m_program->release(stage);
        QDir(m_program->home()).removeRecursively();
    }
    return nullptr;
}

void TestFullDisk::aDiskThatFills()
{
    QFETCH(JobStage, stage);
    QFETCH(bool, ccmpred);
    QFETCH(qint64, left);
    const auto process = startAndStop(stage, ccmpred);
    QVERIFY(process);
    fill(left);
    m_program->release(stage);
    ::kill(pid_t(process->processId()), SIGCONT);
    QVERIFY(process->waitForFinished(60000));
    const QString told = QString::fromUtf8(process->readAll());
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QVERIFY2(process->exitCode() != 0, qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("full")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("Free some space")), qPrintable(told));
    // The list of jobs is where space is made.
    m_program->run({QStringLiteral("jobs")});
    const QString listed = m_program->output();
    QVERIFY2(listed.contains(QStringLiteral("Failed")) || listed.contains(QStringLiteral("Interrupted")) ||
                 listed.contains(QStringLiteral("full")),
             qPrintable(listed));
    makeSpace();
    checkNothingHalf();
    const int searches = m_program->searches();
    const QString id = Test::onlyJob(*m_program->openStore()).id;
    QVERIFY2(m_program->run(ProgramFixture::resumeArguments(id)) == 0, qPrintable(m_program->output()));
    QCOMPARE(m_program->searches() > searches, stage == JobStage::Search);
    QCOMPARE(Test::damageOf(Test::onlyJob(*m_program->openStore())), QString());
}

void TestFullDisk::aFullDiskIsToldBeforeAnythingIsComputed()
{
    for (const qint64 left : {qint64(0), qint64(8) << 20}) {
        fill(left);
        QVERIFY(m_program->run(m_program->runArguments()) != 0);
        const QString told = m_program->output();
        QVERIFY2(told.contains(QStringLiteral("Free some space")), qPrintable(told));
        QCOMPARE(m_program->searches(), 0);
        makeSpace();
        checkNothingHalf();
    }
    QVERIFY2(m_program->run(m_program->runArguments()) == 0, qPrintable(m_program->output()));
}

void TestFullDisk::aFullDatabaseIsTold()
{
    const auto store = m_program->openStore();
    QVERIFY(store);
    JobRecord record;
    record.created = QDateTime::currentDateTimeUtc();
    record.request[QStringLiteral("long")] = QString(100000, u'x');
    record.id = JobStore::newId();
    QVERIFY(store->insert(record).isOk());
    fill();
    Result<void> stored;
    for (int k = 0; k < 100 && stored.isOk(); ++k) {
        record.id = JobStore::newId();
        stored = store->insert(record);
    }
    QVERIFY(!stored.isOk());
    QCOMPARE(nameOf(stored.error().kind), nameOf(ErrorKind::Resources));
    QVERIFY2(stored.error().text().contains(QStringLiteral("ree some space")),
             qPrintable(stored.error().text()));
    const auto jobs = store->list();
    QVERIFY(jobs.isOk() && !jobs.value().empty());
    makeSpace();
    record.id = JobStore::newId();
    QVERIFY(store->insert(record).isOk());
    QVERIFY(m_program->openStore()->notices().isEmpty());
}

void TestFullDisk::aReadOnlyLibraryIsToldBeforeAnythingIsComputed()
{
    QVERIFY2(m_program->run(m_program->runArguments()) == 0, qPrintable(m_program->output()));
    QVERIFY(remount(MS_RDONLY));
    const int searches = m_program->searches();
    QVERIFY(m_program->run(m_program->runArguments()) != 0);
    const QString told = m_program->output();
    QVERIFY2(told.contains(QStringLiteral("cannot be written")), qPrintable(told));
    QVERIFY2(told.contains(m_program->library()), qPrintable(told));
    QCOMPARE(m_program->searches(), searches);
    QVERIFY(remount(0));
    QCOMPARE(m_program->run({QStringLiteral("jobs")}), 0);
    QVERIFY(m_program->output().contains(QStringLiteral("Finished")));
}

void TestFullDisk::aReadOnlyFolderForCopiesIsToldBeforeAnythingIsComputed()
{
    QVERIFY(remount(MS_RDONLY));
    m_program->setHome(m_program->path(QStringLiteral("elsewhere")));
    const QStringList out{QStringLiteral("--out"), m_disk};
    QVERIFY(m_program->run(m_program->runArguments(out)) != 0);
    QVERIFY2(m_program->output().contains(m_disk), qPrintable(m_program->output()));
    QCOMPARE(m_program->searches(), 0);
}

int main(int argc, char **argv)
{
    enterNamespace();
    const QCoreApplication app(argc, argv);
    TestFullDisk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_fulldisk.moc"
