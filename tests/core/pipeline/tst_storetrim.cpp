// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobneeds.h"
#include "core/pipeline/jobworker.h"
#include "core/pipeline/storetrim.h"
#include "core/store/orphanedjob.h"
#include "core/store/resultfile.h"
#include "core/store/storesize.h"
#include "tests/core/pipeline/jobfixture.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QSignalSpy>

#include <random>

using namespace WhiteBox;
using Test::kQuery;

class TestStoreTrim : public Test::JobFixture
{
    Q_OBJECT

    /// Finished from an alignment, so that each has couplings of its own.
    QString finishedJob(int rows)
    {
        const QString id = submitted(alignmentInput(rows, kQuery));
        return QTest::qWaitFor([&] { return finished(id); }, 20000) ? id : QString();
    }
    JobRecord recordOf(const QString &id) const { return m_store->find(id).value(); }
    QStringList planned(const Retention &retention, const QStringList &spared = {},
                        const QDateTime &now = QDateTime::currentDateTimeUtc()) const
    {
        QStringList ids;
        const auto plan = planTrim(*m_store, retention, spared, now);
        for (const TrimItem &item : plan.value().finished)
            ids << item.id;
        return ids;
    }

    std::vector<TrimItem> leftovers() const { return planTrim(*m_store, {}).value().unfinished; }

    /// As a job is left that was cancelled after its couplings; with a checkpoint that another one left.
    void leaveUnfinished(const QString &id)
    {
        auto draft = loadStoredResult(recordOf(id)).value();
        draft.predicted.reset();
        const QDir folder(m_store->jobFolder(id));
        QVERIFY(saveResult(draft, folder.filePath(kDraftFile)).isOk());
        QVERIFY(QFile::remove(m_store->resultPath(id)));
        for (const QString &name : {kCheckpointFile, QStringLiteral("ccmpred.raw"),
                                    QStringLiteral("search.sto"), QStringLiteral("draft.h5.part")}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
        }
        JobRecord job = recordOf(id);
        job.state = JobState::Cancelled;
        job.resultPath.clear();
        job.checksum.clear();
        QVERIFY(m_store->update(job).isOk());
    }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void trimmingKeepsAllButTheCouplings();
    void trimmedCouplingsAreComputedAgain();
    void aCancelledRecomputationLeavesTheTrimmedResult();
    void anEndedRecomputationLeavesTheTrimmedResult();
    void aNewResultWithoutItsRecordIsTakenOver();
    void aKillBetweenTheStepsHarmsNothing();
    void whatCannotBeComputedAgainStays();
    void unfinishedJobsKeepWhatTheirSearchesFound();
    void whatAnUnfinishedJobNeedsStays();
    void whatWasAgreedToIsTrimmedOnly();
    void aKilledRecomputationLeavesNothingForEver();
    void aDeepAlignmentIsNotTakenForCouplings();
    void trimmingAndResumingKeepOutOfEachOthersWay();
    void whatCannotBeDeletedIsTold();
    void retentionsChoose();
    void aSizeIsReachedSoonerWithMoreWon();
    void needsAreKnownAndRefusedWithoutRoom();
};

void TestStoreTrim::trimmingKeepsAllButTheCouplings()
{
    const QString id = submitted(sequenceInput());
    QTRY_VERIFY(finished(id));
    const auto before = m_heard.results[id];
    const qint64 bytes = folderSize(m_store->jobFolder(id));
    const auto trimmed = trimJob(*m_store, id);
    QVERIFY2(trimmed.isOk(), "");
    QVERIFY(trimmed.value().trimmed && recordOf(id).trimmed);
    QCOMPARE(recordOf(id).state, JobState::Finished);
    QVERIFY(folderSize(m_store->jobFolder(id)) < bytes - 30 * 29 / 2 * 441 * 4 + 20000);
    const auto after = loadStoredResult(recordOf(id));
    QVERIFY(after.isOk());
    QVERIFY(!after.value().couplings);
    QVERIFY(std::ranges::equal(after.value().predicted->values(), before->predicted->values()));
    QCOMPARE(after.value().alignment->rows(), before->alignment->rows());
    QCOMPARE(after.value().couplingScore, before->couplingScore);
    QCOMPARE(filesOf(id), (QStringList{QStringLiteral("job.json"), QStringLiteral("result.h5")}));
    QVERIFY(!trimJob(*m_store, id).isOk()); // twice wins nothing
    // A rebuilt library knows it too.
    m_runner.reset();
    m_store.reset();
    QVERIFY(QFile::remove(path("jobs/jobs.sqlite")));
    startRunner();
    QVERIFY(recordOf(id).trimmed && loadStoredResult(recordOf(id)).isOk());
}

