// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli couplings: takes ccmpred's own options, so that scripts can switch.
#include "app/cli/arguments.h"
#include "app/cli/couplingsrun.h"
#include "core/alignment/alignmentfilters.h"
#include "core/alignment/alignmentreader.h"
#include "core/alignment/rawalignment.h"
#include "core/coevolution/fitcheckpoint.h"
#include "core/export/couplingarrays.h"
#include "core/pipeline/inputrange.h"
#include "core/sequence/inputfile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <CLI/CLI.hpp>

#include <map>
#include <memory>

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

void declareFiles(CLI::App &command, CouplingsCommand &c)
{
    command.add_option("alignment", c.input, "Alignment: .aln as ccmpred takes it, Stockholm, A3M or FASTA")
        ->required();
    command.add_option("matrix", c.output,
                       "Where to write the contact scores, as in ccmpred's own command line");
    command.add_option("--mat", c.matrix, "Write the contact scores (ccmpred's .mat)");
    command.add_option("-r,--raw", c.raw, "Write the couplings as text (ccmpred's -r)");
    command.add_option("-b,--braw", c.braw, "Write the couplings as msgpack (ccmpred's -b)");
    command.add_option("--npy", c.npy, "Write the couplings as a NumPy array (L, L, 21, 21)");
    command.add_option("--h5", c.hdf5, "Write couplings, fields and scores as HDF5");
    command.add_option("-i,--init-from-raw", c.start,
                       "Start from these couplings (any of the formats written)");
    command.add_option("--checkpoint", c.checkpoint,
                       "Keep the state of a long computation there, and go on from it after a kill");
    command
        .add_option("--checkpoint-seconds", c.options.checkpointSeconds,
                    "Between two writes of it; 0: each iteration")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
}

void declareOptions(CLI::App &command, CouplingsCommand &c)
{
    PottsOptions &o = c.options;
    const auto share = CLI::Range(0.0, 1.0);
    o.threads = defaultThreads();
    command.add_option("-t,--threads", o.threads, "Threads")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command.add_option("-n,--iterations", o.maxIterations, "Most iterations, 0: no limit")
        ->check(CLI::NonNegativeNumber)
        ->default_str(std::to_string(kCcmpredIterations) + ", no limit in the converged mode");
    command.add_option("-e,--epsilon", o.epsilon, "Relative decrease that counts as converged")
        ->check(share)
        ->capture_default_str();
    command.add_option("-k,--last", o.lookBack, "Iterations over which that decrease is taken")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command
        .add_option("-w,--identity", o.identityThreshold,
                    "Rows more alike than this share their weight; 0: no weights")
        ->check(share)
        ->capture_default_str();
    command.add_option("-l,--lambda", o.pairRegularization, "Regularisation of couplings, times L - 1")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    const std::map<std::string, PottsMode> modes{{"ccmpred", PottsMode::Ccmpred},
                                                 {"converged", PottsMode::Converged}};
    command
        .add_option("--mode", o.mode, "ccmpred: its scores; converged: the true optimum, whose scores differ")
        ->transform(CLI::CheckedTransformer(modes))
        ->default_str("ccmpred");
    declareEngine(command, c.engine, c.ccmpred);
    command.add_flag("-A,--no-apc", c.withoutCorrection, "No average product correction");
    command.add_flag("-R,--rescale", c.rescale, "Rescale the scores to 0..1");
    command
        .add_option("--range", c.range,
                    "Take these columns alone, such as 12-240 (counted from 1), at least 5")
        ->each([&c](const std::string &) { c.isPart = true; });
    command.add_flag("--deduplicate", c.deduplicate, "Drop rows equal to an earlier one");
    command.add_option("--min-coverage", c.minimumCoverage, "Drop rows with residues in less of the columns")
        ->check(share);
    command.add_option("--max-rows", c.maximumRows, "Keep a random sample of so many rows")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--seed", c.seed, "Of that sample")->capture_default_str();
}

