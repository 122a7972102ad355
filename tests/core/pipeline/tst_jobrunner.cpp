// SPDX-License-Identifier: GPL-3.0-or-later
// jackhmmer is played by a script here (jobfixture.cpp); tst_realjob runs the real one.
#include "core/pipeline/jobrunner.h"
#include "core/store/jobname.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"
#include "tests/core/pipeline/jobfixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <optional>
#include <random>

using namespace WhiteBox;
using Test::kQuery;

class TestJobRunner : public Test::JobFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void submittingNeverWaits();
    void aSequenceBecomesDistances();
    void anAlignmentEntersAtItsStage();
    void couplingsEnterAtTheirStage();
    void provenanceTellsHowTheResultCameAbout();
    void theSameJobIsNotComputedAgain();
    void theSameJobWhileItRunsIsOneJob();
    void whatDecidesTheResultEntersTheKey();
    void againComputesAgain();
    void aDamagedStoredResultIsComputedAgain();
    void jobsRunInTheOrderOfTheirSubmission();
    void jobsThatWaitOrRunKeepTheNameTheyAreGiven();
    void searchesAreCancelledWithTheirGrandchildren();
    void couplingsAreCancelled();
    void predictionsAreCancelled();
    void queuedJobsAreCancelled();
    void aMissingDatabaseIsToldAtOnce();
    void aMissingModelIsToldAtOnce();
    void aFailingSearchTellsItsCommand();
    void aQueryWithoutHomologsGetsAResultAndAWarning();
    void theSameWarningOfTwoStagesIsToldOnce();
    void fewHomologsAreWarnedOf();
    void aStructureThatDoesNotFitIsLeftOutWithAWarning();
};

// A program that takes two seconds to tell its version, and couplings of 80 MB to be hashed.
void TestJobRunner::submittingNeverWaits()
{
    write("slow", {});
    JobInput large;
    large.kind = InputKind::Couplings;
    large.query = {QStringLiteral("large"), {}, std::string(300, 'A')};
    large.couplings = std::make_shared<CouplingTensor>(300);
    const auto p = parameters();
    QElapsedTimer clock;
    clock.start();
    const QString first = m_runner->submit(sequenceInput(), p);
    const QString second = m_runner->submit(large, p);
    m_runner->resume(QStringLiteral("0000"));
    m_runner->cancel(second);
    QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(m_runner->activeJobs(), (QStringList{first, second, QStringLiteral("0000")}));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(second), JobState::Cancelled, 30000);
    QTRY_VERIFY(finished(first));
    QTRY_VERIFY(m_heard.errors.count(QStringLiteral("0000")) == 1);
}

void TestJobRunner::aSequenceBecomesDistances()
{
    const QString id = submitted(sequenceInput());
    QTRY_VERIFY(finished(id));
    const auto result = m_heard.results[id];
    QCOMPARE(result->jobId, id);
    QCOMPARE(result->alignment->rows(), 61);
    QCOMPARE(result->alignment->letters(0), kQuery);
    QCOMPARE(result->couplings->length(), 30);
    QCOMPARE(result->predicted->length(), 30);
    QCOMPARE(result->couplingScore.size(), size_t(900));
    QVERIFY((m_heard.stages == QList<JobStage>{JobStage::Search, JobStage::Alignment, JobStage::Couplings,
                                               JobStage::Prediction}));
    const auto record = m_store->find(id).value();
    QCOMPARE(record.state, JobState::Finished);
    QVERIFY(record.started.isValid() && record.finished >= record.started);
    const auto loaded = loadResult(record.resultPath);
    QVERIFY(loaded.isOk());
    QVERIFY(std::ranges::equal(loaded.value().predicted->values(), result->predicted->values()));
    QVERIFY(!filesOf(id).contains(QStringLiteral("draft.h5")));
    QVERIFY(m_runner->activeJobs().isEmpty());
}

void TestJobRunner::anAlignmentEntersAtItsStage()
{
    const QString id = submitted(alignmentInput(40, kQuery));
    QTRY_VERIFY(finished(id));
    QCOMPARE(searches(), 0);
    // The rows are used as they were given.
    QCOMPARE(m_heard.results[id]->alignment->rows(), 40);
    QCOMPARE(m_store->find(id).value().state, JobState::Finished);
}

