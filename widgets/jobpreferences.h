// SPDX-License-Identifier: GPL-3.0-or-later
// What the user chose for later jobs, as it is kept from one start to the next. Empty texts and no threads
// stand for the defaults: the example's database, programs from PATH, the shipped network, all processors.
#pragma once

#include "core/pipeline/jobrequest.h"
#include "core/pipeline/storetrim.h"

namespace WhiteBox {

JobParameters loadJobPreferences();
void saveJobPreferences(const JobParameters &preferences);
/// Which jobs of the library keep their couplings; all of them where nothing was chosen.
Retention loadRetention();
void saveRetention(const Retention &retention);
/// With the defaults in the place of what was not chosen.
JobParameters withDefaults(JobParameters preferences);

} // namespace WhiteBox
