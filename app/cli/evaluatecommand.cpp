// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli evaluate: the shipped network, the couplings' own contact score and the mean distance by
// separation, judged on the same proteins and alignments.
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/evaluation.h"
#include "app/cli/explaininput.h"
#include "core/base/threadpool.h"
#include "core/coevolution/ccmpredfiles.h"
#include "core/coevolution/contactscore.h"
#include "core/coevolution/pottsmodel.h"
#include "core/coevolution/sequenceweights.h"
#include "core/network/proteindataset.h"
#include "core/structure/contactmetrics.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <memory>
#include <mutex>
#include <optional>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString pathOf(const std::string &text)
{
    return pathArgument(text);
}

struct EvaluateCommand
{
    std::string data;
    std::string split = "test";
    ModelAsk model;
    std::string cache;
    std::string plots;
    int threads = 1;
};

/// The cache's file for exactly these rows.
QString cacheFile(const EvaluateCommand &c, const DataSetChain &chain, const Alignment &alignment)
{
    const auto states = alignment.states();
    const QByteArray hash = QCryptographicHash::hash(
        QByteArray::fromRawData(reinterpret_cast<const char *>(states.data()), qsizetype(states.size())),
        QCryptographicHash::Sha256);
    return QDir(pathOf(c.cache))
        .filePath(chain.id + QLatin1Char('-') + QString::fromLatin1(hash.toHex().left(16)) +
                  QStringLiteral(".braw"));
}

Result<CouplingTensor> couplingsOf(const EvaluateCommand &c, const DataSetChain &chain,
                                   const Alignment &alignment, const StopToken &stop)
{
    const QString cached = c.cache.empty() ? QString() : cacheFile(c, chain, alignment);
    if (!cached.isEmpty() && QFile::exists(cached))
        return loadCouplings(cached);
    auto fit = inferCouplings(alignment, {}, stop, {});
    if (!fit.isOk())
        return std::move(fit).error();
    if (!cached.isEmpty()) {
        if (auto saved = saveBinaryCouplings(cached, fit.value().couplings); !saved.isOk())
            return std::move(saved).error();
    }
    return std::move(fit.value().couplings);
}

std::vector<float> toFloats(const std::vector<double> &values)
{
    return {values.begin(), values.end()};
}

/// Predicted and true Cβ distances of the resolved pairs with separation ≥ 12.
std::vector<std::array<double, 2>> comparedDistances(const DistanceMap &predicted, const DistanceMap &truth)
{
    std::vector<std::array<double, 2>> pairs;
    for (int i = 0; i < truth.length(); ++i)
        for (int j = i + 12; j < truth.length(); ++j) {
            const double mean = (double(predicted.at(DistanceChannel::CbCb, i, j)) +
                                 double(predicted.at(DistanceChannel::CbCb, j, i))) /
                                2;
            if (!std::isnan(truth.at(DistanceChannel::CbCb, i, j)))
                pairs.push_back({mean, double(truth.at(DistanceChannel::CbCb, i, j))});
        }
    return pairs;
}

Result<ChainResult> evaluateChain(const EvaluateCommand &c, const DataSetChain &chain,
                                  const LoadedNetwork &network, const std::vector<float> &means,
                                  const StopToken &stop)
{
    auto alignment = readDataSetAlignment(chain);
    if (!alignment.isOk())
        return std::move(alignment).error();
    auto truth = readDataSetTruth(chain, alignment.value());
    if (!truth.isOk())
        return std::move(truth).error();
    auto tensor = couplingsOf(c, chain, alignment.value(), stop);
    if (!tensor.isOk())
        return std::move(tensor).error();
    const auto couplings = std::make_shared<const CouplingTensor>(std::move(tensor).value());
    const auto outputs = network.forward(network.inputFor(couplings), 1, stop);
    if (!outputs.isOk())
        return outputs.error();
    const DistanceMap predicted = network.standardChannels(outputs.value());
    const auto weights = sequenceWeights(alignment.value(), PottsOptions().identityThreshold, 1, stop);
    if (!weights.isOk())
        return weights.error();
    ChainResult result;
    result.id = chain.id;
    result.length = chain.length;
    result.neff = weights.value().neff;
    result.network = evaluateDistances(predicted, truth.value());
    result.couplings = evaluateScores(toFloats(contactScore(*couplings).values), truth.value());
    if (!c.plots.empty())
        result.distances = comparedDistances(predicted, truth.value());
    result.asymmetry = largestAsymmetry(predicted);
    result.separation = evaluateDistances(separationBaseline(chain.length, means), truth.value());
    return result;
}

