// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/study.h"
#include "core/attribution/whatif.h"
#include "core/attribution/windowstatistics.h"
#include "core/sequence/acidpair.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

/// Explanation and input of the pair asked for.
struct Seen
{
    GradientWindow window;
    GradientWindow input;
};

Result<Seen> seenOf(const Asked &asked, const StopToken &stop)
{
    auto window = explanationOf(asked, stop);
    if (!window.isOk())
        return std::move(window).error();
    auto input = inputWindow(asked.explainer->input(), asked.pair, window.value().side);
    return Seen{std::move(window).value(), std::move(input)};
}

std::vector<double> positiveOf(const std::vector<SignShares> &shares)
{
    std::vector<double> positive;
    for (const SignShares &share : shares)
        positive.push_back(share.positive);
    return positive;
}

Result<StudyOutcome> correlation(const Asked &asked, const Context &context)
{
    auto seen = seenOf(asked, context.stop);
    if (!seen.isOk())
        return std::move(seen).error();
    const auto correlations = tileCorrelations(seen.value().window, seen.value().input);
    std::vector<double> defined;
    std::copy_if(correlations.begin(), correlations.end(), std::back_inserter(defined),
                 [](double value) { return !std::isnan(value); });
    StudyOutcome outcome;
    outcome.arrays = {acidMatrix(QStringLiteral("correlation"), QStringLiteral("Pearson"), correlations)};
    const double mean = defined.empty()
                            ? std::nan("")
                            : std::accumulate(defined.begin(), defined.end(), 0.0) / double(defined.size());
    outcome.numbers = {{QStringLiteral("meanCorrelation"), defined.empty() ? QJsonValue() : QJsonValue(mean)},
                       {QStringLiteral("definedAcidPairs"), int(defined.size())}};
    outcome.lines = {
        tr("correlation of explanation and input over the window: mean %1 of %2 amino-acid pairs")
            .arg(numberText(mean))
            .arg(defined.size())};
    return outcome;
}

Result<StudyOutcome> signs(const Asked &asked, const Context &context)
{
    auto seen = seenOf(asked, context.stop);
    if (!seen.isOk())
        return std::move(seen).error();
    const auto &[window, input] = seen.value();
    const SignShares shares = signShares(window, input);
    StudyOutcome outcome;
    outcome.arrays = {windowArray(QStringLiteral("weighted"), unitOf(asked), signWeighted(window, input)),
                      acidMatrix(QStringLiteral("positiveShare"),
                                 QStringLiteral("share of the summed magnitude"),
                                 positiveOf(tileSignShares(window, input)))};
    outcome.numbers = {{QStringLiteral("positiveShare"), shares.positive},
                       {QStringLiteral("negativeShare"), shares.negative}};
    outcome.lines = {tr("explanation times the sign of the input: %1 % positive, %2 % negative")
                         .arg(100 * shares.positive, 0, 'f', 1)
                         .arg(100 * shares.negative, 0, 'f', 1)};
    return outcome;
}

struct WhatIfAsk : StudyAsk
{
    std::vector<double> constants;
    std::vector<double> shifts;
    std::vector<double> percentiles;
    bool signs = false;
    bool shuffled = false;
    std::uint32_t seed = 1;
};

std::vector<WhatIf> whatIfsOf(const WhatIfAsk &c)
{
    std::vector<WhatIf> asked{{WhatIfKind::Original}};
    for (const double value : c.constants)
        asked.push_back({WhatIfKind::Constant, value});
    for (const double value : c.shifts)
        asked.push_back({WhatIfKind::Shift, value});
    for (const double value : c.percentiles)
        asked.push_back({WhatIfKind::Percentile, value});
    if (c.signs)
        asked.push_back({WhatIfKind::RandomSigns});
    if (c.shuffled)
        asked.push_back({WhatIfKind::Shuffled});
    if (asked.size() == 1)
        asked = usualWhatIfs();
    for (WhatIf &whatIf : asked)
        whatIf.seed = c.seed;
    return asked;
}

/// Names, windows and numbers of what-ifs as the files hold them.
struct Conditions
{
    ArrayAxis axis{QStringLiteral("condition"), 0, 0, {}};
    std::vector<GradientWindow> inputs;
    std::vector<GradientWindow> explanations;
    std::vector<float> outputs;

    explicit Conditions(const std::vector<WhatIfResult> &results)
    {
        for (const WhatIfResult &result : results) {
            axis.labels << QString::fromStdString(result.whatIf.name());
            inputs.push_back(result.input);
            explanations.push_back(result.explanation);
            outputs.push_back(float(result.outputAngstrom));
        }
        axis.extent = axis.labels.size();
    }
};

