// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/othernetwork.h"

#include "core/pipeline/loadednetwork.h"
#include "core/pipeline/resultmodel.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OtherNetwork)
};

QJsonObject modelOf(const LoadedNetwork &network)
{
    return {{QStringLiteral("name"), network.card ? network.card->name : QFileInfo(network.path).fileName()},
            {QStringLiteral("path"), network.path},
            {QStringLiteral("sha256"), network.card ? network.card->weightsSha256 : QString()}};
}

} // namespace

ExplanationController::Factory ownNetworkOf(std::shared_ptr<const JobResult> result)
{
    return [result = std::move(result)](const StopToken &stop) -> Result<ExplainedProtein> {
        auto loaded = loadModelOf(*result);
        if (!loaded.isOk())
            return loaded.error();
        const Predictor &predictor = *loaded.value();
        const int threads = std::max(1, QThread::idealThreadCount());
        return explainedProtein(
            Explainer::create(predictor.network(), predictor.inputFor(result->couplings), threads, stop),
            predictor.card().inputRange);
    };
}

Result<OtherPrediction> predictWith(const QString &path, const JobResult &result)
{
    auto loaded = loadNetworkFile(path);
    if (!loaded.isOk())
        return std::move(loaded).error();
    const auto network = std::make_shared<const LoadedNetwork>(std::move(loaded).value());
    if (network->outputChannels() != kDistanceChannels)
        return Error{
            ErrorKind::Unsupported, Text::tr("The window cannot show this network"),
            Text::tr("it gives %1 distances, not the four between Cα and Cβ").arg(network->outputChannels()),
            Text::tr("whitebox-cli explain --model takes it."), path};
    const QStringList four = standardChannelNames();
    if (network->card && network->card->channels != four)
        return Error{ErrorKind::Unsupported, Text::tr("The window cannot show this network"),
                     Text::tr("its card names the distances %1, not %2")
                         .arg(network->card->channels.join(u','), four.join(u',')),
                     Text::tr("whitebox-cli explain --model takes it."), path};
    const InputStack input = network->inputFor(result.couplings);
    const int threads = std::max(1, QThread::idealThreadCount());
    auto map = network->forward(input, threads);
    if (!map.isOk())
        return std::move(map).error();
    auto other = std::make_shared<JobResult>(result);
    other->jobId.clear();
    other->predicted = std::make_shared<const DistanceMap>(std::move(map).value());
    other->provenance[QStringLiteral("model")] = modelOf(*network);
    return OtherPrediction{std::move(other), [network, input, threads](const StopToken &stop) {
                               return explainedProtein(network->explainerOf(input, threads, stop),
                                                       network->card ? network->card->inputRange
                                                                     : std::nullopt);
                           }};
}

} // namespace WhiteBox
