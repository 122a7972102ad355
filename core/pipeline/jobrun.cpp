// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobrun.h"

#include "core/base/fulldisk.h"
#include "core/coevolution/fitcheckpoint.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"

#include <QDir>
#include <QJsonArray>

namespace WhiteBox {

namespace {

void removeUnfinishedFiles(const QString &folder)
{
    QDir directory(folder);
    for (const auto &name : directory.entryList({kKilledWrites}, QDir::Files))
        directory.remove(name);
}

const QString kSearch = QStringLiteral("search");
const QString kSearchSum = QStringLiteral("alignmentSha256");

/// Whether the draft's search has ended and what it found is still there, whole.
bool hasSearched(const JobResult &draft, const QString &alignment)
{
    const QString sum = draft.provenance[kSearch].toObject()[kSearchSum].toString();
    const auto found = fileChecksum(alignment);
    return !sum.isEmpty() && found.isOk() && found.value() == sum;
}

/// Makes the finished search a part of the draft, so that it is never done again.
Result<JobResult> keepSearch(JobResult draft, const QString &alignment, const QString &path)
{
    const auto sum = fileChecksum(alignment);
    if (!sum.isOk())
        return sum.error();
    addProvenance(draft, kSearch, {{kSearchSum, sum.value()}});
    return keepDraft(std::move(draft), path);
}

} // namespace

JobRun::JobRun(JobTask task, const JobStore &store, JobWorker &worker, JobClerk &clerk, QObject *parent)
    : QObject(parent)
    , m_record(std::move(task.record))
    , m_database(std::move(task.database))
    , m_folder(store.jobFolder(m_record.id))
    , m_resultPath(store.resultPath(m_record.id))
    , m_worker(worker)
    , m_clerk(clerk)
    , m_measures(!task.resumed)
    , m_draft(std::move(task.draft))
    , m_checksum(std::make_shared<QString>())
{
    if (m_record.trimmed)
        m_startedBefore = m_record.started;
    m_tools.parameters = std::move(task.parameters);
    m_tools.predictor = std::move(task.predictor);
    m_tools.stop = m_stop.get_token();
}

JobRun::~JobRun() = default;

void JobRun::start()
{
    m_record.state = JobState::Running;
    m_record.started = QDateTime::currentDateTimeUtc();
    tellChange();
    onWorker(
        [draft = std::move(m_draft), folder = m_folder,
         alignment = pathOf(kSearchFile)]() mutable -> Result<JobResult> {
            removeUnfinishedFiles(folder);
            if (!draft.alignment && !hasSearched(draft, alignment))
                draft.provenance.remove(kSearch);
            return std::move(draft);
        },
        &JobRun::afterDraft);
}

void JobRun::cancel()
{
    m_stop.request_stop();
    if (m_search)
        m_search->cancel();
    if (m_ccmpred)
        m_ccmpred->cancel();
}

void JobRun::stop()
{
    m_search.reset();
    m_ccmpred.reset();
    m_stop.request_stop();
}

void JobRun::tellChange()
{
    m_clerk.save(this, m_record, [](const Result<void> &stored) {
        if (!stored.isOk())
            qWarning("%s", qPrintable(stored.error().text()));
    });
    Q_EMIT changed();
}

void JobRun::onWorker(JobWorker::Work work, Next next)
{
    m_worker.run(this, std::move(work), [this, next](Result<JobResult> result) {
        if (!result.isOk())
            fail(result.error());
        else if (m_stop.stop_requested() && next != &JobRun::conclude)
            fail(Error::cancelled());
        else
            (this->*next)(std::move(result).value());
    });
}

void JobRun::afterDraft(JobResult draft)
{
    if (draft.couplings)
        return runPrediction(std::move(draft));
    if (draft.alignment)
        return runCouplings(std::move(draft));
    if (draft.provenance.contains(kSearch))
        return runAlignment(std::move(draft));
    m_draft = std::move(draft);
    prepareToSearch();
}

void JobRun::enterStage(JobStage stage)
{
    closeStage();
    m_record.stage = stage;
    m_stageTime.start();
    m_tools.progress = m_worker.throttled(this, [this, stage](double fraction, const QString &text) {
        Q_EMIT progress(stage, fraction, text);
    });
    tellChange();
}

void JobRun::closeStage()
{
    if (m_measures && m_stageTime.isValid())
        m_record.seconds[nameOf(m_record.stage)] = double(m_stageTime.elapsed()) / 1000;
}

void JobRun::prepareToSearch()
{
    enterStage(JobStage::Search);
    const auto &parameters = m_tools.parameters;
    JackhmmerOptions options;
    options.program = parameters.jackhmmer;
    options.rounds = parameters.searchRounds;
    options.inclusionEvalue = parameters.inclusionEvalue;
    options.threads = parameters.threads;
    m_worker.run(
        this,
        [query = m_draft.query, database = m_database, options, folder = m_folder] {
            return prepareSearch(query, database, options, folder);
        },
        [this](const Result<SearchSetup> &setup) {
            if (!setup.isOk())
                fail(setup.error());
            else if (m_stop.stop_requested())
                fail(Error::cancelled());
            else
                startSearch(setup.value());
        });
}

void JobRun::startSearch(const SearchSetup &setup)
{
    m_search = std::make_unique<JackhmmerSearch>(this);
    connect(m_search.get(), &JackhmmerSearch::progress, this, &JobRun::tellSearchProgress);
    connect(m_search.get(), &JackhmmerSearch::finished, this, &JobRun::searchEnded);
    m_processTime.start();
    m_search->start(setup);
}

void JobRun::tellSearchProgress(int round, double fraction, const QString &text)
{
    const int rounds = std::max(1, m_tools.parameters.searchRounds);
    Q_EMIT progress(JobStage::Search, fraction < 0 ? fraction : (round - 1 + fraction) / rounds, text);
}

void JobRun::searchEnded(const Result<QString> &alignment)
{
    const Result<QString> outcome = alignment;
    const QStringList command = m_search->command();
    const JackhmmerOutput output = m_search->output();
    m_search.release()->deleteLater();
    if (!outcome.isOk())
        return fail(outcome.error());
    if (m_stop.stop_requested())
        return fail(Error::cancelled());
    addProvenance(m_draft, kSearch,
                  {{QStringLiteral("command"), QJsonArray::fromStringList(command)},
                   {QStringLiteral("rounds"), output.finishedRounds},
                   {QStringLiteral("converged"), output.converged}});
    addProvenance(m_draft, QStringLiteral("seconds"),
                  {{QStringLiteral("search"), double(m_processTime.elapsed()) / 1000}});
    onWorker([draft = std::move(m_draft), stockholm = outcome.value(),
              path = pathOf(kDraftFile)] { return keepSearch(draft, stockholm, path); },
             &JobRun::runAlignment);
}

void JobRun::runAlignment(JobResult draft)
{
    enterStage(JobStage::Alignment);
    onWorker(
        [draft = std::move(draft), stockholm = pathOf(kSearchFile), tools = m_tools,
         path = pathOf(kDraftFile)] {
            return alignmentStage(draft, stockholm, tools).andThen([&](JobResult &&result) {
                return keepDraft(std::move(result), path);
            });
        },
        &JobRun::runCouplings);
}

void JobRun::runCouplings(JobResult draft)
{
    enterStage(JobStage::Couplings);
    if (m_tools.parameters.engine == CouplingsEngine::Ccmpred && draft.alignment &&
        draft.alignment->rows() > 1) {
        m_draft = std::move(draft);
        return startCcmpred();
    }
    m_tools.checkpoint = pathOf(kCheckpointFile);
    onWorker(
        [draft = std::move(draft), tools = m_tools, path = pathOf(kDraftFile)] {
            auto kept = couplingsStage(draft, tools).andThen([&](JobResult &&result) {
                return keepDraft(std::move(result), path);
            });
            if (kept.isOk())
                removeCheckpoint(tools.checkpoint);
            return kept;
        },
        &JobRun::runPrediction);
}

void JobRun::startCcmpred()
{
    m_ccmpred = std::make_unique<CcmpredProcess>(this);
    connect(m_ccmpred.get(), &CcmpredProcess::progress, this, [this](double fraction, const QString &text) {
        Q_EMIT progress(JobStage::Couplings, fraction, text);
    });
    connect(m_ccmpred.get(), &CcmpredProcess::finished, this, &JobRun::ccmpredEnded);
    m_processTime.start();
    m_ccmpred->start(*m_draft.alignment, couplingsOptions(m_tools.parameters), m_tools.parameters.ccmpred,
                     m_folder);
}

void JobRun::ccmpredEnded(const Result<QString> &couplings)
{
    const Result<QString> outcome = couplings;
    const QStringList command = m_ccmpred->command();
    const CcmpredOutput output = m_ccmpred->output();
    m_ccmpred.release()->deleteLater();
    if (!outcome.isOk())
        return fail(outcome.error());
    addProvenance(m_draft, QStringLiteral("seconds"),
                  {{QStringLiteral("couplings"), double(m_processTime.elapsed()) / 1000}});
    onWorker(
        [draft = std::move(m_draft), raw = outcome.value(), output, command, tools = m_tools,
         path = pathOf(kDraftFile), folder = m_folder] {
            auto kept = ccmpredStage(draft, raw, output, command, tools).andThen([&](JobResult &&result) {
                return keepDraft(std::move(result), path);
            });
            removeCcmpredFiles(folder);
            return kept;
        },
        &JobRun::runPrediction);
}

void JobRun::runPrediction(JobResult draft)
{
    enterStage(JobStage::Prediction);
    onWorker(
        [draft = std::move(draft), tools = m_tools, path = m_resultPath, checksum = m_checksum] {
            return predictionStage(draft, tools).andThen([&](JobResult &&result) {
                return tools.stop.stop_requested() ? Error::cancelled()
                                                   : keepResult(std::move(result), path, *checksum);
            });
        },
        &JobRun::conclude);
}

void JobRun::conclude(JobResult result)
{
    closeStage();
    m_record.state = JobState::Finished;
    m_record.finished = QDateTime::currentDateTimeUtc();
    m_record.resultPath = m_resultPath;
    m_record.checksum = *m_checksum;
    m_record.trimmed = false;
    m_record.trimmedChecksum.clear();
    m_record.error = {};
    const auto shared = std::make_shared<const JobResult>(std::move(result));
    m_clerk.save(this, m_record, [this, shared](const Result<void> &stored) {
        if (!stored.isOk())
            return fail(stored.error());
        Q_EMIT changed();
        Q_EMIT finished(shared);
    });
}

void JobRun::fail(const Error &reason)
{
    const Error error = withFullDisk(reason, m_folder);
    if (!m_startedBefore) {
        m_record.state = error.isCancelled() ? JobState::Cancelled : JobState::Failed;
        m_record.finished = QDateTime::currentDateTimeUtc();
        m_record.resultPath.clear();
        m_record.checksum.clear();
        m_record.error = error;
    } else if (m_record.trimmed) { // its trimmed result is still there; else the new one is already
        m_record.state = JobState::Finished;
        m_record.stage = JobStage::Prediction;
        m_record.started = *m_startedBefore;
    }
    m_clerk.save(this, m_record, [this, error](const Result<void> &stored) {
        if (!stored.isOk())
            qWarning("%s", qPrintable(stored.error().text()));
        if (!error.isCancelled()) // of that the runner tells, once the job is off its hands
            Q_EMIT changed();
        Q_EMIT failed(error);
    });
}

} // namespace WhiteBox
