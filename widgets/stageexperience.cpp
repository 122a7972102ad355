// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stageexperience.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace WhiteBox {

namespace {

constexpr int kMostJobs = 10;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StageExperience)
};

/// What decides, beside the length, how long a stage takes: database and rounds, or the engine.
QString conditions(const JobRecord &job, JobStage stage)
{
    const QJsonObject parameters = job.request[QStringLiteral("parameters")].toObject();
    if (stage == JobStage::Search)
        return QStringLiteral("%1 %2")
            .arg(parameters[QStringLiteral("searchRounds")].toInt())
            .arg(parameters[QStringLiteral("database")].toString());
    return stage == JobStage::Couplings ? parameters[QStringLiteral("engine")].toString() : QString();
}

bool isComparable(const JobRecord &earlier, const JobRecord &job, JobStage stage)
{
    return earlier.id != job.id && 3 * earlier.length >= 2 * job.length &&
           2 * earlier.length <= 3 * job.length && earlier.seconds.contains(nameOf(stage)) &&
           conditions(earlier, stage) == conditions(job, stage);
}

} // namespace

QString durationText(qint64 seconds)
{
    if (seconds < 60)
        return Text::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return Text::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return Text::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString StageExperience::rangeText() const
{
    const QString from = durationText(std::max<qint64>(1, std::llround(shortest)));
    const QString to = durationText(std::max<qint64>(1, std::llround(longest)));
    return from == to ? from : Text::tr("%1 to %2").arg(from, to);
}

StageExperience stageExperience(const std::vector<JobRecord> &newestFirst, const JobRecord &job,
                                JobStage stage)
{
    StageExperience known;
    for (const JobRecord &earlier : newestFirst) {
        if (known.jobs == kMostJobs)
            break;
        if (!isComparable(earlier, job, stage))
            continue;
        const double seconds = earlier.seconds[nameOf(stage)].toDouble();
        known.shortest = known.jobs == 0 ? seconds : std::min(known.shortest, seconds);
        known.longest = std::max(known.longest, seconds);
        ++known.jobs;
    }
    return known;
}

} // namespace WhiteBox
