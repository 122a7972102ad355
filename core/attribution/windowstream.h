// SPDX-License-Identifier: GPL-3.0-or-later
// Windows of many pairs, one after the other: what all studies over a block, a set or a protein stand on.
#pragma once

#include "core/attribution/explainer.h"
#include "core/base/progress.h"

#include <functional>
#include <span>
#include <vector>

namespace WhiteBox {

/// Which output is explained, and how; the same for all pairs of a study.
struct WindowQuestion
{
    int channel = 3;
    AttributionMethod method = AttributionMethod::Guided;
    AttributionTarget target = AttributionTarget::RaisesDistance;
};

/// Takes a window; an error ends the run.
using WindowReceiver = std::function<Result<void>(const GradientWindow &window)>;

/// The windows of the pairs, in their order, on the calling thread; computed by the threads a few pairs
/// ahead, so that sums do not depend on their number. Memory O(threads · window). Fails: Cancelled, as
/// Explainer::check(), and as the receiver.
Result<void> streamWindows(const Explainer &explainer, std::span<const ResiduePair> pairs,
                           const WindowQuestion &question, const WindowReceiver &receiver, int threads = 1,
                           const StopToken &stop = {}, const Progress &progress = {});

/// Residues firstI..lastI−1 against firstJ..lastJ−1, as Python's slices, 0-based.
struct PositionBlock
{
    int firstI = 20;
    int lastI = 32;
    int firstJ = 20;
    int lastJ = 32;

    /// Every pair of it inside 0..length−1, i first.
    std::vector<ResiduePair> pairs(int length) const;
};

} // namespace WhiteBox
