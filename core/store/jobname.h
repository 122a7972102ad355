// SPDX-License-Identifier: GPL-3.0-or-later
// The name that a person gives a job. Its query keeps its own: that stands in files and figures.
#pragma once

#include "core/base/result.h"
#include "core/store/jobrecord.h"

namespace WhiteBox {

class JobStore;

inline constexpr int kLongestJobName = 100; ///< UTF-16 units

/// What was typed, on one line: line ends and signs that cannot be seen become spaces, runs of them one.
/// Fails: InvalidInput (nothing is left, or too much).
Result<QString> cleanJobName(const QString &typed);
/// Gives a job another name, in the library and in its job.json; state and result stay. A job that a program
/// computes stays with it and keeps the new name (JobStore::update()). Fails: as JobStore::change(). before,
/// where given: the name that it had.
Result<JobRecord> renameJob(JobStore &store, const QString &id, const QString &name,
                            QString *before = nullptr);

} // namespace WhiteBox
