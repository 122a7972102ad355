// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli jobs trim: what it says, and that a kill at any moment leaves every result whole, and every
// unfinished job such that it can be resumed.
#include "core/pipeline/jobworker.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"
#include "tests/support/longform.h"
#include "tests/support/testmodel.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <random>
#include <vector>

class TestTrimKills : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QByteArray m_output;

    /// The exit status; killed after so many milliseconds where that is not negative.
    int run(const QStringList &arguments, int killAfter = -1)
    {
        QProcess cli;
        cli.start(QStringLiteral(WB_CLI), arguments);
        if (killAfter >= 0) {
            cli.waitForStarted();
            QThread::msleep(unsigned(killAfter));
            cli.kill();
        }
        cli.waitForFinished(60000);
        m_output = cli.readAllStandardOutput() + cli.readAllStandardError();
        return cli.exitStatus() == QProcess::NormalExit ? cli.exitCode() : -1;
    }
    QString library() const { return m_home.filePath(QStringLiteral("jobs")); }
    bool isTrimming(const QString &id, qint64 process) const;
    bool killWhileTrimming(const QStringList &trim, const QString &id, int microseconds);
    QString newestJob();
    bool isTrimmed(const QString &id) const;
    std::vector<float> distances(const QString &id) const;
    bool leaveUnfinished(const QString &id, const WhiteBox::JobResult &draft);
    QJsonObject json() const { return QJsonDocument::fromJson(m_output).object(); }

private Q_SLOTS:
    void initTestCase();
    void theNeedsAreTold();
    void theListTellsSizesAndTrimmingWins();
    void killsLeaveEveryResultWhole();
    void killsLeaveUnfinishedJobsResumable();
    void whatUnfinishedJobsLeftCountsFirst();
};

void TestTrimKills::initTestCase()
{
    qputenv("WHITEBOX_HOME", m_home.path().toUtf8());
    qputenv("WHITEBOX_MODEL", WhiteBox::Test::writeTestModel(m_home.path()).toUtf8());
    std::mt19937 random(8);
    const QByteArray letters = "ACDEFGHIKLMNPQRSTVWY";
    QFile alignment(m_home.filePath(QStringLiteral("a.aln")));
    QVERIFY(alignment.open(QIODevice::WriteOnly));
    for (int n = 0; n < 30; ++n) {
        for (int i = 0; i < 80; ++i)
            alignment.write(n > 0 && i == n ? QByteArray("-") : letters.mid(int(random() % 20), 1));
        alignment.write("\n");
    }
}

void TestTrimKills::theNeedsAreTold()
{
    const QString alignment = m_home.filePath(QStringLiteral("a.aln"));
    QCOMPARE(run({QStringLiteral("run"), QStringLiteral("--dry-run"), alignment}), 0);
    QVERIFY2(m_output.contains("needs about") && m_output.contains("MB of disk"), m_output);
    QCOMPARE(run({QStringLiteral("jobs")}), 0);
    QVERIFY2(m_output.isEmpty(), m_output); // none was run
    QCOMPARE(run({QStringLiteral("run"), alignment, QStringLiteral("-t"), QStringLiteral("1")}), 0);
    QVERIFY2(m_output.contains("needs about"), m_output);
}

void TestTrimKills::theListTellsSizesAndTrimmingWins()
{
    QCOMPARE(run({QStringLiteral("jobs"), QStringLiteral("--size")}), 0);
    QVERIFY2(m_output.contains(" in all"), m_output);
    QCOMPARE(run({QStringLiteral("--json"), QStringLiteral("jobs"), QStringLiteral("trim"),
                  QStringLiteral("--newest"), QStringLiteral("0"), QStringLiteral("--dry-run")}),
             0);
    const QJsonArray planned = json()[QStringLiteral("trimmed")].toArray();
    QCOMPARE(planned.size(), 1);
    QVERIFY(json()[QStringLiteral("bytesWon")].toDouble() >= 80 * 79 / 2 * 441 * 4);
    QCOMPARE(run({QStringLiteral("jobs"), QStringLiteral("trim")}), 1); // of what?
    QCOMPARE(run({QStringLiteral("jobs"), QStringLiteral("trim"), QStringLiteral("--newest"),
                  QStringLiteral("5")}),
             0);
    QVERIFY2(m_output.startsWith("won 0"), m_output);
}

/// Whether the lock of trimming is the process's: if it is dead, it died in there.
bool TestTrimKills::isTrimming(const QString &id, qint64 process) const
{
    QFile lock(QDir(library()).filePath(id + QStringLiteral("/trim.lock")));
    return lock.open(QIODevice::ReadOnly) && lock.readLine().trimmed() == QByteArray::number(process);
}

