// SPDX-License-Identifier: GPL-3.0-or-later
// Power loss: the newest files of a library whose program died are cut off. It opens, tells of every damage
// that it cannot make good, shows nothing half, and what was interrupted goes on or says what is gone.
#include "tests/robustness/programfixture.h"
#include "tests/support/longform.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <random>

using namespace WhiteBox;
using Test::inForm;
using Test::ProgramFixture;

namespace {

bool copyTree(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString source = files.next();
        const QString target = to + source.mid(from.size());
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(source, target))
            return false;
    }
    return true;
}

} // namespace

class TestPowerLoss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_copy.reset(); }
    void aCutFile_data();
    void aCutFile();
    void aLostFolderOfAJobOpensTheLibrary();
    void manyCutFiles();

private:
    bool cut(const QString &file, double share);
    QStringList newestFiles() const;
    void check(bool mayLose);
    void goOn(const QString &id);

    std::unique_ptr<ProgramFixture> m_program;
    std::unique_ptr<QTemporaryDir> m_copy;
    QString m_base; ///< the library as it was left by a program that was killed
    QString m_finished;
    QString m_killed;
    JobRecord m_undisturbed;
};

/// One finished job, and one that was killed in its couplings.
void TestPowerLoss::initTestCase()
{
    m_program = std::make_unique<ProgramFixture>();
    QVERIFY(m_program->isReady());
    m_base = m_program->path(QStringLiteral("base"));
    m_program->setHome(m_base);
    const auto arguments = m_program->runArguments(m_program->ccmpredArguments());
    QVERIFY2(m_program->run(arguments) == 0, qPrintable(m_program->output()));
    const auto process = m_program->start(arguments);
    QVERIFY(m_program->waitForStage(*process, JobStage::Couplings));
    ProgramFixture::kill(*process);
    // Opened in a copy: the files stay as the killed program left them.
    QVERIFY(QFile::exists(m_program->library() + QStringLiteral("/jobs.sqlite-wal")));
    m_program->setHome(m_program->path(QStringLiteral("whole")));
    QVERIFY(copyTree(m_base, m_program->home()));
    const auto store = m_program->openStore();
    const auto jobs = store->list().value();
    QCOMPARE(jobs.size(), size_t(2));
    m_killed = jobs[0].id;
    m_finished = jobs[1].id;
    QCOMPARE(jobs[0].state, JobState::Interrupted);
    m_undisturbed = jobs[1];
    QCOMPARE(Test::damageOf(m_undisturbed), QString());
}

void TestPowerLoss::init()
{
    m_copy = std::make_unique<QTemporaryDir>();
    m_program->setHome(m_copy->path());
    QVERIFY(copyTree(m_base, m_program->home()));
}

/// Of the file in the library's folder, of which {done} and {killed} stand for the jobs' ids.
bool TestPowerLoss::cut(const QString &file, double share)
{
    QString name = file;
    name.replace(QStringLiteral("{done}"), m_finished).replace(QStringLiteral("{killed}"), m_killed);
    QFile cutFile(m_program->library() + QLatin1Char('/') + name);
    return cutFile.exists() && cutFile.resize(qint64(share * double(cutFile.size())));
}

void TestPowerLoss::aCutFile_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<double>("share");
    const QString database = QStringLiteral("jobs.sqlite");
    const QString log = QStringLiteral("jobs.sqlite-wal");
    const QString manifest = QStringLiteral("{killed}/job.json");
    const QString doneManifest = QStringLiteral("{done}/job.json");
    for (const double share : {0.0, 0.6}) {
        const auto row = [&](const char *what, const QStringList &files) {
            QTest::addRow("%s, %g of it left", what, share) << files << share;
        };
        if (share > 0 || Test::isLongForm()) {
            row("log", {log});
            row("draft", {QStringLiteral("{killed}/draft.h5")});
            row("result", {QStringLiteral("{done}/result.h5")});
        }
        if (share > 0 && !Test::isLongForm())
            continue;
        row("both", {database, log});
        if (Test::isLongForm()) {
            row("database", {database});
            row("manifests", {manifest, doneManifest});
        }
        row("manifests and database", {manifest, doneManifest, database, log});
        row("found sequences", {QStringLiteral("{killed}/search.sto"), QStringLiteral("{killed}/draft.h5")});
    }
}

void TestPowerLoss::aCutFile()
{
    QFETCH(QStringList, files);
    QFETCH(double, share);
    for (const auto &file : files)
        QVERIFY2(cut(file, share), qPrintable(file));
    check(false);
}

/// Both jobs are there, unless mayLose and a notice tells of it.
void TestPowerLoss::check(bool mayLose)
{
    QStringList listed;
    {
        const auto store = m_program->openStore();
        QVERIFY(store);
        const auto jobs = store->list();
        QVERIFY(jobs.isOk());
        for (const auto &job : jobs.value()) {
            QVERIFY2(job.state == JobState::Finished || job.state == JobState::Interrupted,
                     qPrintable(nameOf(job.state)));
            listed << job.id;
            if (job.state != JobState::Finished)
                continue;
            // Whole, or its damage is told.
            const QString damage = Test::damageOf(job);
            QVERIFY2(damage.isEmpty() == Test::predictTheSame(job, m_undisturbed), qPrintable(damage));
        }
        if (mayLose && listed.size() < 2)
            QVERIFY(!store->notices().isEmpty());
        else
            QVERIFY2(listed.contains(m_finished) && listed.contains(m_killed), qPrintable(listed.join(u' ')));
    }
    for (const auto &id : listed)
        goOn(id);
    if (listed.size() == 2) // all is good again
        QVERIFY(m_program->openStore()->notices().isEmpty());
}

void TestPowerLoss::goOn(const QString &id)
{
    if (m_program->openStore()->find(id).value().state == JobState::Finished)
        return;
    QVERIFY2(m_program->run(ProgramFixture::resumeArguments(id)) == 0, qPrintable(m_program->output()));
    const auto resumed = m_program->openStore()->find(id).value();
    QCOMPARE(Test::damageOf(resumed), QString());
    QVERIFY(Test::predictTheSame(resumed, m_undisturbed));
}

void TestPowerLoss::aLostFolderOfAJobOpensTheLibrary()
{
    QVERIFY(QDir(m_program->library() + QLatin1Char('/') + m_killed).removeRecursively());
    check(false);
}

/// Below the library, newest first.
QStringList TestPowerLoss::newestFiles() const
{
    QFileInfoList files;
    QDirIterator all(m_base, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << QFileInfo(all.next());
    std::ranges::sort(files,
                      [](const auto &a, const auto &b) { return a.lastModified() > b.lastModified(); });
    QStringList names;
    for (const auto &file : files)
        names << QDir(m_base + QStringLiteral("/jobs")).relativeFilePath(file.filePath());
    return names;
}

void TestPowerLoss::manyCutFiles()
{
    const QStringList files = newestFiles();
    std::mt19937 random(5);
    for (int k = 0; k < inForm(2, 150) && !QTest::currentTestFailed(); ++k) {
        init();
        QStringList done;
        for (unsigned n = 1 + random() % 5; n > 0; --n) {
            const QString file = files[int(random() % unsigned(files.size()))];
            const double share = random() % 3 == 0 ? 0 : double(random()) / double(std::mt19937::max());
            if (file.endsWith(QStringLiteral("-shm")) || !cut(file, share))
                continue;
            done << QStringLiteral("%1 to %2").arg(file).arg(share);
        }
        check(true);
        if (QTest::currentTestFailed())
            qInfo("cut: %s", qPrintable(done.join(QStringLiteral(", "))));
    }
}

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
