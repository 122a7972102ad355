// SPDX-License-Identifier: GPL-3.0-or-later
// What every study on the command line shares: it is asked, gives arrays, numbers and lines, and is written.
// To add one: a Study in windowstudies.cpp or proteinstudies.cpp.
#pragma once

#include "app/cli/explanationask.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace WhiteBox::Cli {

struct StudyOutcome
{
    std::vector<NamedArray> arrays;
    QJsonObject numbers; ///< added to the description
    QStringList lines;   ///< for people
};

struct StudyAsk
{
    ExplanationAsk ask;
    std::string output;
};

using StudyRun = std::function<Result<StudyOutcome>(const Asked &asked, const Context &context)>;

/// Adds --out to the command and what happens when it is called.
void finishStudy(CLI::App &command, std::shared_ptr<StudyAsk> study, StudyRun run, Context &context);

/// Registers a study: its options, and run(ask, asked, context) behind them. ask: a StudyAsk or what is
/// derived of it.
template <class Ask, class Run>
CLI::App *addStudy(CLI::App &study, const char *name, const char *help, AskPair pair, AskMethods methods,
                   const std::shared_ptr<Ask> &ask, Run run, Context &context)
{
    auto *command = study.add_subcommand(name, help);
    addAskOptions(*command, ask->ask, pair, methods);
    finishStudy(
        *command, ask, [ask, run](const Asked &asked, const Context &c) { return run(*ask, asked, c); },
        context);
    return command;
}

void addCurveStudy(CLI::App &study, Context &context);
/// Studies of one pair's window: correlation, signs, whatif, scatter.
void addWindowStudies(CLI::App &study, Context &context);
/// Studies of many pairs: block, radial, patterns.
void addProteinStudies(CLI::App &study, Context &context);

/// (21, 21) of numbers for each amino-acid pair.
NamedArray acidMatrix(const QString &name, const QString &unit, const std::vector<double> &values);
/// Labelled columns of equally long rows; rows are counted from 0.
NamedArray tableArray(const QString &name, const QString &unit, const QString &rowName,
                      const QStringList &columns, std::vector<float> values);
/// Several windows of the same side, one after the other along a labelled axis.
NamedArray windowStack(const QString &name, const QString &unit, const ArrayAxis &axis,
                       const std::vector<GradientWindow> &windows);
/// Takes numbers that single precision, the network's, can hold: neither NaN nor infinite.
CLI::Validator finiteNumber();
/// "0.123", or "-" where there is no number.
QString numberText(double value, int digits = 3);

} // namespace WhiteBox::Cli
