// SPDX-License-Identifier: GPL-3.0-or-later
// Taking out of the library what can be computed again: the couplings of finished jobs, by far the largest
// part of a result, and what their computing left behind. Alignment, distances, scores and structure stay.
// Of jobs that came to no end the same, and how far their couplings were; they are resumed from the
// alignment.
#pragma once

#include "core/base/result.h"
#include "core/base/stoptoken.h"
#include "core/store/jobrecord.h"

#include <QDateTime>
#include <QStringList>

#include <memory>
#include <vector>

class QLockFile;

namespace WhiteBox {

class JobStore;

/// Which jobs keep their couplings.
struct Retention
{
    enum class Keep {
        Always,
        Days,      ///< those that ended within so many days
        Newest,    ///< so many, the last that ended
        Gigabytes, ///< the last that ended, until the library is no larger than so many GB
    };
    Keep keep = Keep::Always;
    int number = 0; ///< of days, jobs or GB
};

/// What is taken out of a job.
enum class TrimKind {
    Finished,   ///< the couplings of its result
    Unfinished, ///< what it would be resumed from: hours of computing may be in it
};

/// A job that would be trimmed, and what that wins.
struct TrimItem
{
    QString id;
    QString name;
    qint64 bytes = 0;
    TrimKind kind = TrimKind::Finished;
};

struct TrimPlan
{
    Retention retention;
    std::vector<TrimItem> finished;   ///< what it takes out by itself, oldest first
    std::vector<TrimItem> unfinished; ///< left by jobs that came to no end: goes only where that was said
    qint64 stored = 0;                ///< bytes of the whole library

    /// What the retention takes: with what is unfinished gone, a size is reached sooner.
    std::vector<TrimItem> neededFinished(bool withUnfinished) const;
    /// All that goes, with or without what is unfinished.
    std::vector<TrimItem> chosen(bool withUnfinished) const;
};

/// Of all items.
qint64 bytesOf(const std::vector<TrimItem> &items);

/// What a retention takes out at this time, and what cancelled, failed and interrupted jobs left and those
/// that were trimmed and not computed again. Never of jobs that are queued or running or whose couplings were
/// given, and of those named nothing finished. Changes nothing. Fails: Io, Cancelled. Not for the GUI thread.
Result<TrimPlan> planTrim(const JobStore &store, const Retention &retention, const QStringList &spared = {},
                          const QDateTime &now = QDateTime::currentDateTimeUtc(), const StopToken &stop = {});

/// Takes the couplings out of one job's result, or out of what an unfinished job would be resumed from, and
/// deletes what its computing left behind. A kill at any moment leaves the whole old or the whole new file,
/// and a record that fits both. agreed: what was planned. Gives the job as it is
/// then. Fails: InvalidInput (active, nothing to win, couplings that were given, no longer what was agreed
/// to), Parse (damaged), Io, Resources.
Result<JobRecord> trimJob(JobStore &store, const QString &id, TrimKind agreed = TrimKind::Finished);

/// Keeps those apart, in all programs, that trim a job and that make its files ready to resume it: the record
/// tells of neither. Waits no longer than so many milliseconds. Held as long as it is kept; not held where
/// the folder takes no file, which is told by who writes into it. Fails: InvalidInput (another one holds it).
Result<std::unique_ptr<QLockFile>> lockFiles(const JobStore &store, const JobRecord &job,
                                             int milliseconds = 0);

} // namespace WhiteBox
