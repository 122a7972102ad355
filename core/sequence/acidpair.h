// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace WhiteBox {

/// The index 21·a + b of an amino-acid pair as people type it: "AR", letters of both cases, "-" is the gap.
/// Fails: InvalidInput.
Result<int> parseAcidPair(const QString &name);

} // namespace WhiteBox