void TestStoreTrim::trimmedCouplingsAreComputedAgain()
{
    const QString id = finishedJob(40);
    const auto before = m_heard.results[id];
    QVERIFY(trimJob(*m_store, id).isOk());
    m_heard.results.clear();
    m_runner->resume(id);
    QTRY_VERIFY_WITH_TIMEOUT(finished(id), 20000);
    const auto after = m_heard.results[id];
    QVERIFY(std::ranges::equal(after->couplings->values(), before->couplings->values())); // to the bit
    QVERIFY(std::ranges::equal(after->predicted->values(), before->predicted->values()));
    QVERIFY(!recordOf(id).trimmed);
    QVERIFY(loadStoredResult(recordOf(id)).value().couplings);
}

void TestStoreTrim::aCancelledRecomputationLeavesTheTrimmedResult()
{
    const QString id = finishedJob(4000); // long enough to be cancelled in the middle
    const auto before = trimJob(*m_store, id).value();
    m_runner->resume(id);
    m_runner->cancel(id);
    QTRY_VERIFY(m_runner->activeJobs().isEmpty());
    QTRY_COMPARE(toJson(recordOf(id)), toJson(before));
    QVERIFY(loadStoredResult(recordOf(id)).isOk());
    // In the middle of it, too.
    QSignalSpy changed(m_runner.get(), &JobRunner::jobChanged);
    m_runner->resume(id);
    QTRY_VERIFY(!changed.isEmpty());
    m_runner->cancel(id);
    QTRY_VERIFY(m_runner->activeJobs().isEmpty());
    QTRY_COMPARE(toJson(recordOf(id)), toJson(before));
    QVERIFY(loadStoredResult(recordOf(id)).isOk());
}

// The program is closed, or killed, while couplings are computed again.
void TestStoreTrim::anEndedRecomputationLeavesTheTrimmedResult()
{
    const QString id = finishedJob(40);
    QVERIFY(trimJob(*m_store, id).isOk());
    QSignalSpy changed(m_runner.get(), &JobRunner::jobChanged);
    m_runner->resume(id);
    QTRY_VERIFY(!changed.isEmpty());
    const JobRecord running = recordOf(id); // as a kill would leave it
    m_runner.reset();
    QVERIFY(recordOf(id).state == JobState::Finished);
    QVERIFY(loadStoredResult(recordOf(id)).isOk());
    JobRecord killed = running;
    QVERIFY(killed.isActive() && killed.trimmed);
    settleOrphan(killed);
    QCOMPARE(killed.state, JobState::Finished);
    QVERIFY(loadStoredResult(killed).isOk());
}

void TestStoreTrim::aNewResultWithoutItsRecordIsTakenOver()
{
    const QString id = finishedJob(40);
    const QString whole = path("whole.h5");
    QVERIFY(QFile::copy(m_store->resultPath(id), whole));
    JobRecord job = trimJob(*m_store, id).value();
    QVERIFY(QFile::remove(job.resultPath) && QFile::rename(whole, job.resultPath));
    QVERIFY(!loadStoredResult(job).isOk());
    job.state = JobState::Running;
    settleOrphan(job);
    QCOMPARE(job.state, JobState::Finished);
    QVERIFY(!job.trimmed);
    QVERIFY(loadStoredResult(job).value().couplings);
    // A damaged file is no new result.
    QFile file(job.resultPath);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
    file.close();
    job.trimmed = true;
    settleOrphan(job);
    QVERIFY(!loadStoredResult(job).isOk());
}

