// SPDX-License-Identifier: GPL-3.0-or-later
// How a result is looked at, as JSON: in the user's settings and in session files.
#pragma once

#include "core/base/residuepair.h"
#include "widgets/viewsettings.h"

#include <QJsonObject>

#include <optional>

namespace WhiteBox {

/// {"channel", "method", "target", "scale", "order", "marks", "separation", "lower", "upper", "pair": [i, j]
/// from 0}.
QJsonObject viewState(const ViewSettings &settings, std::optional<ResiduePair> pair);
/// Takes over what it knows; what is missing, of another type or out of range is passed over. Halves that
/// need a truth are set only where there is one, and a locked scale never: its numbers are not kept.
void applyViewState(const QJsonObject &state, ViewSettings &settings, bool hasTruth);
/// Its pair, where that lies within the length.
std::optional<ResiduePair> pairOf(const QJsonObject &state, int length);

} // namespace WhiteBox
