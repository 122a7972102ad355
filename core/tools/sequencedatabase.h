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
/// Counts the sequences of the whole file, about 1 GB a second. Fails: Io, Cancelled.
Result<qint64> countSequences(const QString &path, const StopToken &stop = {});

} // namespace WhiteBox
