// SPDX-License-Identifier: GPL-3.0-or-later
// Taking out of the library what can be computed again: the couplings of finished jobs, by far the largest
// part of a result, and what their computing left behind. Alignment, distances, scores and structure stay.
#pragma once

#include "core/base/result.h"
#include "core/base/stoptoken.h"
#include "core/store/jobrecord.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

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

/// A job that would be trimmed, and what that wins.
struct TrimItem
{
    QString id;
    QString name;
    qint64 bytes = 0;
};

struct TrimPlan
{
    std::vector<TrimItem> items; ///< oldest first
    qint64 stored = 0;           ///< bytes of the whole library
    qint64 won() const;
};

/// What a retention takes out at this time. Never of jobs that are queued or running or whose couplings were
/// given, and not of those named. Changes nothing. Fails: Io, Cancelled. Not for the GUI thread.
Result<TrimPlan> planTrim(const JobStore &store, const Retention &retention, const QStringList &spared = {},
                          const QDateTime &now = QDateTime::currentDateTimeUtc(), const StopToken &stop = {});

/// Takes the couplings out of one job's result and deletes what its computing left behind. A kill at any
/// moment leaves the whole old or the whole new result, and a record that fits both. Gives the job as it is
/// then. Fails: InvalidInput (active, not finished, trimmed already, couplings that were given), Parse
/// (damaged), Io, Resources.
Result<JobRecord> trimJob(JobStore &store, const QString &id);

} // namespace WhiteBox
