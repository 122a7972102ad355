// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/explainer.h"

#include <vector>

namespace WhiteBox {

/// The prediction while the input moves along a direction: x + coefficient · direction.
struct PerturbationPoint
{
    double coefficient = 0;
    double outputAngstrom = 0;
    double tangentAngstrom = 0; ///< what the plain gradient at coefficient 0 foretells
    float least = 0; ///< smallest and largest input in the window there: beyond what couplings are,
    float most = 0;  ///< the network answers to inputs that it was never shown
};

/// count points from the first to the last coefficient, evenly spaced, in double precision. The curve is
/// piecewise linear: it leaves the tangent where units of the network switch. direction: any window of the
/// pair, such as its explanation. count at least 2. O(count · weights · field²). Fails: Cancelled.
Result<std::vector<PerturbationPoint>> perturbationCurve(const Explainer &explainer,
                                                         const GradientWindow &direction, int channel,
                                                         double first, double last, int count,
                                                         const StopToken &stop = {});

} // namespace WhiteBox
