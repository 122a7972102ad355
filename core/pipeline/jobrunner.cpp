// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobrunner.h"

#include "core/pipeline/jobworker.h"
#include "core/pipeline/setup.h"
#include "core/pipeline/stages.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"
#include "core/tools/jackhmmersearch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <deque>

namespace WhiteBox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("JobRunner", text);
}

/// A job from its submission to its end.
struct Task
{
    int number = 0; ///< tells answers to a running job from those to earlier ones
    JobRecord record;
    JobInput input;
    StageTools tools;
    StopSource stop;
    bool reuse = false;  ///< the stored result is wanted
    bool resume = false; ///< the draft comes from the job's folder
    JobResult draft;
    std::shared_ptr<QString> checksum = std::make_shared<QString>(); ///< of the result, from the worker
    QElapsedTimer searchTime;
};

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

Error notResumable(const QString &id, const QString &why)
{
    Error error;
    error.what = tr("The job %1 cannot be resumed").arg(id);
    error.why = why;
    error.remedy = tr("Start it again from its input.");
    return error;
}

} // namespace

struct JobRunner::Private
{
    JobRunner *q = nullptr;
    std::shared_ptr<JobStore> store;
    JobWorker worker;
    std::deque<std::unique_ptr<Task>> queue;
    std::unique_ptr<Task> current;
    std::unique_ptr<JackhmmerSearch> search;
    int lastNumber = 0;
    QString modelPath; ///< of the model below
    std::shared_ptr<const Predictor> model;

    using Work = JobWorker::Work;
    using Next = void (Private::*)(JobResult);

    Result<std::shared_ptr<const Predictor>> loadModelOnce(const QString &path);
    Result<void> prepareTask(Task &task);
    QString activeWithKey(const QString &key) const;
    void enqueue(std::unique_ptr<Task> task);
    void later(std::function<void()> action);
    void startNext();
    void beginStored();
    void begin();
    void afterDraft(JobResult draft);
    void enterStage(JobStage stage);
    void startSearch();
    void searchEnded(const Result<QString> &alignment);
    void runAlignment(const QString &stockholm);
    void runCouplings(JobResult draft);
    void runPrediction(JobResult draft);
    void finish(JobResult result);
    void fail(const Error &error);
    void endCurrent();
    bool save(const JobRecord &record);
    void onWorker(Work work, Next next);
    Progress progressOf(JobStage stage);
    QString file(const QString &name) const;
};

Result<std::shared_ptr<const Predictor>> JobRunner::Private::loadModelOnce(const QString &path)
{
    if (model && modelPath == path)
        return model;
    auto loaded = loadModel(path);
    if (loaded.isOk()) {
        model = loaded.value();
        modelPath = path;
    }
    return loaded;
}

/// Looks at everything the job needs; on failure the record knows no key.
Result<void> JobRunner::Private::prepareTask(Task &task)
{
    const auto &parameters = task.tools.parameters;
    auto predictor = loadModelOnce(parameters.model);
    JobEnvironment environment;
    Result<void> good;
    if (predictor.isOk()) {
        task.tools.predictor = predictor.value();
        auto examined = examineEnvironment(task.input.kind, parameters, *predictor.value());
        if (examined.isOk())
            environment = examined.value();
        else
            good = examined.error();
    } else {
        good = predictor.error();
    }
    task.record.request = requestJson(task.input, parameters, environment);
    if (good.isOk())
        task.record.key = jobKey(task.input, parameters, environment);
    return good;
}

QString JobRunner::Private::activeWithKey(const QString &key) const
{
    if (current && current->record.key == key)
        return current->record.id;
    for (const auto &task : queue)
        if (task->record.key == key)
            return task->record.id;
    return {};
}

void JobRunner::Private::later(std::function<void()> action)
{
    QMetaObject::invokeMethod(q, std::move(action), Qt::QueuedConnection);
}

void JobRunner::Private::enqueue(std::unique_ptr<Task> task)
{
    task->number = ++lastNumber;
    task->tools.stop = task->stop.get_token();
    const QString id = task->record.id;
    queue.push_back(std::move(task));
    later([this, id] {
        Q_EMIT q->jobChanged(id);
        startNext();
    });
}

QString JobRunner::Private::file(const QString &name) const
{
    return store->jobFolder(current->record.id) + QLatin1Char('/') + name;
}

bool JobRunner::Private::save(const JobRecord &record)
{
    const auto stored = store->update(record);
    if (!stored.isOk())
        qWarning("%s", qPrintable(stored.error().text()));
    return stored.isOk();
}

Progress JobRunner::Private::progressOf(JobStage stage)
{
    return worker.throttled([this, number = current->number, stage](double fraction, const QString &text) {
        if (current && current->number == number)
            Q_EMIT q->jobProgress(current->record.id, stage, fraction, text);
    });
}

void JobRunner::Private::onWorker(Work work, Next next)
{
    worker.run(std::move(work), [this, number = current->number, next](Result<JobResult> result) {
        if (!current || current->number != number)
            return;
        if (!result.isOk())
            fail(result.error());
        else if (current->stop.stop_requested() && next != &Private::finish)
            fail(Error::cancelled());
        else
            (this->*next)(std::move(result).value());
    });
}

