// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplelibrary.h"

#include <vector>

namespace WhiteBox::Test {

namespace {

struct Sample
{
    const char *name;
    int length;
    JobStage stage;
    JobState state;
    int minutesAgo;
    int seconds; ///< that it took until it ended or was stopped
    bool trimmed = false;
};

JobRecord recordOf(const Sample &sample)
{
    JobRecord record;
    record.id = JobStore::newId();
    record.key = record.id;
    record.name = QLatin1String(sample.name);
    record.length = sample.length;
    record.stage = sample.stage;
    record.state = sample.state;
    record.created = QDateTime::currentDateTimeUtc().addSecs(-60 * sample.minutesAgo);
    record.trimmed = sample.trimmed;
    record.request = {{QStringLiteral("kind"), QStringLiteral("sequence")}};
    if (sample.state == JobState::Queued)
        return record;
    record.started = record.created.addSecs(2);
    record.finished = record.started.addSecs(sample.seconds);
    if (sample.state == JobState::Failed)
        record.error = sampleFailure();
    return record;
}

} // namespace

Error sampleFailure()
{
    Error error;
    error.kind = ErrorKind::ToolFailed;
    error.what = QStringLiteral("The search failed");
    error.why = QStringLiteral("jackhmmer ended with status 1");
    error.remedy = QStringLiteral("Read its last output");
    error.command = {QStringLiteral("/usr/bin/jackhmmer"),
                     QStringLiteral("-N"),
                     QStringLiteral("3"),
                     QStringLiteral("--cpu"),
                     QStringLiteral("2"),
                     QStringLiteral("query.fasta"),
                     QStringLiteral("/data/uniref50.fasta")};
    error.exitStatus = 1;
    error.outputTail = QStringLiteral("Error: Sequence file parsing failed\n"
                                      "Parse failed (sequence file /data/uniref50.fasta):\n"
                                      "Line 48213: illegal character *");
    return error;
}

Result<void> addSampleJobs(JobStore &store)
{
    const std::vector<Sample> samples = {
        {"Thioredoxin", 108, JobStage::Prediction, JobState::Finished, 3 * 24 * 60, 47},
        {"RASK_HUMAN", 189, JobStage::Prediction, JobState::Finished, 2 * 24 * 60, 154, true},
        {"Ferredoxin", 98, JobStage::Search, JobState::Failed, 26 * 60, 3},
        {"OmpA", 346, JobStage::Couplings, JobState::Interrupted, 25 * 60, 610},
        {"Ubiquitin", 76, JobStage::Search, JobState::Cancelled, 90, 12},
        {"Lysozyme", 129, JobStage::Search, JobState::Queued, 1, 0}};
    for (const Sample &sample : samples)
        if (auto added = store.insert(recordOf(sample)); !added.isOk())
            return added;
    return {};
}

} // namespace WhiteBox::Test