void TestStoreTrim::aKillBetweenTheStepsHarmsNothing()
{
    const QString id = finishedJob(40);
    // As a kill after the announcement and after the exchange would leave it.
    auto result = loadStoredResult(recordOf(id)).value();
    result.couplings.reset();
    const QString next = path("next.h5");
    QVERIFY(saveResult(result, next).isOk());
    const QString checksum = fileChecksum(next).value();
    QVERIFY(m_store
                ->change(id,
                         [&](JobRecord &job) {
                             job.trimmedChecksum = checksum;
                             return Result<void>();
                         })
                .isOk());
    QVERIFY(loadStoredResult(recordOf(id)).value().couplings);
    QVERIFY(QFile::remove(m_store->resultPath(id)) && QFile::rename(next, m_store->resultPath(id)));
    QVERIFY(loadStoredResult(recordOf(id)).isOk());
    // And it is mended by the next trimming.
    QVERIFY(trimJob(*m_store, id).isOk());
    QVERIFY(loadStoredResult(recordOf(id)).isOk() && recordOf(id).trimmedChecksum.isEmpty());
    // Any other file is still damage.
    QFile file(m_store->resultPath(id));
    QVERIFY(file.open(QIODevice::Append) && file.write("x") == 1);
    file.close();
    QVERIFY(!loadStoredResult(recordOf(id)).isOk());
}

void TestStoreTrim::whatCannotBeComputedAgainStays()
{
    JobInput input;
    input.kind = InputKind::Couplings;
    input.query = {QStringLiteral("q"), {}, kQuery};
    input.couplings = std::make_shared<CouplingTensor>(30);
    const QString given = submitted(input);
    QTRY_VERIFY(finished(given));
    QVERIFY(planned({Retention::Keep::Newest, 0}).isEmpty());
    QVERIFY(!trimJob(*m_store, given).isOk());
    QVERIFY(loadStoredResult(recordOf(given)).value().couplings);
    // A job that another program runs, and one that another program trims.
    const QString id = finishedJob(40);
    JobRecord running = recordOf(id);
    running.state = JobState::Running;
    QVERIFY(m_store->update(running).isOk());
    QVERIFY(planned({Retention::Keep::Newest, 0}).isEmpty());
    QVERIFY(!trimJob(*m_store, id).isOk());
    running.state = JobState::Finished;
    QVERIFY(m_store->update(running).isOk());
    QLockFile lock(m_store->jobFolder(id) + QStringLiteral("/trim.lock"));
    QVERIFY(lock.tryLock(0));
    QVERIFY(!trimJob(*m_store, id).isOk());
    lock.unlock();
    QVERIFY(trimJob(*m_store, id).isOk());
}

void TestStoreTrim::unfinishedJobsKeepWhatTheirSearchesFound()
{
    const QString id = finishedJob(40);
    const auto before = m_heard.results[id];
    leaveUnfinished(id);
    QVERIFY(planned({Retention::Keep::Newest, 0}).isEmpty()); // no retention takes it
    const auto left = leftovers();
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left[0].bytes, 30 * 29 / 2 * 441 * 4 + 4 * 5000);
    const qint64 bytes = folderSize(m_store->jobFolder(id));
    const auto trimmed = trimJob(*m_store, id, TrimKind::Unfinished);
    QVERIFY2(trimmed.isOk(), trimmed.isOk() ? "" : qPrintable(trimmed.error().text()));
    QCOMPARE(trimmed.value().state, JobState::Cancelled);
    QCOMPARE(filesOf(id), (QStringList{QStringLiteral("draft.h5"), QStringLiteral("job.json")}));
    QVERIFY(folderSize(m_store->jobFolder(id)) < bytes - left[0].bytes + 20000);
    QVERIFY(leftovers().empty());
    QVERIFY(!trimJob(*m_store, id, TrimKind::Unfinished).isOk()); // twice wins nothing
    m_heard.results.clear();
    m_runner->resume(id);
    QTRY_VERIFY_WITH_TIMEOUT(finished(id), 20000);
    QCOMPARE(searches(), 0);
    QVERIFY(std::ranges::equal(m_heard.results[id]->couplings->values(), before->couplings->values()));
    QVERIFY(leftovers().empty());
}

