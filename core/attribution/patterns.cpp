// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/patterns.h"

#include "core/structure/contactmetrics.h"

#include <algorithm>
#include <limits>

namespace WhiteBox {

namespace {

constexpr int kShort = 6;
constexpr int kMedium = 12;
constexpr int kLong = 24;

/// What decides whether a pair belongs to a set.
struct PairFacts
{
    int separation = 0;
    bool predictedContact = false;
    bool resolved = false; ///< the structure knows the distance
    bool contact = false;  ///< of the structure
    bool turn = false;     ///< 3 or 4 apart within a helix
    bool strands = false;  ///< residues of two strands
};

SecondaryStructure stateOf(const StructureMatch &match, int residue)
{
    const int at = match.residueOf[std::size_t(residue)];
    return at < 0 ? SecondaryStructure::Coil : match.structure.secondary[std::size_t(at)];
}

/// Whether every residue from i to j is in the state.
bool isStretch(const StructureMatch &match, ResiduePair pair, SecondaryStructure state)
{
    for (int residue = pair.i; residue <= pair.j; ++residue)
        if (stateOf(match, residue) != state)
            return false;
    return true;
}

PairFacts factsOf(ResiduePair pair, const DistanceMap &predicted, const DistanceMap *truth,
                  const StructureMatch *match)
{
    const int channel = std::min(int(DistanceChannel::CbCb), predicted.channels() - 1);
    PairFacts facts;
    facts.separation = pair.separation();
    const float distance =
        (predicted.at(channel, pair.i, pair.j) + predicted.at(channel, pair.j, pair.i)) / 2;
    facts.predictedContact = facts.separation >= kShort && distance < kContactAngstrom;
    if (match == nullptr)
        return facts;
    const float known = truth->at(DistanceChannel::CbCb, pair.i, pair.j);
    facts.resolved = known == known;
    facts.contact = facts.resolved && known < kContactAngstrom;
    facts.turn = (facts.separation == 3 || facts.separation == 4) &&
                 isStretch(*match, pair, SecondaryStructure::Helix);
    facts.strands = stateOf(*match, pair.i) == SecondaryStructure::Strand &&
                    stateOf(*match, pair.j) == SecondaryStructure::Strand &&
                    !isStretch(*match, pair, SecondaryStructure::Strand);
    return facts;
}

bool belongs(PairSet set, const PairFacts &facts)
{
    switch (set) {
    case PairSet::TruePositives:
        return facts.predictedContact && facts.contact;
    case PairSet::FalsePositives:
        return facts.predictedContact && facts.resolved && !facts.contact;
    case PairSet::ShortRange:
        return facts.predictedContact && facts.separation < kMedium;
    case PairSet::MediumRange:
        return facts.predictedContact && facts.separation >= kMedium && facts.separation < kLong;
    case PairSet::LongRange:
        return facts.predictedContact && facts.separation >= kLong;
    case PairSet::Helix:
        return facts.turn;
    case PairSet::Strand:
        return facts.strands && facts.contact;
    }
    return false;
}

/// Sums of windows, each offset counted by itself.
struct WindowSums
{
    std::vector<double> explanation;
    std::vector<double> input;
    std::vector<int> cells;

    void add(const GradientWindow &window, const GradientWindow &seen)
    {
        const std::size_t tile = std::size_t(window.side) * std::size_t(window.side);
        explanation.resize(window.values.size());
        input.resize(window.values.size());
        cells.resize(tile);
        // Cells outside the protein are zero in both.
        for (std::size_t n = 0; n < window.values.size(); ++n) {
            explanation[n] += double(window.values[n]);
            input[n] += double(seen.values[n]);
        }
        const int radius = window.radius();
        for (int di = -radius; di <= radius; ++di)
            for (int dj = -radius; dj <= radius; ++dj)
                cells[window.index(0, 0, di, dj)] += int(window.isInside(di, dj));
    }
};

GradientWindow meanOf(const std::vector<double> &sums, const std::vector<int> &cells,
                      const WindowQuestion &question, int side)
{
    GradientWindow mean;
    mean.pair = {side / 2, side / 2};
    mean.channel = question.channel;
    mean.method = question.method;
    mean.target = question.target;
    mean.length = side;
    mean.side = side;
    for (std::size_t n = 0; n < sums.size(); ++n) {
        const int count = cells[n % cells.size()];
        mean.values.push_back(count > 0 ? float(sums[n] / count) : std::numeric_limits<float>::quiet_NaN());
    }
    return mean;
}

/// At most `most` of them, evenly spread.
std::vector<ResiduePair> thinned(const std::vector<ResiduePair> &pairs, int most)
{
    if (most <= 0 || pairs.size() <= std::size_t(most))
        return pairs;
    std::vector<ResiduePair> some;
    for (std::size_t n = 0; n < std::size_t(most); ++n)
        some.push_back(pairs[n * pairs.size() / std::size_t(most)]);
    return some;
}

} // namespace

std::string_view nameOf(PairSet set)
{
    constexpr std::string_view names[kPairSets] = {
        "true positives", "false positives", "short range", "medium range", "long range", "helix", "strand"};
    return names[int(set)];
}

bool needsStructure(PairSet set)
{
    return set != PairSet::ShortRange && set != PairSet::MediumRange && set != PairSet::LongRange;
}

std::vector<ResiduePair> pairsOf(PairSet set, const DistanceMap &predicted, const StructureMatch *match)
{
    std::vector<ResiduePair> pairs;
    if (needsStructure(set) && match == nullptr)
        return pairs;
    const DistanceMap truth = match != nullptr ? trueDistances(*match) : DistanceMap();
    for (int i = 0; i < predicted.length(); ++i)
        for (int j = i + 1; j < predicted.length(); ++j)
            if (belongs(set, factsOf({i, j}, predicted, &truth, match)))
                pairs.push_back({i, j});
    return pairs;
}

Result<std::vector<Pattern>> meanPatterns(const Explainer &explainer, const StructureMatch *match,
                                          const std::vector<PairSet> &sets, const WindowQuestion &question,
                                          int most, int threads, const StopToken &stop,
                                          const Progress &progress)
{
    std::vector<Pattern> patterns;
    for (std::size_t n = 0; n < sets.size(); ++n) {
        const auto pairs = thinned(pairsOf(sets[n], explainer.output(), match), most);
        if (pairs.empty())
            continue;
        WindowSums sums;
        const auto receive = [&](const GradientWindow &window) {
            sums.add(window, inputWindow(explainer.input(), window.pair, window.side));
            return Result<void>();
        };
        const Progress part([&](double fraction, const QString &text) {
            progress.report((double(n) + fraction) / double(sets.size()), text);
        });
        if (auto done = streamWindows(explainer, pairs, question, receive, threads, stop, part); !done.isOk())
            return std::move(done).error();
        const int side = explainer.windowSide();
        patterns.push_back({sets[n], int(pairs.size()), meanOf(sums.explanation, sums.cells, question, side),
                            meanOf(sums.input, sums.cells, question, side), sums.cells});
    }
    return patterns;
}

} // namespace WhiteBox
