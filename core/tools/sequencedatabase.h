// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stoptoken.h"

#include <QDateTime>
#include <QString>

namespace WhiteBox {

/// A FASTA file of proteins that can be searched.
struct DatabaseInfo
{
    QString path; ///< canonical
    qint64 bytes = 0;
    QDateTime modified;   ///< UTC
    qint64 sequences = 0; ///< estimated from the first megabytes unless exact
    bool exact = false;
};

/// Checks what can be told by the first 4 MiB: that the file is there, plain FASTA (not compressed) and
/// protein, without letters that jackhmmer refuses. Fails: MissingTool, with the line where one is to blame.
Result<DatabaseInfo> checkDatabase(const QString &path);
/// What a whole database holds.
struct DatabaseCount
{
    qint64 sequences = 0;
    qint64 residues = 0; ///< letters outside headers
};

/// Reads the whole file, about 0.5 GB a second. Fails: Io, Cancelled.
Result<DatabaseCount> countDatabase(const QString &path, const StopToken &stop = {});

} // namespace WhiteBox
