// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/structure/contactmetrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace WhiteBox {
namespace {

constexpr int kNonLocal = 6;
constexpr int kMedium = 12;
constexpr int kLong = 24;
constexpr double kRadiusAngstrom = 15;
constexpr std::array kLddtThresholds{0.5, 1.0, 2.0, 4.0};
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// A pair i < j, resolved, at least kNonLocal apart. rank: the smaller the nearer.
struct Pair
{
    float rank;
    int separation;
    float truth;
};

int resolvedResidues(const DistanceMap &truth)
{
    int count = 0;
    for (int i = 0; i < truth.length(); ++i)
        count += !std::isnan(truth.at(DistanceChannel::CbCb, i, i));
    return count;
}

/// Ranked pairs; rankOf(i, j) is called for i < j.
template <class F>
std::vector<Pair> rankedPairs(const DistanceMap &truth, F &&rankOf)
{
    std::vector<Pair> pairs;
    for (int i = 0; i < truth.length(); ++i) {
        for (int j = i + kNonLocal; j < truth.length(); ++j) {
            const float distance = truth.at(DistanceChannel::CbCb, i, j);
            const float rank = rankOf(i, j);
            if (!std::isnan(distance) && !std::isnan(rank))
                pairs.push_back({rank, j - i, distance});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair &p, const Pair &q) { return p.rank < q.rank; });
    return pairs;
}

double precisionOfFirst(int count, int separation, const std::vector<Pair> &ranked)
{
    int seen = 0;
    int contacts = 0;
    for (const Pair &pair : ranked) {
        if (seen == count)
            break;
        if (pair.separation < separation)
            continue;
        ++seen;
        contacts += pair.truth < kContactAngstrom;
    }
    return seen > 0 ? double(contacts) / seen : kNone;
}

TopPrecision precisions(int residues, int separation, const std::vector<Pair> &ranked)
{
    const auto top = [&](int divisor) {
        return precisionOfFirst(std::max(1, residues / divisor), separation, ranked);
    };
    return {top(10), top(5), top(2), top(1)};
}

ContactMetrics precisionsOnly(int residues, const std::vector<Pair> &ranked)
{
    ContactMetrics metrics;
    metrics.nonlocal = precisions(residues, kNonLocal, ranked);
    metrics.mediumLong = precisions(residues, kMedium, ranked);
    metrics.longRange = precisions(residues, kLong, ranked);
    metrics.mae15 = metrics.rmse15 = metrics.pearson15 = metrics.lddtCb = kNone;
    return metrics;
}

double pearson(const std::vector<std::array<double, 2>> &points)
{
    if (points.size() < 3)
        return kNone;
    double meanX = 0;
    double meanY = 0;
    for (const auto &[x, y] : points) {
        meanX += x / double(points.size());
        meanY += y / double(points.size());
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (const auto &[x, y] : points) {
        xx += (x - meanX) * (x - meanX);
        yy += (y - meanY) * (y - meanY);
        xy += (x - meanX) * (y - meanY);
    }
    return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : kNone;
}

void addDistanceErrors(ContactMetrics &metrics, const std::vector<Pair> &ranked)
{
    std::vector<std::array<double, 2>> points;
    double absolute = 0;
    double squared = 0;
    for (const Pair &pair : ranked) {
        if (pair.separation < kMedium || !(double(pair.rank) < kRadiusAngstrom))
            continue;
        const double error = double(pair.rank) - double(pair.truth);
        absolute += std::abs(error);
        squared += error * error;
        points.push_back({double(pair.rank), double(pair.truth)});
    }
    if (points.empty())
        return;
    metrics.mae15 = absolute / double(points.size());
    metrics.rmse15 = std::sqrt(squared / double(points.size()));
    metrics.pearson15 = pearson(points);
}

double lddt(const std::vector<Pair> &ranked)
{
    int pairs = 0;
    int kept = 0;
    for (const Pair &pair : ranked) {
        if (!(double(pair.truth) < kRadiusAngstrom))
            continue;
        ++pairs;
        for (const double threshold : kLddtThresholds)
            kept += std::abs(double(pair.rank) - double(pair.truth)) < threshold;
    }
    return pairs > 0 ? double(kept) / (double(kLddtThresholds.size()) * pairs) : kNone;
}

QJsonValue number(double value)
{
    return std::isnan(value) ? QJsonValue() : QJsonValue(value);
}

QJsonObject toJson(const TopPrecision &top)
{
    return {{QStringLiteral("L/10"), number(top.l10)},
            {QStringLiteral("L/5"), number(top.l5)},
            {QStringLiteral("L/2"), number(top.l2)},
            {QStringLiteral("L"), number(top.l)}};
}

/// Every number of the metrics, in one order.
std::array<double *, 16> fields(ContactMetrics &m)
{
    return {&m.nonlocal.l10,   &m.nonlocal.l5,   &m.nonlocal.l2,   &m.nonlocal.l,
            &m.mediumLong.l10, &m.mediumLong.l5, &m.mediumLong.l2, &m.mediumLong.l,
            &m.longRange.l10,  &m.longRange.l5,  &m.longRange.l2,  &m.longRange.l,
            &m.mae15,          &m.rmse15,        &m.pearson15,     &m.lddtCb};
}

} // namespace

ContactMetrics evaluateDistances(const DistanceMap &predicted, const DistanceMap &truth)
{
    const auto ranked = rankedPairs(truth, [&](int i, int j) {
        return (predicted.at(DistanceChannel::CbCb, i, j) + predicted.at(DistanceChannel::CbCb, j, i)) / 2;
    });
    ContactMetrics metrics = precisionsOnly(resolvedResidues(truth), ranked);
    addDistanceErrors(metrics, ranked);
    metrics.lddtCb = lddt(ranked);
    return metrics;
}

ContactMetrics evaluateScores(std::span<const float> scores, const DistanceMap &truth)
{
    const auto length = std::size_t(truth.length());
    const auto ranked =
        rankedPairs(truth, [&](int i, int j) { return -scores[std::size_t(i) * length + std::size_t(j)]; });
    return precisionsOnly(resolvedResidues(truth), ranked);
}

DistanceMap separationBaseline(int length, std::span<const float> means)
{
    DistanceMap map(length);
    for (int c = 0; c < map.channels(); ++c) {
        for (int i = 0; i < length; ++i) {
            for (int j = 0; j < length; ++j)
                map.at(c, i, j) = means[std::min(std::size_t(std::abs(i - j)), means.size() - 1)];
        }
    }
    return map;
}

ContactMetrics meanMetrics(std::span<const ContactMetrics> chains)
{
    ContactMetrics mean;
    const auto target = fields(mean);
    for (std::size_t n = 0; n < target.size(); ++n) {
        double sum = 0;
        int count = 0;
        for (ContactMetrics chain : chains) {
            const double value = *fields(chain)[n];
            if (!std::isnan(value)) {
                sum += value;
                ++count;
            }
        }
        *target[n] = count > 0 ? sum / count : kNone;
    }
    return mean;
}

QJsonObject toJson(const ContactMetrics &metrics)
{
    return {{QStringLiteral("nonlocal"), toJson(metrics.nonlocal)},
            {QStringLiteral("medium_long"), toJson(metrics.mediumLong)},
            {QStringLiteral("long"), toJson(metrics.longRange)},
            {QStringLiteral("mae15"), number(metrics.mae15)},
            {QStringLiteral("rmse15"), number(metrics.rmse15)},
            {QStringLiteral("pearson15"), number(metrics.pearson15)},
            {QStringLiteral("lddt_cb"), number(metrics.lddtCb)}};
}

} // namespace WhiteBox
