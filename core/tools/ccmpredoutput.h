// SPDX-License-Identifier: GPL-3.0-or-later
// What ccmpred 0.3.3 prints and how it ends. Its exit status alone says little: nonsense input and a fit that
// did not converge both end with 0, and what cannot be written is found only after all the work.
#pragma once

#include "core/base/result.h"
#include "core/coevolution/pottsmodel.h"
#include "core/tools/externalprocess.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace WhiteBox {

/// Follows ccmpred's stdout line by line.
struct CcmpredOutput
{
    QString version;                   ///< "0.3.3"; empty where it did not tell
    int rows = 0;                      ///< sequences that it read
    double neff = 0;                   ///< its Beff
    std::vector<PottsIteration> trace; ///< as printed; the iteration that meets the criterion is not
    std::optional<PottsStatus> status; ///< not set while it has not said how it ended
    double objective = 0;              ///< final F
    QStringList words;                 ///< the last lines that are none of these

    /// True when the line told of an iteration or of the weights.
    bool take(const QByteArray &line);

private:
    bool takeIteration(const QByteArray &line);
};

/// Judges an ended run by its exit status, its own words and the couplings file. A fit that did not converge
/// is a result. Fails: MissingTool, ToolFailed, Io, Parse, Resources, Unsupported, Cancelled; command, exit
/// status and the last output are in the error.
Result<void> judgeCcmpred(const ProcessOutcome &outcome, const CcmpredOutput &output,
                          const QString &couplings);

} // namespace WhiteBox
