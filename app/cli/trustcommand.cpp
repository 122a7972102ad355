// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli trust: whether to believe an explanation, in numbers.
#include "app/cli/commands.h"
#include "app/cli/explanationask.h"
#include "core/attribution/trustreport.h"
#include "core/coevolution/ccmpredfiles.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <CLI/CLI.hpp>

#include <cmath>
#include <memory>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

struct TrustCommand
{
    ExplanationAsk ask;
    std::string output;
};

QJsonObject withNote(QJsonObject numbers, TrustTest test)
{
    const TrustNote note = noteOf(test);
    numbers.insert(QStringLiteral("meaning"), note.meaning);
    numbers.insert(QStringLiteral("source"), note.source);
    return numbers;
}

QJsonArray stepsOf(const std::vector<RandomisationStep> &steps)
{
    QJsonArray array;
    for (const RandomisationStep &step : steps)
        array.append(QJsonObject{
            {QStringLiteral("randomisedLayers"), step.randomisedLayers},
            {QStringLiteral("spearman"), numberOrNull(step.similarity.spearman)},
            {QStringLiteral("spearmanOfMagnitudes"), numberOrNull(step.similarity.spearmanAbsolute)},
            {QStringLiteral("ssim"), numberOrNull(step.similarity.ssim)},
            {QStringLiteral("networks"), step.networks},
            {QStringLiteral("blankNetworks"), step.blankNetworks}});
    return array;
}

QJsonObject describe(const TrustReport &report, const Asked &asked)
{
    QJsonObject described = describeAsked(asked);
    const auto &whole = report.completeness;
    described.insert(QStringLiteral("completeness"),
                     withNote({{QStringLiteral("outputAngstrom"), whole.output},
                               {QStringLiteral("inputPartAngstrom"), whole.inputPart},
                               {QStringLiteral("biasPartAngstrom"), numberOrNull(whole.biasPart)},
                               {QStringLiteral("residualAngstrom"), numberOrNull(whole.residual())}},
                              TrustTest::Completeness));
    described.insert(
        QStringLiteral("finiteDifferences"),
        withNote({{QStringLiteral("inputs"), report.differences.inputs},
                  {QStringLiteral("largestDifference"), numberOrNull(report.differences.largestDifference)}},
                 TrustTest::FiniteDifferences));
    described.insert(
        QStringLiteral("symmetry"),
        withNote({{QStringLiteral("largestDifference"), report.symmetry.largestDifference},
                  {QStringLiteral("correlation"), numberOrNull(report.symmetry.correlation)},
                  {QStringLiteral("outputDifferenceAngstrom"), report.symmetry.outputDifference}},
                 TrustTest::Symmetry));
    const ResiduePair one = report.constancy.one;
    const ResiduePair other = report.constancy.other;
    const QJsonValue otherPair =
        other == one ? QJsonValue() : QJsonValue(QJsonArray{other.i + 1, other.j + 1});
    described.insert(QStringLiteral("deconvnetConstancy"),
                     withNote({{QStringLiteral("pair"), QJsonArray{one.i + 1, one.j + 1}},
                               {QStringLiteral("otherPair"), otherPair},
                               {QStringLiteral("largestDifference"), numberOrNull(report.constancy.change)}},
                              TrustTest::DeconvnetConstancy));
    QJsonObject randomised;
    for (std::size_t method = 0; method < report.randomisation.size(); ++method)
        randomised.insert(methodName(kExplanationMethods[method]), stepsOf(report.randomisation[method]));
    described.insert(QStringLiteral("randomisation"), withNote(randomised, TrustTest::Randomisation));
    return described;
}

/// (method, randomised layers, measure).
NamedArray randomisationArray(const TrustReport &report)
{
    NamedArray array{
        QStringLiteral("randomisation"), QStringLiteral("similarity, 1 = the same picture"), {}, {}};
    QStringList methods;
    for (std::size_t method = 0; method < report.randomisation.size(); ++method) {
        methods << methodName(kExplanationMethods[method]);
        for (const RandomisationStep &step : report.randomisation[method])
            for (const double value :
                 {step.similarity.spearman, step.similarity.spearmanAbsolute, step.similarity.ssim})
                array.values.push_back(float(value));
    }
    array.axes = {
        {QStringLiteral("method"), methods.size(), 0, methods},
        {QStringLiteral("randomised layers"), qint64(report.randomisation[0].size()), 1, {}},
        {QStringLiteral("measure"),
         3,
         0,
         {QStringLiteral("spearman"), QStringLiteral("spearman of magnitudes"), QStringLiteral("ssim")}}};
    return array;
}

Result<QJsonObject> trust(const TrustCommand &c, const Context &context)
{
    const QString path = pathOf(c.output);
    if (!path.isEmpty()) {
        if (auto known = checkArraySuffix(path); !known.isOk())
            return std::move(known).error();
        if (auto writable = checkWritable(path); !writable.isOk())
            return std::move(writable).error();
    }
    auto asked = loadAsked(c.ask, context);
    if (!asked.isOk())
        return std::move(asked).error();
    auto report = trustReport(*asked.value().explainer, asked.value().pair, asked.value().question,
                              context.stop, terminalProgress());
    if (!report.isOk())
        return std::move(report).error();
    QJsonObject described = describe(report.value(), asked.value());
    if (path.isEmpty())
        return described;
    auto files = writeArrays(path, {randomisationArray(report.value())}, described);
    if (!files.isOk())
        return std::move(files).error();
    described.insert(QStringLiteral("files"), QJsonArray::fromStringList(files.value()));
    return described;
}

