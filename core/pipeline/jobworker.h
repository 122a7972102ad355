// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/jobrecord.h"
#include "core/store/jobresult.h"

#include <QThreadPool>

#include <functional>

class QObject;

namespace WhiteBox {

/// A job's unfinished result, kept in its folder so that the job can be resumed.
inline const QString kDraftFile = QStringLiteral("draft.h5");
/// The state of its couplings while they are computed.
inline const QString kCheckpointFile = QStringLiteral("couplings.checkpoint");

/// One background thread for the stages of jobs. Answers arrive in the context's thread, through its event
/// loop, and are dropped where the context is gone.
class JobWorker
{
public:
    using Work = std::function<Result<JobResult>()>;
    using Answer = std::function<void(Result<JobResult>)>;
    using Listener = std::function<void(double fraction, const QString &text)>;

    JobWorker();
    ~JobWorker();

    /// Runs work in the background, then answer in the context's thread. Memory that runs out becomes an
    /// Error.
    void run(QObject *context, Work work, Answer answer);
    /// A progress that reaches the listener in the context's thread at most twenty times a second. The
    /// context must outlive the work that reports.
    Progress throttled(QObject *context, Listener listener) const;
    /// Until nothing runs any more.
    void wait();

private:
    QThreadPool m_pool;
};

/// Writes the draft to a file and passes it on. Fails as saveResult().
Result<JobResult> keepDraft(JobResult draft, const QString &path);
/// The same for the finished result, with the time and the program in its provenance; gives the file's
/// checksum.
Result<JobResult> keepResult(JobResult result, const QString &path, QString &checksum);
/// The stored result of a finished job. Fails: as loadResult(), and Parse where the checksum differs.
Result<JobResult> loadStoredResult(const JobRecord &record);

} // namespace WhiteBox
