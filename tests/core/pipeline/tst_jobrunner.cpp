// SPDX-License-Identifier: GPL-3.0-or-later
// jackhmmer is played by a script here, which counts its runs; tst_realjob runs the real one.
#include "core/pipeline/jobrunner.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"
#include "tests/support/testmodel.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <optional>
#include <random>

using namespace WhiteBox;

namespace {

const std::string kQuery = "MADKELKFLVVDDFSTMRRIVRNLLKELGF";

/// Rows that differ from the query at about every fourth residue.
std::vector<std::string> relatives(int count, const std::string &query, unsigned seed)
{
    const std::string letters = "ACDEFGHIKLMNPQRSTVWY";
    std::mt19937 random(seed);
    std::vector<std::string> rows;
    for (int n = 0; n < count; ++n) {
        rows.push_back(query);
        for (char &c : rows.back())
            if (random() % 4 == 0)
                c = letters[random() % 20];
    }
    return rows;
}

std::shared_ptr<const Alignment> alignmentOf(const std::vector<std::string> &rows)
{
    std::vector<std::uint8_t> states;
    for (const auto &row : rows)
        for (const char c : row)
            states.push_back(stateOf(c));
    return std::make_shared<Alignment>(int(rows.front().size()), std::move(states));
}

/// What a job of the runner told, in order.
struct Heard
{
    std::map<QString, std::shared_ptr<const JobResult>> results;
    std::map<QString, Error> errors;
    std::map<QString, QString> reused; ///< the job that answered, by the id that was submitted
    QStringList order;                 ///< ids as they finished
    QList<JobStage> stages;
};

} // namespace

class TestJobRunner : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<JobStore> m_store;
    std::unique_ptr<JobRunner> m_runner;
    Heard m_heard;

    QString path(const char *name) const { return m_dir->filePath(QString::fromUtf8(name)); }
    QString write(const char *name, const QByteArray &text);
    void startRunner();
    JobParameters parameters(const QByteArray &searchScript = {});
    JobInput sequenceInput() const;
    JobInput alignmentInput(int rows, const std::string &query) const;
    int searches() const;
    /// None where the library does not have the job (yet).
    std::optional<JobState> stateOf(const QString &id) const
    {
        const auto record = m_store->find(id);
        return record.isOk() ? std::optional(record.value().state) : std::nullopt;
    }
    /// Waits until the library has it.
    bool queued(const QString &id) const
    {
        return QTest::qWaitFor([&] { return stateOf(id).has_value(); });
    }
    void shutDownWhileItWaits(const QString &id);
    JobInput withStructure(JobInput input) const;
    bool finished(const QString &id) const { return m_heard.results.count(id) == 1; }
    QString submitted(const JobInput &input, bool again = false)
    {
        return m_runner->submit(input, parameters(), again);
    }
    QStringList filesOf(const QString &id) const
    {
        return QDir(m_store->jobFolder(id)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private Q_SLOTS:
    void init();
    void cleanup();
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
    void searchesAreCancelledWithTheirGrandchildren();
    void couplingsAreCancelled();
    void predictionsAreCancelled();
    void queuedJobsAreCancelled();
    void interruptedJobsResumeAfterTheirLastStage();
    void waitingJobsResumeWithAllOfTheirInput();
    void jobsResumeOnlyWithWhatTheyWereSubmittedWith();
    void aFinishedSearchNeedsNoDatabaseToResume();
    void finishedJobsCannotBeResumed();
    void aMissingDatabaseIsToldAtOnce();
    void aMissingModelIsToldAtOnce();
    void aFailingSearchTellsItsCommand();
    void aQueryWithoutHomologsGetsAResultAndAWarning();
    void fewHomologsAreWarnedOf();
    void aStructureThatDoesNotFitIsLeftOutWithAWarning();
};

QString TestJobRunner::write(const char *name, const QByteArray &text)
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", name);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

void TestJobRunner::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QDir(m_dir->path()).mkpath(QStringLiteral("model"));
    QVERIFY(!Test::writeTestModel(path("model"), 1).isEmpty());
    QVERIFY(!Test::writeTestModel(path("model"), 2).isEmpty());
    write("db.fa", ">t1\nMADKELKFLVVDDFSTMRRIVRNLLKELGF\n");
    QByteArray hits = "# STOCKHOLM 1.0\nq " + QByteArray::fromStdString(kQuery) + "\n";
    int number = 0;
    for (const auto &row : relatives(60, kQuery, 3))
        hits += "t" + QByteArray::number(++number) + "/1-30 " + QByteArray::fromStdString(row) + "\n";
    write("hits.sto", hits + "#=GC RF " + QByteArray(30, 'x') + "\n//\n");
    startRunner();
}

