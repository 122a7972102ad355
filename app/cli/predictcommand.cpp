// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli predict: distances of all residue pairs, from an alignment, couplings or a result.
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/explaininput.h"
#include "core/base/residuepair.h"
#include "core/coevolution/ccmpredfiles.h"
#include "core/export/casprr.h"
#include "core/export/csv.h"
#include "core/export/npy.h"
#include "core/structure/contactmetrics.h"
#include "core/structure/structurereader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
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

struct PredictCommand
{
    std::string source;
    ModelAsk model;
    std::string structure;
    std::string npy;
    std::string csv;
    std::string rr;
    int threads = 1;
};

struct Prediction
{
    CliModel model;
    std::string residues;
    QString name; ///< of the query
    DistanceMap map;
    QStringList notices;
    QStringList files;
    std::optional<ContactMetrics> metrics; ///< where a structure was given
};

Result<void> checkFiles(const PredictCommand &c)
{
    for (const std::string &path : {c.npy, c.csv, c.rr}) {
        if (path.empty())
            continue;
        if (auto writable = checkWritable(pathOf(path)); !writable.isOk())
            return writable;
    }
    return {};
}

Result<void> writeFiles(const PredictCommand &c, Prediction &p)
{
    const auto note = [&](Result<void> written, const std::string &path) {
        if (written.isOk())
            p.files << pathOf(path);
        return written;
    };
    const qint64 length = p.map.length();
    Result<void> done;
    if (!c.npy.empty())
        done = note(writeNpy(pathOf(c.npy), p.map.values(), {p.map.channels(), length, length}), c.npy);
    if (done.isOk() && !c.csv.empty())
        done = note(writeDistancesCsv(pathOf(c.csv), p.map, p.residues, p.model.channelNames()), c.csv);
    if (done.isOk() && !c.rr.empty()) {
        CaspRrOptions options;
        options.method = p.model.card ? p.model.card->name : p.model.path;
        const Sequence query{p.name, {}, p.residues};
        done = note(writeCaspRr(pathOf(c.rr), query, p.map, options), c.rr);
    }
    return done;
}

Result<void> judge(const PredictCommand &c, Prediction &p)
{
    auto match = readMatchingChain(pathOf(c.structure), p.residues);
    if (!match.isOk())
        return std::move(match).error();
    p.notices << tr("%1: %2 residues aligned, %3 % identical.")
                     .arg(match.value().structure.name)
                     .arg(match.value().aligned)
                     .arg(100 * match.value().identity, 0, 'f', 0);
    if (const QString notice = missingCbNotice(match.value()); !notice.isEmpty())
        p.notices << notice;
    p.notices << match.value().structure.notices;
    p.metrics = evaluateDistances(p.model.standardChannels(p.map), trueDistances(match.value()));
    return {};
}

Result<void> compute(const PredictCommand &c, const Context &context, Prediction &p)
{
    if (auto files = checkFiles(c); !files.isOk())
        return files;
    auto model = loadCliModel(c.model);
    if (!model.isOk())
        return std::move(model).error();
    p.model = std::move(model).value();
    auto input = loadCliInput(pathOf(c.source), p.model, c.threads, context);
    if (!input.isOk())
        return std::move(input).error();
    p.residues = input.value().residues;
    p.name = input.value().name;
    p.notices = input.value().notices;
    auto map = p.model.forward(input.value().input, c.threads, context.stop, terminalProgress());
    clearProgressLine();
    if (!map.isOk())
        return std::move(map).error();
    p.map = std::move(map).value();
    if (p.residues.empty())
        p.residues.assign(std::size_t(p.map.length()), 'X');
    if (!c.structure.empty()) {
        if (auto judged = judge(c, p); !judged.isOk())
            return judged;
    }
    return writeFiles(c, p);
}

struct NearPair
{
    ResiduePair pair;
    float distance;
};

