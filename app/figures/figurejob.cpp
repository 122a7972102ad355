// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/figurejob.h"

#include "app/cli/jobbatch.h"
#include "app/cli/resultinput.h"
#include "core/pipeline/setup.h"
#include "core/store/jobstore.h"
#include "core/structure/structurereader.h"
#include "core/tools/exampledatabase.h"
#include "widgets/othernetwork.h"
#include "widgets/workbench.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FigureJob)
};

/// The first input as a job of the library, to its end.
Result<JobResult> runJob(const std::vector<JobInput> &inputs, Cli::Context &context)
{
    auto store = JobStore::open();
    if (!store.isOk())
        return std::move(store).error();
    JobParameters parameters;
    parameters.threads = Cli::defaultThreads();
    parameters.database = exampleDatabasePath();
    if (inputs.front().kind == InputKind::Sequence && !QFileInfo::exists(parameters.database)) {
        Error error;
        error.kind = ErrorKind::MissingTool;
        error.what = Text::tr("There is nothing to search homologs in");
        error.why = Text::tr("the input is a sequence, and no database was built");
        error.remedy = Text::tr("Run whitebox-cli run INPUT --database FASTA, then give the job's id.");
        return error;
    }
    Cli::JobBatch batch(store.value(), context);
    batch.submit(inputs.front(), parameters, false);
    batch.wait();
    const QString id = batch.ids().front();
    if (const auto result = batch.result(id))
        return *result;
    return batch.errorOf(id);
}

bool isStored(const QString &input)
{
    return !QFileInfo::exists(input) || Cli::isResultFile(input);
}

Result<JobResult> resultOf(const QString &input, Cli::Context &context)
{
    if (isStored(input))
        return Cli::loadResultOf(input);
    const auto inputs = loadJobInputs({input}, {}, context.stop);
    return inputs.isOk() ? runJob(inputs.value(), context) : inputs.error();
}

} // namespace

Result<FigureSource> loadFigureSource(const FigureAsk &ask, Cli::Context &context)
{
    auto loaded = resultOf(ask.input, context);
    if (!loaded.isOk())
        return std::move(loaded).error();
    JobResult found = std::move(loaded).value();
    if (!ask.structure.isEmpty()) {
        auto match = readMatchingChain(ask.structure, found.query.residues);
        if (!match.isOk())
            return std::move(match).error();
        found.structure = std::move(match).value();
    }
    const QFileInfo file(ask.input);
    const QString name = file.exists() ? file.absoluteFilePath() : ask.input;
    auto result = std::make_shared<const JobResult>(std::move(found));
    if (ask.model.isEmpty())
        return FigureSource{result, ownNetworkOf(result), name};
    auto other = predictWith(ask.model, *result);
    if (!other.isOk())
        return std::move(other).error();
    return FigureSource{other.value().result, other.value().factory, name};
}

Result<FigureSource> exampleSource(Cli::Context &context)
{
    const auto built = buildExampleDatabase(exampleDatabasePath());
    if (!built.isOk())
        return built.error();
    const auto inputs = parseJobInputs(Workbench::exampleText(), QStringLiteral("chey.fasta"));
    if (!inputs.isOk())
        return inputs.error();
    auto found = runJob(inputs.value(), context);
    if (!found.isOk())
        return std::move(found).error();
    auto result = std::make_shared<const JobResult>(std::move(found).value());
    return FigureSource{result, ownNetworkOf(result), result->jobId};
}

} // namespace WhiteBox
