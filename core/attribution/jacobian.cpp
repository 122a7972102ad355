// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/jacobian.h"

#include "core/attribution/windowstream.h"
#include "core/base/systemmemory.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <limits>
#include <utility>
#include <vector>

namespace WhiteBox {

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
    const int side = m_explainer->windowSide();
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

Result<std::vector<float>> Jacobian::slice(const Ranges &ranges, int threads, const StopToken &stop,
                                           const Progress &progress) const
{
    std::vector<ResiduePair> pairs;
    for (std::int64_t i = ranges[0].first; i < ranges[0].last; ++i)
        for (std::int64_t j = ranges[1].first; j < ranges[1].last; ++j)
            pairs.push_back({int(i), int(j)});
    double count = double(pairs.size());
    for (std::size_t d = 2; d < ranges.size(); ++d)
        count *= double(ranges[d].last - ranges[d].first);
    if (auto memory =
            checkMemory(count * sizeof(float), QCoreApplication::translate("Jacobian", "The slice"),
                        QCoreApplication::translate("Jacobian", "Take a smaller one, or export the whole."));
        !memory.isOk())
        return std::move(memory).error();
    std::vector<float> values;
    values.reserve(std::size_t(count));
    GradientWindow marked;
    const auto receive = [&](const GradientWindow &window) {
        marked = window;
        markOutside(marked);
        const int radius = window.radius();
        for (auto a = int(ranges[2].first); a < ranges[2].last; ++a)
            for (auto b = int(ranges[3].first); b < ranges[3].last; ++b)
                for (auto y = int(ranges[4].first); y < ranges[4].last; ++y)
                    for (auto x = int(ranges[5].first); x < ranges[5].last; ++x)
                        values.push_back(marked.at(a, b, y - radius, x - radius));
        return Result<void>();
    };
    auto streamed =
        streamWindows(*m_explainer, pairs, {m_channel, m_method, m_target}, receive, threads, stop, progress);
    if (!streamed.isOk())
        return std::move(streamed).error();
    return values;
}

QString Jacobian::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const auto &values) {
        hash.addData(QByteArray::fromRawData(reinterpret_cast<const char *>(values.data()),
                                             qsizetype(values.size() * sizeof(values[0]))));
    };
    // The output stands for the input: a pass of the network mixes all of it.
    add(m_explainer->output().values());
    if (const ForeignNetwork *foreign = m_explainer->foreign())
        hash.addData(foreign->fingerprint().toLatin1());
    else
        for (const ConvLayer &layer : m_explainer->network().layers()) {
            add(layer.weights);
            add(layer.bias);
        }
    add(shape());
    add(std::array{m_channel, int(m_method), int(m_target)});
    return QString::fromLatin1(hash.result().toHex());
}

Result<void> Jacobian::stream(const Receiver &receiver, int threads, const StopToken &stop,
                              const Progress &progress, ResiduePair from) const
{
    const int length = m_explainer->input().length();
    std::vector<ResiduePair> pairs;
    for (std::int64_t n = std::int64_t(from.i) * length + from.j; n < std::int64_t(length) * length; ++n)
        pairs.push_back({int(n / length), int(n % length)});
    GradientWindow marked;
    const auto receive = [&](const GradientWindow &window) {
        marked = window;
        markOutside(marked);
        return receiver(window.pair, marked.values);
    };
    return streamWindows(*m_explainer, pairs, {m_channel, m_method, m_target}, receive, threads, stop,
                         progress);
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
