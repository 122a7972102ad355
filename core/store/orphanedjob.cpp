// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/orphanedjob.h"

#include "core/store/resultfile.h"

#include <algorithm>

namespace WhiteBox {

JobState stateWhenOrphaned(const JobRecord &job)
{
    return job.trimmed ? JobState::Finished : JobState::Interrupted;
}

void settleOrphan(JobRecord &job)
{
    job.state = stateWhenOrphaned(job);
    if (!job.trimmed)
        return;
    job.started = std::min(job.started, job.finished);
    const auto checksum = fileChecksum(job.resultPath);
    if (!checksum.isOk() || checksum.value() == job.checksum)
        return;
    const auto whole = loadResult(job.resultPath);
    if (!whole.isOk() || !whole.value().couplings || !whole.value().predicted)
        return;
    job.checksum = checksum.value();
    job.trimmed = false;
    job.trimmedChecksum.clear();
}

} // namespace WhiteBox
