// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/jobclerk.h"
#include "core/pipeline/jobworker.h"
#include "core/pipeline/stages.h"
#include "core/store/jobrecord.h"
#include "core/store/jobresult.h"
#include "core/tools/ccmpredprocess.h"
#include "core/tools/jackhmmersearch.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <optional>

namespace WhiteBox {

class JobStore;

/// One job from its start to its end, stage after stage. Lives in its runner's thread, works in the worker's;
/// the clerk keeps its record in the library. What arrives after its end reaches nobody: answers go to this
/// object alone.
class JobRun : public QObject
{
    Q_OBJECT

public:
    JobRun(JobTask task, const JobStore &store, JobWorker &worker, JobClerk &clerk,
           QObject *parent = nullptr);
    ~JobRun() override;

    const JobRecord &record() const { return m_record; }
    void start();
    /// failed() follows with Cancelled, unless the result was stored already.
    void cancel();
    /// Stops everything at once, without signals; what the worker does ends soon.
    void stop();

Q_SIGNALS:
    /// The record has another state or stage.
    void changed();
    void progress(WhiteBox::JobStage stage, double fraction, const QString &text);
    /// One of these two ends the run.
    void finished(std::shared_ptr<const WhiteBox::JobResult> result);
    void failed(const WhiteBox::Error &error);

private:
    using Next = void (JobRun::*)(JobResult);

    void afterDraft(JobResult draft);
    void enterStage(JobStage stage);
    void prepareToSearch();
    void startSearch(const SearchSetup &setup);
    void tellSearchProgress(int round, double fraction, const QString &text);
    void searchEnded(const Result<QString> &alignment);
    void runAlignment(JobResult draft);
    void runCouplings(JobResult draft);
    void startCcmpred();
    void ccmpredEnded(const Result<QString> &couplings);
    void runPrediction(JobResult draft);
    void conclude(JobResult result);
    void fail(const Error &reason);
    void tellChange();
    /// Writes down how long the stage took that ends here.
    void closeStage();
    void onWorker(JobWorker::Work work, Next next);
    QString pathOf(const QString &file) const { return m_folder + QLatin1Char('/') + file; }

    JobRecord m_record;
    /// When a finished job began whose couplings are computed again: it stays finished, whatever comes.
    std::optional<QDateTime> m_startedBefore;
    StageTools m_tools;
    StopSource m_stop;
    DatabaseInfo m_database;
    QString m_folder; ///< the job's
    QString m_resultPath;
    JobWorker &m_worker;
    JobClerk &m_clerk;
    std::unique_ptr<JackhmmerSearch> m_search;
    std::unique_ptr<CcmpredProcess> m_ccmpred;
    QElapsedTimer m_processTime;         ///< of either program
    QElapsedTimer m_stageTime;           ///< of the stage, where all of it is done here
    bool m_measures;                     ///< its stages' times
    JobResult m_draft;                   ///< until the worker has it
    std::shared_ptr<QString> m_checksum; ///< of the result, set by the worker
};

} // namespace WhiteBox
