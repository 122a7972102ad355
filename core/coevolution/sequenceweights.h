// SPDX-License-Identifier: GPL-3.0-or-later
// Sequence weights as in ccmpred 0.3.3 (Seemayer et al. 2014): a gap equal to a gap counts as a match.
#pragma once

#include "core/alignment/alignment.h"
#include "core/base/result.h"
#include "core/base/stoptoken.h"

#include <span>
#include <vector>

namespace WhiteBox {

/// How often a row counts: one entry a row, 0 < weight <= 1; their sum is the effective number of sequences.
struct SequenceWeights
{
    std::vector<float> weights;
    double neff = 0;
};

/// w_n = 1 / #{m, n itself included : equal columns > ceil(threshold·L)}; the product is taken in float32 as
/// in ccmpred. A threshold of 0 gives 1 for every row. O(N²·L). Fails: InvalidInput (threshold beyond what a
/// row's match with itself reaches), Cancelled. Any thread.
Result<SequenceWeights> sequenceWeights(const Alignment &alignment, double threshold, int threads,
                                        const StopToken &stop);
/// The same for several thresholds above 0, with one comparison of the rows.
Result<std::vector<SequenceWeights>> sequenceWeights(const Alignment &alignment,
                                                     std::span<const double> thresholds, int threads,
                                                     const StopToken &stop);

} // namespace WhiteBox