/// Whether inputs up to this magnitude could make a sum exceed single precision. A ReLU may hide that from
/// the output.
bool couldOverflow(const ConvNet &network, double most)
{
    for (const ConvLayer &layer : network.layers()) {
        const std::size_t fan = layer.weights.size() / std::size_t(layer.outputs);
        double largest = 0;
        for (std::size_t o = 0; o < std::size_t(layer.outputs); ++o) {
            double sum = std::abs(double(layer.bias[o]));
            for (std::size_t n = o * fan; n < (o + 1) * fan; ++n)
                sum += most * std::abs(double(layer.weights[n]));
            largest = std::max(largest, sum);
        }
        most = largest;
    }
    return !(most <= double(std::numeric_limits<float>::max()));
}

/// Numbers that single precision holds can be too large for the network's sums.
Result<void> checkSums(const Explainer &explainer, const std::vector<WhatIfResult> &results)
{
    for (const WhatIfResult &result : results) {
        if (result.whatIf.kind == WhatIfKind::Original)
            continue; // nobody gave a number
        double most = 0;
        for (const float value : result.input.values)
            most = std::max(most, std::abs(double(value)));
        if (std::isfinite(float(result.outputAngstrom)) && std::isfinite(most) &&
            (explainer.foreign() != nullptr || !couldOverflow(explainer.network(), most)))
            continue;
        return Error{
            ErrorKind::InvalidInput,
            tr("The network gives no number for \"%1\"").arg(QString::fromStdString(result.whatIf.name())),
            tr("its sums could exceed single precision"), tr("Give a smaller number.")};
    }
    return {};
}

Result<StudyOutcome> whatIf(const WhatIfAsk &c, const Asked &asked, const Context &context)
{
    auto results = explainWhatIfs(*asked.explainer, asked.pair, asked.question, whatIfsOf(c), context.stop,
                                  terminalProgress());
    if (!results.isOk())
        return std::move(results).error();
    if (auto finite = checkSums(*asked.explainer, results.value()); !finite.isOk())
        return std::move(finite).error();
    const Conditions conditions(results.value());
    StudyOutcome outcome;
    outcome.arrays = {
        windowStack(QStringLiteral("explanation"), unitOf(asked), conditions.axis, conditions.explanations),
        windowStack(QStringLiteral("input"), QStringLiteral("network's input"), conditions.axis,
                    conditions.inputs),
        NamedArray{QStringLiteral("output"), QStringLiteral("Å"), {conditions.axis}, conditions.outputs}};
    QJsonObject outputs;
    for (qsizetype n = 0; n < conditions.axis.labels.size(); ++n) {
        const double output = double(conditions.outputs[std::size_t(n)]);
        outputs.insert(conditions.axis.labels[n], output);
        outcome.lines << QStringLiteral("%1 %2 Å").arg(conditions.axis.labels[n], -16).arg(output, 9, 'f', 3);
    }
    outcome.numbers = {{QStringLiteral("outputsAngstrom"), outputs}};
    return outcome;
}

struct ScatterAsk : StudyAsk
{
    std::string acids;
    std::vector<double> shifts{10, -10};
};

/// Indices 21a + b. The talk's choice where nothing is asked for: the first five amino acids against each
/// other.
Result<std::vector<int>> acidPairsOf(const std::string &text)
{
    std::vector<int> pairs;
    if (text.empty()) {
        for (int a = 0; a < 5; ++a)
            for (int b = 0; b < 5; ++b)
                pairs.push_back(a * kStates + b);
        return pairs;
    }
    for (const QString &name : QString::fromStdString(text).split(u',')) {
        const Result<int> pair = parseAcidPair(name.trimmed());
        if (!pair.isOk())
            return pair.error();
        pairs.push_back(pair.value());
    }
    return pairs;
}

