// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobbatch.h"

#include "app/cli/jobreport.h"
#include "core/store/jobstore.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <stop_token>

namespace WhiteBox::Cli {

namespace {

QDateTime computedAt(const JobResult &result)
{
    const QString finished = result.provenance[QStringLiteral("finished")].toString();
    return QDateTime::fromString(finished, Qt::ISODateWithMs).toLocalTime();
}

/// Prints what became of a job, and copies its files; the exit status of its outcome.
int concludeJob(const QString &id, const JobBatch &batch, const JobStore &store, const QString &out,
                const Context &context, QJsonArray &documents)
{
    const auto result = batch.result(id);
    Error failure = result ? Error() : batch.errorOf(id);
    QStringList files;
    if (result && !out.isEmpty()) {
        const QString folder = batch.ids().size() == 1 ? out : out + QLatin1Char('/') + id;
        auto exported = exportResult(*result, store.resultPath(id), folder);
        if (exported.isOk())
            files = exported.value();
        else
            failure = exported.error();
    }
    const bool failed = !result || !failure.what.isEmpty();
    if (context.json) {
        QJsonObject document = result ? resultJson(*result, store.resultPath(id), files)
                                      : QJsonObject{{QStringLiteral("job"), id}};
        if (result)
            document[QStringLiteral("stored")] = batch.isStored(id);
        if (failed)
            document[QStringLiteral("error")] = toJson(failure);
        documents << document;
        return failed ? exitStatusOf(failure.kind) : 0;
    }
    if (result)
        printResult(*result, store.resultPath(id), files);
    if (result && batch.isStored(id))
        std::printf("  stored     computed %s; --again computes it anew\n",
                    qPrintable(computedAt(*result).toString(QStringLiteral("yyyy-MM-dd hh:mm"))));
    return failed ? report(failure, context) : 0;
}

} // namespace

JobBatch::JobBatch(std::shared_ptr<JobStore> store, Context &context)
    : m_store(std::move(store))
    , m_runner(m_store)
    , m_context(context)
{
    connectRunner();
}

void JobBatch::connectRunner()
{
    QObject::connect(&m_runner, &JobRunner::jobProgress, &m_runner,
                     [progress = terminalProgress()](const QString &, JobStage stage, double fraction,
                                                     const QString &text) {
                         progress.report(fraction, QStringLiteral("%1: %2").arg(labelOf(stage), text));
                     });
    QObject::connect(&m_runner, &JobRunner::jobFinished, &m_runner,
                     [this](const QString &id, const std::shared_ptr<const JobResult> &result) {
                         m_results[id] = result;
                         leaveWhenDone();
                     });
    QObject::connect(&m_runner, &JobRunner::jobFailed, &m_runner,
                     [this](const QString &id, const Error &error) {
                         m_errors[id] = error;
                         leaveWhenDone();
                     });
    QObject::connect(&m_runner, &JobRunner::jobChanged, &m_runner, [this] { leaveWhenDone(); });
    QObject::connect(&m_runner, &JobRunner::jobReused, &m_runner,
                     [this](const QString &id, const QString &storedId) {
                         m_ids.replaceInStrings(id, storedId);
                         m_stored << storedId;
                         m_ids.removeDuplicates();
                     });
}

void JobBatch::submit(const JobInput &input, const JobParameters &parameters, bool again)
{
    m_ids << m_runner.submit(input, parameters, again);
}

void JobBatch::resume(const QString &id)
{
    if (!m_ids.contains(id))
        m_ids << id;
    m_runner.resume(id);
}

void JobBatch::wait()
{
    // The token is stopped in another thread: the runner is told in its own.
    const std::stop_callback stopped(m_context.stop, [this] {
        QMetaObject::invokeMethod(
            &m_runner, [this] { cancelAll(); }, Qt::QueuedConnection);
    });
    if (!isDone())
        m_loop.exec();
    clearProgressLine();
}

bool JobBatch::isDone() const
{
    for (const auto &id : m_ids)
        if (!m_results.contains(id) && !m_errors.contains(id) && !m_cancelled)
            return false;
    return m_runner.activeJobs().isEmpty();
}

void JobBatch::leaveWhenDone()
{
    if (isDone())
        m_loop.quit();
}

void JobBatch::cancelAll()
{
    m_cancelled = true;
    const QStringList active = m_runner.activeJobs();
    for (auto id = active.rbegin(); id != active.rend(); ++id)
        m_runner.cancel(*id);
    leaveWhenDone();
}

int tellLeftOut(const std::vector<Error> &leftOut, const Context &context)
{
    if (!context.json)
        for (const Error &error : leftOut)
            report(error, context);
    return leftOut.empty() ? 0 : exitStatusOf(leftOut.front().kind);
}

QJsonObject jobsDocument(const QJsonArray &jobs, const std::vector<Error> &leftOut)
{
    QJsonObject document{{QStringLiteral("jobs"), jobs}};
    QJsonArray errors;
    for (const Error &error : leftOut)
        errors << toJson(error);
    if (!errors.isEmpty())
        document[QStringLiteral("leftOut")] = errors;
    return document;
}

int concludeJobs(const JobBatch &batch, const JobStore &store, const QString &out, const Context &context,
                 const std::vector<Error> &leftOut)
{
    QJsonArray documents;
    int status = 0;
    for (const auto &id : batch.ids()) {
        const int one = concludeJob(id, batch, store, out, context, documents);
        status = status == 0 ? one : status;
    }
    if (context.json)
        printJson(jobsDocument(documents, leftOut));
    return status != 0 || leftOut.empty() ? status : exitStatusOf(leftOut.front().kind);
}

} // namespace WhiteBox::Cli
