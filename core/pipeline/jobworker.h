// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/jobrecord.h"
#include "core/store/jobresult.h"

#include <QThreadPool>

#include <functional>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

class QObject;

namespace WhiteBox {

/// A job's unfinished result, kept in its folder so that the job can be resumed.
inline const QString kDraftFile = QStringLiteral("draft.h5");
/// The state of its couplings while they are computed.
inline const QString kCheckpointFile = QStringLiteral("couplings.checkpoint");
/// What a write leaves whose process was killed.
inline const QString kKilledWrites = QStringLiteral("*.part");

/// One background thread for the stages of jobs. Answers arrive in the context's thread, through its event
/// loop, and are dropped where the context is gone.
class JobWorker
{
public:
    using Work = std::function<Result<JobResult>()>;
    using Listener = std::function<void(double fraction, const QString &text)>;

    JobWorker();
    ~JobWorker();

    /// Runs work, which gives a Result, in the background, and hands it to answer in the context's thread.
    /// Memory that runs out becomes an Error.
    template <class AnyWork, class Answer>
    void run(QObject *context, AnyWork work, Answer answer);
    /// A progress that reaches the listener in the context's thread at most twenty times a second. The
    /// context must outlive the work that reports.
    Progress throttled(QObject *context, Listener listener) const;
    /// Until nothing runs any more.
    void wait();

private:
    /// Runs work in the background, then what it gave back in the context's thread.
    void post(QObject *context, std::function<std::function<void()>()> work);

    QThreadPool m_pool;
};

template <class AnyWork, class Answer>
void JobWorker::run(QObject *context, AnyWork work, Answer answer)
{
    using Outcome = std::invoke_result_t<AnyWork &>;
    post(context, [work = std::move(work), answer = std::move(answer)]() mutable -> std::function<void()> {
        std::shared_ptr<Outcome> outcome;
        // An exception must not cross the future: it would end the program.
        try {
            outcome = std::make_shared<Outcome>(work());
        } catch (const std::bad_alloc &) {
            outcome = std::make_shared<Outcome>(Error::outOfMemory());
        }
        return [outcome, answer = std::move(answer)]() mutable { answer(std::move(*outcome)); };
    });
}

/// Writes the draft to a file and passes it on. Fails as saveResult().
Result<JobResult> keepDraft(JobResult draft, const QString &path);
/// The same for the finished result, with the time and the program in its provenance; gives the file's
/// checksum.
Result<JobResult> keepResult(JobResult result, const QString &path, QString &checksum);
/// The stored result of a finished job. Fails: as loadResult(), and Parse where the checksum differs.
Result<JobResult> loadStoredResult(const JobRecord &record);

} // namespace WhiteBox
