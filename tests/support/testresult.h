// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jobresult.h"

#include <memory>

namespace WhiteBox::Test {

/// A finished job of random couplings with seeded numbers: query of `length` residues, couplings, a predicted
/// map of |i − j| Å in every channel but for a far contact, scores, an alignment of 30 rows. No truth.
std::shared_ptr<JobResult> makeResult(int length, unsigned seed = 3);
/// A straight chain of 4 Å a residue: helix in its first half, strand in its second, residue 4 unresolved.
StructureMatch makeMatch(const JobResult &result);

} // namespace WhiteBox::Test
