// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of proteins with alignments and structures, for training and evaluation:
// splits.tsv (columns by name: id, L, split), msa/ID.aln.gz (rows of equal length, no names, the query first)
// and structures/ID.pdb.gz.
#pragma once

#include "core/alignment/alignment.h"
#include "core/base/result.h"
#include "core/structure/distancemap.h"

#include <QString>

#include <vector>

namespace WhiteBox {

struct DataSetChain
{
    QString id;
    QString split;
    int length = 0;
    QString alignmentPath;
    QString structurePath;
};

/// The chains of one split in the file's order; every chain where split is empty.
/// Fails: Io, Parse, InvalidInput (no chain of that split).
Result<std::vector<DataSetChain>> readDataSet(const QString &folder, const QString &split);

/// Fails: Io, Parse (ragged lines, a length that splits.tsv does not say).
Result<Alignment> readDataSetAlignment(const DataSetChain &chain);

/// True distances on the alignment's query. Fails: Io, Parse, Mismatch.
Result<DistanceMap> readDataSetTruth(const DataSetChain &chain, const Alignment &alignment);

/// Mean Cβ distance (Å) of the chains by |i−j| = index; where nothing was seen, the value before it.
class SeparationMeans
{
public:
    void add(const DistanceMap &truth);
    std::vector<float> means() const;

private:
    std::vector<double> m_sums;
    std::vector<double> m_counts;
};

} // namespace WhiteBox
