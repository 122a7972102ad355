// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-train: trains the network that predicts distances from couplings, on real proteins.
#include "app/train/exporter.h"
#include "app/train/trainer.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <ATen/Parallel.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <limits>
#include <malloc.h>

using namespace WhiteBox;
using namespace WhiteBox::Train;

namespace {

struct Arguments
{
    std::string data;
    std::string cache;
    std::string out;
    int threads = 1;
    int maxRows = 0;
    int fewestChains = 1;
    int mostChains = 0;
    bool anyField = false;
    std::vector<int> kernels{1, 9, 7};
    std::vector<int> widths{48, 48};
    Normalisation normalisation = Normalisation::UnitRms;
    TrainOptions options;
    std::string model;
    std::string about;
    std::vector<std::string> evaluations; ///< SPLIT=FILE
};

int fail(const Error &error)
{
    std::fprintf(stderr, "whitebox-train: %s\n", qPrintable(error.text()));
    return 1;
}

QDir cacheOf(const Arguments &arguments)
{
    if (!arguments.cache.empty())
        return QDir(QString::fromStdString(arguments.cache));
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                QStringLiteral("/whitebox-train"));
}

int fillCaches(const Arguments &arguments)
{
    // Validation alignments stay whole, so that it is measured as users will see it.
    for (const auto &[split, rows] : {std::pair{"val", 0}, std::pair{"train", arguments.maxRows}}) {
        auto chains = readDataSet(QString::fromStdString(arguments.data), QString::fromLatin1(split));
        if (!chains.isOk())
            return fail(chains.error());
        if (auto done = fillCache(cacheOf(arguments), chains.value(), rows, arguments.threads); !done.isOk())
            return fail(done.error());
    }
    return 0;
}

/// Adds the chains whose couplings are cached by now, to at most limit (0: all of them).
Result<void> addCached(const Arguments &arguments, const QString &split, int limit,
                       std::vector<Example> &examples)
{
    auto chains = readDataSet(QString::fromStdString(arguments.data), split);
    if (!chains.isOk())
        return std::move(chains).error();
    for (const DataSetChain &chain : chains.value()) {
        const QString path = cachePath(cacheOf(arguments), chain);
        const auto known = [&](const Example &example) { return example.id == chain.id; };
        if (limit > 0 && int(examples.size()) >= limit)
            break;
        if (!QFile::exists(path) || std::any_of(examples.begin(), examples.end(), known))
            continue;
        auto couplings = CachedCouplings::open(path, chain.length, arguments.normalisation);
        if (!couplings.isOk())
            return std::move(couplings).error();
        auto alignment = readDataSetAlignment(chain);
        if (!alignment.isOk())
            return std::move(alignment).error();
        auto truth = readDataSetTruth(chain, alignment.value());
        if (!truth.isOk())
            return std::move(truth).error();
        examples.push_back({chain.id, std::move(couplings).value(), std::move(truth).value()});
    }
    return {};
}

int runTraining(const Arguments &arguments)
{
    const int field = probeReceptiveField(arguments.options.net);
    if (field != arguments.options.net.receptiveField() || (field != 15 && !arguments.anyField)) {
        std::fprintf(stderr, "whitebox-train: the receptive field is %d, not 15: k1 + k2 + k3 must be 17\n",
                     field);
        return 1;
    }
    const QDir folder(QString::fromStdString(arguments.out));
    folder.mkpath(QStringLiteral("."));
    std::vector<Example> validation;
    std::vector<Example> examples;
    if (auto read = addCached(arguments, QStringLiteral("val"), 0, validation); !read.isOk())
        return fail(read.error());
    const auto grow = [&]() -> const std::vector<Example> & {
        if (auto read = addCached(arguments, QStringLiteral("train"), arguments.mostChains, examples);
            !read.isOk())
            fail(read.error());
        return examples;
    };
    if (int(grow().size()) < arguments.fewestChains || validation.empty()) {
        std::fprintf(stderr,
                     "whitebox-train: too few couplings are cached: run whitebox-train cache first\n");
        return 1;
    }
    train(arguments.options, grow, validation, folder);
    return 0;
}

QJsonObject jsonOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// What the card tells of the training chains: mean Cβ distance by separation, range of the inputs.
Result<void> describeTraining(const Arguments &arguments, ExportOptions &options)
{
    std::vector<Example> examples;
    if (auto read = addCached(arguments, QStringLiteral("train"), 0, examples); !read.isOk())
        return read;
    SeparationMeans means;
    for (const Example &example : examples) {
        means.add(example.truth);
        const auto [least, most] = example.couplings->inputRange();
        options.inputRange.first = std::min(options.inputRange.first, least);
        options.inputRange.second = std::max(options.inputRange.second, most);
    }
    options.meanDistanceBySeparation = means.means();
    return {};
}

