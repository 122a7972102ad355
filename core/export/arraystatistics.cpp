// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/arraystatistics.h"

#include <algorithm>
#include <cmath>

namespace WhiteBox {

ArrayStatistics statisticsOf(std::span<const float> values)
{
    ArrayStatistics of;
    double squares = 0;
    qint64 zeros = 0;
    for (const float v : values) {
        if (!std::isfinite(v)) {
            ++of.missing;
            continue;
        }
        const auto x = double(v);
        of.least = of.values == 0 ? x : std::min(of.least, x);
        of.most = of.values == 0 ? x : std::max(of.most, x);
        ++of.values;
        zeros += v == 0 ? 1 : 0;
        // Welford's running mean: no cancellation where the mean is large.
        const double delta = x - of.mean;
        of.mean += delta / double(of.values);
        squares += delta * (x - of.mean);
    }
    if (of.values == 0)
        return of;
    of.deviation = std::sqrt(squares / double(of.values));
    of.zeroShare = double(zeros) / double(of.values);
    const double width = (of.most - of.least) / ArrayStatistics::kBins;
    for (const float v : values)
        if (std::isfinite(v)) {
            const int bin = width > 0 ? int((double(v) - of.least) / width) : 0;
            ++of.bins[std::size_t(std::clamp(bin, 0, ArrayStatistics::kBins - 1))];
        }
    return of;
}

} // namespace WhiteBox
