// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs that are taken up again.
#include "core/store/resultfile.h"
#include "tests/core/pipeline/jobfixture.h"

#include <QEventLoop>
#include <QFile>

using namespace WhiteBox;
using Test::kQuery;

class TestJobResume : public Test::JobFixture
{
    Q_OBJECT

    void shutDownWhileItWaits(const QString &id);
    JobInput withStructure(JobInput input) const;

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void interruptedJobsResumeAfterTheirLastStage();
    void waitingJobsResumeWithAllOfTheirInput();
    void jobsResumeOnlyWithWhatTheyWereSubmittedWith();
    void aFinishedSearchNeedsNoDatabaseToResume();
    void finishedJobsCannotBeResumed();
};

void TestJobResume::interruptedJobsResumeAfterTheirLastStage()
{
    const QString id = submitted(sequenceInput());
    QEventLoop loop;
    connect(m_runner.get(), &JobRunner::jobChanged, &loop, [&](const JobRecord &record) {
        if (record.stage == JobStage::Couplings)
            loop.quit();
    });
    loop.exec();
    // Answers of the worker come through the event loop: the job cannot have gone on.
    m_runner.reset();
    QCOMPARE(stateOf(id), JobState::Interrupted);
    QFile leftover(m_store->jobFolder(id) + QStringLiteral("/result.h5.77.part"));
    QVERIFY(leftover.open(QIODevice::WriteOnly));
    startRunner();
    m_runner->resume(id);
    QTRY_VERIFY(finished(id));
    QCOMPARE(searches(), 1);
    QVERIFY(!m_heard.stages.contains(JobStage::Search) && !m_heard.stages.contains(JobStage::Alignment));
    QVERIFY(filesOf(id).filter(QStringLiteral(".part")).isEmpty());
    const auto resumed = m_heard.results[id];
    // The same as without an interruption.
    const QString whole = submitted(sequenceInput(), true);
    QTRY_VERIFY(finished(whole));
    QVERIFY(std::ranges::equal(m_heard.results[whole]->predicted->values(), resumed->predicted->values()));
}

void TestJobResume::finishedJobsCannotBeResumed()
{
    const QString id = submitted(alignmentInput(20, kQuery));
    QTRY_VERIFY(finished(id));
    m_runner->resume(id);
    QTRY_VERIFY(m_heard.errors.count(id) == 1);
    QCOMPARE(m_heard.errors[id].kind, ErrorKind::InvalidInput);
    QVERIFY(!m_heard.errors[id].why.isEmpty() && !m_heard.errors[id].remedy.isEmpty());
    QCOMPARE(stateOf(id), JobState::Finished);
    m_runner->resume(QStringLiteral("0000"));
    QTRY_VERIFY(m_heard.errors.count(QStringLiteral("0000")) == 1);
    QVERIFY(m_runner->activeJobs().isEmpty());
}

/// Ends the runner while the job is queued or its search sleeps, and starts another.
void TestJobResume::shutDownWhileItWaits(const QString &id)
{
    QVERIFY(queued(id));
    m_runner.reset();
    QCOMPARE(stateOf(id), JobState::Interrupted);
    startRunner();
}

/// The query's own chain, on a line.
JobInput TestJobResume::withStructure(JobInput input) const
{
    Structure chain;
    chain.residues = input.query.residues;
    for (int i = 0; i < chain.length(); ++i) {
        chain.labels.push_back(QString::number(i + 1));
        chain.ca.push_back({3.8 * i, 0, 0});
        chain.cb.push_back({3.8 * i, 1.5, 0});
        chain.secondary.push_back(SecondaryStructure::Coil);
    }
    input.structure = chain;
    return input;
}

void TestJobResume::waitingJobsResumeWithAllOfTheirInput()
{
    JobInput first = sequenceInput();
    first.query.residues[3] = 'W';
    const auto endless = parameters("sleep 600\n");
    m_runner->submit(first, endless);
    const QString alignment = m_runner->submit(alignmentInput(40, kQuery), endless);
    const QString sequence = m_runner->submit(withStructure(sequenceInput()), endless);
    QVERIFY(queued(alignment));
    shutDownWhileItWaits(sequence);
    QCOMPARE(stateOf(alignment), JobState::Interrupted);
    parameters(); // a search that ends
    m_runner->resume(alignment);
    m_runner->resume(sequence);
    QTRY_VERIFY(finished(alignment) || m_heard.errors.count(alignment));
    QVERIFY2(finished(alignment), qPrintable(m_heard.errors[alignment].text()));
    QCOMPARE(m_heard.results[alignment]->alignment->rows(), 40);
    QTRY_VERIFY(finished(sequence));
    QVERIFY(m_heard.results[sequence]->structure.has_value());
    // A sequence whose structure was lost would get the result of another job.
    const QString other = m_runner->submit(withStructure(sequenceInput()), parameters(), true);
    QVERIFY(queued(other));
    m_runner.reset();
    QVERIFY(QFile::remove(m_store->jobFolder(other) + QStringLiteral("/draft.h5")));
    startRunner();
    m_runner->resume(other);
    QTRY_VERIFY(m_heard.errors.count(other) == 1);
    QCOMPARE(stateOf(other), JobState::Interrupted);
}

void TestJobResume::jobsResumeOnlyWithWhatTheyWereSubmittedWith()
{
    const QString id = m_runner->submit(sequenceInput(), parameters("sleep 600\n"));
    shutDownWhileItWaits(id);
    const int before = searches();
    const auto refusal = [&] {
        m_heard.errors.clear();
        m_runner->resume(id);
        return QTest::qWaitFor([&] { return m_heard.errors.count(id) == 1; }) ? m_heard.errors[id] : Error();
    };
    parameters();
    write("db.fa", ">t1\nMADKELKFLVVDDFSTMRRIVRNLLKELGFA\n");
    QVERIFY2(refusal().why.contains(QStringLiteral("database has changed")),
             qPrintable(m_heard.errors[id].text()));
    QVERIFY(!m_heard.errors[id].remedy.isEmpty());
    QCOMPARE(stateOf(id), JobState::Interrupted);
    startRunner();
    for (const char *suffix : {".safetensors", ".json"}) {
        const QString old = path("model/model1") + QLatin1String(suffix);
        QVERIFY(QFile::remove(old) && QFile::copy(path("model/model2") + QLatin1String(suffix), old));
    }
    QVERIFY2(refusal().why.contains(QStringLiteral("network")), qPrintable(m_heard.errors[id].text()));
    auto record = m_store->find(id).value();
    record.request[QStringLiteral("engine")] = 0;
    QVERIFY(m_store->update(record).isOk());
    QVERIFY2(refusal().why.contains(QStringLiteral("computes otherwise")),
             qPrintable(m_heard.errors[id].text()));
    QCOMPARE(searches(), before);
}

void TestJobResume::aFinishedSearchNeedsNoDatabaseToResume()
{
    const QString id = submitted(sequenceInput());
    QEventLoop loop;
    connect(m_runner.get(), &JobRunner::jobChanged, &loop, [&](const JobRecord &record) {
        if (record.stage == JobStage::Couplings)
            loop.quit();
    });
    loop.exec();
    m_runner.reset();
    QVERIFY(QFile::remove(path("db.fa")));
    startRunner();
    m_runner->resume(id);
    QTRY_VERIFY(finished(id));
}

QTEST_GUILESS_MAIN(TestJobResume)
#include "tst_jobresume.moc"
