// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/jobinput.h"
#include "core/pipeline/jobrequest.h"
#include "core/store/jobrecord.h"
#include "core/store/jobresult.h"

#include <QObject>

#include <memory>

namespace WhiteBox {

class JobStore;

/// The scheduler of jobs: runs one at a time in order of submission, stage by stage, keeps the store up to
/// date and tells of progress. Lives in the thread that created it (an event loop is needed) and never makes
/// it wait until it is destroyed: its work, the library's files and the looking for what a job needs are
/// elsewhere.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    explicit JobRunner(std::shared_ptr<JobStore> store, QObject *parent = nullptr);
    /// Interrupts what runs. Waits until all of it is written down, so that it can be resumed.
    ~JobRunner() override;

    /// Queues a job and returns its id at once. What it needs is looked at elsewhere: jobChanged tells when
    /// it is in the library, jobFailed what is missing, and jobReused whether the same input with the same
    /// parameters, database and versions is known already (unless again is set).
    QString submit(const JobInput &input, const JobParameters &parameters, bool again = false);
    /// Takes up an interrupted, cancelled or failed job after its last finished stage. What stands against it
    /// (no such job, one that is finished, its input not kept, another database, program or network than it
    /// was submitted with) arrives as jobFailed; its record stays as it was then.
    void resume(const QString &id);
    /// Ends a queued or running job, with all programs that it started. Others are left alone.
    void cancel(const QString &id);
    /// The running or queued jobs, first the running one.
    QStringList activeJobs() const;

Q_SIGNALS:
    /// A job has another state or stage. The library has it too, at the latest soon.
    void jobChanged(const WhiteBox::JobRecord &record);
    /// A submitted id is no job of its own: the stored or active job storedId answers it. jobChanged of that
    /// follows, and its end.
    void jobReused(const QString &id, const QString &storedId);
    /// fraction of the stage, negative where it is not known; text says what is going on.
    void jobProgress(const QString &id, WhiteBox::JobStage stage, double fraction, const QString &text);
    /// The library has the result.
    void jobFinished(const QString &id, std::shared_ptr<const WhiteBox::JobResult> result);
    /// Not sent for a cancelled job (its record says so).
    void jobFailed(const QString &id, const WhiteBox::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace WhiteBox
