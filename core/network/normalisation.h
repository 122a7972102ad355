// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to couplings before a network sees them. Each block w_ij is multiplied by a number, so that
// the network's gradient is still one with respect to couplings, pair by pair.
#pragma once

#include "core/coevolution/contactscore.h"
#include "core/coevolution/couplingtensor.h"
#include "core/network/inputstack.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace WhiteBox {

enum class Normalisation {
    None,            ///< raw couplings
    UnitRms,         ///< divided by the root mean square of all couplings of the protein, i ≠ j
    AboveBackground, ///< block norms replaced by how far they stand above their rows' background
};

/// As a model card names it: "none", "unit-rms", "above-background".
QString nameOf(Normalisation normalisation);
std::optional<Normalisation> normalisationOf(const QString &name);

/// The one factor of UnitRms; 1 where all couplings are zero, and for the other two. O(L²·441).
float inputScale(Normalisation normalisation, const CouplingTensor &couplings);

/// Factors of AboveBackground, L×L, symmetric, 0 on the diagonal. norms: contactScore() without correction.
///
/// Nine tenths of a block's norm S_ij are noise that its positions i and j share with all their pairs. The
/// average product correction (Dunn et al. 2008) tells how much: A_ij = S_ij − S̄_i·S̄_j / S̄. With z = A_ij /
/// median |A|, the factor 6·softplus(z) / S_ij gives the block the norm 6·softplus(z): about 0 where it stays
/// below its background, in proportion to the corrected score above it. The 6 brings inputs to a convenient
/// size for training.
std::vector<float> aboveBackground(const ContactScore &norms);

/// The network's input of these couplings. O(L²·441).
InputStack normalisedInput(Normalisation normalisation, std::shared_ptr<const CouplingTensor> couplings);

} // namespace WhiteBox