QString shown(const QJsonValue &value, int digits = 3)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', digits) : tr("not defined");
}

void printNote(const QJsonObject &test)
{
    printLine(
        QStringLiteral("    %1 [%2]")
            .arg(test[QStringLiteral("meaning")].toString(), test[QStringLiteral("source")].toString()));
}

void printRandomisation(const QJsonObject &test)
{
    printLine(tr("weights randomised from the output down, median similarity to the shown picture"));
    printLine(tr("    method         layers  Spearman  of magnitudes  SSIM  networks, with a picture"));
    for (const ExplanationMethod method : kExplanationMethods) {
        const QString name = methodName(method);
        for (const QJsonValue &value : test[name].toArray()) {
            const QJsonObject step = value.toObject();
            const auto cell = [&step](const char *key) {
                const QJsonValue number = step[QLatin1String(key)];
                return number.isDouble() ? QString::number(number.toDouble(), 'f', 3) : QStringLiteral("-");
            };
            const int networks = step[QStringLiteral("networks")].toInt();
            printLine(QStringLiteral("    %1 %2 %3 %4 %5  %6, %7")
                          .arg(name, -14)
                          .arg(step[QStringLiteral("randomisedLayers")].toInt(), 6)
                          .arg(cell("spearman"), 9)
                          .arg(cell("spearmanOfMagnitudes"), 14)
                          .arg(cell("ssim"), 5)
                          .arg(networks)
                          .arg(networks - step[QStringLiteral("blankNetworks")].toInt()));
        }
    }
    printNote(test);
}

void print(const QJsonObject &d)
{
    const auto test = [&d](const char *key) { return d[QLatin1String(key)].toObject(); };
    printLine(tr("%1: predicted %2 Å")
                  .arg(d[QStringLiteral("pairText")].toString())
                  .arg(d[QStringLiteral("predictedAngstrom")].toDouble(), 0, 'f', 2));
    const QJsonObject whole = test("completeness");
    printLine(tr("completeness: %1 Å of inputs, %2 Å of biases, %3 Å unexplained")
                  .arg(shown(whole[QStringLiteral("inputPartAngstrom")], 4),
                       shown(whole[QStringLiteral("biasPartAngstrom")], 4),
                       shown(whole[QStringLiteral("residualAngstrom")], 2)));
    printNote(whole);
    const QJsonObject differences = test("finiteDifferences");
    const QJsonValue largest = differences[QStringLiteral("largestDifference")];
    printLine(largest.isDouble()
                  ? tr("finite differences: %1 inputs differ by at most %2 of the largest gradient")
                        .arg(differences[QStringLiteral("inputs")].toInt())
                        .arg(shown(largest, 2))
                  : tr("finite differences: not defined for this network"));
    printNote(differences);
    const QJsonObject symmetry = test("symmetry");
    printLine(
        tr("symmetry: the mirrored pair's window differs by at most %1 of the largest value, correlation %2, "
           "prediction by %3 Å")
            .arg(shown(symmetry[QStringLiteral("largestDifference")]),
                 shown(symmetry[QStringLiteral("correlation")]),
                 shown(symmetry[QStringLiteral("outputDifferenceAngstrom")])));
    printNote(symmetry);
    const QJsonObject constancy = test("deconvnetConstancy");
    const QJsonArray other = constancy[QStringLiteral("otherPair")].toArray();
    const QJsonArray one = constancy[QStringLiteral("pair")].toArray();
    printLine(
        other.isEmpty()
            ? tr("deconvnet: the protein has no other pair to compare its picture with")
            : tr("deconvnet: from %1,%2 to %3,%4 its picture changes by at most %5 of the largest value")
                  .arg(one[0].toInt())
                  .arg(one[1].toInt())
                  .arg(other[0].toInt())
                  .arg(other[1].toInt())
                  .arg(shown(constancy[QStringLiteral("largestDifference")], 2)));
    printNote(constancy);
    printRandomisation(test("randomisation"));
    for (const QJsonValue &file : d[QStringLiteral("files")].toArray())
        printLine(tr("written: %1").arg(file.toString()));
}

void execute(const TrustCommand &c, Context &context)
{
    const auto trusted = trust(c, context);
    clearProgressLine();
    if (!trusted.isOk())
        context.status = report(trusted.error(), context);
    else if (context.json)
        printJson(trusted.value());
    else
        print(trusted.value());
}

} // namespace

void addTrustCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("trust", "Whether to believe an explanation: checks with numbers");
    const auto c = std::make_shared<TrustCommand>();
    addAskOptions(*command, c->ask, AskPair::Needed, AskMethods::Rules);
    command->add_option("--out", c->output,
                        "File (.npy, .h5, .csv) with the randomisation's curves: method, layers, measure");
    command->callback([c, &context] { execute(*c, context); });
}

} // namespace WhiteBox::Cli
