// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"
#include "app/figures/figurestudio.h"

namespace WhiteBox {

/// What figures are asked of.
struct FigureAsk
{
    QString input;     ///< job id, result file, or what `whitebox-cli run` takes
    QString structure; ///< file of the truth, or empty
    QString model;     ///< another network than the result's, or empty
};

/// The result of a stored job or of a file; an alignment, couplings or a sequence become a job of the
/// library, whose stored result is taken the next time. Fails: as Cli::loadResultOf(), loadJobInputs(), the
/// job, readMatchingChain() and predictWith().
Result<FigureSource> loadFigureSource(const FigureAsk &ask, Cli::Context &context);

/// CheY of E. coli, searched in the example's database unless the library holds it. Fails: as the job.
Result<FigureSource> exampleSource(Cli::Context &context);

} // namespace WhiteBox
