// SPDX-License-Identifier: GPL-3.0-or-later
// Thinning of alignments. Row 0, the query, is always kept; the rest keep their order.
#pragma once

#include "core/alignment/alignment.h"
#include "core/base/residuerange.h"

namespace WhiteBox {

/// The columns of a range, which lies within the alignment. Rows without a residue there are dropped.
Alignment withColumns(const Alignment &alignment, ResidueRange range);
/// Drops rows equal to an earlier one in all columns.
Alignment withoutDuplicates(const Alignment &alignment);
/// Drops rows with residues in less than minimum (0..1) of the columns.
Alignment withCoverage(const Alignment &alignment, double minimum);
/// At most depth rows (at least 1), a random sample that depends on the seed alone.
Alignment withDepth(const Alignment &alignment, int depth, std::uint64_t seed);

} // namespace WhiteBox
