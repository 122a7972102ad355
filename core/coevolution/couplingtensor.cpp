// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/couplingtensor.h"

namespace WhiteBox {

CouplingTensor::CouplingTensor(int length)
    : m_length(length)
    , m_pairs(length > 0 ? pairCount() * kBlock : 0, 0.0F)
    , m_fields(std::size_t(length) * kStates, 0.0F)
{}

} // namespace WhiteBox
