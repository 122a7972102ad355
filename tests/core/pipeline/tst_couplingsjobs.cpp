// SPDX-License-Identifier: GPL-3.0-or-later
// The couplings stage of jobs: its progress, its checkpoint, and ccmpred in its place, played by
// tests/support/fakeccmpred.cpp.
#include "core/pipeline/jobrunner.h"
#include "core/pipeline/stages.h"
#include "core/store/jobstore.h"
#include "tests/support/testmodel.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <optional>
#include <random>

using namespace WhiteBox;

namespace {

const std::string kQuery = "MADKELKFLVVDDFSTMRRIVRNLLKELGF";

/// The query and rows that differ from it at about every fourth residue.
JobInput alignmentInput(int rows, const std::string &query)
{
    const std::string letters = "ACDEFGHIKLMNPQRSTVWY";
    std::mt19937 random(9);
    std::vector<std::uint8_t> states;
    for (int n = 0; n < rows; ++n)
        for (const char c : query)
            states.push_back(stateOf(n > 0 && random() % 4 == 0 ? letters[random() % 20] : c));
    JobInput input;
    input.kind = InputKind::Alignment;
    input.query = {QStringLiteral("q"), {}, query};
    input.alignment = std::make_shared<Alignment>(int(query.size()), std::move(states));
    return input;
}

} // namespace

class TestCouplingsJobs : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<JobStore> m_store;
    std::unique_ptr<JobRunner> m_runner;
    std::map<QString, std::shared_ptr<const JobResult>> m_results;

    QString path(const char *name) const { return m_dir->filePath(QString::fromUtf8(name)); }
    void startRunner();
    JobParameters parameters(CouplingsEngine engine = CouplingsEngine::BuiltIn) const;
    /// None where the library does not have the job (yet).
    std::optional<JobState> stateOf(const QString &id) const
    {
        const auto record = m_store->find(id);
        return record.isOk() ? std::optional(record.value().state) : std::nullopt;
    }
    bool finished(const QString &id) const { return m_results.count(id) == 1; }
    QString submitted(const JobInput &input, bool again = false)
    {
        return m_runner->submit(input, parameters(), again);
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void killedCouplingsGoOnFromTheirCheckpoint();
    void couplingsTellHowFarTheyAre();
    void ccmpredComputesWhereChosen();
    void aFailingCcmpredTellsItsCommand();
    void ccmpredIsCancelled();
};

void TestCouplingsJobs::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(!Test::writeTestModel(m_dir->path(), 1).isEmpty());
    startRunner();
}

void TestCouplingsJobs::cleanup()
{
    m_runner.reset();
    m_store.reset();
    m_dir.reset();
}

void TestCouplingsJobs::startRunner()
{
    m_results.clear();
    auto store = JobStore::open(path("jobs"));
    QVERIFY(store.isOk());
    m_store = store.value();
    m_runner = std::make_unique<JobRunner>(m_store);
    connect(m_runner.get(), &JobRunner::jobFinished, this,
            [this](const QString &id, const std::shared_ptr<const JobResult> &result) {
                m_results[id] = result;
            });
}

JobParameters TestCouplingsJobs::parameters(CouplingsEngine engine) const
{
    JobParameters p;
    p.model = path("model1.safetensors");
    p.threads = 1;
    p.engine = engine;
    p.ccmpred = QStringLiteral(WB_FAKE_CCMPRED);
    return p;
}

void TestCouplingsJobs::killedCouplingsGoOnFromTheirCheckpoint()
{
    const JobInput input = alignmentInput(200, kQuery + kQuery);
    const QString whole = submitted(input);
    QTRY_VERIFY(finished(whole));
    const auto expected = m_results[whole];
    const QString id = submitted(input, true);
    QEventLoop loop;
    connect(m_runner.get(), &JobRunner::jobChanged, &loop, [&](const JobRecord &record) {
        if (record.id == id && record.stage == JobStage::Couplings)
            loop.quit();
    });
    loop.exec();
    m_runner.reset();
    // What a kill leaves that comes after the fifth iteration.
    PottsOptions options = couplingsOptions(parameters());
    options.checkpoint = m_store->jobFolder(id) + QStringLiteral("/couplings.checkpoint");
    options.checkpointSeconds = 0;
    StopSource source;
    const Progress stopAtSix([&, seen = 0](double fraction, const QString &) mutable {
        if (fraction >= 0 && ++seen == 6)
            source.request_stop();
    });
    QVERIFY(!inferCouplings(*input.alignment, options, source.get_token(), stopAtSix).isOk());
    QVERIFY(QFile::exists(options.checkpoint));
    startRunner();
    m_runner->resume(id);
    QTRY_VERIFY(finished(id));
    const auto provenance = m_results[id]->provenance[QStringLiteral("couplings")].toObject();
    QCOMPARE(provenance[QStringLiteral("resumedFrom")].toInt(), 5);
    QVERIFY(!QFile::exists(options.checkpoint));
    QVERIFY(std::ranges::equal(m_results[id]->couplings->values(), expected->couplings->values()));
}

