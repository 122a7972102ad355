// SPDX-License-Identifier: GPL-3.0-or-later
// Results that a command is given: by a job's id, or as a file.
#pragma once

#include "core/base/result.h"
#include "core/store/jobresult.h"

namespace WhiteBox::Cli {

/// Whether a file is HDF5, as results are.
bool isResultFile(const QString &path);
/// A result file, or else the id of a stored job. Fails: Io, Parse, InvalidInput (no such job, no result yet,
/// no couplings in it).
Result<JobResult> loadResultOf(const QString &text);

} // namespace WhiteBox::Cli
