// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pairranking.h"

#include "core/structure/contactmetrics.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace WhiteBox {

namespace {

/// What pairs are ranked by: the mean of both orientations, as evaluateDistances() has it.
float rankedDistance(const JobResult &result, int i, int j)
{
    return (result.predicted->at(DistanceChannel::CbCb, i, j) +
            result.predicted->at(DistanceChannel::CbCb, j, i)) /
           2;
}

} // namespace

std::vector<ResiduePair> rankedPairs(const JobResult &result, int minimumSeparation)
{
    struct Ranked
    {
        float distance;
        float score;
        ResiduePair pair;
    };
    std::vector<Ranked> ranked;
    const int length = result.length();
    if (!result.predicted || result.predicted->channels() <= int(DistanceChannel::CbCb))
        return {};
    const bool scored = result.couplingScore.size() == std::size_t(length) * std::size_t(length);
    for (int i = minimumSeparation; i < length; ++i)
        for (int j = 0; j + minimumSeparation <= i; ++j) {
            const float distance = rankedDistance(result, i, j);
            if (std::isnan(distance))
                continue;
            const auto cell = std::size_t(i) * std::size_t(length) + std::size_t(j);
            ranked.push_back({distance, scored ? result.couplingScore[cell] : 0.0F, {i, j}});
        }
    std::sort(ranked.begin(), ranked.end(), [](const Ranked &p, const Ranked &q) {
        if (p.distance != q.distance)
            return p.distance < q.distance;
        return p.score != q.score ? p.score > q.score : p.pair < q.pair;
    });
    std::vector<ResiduePair> pairs;
    pairs.reserve(ranked.size());
    for (const Ranked &each : ranked)
        pairs.push_back(each.pair);
    return pairs;
}

std::vector<TopPair> topPairs(const JobResult &result, int divisor, int minimumSeparation)
{
    std::vector<TopPair> top;
    if (divisor <= 0)
        return top;
    int residues = result.length();
    std::optional<DistanceMap> truth;
    if (result.structure) {
        truth = trueDistances(*result.structure);
        residues = 0;
        for (int i = 0; i < result.length(); ++i)
            residues += std::isnan(truth->at(DistanceChannel::CbCb, i, i)) ? 0 : 1;
    }
    const auto wanted = std::size_t(std::max(1, residues / divisor));
    for (const ResiduePair &pair : rankedPairs(result, minimumSeparation)) {
        if (top.size() == wanted)
            break;
        const float distance = truth ? truth->at(DistanceChannel::CbCb, pair.i, pair.j) : 0.0F;
        if (std::isnan(distance))
            continue;
        const auto verdict = distance < kContactAngstrom ? TopPair::Verdict::True : TopPair::Verdict::False;
        top.push_back({pair, truth ? verdict : TopPair::Verdict::Unknown});
    }
    return top;
}

int distanceRank(const JobResult &result, ResiduePair pair, int minimumSeparation)
{
    const int length = result.length();
    const float distance = rankedDistance(result, pair.i, pair.j);
    int rank = 1;
    for (int i = minimumSeparation; i < length; ++i)
        for (int j = 0; j + minimumSeparation <= i; ++j)
            rank += rankedDistance(result, i, j) < distance ? 1 : 0;
    return rank;
}

int scoreRank(const JobResult &result, ResiduePair pair, int minimumSeparation)
{
    const int length = result.length();
    const auto score = [&](int i, int j) {
        return result.couplingScore[std::size_t(i) * std::size_t(length) + std::size_t(j)];
    };
    const float own = score(pair.i, pair.j);
    int rank = 1;
    for (int i = 0; i < length; ++i)
        for (int j = i + minimumSeparation; j < length; ++j)
            rank += score(i, j) > own ? 1 : 0;
    return rank;
}

} // namespace WhiteBox
