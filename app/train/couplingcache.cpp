// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/couplingcache.h"

#include "core/coevolution/pottsmodel.h"
#include "core/network/normalisation.h"

#include <QSaveFile>
#include <QStringList>

#include <ATen/ATen.h>

#include <algorithm>
#include <atomic>
#include <c10/util/Half.h>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <thread>

namespace WhiteBox::Train {
namespace {

struct Header
{
    char magic[8];
    std::int32_t length;
    float neff;
    float rms;
    std::int32_t reserved;
};
constexpr char kMagic[8] = {'W', 'B', 'C', 'O', 'U', 'P', '0', '1'};

Result<void> writeFile(const QString &path, const PottsFit &fit)
{
    const float scale = inputScale(Normalisation::UnitRms, fit.couplings);
    Header header{{}, fit.couplings.length(), float(fit.neff), 1.0F / scale, 0};
    std::memcpy(header.magic, kMagic, sizeof kMagic);
    const auto values = fit.couplings.values();
    std::vector<c10::Half> halves(values.size());
    for (std::size_t n = 0; n < values.size(); ++n)
        halves[n] = c10::Half(values[n] * scale);
    QSaveFile file(path);
    const auto bytes = qint64(halves.size() * sizeof(c10::Half));
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(reinterpret_cast<const char *>(&header), sizeof header) < 0 ||
        file.write(reinterpret_cast<const char *>(halves.data()), bytes) != bytes || !file.commit())
        return Error::io(path, QStringLiteral("The coupling cache cannot be written"), file.errorString(),
                         QStringLiteral("Check the free space and the permissions of the folder."));
    return {};
}

/// The query and evenly spaced other rows, maxRows in all.
Alignment thinned(const Alignment &alignment, int maxRows)
{
    if (maxRows <= 1 || alignment.rows() <= maxRows)
        return alignment;
    std::vector<std::uint8_t> states;
    for (int n = 0; n < maxRows; ++n) {
        const auto row = alignment.row(int(std::int64_t(n) * (alignment.rows() - 1) / (maxRows - 1)));
        states.insert(states.end(), row.begin(), row.end());
    }
    return Alignment(alignment.columns(), std::move(states));
}

/// What the engine's work grows with.
double costOf(const DataSetChain &chain, int maxRows)
{
    const auto alignment = readDataSetAlignment(chain);
    if (!alignment.isOk())
        return 0;
    const int rows = maxRows > 1 ? std::min(maxRows, alignment.value().rows()) : alignment.value().rows();
    return double(rows) * chain.length * chain.length;
}

/// Those that are not cached yet, the cheapest first.
std::vector<DataSetChain> missingChains(const QDir &cache, const std::vector<DataSetChain> &chains,
                                        int maxRows)
{
    std::vector<std::pair<double, const DataSetChain *>> order;
    for (const DataSetChain &chain : chains) {
        if (!QFile::exists(cachePath(cache, chain)))
            order.emplace_back(costOf(chain, maxRows), &chain);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto &p, const auto &q) { return p.first < q.first; });
    std::vector<DataSetChain> missing;
    for (const auto &entry : order)
        missing.push_back(*entry.second);
    return missing;
}

Result<void> computeOne(const QDir &cache, const DataSetChain &chain, int maxRows)
{
    const auto start = std::chrono::steady_clock::now();
    auto alignment = readDataSetAlignment(chain);
    if (!alignment.isOk())
        return std::move(alignment).error();
    const Alignment rows = thinned(alignment.value(), maxRows);
    auto fit = inferCouplings(rows, {}, {}, {});
    if (!fit.isOk())
        return std::move(fit).error();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::fprintf(stderr, "couplings %s L %d N %d Neff %.0f: %.2f s\n", qPrintable(chain.id), chain.length,
                 rows.rows(), fit.value().neff, seconds.count());
    return writeFile(cachePath(cache, chain), fit.value());
}

} // namespace

QString cachePath(const QDir &cache, const DataSetChain &chain)
{
    return cache.filePath(chain.id + QStringLiteral(".f16"));
}

