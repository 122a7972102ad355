// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobworker.h"

#include "core/pipeline/stages.h"
#include "core/store/resultfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QtConcurrent>

#include <atomic>
#include <chrono>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobWorker)
};

std::int64_t nowMilliseconds()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

JobWorker::JobWorker()
{
    m_pool.setMaxThreadCount(1);
}

JobWorker::~JobWorker()
{
    wait();
}

void JobWorker::wait()
{
    m_pool.waitForDone();
}

void JobWorker::post(QObject *context, std::function<std::function<void()>()> work)
{
    QtConcurrent::run(&m_pool, std::move(work)).then(context, [](const std::function<void()> &answer) {
        answer();
    });
}

Progress JobWorker::throttled(QObject *context, Listener listener) const
{
    auto last = std::make_shared<std::atomic<std::int64_t>>(0);
    auto shared = std::make_shared<Listener>(std::move(listener));
    return Progress([context, shared, last](double fraction, const QString &text) {
        const std::int64_t now = nowMilliseconds();
        if (now - last->load() < 50)
            return;
        last->store(now);
        QMetaObject::invokeMethod(
            context, [shared, fraction, text] { (*shared)(fraction, text); }, Qt::QueuedConnection);
    });
}

Result<JobResult> keepDraft(JobResult draft, const QString &path)
{
    if (auto saved = saveResult(draft, path); !saved.isOk())
        return saved.error();
    return draft;
}

Result<JobResult> keepResult(JobResult result, const QString &path, QString &checksum)
{
    addProvenance(result, QStringLiteral("program"),
                  {{QStringLiteral("name"), QStringLiteral("White Box")},
                   {QStringLiteral("version"), QCoreApplication::applicationVersion()}});
    result.provenance[QStringLiteral("finished")] =
        QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    if (auto saved = saveResult(result, path); !saved.isOk())
        return saved.error();
    auto sum = fileChecksum(path);
    if (!sum.isOk())
        return sum.error();
    checksum = sum.value();
    return result;
}

Result<JobResult> loadStoredResult(const JobRecord &record)
{
    if (!record.checksum.isEmpty()) {
        const auto checksum = fileChecksum(record.resultPath);
        if (!checksum.isOk())
            return checksum.error();
        // A program that was killed while it trimmed may have left either.
        if (checksum.value() != record.checksum && checksum.value() != record.trimmedChecksum)
            return Error::parse(record.resultPath, 0,
                                Text::tr("its checksum is not the one that was stored with the job"),
                                Text::tr("The file is damaged: run the job again."));
    }
    return loadResult(record.resultPath);
}

} // namespace WhiteBox
