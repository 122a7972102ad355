// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli explain: one output's window as a NumPy array, its axes named in a JSON file beside it.
#include "app/cli/commands.h"
#include "app/cli/explanationask.h"
#include "core/attribution/trusttests.h"
#include "core/coevolution/ccmpredfiles.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

struct ExplainCommand
{
    ExplanationAsk ask;
    std::string output;
    std::string input; ///< where to write the network's input over the same window
};

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

QJsonObject describe(const GradientWindow &window, const Asked &asked)
{
    const auto [least, most] = std::minmax_element(window.values.begin(), window.values.end());
    const auto at = [&window](auto place) { return std::size_t(place - window.values.begin()); };
    QJsonObject described = describeAsked(asked);
    const QJsonObject array = windowArray({}, unitOf(asked), window).description();
    described.insert(QStringLiteral("shape"), array[QStringLiteral("shape")]);
    described.insert(QStringLiteral("axes"), array[QStringLiteral("axes")]);
    described.insert(QStringLiteral("outside"),
                     QStringLiteral("NaN: residues that the protein does not have"));
    described.insert(QStringLiteral("largest"), cellOf(window, at(most)));
    described.insert(QStringLiteral("smallest"), cellOf(window, at(least)));
    described.insert(QStringLiteral("completenessResidualAngstrom"),
                     numberOrNull(completeness(*asked.explainer, window.pair, window.channel).residual()));
    described.insert(QStringLiteral("outsideShare"), double(window.outsideShare));
    return described;
}

Result<void> checkOutputs(const ExplainCommand &c)
{
    for (const std::string &path : {c.output, c.input}) {
        if (path.empty())
            continue;
        if (auto known = checkArraySuffix(pathOf(path)); !known.isOk())
            return known;
        if (auto writable = checkWritable(pathOf(path)); !writable.isOk())
            return writable;
    }
    return {};
}

Result<QJsonObject> explain(const ExplainCommand &c, const Context &context)
{
    if (auto checked = checkOutputs(c); !checked.isOk())
        return std::move(checked).error();
    auto loaded = loadAsked(c.ask, context);
    if (!loaded.isOk())
        return std::move(loaded).error();
    const Asked &asked = loaded.value();
    auto window = explanationOf(asked, context.stop);
    if (!window.isOk())
        return std::move(window).error();
    QJsonObject description = describe(window.value(), asked);
    auto files =
        writeArrays(pathOf(c.output),
                    {windowArray(QStringLiteral("explanation"), unitOf(asked), window.value())}, description);
    if (files.isOk() && !c.input.empty()) {
        const auto seen = inputWindow(asked.explainer->input(), asked.pair, window.value().side);
        auto more = writeArrays(
            pathOf(c.input), {windowArray(QStringLiteral("input"), QStringLiteral("network's input"), seen)},
            describeAsked(asked));
        if (!more.isOk())
            return std::move(more).error();
        files.value() += more.value();
    }
    if (!files.isOk())
        return std::move(files).error();
    description.insert(QStringLiteral("files"), QJsonArray::fromStringList(files.value()));
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
    if (const QJsonValue residual = d[QStringLiteral("completenessResidualAngstrom")]; residual.isDouble())
        printLine(tr("unexplained by input × gradient and biases: %1 Å").arg(residual.toDouble(), 0, 'g', 2));
    if (const double outside = d[QStringLiteral("outsideShare")].toDouble(); outside >= 0.0005)
        printLine(tr("the network sees further: %1 % of the gradient's magnitude lies outside the window")
                      .arg(100 * outside, 0, 'f', 1));
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
    addAskOptions(*command, c->ask, AskPair::Needed, AskMethods::All);
    command
        ->add_option(
            "--out", c->output,
            "Array (21, 21, 15, 15), float32: amino acid at i, at j, offset of i, offset of j; NaN "
            "outside the protein. .npy or .csv with axes and numbers described in a JSON file beside "
            "it, or .h5")
        ->required();
    command->add_option("--input-out", c->input, "File with the network's input over the same window");
    command->callback([c, &context] { execute(*c, context); });
}

} // namespace WhiteBox::Cli
