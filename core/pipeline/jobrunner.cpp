// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobrunner.h"

#include "core/pipeline/jobrun.h"
#include "core/pipeline/setup.h"
#include "core/store/jobstore.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <deque>
#include <functional>

namespace WhiteBox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("JobRunner", text);
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
    std::deque<JobTask> queue;
    std::unique_ptr<JobRun> current;
    QString modelPath; ///< of the model below
    std::shared_ptr<const Predictor> model;

    Result<std::shared_ptr<const Predictor>> loadModelOnce(const QString &path);
    Result<void> prepareTask(JobTask &task);
    QString activeWithKey(const QString &key) const;
    QString reuseStored(JobTask &task);
    QString enqueue(JobTask task);
    QString refuse(JobRecord record, const Error &error);
    void save(const JobRecord &record);
    void later(std::function<void()> action);
    void startNext();
    void end();
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

/// Looks at everything the job needs; on failure the record has no key.
Result<void> JobRunner::Private::prepareTask(JobTask &task)
{
    task.record.request = requestJson(task.input, task.parameters, {});
    auto predictor = loadModelOnce(task.parameters.model);
    if (!predictor.isOk())
        return predictor.error();
    task.predictor = predictor.value();
    const auto environment = examineEnvironment(task.input.kind, task.parameters, *task.predictor);
    if (!environment.isOk())
        return environment.error();
    task.record.request = requestJson(task.input, task.parameters, environment.value());
    task.record.key = jobKey(task.input, task.parameters, environment.value());
    return {};
}

QString JobRunner::Private::activeWithKey(const QString &key) const
{
    if (current && current->record().key == key)
        return current->record().id;
    for (const auto &task : queue)
        if (task.record.key == key)
            return task.record.id;
    return {};
}

/// The id of an active or finished job that answers the task, else empty.
QString JobRunner::Private::reuseStored(JobTask &task)
{
    if (const QString active = activeWithKey(task.record.key); !active.isEmpty())
        return active;
    const auto stored = store->findFinished(task.record.key);
    if (!stored.isOk() || !stored.value())
        return {};
    task.record = *stored.value();
    task.reuse = true;
    return enqueue(std::move(task));
}

QString JobRunner::Private::enqueue(JobTask task)
{
    const QString id = task.record.id;
    queue.push_back(std::move(task));
    later([this, id] {
        Q_EMIT q->jobChanged(id);
        startNext();
    });
    return id;
}

/// A job that cannot start is stored as failed, so that the library tells why.
QString JobRunner::Private::refuse(JobRecord record, const Error &error)
{
    record.state = JobState::Failed;
    record.error = error;
    save(record);
    later([this, id = record.id, error] {
        Q_EMIT q->jobChanged(id);
        Q_EMIT q->jobFailed(id, error);
    });
    return record.id;
}

void JobRunner::Private::save(const JobRecord &record)
{
    if (const auto stored = store->update(record); !stored.isOk())
        qWarning("%s", qPrintable(stored.error().text()));
}

void JobRunner::Private::later(std::function<void()> action)
{
    QMetaObject::invokeMethod(q, std::move(action), Qt::QueuedConnection);
}

void JobRunner::Private::startNext()
{
    if (current || queue.empty())
        return;
    current = std::make_unique<JobRun>(std::move(queue.front()), store, worker, q);
    queue.pop_front();
    const QString id = current->record().id;
    connect(current.get(), &JobRun::changed, q, [this, id] { Q_EMIT q->jobChanged(id); });
    connect(current.get(), &JobRun::progress, q, [this, id](JobStage stage, double fraction, const QString &text) {
        Q_EMIT q->jobProgress(id, stage, fraction, text);
    });
    connect(current.get(), &JobRun::finished, q, [this, id](const std::shared_ptr<const JobResult> &result) {
        end();
        Q_EMIT q->jobFinished(id, result);
    });
    connect(current.get(), &JobRun::failed, q, [this, id](const Error &error) {
        end();
        if (error.isCancelled())
            Q_EMIT q->jobChanged(id);
        else
            Q_EMIT q->jobFailed(id, error);
    });
    current->start();
}

void JobRunner::Private::end()
{
    // It is one of its own signals that brought us here.
    current.release()->deleteLater();
    later([this] { startNext(); });
}

JobRunner::JobRunner(std::shared_ptr<JobStore> store, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->store = std::move(store);
}

JobRunner::~JobRunner()
{
    if (d->current)
        d->current->interrupt();
    for (auto &task : d->queue) {
        if (task.reuse)
            continue;
        task.record.state = JobState::Interrupted;
        d->save(task.record);
    }
}

QString JobRunner::submit(const JobInput &input, const JobParameters &parameters, bool again)
{
    JobTask task;
    task.input = input;
    task.parameters = parameters;
    const auto ready = d->prepareTask(task);
    if (ready.isOk() && !again)
        if (const QString id = d->reuseStored(task); !id.isEmpty())
            return id;
    JobRecord &record = task.record;
    record.id = JobStore::newId();
    record.name = input.query.name;
    record.length = input.query.length();
    record.created = QDateTime::currentDateTimeUtc();
    record.state = ready.isOk() ? JobState::Queued : JobState::Failed;
    const auto inserted = d->store->insert(record);
    if (!ready.isOk())
        return d->refuse(record, ready.error());
    if (!inserted.isOk())
        return d->refuse(record, inserted.error());
    return d->enqueue(std::move(task));
}

Result<void> JobRunner::resume(const QString &id)
{
    const auto record = d->store->find(id);
    if (!record.isOk())
        return record.error();
    if (record.value().isActive() || record.value().state == JobState::Finished)
        return notResumable(id, tr("it is %1").arg(labelOf(record.value().state).toLower()));
    JobTask task;
    task.record = record.value();
    task.resume = QFileInfo::exists(d->store->jobFolder(id) + QLatin1Char('/') + kDraftFile);
    task.input.kind = kindOf(task.record.request);
    task.input.query = queryOf(task.record.request);
    if (!task.resume && task.input.kind != InputKind::Sequence)
        return notResumable(id, tr("its input was not kept"));
    task.parameters = parametersOf(task.record.request);
    if (auto ready = d->prepareTask(task); !ready.isOk())
        return ready;
    // Key and request stay what they were: the input that made them is in the draft.
    task.record = record.value();
    task.record.state = JobState::Queued;
    if (auto updated = d->store->update(task.record); !updated.isOk())
        return updated;
    d->enqueue(std::move(task));
    return {};
}

void JobRunner::cancel(const QString &id)
{
    if (d->current && d->current->record().id == id) {
        d->current->cancel();
        return;
    }
    const auto found = std::find_if(d->queue.begin(), d->queue.end(),
                                    [&](const JobTask &task) { return task.record.id == id; });
    if (found == d->queue.end())
        return;
    JobTask task = std::move(*found);
    d->queue.erase(found);
    if (!task.reuse) {
        task.record.state = JobState::Cancelled;
        task.record.finished = QDateTime::currentDateTimeUtc();
        d->save(task.record);
    }
    d->later([this, id] { Q_EMIT jobChanged(id); });
}

QStringList JobRunner::activeJobs() const
{
    QStringList ids;
    if (d->current)
        ids << d->current->record().id;
    for (const auto &task : d->queue)
        ids << task.record.id;
    return ids;
}

} // namespace WhiteBox
