// SPDX-License-Identifier: GPL-3.0-or-later
// How far a network sees: found by asking, since a graph does not tell.
#pragma once

#include "core/attribution/foreignnetwork.h"

namespace WhiteBox {

/// Side of the square of inputs around a pair that can move its outputs: the reach of the gradients of some
/// outputs on a random input of probeLength residues, confirmed by pieces of that side giving some pairs all
/// the outputs that the whole gives them. 0 where that is not so, or the reach is the whole. Fails: as the
/// network.
Result<int> probeReceptiveField(const ForeignNetwork &network, int probeLength);

} // namespace WhiteBox
