// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace WhiteBox {

/// Bytes of memory that could be had now without swapping, 0 where the system does not tell.
double availableMemory();
/// Refuses what does not fit. what: "Computing the couplings"; remedy: what to do about it. Fails: Resources,
/// with the needed and the free memory.
Result<void> checkMemory(double bytesNeeded, const QString &what, const QString &remedy);

} // namespace WhiteBox
