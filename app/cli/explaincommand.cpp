// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli explain: one output's window as a NumPy array, its axes named in a JSON file beside it.
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/explaininput.h"
#include "core/attribution/jacobian.h"
#include "core/attribution/trusttests.h"
#include "core/coevolution/ccmpredfiles.h"
#include "core/export/npy.h"
#include "core/export/textfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <memory>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

struct ExplainCommand
{
    std::string source;
    std::string pair;
    std::string channel = "bb";
    std::string method = "guided";
    std::string target = "raises";
    std::string model;
    std::string output;
    std::string input; ///< where to write the network's input over the same window
    int threads = 1;
};

const std::map<std::string, AttributionMethod> kMethods = {{"plain", AttributionMethod::Gradient},
                                                           {"deconvnet", AttributionMethod::Deconvnet},
                                                           {"guided", AttributionMethod::Guided}};
const std::map<std::string, AttributionTarget> kTargets = {{"raises", AttributionTarget::RaisesDistance},
                                                           {"lowers", AttributionTarget::LowersDistance}};

template <class T>
QString nameOf(const std::map<std::string, T> &names, T value)
{
    for (const auto &[name, known] : names)
        if (known == value)
            return QString::fromStdString(name);
    return {};
}

QString pathOf(const std::string &text)
{
    return pathArgument(text);
}

Result<int> channelOf(const std::string &text, const ConvNet &network)
{
    const std::string names[] = {"aa", "ab", "ba", "bb"};
    const auto *named = std::find(std::begin(names), std::end(names), text);
    bool isNumber = true;
    const int channel =
        named != std::end(names) ? int(named - names) : QString::fromStdString(text).toInt(&isNumber);
    if (isNumber && channel >= 0 && channel < network.outputChannels())
        return channel;
    return Error{ErrorKind::InvalidInput, tr("There is no channel \"%1\"").arg(QString::fromStdString(text)),
                 tr("the network has %1 outputs").arg(network.outputChannels()),
                 tr("Give aa, ab, ba or bb, or the number of an output, counted from 0.")};
}

QJsonArray letters()
{
    QJsonArray names;
    for (int state = 0; state < kStates; ++state)
        names.append(QString(QLatin1Char(letterOf(state))));
    return names;
}

QJsonObject offsetAxis(const QString &name, int radius)
{
    return {
        {QStringLiteral("name"), name}, {QStringLiteral("from"), -radius}, {QStringLiteral("to"), radius}};
}

QJsonArray axesOf(const GradientWindow &window)
{
    return {QJsonObject{{QStringLiteral("name"), QStringLiteral("amino acid at i")},
                        {QStringLiteral("labels"), letters()}},
            QJsonObject{{QStringLiteral("name"), QStringLiteral("amino acid at j")},
                        {QStringLiteral("labels"), letters()}},
            offsetAxis(QStringLiteral("offset of i"), window.radius()),
            offsetAxis(QStringLiteral("offset of j"), window.radius())};
}

QJsonObject cellOf(const GradientWindow &window, std::size_t index)
{
    const auto side = std::size_t(window.side);
    const std::size_t tile = index / (side * side);
    const int di = int(index / side % side) - window.radius();
    const int dj = int(index % side) - window.radius();
    return {{QStringLiteral("value"), double(window.values[index])},
            {QStringLiteral("a"), QString(QLatin1Char(letterOf(int(tile / kStates))))},
            {QStringLiteral("b"), QString(QLatin1Char(letterOf(int(tile % kStates))))},
            {QStringLiteral("di"), di},
            {QStringLiteral("dj"), dj},
            {QStringLiteral("i"), window.pair.i + di + 1},
            {QStringLiteral("j"), window.pair.j + dj + 1}};
}

