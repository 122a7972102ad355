// SPDX-License-Identifier: GPL-3.0-or-later
// Whether to believe an explanation: checks with numbers that stand beside the picture.
#pragma once

#include "core/attribution/explanationmethod.h"
#include "core/attribution/similarity.h"

#include <cstdint>
#include <vector>

namespace WhiteBox {

/// The network is piecewise linear: y = Σ x·∂y/∂x + the biases' part, but for rounding. All in Å. Of foreign
/// networks the biases' part is NaN.
struct Completeness
{
    double output = 0;
    double inputPart = 0;
    double biasPart = 0;
    double residual() const { return output - inputPart - biasPart; }
};
Completeness completeness(const Explainer &explainer, ResiduePair pair, int channel);

/// The plain gradient against central differences of a second, double-precision network; NaN where a foreign
/// one does not compute in double precision.
struct DifferenceCheck
{
    int inputs = 0;               ///< tried: the window's largest and random ones
    double largestDifference = 0; ///< as a share of the window's largest magnitude
};
DifferenceCheck finiteDifferences(const Explainer &explainer, ResiduePair pair, int channel, int inputs = 12,
                                  std::uint32_t seed = 1);

/// G(i,j,a,b,Δi,Δj) of a channel against G(j,i,b,a,Δj,Δi) of the mirrored channel (CaCb ↔ CbCa, others
/// themselves).
struct SymmetryAudit
{
    double largestDifference = 0; ///< as a share of the larger window's largest magnitude
    double correlation = 0;       ///< Pearson, cells inside the protein
    double outputDifference = 0;  ///< y(i,j) − y(j,i), Å
};
SymmetryAudit symmetryAudit(const Explainer &explainer, ResiduePair pair, int channel,
                            AttributionMethod method,
                            AttributionTarget target = AttributionTarget::RaisesDistance);

/// How much the deconvnet's picture changes from one pair to another: largest difference over cells inside
/// the protein for both, as a share of the largest magnitude. Without pooling the deconvnet does not look at
/// the input: 0 away from the borders (attribution without explanation).
double deconvnetChange(const Explainer &explainer, ResiduePair pair, ResiduePair other, int channel,
                       AttributionTarget target = AttributionTarget::RaisesDistance);

/// Similarity of the shown window to that of a network whose top layers are randomised (Adebayo et al. 2018,
/// cascading randomisation). A method that explains the network falls to about 0.
struct RandomisationStep
{
    int randomisedLayers = 0;    ///< counted from the output
    WindowSimilarity similarity; ///< median over the networks whose picture is not exactly zero; NaN: none
    int networks = 0;            ///< drawn
    int blankNetworks = 0;       ///< of them, those in which no path to the pair is active
};
struct RandomisationOptions
{
    int networks = 5; ///< drawn for each step: one alone may be an exception, or have no active path
    std::uint32_t seed = 1;
};
/// One step for each layer, the output's first. Weights and biases are drawn from normal distributions of the
/// layer's own mean and standard deviation. O(networks · layers · explainBy()). Fails: Cancelled, as
/// explainBy().
Result<std::vector<RandomisationStep>> randomiseWeights(const Explainer &explainer, ResiduePair pair,
                                                        int channel, ExplanationMethod method,
                                                        AttributionTarget target,
                                                        const RandomisationOptions &options = {},
                                                        const StopToken &stop = {});

} // namespace WhiteBox
