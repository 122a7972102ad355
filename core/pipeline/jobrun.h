// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/jobrequest.h"
#include "core/pipeline/jobworker.h"
#include "core/pipeline/stages.h"
#include "core/store/jobrecord.h"
#include "core/store/jobresult.h"
#include "core/tools/ccmpredprocess.h"
#include "core/tools/jackhmmersearch.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace WhiteBox {

class JobStore;

/// What a job starts from.
struct JobTask
{
    JobRecord record;
    JobInput input;
    JobParameters parameters;
    std::shared_ptr<const Predictor> predictor;
    bool reuse = false;  ///< the stored result is wanted
    bool resume = false; ///< the draft comes from the job's folder
};

/// One job from its start to its end, stage after stage; keeps its record in the store up to date. Lives in
/// its runner's thread, works in the worker's. What arrives after its end reaches nobody: answers go to this
/// object alone.
class JobRun : public QObject
{
    Q_OBJECT

public:
    JobRun(JobTask task, std::shared_ptr<JobStore> store, JobWorker &worker, QObject *parent = nullptr);
    ~JobRun() override;

    const JobRecord &record() const { return m_record; }
    void start();
    /// failed() follows with Cancelled, unless the result was stored already.
    void cancel();
    /// Ends everything at once, without signals, and marks the job as interrupted. Waits for the worker.
    void interrupt();

Q_SIGNALS:
    /// The record has changed in the store.
    void changed();
    void progress(WhiteBox::JobStage stage, double fraction, const QString &text);
    /// One of these two ends the run.
    void finished(std::shared_ptr<const WhiteBox::JobResult> result);
    void failed(const WhiteBox::Error &error);

private:
    using Next = void (JobRun::*)(JobResult);

    void openStored();
    void begin();
    void afterDraft(JobResult draft);
    void enterStage(JobStage stage);
    void startSearch();
    void tellSearchProgress(int round, double fraction, const QString &text);
    void searchEnded(const Result<QString> &alignment);
    void runAlignment(const QString &stockholm);
    void runCouplings(JobResult draft);
    void startCcmpred();
    void ccmpredEnded(const Result<QString> &couplings);
    void runPrediction(JobResult draft);
    void conclude(JobResult result);
    void fail(const Error &error);
    void save();
    void onWorker(JobWorker::Work work, Next next);
    QString draftPath() const;

    JobRecord m_record;
    JobInput m_input;
    StageTools m_tools;
    StopSource m_stop;
    bool m_reuse;
    bool m_resume;
    std::shared_ptr<JobStore> m_store;
    JobWorker &m_worker;
    std::unique_ptr<JackhmmerSearch> m_search;
    std::unique_ptr<CcmpredProcess> m_ccmpred;
    QElapsedTimer m_processTime;         ///< of either program
    JobResult m_draft;                   ///< while one of them runs
    std::shared_ptr<QString> m_checksum; ///< of the result, set by the worker
};

} // namespace WhiteBox
