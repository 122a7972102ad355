// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/storedinput.h"

#include "core/pipeline/jobrequest.h"
#include "core/pipeline/jobworker.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"

#include <QCoreApplication>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StoredInput)
};

Error notKept(const JobRecord &record)
{
    Error error;
    error.what = Text::tr("%1 cannot be run again").arg(record.name);
    error.why = Text::tr("its input was not kept");
    error.remedy = Text::tr("Drop its files on the window again.");
    return error;
}

/// The parts of a stored result that were given, not computed.
void takeParts(JobInput &input, JobResult result)
{
    input.query = result.query;
    if (input.kind == InputKind::Alignment)
        input.alignment = std::move(result.alignment);
    if (input.kind == InputKind::Couplings) {
        input.alignment = std::move(result.alignment);
        input.couplings = std::move(result.couplings);
    }
    if (result.structure)
        input.structure = std::move(result.structure->structure);
}

} // namespace

Result<JobInput> loadStoredInput(const JobStore &store, const JobRecord &record)
{
    JobInput input;
    input.kind = kindOf(record.request);
    input.query = queryOf(record.request);
    // A sequence without a structure is all in the request.
    if (input.kind == InputKind::Sequence &&
        inputHash(input) == record.request[QStringLiteral("sha256")].toString())
        return input;
    auto kept = record.state == JobState::Finished
                    ? loadStoredResult(record)
                    : loadResult(store.jobFolder(record.id) + QLatin1Char('/') + kDraftFile);
    if (!kept.isOk())
        return record.state == JobState::Finished ? kept.error() : notKept(record);
    takeParts(input, std::move(kept).value());
    const bool isWhole = input.kind == InputKind::Alignment   ? input.alignment != nullptr
                         : input.kind == InputKind::Couplings ? input.couplings != nullptr
                                                              : true;
    return isWhole ? Result<JobInput>(std::move(input)) : Result<JobInput>(notKept(record));
}

} // namespace WhiteBox
