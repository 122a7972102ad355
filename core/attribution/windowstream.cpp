// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/windowstream.h"

#include "core/base/threadpool.h"

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr int kMostThreads = 12; // 12 × 48 windows and their scratch stay below 400 MB

} // namespace

Result<void> streamWindows(const Explainer &explainer, std::span<const ResiduePair> pairs,
                           const WindowQuestion &question, const WindowReceiver &receiver, int threads,
                           const StopToken &stop, const Progress &progress)
{
    const auto group = std::size_t(explainer.groupSize());
    const std::size_t groups = (pairs.size() + group - 1) / group;
    ThreadPool pool(
        int(std::clamp<std::size_t>(groups, 1, std::size_t(std::clamp(threads, 1, kMostThreads)))));
    std::vector<GradientWindow> batch(std::min(pairs.size(), group * std::size_t(pool.threads())));
    for (std::size_t first = 0; first < pairs.size(); first += batch.size()) {
        const std::size_t count = std::min(batch.size(), pairs.size() - first);
        pool.run(int((count + group - 1) / group), [&](int task, int) {
            const std::size_t from = std::size_t(task) * group;
            const std::size_t size = std::min(group, count - from);
            if (!stop.stop_requested())
                explainer.explainMany(pairs.subspan(first + from, size), question.channel, question.method,
                                      question.target, std::span(batch).subspan(from, size));
        });
        for (std::size_t n = 0; n < count; ++n) {
            if (stop.stop_requested())
                return Error::cancelled();
            if (auto known = explainer.check(batch[n]); !known.isOk())
                return known;
            if (auto received = receiver(batch[n]); !received.isOk())
                return received;
        }
        progress.report(double(first + count) / double(pairs.size()));
    }
    return {};
}

std::vector<ResiduePair> PositionBlock::pairs(int length) const
{
    std::vector<ResiduePair> all;
    for (int i = std::max(0, firstI); i < std::min(lastI, length); ++i)
        for (int j = std::max(0, firstJ); j < std::min(lastJ, length); ++j)
            all.push_back({i, j});
    return all;
}

} // namespace WhiteBox
