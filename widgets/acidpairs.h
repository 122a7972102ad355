// SPDX-License-Identifier: GPL-3.0-or-later
// Amino-acid pairs as people type them, "AR, DK", the way `whitebox-cli study scatter --acids` takes them.
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace WhiteBox {

/// Tiles 21·a + b in the order they are given, each once. Letters of both cases, "-" is the gap. Fails:
/// InvalidInput where there is none, one that is no pair, or more than `most`.
Result<std::vector<int>> parseAcidPairs(const QString &text, int most);
/// "AR, DK": what parseAcidPairs() takes.
QString acidPairsText(const std::vector<int> &tiles);

} // namespace WhiteBox
