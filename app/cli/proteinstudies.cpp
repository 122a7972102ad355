// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/study.h"
#include "core/attribution/blockstudies.h"
#include "core/attribution/patterns.h"
#include "core/structure/structurereader.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <cmath>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

struct BlockAsk : StudyAsk
{
    std::string rows = "20:32";
    std::string columns = "20:32";
};

/// "20:32" as Python reads it.
Result<std::pair<int, int>> sliceOf(const std::string &text)
{
    const QStringList parts = QString::fromStdString(text).split(u':');
    bool firstOk = false;
    bool lastOk = false;
    const int first = parts.value(0).toInt(&firstOk);
    const int last = parts.value(1).toInt(&lastOk);
    if (parts.size() == 2 && firstOk && lastOk && first >= 0 && first < last)
        return std::pair(first, last);
    return Error{
        ErrorKind::InvalidInput, tr("The slice \"%1\" is not understood").arg(QString::fromStdString(text)),
        tr("expected FIRST:END, counted from 0, END not included"), tr("Give a slice such as 20:32.")};
}

Result<void> checkInside(const std::string &text, const std::pair<int, int> &slice, int length)
{
    if (slice.second <= length)
        return {};
    return Error{ErrorKind::InvalidInput,
                 tr("The slice \"%1\" goes beyond the protein").arg(QString::fromStdString(text)),
                 tr("it has %1 residues, counted from 0").arg(length),
                 tr("Give --rows and --columns within 0:%1.").arg(length)};
}

Result<StudyOutcome> block(const BlockAsk &c, const Asked &asked, const Context &context)
{
    const auto rows = sliceOf(c.rows);
    const auto columns = sliceOf(c.columns);
    if (!rows.isOk() || !columns.isOk())
        return rows.isOk() ? columns.error() : rows.error();
    const int length = asked.explainer->input().length();
    if (auto inside = checkInside(c.rows, rows.value(), length); !inside.isOk())
        return std::move(inside).error();
    if (auto inside = checkInside(c.columns, columns.value(), length); !inside.isOk())
        return std::move(inside).error();
    const PositionBlock where{rows.value().first, rows.value().second, columns.value().first,
                              columns.value().second};
    auto result = blockCorrelations(*asked.explainer, where, asked.question, asked.threads, context.stop,
                                    terminalProgress());
    if (!result.isOk())
        return std::move(result).error();
    const BlockCorrelations &found = result.value();
    std::vector<double> positive;
    for (const SignShares &shares : found.shares)
        positive.push_back(shares.positive);
    StudyOutcome outcome;
    outcome.arrays = {
        acidMatrix(QStringLiteral("correlation"), QStringLiteral("Pearson"), found.correlations),
        acidMatrix(QStringLiteral("positiveShare"), QStringLiteral("share of the summed magnitude"),
                   positive)};
    outcome.numbers = {{QStringLiteral("positions"), double(found.positions)},
                       {QStringLiteral("cellsOfAnAcidPair"), double(found.cells)},
                       {QStringLiteral("rows"), QString::fromStdString(c.rows)},
                       {QStringLiteral("columns"), QString::fromStdString(c.columns)},
                       {QStringLiteral("positiveShare"), found.allShares.positive},
                       {QStringLiteral("negativeShare"), found.allShares.negative}};
    outcome.lines = {
        tr("%1 positions, %2 cells of each amino-acid pair").arg(found.positions).arg(found.cells),
        tr("explanation times the sign of the input: %1 % positive, %2 % negative")
            .arg(100 * found.allShares.positive, 0, 'f', 1)
            .arg(100 * found.allShares.negative, 0, 'f', 1)};
    return outcome;
}

struct RadialAsk : StudyAsk
{
    int step = 1;
};

Result<StudyOutcome> radial(const RadialAsk &c, const Asked &asked, const Context &context)
{
    std::vector<RadialBin> profile;
    if (!c.ask.pair.empty()) {
        profile = radialProfile(asked.explainer->explain(asked.pair, asked.question.channel,
                                                         asked.question.method, asked.question.target));
    } else {
        auto mean = meanRadialProfile(*asked.explainer, asked.question, c.step, asked.threads, context.stop,
                                      terminalProgress());
        if (!mean.isOk())
            return std::move(mean).error();
        profile = std::move(mean).value();
    }
    StudyOutcome outcome;
    std::vector<float> values;
    for (const RadialBin &bin : profile) {
        values.insert(values.end(), {float(bin.radius), float(bin.meanMagnitude), float(bin.cells)});
        outcome.lines << tr("radius %1  mean magnitude %2  (%3 positions)")
                             .arg(bin.radius, 2)
                             .arg(numberText(bin.meanMagnitude, 4), -10)
                             .arg(bin.cells);
    }
    outcome.arrays = {
        tableArray(QStringLiteral("radial"), unitOf(asked), QStringLiteral("ring"),
                   {QStringLiteral("radius"), QStringLiteral("mean magnitude"), QStringLiteral("positions")},
                   std::move(values))};
    return outcome;
}