int runExport(const Arguments &arguments)
{
    ExportOptions options;
    options.weightsPath = QString::fromStdString(arguments.model);
    options.about = jsonOf(QString::fromStdString(arguments.about));
    options.normalisation = arguments.normalisation;
    options.clampAngstrom = arguments.options.clampAngstrom;
    for (const std::string &text : arguments.evaluations) {
        const QString argument = QString::fromStdString(text);
        QJsonObject evaluation = jsonOf(argument.section(QLatin1Char('='), 1));
        evaluation.remove(QStringLiteral("model"));
        options.evaluations[argument.section(QLatin1Char('='), 0, 0)] = evaluation;
    }
    if (auto described = describeTraining(arguments, options); !described.isOk())
        return fail(described.error());
    const TrainNet net = loadBest(arguments.options.net, QDir(QString::fromStdString(arguments.out)));
    const auto written = exportModel(net, options);
    return written.isOk() ? 0 : fail(written.error());
}

void addNetOptions(CLI::App &command, Arguments &arguments)
{
    command.add_option("--kernels", arguments.kernels, "Sides of the three kernels, sum 17")->expected(3);
    command.add_option("--widths", arguments.widths, "Channels after the first and second layer")
        ->expected(2);
    const std::map<std::string, Normalisation> normalisations{
        {"unit-rms", Normalisation::UnitRms}, {"above-background", Normalisation::AboveBackground}};
    command.add_flag("!--not-symmetric", arguments.options.net.symmetric,
                     "Do not tie the weights so that mirrored couplings give the mirrored prediction");
    command.add_option("--normalisation", arguments.normalisation, "What is done to couplings")
        ->transform(CLI::CheckedTransformer(normalisations));
    command.add_option("--clamp", arguments.options.clampAngstrom, "Larger distances count as this one, Å");
    command.add_option("--out", arguments.out, "Folder for checkpoints and the log")->required();
}

void addTrainOptions(CLI::App &command, Arguments &arguments)
{
    TrainOptions &options = arguments.options;
    addNetOptions(command, arguments);
    command.add_option("--dropout", options.net.dropout, "Share of hidden values dropped");
    command.add_option("--crop", options.cropSize, "Side of a crop, residues");
    command.add_option("--batch", options.batchSize, "Crops in a step");
    command.add_option("--epochs", options.epochs, "At most so many epochs");
    command.add_option("--minutes", options.minutes, "At most so long, 0: no limit");
    command.add_option("--rate", options.learningRate, "Highest learning rate");
    command.add_option("--weight-decay", options.weightDecay, "AdamW's weight decay");
    command.add_option("--huber", options.huberAngstrom, "Residuals beyond count linearly, Å");
    command.add_option("--soft", options.softAngstrom,
                       "Width of a bend after which distances count alike, Å; 0: none");
    command.add_option("--centre", options.centreAngstrom, "Where that bend lies, Å");
    command.add_option("--straight", options.straightShare,
                       "Weight of the loss on distances as they are, beside that on bent ones");
    command.add_option("--averaging", options.averaging, "Of the weights: share that a step keeps");
    command.add_option("--near-weight", options.nearWeight, "Pairs below 10 Å weigh 1 + this");
    command.add_option("--patience", options.patience, "Epochs without a better validation score");
    command.add_option("--seed", options.seed, "Of every random number");
    command.add_option(
        "--most-chains", arguments.mostChains,
        "Train on so many chains, the first ones; 0: on all. To see what more data would bring");
    command.add_flag("--any-field", arguments.anyField,
                     "Allow another receptive field than 15x15. To see what a wider one would bring");
    command.add_option("--fewest-chains", arguments.fewestChains, "Refuse to start with fewer cached chains");
}

} // namespace

int main(int argc, char **argv)
{
    // A step allocates tensors of tens of megabytes, which malloc would take from the system and give back
    // each time: 27,000 page faults a second.
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
    QCoreApplication application(argc, argv);
    Arguments arguments;
    CLI::App app("Trains White Box's distance network from alignments and structures.");
    app.require_subcommand(1);
    app.add_option("--data", arguments.data, "Folder with splits.tsv, msa/ and structures/")->required();
    app.add_option("--cache", arguments.cache, "Folder for couplings (default: the user's cache)");
    app.add_option("--threads", arguments.threads, "Threads");
    auto *cache = app.add_subcommand("cache", "Compute the couplings of the train and val splits once");
    cache->add_option("--max-rows", arguments.maxRows, "Rows of a training alignment, 0: all");
    auto *training = app.add_subcommand("train", "Train, or go on from the last checkpoint");
    addTrainOptions(*training, arguments);
    auto *exporting = app.add_subcommand("export", "Write the best network with its model card");
    addNetOptions(*exporting, arguments);
    exporting->add_option("--model", arguments.model, "Where to write the weights, NAME.safetensors")
        ->required();
    exporting->add_option("--about", arguments.about,
                          "JSON file with what the card shall say: title, training, limits");
    exporting->add_option("--evaluation", arguments.evaluations,
                          "SPLIT=FILE: output of whitebox-cli --json evaluate");
    CLI11_PARSE(app, argc, argv);
    std::copy_n(arguments.kernels.begin(), 3, arguments.options.net.kernels.begin());
    std::copy_n(arguments.widths.begin(), 2, arguments.options.net.widths.begin());
    at::set_num_threads(arguments.threads);
    try {
        if (cache->parsed())
            return fillCaches(arguments);
        return exporting->parsed() ? runExport(arguments) : runTraining(arguments);
    } catch (const std::exception &failure) {
        std::fprintf(stderr, "whitebox-train: %s\n", failure.what());
        return 1;
    }
}
