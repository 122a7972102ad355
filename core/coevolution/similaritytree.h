// SPDX-License-Identifier: GPL-3.0-or-later
// The minimum spanning tree of an alignment's rows under the Hamming distance (Prim's algorithm).
#pragma once

#include "core/alignment/alignment.h"
#include "core/base/stoptoken.h"

#include <vector>

namespace WhiteBox {

/// Rows in an order in which each follows its parent and most follow a row that is much like them.
struct SimilarityTree
{
    std::vector<int> order;     ///< row of the alignment at each position
    std::vector<int> parents;   ///< position of the parent, −1 for the root at position 0
    std::vector<int> distances; ///< columns that differ from the parent, L for the root
};

/// O(N²·L), one thread. When stopped the tree is incomplete. Any thread.
SimilarityTree similarityTree(const Alignment &alignment, const StopToken &stop);

} // namespace WhiteBox