void TestJobRunner::startRunner()
{
    m_heard = {};
    auto store = JobStore::open(path("jobs"));
    QVERIFY(store.isOk());
    m_store = store.value();
    m_runner = std::make_unique<JobRunner>(m_store);
    connect(m_runner.get(), &JobRunner::jobFinished, this,
            [this](const QString &id, const std::shared_ptr<const JobResult> &result) {
                m_heard.results[id] = result;
                m_heard.order << id;
            });
    connect(m_runner.get(), &JobRunner::jobFailed, this,
            [this](const QString &id, const Error &error) { m_heard.errors[id] = error; });
    connect(m_runner.get(), &JobRunner::jobReused, this,
            [this](const QString &id, const QString &storedId) { m_heard.reused[id] = storedId; });
    connect(m_runner.get(), &JobRunner::jobChanged, this, [this](const JobRecord &record) {
        if (m_heard.stages.isEmpty() || m_heard.stages.last() != record.stage)
            m_heard.stages << record.stage;
    });
}

void TestJobRunner::cleanup()
{
    m_runner.reset();
    m_store.reset();
    m_dir.reset();
}

JobParameters TestJobRunner::parameters(const QByteArray &searchScript)
{
    const QByteArray folder = m_dir->path().toUtf8();
    const QByteArray search =
        searchScript.isEmpty()
            ? "cp '" + folder +
                  "/hits.sto' \"$out\"\n"
                  "echo 'Query:       q  [L=30]'\n"
                  "echo '@@ New alignment includes: 61 subseqs (was 1), including original query'\n"
                  "echo '//'\necho '[ok]'\n"
            : searchScript;
    const QByteArray script =
        "#!/bin/sh\n"
        "if [ \"$1\" = -h ]; then\n  [ -e '" +
        folder +
        "/slow' ] && sleep 2\n"
        "  echo '# jackhmmer :: a script'; echo '# HMMER 3.3.2 (Nov 2020); test'; exit 0\nfi\n"
        "echo run >> '" +
        folder +
        "/runs'\n"
        "while [ $# -gt 0 ]; do [ \"$1\" = -A ] && out=$2; shift; done\n" +
        search;
    JobParameters p;
    p.jackhmmer = write("jackhmmer", script);
    p.database = path("db.fa");
    p.model = path("model/model1.safetensors");
    p.threads = 1;
    return p;
}

JobInput TestJobRunner::sequenceInput() const
{
    JobInput input;
    input.query = {QStringLiteral("q"), {}, kQuery};
    return input;
}

JobInput TestJobRunner::alignmentInput(int rows, const std::string &query) const
{
    auto all = relatives(rows - 1, query, 9);
    all.insert(all.begin(), query);
    JobInput input;
    input.kind = InputKind::Alignment;
    input.query = {QStringLiteral("q"), {}, query};
    input.alignment = alignmentOf(all);
    return input;
}

int TestJobRunner::searches() const
{
    QFile file(path("runs"));
    return file.open(QIODevice::ReadOnly) ? int(file.readAll().count("run")) : 0;
}

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

void TestJobRunner::interruptedJobsResumeAfterTheirLastStage()
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

void TestJobRunner::finishedJobsCannotBeResumed()
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
void TestJobRunner::shutDownWhileItWaits(const QString &id)
{
    QVERIFY(queued(id));
    m_runner.reset();
    QCOMPARE(stateOf(id), JobState::Interrupted);
    startRunner();
}

/// The query's own chain, on a line.
JobInput TestJobRunner::withStructure(JobInput input) const
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

void TestJobRunner::waitingJobsResumeWithAllOfTheirInput()
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

void TestJobRunner::jobsResumeOnlyWithWhatTheyWereSubmittedWith()
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

void TestJobRunner::aFinishedSearchNeedsNoDatabaseToResume()
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
