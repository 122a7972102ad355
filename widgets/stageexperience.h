// SPDX-License-Identifier: GPL-3.0-or-later
// What earlier jobs tell of how long a stage takes on this machine. No model is fitted: what is told was
// measured.
#pragma once

#include "core/store/jobrecord.h"

#include <vector>

namespace WhiteBox {

/// "40 s", "3 min 5 s", "2 h 10 min".
QString durationText(qint64 seconds);

/// Shortest and longest time of a stage among comparable jobs.
struct StageExperience
{
    int jobs = 0;        ///< 0: nothing is known
    double shortest = 0; ///< seconds
    double longest = 0;

    /// "40 s", or "30 s to 50 s".
    QString rangeText() const;
};

/// From the newest ten jobs in which this stage was measured, whose length lies within two thirds and one and
/// a half of this one's, and which did the stage with the same engine and, for the search, in the same
/// database. O(records).
StageExperience stageExperience(const std::vector<JobRecord> &newestFirst, const JobRecord &job,
                                JobStage stage);

} // namespace WhiteBox