/// Kills it so long after it began to trim; whether it had not ended before.
bool TestTrimKills::killWhileTrimming(const QStringList &trim, const QString &id, int microseconds)
{
    QProcess cli;
    cli.start(QStringLiteral(WB_CLI), trim);
    cli.waitForStarted();
    const qint64 process = cli.processId();
    while (!isTrimming(id, process))
        if (cli.waitForFinished(1))
            return false;
    QThread::usleep(unsigned(microseconds));
    cli.kill();
    cli.waitForFinished(60000);
    return isTrimming(id, process);
}

QString TestTrimKills::newestJob()
{
    run({QStringLiteral("--json"), QStringLiteral("jobs")});
    return json()[QStringLiteral("jobs")].toArray().first().toObject()[QStringLiteral("id")].toString();
}

bool TestTrimKills::isTrimmed(const QString &id) const
{
    const auto store = WhiteBox::JobStore::open(library());
    const auto job = store.isOk() ? store.value()->find(id) : store.error();
    return job.isOk() && job.value().trimmed;
}

/// As a cancelled job leaves its folder: its draft with couplings, and a checkpoint.
bool TestTrimKills::leaveUnfinished(const QString &id, const WhiteBox::JobResult &draft)
{
    const auto store = WhiteBox::JobStore::open(library());
    const QDir folder(store.value()->jobFolder(id));
    QFile::remove(folder.filePath(QStringLiteral("result.h5")));
    QFile checkpoint(folder.filePath(WhiteBox::kCheckpointFile));
    const QByteArray state(1 << 20, 'x');
    if (!checkpoint.open(QIODevice::WriteOnly) || checkpoint.write(state) != state.size() ||
        !WhiteBox::saveResult(draft, folder.filePath(WhiteBox::kDraftFile)).isOk())
        return false;
    const auto left = store.value()->change(id, [](WhiteBox::JobRecord &job) {
        job.state = WhiteBox::JobState::Cancelled;
        job.resultPath.clear();
        job.checksum.clear();
        return WhiteBox::Result<void>();
    });
    return left.isOk();
}

/// Those of the stored result; none where it is damaged.
std::vector<float> TestTrimKills::distances(const QString &id) const
{
    const auto store = WhiteBox::JobStore::open(library());
    if (!store.isOk())
        return {};
    const auto job = store.value()->find(id);
    if (!job.isOk())
        return {};
    const auto result = WhiteBox::loadStoredResult(job.value());
    if (!result.isOk() || !result.value().predicted)
        return {};
    const auto &values = result.value().predicted->values();
    return {values.begin(), values.end()};
}

void TestTrimKills::killsLeaveEveryResultWhole()
{
    const QString id = newestJob();
    std::mt19937 random(4);
    const std::vector<float> undisturbed = distances(id);
    QVERIFY(!undisturbed.empty());
    const QStringList trim{QStringLiteral("jobs"), QStringLiteral("trim"), id};
    int trimmed = 0;
    int within = 0;
    for (int n = 0; n < WhiteBox::Test::inForm(12, 400); ++n) {
        // At any moment, and every other time as soon as it trims or a little later.
        if (n % 2 == 0)
            within += killWhileTrimming(trim, id, n % 4 == 0 ? 0 : int(random() % 20000)) ? 1 : 0;
        else
            run(trim, int(random() % 700));
        QVERIFY(distances(id) == undisturbed);
        QCOMPARE(run({QStringLiteral("--json"), QStringLiteral("jobs"), QStringLiteral("show"), id}), 0);
        if (!isTrimmed(id))
            continue;
        ++trimmed;
        QVERIFY2(run({QStringLiteral("jobs"), QStringLiteral("resume"), id}) == 0, m_output);
        QVERIFY(distances(id) == undisturbed);
    }
    qInfo("trimmed to the end %d times, killed while it trimmed %d times", trimmed, within);
    QVERIFY(within > 0 || !WhiteBox::Test::isLongForm()); // of a few none may have been in time
    // After all of that it is trimmed as one that nobody disturbed.
    QVERIFY2(run(trim) == 0, m_output);
    QVERIFY(isTrimmed(id) && distances(id) == undisturbed);
    QVERIFY2(run({QStringLiteral("jobs"), QStringLiteral("resume"), id}) == 0, m_output);
    QVERIFY(!isTrimmed(id) && distances(id) == undisturbed);
}