QJsonObject describe(const GradientWindow &window, const Explainer &explainer, const std::string &residues,
                     const CliModel &model)
{
    const auto [least, most] = std::minmax_element(window.values.begin(), window.values.end());
    const auto at = [&window](auto place) { return std::size_t(place - window.values.begin()); };
    const ResiduePair pair = window.pair;
    return {
        {QStringLiteral("pair"), QJsonArray{pair.i + 1, pair.j + 1}},
        {QStringLiteral("pairText"), pair.text(residues)},
        {QStringLiteral("channel"), window.channel},
        {QStringLiteral("method"), nameOf(kMethods, window.method)},
        {QStringLiteral("target"), nameOf(kTargets, window.target)},
        {QStringLiteral("unit"), QStringLiteral("Å per unit of the network's input")},
        {QStringLiteral("shape"), QJsonArray{kStates, kStates, window.side, window.side}},
        {QStringLiteral("axes"), axesOf(window)},
        {QStringLiteral("outside"), QStringLiteral("NaN: residues that the protein does not have")},
        {QStringLiteral("length"), window.length},
        {QStringLiteral("predictedAngstrom"), double(explainer.output().at(window.channel, pair.i, pair.j))},
        {QStringLiteral("inputScale"), double(explainer.input().factor(pair.i, pair.j))},
        {QStringLiteral("largest"), cellOf(window, at(most))},
        {QStringLiteral("smallest"), cellOf(window, at(least))},
        {QStringLiteral("completenessResidualAngstrom"),
         completeness(explainer, pair, window.channel).residual()},
        {QStringLiteral("model"), model.path}};
}

QString sidecarOf(const QString &path)
{
    return (path.endsWith(QStringLiteral(".npy")) ? path.chopped(4) : path) + QStringLiteral(".json");
}

Result<void> writeWindow(const QString &path, const GradientWindow &window, const QJsonObject &description)
{
    const std::vector<qint64> shape{kStates, kStates, window.side, window.side};
    GradientWindow marked = window;
    markOutside(marked);
    if (auto written = writeNpy(path, marked.values, shape); !written.isOk())
        return written;
    return writeTextFile(sidecarOf(path), QJsonDocument(description).toJson());
}

Result<QJsonObject> explain(const ExplainCommand &c, const Context &context)
{
    for (const std::string &path : {c.output, c.input})
        if (!path.empty())
            if (auto writable = checkWritable(pathOf(path)); !writable.isOk())
                return std::move(writable).error();
    auto model = loadCliModel(pathOf(c.model));
    if (!model.isOk())
        return std::move(model).error();
    if (!model.value().predictor)
        printNotice(tr("The network has no model card: it is given the couplings as they are."), context);
    const auto channel = channelOf(c.channel, *model.value().network);
    if (!channel.isOk())
        return channel.error();
    auto source = loadCliInput(pathOf(c.source), model.value(), c.threads, context);
    if (!source.isOk())
        return std::move(source).error();
    // A result brings its own network.
    if (const auto still = channelOf(c.channel, *model.value().network); !still.isOk())
        return still.error();
    const std::string residues = source.value().residues;
    const auto pair =
        ResiduePair::parse(QString::fromStdString(c.pair), source.value().input.length(), residues);
    if (!pair.isOk())
        return pair.error();
    for (const QString &notice : source.value().notices)
        printNotice(notice, context);
    auto explainer = Explainer::create(model.value().network, source.value().input, c.threads, context.stop);
    if (!explainer.isOk())
        return std::move(explainer).error();
    const GradientWindow window = explainer.value()->explain(pair.value(), channel.value(),
                                                             kMethods.at(c.method), kTargets.at(c.target));
    QJsonObject description = describe(window, *explainer.value(), residues, model.value());
    if (auto written = writeWindow(pathOf(c.output), window, description); !written.isOk())
        return std::move(written).error();
    QJsonArray files{pathOf(c.output), sidecarOf(pathOf(c.output))};
    if (!c.input.empty()) {
        auto seen = inputWindow(explainer.value()->input(), pair.value(), window.side);
        const std::vector<qint64> shape{kStates, kStates, seen.side, seen.side};
        markOutside(seen);
        if (auto written = writeNpy(pathOf(c.input), seen.values, shape); !written.isOk())
            return std::move(written).error();
        files.append(pathOf(c.input));
    }
    description.insert(QStringLiteral("files"), files);
    description.insert(QStringLiteral("notices"), QJsonArray::fromStringList(source.value().notices));
    return description;
}

