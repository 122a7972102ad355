// SPDX-License-Identifier: GPL-3.0-or-later
// How a result is looked at, as JSON: in the user's settings and in session files.
#pragma once

#include "core/base/residuepair.h"
#include "widgets/viewsettings.h"

#include <QJsonObject>

#include <optional>

namespace WhiteBox {

/// As a figure's recipe tells it, without a figure; pairs count from 1 there.
QJsonObject viewState(const ViewSettings &settings, std::optional<ResiduePair> pair);
/// What is no recipe of this version is passed over whole, and a choice that the bar does not offer alone.
/// Halves that need a truth are set only where there is one.
void applyViewState(const QJsonObject &state, ViewSettings &settings, bool hasTruth);
/// Its pair, where that lies within the length.
std::optional<ResiduePair> pairOf(const QJsonObject &state, int length);

} // namespace WhiteBox
