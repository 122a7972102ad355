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

/// The only scheduler: runs one job at a time in order of submission, stage by stage, keeps the store up to date and
/// tells of progress. Lives in the thread that created it (an event loop is needed); its work runs elsewhere.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    explicit JobRunner(std::shared_ptr<JobStore> store, QObject *parent = nullptr);
    ~JobRunner() override;

    /// Queues a job and returns its id. The same input with the same parameters, database and versions gives the id of
    /// the stored job at once (jobFinished follows), unless again is set.
    QString submit(const JobInput &input, const JobParameters &parameters, bool again = false);
    /// Takes up an interrupted, cancelled or failed job after its last finished stage. Fails: InvalidInput (no such job,
    /// one that is active or finished, or nothing of its input was kept).
    Result<void> resume(const QString &id);
    /// Ends a queued or running job, with all programs that it started. Others are left alone.
    void cancel(const QString &id);
    /// The running or queued jobs, first the running one.
    QStringList activeJobs() const;

Q_SIGNALS:
    /// A record changed in the store (state, stage).
    void jobChanged(const QString &id);
    /// fraction of the stage, negative where it is not known; text says what is going on.
    void jobProgress(const QString &id, WhiteBox::JobStage stage, double fraction, const QString &text);
    void jobFinished(const QString &id, std::shared_ptr<const WhiteBox::JobResult> result);
    /// Not sent for a cancelled job (its record says so).
    void jobFailed(const QString &id, const WhiteBox::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace WhiteBox
