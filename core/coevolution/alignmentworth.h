// SPDX-License-Identifier: GPL-3.0-or-later
// What an alignment is worth for couplings: they need many sequences that are not near copies of each other.
#pragma once

#include "core/alignment/alignment.h"
#include "core/base/result.h"
#include "core/base/stoptoken.h"

#include <QStringList>

#include <vector>

namespace WhiteBox {

struct AlignmentWorth
{
    int rows = 0;
    int columns = 0;
    double neff62 = 0;             ///< effective number of sequences at 62 % identity
    double neff80 = 0;             ///< the same at 80 %, as ccmpred counts
    std::vector<double> gapShares; ///< of each column, 0..1
    double coverage = 0;           ///< mean share of columns in which a row has a residue
    QStringList warnings;          ///< whole sentences; empty where nothing speaks against the couplings

    double neffPerColumn() const { return columns > 0 ? neff80 / columns : 0; }
};

/// O(N²·L). Fails: Cancelled, InvalidInput (fewer than 5 columns). Any thread.
Result<AlignmentWorth> alignmentWorth(const Alignment &alignment, int threads, const StopToken &stop);

} // namespace WhiteBox
