// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jobarrays.h"

#include <utility>

namespace WhiteBox {

namespace {

class CouplingsArray : public ArraySource
{
public:
    explicit CouplingsArray(const JobResult &result)
        : ArraySource(QStringLiteral("couplings"), QString(),
                      {residueAxis(QStringLiteral("i"), result.query.residues),
                       residueAxis(QStringLiteral("j"), result.query.residues),
                       stateAxis(QStringLiteral("a")), stateAxis(QStringLiteral("b"))})
        , m_couplings(result.couplings)
    {}

    Result<std::vector<float>> read(const ArrayBlock &block, const StopToken &stop) const override
    {
        std::vector<float> values;
        values.reserve(std::size_t(countOf(block)));
        for (qint64 i = block[0].first; i < block[0].last; ++i) {
            if (stop.stop_requested())
                return Error::cancelled();
            for (qint64 j = block[1].first; j < block[1].last; ++j) {
                const CouplingTensor::Block pair = m_couplings->block(int(i), int(j));
                for (qint64 a = block[2].first; a < block[2].last; ++a)
                    for (qint64 b = block[3].first; b < block[3].last; ++b)
                        values.push_back(pair(int(a), int(b)));
            }
        }
        return values;
    }

private:
    std::shared_ptr<const CouplingTensor> m_couplings;
};

class JacobianArray : public ArraySource
{
public:
    JacobianArray(std::shared_ptr<const Jacobian> jacobian, std::string_view sequence, int threads,
                  const QString &about)
        : ArraySource(QStringLiteral("jacobian"), QStringLiteral("Å per unit of input"),
                      {residueAxis(QStringLiteral("i"), sequence), residueAxis(QStringLiteral("j"), sequence),
                       stateAxis(QStringLiteral("a")), stateAxis(QStringLiteral("b")),
                       offsetAxis(QStringLiteral("Δi"), int(jacobian->shape()[4])),
                       offsetAxis(QStringLiteral("Δj"), int(jacobian->shape()[5]))},
                      about)
        , m_jacobian(std::move(jacobian))
        , m_threads(threads)
    {}

    Result<std::vector<float>> read(const ArrayBlock &block, const StopToken &stop) const override
    {
        Jacobian::Ranges ranges;
        for (std::size_t k = 0; k < ranges.size(); ++k)
            ranges[k] = {block[k].first, block[k].last};
        return m_jacobian->slice(ranges, m_threads, stop);
    }

private:
    std::shared_ptr<const Jacobian> m_jacobian;
    int m_threads;
};

} // namespace

ArrayAxis residueAxis(const QString &name, std::string_view sequence)
{
    ArrayAxis axis{name, qint64(sequence.size()), 1, {}};
    for (std::size_t k = 0; k < sequence.size(); ++k)
        axis.labels << QStringLiteral("%1%2").arg(QLatin1Char(sequence[k])).arg(k + 1);
    return axis;
}

ArrayAxis stateAxis(const QString &name)
{
    ArrayAxis axis{name, kStates, 0, {}};
    for (int a = 0; a < kStates; ++a)
        axis.labels << QLatin1String(threeLetterName(a));
    return axis;
}

ArrayAxis offsetAxis(const QString &name, int side)
{
    return {name, side, -(side / 2), {}};
}

std::shared_ptr<const ArraySource> couplingsArray(const JobResult &result)
{
    return std::make_shared<CouplingsArray>(result);
}

NamedArray distanceValues(const QString &name, const DistanceMap &map, std::string_view sequence)
{
    ArrayAxis channels{QStringLiteral("channel"), map.channels(), 1, {}};
    if (map.channels() == kDistanceChannels)
        channels.labels = {QStringLiteral("Cα–Cα"), QStringLiteral("Cα–Cβ"), QStringLiteral("Cβ–Cα"),
                           QStringLiteral("Cβ–Cβ")};
    return {
        name,
        QStringLiteral("Å"),
        {channels, residueAxis(QStringLiteral("i"), sequence), residueAxis(QStringLiteral("j"), sequence)},
        {map.values().begin(), map.values().end()}};
}

NamedArray windowValues(const QString &name, const QString &unit, GradientWindow window)
{
    markOutside(window);
    return {name,
            unit,
            {stateAxis(QStringLiteral("a")), stateAxis(QStringLiteral("b")),
             offsetAxis(QStringLiteral("Δi"), window.side), offsetAxis(QStringLiteral("Δj"), window.side)},
            std::move(window.values)};
}

std::shared_ptr<const ArraySource> distancesArray(const QString &name, const DistanceMap &map,
                                                  std::string_view sequence)
{
    return std::make_shared<MemoryArray>(distanceValues(name, map, sequence));
}

std::shared_ptr<const ArraySource> windowArray(const QString &name, const QString &unit,
                                               GradientWindow window)
{
    return std::make_shared<MemoryArray>(windowValues(name, unit, std::move(window)));
}

std::shared_ptr<const ArraySource> jacobianArray(std::shared_ptr<const Jacobian> jacobian,
                                                 std::string_view sequence, int threads, const QString &about)
{
    return std::make_shared<JacobianArray>(std::move(jacobian), sequence, threads, about);
}

} // namespace WhiteBox