void TestStoreTrim::whatAnUnfinishedJobNeedsStays()
{
    // Found, but not read yet.
    const QString id = finishedJob(40);
    leaveUnfinished(id);
    JobRecord job = recordOf(id);
    job.stage = JobStage::Alignment;
    job.request = {};
    QVERIFY(m_store->update(job).isOk());
    QVERIFY(trimJob(*m_store, id, TrimKind::Unfinished).isOk());
    QVERIFY(filesOf(id).contains(QStringLiteral("search.sto")));
    // Given, and not computed.
    JobInput input;
    input.kind = InputKind::Couplings;
    input.query = {QStringLiteral("q"), {}, kQuery};
    input.couplings = std::make_shared<CouplingTensor>(30);
    const QString given = submitted(input);
    QTRY_VERIFY(finished(given));
    leaveUnfinished(given);
    QVERIFY(!trimJob(*m_store, given, TrimKind::Unfinished).isOk());
    // Of a job that runs.
    job = recordOf(id);
    job.state = JobState::Running;
    QVERIFY(m_store->update(job).isOk());
    QVERIFY(leftovers().empty());
    QVERIFY(!trimJob(*m_store, id, TrimKind::Unfinished).isOk());
    // A damaged draft is left to who looks at it.
    job.state = JobState::Failed;
    QVERIFY(m_store->update(job).isOk());
    QFile draft(m_store->jobFolder(id) + QLatin1Char('/') + kDraftFile);
    QVERIFY(draft.open(QIODevice::WriteOnly) && draft.write(QByteArray(2000000, 'x')) == 2000000);
    draft.close();
    QVERIFY(!trimJob(*m_store, id, TrimKind::Unfinished).isOk());
    QCOMPARE(draft.size(), 2000000);
}

// Between the plan and the trimming, another program may resume a job and finish it.
void TestStoreTrim::whatWasAgreedToIsTrimmedOnly()
{
    const QString id = finishedJob(40);
    leaveUnfinished(id);
    const TrimItem leftover = leftovers().at(0);
    QCOMPARE(int(leftover.kind), int(TrimKind::Unfinished));
    QVERIFY(!trimJob(*m_store, id, TrimKind::Finished).isOk());
    QVERIFY(filesOf(id).contains(kCheckpointFile));
    m_heard.results.clear();
    m_runner->resume(id);
    QTRY_VERIFY_WITH_TIMEOUT(finished(id), 20000);
    const auto trimmed = trimJob(*m_store, id, leftover.kind);
    QVERIFY(!trimmed.isOk());
    QVERIFY2(trimmed.error().why.contains(QStringLiteral("another program has changed it")),
             qPrintable(trimmed.error().text()));
    QVERIFY(!recordOf(id).trimmed && loadStoredResult(recordOf(id)).value().couplings);
    const TrimItem result = planTrim(*m_store, {Retention::Keep::Newest, 0}).value().finished.at(0);
    QCOMPARE(int(result.kind), int(TrimKind::Finished));
    QVERIFY(trimJob(*m_store, id, result.kind).isOk());
}

void TestStoreTrim::aKilledRecomputationLeavesNothingForEver()
{
    const QString id = finishedJob(40);
    const auto before = m_heard.results[id];
    QVERIFY(trimJob(*m_store, id).isOk());
    QVERIFY(leftovers().empty());
    JobResult draft = *before; // its couplings were done, its distances not
    draft.predicted.reset();
    const QString path = m_store->jobFolder(id) + QLatin1Char('/') + kDraftFile;
    QVERIFY(saveResult(draft, path).isOk());
    JobRecord killed = recordOf(id);
    killed.state = JobState::Running;
    killed.stage = JobStage::Prediction;
    settleOrphan(killed);
    QVERIFY(m_store->update(killed).isOk());
    const auto left = leftovers();
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left[0].bytes, QFileInfo(path).size());
    QVERIFY(trimJob(*m_store, id, TrimKind::Unfinished).isOk());
    QCOMPARE(filesOf(id), (QStringList{QStringLiteral("job.json"), QStringLiteral("result.h5")}));
    QVERIFY(recordOf(id).trimmed && loadStoredResult(recordOf(id)).isOk());
    QVERIFY(leftovers().empty());
    m_heard.results.clear();
    m_runner->resume(id);
    QTRY_VERIFY_WITH_TIMEOUT(finished(id), 20000);
    QVERIFY(std::ranges::equal(m_heard.results[id]->couplings->values(), before->couplings->values()));
}

