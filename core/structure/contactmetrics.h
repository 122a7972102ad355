// SPDX-License-Identifier: GPL-3.0-or-later
// How well predicted distances or contact scores agree with a structure. Conventions of CASP's contact
// assessment (Shrestha et al. 2019) and of the lDDT (Mariani et al. 2013).
//  - A contact: Cβ-Cβ (Cα for glycine) below 8 Å. Separation |i−j|: non-local ≥ 6, medium and long ≥ 12, long
//  ≥ 24.
//  - Ranking: smallest predicted Cβ-Cβ distance first, the mean of (i,j) and (j,i); ties by i, then j.
//  - L counts resolved residues; top L/n is at least one pair. Unresolved residues take no part.
//  - Distances are judged on pairs predicted below 15 Å with separation ≥ 12.
//  - Cβ-lDDT: share of the pairs truly within 15 Å, separation ≥ 6, whose distance is right within 0.5, 1, 2
//  and 4 Å,
//    mean of the four; all pairs together.
#pragma once

#include "core/structure/distancemap.h"

#include <QJsonObject>

#include <span>
#include <vector>

namespace WhiteBox {

inline constexpr float kContactAngstrom = 8.0F;

/// Shares 0..1 of contacts among the first L/10, L/5, L/2 and L pairs; NaN where there is no such pair.
struct TopPrecision
{
    double l10 = 0;
    double l5 = 0;
    double l2 = 0;
    double l = 0;
};

/// NaN where not defined: distances for scores, correlations of fewer than 3 pairs.
struct ContactMetrics
{
    TopPrecision nonlocal;
    TopPrecision mediumLong;
    TopPrecision longRange;
    double mae15 = 0;  ///< Å
    double rmse15 = 0; ///< Å
    double pearson15 = 0;
    double lddtCb = 0;
};

/// Both maps on the same residues. O(L² log L).
ContactMetrics evaluateDistances(const DistanceMap &predicted, const DistanceMap &truth);
/// scores: L×L, symmetric, the larger the nearer. Only the precisions are defined.
ContactMetrics evaluateScores(std::span<const float> scores, const DistanceMap &truth);

/// The baseline that knows nothing but |i−j|: every pair at the mean distance of its separation.
/// Beyond the last mean that one is used. means must not be empty.
DistanceMap separationBaseline(int length, std::span<const float> means);

/// Field by field over the defined values; NaN where none is.
ContactMetrics meanMetrics(std::span<const ContactMetrics> chains);

/// {"nonlocal": {"L/10", "L/5", "L/2", "L"}, "medium_long": {…}, "long": {…}, "mae15", "rmse15", "pearson15",
/// "lddt_cb"}; null where a number is not defined.
QJsonObject toJson(const ContactMetrics &metrics);

} // namespace WhiteBox
