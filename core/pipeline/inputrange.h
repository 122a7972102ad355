// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of inputs that are too long, or hold several domains.
#pragma once

#include "core/base/residuerange.h"
#include "core/pipeline/jobinput.h"

namespace WhiteBox {

/// Residues that couplings are computed of at least.
inline constexpr int kFewestResidues = 5;

/// A range of so many residues or columns, read. Fails: InvalidInput (no range, beyond length, shorter than
/// kFewestResidues).
Result<ResidueRange> rangeToFit(const QString &text, int length);
/// A range of the input's query, read; couplings that are there may be fewer. Fails: InvalidInput, with the
/// query's name and file.
Result<ResidueRange> rangeOf(const JobInput &input, const QString &text);

/// The input cut to a range of its query: residues, columns or couplings. Its name becomes NAME/12-240, as in
/// Pfam; its residues count from 1 again, and a notice says so. A structure is matched by sequence later and
/// stays whole. The range must lie within the query.
JobInput inRange(JobInput input, ResidueRange range);

/// Whether the couplings of the input can be computed at all, before anything is searched or stored. rows: of
/// an alignment to come; those of one that is there count as they are. Fails: Resources, with the range that
/// fits.
Result<void> checkInputSize(const JobInput &input, int rows, int threads);
/// Of how many residues couplings could be computed now; 0 where of none.
int residuesThatFit(const JobInput &input, int rows, int threads);

} // namespace WhiteBox
