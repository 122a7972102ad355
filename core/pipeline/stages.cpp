// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/stages.h"

#include "core/alignment/alignmentfilters.h"
#include "core/alignment/alignmentreader.h"
#include "core/base/systemmemory.h"
#include "core/coevolution/alignmentworth.h"
#include "core/coevolution/ccmpredfiles.h"
#include "core/coevolution/contactscore.h"
#include "core/coevolution/pottsmodel.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

#include <array>
#include <cmath>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Stages)
};

QString statusName(PottsStatus status)
{
    constexpr std::array<const char *, 4> names = {"converged", "already-minimised", "iteration-limit",
                                                   "line-search-failed"};
    return QLatin1String(names[size_t(status)]);
}

void addSeconds(JobResult &draft, const char *stage, const QElapsedTimer &timer)
{
    addProvenance(draft, QStringLiteral("seconds"), {{QLatin1String(stage), double(timer.elapsed()) / 1000}});
}

QJsonObject fitJson(const PottsFit &fit, const PottsOptions &options, CouplingsEngine engine)
{
    return {{QStringLiteral("engine"), nameOf(engine)},
            {QStringLiteral("mode"), QStringLiteral("ccmpred")},
            {QStringLiteral("identityThreshold"), options.identityThreshold},
            {QStringLiteral("fieldRegularization"), options.fieldRegularization},
            {QStringLiteral("pairRegularization"), options.pairRegularization},
            {QStringLiteral("maxIterations"), options.iterationLimit()},
            {QStringLiteral("status"), statusName(fit.status)},
            {QStringLiteral("iterations"), qint64(fit.trace.size())},
            {QStringLiteral("objective"), fit.objective},
            {QStringLiteral("neff"), fit.neff}};
}

QString notConverged(PottsStatus status)
{
    if (status == PottsStatus::IterationLimit)
        return Text::tr("The couplings did not converge: the iteration limit was reached.");
    return Text::tr("The couplings did not converge: the line search found no further decrease.");
}

/// Warnings about the alignment, and what they rest on.
Result<void> judgeAlignment(JobResult &draft, const StageTools &tools)
{
    const auto worth = alignmentWorth(*draft.alignment, std::max(1, tools.parameters.threads), tools.stop);
    if (!worth.isOk())
        return worth.error();
    draft.warnings << worth.value().warnings;
    draft.warnings.removeDuplicates(); // the readers may have told the same
    addProvenance(draft, QStringLiteral("alignment"),
                  {{QStringLiteral("homologs"), draft.alignment->rows() - 1},
                   {QStringLiteral("neff62"), worth.value().neff62},
                   {QStringLiteral("neff80"), worth.value().neff80},
                   {QStringLiteral("neff80PerResidue"), worth.value().neffPerColumn()},
                   {QStringLiteral("coverage"), worth.value().coverage}});
    return {};
}

std::vector<float> scoresOf(const CouplingTensor &couplings)
{
    const auto score = contactScore(couplings);
    return {score.values.begin(), score.values.end()};
}

/// What both engines' results have in common.
Result<JobResult> withCouplings(JobResult draft, PottsFit fit, CouplingsEngine engine,
                                const StageTools &tools)
{
    addProvenance(draft, QStringLiteral("couplings"),
                  fitJson(fit, couplingsOptions(tools.parameters), engine));
    if (fit.resumedFrom > 0)
        addProvenance(draft, QStringLiteral("couplings"), {{QStringLiteral("resumedFrom"), fit.resumedFrom}});
    if (fit.status >= PottsStatus::IterationLimit)
        draft.warnings << notConverged(fit.status);
    if (auto judged = judgeAlignment(draft, tools); !judged.isOk())
        return judged.error();
    draft.couplings = std::make_shared<const CouplingTensor>(std::move(fit.couplings));
    if (tools.stop.stop_requested())
        return Error::cancelled();
    draft.couplingScore = scoresOf(*draft.couplings);
    return draft;
}

/// What a query without homologs gets: no couplings at all.
JobResult withoutCouplings(JobResult draft)
{
    draft.couplings = std::make_shared<const CouplingTensor>(draft.length());
    draft.couplingScore.assign(size_t(draft.length()) * size_t(draft.length()), 0.0F);
    draft.warnings << Text::tr(
        "0 homologs: there are no couplings, and the prediction is what the network says of nothing. "
        "Try a larger database, more rounds or a less strict E-value.");
    addProvenance(draft, QStringLiteral("alignment"), {{QStringLiteral("homologs"), 0}});
    addProvenance(draft, QStringLiteral("couplings"),
                  {{QStringLiteral("status"), QStringLiteral("no-homologs")}});
    return draft;
}

Error cannotFollow(const char *what, const char *why)
{
    Error error;
    error.kind = ErrorKind::Mismatch;
    error.what = Text::tr(what);
    error.why = Text::tr(why);
    error.remedy = Text::tr("Start the job again from its input.");
    return error;
}

} // namespace

void addProvenance(JobResult &draft, const QString &object, const QJsonObject &members)
{
    QJsonObject merged = draft.provenance[object].toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        merged[member.key()] = member.value();
    draft.provenance[object] = merged;
}

