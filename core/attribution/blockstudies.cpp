// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/blockstudies.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace WhiteBox {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Sums of one amino-acid pair. The moments are updated by West's rule (1979): the squares of numbers far
/// from zero would cancel.
struct PairSums
{
    double count = 0;
    double meanX = 0;
    double meanY = 0;
    double varianceX = 0;
    double varianceY = 0;
    double covariance = 0;
    double along = 0;
    double against = 0;

    void add(double x, double y)
    {
        ++count;
        const double dx = x - meanX;
        const double dy = y - meanY;
        meanX += dx / count;
        meanY += dy / count;
        varianceX += dx * (x - meanX);
        varianceY += dy * (y - meanY);
        covariance += dx * (y - meanY);
        if (y != 0)
            (x * y > 0 ? along : against) += std::abs(x);
    }
    double correlation() const
    {
        return varianceX > 0 && varianceY > 0 ? covariance / std::sqrt(varianceX * varianceY) : kNaN;
    }
};

SignShares sharesOf(double along, double against)
{
    const double sum = along + against;
    return sum > 0 ? SignShares{along / sum, against / sum} : SignShares{};
}

void addWindow(const GradientWindow &window, const GradientWindow &input, std::vector<PairSums> &sums)
{
    const std::size_t tile = std::size_t(window.side) * std::size_t(window.side);
    const int radius = window.radius();
    for (std::size_t pair = 0; pair < sums.size(); ++pair)
        for (int di = -radius; di <= radius; ++di)
            for (int dj = -radius; dj <= radius; ++dj)
                if (window.isInside(di, dj)) {
                    const std::size_t cell = pair * tile + window.index(0, 0, di, dj);
                    sums[pair].add(double(window.values[cell]), double(input.values[cell]));
                }
}

} // namespace

Result<BlockCorrelations> blockCorrelations(const Explainer &explainer, const PositionBlock &block,
                                            const WindowQuestion &question, int threads,
                                            const StopToken &stop, const Progress &progress)
{
    const int length = explainer.input().length();
    const auto pairs = block.pairs(length);
    if (pairs.empty())
        return Error{
            ErrorKind::InvalidInput,
            QCoreApplication::translate("Studies", "The block of positions is empty"),
            QCoreApplication::translate("Studies", "the protein has %1 residues").arg(length),
            QCoreApplication::translate("Studies", "Give a first and a last residue of the protein.")};
    std::vector<PairSums> sums(kBlock);
    const auto receive = [&](const GradientWindow &window) {
        addWindow(window, inputWindow(explainer.input(), window.pair, window.side), sums);
        return Result<void>();
    };
    if (auto done = streamWindows(explainer, pairs, question, receive, threads, stop, progress); !done.isOk())
        return std::move(done).error();
    BlockCorrelations result;
    double along = 0;
    double against = 0;
    for (const PairSums &sum : sums) {
        result.correlations.push_back(sum.correlation());
        result.shares.push_back(sharesOf(sum.along, sum.against));
        along += sum.along;
        against += sum.against;
    }
    result.allShares = sharesOf(along, against);
    result.positions = std::int64_t(pairs.size());
    result.cells = std::int64_t(sums.front().count);
    return result;
}

Result<std::vector<RadialBin>> meanRadialProfile(const Explainer &explainer, const WindowQuestion &question,
                                                 int step, int threads, const StopToken &stop,
                                                 const Progress &progress)
{
    Q_ASSERT(step > 0);
    const int length = explainer.input().length();
    std::vector<ResiduePair> pairs;
    for (int i = 0; i < length; i += step)
        for (int j = 0; j < length; j += step)
            pairs.push_back({i, j});
    std::vector<RadialBin> mean;
    const auto receive = [&](const GradientWindow &window) {
        const auto profile = radialProfile(window);
        mean.resize(profile.size());
        for (std::size_t r = 0; r < profile.size(); ++r) {
            mean[r].radius = profile[r].radius;
            mean[r].cells += profile[r].cells;
            if (profile[r].cells > 0)
                mean[r].meanMagnitude += profile[r].meanMagnitude * profile[r].cells;
        }
        return Result<void>();
    };
    if (auto done = streamWindows(explainer, pairs, question, receive, threads, stop, progress); !done.isOk())
        return std::move(done).error();
    for (RadialBin &bin : mean)
        bin.meanMagnitude = bin.cells > 0 ? bin.meanMagnitude / bin.cells : kNaN;
    return mean;
}

} // namespace WhiteBox