/// Formats with names go through the reader that knows the query; everything else is ccmpred's .aln, whose
/// columns all stay.
Result<Alignment> readAlignment(const QString &path, QStringList &notices)
{
    auto text = loadInputText(path);
    if (!text.isOk())
        return std::move(text).error();
    const auto format = recogniseAlignmentFormat(text.value());
    if (format != AlignmentFormat::Aln && format != AlignmentFormat::Unknown) {
        auto file = parseAlignment(text.value(), path);
        if (!file.isOk())
            return std::move(file).error();
        notices = file.value().notices;
        return std::move(file.value().alignment);
    }
    auto rows = readAln(text.value(), path);
    if (!rows.isOk())
        return std::move(rows).error();
    std::vector<std::uint8_t> states;
    for (const std::string &row : rows.value().rows)
        for (const char letter : row)
            states.push_back(stateOf(letter));
    const int columns = rows.value().rows.empty() ? 0 : int(rows.value().rows.front().size());
    return Alignment(columns, std::move(states));
}

Alignment filtered(Alignment alignment, const CouplingsCommand &c, QStringList &notices)
{
    const int before = alignment.rows();
    if (before == 0)
        return alignment;
    if (c.deduplicate)
        alignment = withoutDuplicates(alignment);
    if (c.minimumCoverage > 0)
        alignment = withCoverage(alignment, c.minimumCoverage);
    if (c.maximumRows > 0)
        alignment = withDepth(alignment, c.maximumRows, c.seed);
    if (alignment.rows() != before)
        notices << tr("%1 of %2 rows are left after filtering.").arg(alignment.rows()).arg(before);
    return alignment;
}

/// The asked range of columns, then the filters.
Result<Alignment> chosen(Alignment alignment, const CouplingsCommand &c, QStringList &notices)
{
    if (!c.isPart)
        return filtered(std::move(alignment), c, notices);
    const auto range = rangeToFit(QString::fromStdString(c.range), alignment.columns());
    if (!range.isOk())
        return range.error();
    notices << tr("Columns %1 of %2; numbers count from there.")
                   .arg(range.value().text())
                   .arg(alignment.columns());
    return filtered(withColumns(alignment, range.value()), c, notices);
}

Result<void> compute(CouplingsCommand &c, const Context &context, CouplingsRun &run)
{
    if (auto outputs = checkOutputs(c); !outputs.isOk())
        return outputs;
    auto read = readAlignment(pathOf(c.input), run.notices);
    if (!read.isOk())
        return std::move(read).error();
    const auto columns = chosen(std::move(read).value(), c, run.notices);
    if (!columns.isOk())
        return columns.error();
    const Alignment &alignment = columns.value();
    if (!c.start.empty()) {
        auto start = loadAnyCouplings(pathOf(c.start));
        if (!start.isOk())
            return std::move(start).error();
        c.options.start = std::make_shared<CouplingTensor>(std::move(start).value());
    }
    c.options.checkpoint = pathOf(c.checkpoint);
    auto fit = c.engine == CouplingsEngine::Ccmpred
                   ? fitWithCcmpred(alignment, c, context, run)
                   : inferCouplings(alignment, c.options, context.stop, terminalProgress());
    clearProgressLine();
    if (!fit.isOk())
        return std::move(fit).error();
    run.fit = std::move(fit).value();
    auto worth = alignmentWorth(alignment, c.options.threads, context.stop);
    if (!worth.isOk())
        return std::move(worth).error();
    run.worth = std::move(worth).value();
    run.notices << run.worth.warnings;
    run.notices.removeDuplicates();
    if (run.fit.status >= PottsStatus::IterationLimit)
        run.notices << tr("Not converged: %1.").arg(statusText(run.fit.status));
    if (run.fit.resumedFrom > 0)
        run.notices << tr("Went on from iteration %1 of the checkpoint.").arg(run.fit.resumedFrom);
    if (!run.fit.checkpointProblem.isEmpty())
        run.notices << run.fit.checkpointProblem;
    auto written = writeOutputs(c, run);
    if (written.isOk())
        removeCheckpoint(c.options.checkpoint);
    return written;
}

