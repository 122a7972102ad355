// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QString>

namespace WhiteBox {

enum class JobStage { Search, Alignment, Couplings, Prediction };
inline constexpr int kJobStages = 4;

enum class JobState { Queued, Running, Finished, Failed, Cancelled, Interrupted };

/// One row of the job library.
struct JobRecord
{
    QString id;         ///< random, never reused; also the name of its folder
    QString key;        ///< hash of normalised input, database, tool versions and parameters
    QString name;       ///< of the query
    int length = 0;     ///< residues
    JobStage stage = JobStage::Search; ///< the one running, or the last reached
    JobState state = JobState::Queued;
    QDateTime created;  ///< UTC
    QDateTime started;
    QDateTime finished;
    QString resultPath; ///< the HDF5 file, when finished
    Error error;        ///< when failed
};

} // namespace WhiteBox
