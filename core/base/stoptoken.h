// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace WhiteBox {

/// A request to stop. Long loops ask stop_requested() at least every 50 ms and return Error::cancelled().
using StopToken = std::stop_token;
using StopSource = std::stop_source;

} // namespace WhiteBox
