// SPDX-License-Identifier: GPL-3.0-or-later
// What the sources of whitebox-cli couplings share.
#pragma once

#include "app/cli/commands.h"
#include "core/coevolution/alignmentworth.h"
#include "core/coevolution/pottsmodel.h"
#include "core/pipeline/jobrequest.h"

#include <QJsonObject>
#include <QStringList>

#include <cstdint>
#include <string>

namespace WhiteBox::Cli {

struct CouplingsCommand
{
    std::string input;
    std::string output;
    std::string matrix;
    std::string raw;
    std::string braw;
    std::string npy;
    std::string hdf5;
    std::string start;
    std::string checkpoint;
    std::string ccmpred;
    CouplingsEngine engine = CouplingsEngine::BuiltIn;
    PottsOptions options;
    bool withoutCorrection = false;
    bool rescale = false;
    std::string range;   ///< of columns, such as "12-240"
    bool isPart = false; ///< a range was given
    bool deduplicate = false;
    double minimumCoverage = 0;
    int maximumRows = 0;
    std::uint64_t seed = 1;
};

/// What was computed from what, for the summary.
struct CouplingsRun
{
    AlignmentWorth worth;
    PottsFit fit;
    QString ccmpredVersion; ///< where it told
    QStringList command;    ///< of ccmpred
    QStringList notices;
    QStringList files;
};

/// Adds --engine and --ccmpred.
void declareEngine(CLI::App &command, CouplingsEngine &engine, std::string &ccmpred);

/// What the result depends on beside the alignment.
QJsonObject optionsJson(const CouplingsCommand &c);
QString statusText(PottsStatus status);
QString modeName(PottsMode mode);

/// Output that cannot be written must not be found after minutes of computing. Fails: InvalidInput (none),
/// Io.
Result<void> checkOutputs(const CouplingsCommand &c);
/// Fails: Io, Resources.
Result<void> writeOutputs(const CouplingsCommand &c, CouplingsRun &run);

/// The fit by an installed ccmpred, in a temporary folder. Fails: as CcmpredProcess and readRawCouplings().
Result<PottsFit> fitWithCcmpred(const Alignment &alignment, const CouplingsCommand &c, const Context &context,
                                CouplingsRun &run);

} // namespace WhiteBox::Cli