JobResult draftOf(const JobInput &input, const QString &jobId)
{
    JobResult draft;
    draft.jobId = jobId;
    draft.query = input.query;
    draft.alignment = input.alignment;
    draft.couplings = input.couplings;
    draft.warnings = input.notices;
    if (input.couplings)
        draft.couplingScore = scoresOf(*input.couplings);
    if (input.alignment)
        addProvenance(draft, QStringLiteral("alignment"),
                      {{QStringLiteral("rows"), input.alignment->rows()}});
    if (!input.structure)
        return draft;
    auto match = matchStructure(*input.structure, input.query.residues);
    if (match.isOk())
        draft.structure = std::move(match).value();
    else
        draft.warnings << Text::tr("The structure was left out. %1").arg(match.error().text());
    return draft;
}

Result<JobResult> alignmentStage(JobResult draft, const QString &stockholmPath, const StageTools &tools)
{
    QElapsedTimer timer;
    timer.start();
    tools.progress.report(-1, Text::tr("Reading the alignment"));
    auto file = loadAlignment(stockholmPath, draft.query);
    if (!file.isOk())
        return file.error();
    const Alignment &found = file.value().alignment;
    const Alignment different = withoutDuplicates(found);
    auto kept = std::make_shared<Alignment>(withCoverage(different, tools.parameters.minimumCoverage));
    if (tools.stop.stop_requested())
        return Error::cancelled();
    addProvenance(draft, QStringLiteral("alignment"),
                  {{QStringLiteral("rowsFound"), found.rows()},
                   {QStringLiteral("rowsWithoutDuplicates"), different.rows()},
                   {QStringLiteral("rows"), kept->rows()},
                   {QStringLiteral("minimumCoverage"), tools.parameters.minimumCoverage}});
    draft.warnings << file.value().notices;
    draft.warnings.removeDuplicates(); // the sequence's reader may have told the same
    draft.alignment = std::move(kept);
    addSeconds(draft, "alignment", timer);
    return draft;
}

Result<JobResult> couplingsStage(JobResult draft, const StageTools &tools)
{
    if (!draft.alignment || draft.alignment->columns() != draft.length())
        return cannotFollow("The alignment does not fit the query",
                            "it has another number of columns than the query has residues");
    if (draft.alignment->rows() < 2)
        return withoutCouplings(std::move(draft));
    QElapsedTimer timer;
    timer.start();
    auto options = couplingsOptions(tools.parameters);
    options.checkpoint = tools.checkpoint;
    options.replaceCheckpoint = true;
    auto fit = inferCouplings(*draft.alignment, options, tools.stop, tools.progress);
    if (!fit.isOk())
        return std::move(fit).error();
    auto done = withCouplings(std::move(draft), std::move(fit).value(), CouplingsEngine::BuiltIn, tools);
    if (done.isOk())
        addSeconds(done.value(), "couplings", timer);
    return done;
}

PottsOptions couplingsOptions(const JobParameters &parameters)
{
    PottsOptions options;
    options.threads = std::max(1, parameters.threads);
    return options;
}

Result<JobResult> ccmpredStage(JobResult draft, const QString &rawPath, const CcmpredOutput &output,
                               const QStringList &command, const StageTools &tools)
{
    tools.progress.report(-1, Text::tr("Reading ccmpred's couplings"));
    auto couplings = loadCouplings(rawPath);
    if (!couplings.isOk())
        return std::move(couplings).error();
    if (couplings.value().length() != draft.length())
        return cannotFollow("The couplings do not fit the query", "they are of another number of residues");
    PottsFit fit;
    fit.couplings = std::move(couplings).value();
    fit.objective = output.objective;
    fit.neff = output.neff;
    fit.status = output.status.value_or(PottsStatus::Converged);
    fit.trace = output.trace;
    addProvenance(draft, QStringLiteral("couplings"),
                  {{QStringLiteral("command"), QJsonArray::fromStringList(command)},
                   {QStringLiteral("version"), output.version}});
    return withCouplings(std::move(draft), std::move(fit), CouplingsEngine::Ccmpred, tools);
}

Result<JobResult> predictionStage(JobResult draft, const StageTools &tools)
{
    if (!draft.couplings || draft.couplings->length() != draft.length() || !tools.predictor)
        return cannotFollow("The couplings do not fit the query", "they are of another number of residues");
    QElapsedTimer timer;
    timer.start();
    const ModelCard &card = tools.predictor->card();
    auto distances = tools.predictor->predict(draft.couplings, std::max(1, tools.parameters.threads),
                                              tools.stop, tools.progress);
    if (!distances.isOk())
        return std::move(distances).error();
    draft.predicted = std::make_shared<const DistanceMap>(std::move(distances).value());
    addProvenance(draft, QStringLiteral("model"),
                  {{QStringLiteral("name"), card.name},
                   {QStringLiteral("path"), tools.predictor->path()},
                   {QStringLiteral("sha256"), card.weightsSha256},
                   {QStringLiteral("date"), card.date},
                   {QStringLiteral("normalisation"), nameOf(card.normalisation)},
                   {QStringLiteral("inputScale"), inputScale(card.normalisation, *draft.couplings)}});
    addSeconds(draft, "prediction", timer);
    return draft;
}

} // namespace WhiteBox
