// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/sequenceweights.h"

#include "core/base/threadpool.h"
#include "core/coevolution/pottskernels.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace WhiteBox {

namespace {

constexpr int kRowsPerTask = 64;

// Rows padded to whole cache lines with a byte that the kernel counts as equal.
std::vector<std::uint8_t> paddedRows(const Alignment &alignment, std::size_t stride)
{
    std::vector<std::uint8_t> rows(std::size_t(alignment.rows()) * stride, 0);
    for (int n = 0; n < alignment.rows(); ++n)
        std::ranges::copy(alignment.row(n), rows.begin() + std::ptrdiff_t(std::size_t(n) * stride));
    return rows;
}

Error thresholdTooHigh(double threshold, int columns)
{
    Error error;
    error.what = QCoreApplication::translate("SequenceWeights", "The rows cannot be weighted");
    error.why =
        QCoreApplication::translate("SequenceWeights",
                                    "with %1 columns and an identity threshold of %2 not even a row itself "
                                    "counts as similar to itself")
            .arg(columns)
            .arg(threshold);
    error.remedy =
        QCoreApplication::translate("SequenceWeights", "Use a longer alignment or a lower threshold.");
    return error;
}

// Neighbours of each row, itself included, above each limit: [limit][n].
bool countNeighbours(const Alignment &alignment, std::span<const int> limits, int threads,
                     const StopToken &stop, std::vector<std::vector<int>> &neighbours)
{
    const int N = alignment.rows();
    const std::size_t stride = (std::size_t(alignment.columns()) + 63) / 64 * 64;
    const auto rows = paddedRows(alignment, stride);
    const int padding = int(stride) - alignment.columns();
    const auto &kernels = pottsKernels(simdLevel());
    std::mutex mutex;
    ThreadPool pool(threads);
    pool.run((N + kRowsPerTask - 1) / kRowsPerTask, [&](int task, int) {
        std::vector<std::vector<int>> mine(limits.size(), std::vector<int>(std::size_t(N), 0));
        std::vector<std::uint16_t> equal(std::size_t(N), 0);
        for (int n = task * kRowsPerTask; n < std::min(N, (task + 1) * kRowsPerTask); ++n) {
            if (stop.stop_requested())
                return;
            kernels.countEqual(&rows[std::size_t(n) * stride], rows.data(), stride, n, equal.data());
            for (std::size_t limit = 0; limit < limits.size(); ++limit)
                for (int m = 0; m < n; ++m) {
                    const int similar = equal[std::size_t(m)] > limits[limit] + padding;
                    mine[limit][std::size_t(m)] += similar;
                    mine[limit][std::size_t(n)] += similar;
                }
        }
        const std::lock_guard lock(mutex);
        for (std::size_t limit = 0; limit < limits.size(); ++limit)
            std::ranges::transform(mine[limit], neighbours[limit], neighbours[limit].begin(), std::plus{});
    });
    return !stop.stop_requested();
}

int limitOf(double threshold, int columns)
{
    return int(std::ceil(float(threshold) * float(columns)));
}

} // namespace

Result<std::vector<SequenceWeights>> sequenceWeights(const Alignment &alignment,
                                                     std::span<const double> thresholds, int threads,
                                                     const StopToken &stop)
{
    const auto N = std::size_t(alignment.rows());
    std::vector<int> limits;
    for (const double threshold : thresholds) {
        limits.push_back(limitOf(threshold, alignment.columns()));
        if (limits.back() >= alignment.columns())
            return thresholdTooHigh(threshold, alignment.columns());
    }
    std::vector<std::vector<int>> neighbours(limits.size(), std::vector<int>(N, 1));
    if (!countNeighbours(alignment, limits, threads, stop, neighbours))
        return Error::cancelled();
    std::vector<SequenceWeights> all;
    for (const auto &counts : neighbours) {
        SequenceWeights result{std::vector<float>(N), 0};
        std::ranges::transform(counts, result.weights.begin(), [](int count) { return 1.0F / float(count); });
        for (const int count : counts)
            result.neff += 1.0 / count;
        all.push_back(std::move(result));
    }
    return all;
}

Result<SequenceWeights> sequenceWeights(const Alignment &alignment, double threshold, int threads,
                                        const StopToken &stop)
{
    const int N = alignment.rows();
    if (threshold <= 0)
        return SequenceWeights{std::vector<float>(std::size_t(N), 1.0F), double(N)};
    auto all = sequenceWeights(alignment, std::span(&threshold, 1), threads, stop);
    if (!all.isOk())
        return std::move(all).error();
    return std::move(all.value().front());
}

} // namespace WhiteBox
