// SPDX-License-Identifier: GPL-3.0-or-later
// The stages that run inside this process: plain functions which take a job's draft and give it back with
// their part added. They share nothing, ask the token often and report what they did in the draft's
// provenance. Any thread.
#pragma once

#include "core/network/predictor.h"
#include "core/pipeline/jobrequest.h"
#include "core/store/jobresult.h"
#include "core/tools/ccmpredoutput.h"

#include <memory>

namespace WhiteBox {

/// What a stage may use beside the draft.
struct StageTools
{
    JobParameters parameters;
    std::shared_ptr<const Predictor> predictor;
    StopToken stop;
    Progress progress;
    QString checkpoint; ///< file for the couplings' unfinished state; empty: none
};

/// The draft of a new job: what the input brings, its structure matched to the query.
JobResult draftOf(const JobInput &input, const QString &jobId);

/// Reads jackhmmer's alignment onto the query's columns; drops repeated rows and rows of little coverage.
/// Fails: Io, Parse, Mismatch.
Result<JobResult> alignmentStage(JobResult draft, const QString &stockholmPath, const StageTools &tools);

/// Couplings of the draft's alignment and their scores. A query without homologs gets couplings of zero and a
/// warning. Fails: Resources (before any work), InvalidInput, Cancelled. Goes on from tools.checkpoint where
/// it belongs to this alignment; the caller removes it when the result is kept.
Result<JobResult> couplingsStage(JobResult draft, const StageTools &tools);

/// The options of the couplings stage, for either engine.
PottsOptions couplingsOptions(const JobParameters &parameters);
/// The end of the same stage where ccmpred has computed: reads its raw couplings. Fails: Io, Parse, Mismatch,
/// Cancelled.
Result<JobResult> ccmpredStage(JobResult draft, const QString &rawPath, const CcmpredOutput &output,
                               const QStringList &command, const StageTools &tools);

/// Distances from the draft's couplings. Fails: Resources, Mismatch, Cancelled.
Result<JobResult> predictionStage(JobResult draft, const StageTools &tools);

/// Adds members to an object of the provenance.
void addProvenance(JobResult &draft, const QString &object, const QJsonObject &members);

} // namespace WhiteBox
