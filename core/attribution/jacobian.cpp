// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/jacobian.h"

#include "core/base/threadpool.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace WhiteBox {

namespace {

constexpr int kPairsPerThread = 16; // of a batch: 0.4 MB each

} // namespace

Jacobian::Jacobian(std::shared_ptr<const Explainer> explainer, int channel, AttributionMethod method,
                   AttributionTarget target)
    : m_explainer(std::move(explainer))
    , m_channel(channel)
    , m_method(method)
    , m_target(target)
{}

std::array<std::int64_t, 6> Jacobian::shape() const
{
    const int length = m_explainer->input().length();
    const int side = m_explainer->network().receptiveField();
    return {length, length, kStates, kStates, side, side};
}

double Jacobian::bytes() const
{
    double count = sizeof(float);
    for (const std::int64_t extent : shape())
        count *= double(extent);
    return count;
}

GradientWindow Jacobian::window(ResiduePair pair) const
{
    GradientWindow window = m_explainer->explain(pair, m_channel, m_method, m_target);
    markOutside(window);
    return window;
}

Result<void> Jacobian::stream(const Receiver &receiver, int threads, const StopToken &stop,
                              const Progress &progress, ResiduePair from) const
{
    const int length = m_explainer->input().length();
    const std::int64_t pairs = std::int64_t(length) * length;
    ThreadPool pool(std::max(threads, 1));
    std::vector<GradientWindow> batch(std::size_t(kPairsPerThread * pool.threads()));
    for (std::int64_t first = std::int64_t(from.i) * length + from.j; first < pairs;) {
        const int count = int(std::min(std::int64_t(batch.size()), pairs - first));
        const auto pairAt = [&](int n) {
            return ResiduePair{int((first + n) / length), int((first + n) % length)};
        };
        pool.run(count, [&](int n, int) {
            if (!stop.stop_requested())
                batch[std::size_t(n)] = window(pairAt(n));
        });
        for (int n = 0; n < count; ++n) {
            if (stop.stop_requested())
                return Error::cancelled();
            if (auto received = receiver(pairAt(n), batch[std::size_t(n)].values); !received.isOk())
                return received;
        }
        first += count;
        progress.report(double(first) / double(pairs));
    }
    return {};
}

void markOutside(GradientWindow &window)
{
    const int radius = window.radius();
    const std::size_t tile = std::size_t(window.side) * std::size_t(window.side);
    for (int di = -radius; di <= radius; ++di)
        for (int dj = -radius; dj <= radius; ++dj)
            if (!window.isInside(di, dj))
                for (std::size_t n = window.index(0, 0, di, dj); n < window.values.size(); n += tile)
                    window.values[n] = std::numeric_limits<float>::quiet_NaN();
}

} // namespace WhiteBox
