// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/localproblem.h"

#include <algorithm>

namespace WhiteBox {

LocalProblem::LocalProblem(const InputStack &input, ResiduePair at, int side)
    : length(std::min(input.length(), side))
    , values(std::size_t(length) * std::size_t(length) * kBlock)
    , m_whole(at)
    , m_wholeLength(input.length())
{
    const int top = std::clamp(at.i - side / 2, 0, input.length() - length);
    const int left = std::clamp(at.j - side / 2, 0, input.length() - length);
    pair = {at.i - top, at.j - left};
    float *to = values.data();
    for (int i = 0; i < length; ++i)
        for (int j = 0; j < length; ++j, to += kBlock)
            input.gather(top + i, left + j, std::span<float, kBlock>(to, kBlock));
}

GradientWindow LocalProblem::toWhole(GradientWindow window) const
{
    window.pair = m_whole;
    window.length = m_wholeLength;
    return window;
}

} // namespace WhiteBox