QJsonObject toJson(const CouplingsRun &run, const CouplingsCommand &c)
{
    QJsonArray gaps;
    for (const double share : run.worth.gapShares)
        gaps.append(share);
    QJsonArray trace;
    for (const PottsIteration &i : run.fit.trace)
        trace.append(QJsonObject{{QStringLiteral("iteration"), i.iteration},
                                 {QStringLiteral("evaluations"), i.evaluations},
                                 {QStringLiteral("objective"), i.objective},
                                 {QStringLiteral("xSquaredNorm"), i.xSquaredNorm},
                                 {QStringLiteral("gradientSquaredNorm"), i.gradientSquaredNorm},
                                 {QStringLiteral("step"), i.step}});
    return {{QStringLiteral("rows"), run.worth.rows},
            {QStringLiteral("columns"), run.worth.columns},
            {QStringLiteral("neff"), run.fit.neff},
            {QStringLiteral("neff62"), run.worth.neff62},
            {QStringLiteral("neff80"), run.worth.neff80},
            {QStringLiteral("coverage"), run.worth.coverage},
            {QStringLiteral("gapShares"), gaps},
            {QStringLiteral("objective"), run.fit.objective},
            {QStringLiteral("engine"), nameOf(c.engine)},
            {QStringLiteral("options"), optionsJson(c)},
            {QStringLiteral("ccmpredVersion"), run.ccmpredVersion},
            {QStringLiteral("command"), QJsonArray::fromStringList(run.command)},
            {QStringLiteral("mode"), modeName(run.fit.mode)},
            {QStringLiteral("resumedFrom"), run.fit.resumedFrom},
            {QStringLiteral("status"), statusText(run.fit.status)},
            {QStringLiteral("converged"), run.fit.status <= PottsStatus::AlreadyMinimised},
            {QStringLiteral("iterations"), trace},
            {QStringLiteral("notices"), QJsonArray::fromStringList(run.notices)},
            {QStringLiteral("files"), QJsonArray::fromStringList(run.files)}};
}

void print(const CouplingsRun &run)
{
    printLine(tr("%1 rows, %2 columns, %3 effective sequences")
                  .arg(run.worth.rows)
                  .arg(run.worth.columns)
                  .arg(run.fit.neff, 0, 'f', 1));
    printLine(tr("mode %1, %2 iterations, F = %3: %4")
                  .arg(modeName(run.fit.mode))
                  .arg(run.fit.trace.size())
                  .arg(run.fit.objective, 0, 'f', 4)
                  .arg(statusText(run.fit.status)));
    for (const QString &file : run.files)
        printLine(tr("written: %1").arg(file));
}

void execute(CouplingsCommand &c, Context &context)
{
    if (c.matrix.empty())
        c.matrix = c.output;
    CouplingsRun run;
    const auto done = compute(c, context, run);
    clearProgressLine();
    for (const QString &notice : run.notices)
        printNotice(notice, context);
    if (!done.isOk())
        context.status = report(done.error(), context);
    else if (context.json)
        printJson(toJson(run, c));
    else
        print(run);
}

} // namespace

QJsonObject optionsJson(const CouplingsCommand &c)
{
    const PottsOptions &o = c.options;
    return {{QStringLiteral("iterations"), o.iterationLimit()},
            {QStringLiteral("epsilon"), o.epsilon},
            {QStringLiteral("last"), o.lookBack},
            {QStringLiteral("identity"), o.identityThreshold},
            {QStringLiteral("lambda"), o.pairRegularization},
            {QStringLiteral("fieldLambda"), o.fieldRegularization},
            {QStringLiteral("initFromRaw"), QString::fromLocal8Bit(c.start.c_str())},
            {QStringLiteral("range"), QString::fromStdString(c.range)},
            {QStringLiteral("deduplicate"), c.deduplicate},
            {QStringLiteral("minCoverage"), c.minimumCoverage},
            {QStringLiteral("maxRows"), c.maximumRows},
            {QStringLiteral("seed"), double(c.seed)}};
}

QString statusText(PottsStatus status)
{
    switch (status) {
    case PottsStatus::Converged:
        return tr("converged");
    case PottsStatus::AlreadyMinimised:
        return tr("the start was a minimum already");
    case PottsStatus::IterationLimit:
        return tr("stopped at the iteration limit");
    case PottsStatus::LineSearchFailed:
        return tr("the line search found no further decrease");
    }
    return {};
}

QString modeName(PottsMode mode)
{
    return mode == PottsMode::Converged ? QStringLiteral("converged") : QStringLiteral("ccmpred");
}

void addCouplingsCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand(
        "couplings", "Couplings and contact scores of an alignment, as ccmpred computes them");
    const auto settings = std::make_shared<CouplingsCommand>();
    declareFiles(*command, *settings);
    declareOptions(*command, *settings);
    command->callback([settings, &context] { execute(*settings, context); });
}

} // namespace WhiteBox::Cli
