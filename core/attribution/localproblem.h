// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/gradientwindow.h"
#include "core/network/inputstack.h"

#include <vector>

namespace WhiteBox {

/// A square piece of the input that holds all of one pair's window, borders of the protein included where the
/// window meets them: networks with that receptive field give the same output and windows for the pair as on
/// the whole. Studies that change the input run on it, at min(L, side)² instead of L² pairs.
struct LocalProblem
{
    int length = 0;            ///< min(L, side)
    ResiduePair pair;          ///< the pair, counted in the piece
    std::vector<float> values; ///< length×length×441, channels last

    LocalProblem(const InputStack &input, ResiduePair at, int side);
    InputStack input() const { return InputStack::fromDense(length, values); }
    /// A window explained in the piece, put back into the protein.
    GradientWindow toWhole(GradientWindow window) const;

private:
    ResiduePair m_whole;
    int m_wholeLength = 0;
};

} // namespace WhiteBox
