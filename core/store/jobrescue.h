// SPDX-License-Identifier: GPL-3.0-or-later
// What a job's folder tells of it, for a library whose database is lost.
#pragma once

#include "core/base/result.h"
#include "core/store/jobrecord.h"

#include <QString>

namespace WhiteBox {

inline const QString kManifestFile = QStringLiteral("job.json");

/// The record in the folder's job.json. Fails: Io, Parse, also where it is of another job than the folder.
Result<JobRecord> readManifest(const QString &folder);

/// The manifest's record; where that cannot be read, what the folder's result (then Finished) or draft (then
/// Interrupted) tells of the job. Fails: Io, Parse.
Result<JobRecord> recordOfFolder(const QString &folder);

} // namespace WhiteBox
