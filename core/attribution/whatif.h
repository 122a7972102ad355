// SPDX-License-Identifier: GPL-3.0-or-later
// What the network would say and how it would be explained, were its input another one.
#pragma once

#include "core/attribution/windowstream.h"

#include <cstdint>
#include <string>
#include <vector>

namespace WhiteBox {

enum class WhatIfKind {
    Original,
    Constant,    ///< every input is the value
    Shift,       ///< the value is added to every input
    RandomSigns, ///< magnitudes stay, each sign is drawn
    Shuffled,    ///< the window's inputs change places, amino acids and positions alike
    Percentile,  ///< every input is this percentile (0..100) of the protein's own, i ≠ j
};

/// A change of all inputs that the pair sees, in units of the network's input.
struct WhatIf
{
    WhatIfKind kind = WhatIfKind::Original;
    double value = 0;
    std::uint32_t seed = 1; ///< of RandomSigns and Shuffled

    /// "constant −0.3", for files and columns; plain ASCII.
    std::string name() const;
};
/// The talk's: constants −0.3 and 0.3 and shifts by ±10 beside the original; and random signs, shuffled, and
/// the percentiles 5, 50 and 95.
std::vector<WhatIf> usualWhatIfs();

struct WhatIfResult
{
    WhatIf whatIf;
    double outputAngstrom = 0;
    GradientWindow input;       ///< what the network saw
    GradientWindow explanation; ///< of that
};
/// One result for each, in order. O(field² · weights) each. Fails: Cancelled. Any thread.
Result<std::vector<WhatIfResult>> explainWhatIfs(const Explainer &explainer, ResiduePair pair,
                                                 const WindowQuestion &question,
                                                 const std::vector<WhatIf> &whatIfs,
                                                 const StopToken &stop = {}, const Progress &progress = {});

/// Percentile 0..100 of the inputs of pairs i ≠ j, between neighbours by linear interpolation, as NumPy does.
/// Beyond 16 million values of every k-th pair only. O(L²·441).
float inputPercentile(const InputStack &input, double percentile);

} // namespace WhiteBox
