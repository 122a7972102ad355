// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/questionkeys.h"

namespace WhiteBox {

namespace {

template <std::size_t N>
QStringList listOf(const std::array<const char *, N> &keys)
{
    QStringList list;
    for (const char *key : keys)
        list << QLatin1String(key);
    return list;
}

} // namespace

QStringList methodKeys()
{
    return listOf(kMethodKeys);
}

QStringList channelKeys()
{
    return listOf(kChannelKeys);
}

std::optional<ExplanationMethod> methodOfKey(const QString &key)
{
    const auto at = methodKeys().indexOf(key);
    return at < 0 ? std::nullopt : std::optional(kExplanationMethods[std::size_t(at)]);
}

} // namespace WhiteBox
