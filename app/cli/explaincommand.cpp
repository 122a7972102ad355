// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli explain: one output's window as a NumPy array, its axes named in a JSON file beside it.
#include "app/cli/commands.h"
#include "app/cli/explanationask.h"
#include "core/attribution/trusttests.h"
#include "core/coevolution/ccmpredfiles.h"
#include "core/export/structurescript.h"
#include "core/structure/structurereader.h"

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
    std::string structure;
    std::string chimeraX;
    std::string pyMol;
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

/// What the method's numbers sum up to, in Å: integrated gradients to the change from no couplings, input ×
/// gradient to the inputs' part, beside that of the biases. The three rules have the plain gradient's, and
/// SmoothGrad, a mean over other inputs, has none. For either target they are sums of the distance: what
/// lowers it has the values' negatives.
QJsonObject completenessOf(const MethodExplanation &explanation, const Asked &asked)
{
    if (asked.method == ExplanationMethod::SmoothGrad)
        return {};
    if (const auto &integrated = explanation.integrated)
        return {{QStringLiteral("sumsOf"), QStringLiteral("distance")},
                {QStringLiteral("sumAngstrom"), integrated->sumAngstrom},
                {QStringLiteral("outputAngstrom"), integrated->outputAngstrom},
                {QStringLiteral("baselineAngstrom"), integrated->baselineAngstrom},
                {QStringLiteral("residualAngstrom"), numberOrNull(integrated->residual())}};
    const Completeness whole = completeness(*asked.explainer, asked.pair, asked.question.channel);
    return {{QStringLiteral("sumsOf"), QStringLiteral("distance")},
            {QStringLiteral("inputPartAngstrom"), whole.inputPart},
            {QStringLiteral("biasPartAngstrom"), numberOrNull(whole.biasPart)},
            {QStringLiteral("outputAngstrom"), whole.output},
            {QStringLiteral("residualAngstrom"), numberOrNull(whole.residual())}};
}

QJsonObject describe(const MethodExplanation &explanation, const Asked &asked)
{
    const GradientWindow &window = explanation.window;
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
    const QJsonObject whole = completenessOf(explanation, asked);
    described.insert(QStringLiteral("completeness"), whole.isEmpty() ? QJsonValue() : QJsonValue(whole));
    const QJsonValue residual = whole[QStringLiteral("residualAngstrom")];
    described.insert(QStringLiteral("completenessResidualAngstrom"),
                     residual.isDouble() ? residual : QJsonValue());
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
    for (const std::string &path : {c.chimeraX, c.pyMol})
        if (auto writable = path.empty() ? Result<void>() : checkWritable(pathOf(path)); !writable.isOk())
            return writable;
    return {};
}

/// Adds to the files written.
Result<QStringList> writeScripts(const ExplainCommand &c, const Asked &asked, const GradientWindow &window,
                                 QStringList files)
{
    if (c.chimeraX.empty() && c.pyMol.empty())
        return files;
    const QStringList caption{
        tr("White Box: what moved the distance of %1, predicted at %2 Å")
            .arg(asked.pair.text(asked.residues))
            .arg(double(asked.explainer->output().at(window.channel, window.pair.i, window.pair.j)), 0, 'f',
                 2),
        tr("channel %1, method %2; colour and lines: the sum of |value| over 21 x 21 amino acids")
            .arg(window.channel)
            .arg(methodName(asked.method)),
        tr("structure: %1").arg(asked.structure->structure.name)};
    const ExplainedStructure explained{*asked.structure, asked.residues, window, caption};
    const std::pair<const std::string &, Result<QStringList> (*)(const QString &, const ExplainedStructure &)>
        scripts[] = {{c.chimeraX, writeChimeraXScript}, {c.pyMol, writePyMolScript}};
    for (const auto &[path, write] : scripts) {
        if (path.empty())
            continue;
        const auto written = write(pathOf(path), explained);
        if (!written.isOk())
            return written.error();
        files += written.value();
    }
    return files;
}

