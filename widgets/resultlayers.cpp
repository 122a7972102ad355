// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/resultlayers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace WhiteBox {

namespace {

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();
constexpr double kErrorLimit = 10; ///< Å; the same for every protein, so that pictures compare

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ResultLayers)
};

std::vector<float> copied(std::span<const float> values)
{
    return {values.begin(), values.end()};
}

/// What is far is far: beyond the scale's end a network of this kind does not tell distances apart.
std::vector<float> errorUpTo(float farthest, const std::vector<float> &predicted,
                             const std::vector<float> &truth)
{
    const auto bounded = [farthest](float distance) { return distance > farthest ? farthest : distance; };
    std::vector<float> error(predicted.size());
    for (std::size_t k = 0; k < error.size(); ++k)
        error[k] = bounded(predicted[k]) - bounded(truth[k]);
    return error;
}

void fillScore(MatrixLayer &layer, const JobResult &result)
{
    layer.title = Text::tr("Coupling score (APC)");
    layer.shortTitle = Text::tr("score");
    if (result.couplingScore.size() == layer.values.size())
        layer.values = result.couplingScore;
    // Most pairs are background: their median stands for it, so that what stands out is seen.
    std::vector<float> scores = layer.values;
    const auto middle = scores.begin() + std::ptrdiff_t(scores.size() / 2);
    std::nth_element(scores.begin(), middle, scores.end());
    const double background = scores.empty() || std::isnan(*middle) ? 0 : double(*middle);
    layer.scale = ColorScale::magnitude(robustLimit(layer.values), {}, background);
    layer.highLabel = Text::tr("stronger");
    layer.lowLabel = Text::tr("weaker");
}

std::vector<float> truthOf(const JobResult &result, int channel)
{
    return result.structure ? copied(trueDistances(*result.structure).plane(channel)) : std::vector<float>();
}

/// The predicted layer under its channel's own name: the other half may be a prediction too.
std::shared_ptr<const MatrixLayer> channelLayer(const JobResult &result, int channel)
{
    auto layer = std::make_shared<MatrixLayer>(*makeLayer(result, {MatrixContent::Predicted, channel}));
    layer->shortTitle = channelName(channel);
    return layer;
}

} // namespace

bool needsTruth(MatrixContent content)
{
    return content == MatrixContent::Truth || content == MatrixContent::Error;
}

QString channelName(int channel)
{
    static const QString names[] = {QStringLiteral("Cα–Cα"), QStringLiteral("Cα–Cβ"), QStringLiteral("Cβ–Cα"),
                                    QStringLiteral("Cβ–Cβ")};
    return channel >= 0 && channel < kDistanceChannels ? names[channel]
                                                       : Text::tr("output %1").arg(channel + 1);
}

QString channelLetters(int channel)
{
    static const QString names[] = {QStringLiteral("αα"), QStringLiteral("αβ"), QStringLiteral("βα"),
                                    QStringLiteral("ββ")};
    return channel >= 0 && channel < kDistanceChannels ? names[channel] : QString::number(channel + 1);
}

std::shared_ptr<const MatrixLayer> makeLayer(const JobResult &result, LayerChoice choice)
{
    auto layer = std::make_shared<MatrixLayer>();
    layer->length = result.length();
    const auto cells = std::size_t(layer->length) * std::size_t(layer->length);
    layer->values.assign(cells, kUnknown);
    layer->scale = ColorScale::distance();
    const bool hasChannel = result.predicted && choice.channel < result.predicted->channels();
    switch (choice.content) {
    case MatrixContent::Predicted:
        layer->title = Text::tr("Predicted %1 distance").arg(channelName(choice.channel));
        layer->shortTitle = Text::tr("predicted");
        if (hasChannel)
            layer->values = copied(result.predicted->plane(choice.channel));
        break;
    case MatrixContent::Truth:
        layer->title = Text::tr("True %1 distance").arg(channelName(choice.channel));
        if (result.structure)
            layer->title += QStringLiteral(" (%1)").arg(result.structure->structure.name);
        layer->shortTitle = Text::tr("true");
        if (result.structure)
            layer->values = truthOf(result, choice.channel);
        break;
    case MatrixContent::Error:
        layer->title = Text::tr("Error of %1, predicted − true, farther than %2 Å as %2 Å")
                           .arg(channelName(choice.channel))
                           .arg(ColorScale::distance().high());
        layer->shortTitle = Text::tr("error");
        layer->scale = ColorScale::symmetric(kErrorLimit, Text::tr("Å"));
        layer->highLabel = Text::tr("too far");
        layer->lowLabel = Text::tr("too close");
        if (result.structure && hasChannel)
            layer->values =
                errorUpTo(float(ColorScale::distance().high()),
                          copied(result.predicted->plane(choice.channel)), truthOf(result, choice.channel));
        break;
    case MatrixContent::CouplingScore:
        fillScore(*layer, result);
        break;
    case MatrixContent::PredictedCaCa:
    case MatrixContent::PredictedCaCb:
    case MatrixContent::PredictedCbCa:
    case MatrixContent::PredictedCbCb:
        return channelLayer(result, int(choice.content) - int(MatrixContent::PredictedCaCa));
    }
    return layer;
}

} // namespace WhiteBox
