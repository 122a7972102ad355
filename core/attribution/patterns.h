// SPDX-License-Identifier: GPL-3.0-or-later
// Which patterns the network has learnt: the mean window over a set of residue pairs, with the count behind
// it.
#pragma once

#include "core/attribution/windowstream.h"
#include "core/structure/structure.h"

#include <optional>
#include <string_view>
#include <vector>

namespace WhiteBox {

/// Pairs i < j. A predicted contact is a pair whose Cβ-Cβ prediction, the mean of (i,j) and (j,i), is below
/// 8 Å at a separation of at least 6; those of the network's last output where it has no four channels.
enum class PairSet {
    TruePositives,  ///< predicted contacts that are contacts of the structure
    FalsePositives, ///< predicted contacts that the structure resolves and are none
    ShortRange,     ///< predicted contacts with 6 ≤ j − i < 12
    MediumRange,    ///< 12 ≤ j − i < 24
    LongRange,      ///< j − i ≥ 24
    Helix,          ///< residues 3 or 4 apart with nothing but helix from one to the other
    Strand,         ///< residues of two strands in contact (Cβ-Cβ below 8 Å in the structure)
};
inline constexpr int kPairSets = 7;
/// "true positives", for files and columns.
std::string_view nameOf(PairSet set);
/// Whether the set is defined by a known structure.
bool needsStructure(PairSet set);

/// The set's pairs in order of i, j. match: null without a structure; sets that need one are then empty.
std::vector<ResiduePair> pairsOf(PairSet set, const DistanceMap &predicted, const StructureMatch *match);

/// Mean explanation and mean input over a set. Both windows stand in the middle of a protein of their own
/// size (no cell is outside); cells that lie outside the protein for every pair of the set are NaN.
struct Pattern
{
    PairSet set = PairSet::TruePositives;
    int pairs = 0;          ///< averaged
    GradientWindow mean;    ///< Å per unit of the network's input
    GradientWindow input;   ///< the network's input
    std::vector<int> cells; ///< side×side: the windows that count at each offset
};
/// Of each set that has pairs. most: at most that many pairs of a set, evenly spread over it; 0 means all.
/// O(pairs · window). Fails: Cancelled. Any thread.
Result<std::vector<Pattern>> meanPatterns(const Explainer &explainer, const StructureMatch *match,
                                          const std::vector<PairSet> &sets, const WindowQuestion &question,
                                          int most = 0, int threads = 1, const StopToken &stop = {},
                                          const Progress &progress = {});

} // namespace WhiteBox