void TestJobRunner::couplingsEnterAtTheirStage()
{
    JobInput input;
    input.kind = InputKind::Couplings;
    input.query = {QStringLiteral("q"), {}, kQuery};
    auto couplings = std::make_shared<CouplingTensor>(30);
    couplings->stored(3, 20)[25] = 0.5F;
    input.couplings = couplings;
    const QString id = submitted(input);
    QTRY_VERIFY(finished(id));
    const auto result = m_heard.results[id];
    QVERIFY(!result->alignment);
    QVERIFY(std::ranges::equal(result->couplings->values(), couplings->values()));
    QVERIFY(result->couplingScore[3 * 30 + 20] > result->couplingScore[4 * 30 + 20]);
    QCOMPARE(result->predicted->length(), 30);
}

void TestJobRunner::provenanceTellsHowTheResultCameAbout()
{
    const QString id = submitted(sequenceInput());
    QTRY_VERIFY(finished(id));
    const QJsonObject p = loadResult(m_store->resultPath(id)).value().provenance;
    const auto object = [&](const char *name) { return p[QLatin1String(name)].toObject(); };
    QVERIFY(object("search")[QStringLiteral("command")].toArray().contains(QStringLiteral("--noali")));
    QCOMPARE(object("request")[QStringLiteral("jackhmmer")].toObject()[QStringLiteral("version")].toString(),
             QStringLiteral("HMMER 3.3.2 (Nov 2020)"));
    QCOMPARE(object("request")[QStringLiteral("database")].toObject()[QStringLiteral("bytes")].toInteger(),
             QFileInfo(path("db.fa")).size());
    QCOMPARE(object("alignment")[QStringLiteral("rows")].toInt(), 61);
    QVERIFY(object("couplings")[QStringLiteral("neff")].toDouble() > 1);
    QCOMPARE(object("model")[QStringLiteral("sha256")].toString().size(), 64);
    QVERIFY(object("model")[QStringLiteral("inputScale")].toDouble() > 0);
    QCOMPARE(object("model")[QStringLiteral("normalisation")].toString(), QStringLiteral("unit-rms"));
    for (const char *stage : {"search", "alignment", "couplings", "prediction"})
        QVERIFY(object("seconds").contains(QLatin1String(stage)));
    QCOMPARE(p[QStringLiteral("key")].toString(), m_store->find(id).value().key);
}

void TestJobRunner::theSameJobIsNotComputedAgain()
{
    const QString id = submitted(sequenceInput());
    QTRY_VERIFY(finished(id));
    const auto first = m_heard.results[id];
    startRunner();
    JobInput renamed = sequenceInput();
    renamed.query.name = QStringLiteral("another name");
    const QString second = submitted(renamed);
    QTRY_VERIFY(finished(id));
    QCOMPARE(m_heard.reused[second], id);
    QCOMPARE(searches(), 1);
    QVERIFY(std::ranges::equal(m_heard.results[id]->predicted->values(), first->predicted->values()));
    QCOMPARE(m_store->list().value().size(), size_t(1));
}

void TestJobRunner::theSameJobWhileItRunsIsOneJob()
{
    const QString id = submitted(sequenceInput());
    const QString second = submitted(sequenceInput());
    QTRY_VERIFY(finished(id));
    QTRY_COMPARE(m_heard.reused[second], id);
    QCOMPARE(searches(), 1);
    QCOMPARE(m_store->list().value().size(), size_t(1));
}

