// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/residuepair.h"
#include "core/store/jobresult.h"

#include <vector>

namespace WhiteBox {

/// Pairs i > j at least minimumSeparation apart, the most surely predicted contacts first: rising predicted
/// Cβ–Cβ distance, at equal distance falling coupling score. O(L² log L).
std::vector<ResiduePair> rankedPairs(const JobResult &result, int minimumSeparation);

/// Place of a pair in rankedPairs() from 1, of either orientation: 1 + number of pairs predicted nearer.
/// O(L²).
int distanceRank(const JobResult &result, ResiduePair pair, int minimumSeparation);
/// 1 + number of pairs at least minimumSeparation apart whose coupling scores higher. O(L²).
int scoreRank(const JobResult &result, ResiduePair pair, int minimumSeparation);

} // namespace WhiteBox