/// From the model card, else from the structures of the data's own training chains.
Result<std::vector<float>> separationMeans(const EvaluateCommand &c, const ModelCard &card)
{
    if (!card.meanDistanceBySeparation.empty())
        return card.meanDistanceBySeparation;
    auto chains = readDataSet(pathOf(c.data), QStringLiteral("train"));
    if (!chains.isOk())
        return std::move(chains).error();
    SeparationMeans means;
    for (const DataSetChain &chain : chains.value()) {
        auto alignment = readDataSetAlignment(chain);
        if (!alignment.isOk())
            return std::move(alignment).error();
        auto truth = readDataSetTruth(chain, alignment.value());
        if (!truth.isOk())
            return std::move(truth).error();
        means.add(truth.value());
    }
    return means.means();
}

Result<Evaluation> evaluateAll(const EvaluateCommand &c, const std::vector<DataSetChain> &chains,
                               const LoadedNetwork &network, const std::vector<float> &means,
                               const StopToken &stop)
{
    const Progress progress = terminalProgress();
    std::vector<std::optional<Result<ChainResult>>> results(chains.size());
    std::atomic<int> done = 0;
    std::atomic<bool> failed = false;
    std::mutex mutex;
    ThreadPool(c.threads).run(int(chains.size()), [&](int n, int) {
        if (failed || stop.stop_requested())
            return;
        auto &slot = results[std::size_t(n)];
        slot = evaluateChain(c, chains[std::size_t(n)], network, means, stop);
        failed = failed || !slot->isOk();
        const std::lock_guard lock(mutex);
        progress.report(double(++done) / double(chains.size()), chains[std::size_t(n)].id);
    });
    clearProgressLine();
    if (stop.stop_requested())
        return Error::cancelled();
    Evaluation evaluation{{}, network.path, pathOf(c.split)};
    for (auto &result : results) {
        if (result && !result->isOk())
            return std::move(*result).error();
        if (result)
            evaluation.chains.push_back(std::move(*result).value());
    }
    return evaluation;
}

Result<Evaluation> evaluate(const EvaluateCommand &c, const StopToken &stop)
{
    const auto network = loadCliModel(c.model);
    if (!network.isOk())
        return network.error();
    auto chains = readDataSet(pathOf(c.data), pathOf(c.split));
    if (!chains.isOk())
        return std::move(chains).error();
    auto means = separationMeans(c, network.value().card.value_or(ModelCard()));
    if (!means.isOk())
        return std::move(means).error();
    if (!c.cache.empty() && !QDir().mkpath(pathOf(c.cache)))
        return Error::io(pathOf(c.cache), tr("The cache folder cannot be made"), {},
                         tr("Choose another folder."));
    return evaluateAll(c, chains.value(), network.value(), means.value(), stop);
}

/// Mean of one column over the chains that pass.
template <class Filter>
ContactMetrics meanWhere(const Evaluation &evaluation, ContactMetrics ChainResult::*column, Filter &&passes)
{
    std::vector<ContactMetrics> metrics;
    for (const ChainResult &chain : evaluation.chains) {
        if (passes(chain))
            metrics.push_back(chain.*column);
    }
    return meanMetrics(metrics);
}

struct Depth
{
    const char *name;
    double from;
    double to;
};
constexpr std::array kDepths{Depth{"Neff/L < 1", 0, 1}, Depth{"1 <= Neff/L < 3", 1, 3},
                             Depth{"Neff/L >= 3", 3, 1e9}};

QJsonObject depthJson(const Evaluation &evaluation, const Depth &depth)
{
    const auto within = [&](const ChainResult &chain) {
        const double value = chain.neff / chain.length;
        return value >= depth.from && value < depth.to;
    };
    return {{QStringLiteral("depth"), QString::fromLatin1(depth.name)},
            {QStringLiteral("chains"),
             int(std::count_if(evaluation.chains.begin(), evaluation.chains.end(), within))},
            {QStringLiteral("network"), toJson(meanWhere(evaluation, &ChainResult::network, within))},
            {QStringLiteral("couplings"), toJson(meanWhere(evaluation, &ChainResult::couplings, within))},
            {QStringLiteral("separation"), toJson(meanWhere(evaluation, &ChainResult::separation, within))}};
}

QJsonObject toJson(const Evaluation &evaluation)
{
    QJsonArray chains;
    for (const ChainResult &chain : evaluation.chains)
        chains.append(QJsonObject{{QStringLiteral("id"), chain.id},
                                  {QStringLiteral("L"), chain.length},
                                  {QStringLiteral("neff"), chain.neff},
                                  {QStringLiteral("network"), toJson(chain.network)},
                                  {QStringLiteral("couplings"), toJson(chain.couplings)}});
    QJsonArray depths;
    for (const Depth &depth : kDepths)
        depths.append(depthJson(evaluation, depth));
    const QJsonObject mean{
        {QStringLiteral("network"), toJson(meanOf(evaluation, &ChainResult::network))},
        {QStringLiteral("couplings"), toJson(meanOf(evaluation, &ChainResult::couplings))},
        {QStringLiteral("separation"), toJson(meanOf(evaluation, &ChainResult::separation))}};
    return {{QStringLiteral("split"), evaluation.split},
            {QStringLiteral("model"), evaluation.model},
            {QStringLiteral("mean"), mean},
            {QStringLiteral("byDepth"), depths},
            {QStringLiteral("asymmetry"), asymmetryOf(evaluation)},
            {QStringLiteral("chains"), chains}};
}

