// SPDX-License-Identifier: GPL-3.0-or-later
// Explanation and coevolution over many output positions: the talk's figures for the block (20:32, 20:32),
// and averages over a protein. Every window counts its cells inside the protein only.
#pragma once

#include "core/attribution/windowstatistics.h"
#include "core/attribution/windowstream.h"

#include <cstdint>
#include <vector>

namespace WhiteBox {

/// Of each amino-acid pair [a][b], 441 entries, over all cells of the windows of all positions together.
struct BlockCorrelations
{
    std::vector<double> correlations; ///< Pearson, −1..1; NaN where explanation or input is constant
    std::vector<SignShares> shares;   ///< of explanation × sign of the input
    SignShares allShares;             ///< of all amino-acid pairs together
    std::int64_t positions = 0;
    std::int64_t cells = 0; ///< of each amino-acid pair
};
/// Explanation against input, pooled over the block. O(positions · window). Fails: InvalidInput (no position
/// of the block is in the protein), Cancelled. Any thread.
Result<BlockCorrelations> blockCorrelations(const Explainer &explainer, const PositionBlock &block,
                                            const WindowQuestion &question, int threads = 1,
                                            const StopToken &stop = {}, const Progress &progress = {});

/// Mean magnitude by distance from the pair (see radialProfile()), over every step-th pair of the protein in
/// both directions; cells counts those of all pairs. O(L² / step² · window). Fails: Cancelled. Any thread.
Result<std::vector<RadialBin>> meanRadialProfile(const Explainer &explainer, const WindowQuestion &question,
                                                 int step = 1, int threads = 1, const StopToken &stop = {},
                                                 const Progress &progress = {});

} // namespace WhiteBox