void TestStoreTrim::aDeepAlignmentIsNotTakenForCouplings()
{
    const QString id = finishedJob(40);
    leaveUnfinished(id);
    const QString path = m_store->jobFolder(id) + QLatin1Char('/') + kDraftFile;
    JobResult draft = loadResult(path).value();
    const int rows = 2 * 30 * 29 / 2 * 441 * 4 / 30; // packed, still larger than the couplings of 30 residues
    std::vector<std::uint8_t> states(std::size_t(30 * rows));
    std::mt19937 random(1);
    std::ranges::generate(states, [&] { return std::uint8_t(random() % 21); });
    draft.couplings.reset();
    draft.couplingScore.clear();
    draft.alignment = std::make_shared<const Alignment>(30, std::move(states));
    QVERIFY(saveResult(draft, path).isOk());
    QVERIFY(QFileInfo(path).size() >= 30 * 29 / 2 * 441 * 4);
    QCOMPARE(leftovers().at(0).bytes, 4 * 5000);
    QVERIFY(trimJob(*m_store, id, TrimKind::Unfinished).isOk());
    QVERIFY(leftovers().empty());
    QCOMPARE(loadResult(path).value().alignment->rows(), rows);
}

// A resumed job's draft is written while its record is not active yet.
void TestStoreTrim::trimmingAndResumingKeepOutOfEachOthersWay()
{
    const QString id = finishedJob(40);
    leaveUnfinished(id);
    QLockFile trimming(m_store->jobFolder(id) + QStringLiteral("/trim.lock"));
    QVERIFY(trimming.tryLock(0));
    m_runner->resume(id);
    QTRY_VERIFY_WITH_TIMEOUT(m_heard.errors.count(id) == 1, 20000);
    const Error error = m_heard.errors[id];
    QVERIFY2(error.why.contains(QStringLiteral("being trimmed")), qPrintable(error.text()));
    QVERIFY2(error.remedy.contains(QStringLiteral("in a moment")), qPrintable(error.text()));
    QCOMPARE(recordOf(id).state, JobState::Cancelled);
    trimming.unlock();
    m_heard = {};
    m_runner->resume(id);
    QTRY_VERIFY_WITH_TIMEOUT(finished(id), 20000);
    // The other way round: one whose draft is made anew, while its jackhmmer takes its time to answer.
    const QString searched = submitted(sequenceInput());
    QTRY_VERIFY_WITH_TIMEOUT(finished(searched), 20000);
    leaveUnfinished(searched);
    QVERIFY(QFile::remove(m_store->jobFolder(searched) + QLatin1Char('/') + kDraftFile));
    QVERIFY(QFile::rename(path("jackhmmer"), path("jackhmmer-real")));
    write("jackhmmer", "#!/bin/sh\ncd '" + m_dir->path().toUtf8() +
                           "'\nwhile [ ! -e go ]; do sleep 0.1; done\nexec ./jackhmmer-real \"$@\"\n");
    m_heard = {};
    m_runner->resume(searched);
    QTRY_VERIFY_WITH_TIMEOUT(filesOf(searched).contains(kDraftFile), 20000);
    const auto trimmed = trimJob(*m_store, searched, TrimKind::Unfinished);
    QVERIFY(!trimmed.isOk());
    QVERIFY2(trimmed.error().why.contains(QStringLiteral("or resumed")), qPrintable(trimmed.error().text()));
    QVERIFY(filesOf(searched).contains(kCheckpointFile));
    write("go", {});
    QTRY_VERIFY_WITH_TIMEOUT(finished(searched), 20000);
}

void TestStoreTrim::whatCannotBeDeletedIsTold()
{
    const QString id = finishedJob(40);
    leaveUnfinished(id);
    const QString kept = m_store->jobFolder(id) + QStringLiteral("/ccmpred.raw");
    if (QProcess::execute(QStringLiteral("chattr"), {QStringLiteral("+i"), kept}) != 0)
        QSKIP("only root may make a file that cannot be deleted, and not on every file system");
    const auto trimmed = trimJob(*m_store, id, TrimKind::Unfinished);
    QProcess::execute(QStringLiteral("chattr"), {QStringLiteral("-i"), kept});
    QVERIFY(!trimmed.isOk());
    QCOMPARE(int(trimmed.error().kind), int(ErrorKind::Io));
    QCOMPARE(trimmed.error().file, kept);
    QVERIFY(trimJob(*m_store, id, TrimKind::Unfinished).isOk());
    QVERIFY(!QFile::exists(kept));
    // Nothing left: of a job without a result nothing is said of its result.
    const auto twice = trimJob(*m_store, id, TrimKind::Unfinished);
    QVERIFY2(!twice.isOk() && !twice.error().remedy.contains(QStringLiteral("result")),
             qPrintable(twice.error().text()));
}

