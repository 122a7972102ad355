// SPDX-License-Identifier: GPL-3.0-or-later
// Couplings of the training proteins on disk: half precision, divided by their root mean square, pairs i < j
// only.
#pragma once

#include "core/base/result.h"
#include "core/coevolution/couplingtensor.h"
#include "core/network/normalisation.h"
#include "core/network/proteindataset.h"

#include <QDir>
#include <QFile>

#include <cstdint>
#include <memory>
#include <utility>

namespace WhiteBox::Train {

/// One protein's couplings, mapped from the cache. The file stays mapped as long as the object lives.
class CachedCouplings
{
public:
    /// Fails: Io, Parse (not a cache file of this protein).
    static Result<std::shared_ptr<const CachedCouplings>> open(const QString &path, int length,
                                                               Normalisation normalisation);

    int length() const { return m_length; }
    float neff() const { return m_neff; }
    /// 441 IEEE half-precision values of the pair i < j, state at i outer, of unit root mean square over the
    /// protein.
    const std::uint16_t *pair(int i, int j) const;
    /// The smallest and the largest value that the normalisation makes of them. O(L²·441).
    std::pair<float, float> inputRange() const;
    /// What the normalisation multiplies the pair's values with, i ≠ j.
    float factor(int i, int j) const;

private:
    CachedCouplings() = default;
    CouplingTensor tensor() const;

    QFile m_file;
    const uchar *m_data = nullptr;
    int m_length = 0;
    float m_neff = 0;
    std::vector<float> m_factors; ///< L×L; empty: all 1
};

/// Path of a chain's file in the cache.
QString cachePath(const QDir &cache, const DataSetChain &chain);

/// Computes what the cache lacks, the quickest chains first, several at a time; reports each on stderr. Of
/// alignments with more than maxRows rows (0: no limit) the query and evenly spaced rows are taken. Files are
/// written atomically, so that it may be stopped and started again at any time. Fails: Io, and whatever
/// reading and the engine may.
Result<void> fillCache(const QDir &cache, const std::vector<DataSetChain> &chains, int maxRows, int threads);

} // namespace WhiteBox::Train
