// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli run: the whole way from what the user has to distances, as jobs of the same library that the
// window shows.
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/couplingsrun.h"
#include "app/cli/jobbatch.h"
#include "core/pipeline/filekind.h"
#include "core/pipeline/inputcontent.h"
#include "core/pipeline/inputrange.h"
#include "core/pipeline/jobneeds.h"
#include "core/pipeline/setup.h"
#include "core/sequence/inputfile.h"
#include "core/store/jobstore.h"
#include "core/tools/exampledatabase.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

struct RunCommand
{
    std::vector<std::string> inputs;
    std::string database;
    std::string structure;
    std::string out;
    std::string model;
    std::string jackhmmer;
    std::string ccmpred;
    std::string range;
    bool isPart = false; ///< a range was given
    JobParameters parameters;
    FastaOptions fasta;
    bool example = false;
    bool again = false;
    bool dryRun = false;
};

QString pathOf(const std::string &text)
{
    return pathArgument(text);
}

void declareInputs(CLI::App &command, RunCommand &c)
{
    command.add_option(
        "input", c.inputs,
        "Sequences (FASTA), alignments (Stockholm, A3M, FASTA, .aln) or couplings (ccmpred raw, braw), and "
        "structures (PDB, mmCIF) of them; recognised by content");
    auto *database =
        command.add_option("--database", c.database, "FASTA file of proteins to search for homologs");
    command
        .add_flag("--example", c.example,
                  "Search the example's database, built on first use; without INPUT: CheY")
        ->excludes(database);
    command
        .add_option("--range", c.range,
                    "Take these residues of the query alone, such as 12-240 (counted from 1), at least 5")
        ->each([&c](const std::string &) { c.isPart = true; });
    command.add_option("--structure", c.structure, "Known structure (PDB, mmCIF) to judge the prediction by");
    command.add_option("--out", c.out,
                       "Folder for copies of the results: result.h5, distances, contacts, alignment");
    command.add_flag("--again", c.again, "Compute even where the library holds the result");
    command.add_flag("--dry-run", c.dryRun, "Tell what the jobs need of memory and disk, and run none");
    command.add_flag("--remove-gaps", c.fasta.removeGaps,
                     "Take a sequence with gaps as a query, without its gaps");
    command.add_flag("--split-header", c.fasta.splitHeader,
                     "Split a FASTA line that holds header and sequence");
    command
        .add_option("--record", c.fasta.record, "Which sequence of a file (1, 2, ...); without: all of them")
        ->check(CLI::PositiveNumber);
    command.add_option("--chain", c.fasta.chain, "Which of several chains joined by ':' (1, 2, ...)");
}

void declareParameters(CLI::App &command, RunCommand &c)
{
    JobParameters &p = c.parameters;
    p.threads = defaultThreads();
    command.add_option("-t,--threads", p.threads, "Threads")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command.add_option("--rounds", p.searchRounds, "Rounds of the search (jackhmmer -N)")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command
        .add_option("--evalue", p.inclusionEvalue,
                    "E-value up to which a sequence is a homolog (jackhmmer --incE, -E)")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command.add_option("--coverage", p.minimumCoverage, "Share of the query that a homolog must cover")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command.add_option(
        "--model", c.model,
        "Network (.safetensors with its card beside it, no TorchScript); without: the shipped one");
    command.add_option("--jackhmmer", c.jackhmmer, "The program; without: from PATH");
    declareEngine(command, p.engine, c.ccmpred);
}

/// What is named as the structure and is none would be taken for one more input.
Result<void> checkStructure(const QString &path)
{
    const auto head = loadInputHead(path, kContentHead);
    if (!head.isOk())
        return head.error();
    if (recogniseContent(head.value()) == InputContent::Structure)
        return {};
    return Error{ErrorKind::Unsupported, tr("This is no structure"),
                 tr("it is %1").arg(fileKind(head.value(), path).name),
                 tr("Give a PDB or mmCIF file with --structure."), path};
}

/// Of several files the bad ones are refused, and the others taken.
Result<LoadedInputs> readInputs(const RunCommand &c, const StopToken &stop)
{
    QStringList paths;
    for (const auto &input : c.inputs)
        paths << pathOf(input);
    if (paths.isEmpty() && !c.example) {
        Error error;
        error.what = tr("There is nothing to run");
        error.why = tr("no input was named");
        error.remedy = tr("Name a sequence, an alignment or couplings, or give --example.");
        return error;
    }
    if (!c.structure.empty())
        if (const auto structure = checkStructure(pathOf(c.structure)); !structure.isOk())
            return structure.error();
    if (!paths.isEmpty()) {
        if (!c.structure.empty())
            paths << pathOf(c.structure);
        return loadUsableInputs(paths, c.fasta, stop);
    }
    QFile query(QStringLiteral(":/example/chey.fasta"));
    if (!query.open(QIODevice::ReadOnly))
        return Error::io(query.fileName(), tr("The example cannot be read"), query.errorString(),
                         tr("Install White Box again."));
    auto inputs = parseJobInputs(query.readAll(), QStringLiteral("chey.fasta"));
    if (!inputs.isOk())
        return inputs.error();
    if (!c.structure.empty())
        if (const auto added = addStructure(inputs.value().front(), pathOf(c.structure)); !added.isOk())
            return added.error();
    return LoadedInputs{std::move(inputs).value(), {}, 0};
}

