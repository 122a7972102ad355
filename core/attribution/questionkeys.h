// SPDX-License-Identifier: GPL-3.0-or-later
// What command lines, recipes and files call the methods and the channels.
#pragma once

#include "core/attribution/explanationmethod.h"
#include "core/structure/distancemap.h"

#include <QStringList>

#include <array>
#include <optional>

namespace WhiteBox {

/// In the order of kExplanationMethods.
inline constexpr std::array<const char *, kExplanationMethods.size()> kMethodKeys = {
    "plain", "deconvnet", "guided", "inputxgradient", "integrated", "smoothgrad"};
/// In the order of DistanceChannel: Cα or Cβ at i and j.
inline constexpr std::array<const char *, kDistanceChannels> kChannelKeys = {"aa", "ab", "ba", "bb"};

QStringList methodKeys();
QStringList channelKeys();
std::optional<ExplanationMethod> methodOfKey(const QString &key);

} // namespace WhiteBox
