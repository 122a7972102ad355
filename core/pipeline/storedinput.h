// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pipeline/jobinput.h"
#include "core/store/jobrecord.h"

namespace WhiteBox {

class JobStore;

/// What a job of the library was asked to predict, from its record or its files. Touches the disk. Fails:
/// InvalidInput (its input was not kept), Io, Parse.
Result<JobInput> loadStoredInput(const JobStore &store, const JobRecord &record);

} // namespace WhiteBox