Result<void> fillCache(const QDir &cache, const std::vector<DataSetChain> &chains, int maxRows, int threads)
{
    if (!cache.mkpath(QStringLiteral(".")))
        return Error::io(cache.path(), QStringLiteral("The cache folder cannot be made"),
                         QStringLiteral("its parent is read-only or no folder"),
                         QStringLiteral("Check the free space and the permissions of the folder."));
    const std::vector<DataSetChain> missing = missingChains(cache, chains, maxRows);
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    Result<void> outcome;
    const auto work = [&] {
        for (std::size_t n = next++; n < missing.size(); n = next++) {
            auto done = computeOne(cache, missing[n], maxRows);
            const std::lock_guard lock(mutex);
            if (!done.isOk() && outcome.isOk()) {
                outcome = std::move(done);
                next = missing.size();
            }
        }
    };
    std::vector<std::jthread> workers;
    for (int n = 0; n < threads; ++n)
        workers.emplace_back(work);
    workers.clear();
    return outcome;
}

Result<std::shared_ptr<const CachedCouplings>> CachedCouplings::open(const QString &path, int length,
                                                                     Normalisation normalisation)
{
    std::shared_ptr<CachedCouplings> couplings(new CachedCouplings);
    couplings->m_file.setFileName(path);
    if (!couplings->m_file.open(QIODevice::ReadOnly))
        return Error::io(path, QStringLiteral("The coupling cache cannot be read"),
                         couplings->m_file.errorString(),
                         QStringLiteral("Check the free space and the permissions of the folder."));
    const auto pairs = qint64(length) * (length - 1) / 2;
    const qint64 expected = qint64(sizeof(Header)) + pairs * kBlock * qint64(sizeof(std::uint16_t));
    couplings->m_data = couplings->m_file.map(0, couplings->m_file.size());
    Header header{};
    if (couplings->m_data && couplings->m_file.size() == expected)
        std::memcpy(&header, couplings->m_data, sizeof header);
    if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0 || header.length != length)
        return Error::parse(path, 0, QStringLiteral("not a cache file of this protein"),
                            QStringLiteral("Delete it."));
    couplings->m_length = length;
    couplings->m_neff = header.neff;
    if (normalisation == Normalisation::AboveBackground)
        couplings->m_factors =
            aboveBackground(contactScore(couplings->tensor(), {.averageProductCorrection = false}));
    return std::shared_ptr<const CachedCouplings>(couplings);
}

CouplingTensor CachedCouplings::tensor() const
{
    CouplingTensor tensor(m_length);
    const auto size = std::int64_t(tensor.values().size());
    auto halves = at::from_blob(const_cast<std::uint16_t *>(pair(0, 1)), {size}, at::kHalf);
    at::from_blob(tensor.values().data(), {size}, at::kFloat).copy_(halves);
    return tensor;
}

std::pair<float, float> CachedCouplings::inputRange() const
{
    std::pair<float, float> range{0.0F, 0.0F}; // of the diagonal
    for (int i = 0; i < m_length; ++i)
        for (int j = i + 1; j < m_length; ++j) {
            const auto *halves = reinterpret_cast<const c10::Half *>(pair(i, j));
            const auto [least, most] = std::minmax_element(halves, halves + kBlock);
            range.first = std::min(range.first, factor(i, j) * float(*least));
            range.second = std::max(range.second, factor(i, j) * float(*most));
        }
    return range;
}

float CachedCouplings::factor(int i, int j) const
{
    return m_factors.empty() ? 1.0F : m_factors[std::size_t(i) * std::size_t(m_length) + std::size_t(j)];
}

const std::uint16_t *CachedCouplings::pair(int i, int j) const
{
    const auto row = std::size_t(i);
    const std::size_t index = row * (2 * std::size_t(m_length) - row - 1) / 2 + std::size_t(j - i - 1);
    return reinterpret_cast<const std::uint16_t *>(m_data + sizeof(Header)) + index * kBlock;
}

} // namespace WhiteBox::Train
