// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the talk "White Box" (Das & Dugar, TU München, 2018), again.
#pragma once

#include "app/figures/figurejob.h"

#include <functional>

namespace WhiteBox {

/// 1ABA chain A with its alignment and its structure where the shared data is: WHITEBOX_SHARED, ../shared
/// beside the working folder, or beside a folder above the program. Else the example, CheY. Fails: as
/// loadFigureSource() and exampleSource().
Result<FigureSource> talkSource(Cli::Context &context);

/// The talk's pair, Lys21–Phe33, where it is the talk's protein, else the closest long-range one.
ResiduePair talkPair(const JobResult &result);

/// Told of each page before it is drawn: "page 3 of 12: Coevolution at the pair".
using TalkProgress = std::function<void(const QString &line)>;

/// Every figure of the talk, of the recipe's pair, channel, method and target, as one PDF. Fails: as
/// FigureStudio::show(), Cancelled, Io.
Result<void> writeTalk(FigureStudio &studio, const FigureRecipe &recipe, const QString &path,
                       const StopToken &stop, const TalkProgress &progress);

} // namespace WhiteBox
