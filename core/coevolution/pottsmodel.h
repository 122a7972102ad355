// SPDX-License-Identifier: GPL-3.0-or-later
// Couplings of an alignment: the Potts model of ccmpred 0.3.3 (Seemayer, Gruber & Söding 2014), found by the
// same steps (Fletcher-Reeves conjugate gradients), because ccmpred stops far from the optimum and its scores
// depend on the path.
#pragma once

#include "core/alignment/alignment.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/simd.h"
#include "core/base/stoptoken.h"
#include "core/coevolution/couplingtensor.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace WhiteBox {

enum class PottsMode {
    Ccmpred,   ///< the scores of ccmpred, which stops before the optimum
    Converged, ///< the optimum itself: other scores, never to be mixed with ccmpred's
};

inline constexpr int kCcmpredIterations = 250; ///< its own limit

struct PottsOptions
{
    PottsMode mode = PottsMode::Ccmpred;
    double identityThreshold = 0.8; ///< rows more alike than this share their weight; 0: no weighting
    double fieldRegularization = 0.01;
    double pairRegularization = 0.2; ///< times L − 1
    /// 0: no limit. Not set: ccmpred's 250 in its mode, no limit in the converged one.
    std::optional<int> maxIterations;
    double epsilon = 0.01; ///< relative decrease of F over lookBack iterations that counts as converged
    int lookBack = 5;
    double gradientTolerance = 0.01; ///< Converged: |g| <= this · |x|
    int threads = 1;
    /// Where to begin; not set: w = 0 and fields from the columns' frequencies.
    std::shared_ptr<const CouplingTensor> start;
    std::optional<SimdLevel> simd; ///< not set: the processor's best
    /// File that keeps the state of a long fit; empty: none. A later call with the same alignment and options
    /// goes on from there and gives the same result to the bit. The caller removes it (removeCheckpoint) when
    /// its result is safe.
    QString checkpoint;
    double checkpointSeconds = 5; ///< between writes, more where writing takes long; 0: after each iteration
    bool replaceCheckpoint =
        false; ///< begin anew where the file is damaged or of another fit, instead of failing

    int iterationLimit() const
    {
        return maxIterations.value_or(mode == PottsMode::Ccmpred ? kCcmpredIterations : 0);
    }
};

enum class PottsStatus {
    Converged,
    AlreadyMinimised, ///< the start is a minimum
    IterationLimit,   ///< iterationLimit() reached; the couplings are those of the last one
    LineSearchFailed, ///< no step decreased F as asked; the couplings are those of the last trial
};

/// One accepted iteration. Norms run over the redundant vector: fields once, each coupling twice.
struct PottsIteration
{
    int iteration = 0; ///< from 1
    int evaluations = 0;
    double objective = 0;
    double xSquaredNorm = 0;
    double gradientSquaredNorm = 0;
    double step = 0;
};

struct PottsFit
{
    PottsMode mode = PottsMode::Ccmpred;
    CouplingTensor couplings;
    double objective = 0;
    double neff = 0; ///< sum of the sequence weights
    PottsStatus status = PottsStatus::Converged;
    int resumedFrom = 0;               ///< iterations that came from a checkpoint
    QString checkpointProblem;         ///< why it could not be written; empty as a rule
    std::vector<PottsIteration> trace; ///< ccmpred prints all of them but the one that meets the criterion
};

/// Couplings and fields of the alignment. Deterministic for any number of threads. O(N·L²·21) an evaluation,
/// 30 to 60 evaluations as a rule. Fails: InvalidInput (fewer than 5 columns or 2 different rows, …),
/// Mismatch (start of another length, checkpoint of another fit), Parse (checkpoint damaged), Resources
/// (memory, found before the start), Cancelled. Any thread; progress comes from the calling one.
Result<PottsFit> inferCouplings(const Alignment &alignment, const PottsOptions &options,
                                const StopToken &stop, const Progress &progress);

/// Refuses what has no couplings: fewer than 2 different rows, fewer than 5 or more than 8191 columns, gaps
/// only. Fails: InvalidInput, Mismatch (start of another length).
Result<void> checkCouplingsInput(const Alignment &alignment, const PottsOptions &options);

/// Share of the work, 0..1, that is done after so many iterations of natural alignments.
double couplingsFraction(int iteration);
/// F, gradient norm, step and the time left, after so many iterations in so many seconds.
QString couplingsProgressText(const PottsIteration &iteration, double seconds, int iterations);

/// Bytes that inferCouplings() needs at most beside the alignment.
double couplingsMemoryNeeded(int rows, int columns, int threads);
/// The most columns whose couplings take no more than so many bytes, 0 where not even one does.
int mostColumnsWithin(double bytes, int rows, int threads);
/// The most columns that the memory now free suffices for, with a tenth of it left for what else runs.
int mostColumnsThatFit(int rows, int threads);
/// Fails: Resources, telling what is needed, what is free and which range of residues would fit.
Result<void> checkCouplingsMemory(int rows, int columns, int threads);

} // namespace WhiteBox