void TestJobRunner::whatDecidesTheResultEntersTheKey()
{
    const auto base = parameters();
    JobEnvironment environment;
    environment.jackhmmerVersion = QStringLiteral("HMMER 3.3.2");
    environment.database.path = QStringLiteral("/db.fa");
    environment.database.bytes = 1;
    environment.modelSha256 = QStringLiteral("abc");
    const auto jobKey = [](const JobInput &input, const JobParameters &p, const JobEnvironment &e) {
        return WhiteBox::jobKey(requestJson(input, inputHash(input), p, e));
    };
    const QString key = jobKey(sequenceInput(), base, environment);
    auto threads = base;
    threads.threads = 16;
    QCOMPARE(jobKey(sequenceInput(), threads, environment), key);
    auto rounds = base;
    rounds.searchRounds = 5;
    auto strict = base;
    strict.inclusionEvalue = 1e-10;
    auto coverage = base;
    coverage.minimumCoverage = 0.9;
    for (const auto &other : {rounds, strict, coverage})
        QVERIFY(jobKey(sequenceInput(), other, environment) != key);
    auto newer = environment;
    newer.jackhmmerVersion = QStringLiteral("HMMER 3.4");
    auto grown = environment;
    grown.database.bytes = 2;
    auto trained = environment;
    trained.modelSha256 = QStringLiteral("abd");
    for (const auto &other : {newer, grown, trained})
        QVERIFY(jobKey(sequenceInput(), base, other) != key);
    auto mutant = sequenceInput();
    mutant.query.residues[4] = 'W';
    QVERIFY(jobKey(mutant, base, environment) != key);
    auto withTruth = sequenceInput();
    withTruth.structure = Structure();
    withTruth.structure->residues = "MAD";
    QVERIFY(jobKey(withTruth, base, environment) != key);
    // An alignment is not searched with: its key knows nothing of databases.
    QCOMPARE(jobKey(alignmentInput(9, kQuery), rounds, grown),
             jobKey(alignmentInput(9, kQuery), base, environment));
}

void TestJobRunner::againComputesAgain()
{
    const QString id = submitted(sequenceInput());
    QTRY_VERIFY(finished(id));
    const QString second = submitted(sequenceInput(), true);
    QVERIFY(second != id);
    QTRY_VERIFY(finished(second));
    QCOMPARE(searches(), 2);
    QCOMPARE(m_store->find(second).value().key, m_store->find(id).value().key);
}

void TestJobRunner::aDamagedStoredResultIsComputedAgain()
{
    const QString id = submitted(sequenceInput());
    QTRY_VERIFY(finished(id));
    const auto first = m_heard.results[id];
    QFile file(m_store->resultPath(id));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    file.close();
    startRunner();
    const QString second = submitted(sequenceInput());
    QTRY_VERIFY(finished(id));
    QCOMPARE(m_heard.reused[second], id);
    QCOMPARE(searches(), 2);
    QVERIFY(std::ranges::equal(m_heard.results[id]->predicted->values(), first->predicted->values()));
    QVERIFY(loadResult(m_store->resultPath(id)).isOk());
}

void TestJobRunner::jobsRunInTheOrderOfTheirSubmission()
{
    QStringList ids;
    for (int rows = 20; rows < 25; ++rows)
        ids << submitted(alignmentInput(rows, kQuery));
    QCOMPARE(m_runner->activeJobs(), ids);
    QTRY_COMPARE(m_heard.order, ids);
}

void TestJobRunner::jobsThatWaitOrRunKeepTheNameTheyAreGiven()
{
    const QString running = m_runner->submit(sequenceInput(), parameters("sleep 600\n"));
    const QString waiting = submitted(alignmentInput(40, kQuery));
    QTRY_COMPARE(stateOf(running), JobState::Running);
    QVERIFY(queued(waiting));
    QVERIFY(renameJob(*m_store, running, QStringLiteral("first")).isOk());
    QVERIFY(renameJob(*m_store, waiting, QStringLiteral("second")).isOk());
    m_runner->cancel(running);
    QTRY_VERIFY_WITH_TIMEOUT(finished(waiting), 20000);
    QCOMPARE(stateOf(running), JobState::Cancelled);
    for (const auto &[id, name] : {std::pair(running, "first"), std::pair(waiting, "second")}) {
        QCOMPARE(m_store->find(id).value().name, QLatin1String(name));
        QFile manifest(m_store->jobFolder(id) + QStringLiteral("/job.json"));
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        const auto told = QJsonDocument::fromJson(manifest.readAll()).object();
        QCOMPARE(told[QStringLiteral("name")].toString(), QLatin1String(name));
    }
}