/// The asked range of each input; all of it where none was asked for.
Result<std::vector<JobInput>> rangesOf(std::vector<JobInput> inputs, const RunCommand &c)
{
    if (!c.isPart)
        return inputs;
    for (JobInput &input : inputs) {
        const auto range = rangeOf(input, QString::fromStdString(c.range));
        if (!range.isOk())
            return range.error();
        input = inRange(std::move(input), range.value());
    }
    return inputs;
}

Result<QString> databaseFor(const RunCommand &c, const Context &context)
{
    if (!c.example)
        return pathOf(c.database);
    const auto built = buildExampleDatabase(exampleDatabasePath());
    if (!built.isOk())
        return built.error();
    if (!built.value().existed)
        printNotice(tr("Built the example's database: %1 sequences in %2.")
                        .arg(built.value().sequences)
                        .arg(built.value().path),
                    context);
    return built.value().path;
}

/// What can be told before anything is stored.
Result<void> checkDatabaseNamed(const std::vector<JobInput> &inputs, const QString &database)
{
    const bool search =
        std::ranges::any_of(inputs, [](const auto &i) { return i.kind == InputKind::Sequence; });
    if (!search || !database.isEmpty())
        return {};
    Error error;
    error.kind = ErrorKind::MissingTool;
    error.what = tr("There is no database to search");
    error.why = tr("a sequence needs homologs");
    error.remedy = tr("Name a FASTA file of proteins with --database, or give --example.");
    return error;
}

/// What each job will take, before any is queued. Of a dry run the exit status, with what stands against it.
int tellNeeds(const LoadedInputs &loaded, const RunCommand &c, const QString &folder, Context &context)
{
    QJsonArray jobs;
    for (const JobInput &input : loaded.inputs) {
        const JobNeeds needs = jobNeeds(input, c.parameters);
        jobs << QJsonObject{{QStringLiteral("name"), input.query.name},
                            {QStringLiteral("length"), input.query.length()},
                            {QStringLiteral("memory"), needs.memory},
                            {QStringLiteral("disk"), needs.disk},
                            {QStringLiteral("kept"), needs.kept}};
        printNotice(tr("%1 needs %2.").arg(input.query.name, needs.text()), context);
        if (!c.dryRun)
            continue;
        if (const auto room = checkRoom(input, c.parameters, folder); !room.isOk())
            return report(room.error(), context);
    }
    if (c.dryRun && context.json)
        printJson(jobsDocument(jobs, loaded.refused));
    return 0;
}

/// What the readers changed and doubt, before anything is searched.
void tellBefore(const std::vector<JobInput> &inputs, const Context &context)
{
    if (inputs.size() > 1)
        printNotice(tr("%1 inputs: each is a job of its own.").arg(inputs.size()), context);
    for (const QString &notice : noticesOf(inputs))
        printNotice(notice, context);
}

int execute(RunCommand &c, Context &context)
{
    // Minutes of computing must not end at a folder that cannot be written.
    if (!c.out.empty())
        if (const auto folder = checkFolder(pathOf(c.out)); !folder.isOk())
            return report(folder.error(), context);
    auto read = readInputs(c, context.stop);
    if (!read.isOk())
        return report(read.error(), context);
    LoadedInputs &loaded = read.value();
    const int leftOut = tellLeftOut(loaded.refused, context);
    if (loaded.inputs.empty() && context.json)
        printJson(jobsDocument({}, loaded.refused));
    if (loaded.inputs.empty())
        return leftOut;
    auto ranged = rangesOf(std::move(loaded.inputs), c);
    if (!ranged.isOk())
        return report(ranged.error(), context);
    loaded.inputs = std::move(ranged).value();
    // What cannot be used is told now: no job is made that must fail.
    if (!c.model.empty())
        if (const auto model = loadModel(pathOf(c.model)); !model.isOk())
            return report(model.error(), context);
    const auto database = databaseFor(c, context);
    if (!database.isOk())
        return report(database.error(), context);
    if (const auto named = checkDatabaseNamed(loaded.inputs, database.value()); !named.isOk())
        return report(named.error(), context);
    const auto store = JobStore::open();
    if (!store.isOk())
        return report(store.error(), context);
    for (const auto &notice : store.value()->notices())
        printNotice(notice, context);
    c.parameters.database = database.value();
    c.parameters.model = pathOf(c.model);
    c.parameters.jackhmmer = pathOf(c.jackhmmer);
    c.parameters.ccmpred = pathOf(c.ccmpred);
    tellBefore(loaded.inputs, context);
    if (const int status = tellNeeds(loaded, c, store.value()->folder(), context); c.dryRun || status != 0)
        return status != 0 ? status : leftOut;
    JobBatch batch(store.value(), context);
    for (const auto &input : loaded.inputs)
        batch.submit(input, c.parameters, c.again);
    batch.wait();
    return concludeJobs(batch, *store.value(), pathOf(c.out), context, loaded.refused);
}

} // namespace

void addRunCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand(
        "run", "Predict the distances of a protein: search, alignment, couplings, network");
    const auto settings = std::make_shared<RunCommand>();
    declareInputs(*command, *settings);
    declareParameters(*command, *settings);
    command->callback([settings, &context] { context.status = execute(*settings, context); });
}

} // namespace WhiteBox::Cli