/// The L/5 pairs predicted nearest, at least 6 apart. Channel 3 is Cβ–Cβ; other networks' last channel.
std::vector<NearPair> nearestPairs(const DistanceMap &map)
{
    const int channel = std::min(map.channels() - 1, int(DistanceChannel::CbCb));
    std::vector<NearPair> pairs;
    for (int i = 0; i < map.length(); ++i) {
        for (int j = i + 6; j < map.length(); ++j)
            pairs.push_back({{i, j}, (map.at(channel, i, j) + map.at(channel, j, i)) / 2});
    }
    const auto count = std::min(pairs.size(), std::size_t(std::max(1, map.length() / 5)));
    std::partial_sort(pairs.begin(), pairs.begin() + std::ptrdiff_t(count), pairs.end(),
                      [](const NearPair &p, const NearPair &q) { return p.distance < q.distance; });
    pairs.resize(count);
    return pairs;
}

QJsonObject toJson(const Prediction &p)
{
    QJsonArray nearest;
    for (const NearPair &near : nearestPairs(p.map))
        nearest.append(QJsonObject{{QStringLiteral("i"), near.pair.i + 1},
                                   {QStringLiteral("j"), near.pair.j + 1},
                                   {QStringLiteral("distance"), double(near.distance)}});
    QJsonObject object{{QStringLiteral("length"), p.map.length()},
                       {QStringLiteral("sequence"), QString::fromStdString(p.residues)},
                       {QStringLiteral("model"), p.model.path},
                       {QStringLiteral("channels"), QJsonArray::fromStringList(p.model.channelNames())},
                       {QStringLiteral("nearest"), nearest},
                       {QStringLiteral("nearestDistance"), QStringLiteral("mean of (i, j) and (j, i), Å")},
                       {QStringLiteral("notices"), QJsonArray::fromStringList(p.notices)},
                       {QStringLiteral("files"), QJsonArray::fromStringList(p.files)}};
    if (p.metrics)
        object[QStringLiteral("evaluation")] = toJson(*p.metrics);
    return object;
}

void print(const Prediction &p)
{
    printLine(tr("%1 residues; the pairs predicted nearest, at least 6 apart (Cβ–Cβ, Å, mean of (i, j) and "
                 "(j, i)):")
                  .arg(p.map.length()));
    for (const NearPair &near : nearestPairs(p.map))
        printLine(QStringLiteral("%1  %2")
                      .arg(near.pair.text(p.residues), -14)
                      .arg(double(near.distance), 0, 'f', 1));
    if (p.metrics) {
        printLine(tr("Precision of the top L/5: %1, top L: %2; of long-range L/5: %3, L: %4")
                      .arg(p.metrics->nonlocal.l5, 0, 'f', 3)
                      .arg(p.metrics->nonlocal.l, 0, 'f', 3)
                      .arg(p.metrics->longRange.l5, 0, 'f', 3)
                      .arg(p.metrics->longRange.l, 0, 'f', 3));
    }
    for (const QString &file : p.files)
        printLine(tr("written: %1").arg(file));
}

void execute(const PredictCommand &c, Context &context)
{
    Prediction prediction;
    const auto done = compute(c, context, prediction);
    for (const QString &notice : prediction.notices)
        printNotice(notice, context);
    if (!done.isOk())
        context.status = report(done.error(), context);
    else if (context.json)
        printJson(toJson(prediction));
    else
        print(prediction);
}

} // namespace

void addPredictCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand(
        "predict", "Distances of all residue pairs, from an alignment or couplings. The pairs listed and the "
                   "contacts (--rr) have the mean of (i, j) and (j, i), which the network "
                   "predicts each on its own; --npy and explain have them apart");
    const auto c = std::make_shared<PredictCommand>();
    c->threads = defaultThreads();
    command
        ->add_option("source", c->source, "Alignment, couplings, result file, NPY array or the id of a job")
        ->required();
    addModelOptions(*command, c->model, "the one that predicted a result, else the shipped one");
    command->add_option("--structure", c->structure, "PDB or mmCIF file to judge the prediction by");
    command->add_option("--npy", c->npy, "Write the distances, channel × L × L, as a NumPy array");
    command->add_option("--csv", c->csv, "Write the distances (i, j) as CSV, a line a pair i < j");
    command->add_option("--rr", c->rr, "Write the contacts of pairs at least 6 apart in CASP's RR format");
    command->add_option("-t,--threads", c->threads, "Threads")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command->callback([c, &context] { execute(*c, context); });
}

} // namespace WhiteBox::Cli
