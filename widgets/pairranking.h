// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/residuepair.h"
#include "core/store/jobresult.h"

#include <vector>

namespace WhiteBox {

/// Pairs i > j at least minimumSeparation apart, the most surely predicted contacts first: rising predicted
/// Cβ–Cβ distance (the mean of both orientations), at equal distance falling coupling score. O(L² log L).
std::vector<ResiduePair> rankedPairs(const JobResult &result, int minimumSeparation);

/// A pair among the top of the prediction, judged where the truth is known.
struct TopPair
{
    enum class Verdict { Unknown, True, False };
    ResiduePair pair;
    Verdict verdict = Verdict::Unknown;
    bool operator==(const TopPair &) const = default;
};

/// The first L/divisor of rankedPairs() (divisor 1, 2, 5, …; 0: none), L the number of resolved residues
/// where a structure is known, else the length. A pair that is not resolved is passed over, as
/// evaluateDistances() does. True: Cβ–Cβ below 8 Å in the structure.
std::vector<TopPair> topPairs(const JobResult &result, int divisor, int minimumSeparation);

/// Place of a pair in rankedPairs() from 1, of either orientation: 1 + number of pairs predicted nearer.
/// O(L²).
int distanceRank(const JobResult &result, ResiduePair pair, int minimumSeparation);
/// 1 + number of pairs at least minimumSeparation apart whose coupling scores higher. O(L²).
int scoreRank(const JobResult &result, ResiduePair pair, int minimumSeparation);

} // namespace WhiteBox
