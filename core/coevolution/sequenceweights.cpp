// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/sequenceweights.h"

#include "core/coevolution/pottskernels.h"
#include "core/coevolution/workerpool.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>

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
    error.why = QCoreApplication::translate("SequenceWeights",
                                            "with %1 columns and an identity threshold of %2 not even a row itself "
                                            "counts as similar to itself")
                    .arg(columns)
                    .arg(threshold);
    error.remedy = QCoreApplication::translate("SequenceWeights", "Use a longer alignment or a lower threshold.");
    return error;
}

// Neighbours of each row, itself included, above the limit.
bool countNeighbours(const Alignment &alignment, int limit, int threads, const StopToken &stop,
                     std::vector<int> &neighbours)
{
    const int N = alignment.rows();
    const std::size_t stride = (std::size_t(alignment.columns()) + 63) / 64 * 64;
    const auto rows = paddedRows(alignment, stride);
    const int padded = limit + int(stride) - alignment.columns();
    const auto &kernels = pottsKernels(simdLevel());
    std::mutex mutex;
    WorkerPool pool(threads);
    pool.run((N + kRowsPerTask - 1) / kRowsPerTask, [&](int task, int) {
        std::vector<int> mine(std::size_t(N), 0);
        std::vector<std::uint16_t> equal(std::size_t(N), 0);
        for (int n = task * kRowsPerTask; n < std::min(N, (task + 1) * kRowsPerTask); ++n) {
            if (stop.stop_requested())
                return;
            kernels.countEqual(&rows[std::size_t(n) * stride], rows.data(), stride, n, equal.data());
            for (int m = 0; m < n; ++m) {
                const int similar = equal[std::size_t(m)] > padded;
                mine[std::size_t(m)] += similar;
                mine[std::size_t(n)] += similar;
            }
        }
        const std::lock_guard lock(mutex);
        std::ranges::transform(mine, neighbours, neighbours.begin(), std::plus{});
    });
    return !stop.stop_requested();
}

} // namespace

Result<SequenceWeights> sequenceWeights(const Alignment &alignment, double threshold, int threads,
                                        const StopToken &stop)
{
    const int N = alignment.rows();
    SequenceWeights result{std::vector<float>(std::size_t(N), 1.0F), double(N)};
    if (threshold <= 0)
        return result;
    const int limit = int(std::ceil(float(threshold) * float(alignment.columns())));
    if (limit >= alignment.columns())
        return thresholdTooHigh(threshold, alignment.columns());
    std::vector<int> neighbours(std::size_t(N), 1);
    if (!countNeighbours(alignment, limit, threads, stop, neighbours))
        return Error::cancelled();
    std::ranges::transform(neighbours, result.weights.begin(), [](int count) { return 1.0F / float(count); });
    result.neff = std::accumulate(result.weights.begin(), result.weights.end(), 0.0);
    return result;
}

} // namespace WhiteBox