QString share(double value)
{
    return std::isnan(value) ? QStringLiteral("      -") : QStringLiteral("%1").arg(value, 7, 'f', 3);
}

QString shares(std::initializer_list<double> values)
{
    QString text;
    for (const double value : values)
        text += share(value);
    return text;
}

/// One protein: the network beside the couplings.
QString proteinRow(const ChainResult &chain)
{
    const ContactMetrics &n = chain.network;
    const ContactMetrics &c = chain.couplings;
    return chain.id.leftJustified(10) +
           QStringLiteral("%1%2 ").arg(chain.length, 5).arg(chain.neff, 7, 'f', 0) +
           shares({n.nonlocal.l, n.longRange.l5, n.longRange.l2, n.longRange.l, n.mae15, n.lddtCb}) +
           QStringLiteral(" |") + shares({c.nonlocal.l, c.longRange.l5, c.longRange.l2, c.longRange.l});
}

QString meanRow(const QString &name, const ContactMetrics &m)
{
    QString line = name.leftJustified(24);
    for (const TopPrecision *top : {&m.nonlocal, &m.mediumLong, &m.longRange})
        line += shares({top->l5, top->l2, top->l}) + QStringLiteral("  ");
    return line + shares({m.mae15, m.rmse15, m.pearson15, m.lddtCb});
}

void print(const Evaluation &evaluation)
{
    printLine(tr("                        network                                     | couplings (APC)"));
    printLine(tr(
        "id            L   Neff  nonl L  l L/5  l L/2    l L    MAE   lDDT | nonl L  l L/5  l L/2    l L"));
    for (const ChainResult &chain : evaluation.chains)
        printLine(proteinRow(chain));
    printLine(
        tr("Means of %1 chains; nonlocal, medium and long, long: L/5, L/2, L").arg(evaluation.chains.size()));
    printLine(
        tr("%1  nonl.L/5  L/2     L    m+l L/5  L/2     L   long L/5  L/2     L     MAE   RMSE      r   lDDT")
            .arg(QString().leftJustified(20)));
    printLine(meanRow(tr("network"), meanOf(evaluation, &ChainResult::network)));
    printLine(meanRow(tr("couplings (APC)"), meanOf(evaluation, &ChainResult::couplings)));
    printLine(meanRow(tr("separation only"), meanOf(evaluation, &ChainResult::separation)));
    printLine(tr("The network's distances of (i, j) and (j, i) differ by at most %1 A.")
                  .arg(asymmetryOf(evaluation), 0, 'g', 2));
}

/// Plots, then the table or the JSON document.
Result<void> show(const EvaluateCommand &c, const Evaluation &evaluation, const Context &context)
{
    if (!c.plots.empty()) {
        if (auto written = writePlots(evaluation, pathOf(c.plots)); !written.isOk())
            return written;
    }
    if (context.json)
        printJson(toJson(evaluation));
    else
        print(evaluation);
    return {};
}

void execute(const EvaluateCommand &c, Context &context)
{
    auto evaluation = evaluate(c, context.stop);
    if (!evaluation.isOk())
        context.status = report(evaluation.error(), context);
    else if (auto shown = show(c, evaluation.value(), context); !shown.isOk())
        context.status = report(shown.error(), context);
}

} // namespace

double asymmetryOf(const Evaluation &evaluation)
{
    double largest = 0;
    for (const ChainResult &chain : evaluation.chains)
        largest = std::max(largest, chain.asymmetry);
    return largest;
}

ContactMetrics meanOf(const Evaluation &evaluation, ContactMetrics ChainResult::*column)
{
    return meanWhere(evaluation, column, [](const ChainResult &) { return true; });
}

void addEvaluateCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("evaluate", "Judge the network on proteins of known structure");
    const auto c = std::make_shared<EvaluateCommand>();
    c->threads = defaultThreads();
    command->add_option("--data", c->data, "Folder with splits.tsv, msa/ and structures/")->required();
    command->add_option("--split", c->split, "Which chains of splits.tsv")->capture_default_str();
    addModelOptions(*command, c->model, "the shipped network");
    command->add_option("--cache", c->cache, "Keep couplings in this folder and take them from there");
    command->add_option("--plots", c->plots,
                        "Write precision.png, distances.png and depth.png into this folder");
    command->add_option("-t,--threads", c->threads, "Threads")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command->callback([c, &context] { execute(*c, context); });
}

} // namespace WhiteBox::Cli
