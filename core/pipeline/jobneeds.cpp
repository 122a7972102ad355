// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobneeds.h"

#include "core/base/fulldisk.h"
#include "core/coevolution/pottsmodel.h"
#include "core/pipeline/inputrange.h"
#include "core/store/storesize.h"

#include <QCoreApplication>

#include <algorithm>

namespace WhiteBox {

namespace {

/// Left on the disk for everybody else.
constexpr double kReserve = 64 << 20;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobNeeds)
};

double couplingsBytes(double length)
{
    return length * (length - 1) / 2 * kBlock * sizeof(float) + length * kStates * sizeof(float);
}

double memoryOf(InputKind kind, int length, int rows, const JobParameters &parameters)
{
    const double L = length;
    if (kind == InputKind::Couplings)
        return 2 * couplingsBytes(L);
    if (parameters.engine == CouplingsEngine::Ccmpred)
        return 10752 * L * L + 256.0 * rows * L;
    return couplingsMemoryNeeded(rows, length, std::max(1, parameters.threads));
}

/// Of the couplings stage, beside the draft.
double fitBytes(InputKind kind, double length, CouplingsEngine engine)
{
    constexpr double kBytesANumber = 26; // of ccmpred's text
    if (kind == InputKind::Couplings)
        return 0;
    return engine == CouplingsEngine::Ccmpred ? kBytesANumber * kBlock * length * (length - 1) / 2
                                              : 2 * couplingsBytes(length);
}

} // namespace

QString JobNeeds::text() const
{
    return Text::tr("about %1 of memory and %2 of disk, of which %3 are kept")
        .arg(sizeText(memory), sizeText(disk), sizeText(kept));
}

JobNeeds jobNeeds(InputKind kind, int length, int rows, const JobParameters &parameters)
{
    const double L = length;
    const double alignment = double(rows) * L;
    const double couplings = couplingsBytes(L);
    JobNeeds needs;
    needs.memory = memoryOf(kind, length, rows, parameters);
    needs.kept = alignment + couplings + 4 * L * L * sizeof(float) + L * L * sizeof(float);
    const double search = kind == InputKind::Sequence ? 4 * alignment : 0;
    const double draft = alignment + couplings;
    needs.disk = search + draft + std::max(fitBytes(kind, L, parameters.engine), needs.kept);
    return needs;
}

JobNeeds jobNeeds(const JobInput &input, const JobParameters &parameters)
{
    return jobNeeds(input.kind, input.query.length(),
                    input.alignment ? input.alignment->rows() : kRowsOfASearch, parameters);
}

Result<void> checkRoom(const JobInput &input, const JobParameters &parameters, const QString &folder)
{
    if (parameters.engine == CouplingsEngine::BuiltIn) // ccmpred's own is looked at when it starts
        if (auto memory = checkInputSize(input, kRowsOfASearch, parameters.threads); !memory.isOk())
            return memory;
    const JobNeeds needs = jobNeeds(input, parameters);
    const auto available = double(freeOnDisk(folder));
    if (available < 0 || available >= needs.disk + kReserve)
        return {};
    Error error;
    error.kind = ErrorKind::Resources;
    error.what = Text::tr("The disk is too full for %1").arg(input.query.name);
    error.why = Text::tr("while it runs it needs %1, and %2 are free on %3, of which %4 stay for others")
                    .arg(sizeText(needs.disk), sizeText(available), folder, sizeText(kReserve));
    error.remedy = Text::tr("Free some space, trim the library (Preferences, Storage), take a range of the "
                            "residues, or set WHITEBOX_HOME to a folder on another disk.");
    return error;
}

} // namespace WhiteBox
