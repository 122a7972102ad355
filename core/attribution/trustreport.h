// SPDX-License-Identifier: GPL-3.0-or-later
// All trust tests of one explanation at once, each with what it means and where it is from.
#pragma once

#include "core/attribution/trusttests.h"
#include "core/attribution/windowstream.h"

#include <QString>

#include <array>
#include <vector>

namespace WhiteBox {

/// How much the deconvnet's picture changes from one pair to another, both away from the borders where there
/// is room: there nothing but the input could make a difference.
struct DeconvnetConstancy
{
    ResiduePair one; ///< the explained pair, or the nearest whose window lies inside the protein
    ResiduePair other;
    double change = 0; ///< share of the largest magnitude; NaN where the protein has one pair only
};
DeconvnetConstancy deconvnetConstancy(const Explainer &explainer, ResiduePair pair, int channel,
                                      AttributionTarget target);

struct TrustReport
{
    ResiduePair pair;
    WindowQuestion question;
    Completeness completeness;
    DifferenceCheck differences;
    SymmetryAudit symmetry;
    DeconvnetConstancy constancy;
    /// In the order of kExplanationMethods; one step a layer, the output's first.
    std::array<std::vector<RandomisationStep>, kExplanationMethods.size()> randomisation;
};
/// O(methods · layers · field² · weights), seconds at most. Fails: Cancelled. Any thread.
Result<TrustReport> trustReport(const Explainer &explainer, ResiduePair pair, const WindowQuestion &question,
                                const StopToken &stop = {}, const Progress &progress = {});

/// What a test's number means, in one sentence, and its source.
struct TrustNote
{
    QString meaning;
    QString source;
};
enum class TrustTest { Completeness, FiniteDifferences, Randomisation, Symmetry, DeconvnetConstancy };
TrustNote noteOf(TrustTest test);

} // namespace WhiteBox
