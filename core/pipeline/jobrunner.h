// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/jobinput.h"
#include "core/store/jobrecord.h"
#include "core/store/jobresult.h"

#include <QObject>

#include <memory>

namespace WhiteBox {

class JobStore;

/// What a job is computed with; all of it enters the job's key, but for threads.
struct JobParameters
{
    QString database;              ///< FASTA file that jackhmmer searches (sequence inputs only)
    QString jackhmmer;             ///< program; empty: from PATH
    int searchRounds = 3;          ///< jackhmmer -N
    double inclusionEvalue = 1e-3; ///< --incE and -E
    double minimumCoverage = 0.5;  ///< of the query, gaps not counted; rows below are dropped
    QString model;                 ///< .safetensors; empty: the shipped network
    int threads = 2;
};

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
