// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobrunner.h"

#include "core/pipeline/jobrun.h"
#include "core/store/jobstore.h"

#include <QTimer>

#include <algorithm>
#include <deque>
#include <optional>

namespace WhiteBox {

namespace {

using Fate = PreparedJob::Fate;

/// A job that waits, at first for the clerk.
struct Waiting
{
    QString id;
    JobOrder order;              ///< empty where a job is taken up again
    std::optional<JobTask> task; ///< once it can run
    bool cancelled = false;      ///< before the clerk had answered
};

} // namespace

struct JobRunner::Private
{
    Private(JobRunner *owner, std::shared_ptr<JobStore> library)
        : q(owner)
        , store(std::move(library))
        , clerk(store)
    {}

    JobRunner *q;
    std::shared_ptr<JobStore> store;
    JobWorker worker;
    JobClerk clerk;
    std::deque<Waiting> queue;
    std::unique_ptr<JobRun> current;

    auto find(const QString &id)
    {
        return std::find_if(queue.begin(), queue.end(), [&](const Waiting &job) { return job.id == id; });
    }
    void prepare(const QString &id);
    void take(const QString &id, PreparedJob job);
    void askAgain(const QString &id, const JobRecord &other);
    void takeQueued(Waiting &waiting, JobTask task);
    void tellFate(const QString &id, const PreparedJob &job);
    void dropCancelled(JobTask task);
    void startNext();
    void end();
};

void JobRunner::Private::prepare(const QString &id)
{
    clerk.prepare(q, find(id)->order, [this, id](PreparedJob job) { take(id, std::move(job)); });
}

/// Another process computes the same: its result will do, and if none comes, the job is computed here. Those
/// behind it need not wait.
void JobRunner::Private::askAgain(const QString &id, const JobRecord &other)
{
    constexpr int kPause = 1000; // milliseconds
    const auto waiting = find(id);
    std::rotate(waiting, waiting + 1, queue.end());
    Q_EMIT q->jobProgress(id, other.stage, -1, JobRunner::tr("another White Box computes the same"));
    QTimer::singleShot(kPause, q, [this, id] { prepare(id); });
    startNext();
}

/// The clerk's answer to an order.
void JobRunner::Private::take(const QString &id, PreparedJob job)
{
    const auto waiting = find(id);
    if (job.fate == Fate::Queued && !waiting->cancelled)
        return takeQueued(*waiting, std::move(job.task));
    if (job.fate == Fate::Elsewhere && !waiting->cancelled)
        return askAgain(id, job.task.record);
    queue.erase(waiting);
    if (job.fate == Fate::Queued)
        dropCancelled(std::move(job.task));
    else
        tellFate(id, job);
    startNext();
}

void JobRunner::Private::takeQueued(Waiting &waiting, JobTask task)
{
    const QString ordered = waiting.id;
    const JobRecord record = task.record;
    waiting.id = record.id;
    waiting.task = std::move(task);
    if (record.id != ordered)
        Q_EMIT q->jobReused(ordered, record.id);
    Q_EMIT q->jobChanged(record);
    startNext();
}

void JobRunner::Private::tellFate(const QString &id, const PreparedJob &job)
{
    JobRecord record = job.task.record;
    if (job.fate == Fate::Elsewhere) { // cancelled while it waited; it never was in the library
        record.id = id;
        record.state = JobState::Cancelled;
    }
    if (record.id != id)
        Q_EMIT q->jobReused(id, record.id);
    if (job.fate != Fate::Refused)
        Q_EMIT q->jobChanged(record);
    if (job.fate == Fate::Stored)
        Q_EMIT q->jobFinished(record.id, job.result);
    if (job.fate == Fate::Failed || job.fate == Fate::Refused)
        Q_EMIT q->jobFailed(record.id, job.error);
}

void JobRunner::Private::dropCancelled(JobTask task)
{
    JobRecord record = std::move(task.record);
    record.state = record.trimmed ? JobState::Finished : JobState::Cancelled;
    if (!record.trimmed) // else its result is still there
        record.finished = QDateTime::currentDateTimeUtc();
    clerk.save(q, record, [this, record](const Result<void> &stored) {
        if (!stored.isOk())
            qWarning("%s", qPrintable(stored.error().text()));
        Q_EMIT q->jobChanged(record);
    });
}

void JobRunner::Private::startNext()
{
    if (current || queue.empty() || !queue.front().task)
        return;
    current = std::make_unique<JobRun>(std::move(*queue.front().task), *store, worker, clerk, q);
    queue.pop_front();
    const QString id = current->record().id;
    connect(current.get(), &JobRun::changed, q, [this] { Q_EMIT q->jobChanged(current->record()); });
    connect(current.get(), &JobRun::progress, q,
            [this, id](JobStage stage, double fraction, const QString &text) {
                Q_EMIT q->jobProgress(id, stage, fraction, text);
            });
    connect(current.get(), &JobRun::finished, q, [this, id](const std::shared_ptr<const JobResult> &result) {
        end();
        Q_EMIT q->jobFinished(id, result);
    });
    connect(current.get(), &JobRun::failed, q, [this, id](const Error &error) {
        const JobRecord record = current->record();
        end();
        if (error.isCancelled())
            Q_EMIT q->jobChanged(record);
        else
            Q_EMIT q->jobFailed(id, error);
    });
    current->start();
}

void JobRunner::Private::end()
{
    // It is one of its own signals that brought us here.
    current.release()->deleteLater();
    QMetaObject::invokeMethod(
        q, [this] { startNext(); }, Qt::QueuedConnection);
}

JobRunner::JobRunner(std::shared_ptr<JobStore> store, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(store)))
{}

JobRunner::~JobRunner()
{
    if (d->current)
        d->current->stop();
    d->worker.wait();
    d->clerk.close();
}

QString JobRunner::submit(const JobInput &input, const JobParameters &parameters, bool again)
{
    const QString id = JobStore::newId();
    d->queue.push_back({id, {id, input, parameters, again}, {}, false});
    d->prepare(id);
    return id;
}

void JobRunner::resume(const QString &id)
{
    if (activeJobs().contains(id))
        return;
    d->queue.push_back({id, {}, {}, false});
    d->clerk.prepareAgain(this, id, [this, id](PreparedJob job) { d->take(id, std::move(job)); });
}

void JobRunner::cancel(const QString &id)
{
    if (d->current && d->current->record().id == id) {
        d->current->cancel();
        return;
    }
    const auto found = d->find(id);
    if (found == d->queue.end())
        return;
    if (!found->task) {
        found->cancelled = true;
        return;
    }
    JobTask task = std::move(*found->task);
    d->queue.erase(found);
    d->dropCancelled(std::move(task));
    d->startNext();
}

QStringList JobRunner::activeJobs() const
{
    QStringList ids;
    if (d->current)
        ids << d->current->record().id;
    for (const auto &waiting : d->queue)
        ids << waiting.id;
    return ids;
}

} // namespace WhiteBox