void TestTrimKills::killsLeaveUnfinishedJobsResumable()
{
    const QString id = newestJob();
    const std::vector<float> undisturbed = distances(id);
    const auto record = WhiteBox::JobStore::open(library()).value()->find(id).value();
    const WhiteBox::JobResult draft = WhiteBox::loadStoredResult(record).value();
    QVERIFY(draft.couplings && leaveUnfinished(id, draft));
    // Only where it is asked for.
    QCOMPARE(run({QStringLiteral("jobs"), QStringLiteral("trim"), QStringLiteral("--newest"),
                  QStringLiteral("0"), QStringLiteral("--dry-run")}),
             0);
    QVERIFY2(!m_output.contains(id.toUtf8()), m_output);
    QCOMPARE(run({QStringLiteral("jobs"), QStringLiteral("trim"), QStringLiteral("--unfinished"),
                  QStringLiteral("--dry-run")}),
             0);
    QVERIFY2(m_output.contains(id.toUtf8()), m_output);
    const QStringList finished{QStringLiteral("jobs"), QStringLiteral("trim"), id};
    for (const QStringList &each : {finished, finished + QStringList{QStringLiteral("--dry-run")}}) {
        QCOMPARE(run(each), 1);
        QVERIFY2(m_output.contains("it is cancelled") && m_output.contains("--unfinished"), m_output);
    }
    QVERIFY(QFile::exists(QDir(library()).filePath(id + QLatin1Char('/') + WhiteBox::kCheckpointFile)));
    const QStringList trim = finished + QStringList{QStringLiteral("--unfinished")};
    std::mt19937 random(6);
    int trimmed = 0;
    int within = 0;
    for (int n = 0; n < WhiteBox::Test::inForm(12, 200); ++n) {
        QVERIFY(leaveUnfinished(id, draft));
        if (n % 2 == 0)
            within += killWhileTrimming(trim, id, n % 4 == 0 ? 0 : int(random() % 20000)) ? 1 : 0;
        else
            run(trim, int(random() % 400));
        const QDir folder(QDir(library()).filePath(id));
        const auto left = WhiteBox::loadResult(folder.filePath(WhiteBox::kDraftFile));
        QVERIFY2(left.isOk(), left.isOk() ? "" : qPrintable(left.error().text()));
        QCOMPARE(left.value().alignment->rows(), draft.alignment->rows());
        trimmed += left.value().couplings ? 0 : 1;
        // What a kill left of the checkpoint is none of this fit: only a whole trimming takes it away.
        QFile::remove(folder.filePath(WhiteBox::kCheckpointFile));
        QVERIFY2(run({QStringLiteral("jobs"), QStringLiteral("resume"), id}) == 0, m_output);
        QVERIFY(distances(id) == undisturbed);
    }
    qInfo("couplings taken out %d times, killed while it trimmed %d times", trimmed, within);
    QVERIFY(within > 0 || !WhiteBox::Test::isLongForm());
    // And one that nobody disturbed.
    QVERIFY(leaveUnfinished(id, draft));
    QVERIFY2(run(trim) == 0, m_output);
    const QDir folder(QDir(library()).filePath(id));
    const auto left = WhiteBox::loadResult(folder.filePath(WhiteBox::kDraftFile));
    QVERIFY(left.isOk() && left.value().alignment && !left.value().couplings);
    QVERIFY(!folder.exists(WhiteBox::kCheckpointFile));
    QVERIFY2(run({QStringLiteral("jobs"), QStringLiteral("resume"), id}) == 0, m_output);
    QVERIFY(distances(id) == undisturbed);
}

// Where what they left is enough to reach a size, the finished job keeps its couplings.
void TestTrimKills::whatUnfinishedJobsLeftCountsFirst()
{
    const QString finished = newestJob();
    QVERIFY2(run({QStringLiteral("run"), QStringLiteral("--again"), m_home.filePath(QStringLiteral("a.aln")),
                  QStringLiteral("-t"), QStringLiteral("1")}) == 0,
             m_output);
    const QString left = newestJob();
    QVERIFY(left != finished);
    const auto record = WhiteBox::JobStore::open(library()).value()->find(left).value();
    QVERIFY(leaveUnfinished(left, WhiteBox::loadStoredResult(record).value()));
    QFile checkpoint(QDir(library()).filePath(left + QLatin1Char('/') + WhiteBox::kCheckpointFile));
    QVERIFY(checkpoint.resize(2000000000)); // of zeros that take no room
    const QStringList trim{QStringLiteral("--json"), QStringLiteral("jobs"),
                           QStringLiteral("trim"),   QStringLiteral("--gigabytes"),
                           QStringLiteral("1"),      QStringLiteral("--dry-run")};
    const auto ids = [&](const QStringList &arguments) {
        run(arguments);
        QStringList trimmed;
        for (const auto &each : json()[QStringLiteral("trimmed")].toArray())
            trimmed << each.toObject()[QStringLiteral("id")].toString();
        return trimmed;
    };
    QCOMPARE(ids(trim), QStringList(finished));
    QCOMPARE(ids(trim + QStringList{QStringLiteral("--unfinished")}), QStringList(left));
}

QTEST_GUILESS_MAIN(TestTrimKills)
#include "tst_trimkills.moc"
