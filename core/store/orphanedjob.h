// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jobrecord.h"

namespace WhiteBox {

/// The state of an active job whose process has ended: interrupted, or finished where only the couplings of
/// its trimmed result were being computed again, which is still there.
JobState stateWhenOrphaned(const JobRecord &job);

/// Gives an active job that state. Where the process ended between the new result and its record, the record
/// takes the new result over; reads the file for that. Any thread.
void settleOrphan(JobRecord &job);

} // namespace WhiteBox