void TestCouplingsJobs::couplingsTellHowFarTheyAre()
{
    std::string query;
    for (int k = 0; k < 6; ++k)
        query += kQuery;
    std::vector<double> fractions;
    QStringList texts;
    connect(m_runner.get(), &JobRunner::jobProgress, this,
            [&](const QString &, JobStage stage, double fraction, const QString &text) {
                if (stage != JobStage::Couplings || fraction < 0)
                    return;
                fractions.push_back(fraction);
                texts << text;
            });
    const QString id = submitted(alignmentInput(800, query));
    QTRY_VERIFY_WITH_TIMEOUT(finished(id), 60000);
    QVERIFY2(fractions.size() >= 2, qPrintable(QString::number(fractions.size())));
    QVERIFY(std::ranges::is_sorted(fractions));
    QVERIFY(fractions.front() > 0 && fractions.back() < 1);
    for (const char *part : {"Iteration", "F = ", "|g| = ", "step"})
        QVERIFY2(texts.first().contains(QLatin1String(part)), qPrintable(texts.first()));
}

void TestCouplingsJobs::ccmpredComputesWhereChosen()
{
    qputenv("FAKE_CCMPRED", "limit");
    JobParameters chosen = parameters(CouplingsEngine::Ccmpred);
    const JobInput input = alignmentInput(20, kQuery);
    const QString builtIn = m_runner->submit(input, parameters());
    const QString id = m_runner->submit(input, chosen);
    QVERIFY(id != builtIn); // another engine is another result
    QTRY_VERIFY(finished(id));
    const auto &result = *m_results[id];
    const auto couplings = result.provenance[QStringLiteral("couplings")].toObject();
    QCOMPARE(couplings[QStringLiteral("engine")].toString(), QStringLiteral("ccmpred"));
    QCOMPARE(couplings[QStringLiteral("neff")].toDouble(), 12.5);
    QVERIFY(couplings[QStringLiteral("command")].toArray().contains(QJsonValue(chosen.ccmpred)));
    QVERIFY(result.warnings.filter(QStringLiteral("did not converge")).size() == 1);
    QCOMPARE(result.couplings->at(1, 4, 2, 3), float(1e-3 * 2 - 2e-3 * 5 + 1e-4 * 45)); // fakeccmpred.cpp
    QVERIFY(QDir(m_store->jobFolder(id)).entryList({QStringLiteral("ccmpred*")}).isEmpty());
    QCOMPARE(int(parametersOf(m_store->find(id).value().request).engine), int(CouplingsEngine::Ccmpred));
}

void TestCouplingsJobs::aFailingCcmpredTellsItsCommand()
{
    qputenv("FAKE_CCMPRED", "crash");
    JobParameters chosen = parameters(CouplingsEngine::Ccmpred);
    const QString id = m_runner->submit(alignmentInput(20, kQuery), chosen);
    QTRY_COMPARE(stateOf(id), JobState::Failed);
    const Error error = m_store->find(id).value().error;
    QCOMPARE(error.exitStatus, 139);
    QVERIFY(error.command.contains(chosen.ccmpred));
    chosen.ccmpred = path("nowhere");
    const QString missing = m_runner->submit(alignmentInput(20, kQuery), chosen);
    QTRY_COMPARE(stateOf(missing), JobState::Failed);
    QCOMPARE(int(m_store->find(missing).value().error.kind), int(ErrorKind::MissingTool));
}

void TestCouplingsJobs::ccmpredIsCancelled()
{
    qputenv("FAKE_CCMPRED", "hang");
    JobParameters chosen = parameters(CouplingsEngine::Ccmpred);
    const QString id = m_runner->submit(alignmentInput(20, kQuery), chosen);
    connect(m_runner.get(), &JobRunner::jobProgress, this,
            [&](const QString &, JobStage, double fraction, const QString &) {
                if (fraction > 0)
                    m_runner->cancel(id);
            });
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), JobState::Cancelled, 10000);
}

QTEST_GUILESS_MAIN(TestCouplingsJobs)
#include "tst_couplingsjobs.moc"