void JobRunner::Private::startNext()
{
    if (current || queue.empty())
        return;
    current = std::move(queue.front());
    queue.pop_front();
    if (current->reuse)
        beginStored();
    else
        begin();
}

void JobRunner::Private::beginStored()
{
    const JobRecord record = current->record;
    const int number = current->number;
    worker.run([record] { return loadStoredResult(record); }, [this, number](Result<JobResult> result) {
        if (!current || current->number != number)
            return;
        if (result.isOk()) {
            const QString id = current->record.id;
            const auto shared = std::make_shared<const JobResult>(std::move(result).value());
            endCurrent();
            Q_EMIT q->jobFinished(id, shared);
            return;
        }
        // What was stored is damaged: the job is done again, in its place.
        current->reuse = false;
        begin();
    });
}

void JobRunner::Private::begin()
{
    current->record.state = JobState::Running;
    current->record.started = QDateTime::currentDateTimeUtc();
    current->record.finished = {};
    current->record.resultPath.clear();
    current->record.checksum.clear();
    current->record.error = {};
    save(current->record);
    Q_EMIT q->jobChanged(current->record.id);
    onWorker(
        [input = current->input, record = current->record, resume = current->resume, path = file(kDraftFile)] {
            return resume ? resumeDraft(input, record, path) : newDraft(input, record, path);
        },
        &Private::afterDraft);
}

void JobRunner::Private::afterDraft(JobResult draft)
{
    if (draft.couplings)
        return runPrediction(std::move(draft));
    if (draft.alignment)
        return runCouplings(std::move(draft));
    current->draft = std::move(draft);
    startSearch();
}

void JobRunner::Private::enterStage(JobStage stage)
{
    current->record.stage = stage;
    current->tools.progress = progressOf(stage);
    save(current->record);
    Q_EMIT q->jobChanged(current->record.id);
}

void JobRunner::Private::startSearch()
{
    enterStage(JobStage::Search);
    const auto &parameters = current->tools.parameters;
    JackhmmerOptions options;
    options.program = parameters.jackhmmer;
    options.rounds = parameters.searchRounds;
    options.inclusionEvalue = parameters.inclusionEvalue;
    options.threads = std::max(1, parameters.threads);
    search = std::make_unique<JackhmmerSearch>();
    const int number = current->number;
    const int rounds = std::max(1, parameters.searchRounds);
    QObject::connect(search.get(), &JackhmmerSearch::progress, q,
                     [this, number, rounds](int round, double fraction, const QString &text) {
                         if (!current || current->number != number)
                             return;
                         const double share = fraction < 0 ? fraction : (round - 1 + fraction) / rounds;
                         Q_EMIT q->jobProgress(current->record.id, JobStage::Search, share, text);
                     });
    QObject::connect(search.get(), &JackhmmerSearch::finished, q, [this, number](const Result<QString> &alignment) {
        if (current && current->number == number)
            searchEnded(alignment);
    });
    current->searchTime.start();
    search->start(current->draft.query, parameters.database, options, store->jobFolder(current->record.id));
}

void JobRunner::Private::searchEnded(const Result<QString> &alignment)
{
    const QStringList command = search->command();
    const JackhmmerOutput output = search->output();
    search.release()->deleteLater();
    if (!alignment.isOk())
        return fail(alignment.error());
    if (current->stop.stop_requested())
        return fail(Error::cancelled());
    addProvenance(current->draft, QStringLiteral("search"),
                  {{QStringLiteral("command"), QJsonArray::fromStringList(command)},
                   {QStringLiteral("rounds"), output.finishedRounds},
                   {QStringLiteral("converged"), output.converged}});
    addProvenance(current->draft, QStringLiteral("seconds"),
                  {{QStringLiteral("search"), double(current->searchTime.elapsed()) / 1000}});
    runAlignment(alignment.value());
}

void JobRunner::Private::runAlignment(const QString &stockholm)
{
    enterStage(JobStage::Alignment);
    onWorker(
        [draft = current->draft, stockholm, tools = current->tools, path = file(kDraftFile)] {
            return alignmentStage(draft, stockholm, tools).andThen([&](JobResult &&result) {
                return keepDraft(std::move(result), path);
            });
        },
        &Private::runCouplings);
}

void JobRunner::Private::runCouplings(JobResult draft)
{
    enterStage(JobStage::Couplings);
    onWorker(
        [draft = std::move(draft), tools = current->tools, path = file(kDraftFile)] {
            return couplingsStage(draft, tools).andThen([&](JobResult &&result) {
                return keepDraft(std::move(result), path);
            });
        },
        &Private::runPrediction);
}

void JobRunner::Private::runPrediction(JobResult draft)
{
    enterStage(JobStage::Prediction);
    onWorker(
        [draft = std::move(draft), tools = current->tools, path = store->resultPath(current->record.id),
         checksum = current->checksum] {
            return predictionStage(draft, tools).andThen([&](JobResult &&result) {
                return tools.stop.stop_requested() ? Error::cancelled()
                                                   : keepResult(std::move(result), path, *checksum);
            });
        },
        &Private::finish);
}

