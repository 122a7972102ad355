// SPDX-License-Identifier: GPL-3.0-or-later
// Contact scores as in ccmpred 0.3.3: Frobenius norm of the centred 20×20 block, average product correction
// (Dunn et al. 2008).
#pragma once

#include "core/coevolution/couplingtensor.h"

#include <cstddef>
#include <vector>

namespace WhiteBox {

/// Symmetric scores of all residue pairs, L×L, row-major, no unit, 0 on the diagonal.
struct ContactScore
{
    int length = 0;
    std::vector<double> values;

    double at(int i, int j) const { return values[std::size_t(i) * std::size_t(length) + std::size_t(j)]; }
};

struct ContactScoreOptions
{
    bool averageProductCorrection = true;
    bool rescale = false; ///< to 0..1
};

/// S_ij = sqrt(Σ_{a,b<20} (w_ij(a,b) − mean of all 441)²), then, as the options say, APC with the smallest
/// value shifted to 0. O(441·L²).
ContactScore contactScore(const CouplingTensor &couplings, const ContactScoreOptions &options = {});

} // namespace WhiteBox
