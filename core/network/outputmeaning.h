// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace WhiteBox {

/// How a network's outputs become distances in Å. The built-in engine's networks give them as they are.
struct OutputMeaning
{
    float angstromPerUnit = 1; ///< 10 where the network gives nm
    /// Distograms: the distance in Å that each bin stands for; the outputs are channel · bins + bin, and a
    /// channel's distance is its expectation. Empty: the outputs are distances.
    std::vector<float> binCentres;
    bool logits = true; ///< bins become probabilities by a softmax; else they are probabilities

    bool isDistogram() const { return !binCentres.empty(); }
};

/// Centres of bins, Å, in the order of the network's outputs: numbers and runs FIRST:STEP:COUNT, separated by
/// commas. "22,2.25:0.5:36" is trRosetta's: no contact, then 2 to 20 Å. Fails: InvalidInput.
Result<std::vector<float>> parseBins(const QString &text);

} // namespace WhiteBox