struct PatternsAsk : StudyAsk
{
    std::string structure;
    int most = 0;
};

/// (set, offset of i, offset of j): how many windows count.
NamedArray countsArray(const std::vector<Pattern> &patterns, const ArrayAxis &sets)
{
    const auto window = windowAxes(patterns.front().mean.side);
    NamedArray counts{QStringLiteral("windows"), QStringLiteral("number"), {sets, window[2], window[3]}, {}};
    for (const Pattern &pattern : patterns)
        counts.values.insert(counts.values.end(), pattern.cells.begin(), pattern.cells.end());
    return counts;
}

StudyOutcome patternsOutcome(const std::vector<Pattern> &patterns, const Asked &asked)
{
    StudyOutcome outcome;
    ArrayAxis sets{QStringLiteral("set"), qint64(patterns.size()), 0, {}};
    std::vector<GradientWindow> means;
    std::vector<GradientWindow> inputs;
    QJsonObject counts;
    for (const Pattern &pattern : patterns) {
        const std::string_view name = nameOf(pattern.set);
        sets.labels << QString::fromLatin1(name.data(), qsizetype(name.size()));
        means.push_back(pattern.mean);
        inputs.push_back(pattern.input);
        counts.insert(sets.labels.last(), pattern.pairs);
        outcome.lines << tr("%1 %2 pairs").arg(sets.labels.last(), -16).arg(pattern.pairs, 6);
    }
    outcome.arrays = {windowStack(QStringLiteral("mean"), unitOf(asked), sets, means),
                      windowStack(QStringLiteral("input"), QStringLiteral("network's input"), sets, inputs),
                      countsArray(patterns, sets)};
    outcome.numbers = {{QStringLiteral("pairsOfSets"), counts}};
    return outcome;
}

Result<StudyOutcome> patterns(const PatternsAsk &c, const Asked &asked, const Context &context)
{
    std::optional<StructureMatch> structure = asked.structure;
    if (!c.structure.empty()) {
        auto match = readMatchingChain(pathOf(c.structure), asked.residues);
        if (!match.isOk())
            return std::move(match).error();
        structure = std::move(match).value();
    }
    if (!structure)
        printNotice(tr("Without a structure only the sets by separation are known; give --structure."),
                    context);
    std::vector<PairSet> sets;
    for (int set = 0; set < kPairSets; ++set)
        sets.push_back(PairSet(set));
    auto found = meanPatterns(*asked.explainer, structure ? &*structure : nullptr, sets, asked.question,
                              c.most, asked.threads, context.stop, terminalProgress());
    if (!found.isOk())
        return std::move(found).error();
    if (found.value().empty())
        return Error{ErrorKind::InvalidInput, tr("No set has a pair"), tr("the network predicts no contact"),
                     tr("Take another protein or network.")};
    return patternsOutcome(found.value(), asked);
}

} // namespace

void addProteinStudies(CLI::App &study, Context &context)
{
    const auto blockAsk = std::make_shared<BlockAsk>();
    auto *command = addStudy(study, "block",
                             "Correlation and sign shares over the windows of a block of output positions",
                             AskPair::None, AskMethods::Rules, blockAsk, block, context);
    command->add_option("--rows", blockAsk->rows, "Residues i, FIRST:END as in Python, counted from 0")
        ->capture_default_str();
    command->add_option("--columns", blockAsk->columns, "Residues j")->capture_default_str();

    const auto radialAsk = std::make_shared<RadialAsk>();
    command =
        addStudy(study, "radial", "Mean magnitude by distance from the pair, of one pair or over a protein",
                 AskPair::None, AskMethods::Rules, radialAsk, radial, context);
    command->add_option("--pair", radialAsk->ask.pair,
                        "One pair, counted from 1: I,J or with letters L12-V40");
    command->add_option("--step", radialAsk->step, "Over a protein: every n-th residue only")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();

    const auto patternsAsk = std::make_shared<PatternsAsk>();
    command =
        addStudy(study, "patterns",
                 "Mean window over true and false positives, short, medium and long range, helix and strand",
                 AskPair::None, AskMethods::Rules, patternsAsk, patterns, context);
    command->add_option("--structure", patternsAsk->structure,
                        "Known structure (PDB, mmCIF); the result's own");
    command
        ->add_option("--most", patternsAsk->most, "At most that many pairs of a set, evenly spread; 0: all")
        ->check(CLI::Range(0, 1000000000))
        ->capture_default_str();
}

} // namespace WhiteBox::Cli