/// (condition, amino-acid pair, offset of i, offset of j, quantity).
NamedArray scatterArray(const std::vector<WhatIfResult> &results, const std::vector<int> &acids)
{
    const Conditions conditions(results);
    const int side = results.front().input.side;
    NamedArray array{
        QStringLiteral("scatter"), QStringLiteral("as the quantity says"), {conditions.axis}, {}};
    ArrayAxis pairs{QStringLiteral("amino-acid pair"), qint64(acids.size()), 0, {}};
    for (const int pair : acids)
        pairs.labels << acidPairLabels()[pair];
    const auto window = windowAxes(side);
    array.axes.insert(
        array.axes.end(),
        {pairs,
         window[2],
         window[3],
         {QStringLiteral("quantity"), 2, 0, {QStringLiteral("explanation"), QStringLiteral("input")}}});
    const std::size_t cells = std::size_t(side) * std::size_t(side);
    array.values.assign(results.size() * acids.size() * cells * 2, std::nanf(""));
    float *to = array.values.data();
    for (const WhatIfResult &result : results)
        for (const int pair : acids) {
            const int radius = result.input.radius();
            for (const ScatterPoint &point :
                 tileScatter(result.explanation, result.input, pair / kStates, pair % kStates)) {
                const std::ptrdiff_t cell = (point.di + radius) * side + point.dj + radius;
                to[2 * cell] = point.explanation;
                to[2 * cell + 1] = point.input;
            }
            to += 2 * cells;
        }
    return array;
}

Result<StudyOutcome> scatter(const ScatterAsk &c, const Asked &asked, const Context &context)
{
    const auto acids = acidPairsOf(c.acids);
    if (!acids.isOk())
        return acids.error();
    std::vector<WhatIf> whatIfs{{WhatIfKind::Original}};
    for (const double shift : c.shifts)
        whatIfs.push_back({WhatIfKind::Shift, shift});
    auto results = explainWhatIfs(*asked.explainer, asked.pair, asked.question, whatIfs, context.stop);
    if (!results.isOk())
        return std::move(results).error();
    if (auto finite = checkSums(*asked.explainer, results.value()); !finite.isOk())
        return std::move(finite).error();
    StudyOutcome outcome;
    outcome.arrays = {scatterArray(results.value(), acids.value())};
    for (const WhatIfResult &result : results.value())
        outcome.lines << tr("%1: %2 amino-acid pairs, output %3 Å")
                             .arg(QString::fromStdString(result.whatIf.name()), -10)
                             .arg(acids.value().size())
                             .arg(result.outputAngstrom, 0, 'f', 3);
    return outcome;
}

void addWhatIf(CLI::App &study, Context &context)
{
    const auto ask = std::make_shared<WhatIfAsk>();
    auto *command =
        addStudy(study, "whatif",
                 "Prediction and explanation of other inputs: constants -0.3 and 0.3, shifts by 10, random "
                 "signs, shuffled, percentiles 5, 50 and 95, or those asked for",
                 AskPair::Needed, AskMethods::Rules, ask, whatIf, context);
    command->add_option("--constant", ask->constants, "Every input this number")
        ->delimiter(',')
        ->check(finiteNumber());
    command->add_option("--shift", ask->shifts, "Added to every input")
        ->delimiter(',')
        ->check(finiteNumber());
    command->add_option("--percentile", ask->percentiles, "Every input this percentile of the protein's own")
        ->delimiter(',')
        ->check(finiteNumber())
        ->check(CLI::Range(0.0, 100.0));
    command->add_flag("--random-signs", ask->signs, "Magnitudes as they are, signs drawn");
    command->add_flag("--shuffled", ask->shuffled, "The window's inputs in another order");
    command->add_option("--seed", ask->seed, "Of what is drawn")->capture_default_str();
}

void addScatter(CLI::App &study, Context &context)
{
    const auto ask = std::make_shared<ScatterAsk>();
    auto *command =
        addStudy(study, "scatter", "Explanation against input, cell by cell, of chosen amino-acid pairs",
                 AskPair::Needed, AskMethods::Rules, ask, scatter, context);
    command->add_option("--acids", ask->acids, "Pairs such as AR,DK; the 25 of A, R, N, D, C");
    command->add_option("--shift", ask->shifts, "Also with this added to every input; 10,-10")
        ->delimiter(',')
        ->check(finiteNumber());
}

} // namespace

void addWindowStudies(CLI::App &study, Context &context)
{
    addStudy(
        study, "correlation", "Correlation of explanation and input over the window, by amino-acid pair",
        AskPair::Needed, AskMethods::All, std::make_shared<StudyAsk>(),
        [](const StudyAsk &, const Asked &asked, const Context &c) { return correlation(asked, c); },
        context);
    addStudy(
        study, "signs", "Explanation times the sign of the input, and the shares of + and -", AskPair::Needed,
        AskMethods::All, std::make_shared<StudyAsk>(),
        [](const StudyAsk &, const Asked &asked, const Context &c) { return signs(asked, c); }, context);
    addWhatIf(study, context);
    addScatter(study, context);
}

} // namespace WhiteBox::Cli