void TestJobRunner::searchesAreCancelledWithTheirGrandchildren()
{
    const QByteArray pidFile = m_dir->path().toUtf8() + "/grandchild";
    const QString id =
        m_runner->submit(sequenceInput(), parameters("sleep 600 &\necho $! > '" + pidFile + ".new'\nmv '" +
                                                     pidFile + ".new' '" + pidFile + "'\nwait\n"));
    QTRY_VERIFY(QFile::exists(path("grandchild")));
    QFile file(path("grandchild"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString grandchild = QStringLiteral("/proc/%1/cmdline").arg(file.readAll().trimmed().toInt());
    const auto asleep = [&] {
        QFile proc(grandchild);
        return proc.open(QIODevice::ReadOnly) && proc.readAll().startsWith("sleep");
    };
    QVERIFY(asleep());
    QElapsedTimer clock;
    clock.start();
    m_runner->cancel(id);
    QTRY_COMPARE(stateOf(id), JobState::Cancelled);
    QVERIFY(clock.elapsed() < 4000);
    QVERIFY(!asleep());
    QTRY_VERIFY(m_runner->activeJobs().isEmpty());
    QVERIFY(m_heard.errors.empty() && m_heard.results.empty());
}

void TestJobRunner::couplingsAreCancelled()
{
    std::string longQuery;
    for (int k = 0; k < 8; ++k)
        longQuery += kQuery;
    const QString id = submitted(alignmentInput(1500, longQuery));
    bool computing = false;
    connect(m_runner.get(), &JobRunner::jobProgress, this,
            [&](const QString &, JobStage stage, double, const QString &) {
                if (stage == JobStage::Couplings && !computing) {
                    computing = true;
                    m_runner->cancel(id);
                }
            });
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), JobState::Cancelled, 30000);
    QVERIFY(computing);
    QVERIFY(m_heard.results.empty() && m_heard.errors.empty());
    QVERIFY(!filesOf(id).contains(QStringLiteral("result.h5")));
}

void TestJobRunner::predictionsAreCancelled()
{
    JobInput input;
    input.kind = InputKind::Couplings;
    for (int k = 0; k < 10; ++k)
        input.query.residues += kQuery;
    input.couplings = std::make_shared<CouplingTensor>(input.query.length());
    const QString id = submitted(input);
    connect(m_runner.get(), &JobRunner::jobChanged, this, [&](const JobRecord &record) {
        if (record.stage == JobStage::Prediction)
            m_runner->cancel(id);
    });
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), JobState::Cancelled, 30000);
    QVERIFY(m_heard.results.empty() && m_heard.errors.empty());
    QVERIFY(!filesOf(id).contains(QStringLiteral("result.h5")));
}

void TestJobRunner::queuedJobsAreCancelled()
{
    const QString first = submitted(alignmentInput(20, kQuery));
    const QString second = submitted(alignmentInput(21, kQuery));
    m_runner->cancel(second);
    QTRY_COMPARE(stateOf(second), JobState::Cancelled);
    QTRY_VERIFY(finished(first));
    QVERIFY(!finished(second));
    QVERIFY(m_runner->activeJobs().isEmpty());
}

void TestJobRunner::aMissingDatabaseIsToldAtOnce()
{
    auto p = parameters();
    p.database = path("nowhere.fa");
    const QString id = m_runner->submit(sequenceInput(), p);
    QTRY_VERIFY(m_heard.errors.count(id) == 1);
    QCOMPARE(stateOf(id), JobState::Failed);
    QVERIFY(!m_heard.errors[id].remedy.isEmpty());
    QCOMPARE(searches(), 0);
    // An alignment needs none.
    p.database.clear();
    p.jackhmmer = path("nowhere");
    const QString other = m_runner->submit(alignmentInput(20, kQuery), p);
    QTRY_VERIFY(finished(other));
}

void TestJobRunner::aMissingModelIsToldAtOnce()
{
    auto p = parameters();
    p.model = path("nowhere.safetensors");
    const QString id = m_runner->submit(sequenceInput(), p);
    QTRY_VERIFY(m_heard.errors.count(id) == 1);
    QCOMPARE(stateOf(id), JobState::Failed);
    QCOMPARE(searches(), 0);
}

