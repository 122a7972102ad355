// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pairranking.h"

#include <algorithm>
#include <cmath>

namespace WhiteBox {

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
            const float distance = result.predicted->at(DistanceChannel::CbCb, i, j);
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

int distanceRank(const JobResult &result, ResiduePair pair, int minimumSeparation)
{
    const int length = result.length();
    const ResiduePair own = pair.i >= pair.j ? pair : pair.transposed();
    const float distance = result.predicted->at(DistanceChannel::CbCb, own.i, own.j);
    int rank = 1;
    for (int i = minimumSeparation; i < length; ++i)
        for (int j = 0; j + minimumSeparation <= i; ++j)
            rank += result.predicted->at(DistanceChannel::CbCb, i, j) < distance ? 1 : 0;
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
