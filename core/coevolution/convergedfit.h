// SPDX-License-Identifier: GPL-3.0-or-later
// The true optimum of the Potts model's objective. ccmpred stops well before it; its scores and these
// correlate at about 0.99 and must not be mixed.
#pragma once

#include "core/base/stoptoken.h"
#include "core/coevolution/pottsmodel.h"

#include <functional>

namespace WhiteBox {

class PottsObjective;
struct OptimiserState;

/// Minimises from the objective's present point until |g| <= tolerance·|x| by conjugate gradients (Dai & Yuan
/// 1999), preconditioned where the objective is. Goes on from state and the fit's trace, adds to them and
/// sets the fit's status; report is called after each iteration. False when stopped.
bool convergeFully(PottsObjective &objective, double tolerance, int maxIterations, const StopToken &stop,
                   const std::function<void()> &report, OptimiserState &state, PottsFit &fit);

} // namespace WhiteBox
