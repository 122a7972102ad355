// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobrun.h"

#include "core/coevolution/fitcheckpoint.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace WhiteBox {

namespace {

Result<JobResult> newDraft(const JobInput &input, const JobRecord &record, const QString &path)
{
    auto draft = draftOf(input, record.id);
    draft.provenance[QStringLiteral("request")] = record.request;
    draft.provenance[QStringLiteral("key")] = record.key;
    return keepDraft(std::move(draft), path);
}

Result<JobResult> resumeDraft(const JobInput &input, const JobRecord &record, const QString &path)
{
    auto kept = loadResult(path);
    // A sequence is all that its job needs to begin anew.
    return kept.isOk() || input.kind != InputKind::Sequence ? kept : newDraft(input, record, path);
}

/// What a write left behind whose process was killed.
void removeUnfinishedFiles(const QString &folder)
{
    QDir directory(folder);
    for (const auto &name : directory.entryList({QStringLiteral("*.part")}, QDir::Files))
        directory.remove(name);
}

} // namespace

JobRun::JobRun(JobTask task, std::shared_ptr<JobStore> store, JobWorker &worker, QObject *parent)
    : QObject(parent)
    , m_record(std::move(task.record))
    , m_input(std::move(task.input))
    , m_reuse(task.reuse)
    , m_resume(task.resume)
    , m_store(std::move(store))
    , m_worker(worker)
    , m_checksum(std::make_shared<QString>())
{
    m_tools.parameters = std::move(task.parameters);
    m_tools.predictor = std::move(task.predictor);
    m_tools.stop = m_stop.get_token();
}

JobRun::~JobRun() = default;

void JobRun::start()
{
    if (m_reuse)
        openStored();
    else
        begin();
}

void JobRun::cancel()
{
    m_stop.request_stop();
    if (m_search)
        m_search->cancel();
    if (m_ccmpred)
        m_ccmpred->cancel();
}

void JobRun::interrupt()
{
    m_search.reset();
    m_ccmpred.reset();
    m_stop.request_stop();
    m_worker.wait();
    m_record.state = m_reuse ? JobState::Finished : JobState::Interrupted;
    save();
}

QString JobRun::draftPath() const
{
    return m_store->jobFolder(m_record.id) + QLatin1Char('/') + kDraftFile;
}

void JobRun::save()
{
    if (const auto stored = m_store->update(m_record); !stored.isOk())
        qWarning("%s", qPrintable(stored.error().text()));
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

void JobRun::openStored()
{
    m_worker.run(
        this, [record = m_record] { return loadStoredResult(record); },
        [this](Result<JobResult> result) {
            if (result.isOk()) {
                Q_EMIT finished(std::make_shared<const JobResult>(std::move(result).value()));
                return;
            }
            // What was stored is damaged: the job is done again, in its place.
            m_reuse = false;
            begin();
        });
}

void JobRun::begin()
{
    m_record.state = JobState::Running;
    m_record.started = QDateTime::currentDateTimeUtc();
    m_record.finished = {};
    m_record.resultPath.clear();
    m_record.checksum.clear();
    m_record.error = {};
    save();
    removeUnfinishedFiles(m_store->jobFolder(m_record.id));
    Q_EMIT changed();
    onWorker(
        [input = m_input, record = m_record, resume = m_resume, path = draftPath()] {
            return resume ? resumeDraft(input, record, path) : newDraft(input, record, path);
        },
        &JobRun::afterDraft);
}

void JobRun::afterDraft(JobResult draft)
{
    if (draft.couplings)
        return runPrediction(std::move(draft));
    if (draft.alignment)
        return runCouplings(std::move(draft));
    m_draft = std::move(draft);
    startSearch();
}

void JobRun::enterStage(JobStage stage)
{
    m_record.stage = stage;
    m_tools.progress = m_worker.throttled(this, [this, stage](double fraction, const QString &text) {
        Q_EMIT progress(stage, fraction, text);
    });
    save();
    Q_EMIT changed();
}

void JobRun::startSearch()
{
    enterStage(JobStage::Search);
    const auto &parameters = m_tools.parameters;
    JackhmmerOptions options;
    options.program = parameters.jackhmmer;
    options.rounds = parameters.searchRounds;
    options.inclusionEvalue = parameters.inclusionEvalue;
    options.threads = std::max(1, parameters.threads);
    m_search = std::make_unique<JackhmmerSearch>(this);
    connect(m_search.get(), &JackhmmerSearch::progress, this, &JobRun::tellSearchProgress);
    connect(m_search.get(), &JackhmmerSearch::finished, this, &JobRun::searchEnded);
    m_processTime.start();
    m_search->start(m_draft.query, parameters.database, options, m_store->jobFolder(m_record.id));
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
    addProvenance(m_draft, QStringLiteral("search"),
                  {{QStringLiteral("command"), QJsonArray::fromStringList(command)},
                   {QStringLiteral("rounds"), output.finishedRounds},
                   {QStringLiteral("converged"), output.converged}});
    addProvenance(m_draft, QStringLiteral("seconds"),
                  {{QStringLiteral("search"), double(m_processTime.elapsed()) / 1000}});
    runAlignment(outcome.value());
}

void JobRun::runAlignment(const QString &stockholm)
{
    enterStage(JobStage::Alignment);
    onWorker(
        [draft = std::move(m_draft), stockholm, tools = m_tools, path = draftPath()] {
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
    m_tools.checkpoint = m_store->jobFolder(m_record.id) + QLatin1Char('/') + kCheckpointFile;
    onWorker(
        [draft = std::move(draft), tools = m_tools, path = draftPath()] {
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
                     m_store->jobFolder(m_record.id));
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
         path = draftPath(), folder = m_store->jobFolder(m_record.id)] {
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
        [draft = std::move(draft), tools = m_tools, path = m_store->resultPath(m_record.id),
         checksum = m_checksum] {
            return predictionStage(draft, tools).andThen([&](JobResult &&result) {
                return tools.stop.stop_requested() ? Error::cancelled()
                                                   : keepResult(std::move(result), path, *checksum);
            });
        },
        &JobRun::conclude);
}

void JobRun::conclude(JobResult result)
{
    m_record.state = JobState::Finished;
    m_record.finished = QDateTime::currentDateTimeUtc();
    m_record.resultPath = m_store->resultPath(m_record.id);
    m_record.checksum = *m_checksum;
    if (const auto stored = m_store->update(m_record); !stored.isOk())
        return fail(stored.error());
    QFile::remove(draftPath());
    Q_EMIT changed();
    Q_EMIT finished(std::make_shared<const JobResult>(std::move(result)));
}

void JobRun::fail(const Error &error)
{
    const Error reason = error;
    m_record.state = reason.isCancelled() ? JobState::Cancelled : JobState::Failed;
    m_record.finished = QDateTime::currentDateTimeUtc();
    m_record.error = reason;
    save();
    Q_EMIT changed();
    Q_EMIT failed(reason);
}

} // namespace WhiteBox
