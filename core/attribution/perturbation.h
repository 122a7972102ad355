// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/explainer.h"
#include "core/base/progress.h"

#include <vector>

namespace WhiteBox {

/// The prediction while the input moves along a direction: x + coefficient · direction.
struct PerturbationPoint
{
    double coefficient = 0;
    double outputAngstrom = 0;
    double tangentAngstrom = 0; ///< what the plain gradient at coefficient 0 foretells
    float least = 0;       ///< smallest and largest input in the window there: beyond what couplings are,
    float most = 0;        ///< the network answers to inputs that it was never shown
    int switchedUnits = 0; ///< hidden units in the window that pass where at coefficient 0 they do not, or
                           ///< the other way round: 0 as long as the tangent is exact; −1 for
                           ///< foreign networks, which do not tell
};

/// count points from the first to the last coefficient, evenly spaced, in double precision. The curve is
/// piecewise linear: it leaves the tangent where units of the network switch. direction: any window of the
/// pair, such as its explanation. count at least 2. O(count · weights · field²). Fails: Cancelled.
Result<std::vector<PerturbationPoint>>
perturbationCurve(const Explainer &explainer, const GradientWindow &direction, int channel, double first,
                  double last, int count, const StopToken &stop = {}, const Progress &progress = {});

/// Where the curve's slope changes, since a hidden unit switches.
struct Kink
{
    double coefficient = 0;
    double slopeBefore = 0; ///< Å a unit of the coefficient, on the side nearer to 0
    double slopeAfter = 0;
};
/// The kinks between first ≤ 0 and last ≥ 0 that lie next to 0, at most `most` on either side, in order of
/// the coefficient. Exact but for rounding: each piece tells where it ends. Kinks nearer together than 1e-9
/// of the range are one. None of foreign networks, which do not tell. O(kinks · weights · field²). Fails:
/// Cancelled.
Result<std::vector<Kink>> perturbationKinks(const Explainer &explainer, const GradientWindow &direction,
                                            int channel, double first, double last, int most = 16,
                                            const StopToken &stop = {}, const Progress &progress = {});

} // namespace WhiteBox