void TestJobRunner::aFailingSearchTellsItsCommand()
{
    const QString id = m_runner->submit(sequenceInput(),
                                        parameters("echo 'Fatal exception (source file x)' >&2\nexit 134\n"));
    QTRY_VERIFY(m_heard.errors.count(id) == 1);
    const Error error = m_heard.errors[id];
    QCOMPARE(error.exitStatus, 134);
    QVERIFY(error.command.contains(path("db.fa")));
    QVERIFY(error.outputTail.contains(QStringLiteral("Fatal exception")));
    QCOMPARE(stateOf(id), JobState::Failed);
    QCOMPARE(m_store->find(id).value().error.exitStatus, 134);
    // The queue goes on.
    const QString next = submitted(alignmentInput(20, kQuery));
    QTRY_VERIFY(finished(next));
}

void TestJobRunner::aQueryWithoutHomologsGetsAResultAndAWarning()
{
    const QByteArray alone =
        "printf '# STOCKHOLM 1.0\\nq " + QByteArray::fromStdString(kQuery) + "\\n#=GC RF " +
        QByteArray(30, 'x') + "\\n//\\n' > \"$out\"\necho 'Query:       q  [L=30]'\n" +
        "echo '[No hits detected that satisfy reporting thresholds]'\necho '//'\necho '[ok]'\n";
    const QString id = m_runner->submit(sequenceInput(), parameters(alone));
    QTRY_VERIFY(finished(id) || m_heard.errors.count(id));
    QVERIFY2(finished(id), qPrintable(m_heard.errors[id].text()));
    const auto result = m_heard.results[id];
    QVERIFY(result->warnings.join(QLatin1Char(' ')).contains(QStringLiteral("0 homologs")));
    QVERIFY(std::ranges::all_of(result->couplings->values(), [](float w) { return w == 0; }));
    QCOMPARE(result->predicted->length(), 30);
}

// "not like a protein" of the sequence was followed by "not like proteins" of its alignment.
void TestJobRunner::theSameWarningOfTwoStagesIsToldOnce()
{
    const QByteArray bases = "ACGTACGGTTCAGATTACAGCCATGACGTA";
    const auto inputs = parseJobInputs(">q\n" + bases + "\n", QStringLiteral("q"));
    QVERIFY(inputs.isOk());
    const QByteArray alone =
        "printf '# STOCKHOLM 1.0\\nq " + bases + "\\n#=GC RF " + QByteArray(30, 'x') +
        "\\n//\\n' > \"$out\"\necho 'Query:       q  [L=30]'\n"
        "echo '[No hits detected that satisfy reporting thresholds]'\necho '//'\necho '[ok]'\n";
    const QString id = m_runner->submit(inputs.value().front(), parameters(alone));
    QTRY_VERIFY(finished(id) || m_heard.errors.count(id));
    QVERIFY2(finished(id), qPrintable(m_heard.errors[id].text()));
    QCOMPARE(m_heard.results[id]->warnings.filter(QStringLiteral("DNA")).size(), 1);
    QByteArray rows = bases + "\n";
    for (int n = 0; n < 20; ++n)
        rows += QByteArray(bases).replace(n, 1, "-") + "\n";
    const auto aligned = parseJobInputs(rows, QStringLiteral("q"));
    QVERIFY(aligned.isOk());
    const QString second = submitted(aligned.value().front());
    QTRY_VERIFY(finished(second));
    QCOMPARE(m_heard.results[second]->warnings.filter(QStringLiteral("DNA")).size(), 1);
}

void TestJobRunner::fewHomologsAreWarnedOf()
{
    const QString few = submitted(alignmentInput(10, kQuery));
    const QString many = submitted(alignmentInput(300, kQuery));
    QTRY_VERIFY(finished(few) && finished(many));
    QVERIFY(m_heard.results[few]->warnings.join(QLatin1Char(' ')).startsWith(QStringLiteral("Few homologs")));
    QVERIFY(m_heard.results[many]->warnings.isEmpty());
}

void TestJobRunner::aStructureThatDoesNotFitIsLeftOutWithAWarning()
{
    auto input = alignmentInput(20, kQuery);
    input.structure = Structure();
    input.structure->residues = "WWW";
    input.structure->labels = {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};
    input.structure->ca.resize(3);
    input.structure->cb.resize(3);
    input.structure->secondary.resize(3, SecondaryStructure::Coil);
    const QString id = submitted(input);
    QTRY_VERIFY(finished(id));
    QVERIFY(!m_heard.results[id]->structure.has_value());
    QVERIFY(!m_heard.results[id]->warnings.isEmpty());
}

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_jobrunner.moc"
