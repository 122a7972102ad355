// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alignment/alignment.h"

#include <vector>

namespace WhiteBox {

/// What an alignment knows of one residue of its query; both 0..1.
struct ColumnStatistics
{
    float coverage = 0; ///< share of the rows that have a residue here
    /// 1 − H/log 20 of the residues' frequencies, without gaps and with all rows alike: 0 where every amino
    /// acid is as frequent, 1 where there is but one; 0 for a column of gaps.
    float conservation = 0;
};
/// A column each. O(N·L).
std::vector<ColumnStatistics> columnStatistics(const Alignment &alignment);

} // namespace WhiteBox