void JobRunner::Private::finish(JobResult result)
{
    auto &record = current->record;
    record.state = JobState::Finished;
    record.finished = QDateTime::currentDateTimeUtc();
    record.resultPath = store->resultPath(record.id);
    record.checksum = *current->checksum;
    const auto stored = store->update(record);
    if (!stored.isOk())
        return fail(stored.error());
    QFile::remove(file(kDraftFile));
    const QString id = record.id;
    endCurrent();
    Q_EMIT q->jobChanged(id);
    Q_EMIT q->jobFinished(id, std::make_shared<const JobResult>(std::move(result)));
}

void JobRunner::Private::fail(const Error &error)
{
    auto &record = current->record;
    record.state = error.isCancelled() ? JobState::Cancelled : JobState::Failed;
    record.finished = QDateTime::currentDateTimeUtc();
    record.error = error;
    save(record);
    const QString id = record.id;
    endCurrent();
    Q_EMIT q->jobChanged(id);
    if (!error.isCancelled())
        Q_EMIT q->jobFailed(id, error);
}

void JobRunner::Private::endCurrent()
{
    current.reset();
    later([this] { startNext(); });
}

JobRunner::JobRunner(std::shared_ptr<JobStore> store, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->store = std::move(store);
    d->worker.setContext(this);
}

JobRunner::~JobRunner()
{
    d->search.reset();
    if (d->current) {
        d->current->stop.request_stop();
        d->worker.wait();
        d->queue.push_front(std::move(d->current));
    }
    for (const auto &task : d->queue) {
        task->record.state = task->reuse ? JobState::Finished : JobState::Interrupted;
        d->save(task->record);
    }
}

QString JobRunner::submit(const JobInput &input, const JobParameters &parameters, bool again)
{
    auto task = std::make_unique<Task>();
    task->input = input;
    task->tools.parameters = parameters;
    const auto ready = d->prepareTask(*task);
    if (ready.isOk() && !again) {
        if (const QString active = d->activeWithKey(task->record.key); !active.isEmpty())
            return active;
        if (const auto stored = d->store->findFinished(task->record.key); stored.isOk() && stored.value()) {
            task->record = *stored.value();
            task->reuse = true;
            const QString id = task->record.id;
            d->enqueue(std::move(task));
            return id;
        }
    }
    JobRecord &record = task->record;
    record.id = JobStore::newId();
    record.name = input.query.name;
    record.length = input.query.length();
    record.created = QDateTime::currentDateTimeUtc();
    record.state = ready.isOk() ? JobState::Queued : JobState::Failed;
    const auto inserted = d->store->insert(record);
    const QString id = record.id;
    if (ready.isOk() && inserted.isOk()) {
        d->enqueue(std::move(task));
        return id;
    }
    record.error = ready.isOk() ? inserted.error() : ready.error();
    d->save(record);
    d->later([this, id, error = record.error] {
        Q_EMIT jobChanged(id);
        Q_EMIT jobFailed(id, error);
    });
    return id;
}

Result<void> JobRunner::resume(const QString &id)
{
    auto record = d->store->find(id);
    if (!record.isOk())
        return record.error();
    if (record.value().isActive() || record.value().state == JobState::Finished)
        return notResumable(id, tr("it is %1").arg(labelOf(record.value().state).toLower()));
    auto task = std::make_unique<Task>();
    task->record = record.value();
    task->resume = QFileInfo::exists(d->store->jobFolder(id) + QLatin1Char('/') + kDraftFile);
    task->input.kind = kindOf(task->record.request);
    task->input.query = queryOf(task->record.request);
    if (!task->resume && task->input.kind != InputKind::Sequence)
        return notResumable(id, tr("its input was not kept"));
    task->tools.parameters = parametersOf(task->record.request);
    if (auto ready = d->prepareTask(*task); !ready.isOk())
        return ready;
    task->record.state = JobState::Queued;
    if (auto updated = d->store->update(task->record); !updated.isOk())
        return updated;
    d->enqueue(std::move(task));
    return {};
}

void JobRunner::cancel(const QString &id)
{
    if (d->current && d->current->record.id == id) {
        d->current->stop.request_stop();
        if (d->search)
            d->search->cancel();
        return;
    }
    const auto found = std::find_if(d->queue.begin(), d->queue.end(),
                                    [&](const auto &task) { return task->record.id == id; });
    if (found == d->queue.end())
        return;
    auto task = std::move(*found);
    d->queue.erase(found);
    if (!task->reuse) {
        task->record.state = JobState::Cancelled;
        task->record.finished = QDateTime::currentDateTimeUtc();
        d->save(task->record);
    }
    d->later([this, id] { Q_EMIT jobChanged(id); });
}

QStringList JobRunner::activeJobs() const
{
    QStringList ids;
    if (d->current)
        ids << d->current->record.id;
    for (const auto &task : d->queue)
        ids << task->record.id;
    return ids;
}

} // namespace WhiteBox