void TestStoreTrim::retentionsChoose()
{
    QStringList ids;
    for (int n = 0; n < 3; ++n) {
        ids << finishedJob(40 + n);
        JobRecord record = recordOf(ids.last());
        record.finished = QDateTime::currentDateTimeUtc().addDays(10 * n - 30);
        QVERIFY(m_store->update(record).isOk());
    }
    QVERIFY(planned({Retention::Keep::Always, 0}).isEmpty());
    QCOMPARE(planned({Retention::Keep::Days, 15}), ids.mid(0, 2)); // oldest first
    QCOMPARE(planned({Retention::Keep::Newest, 1}), ids.mid(0, 2));
    QCOMPARE(planned({Retention::Keep::Newest, 1}, {ids[0]}), ids.mid(1, 1));
    QVERIFY(planned({Retention::Keep::Newest, 5}).isEmpty());
    QVERIFY(planned({Retention::Keep::Gigabytes, 1}).isEmpty());
    QCOMPARE(planned({Retention::Keep::Gigabytes, 0}), ids);
    const auto plan = planTrim(*m_store, {Retention::Keep::Newest, 0}).value();
    QVERIFY(bytesOf(plan.finished) > 3 * 30 * 29 / 2 * 441 * 4 - 1 && bytesOf(plan.finished) < plan.stored);
}

void TestStoreTrim::aSizeIsReachedSoonerWithMoreWon()
{
    constexpr qint64 kGigabyte = 1000000000;
    TrimPlan plan;
    plan.retention = {Retention::Keep::Gigabytes, 3};
    plan.stored = 6 * kGigabyte;
    for (int n = 0; n < 4; ++n)
        plan.finished.push_back({QString::number(n), {}, kGigabyte});
    const auto neededBeside = [&](qint64 bytes) {
        plan.unfinished = {{QStringLiteral("left"), {}, bytes, TrimKind::Unfinished}};
        return plan.neededFinished(true);
    };
    QCOMPARE(neededBeside(kGigabyte / 2).size(), std::size_t(3));
    QCOMPARE(neededBeside(kGigabyte).size(), std::size_t(2));
    QCOMPARE(neededBeside(kGigabyte)[1].id, QStringLiteral("1")); // the oldest go first
    QVERIFY(neededBeside(4 * kGigabyte).empty());
    QCOMPARE(plan.chosen(true).size(), std::size_t(1));
    QCOMPARE(plan.chosen(true)[0].id, QStringLiteral("left"));
    QCOMPARE(plan.chosen(false).size(), std::size_t(3)); // what is not said to go wins nothing
    plan.retention = {Retention::Keep::Days, 3};
    QCOMPARE(plan.chosen(true).size(), std::size_t(5));
    QCOMPARE(plan.chosen(false).size(), std::size_t(4));
}

void TestStoreTrim::needsAreKnownAndRefusedWithoutRoom()
{
    JobParameters p;
    p.threads = 1;
    const JobNeeds small = jobNeeds(InputKind::Sequence, 30, 1000, p);
    const double couplings = 30 * 29 / 2 * 441 * 4;
    QVERIFY(small.kept > couplings && small.kept < 1.2 * couplings);
    QVERIFY(small.disk > 2 * small.kept && small.memory > couplings);
    QVERIFY(small.text().contains(QStringLiteral("MB")));
    // What a real job has taken was foretold.
    const QString id = submitted(sequenceInput());
    QTRY_VERIFY(finished(id));
    const auto kept = double(QFileInfo(recordOf(id).resultPath).size());
    QVERIFY2(kept < 1.5 * small.kept + 50000, qPrintable(QString::number(kept)));
    // More couplings than any disk of these days.
    JobInput large = sequenceInput();
    large.query.residues = std::string(2000000, 'A');
    large.kind = InputKind::Couplings;
    const auto room = checkRoom(large, p, m_dir->path());
    QVERIFY(!room.isOk());
    QCOMPARE(int(room.error().kind), int(ErrorKind::Resources));
    QVERIFY2(room.error().why.contains(QStringLiteral("are free")), qPrintable(room.error().why));
    QVERIFY(!room.error().remedy.isEmpty());
}

QTEST_GUILESS_MAIN(TestStoreTrim)
#include "tst_storetrim.moc"
