// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewstate.h"

#include "widgets/explainbar.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>

namespace WhiteBox {

namespace {

/// The whole number at a key, where it is one within 0..last.
std::optional<int> numberOf(const QJsonObject &state, const char *key, int last)
{
    const int value = state[QLatin1String(key)].toInt(-1);
    return value >= 0 && value <= last ? std::optional(value) : std::nullopt;
}

template <class Offered>
std::optional<int> oneOf(const QJsonObject &state, const char *key, const Offered &offered)
{
    const int value = state[QLatin1String(key)].toInt(-1);
    const bool isOffered = std::find(std::begin(offered), std::end(offered), value) != std::end(offered);
    return isOffered ? std::optional(value) : std::nullopt;
}

} // namespace

QJsonObject viewState(const ViewSettings &settings, std::optional<ResiduePair> pair)
{
    QJsonObject state{{QStringLiteral("channel"), settings.channel()},
                      {QStringLiteral("method"), int(settings.method())},
                      {QStringLiteral("target"), int(settings.target())},
                      {QStringLiteral("scale"), int(settings.scale())},
                      {QStringLiteral("order"), int(settings.order())},
                      {QStringLiteral("marks"), settings.markedDivisor()},
                      {QStringLiteral("separation"), settings.minimumSeparation()},
                      {QStringLiteral("lower"), int(settings.lower())},
                      {QStringLiteral("upper"), int(settings.upper())}};
    if (pair)
        state.insert(QStringLiteral("pair"), QJsonArray{pair->i, pair->j});
    return state;
}

void applyViewState(const QJsonObject &state, ViewSettings &settings, bool hasTruth)
{
    if (const auto v = numberOf(state, "channel", kDistanceChannels - 1))
        settings.setChannel(*v);
    if (const auto v = numberOf(state, "method", int(kExplanationMethods.size()) - 1))
        settings.setMethod(ExplanationMethod(*v));
    if (const auto v = numberOf(state, "target", int(AttributionTarget::LowersDistance)))
        settings.setTarget(AttributionTarget(*v));
    if (const auto v = numberOf(state, "scale", int(MosaicScale::PerTile)))
        settings.setScale(MosaicScale(*v));
    if (const auto v = numberOf(state, "order", int(ResidueOrder::Charge)))
        settings.setOrder(ResidueOrder(*v));
    if (const auto v = oneOf(state, "marks", ExplainBar::kDivisors))
        settings.setMarkedDivisor(*v);
    if (const auto v = oneOf(state, "separation", ExplainBar::kSeparations))
        settings.setMinimumSeparation(*v);
    const auto half = [&](const char *key) -> std::optional<MatrixContent> {
        const auto v = numberOf(state, key, int(MatrixContent::PredictedCbCb));
        return v && (hasTruth || !needsTruth(MatrixContent(*v))) ? std::optional(MatrixContent(*v))
                                                                 : std::nullopt;
    };
    if (const auto content = half("lower"))
        settings.setLower(*content);
    if (const auto content = half("upper"))
        settings.setUpper(*content);
}

std::optional<ResiduePair> pairOf(const QJsonObject &state, int length)
{
    const QJsonArray pair = state[QStringLiteral("pair")].toArray();
    const int i = pair.at(0).toInt(-1);
    const int j = pair.at(1).toInt(-1);
    return pair.size() == 2 && std::min(i, j) >= 0 && std::max(i, j) < length
               ? std::optional(ResiduePair{i, j})
               : std::nullopt;
}

} // namespace WhiteBox
