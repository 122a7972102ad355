// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/alignmentworth.h"

#include "core/coevolution/sequenceweights.h"
#include "core/sequence/queryresidues.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string>

namespace WhiteBox {

namespace {

// Below one effective sequence a column contacts are hardly found (Kamisetty, Ovchinnikov & Baker 2013 ask
// for five).
constexpr double kFewPerColumn = 1;
constexpr double kEnoughPerColumn = 5;
constexpr double kGappyColumn = 0.75;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AlignmentWorth)
};

void countGaps(const Alignment &alignment, AlignmentWorth &worth)
{
    worth.gapShares.assign(std::size_t(alignment.columns()), 0.0);
    for (int n = 0; n < alignment.rows(); ++n)
        for (int i = 0; i < alignment.columns(); ++i)
            worth.gapShares[std::size_t(i)] += alignment.at(n, i) == kGap ? 1.0 : 0.0;
    double gaps = 0;
    for (double &share : worth.gapShares) {
        share /= alignment.rows();
        gaps += share;
    }
    worth.coverage = 1 - gaps / alignment.columns();
}

bool isOfNucleotides(const Alignment &alignment)
{
    constexpr int kRowsLookedAt = 50;
    std::string letters;
    for (int n = 0; n < std::min(alignment.rows(), kRowsLookedAt); ++n)
        letters += alignment.letters(n);
    std::erase(letters, '-');
    return looksLikeNucleotides(letters);
}

void warn(const Alignment &alignment, AlignmentWorth &worth)
{
    if (isOfNucleotides(alignment))
        worth.warnings << nucleotideNotice();
    const double perColumn = worth.neffPerColumn();
    const QString facts =
        Text::tr("%1 effective sequences for %2 residues").arg(worth.neff80, 0, 'f', 0).arg(worth.columns);
    if (perColumn < kFewPerColumn)
        worth.warnings
            << Text::tr(
                   "Few homologs (%1): most couplings are noise and the prediction is not to be relied on. "
                   "Search a larger database.")
                   .arg(facts);
    else if (perColumn < kEnoughPerColumn)
        worth.warnings
            << Text::tr("A shallow alignment (%1): only the strongest couplings are reliable.").arg(facts);
    const auto gappy =
        std::ranges::count_if(worth.gapShares, [](double share) { return share > kGappyColumn; });
    if (gappy > 0)
        worth.warnings
            << Text::tr(
                   "%1 of %2 columns are gaps in more than three quarters of the rows: couplings there rest "
                   "on few sequences.")
                   .arg(gappy)
                   .arg(worth.columns);
}

} // namespace

Result<AlignmentWorth> alignmentWorth(const Alignment &alignment, int threads, const StopToken &stop)
{
    constexpr std::array thresholds = {0.62, 0.8};
    const auto weights = sequenceWeights(alignment, thresholds, threads, stop);
    if (!weights.isOk())
        return weights.error();
    AlignmentWorth worth;
    worth.rows = alignment.rows();
    worth.columns = alignment.columns();
    worth.neff62 = weights.value()[0].neff;
    worth.neff80 = weights.value()[1].neff;
    countGaps(alignment, worth);
    warn(alignment, worth);
    return worth;
}

} // namespace WhiteBox