/// What the scripts show the pair on. Fails: as readMatchingChain(), InvalidInput (none was given).
Result<void> loadStructure(const ExplainCommand &c, Asked &asked)
{
    if (c.chimeraX.empty() && c.pyMol.empty())
        return {};
    if (asked.residues.empty())
        return Error{ErrorKind::InvalidInput, tr("The pair cannot be shown on a structure"),
                     tr("an array has no sequence to match the structure with"),
                     tr("Give an alignment or a result instead of an array.")};
    if (!c.structure.empty()) {
        auto match = readMatchingChain(pathOf(c.structure), asked.residues);
        if (!match.isOk())
            return std::move(match).error();
        asked.structure = std::move(match).value();
    }
    if (asked.structure)
        return {};
    return Error{ErrorKind::InvalidInput, tr("There is no structure to show the pair on"),
                 tr("the source has none"), tr("Give --structure, a PDB or mmCIF file.")};
}

Result<QJsonObject> explain(const ExplainCommand &c, const Context &context)
{
    if (auto checked = checkOutputs(c); !checked.isOk())
        return std::move(checked).error();
    auto loaded = loadAsked(c.ask, context);
    if (!loaded.isOk())
        return std::move(loaded).error();
    if (auto known = loadStructure(c, loaded.value()); !known.isOk())
        return std::move(known).error();
    const Asked &asked = loaded.value();
    auto explanation = explainAsked(asked, context.stop);
    if (!explanation.isOk())
        return std::move(explanation).error();
    const GradientWindow &window = explanation.value().window;
    QJsonObject description = describe(explanation.value(), asked);
    auto files = writeArrays(
        pathOf(c.output), {windowArray(QStringLiteral("explanation"), unitOf(asked), window)}, description);
    if (files.isOk() && !c.input.empty()) {
        const auto seen = inputWindow(asked.explainer->input(), asked.pair, window.side);
        auto more = writeArrays(
            pathOf(c.input), {windowArray(QStringLiteral("input"), QStringLiteral("network's input"), seen)},
            describeAsked(asked));
        if (!more.isOk())
            return std::move(more).error();
        files.value() += more.value();
    }
    if (files.isOk())
        files = writeScripts(c, asked, window, std::move(files).value());
    if (!files.isOk())
        return std::move(files).error();
    description.insert(QStringLiteral("files"), QJsonArray::fromStringList(files.value()));
    return description;
}

QString completenessLine(const QJsonObject &d)
{
    const QString method = d[QStringLiteral("method")].toString();
    const QJsonObject whole = d[QStringLiteral("completeness")].toObject();
    const auto number = [&whole](const char *key, char format = 'f') {
        const QJsonValue value = whole[QLatin1String(key)];
        return value.isDouble() ? tr("%1 Å").arg(value.toDouble(), 0, format, 2) : tr("unknown");
    };
    if (whole.isEmpty())
        return tr("the values of SmoothGrad do not sum up to the prediction: it is a mean over other inputs");
    // The sums are those of the distance; what lowers it has them with the other sign.
    const QString values = d[QStringLiteral("target")].toString() == QLatin1String("lowers")
                               ? tr("the values' negatives")
                               : tr("the values");
    if (method == QLatin1String("integrated"))
        return tr("of the distance, %1 sum up to %2; the prediction is %3, without couplings %4: "
                  "unexplained %5")
            .arg(values, number("sumAngstrom"), number("outputAngstrom"), number("baselineAngstrom"),
                 number("residualAngstrom", 'g'));
    if (method == QLatin1String("inputxgradient"))
        return tr("of the distance, %1 sum up to %2, the inputs' part; with that of the biases, %3, to the "
                  "prediction: unexplained %4")
            .arg(values, number("inputPartAngstrom"), number("biasPartAngstrom"),
                 number("residualAngstrom", 'g'));
    return tr("unexplained by input × plain gradient and biases: %1").arg(number("residualAngstrom", 'g'));
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
    printLine(completenessLine(d));
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
    command->add_option("--structure", c->structure,
                        "PDB or mmCIF file for --chimerax and --pymol; default: that of the stored result");
    command->add_option("--chimerax", c->chimeraX,
                        "Script (.cxc) that shows the pair and its window on the structure, which is written "
                        "beside it");
    command->add_option("--pymol", c->pyMol, "The same as one PyMOL script (.pml)");
    command->callback([c, &context] { execute(*c, context); });
}

} // namespace WhiteBox::Cli
