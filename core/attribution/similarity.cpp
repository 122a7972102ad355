// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/similarity.h"

#include "core/coevolution/couplingtensor.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace WhiteBox {

namespace {

constexpr int kSsimWindow = 7;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Moments
{
    double meanX = 0;
    double meanY = 0;
    double varianceX = 0; // sample variances, n − 1
    double varianceY = 0;
    double covariance = 0;
};

template <class At>
Moments momentsOf(std::size_t count, At &&at)
{
    Moments m;
    for (std::size_t n = 0; n < count; ++n) {
        m.meanX += at(n).first;
        m.meanY += at(n).second;
    }
    m.meanX /= double(count);
    m.meanY /= double(count);
    for (std::size_t n = 0; n < count; ++n) {
        const double dx = at(n).first - m.meanX;
        const double dy = at(n).second - m.meanY;
        m.varianceX += dx * dx;
        m.varianceY += dy * dy;
        m.covariance += dx * dy;
    }
    for (double *sum : {&m.varianceX, &m.varianceY, &m.covariance})
        *sum /= double(count - 1);
    return m;
}

std::vector<float> ranksOf(std::span<const float> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(),
              [&](std::size_t x, std::size_t y) { return values[x] < values[y]; });
    std::vector<float> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first + 1;
        while (end < order.size() && values[order[end]] == values[order[first]])
            ++end;
        for (std::size_t n = first; n < end; ++n)
            ranks[order[n]] = float(first + end - 1) / 2.0F;
        first = end;
    }
    return ranks;
}

std::vector<float> scaledTile(const GradientWindow &window, int a, int b, float largest)
{
    const auto tile = window.tile(a, b);
    std::vector<float> values(tile.begin(), tile.end());
    for (float &value : values)
        value = largest > 0 ? value / largest : 0.0F;
    return values;
}

} // namespace

double pearson(std::span<const float> x, std::span<const float> y)
{
    Q_ASSERT(x.size() == y.size());
    if (x.size() < 2)
        return kNaN;
    const Moments m =
        momentsOf(x.size(), [&](std::size_t n) { return std::pair(double(x[n]), double(y[n])); });
    const double scale = std::sqrt(m.varianceX) * std::sqrt(m.varianceY);
    return scale > 0 ? m.covariance / scale : kNaN;
}

double spearman(std::span<const float> x, std::span<const float> y)
{
    return pearson(ranksOf(x), ranksOf(y));
}

double ssim(std::span<const float> x, std::span<const float> y, int side, double range)
{
    Q_ASSERT(side >= kSsimWindow);
    const double c1 = 0.0001 * range * range;
    const double c2 = 0.0009 * range * range;
    const int places = side - kSsimWindow + 1;
    double sum = 0;
    for (int top = 0; top < places; ++top)
        for (int left = 0; left < places; ++left) {
            const Moments m = momentsOf(kSsimWindow * kSsimWindow, [&](std::size_t n) {
                const auto at =
                    std::size_t((top + int(n) / kSsimWindow) * side + left + int(n) % kSsimWindow);
                return std::pair(double(x[at]), double(y[at]));
            });
            sum += (2 * m.meanX * m.meanY + c1) * (2 * m.covariance + c2) /
                   ((m.meanX * m.meanX + m.meanY * m.meanY + c1) * (m.varianceX + m.varianceY + c2));
        }
    return sum / (places * places);
}

float largestMagnitude(const GradientWindow &window)
{
    float largest = 0;
    for (const float value : window.values)
        largest = std::max(largest, std::abs(value));
    return largest;
}

std::vector<float> insideValues(const GradientWindow &window)
{
    const int radius = window.radius();
    if (window.isInside(-radius, -radius) && window.isInside(radius, radius))
        return window.values;
    std::vector<float> values;
    values.reserve(window.values.size());
    for (int a = 0; a < kStates; ++a)
        for (int b = 0; b < kStates; ++b)
            for (int di = -radius; di <= radius; ++di)
                for (int dj = -radius; dj <= radius; ++dj)
                    if (window.isInside(di, dj))
                        values.push_back(window.at(a, b, di, dj));
    return values;
}

WindowSimilarity compareWindows(const GradientWindow &x, const GradientWindow &y)
{
    Q_ASSERT(x.pair == y.pair && x.side == y.side);
    std::vector<float> insideX = insideValues(x);
    std::vector<float> insideY = insideValues(y);
    WindowSimilarity similarity;
    similarity.spearman = spearman(insideX, insideY);
    for (std::vector<float> *values : {&insideX, &insideY})
        for (float &value : *values)
            value = std::abs(value);
    similarity.spearmanAbsolute = spearman(insideX, insideY);
    if (x.side < kSsimWindow) {
        similarity.ssim = kNaN;
        return similarity;
    }
    const float largestX = largestMagnitude(x);
    const float largestY = largestMagnitude(y);
    for (int a = 0; a < kStates; ++a)
        for (int b = 0; b < kStates; ++b)
            similarity.ssim +=
                ssim(scaledTile(x, a, b, largestX), scaledTile(y, a, b, largestY), x.side, 2.0);
    similarity.ssim /= kBlock;
    return similarity;
}

} // namespace WhiteBox
