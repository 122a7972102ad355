// SPDX-License-Identifier: GPL-3.0-or-later
// What jackhmmer 3.3.2 prints and how it fails, as observed. Its exit status alone says little: nucleotides,
// an empty query and a search without hits all end with 0.
#pragma once

#include "core/base/result.h"
#include "core/tools/externalprocess.h"

#include <QByteArray>
#include <QString>

namespace WhiteBox {

/// Follows jackhmmer's stdout line by line.
struct JackhmmerOutput
{
    int round = 1;    ///< the one being searched
    int included = 0; ///< aligned sequences after the last finished round, query included
    int finishedRounds = 0;
    bool converged = false;
    bool noHits = false; ///< a round found nothing
    bool sawQuery = false;
    bool ok = false;    ///< the last line was [ok]
    bool usage = false; ///< it printed its usage: options it does not know

    /// True when the line told something new.
    bool take(const QByteArray &line);
};

/// Judges an ended search by its three signs: exit status 0, [ok], and rows in the alignment. A search
/// without hits is a success with the query alone. Fails: MissingTool, ToolFailed, Parse, Io, Resources,
/// Cancelled; command, exit status and the end of stderr are in the error.
Result<void> judgeJackhmmer(const ProcessOutcome &outcome, const JackhmmerOutput &output,
                            const QString &alignment, const QString &database);

} // namespace WhiteBox
