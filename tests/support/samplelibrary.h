// SPDX-License-Identifier: GPL-3.0-or-later
// A library of jobs as a person has it after some days, to be photographed.
#pragma once

#include "core/store/jobstore.h"

namespace WhiteBox::Test {

/// Of a search that a broken database ended: with its command and its last output.
Error sampleFailure();
/// Adds one job in each state that a job can come to rest in, a trimmed and a failed one among them, and one
/// that waits. Their results are not there. Fails: Io.
Result<void> addSampleJobs(JobStore &store);

} // namespace WhiteBox::Test