void print(const QJsonObject &d)
{
    const auto cell = [&d](const QString &key) {
        const QJsonObject c = d[key].toObject();
        return tr("%1 at %2%3, %4,%5")
            .arg(c[QStringLiteral("value")].toDouble(), 0, 'g', 4)
            .arg(c[QStringLiteral("a")].toString(), c[QStringLiteral("b")].toString())
            .arg(c[QStringLiteral("i")].toInt())
            .arg(c[QStringLiteral("j")].toInt());
    };
    printLine(tr("%1: predicted %2 Å")
                  .arg(d[QStringLiteral("pairText")].toString())
                  .arg(d[QStringLiteral("predictedAngstrom")].toDouble(), 0, 'f', 2));
    printLine(
        tr("largest %1; smallest %2").arg(cell(QStringLiteral("largest")), cell(QStringLiteral("smallest"))));
    printLine(tr("unexplained by input × gradient and biases: %1 Å")
                  .arg(d[QStringLiteral("completenessResidualAngstrom")].toDouble(), 0, 'g', 2));
    printLine(
        tr("axes: amino acid at i, amino acid at j (%1), offset of i, offset of j; outside the protein NaN")
            .arg(QLatin1String(kStateLetters.data(), qsizetype(kStateLetters.size()))));
    for (const QJsonValue &file : d[QStringLiteral("files")].toArray())
        printLine(tr("written: %1").arg(file.toString()));
}

void execute(const ExplainCommand &c, Context &context)
{
    const auto explained = explain(c, context);
    clearProgressLine();
    if (!explained.isOk())
        context.status = report(explained.error(), context);
    else if (context.json)
        printJson(explained.value());
    else
        print(explained.value());
}

} // namespace

void addExplainCommand(CLI::App &app, Context &context)
{
    auto *command =
        app.add_subcommand("explain", "Which couplings moved one predicted distance, as a NumPy array");
    const auto c = std::make_shared<ExplainCommand>();
    c->threads = defaultThreads();
    command
        ->add_option(
            "result", c->source,
            "Id of a stored job, result file (HDF5), alignment (its couplings are computed), couplings (raw, "
            "braw), or NPY array (441, L, L) or (L, L, 21, 21), which the network is given as it is")
        ->required();
    command->add_option("--pair", c->pair, "Residues counted from 1: I,J or with letters L12-V40")
        ->required();
    command
        ->add_option("--channel", c->channel,
                     "Distance: aa, ab, ba or bb (Ca and Cb at i and j), or an output's number from 0")
        ->capture_default_str();
    command->add_option("--method", c->method, "plain (gradient), deconvnet, or guided (backpropagation)")
        ->check(CLI::IsMember({"plain", "deconvnet", "guided"}))
        ->capture_default_str();
    command->add_option("--target", c->target, "Explain what raises or what lowers the distance")
        ->check(CLI::IsMember({"raises", "lowers"}))
        ->capture_default_str();
    command->add_option("--model", c->model,
                        "Network (safetensors), its card beside it where it has one; default: the one that "
                        "predicted the result, else the shipped one");
    command
        ->add_option(
            "--out", c->output,
            "NPY file (21, 21, 15, 15), float32: amino acid at i, at j, offset of i, offset of j; NaN "
            "outside the protein. Axes and numbers are described in a JSON file beside it")
        ->required();
    command->add_option("--input-out", c->input, "NPY file with the network's input over the same window");
    command->add_option("-t,--threads", c->threads, "Threads")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command->callback([c, &context] { execute(*c, context); });
}

} // namespace WhiteBox::Cli
