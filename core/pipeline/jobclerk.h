// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/predictor.h"
#include "core/pipeline/jobrequest.h"
#include "core/pipeline/jobworker.h"
#include "core/store/jobrecord.h"
#include "core/store/jobresult.h"

#include <functional>
#include <memory>

namespace WhiteBox {

class JobStore;

/// A job as it was submitted.
struct JobOrder
{
    QString id;
    JobInput input;
    JobParameters parameters;
    bool again = false; ///< compute even where the result is stored
};

/// A job that can run: its record is stored, its draft on the disk.
struct JobTask
{
    JobRecord record;
    JobParameters parameters;
    JobResult draft;
    std::shared_ptr<const Predictor> predictor;
    DatabaseInfo database; ///< of the search, where one is to come
    bool resumed = false;  ///< its first stage may have been done in part
};

/// What became of an order. The record's id is another than the order's where a stored or active job answers
/// it, or where a damaged stored one is computed again in its place.
struct PreparedJob
{
    enum class Fate {
        Queued,    ///< can run
        Active,    ///< the record's job, queued or running, is the same
        Elsewhere, ///< so is one of another process; ask again later
        Stored,    ///< so is a finished one; its result is here
        Failed,    ///< cannot run, and is stored so
        Refused,   ///< cannot run; nothing was changed
    };
    Fate fate = Fate::Queued;
    JobTask task;                            ///< record always, the rest where queued
    std::shared_ptr<const JobResult> result; ///< where stored
    Error error;                             ///< where failed or refused
};

/// Keeps the books of a runner: looks at what submitted jobs need, finds those that are known already, stores
/// the rest with their input, and writes down what becomes of them. One thing after another on a thread of
/// its own, so that no two orders can miss each other; answers arrive in the context's thread and are dropped
/// where the context is gone.
class JobClerk
{
public:
    using Prepared = std::function<void(PreparedJob job)>;
    using Saved = std::function<void(const Result<void> &stored)>;

    explicit JobClerk(std::shared_ptr<JobStore> store);
    ~JobClerk();

    void prepare(QObject *context, JobOrder order, Prepared answer);
    /// For a job that is interrupted, cancelled or failed.
    void prepareAgain(QObject *context, const QString &id, Prepared answer);
    /// A finished job's draft is removed with it.
    void save(QObject *context, const JobRecord &record, Saved answer);
    /// Ends the day: does what is still to be done, then marks what is active as interrupted. Waits.
    void close();

private:
    struct Desk;
    std::unique_ptr<Desk> m_desk; ///< used in the worker's thread alone
    JobWorker m_worker;
};

} // namespace WhiteBox
