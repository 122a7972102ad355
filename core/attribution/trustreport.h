// SPDX-License-Identifier: GPL-3.0-or-later
// All trust tests of one explanation at once, each with what it means and where it is from.
#pragma once

#include "core/attribution/trusttests.h"
#include "core/attribution/windowstream.h"

#include <QString>

#include <array>
#include <vector>

namespace WhiteBox {

/// The pair that the deconvnet's window of this pair is compared with: one whose window overlaps the protein
/// as the shown one does, away from the borders where there is room; the pair itself where there is no other.
ResiduePair deconvnetComparison(ResiduePair pair, int length, int radius);

struct TrustReport
{
    ResiduePair pair;
    WindowQuestion question;
    Completeness completeness;
    DifferenceCheck differences;
    SymmetryAudit symmetry;
    ResiduePair deconvnetOther; ///< the pair that the deconvnet's window is compared with
    double deconvnetChange = 0; ///< share of the largest magnitude; NaN where the protein has one pair only
    /// By method, in the order of AttributionMethod; one step a layer, the output's first.
    std::array<std::vector<RandomisationStep>, 3> randomisation;
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
