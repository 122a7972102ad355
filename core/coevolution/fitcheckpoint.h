// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a fit on disk, so that a killed one goes on where it was. Gradient and sums are left out: they
// follow from the rest, to the bit, by one evaluation.
//
// Format: "WBFIT", 0x1A, version, newline; length of the header; the header (QDataStream); then the numbers
// as they stand in memory: x, s, logits, fields of x, fields of s; at last the CRC-32 of all before.
#pragma once

#include "core/base/result.h"
#include "core/base/stoptoken.h"
#include "core/coevolution/pottsmodel.h"
#include "core/coevolution/pottsobjective.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace WhiteBox {

/// What an optimiser remembers from one iteration to the next beside point, direction and trace.
struct OptimiserState
{
    double step = 0;
    double lastGg = 0;
    double lastSlope = 0;
};

class FitCheckpoint
{
public:
    /// The fit that a file must belong to: alignment and options but for threads. An empty options.checkpoint
    /// makes everything below do nothing.
    FitCheckpoint(const Alignment &alignment, const PottsOptions &options, SimdLevel level);

    /// Puts a kept state back. False where there is none, or one that options.replaceCheckpoint throws away.
    /// Fails: Mismatch (of another fit), Parse (damaged or no checkpoint), Io, Cancelled; the objective is
    /// untouched then.
    Result<bool> load(PottsObjective &objective, OptimiserState &state, std::vector<PottsIteration> &trace,
                      const StopToken &stop) const;
    /// Writes when the time has come. A failure stops the writing, not the fit: see problem().
    void saveIfDue(PottsObjective &objective, const OptimiserState &state,
                   const std::vector<PottsIteration> &trace, const StopToken &stop);
    /// Why nothing is written any more; empty as a rule.
    QString problem() const { return m_problem; }

private:
    using Clock = std::chrono::steady_clock;

    QString m_path;
    double m_seconds;
    bool m_replace;
    QByteArray m_input;      ///< SHA-256 of the alignment and the start
    QByteArray m_parameters; ///< as text, so that a refusal can show them
    Clock::time_point m_due;
    QString m_problem;
};

/// Removes a checkpoint and what a killed write left beside it.
void removeCheckpoint(const QString &path);

} // namespace WhiteBox
