// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli study: the studies of explanations as functions with results.
#include "app/cli/commands.h"
#include "app/cli/study.h"
#include "core/attribution/jacobian.h"
#include "core/coevolution/ccmpredfiles.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <CLI/CLI.hpp>

#include <cmath>
#include <utility>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

struct Finished
{
    QJsonObject document;
    QStringList lines;
};

Result<Finished> perform(const StudyAsk &study, const StudyRun &run, const Context &context)
{
    const QString path = pathOf(study.output);
    if (!path.isEmpty()) {
        if (auto known = checkArraySuffix(path); !known.isOk())
            return std::move(known).error();
        if (auto writable = checkWritable(path); !writable.isOk())
            return std::move(writable).error();
    }
    auto asked = loadAsked(study.ask, context);
    if (!asked.isOk())
        return std::move(asked).error();
    auto outcome = run(asked.value(), context);
    if (!outcome.isOk())
        return std::move(outcome).error();
    Finished finished{describeAsked(asked.value(), !study.ask.pair.empty()), outcome.value().lines};
    for (auto it = outcome.value().numbers.constBegin(); it != outcome.value().numbers.constEnd(); ++it)
        finished.document.insert(it.key(), it.value());
    if (path.isEmpty())
        return finished;
    auto files = writeArrays(path, outcome.value().arrays, finished.document);
    if (!files.isOk())
        return std::move(files).error();
    finished.document.insert(QStringLiteral("files"), QJsonArray::fromStringList(files.value()));
    for (const QString &file : files.value())
        finished.lines << tr("written: %1").arg(file);
    return finished;
}

void execute(const StudyAsk &study, const StudyRun &run, Context &context)
{
    const auto finished = perform(study, run, context);
    clearProgressLine();
    if (!finished.isOk()) {
        context.status = report(finished.error(), context);
        return;
    }
    if (context.json)
        printJson(finished.value().document);
    else
        for (const QString &line : finished.value().lines)
            printLine(line);
}

} // namespace

void finishStudy(CLI::App &command, std::shared_ptr<StudyAsk> study, StudyRun run, Context &context)
{
    command.add_option(
        "--out", study->output,
        "File for the arrays: .h5, .npy or .csv; the last two with a JSON file that names the axes");
    command.callback(
        [study = std::move(study), run = std::move(run), &context] { execute(*study, run, context); });
}

NamedArray acidMatrix(const QString &name, const QString &unit, const std::vector<double> &values)
{
    return {name,
            unit,
            {{QStringLiteral("amino acid at i"), kStates, 0, acidLabels()},
             {QStringLiteral("amino acid at j"), kStates, 0, acidLabels()}},
            {values.begin(), values.end()}};
}

NamedArray tableArray(const QString &name, const QString &unit, const QString &rowName,
                      const QStringList &columns, std::vector<float> values)
{
    const qint64 rows = qint64(values.size()) / columns.size();
    return {name,
            unit,
            {{rowName, rows, 0, {}}, {name + QStringLiteral(" column"), columns.size(), 0, columns}},
            std::move(values)};
}

NamedArray windowStack(const QString &name, const QString &unit, const ArrayAxis &axis,
                       const std::vector<GradientWindow> &windows)
{
    NamedArray stack{name, unit, {axis}, {}};
    for (GradientWindow window : windows) {
        markOutside(window);
        stack.values.insert(stack.values.end(), window.values.begin(), window.values.end());
    }
    const auto rest = windowAxes(windows.empty() ? 1 : windows.front().side);
    stack.axes.insert(stack.axes.end(), rest.begin(), rest.end());
    return stack;
}

CLI::Validator finiteNumber()
{
    const auto check = [](const std::string &text) {
        double value = 0;
        if (!CLI::detail::lexical_cast(text, value) || std::isfinite(float(value)))
            return std::string(); // no number at all is told of by the option
        return text + " is no number of single precision. Give one between -3.4e38 and 3.4e38";
    };
    return {check, ""};
}

QString numberText(double value, int digits)
{
    return std::isnan(value) ? QStringLiteral("-") : QString::number(value, 'g', digits);
}

void addStudyCommand(CLI::App &app, Context &context)
{
    auto *study =
        app.add_subcommand("study", "What explanations look like: correlations, curves, what-ifs, patterns");
    study->require_subcommand(1);
    addWindowStudies(*study, context);
    addCurveStudy(*study, context);
    addProteinStudies(*study, context);
}

} // namespace WhiteBox::Cli
