// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/explainer.h"
#include "core/base/progress.h"

#include <QString>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace WhiteBox {

/// All windows of one channel: (L, L, 21, 21, side, side) float32, order [i][j][a][b][Δi][Δj], cells outside
/// the protein NaN. A virtual array: 3 GB at L = 87, computed where it is asked for and never held whole.
/// Immutable, any thread.
class Jacobian
{
public:
    Jacobian(std::shared_ptr<const Explainer> explainer, int channel, AttributionMethod method,
             AttributionTarget target = AttributionTarget::RaisesDistance);

    std::array<std::int64_t, 6> shape() const;
    /// Bytes of the whole array in float32.
    double bytes() const;

    GradientWindow window(ResiduePair pair) const;
    /// Entries first..last−1 of each axis.
    struct Range
    {
        std::int64_t first = 0;
        std::int64_t last = 0;
    };
    using Ranges = std::array<Range, 6>;
    /// The values of a block, row-major; outside the protein NaN. ranges: within shape(), the caller's duty.
    /// Only the windows that it touches are computed. Fails: Cancelled, Resources (not enough memory).
    Result<std::vector<float>> slice(const Ranges &ranges, int threads = 1, const StopToken &stop = {},
                                     const Progress &progress = {}) const;
    /// The same for the same network, input and question: SHA-256, hexadecimal.
    QString fingerprint() const;

    /// Takes 21·21·side·side values of a pair; an error ends the run.
    using Receiver = std::function<Result<void>(ResiduePair pair, std::span<const float> values)>;
    /// Every window from `from` on, in order of i, then j, on the calling thread; computed by the threads a
    /// few pairs ahead. Memory O(threads · window). Fails: Cancelled, and as the receiver.
    Result<void> stream(const Receiver &receiver, int threads, const StopToken &stop = {},
                        const Progress &progress = {}, ResiduePair from = {}) const;

private:
    std::shared_ptr<const Explainer> m_explainer;
    int m_channel;
    AttributionMethod m_method;
    AttributionTarget m_target;
};

/// NaN in the cells outside the protein, as arrays for other programs have them.
void markOutside(GradientWindow &window);

} // namespace WhiteBox
