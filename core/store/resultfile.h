// SPDX-License-Identifier: GPL-3.0-or-later
// One HDF5 file a job: groups query, alignment, couplings, predicted and structure, each only where the job
// has it, and the datasets warnings and provenance (JSON). Arrays are in the order of the types that hold
// them (pairs i < j only), indices in it count from 0, axes are labelled. resultfile.cpp lists the datasets.
#pragma once

#include "core/base/result.h"
#include "core/store/jobresult.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace WhiteBox {

/// A further result of a session. It is read when its turn to be written has come: couplings fill the memory.
struct SessionResult
{
    std::function<Result<JobResult>()> load;
    QJsonObject view;
};

/// Writes to a temporary file beside it, syncs and renames: at any time path holds the whole old or the whole
/// new file. Parts of the result may be missing (a job that is not finished). view: how it is looked at,
/// which makes the file a session; none where it is empty. others: further results of the session, each whole
/// in a group results/1, results/2, … of its own, which readers of one result pass over. Fails: Resources
/// (disk full), Io, and as the others' load(). Any thread.
Result<void> saveResult(const JobResult &result, const QString &path, const QJsonObject &view = {},
                        const std::vector<SessionResult> &others = {});

/// Reads a whole result file; every size is checked before memory is allocated, and that couplings, fields
/// and scores are finite and distances not infinite. number: 0, or that of a session's further result. Fails:
/// Io, Parse. Any thread.
Result<JobResult> loadResult(const QString &path, int number = 0);

/// Whether a file says that it is one of ours; nothing else of it is looked at. Any thread.
bool isResultFile(const QString &path);
/// Whether a result file says that it holds couplings; nothing else of it is looked at. Any thread.
bool hasCouplings(const QString &path);
/// The view that was saved with it; empty where there is none. Fails: Io, Parse. Any thread.
Result<QJsonObject> loadView(const QString &path, int number = 0);
/// Names of a session's results, the open one first. Fails: Io, Parse. Any thread.
Result<QStringList> loadResultNames(const QString &path);

/// SHA-256 of a file, hexadecimal. Fails: Io.
Result<QString> fileChecksum(const QString &path);

} // namespace WhiteBox
