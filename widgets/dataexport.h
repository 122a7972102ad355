// SPDX-License-Identifier: GPL-3.0-or-later
// The open result in files for other programs.
#pragma once

#include "core/base/result.h"
#include "core/store/jobresult.h"
#include "widgets/explanationcontroller.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace WhiteBox {

enum class DataKind {
    Result,      ///< everything, HDF5
    Distances,   ///< all channels: .csv (pairs i < j), .npy or .h5 (channel, i, j)
    Couplings,   ///< .npy (i, j, a, b) or .h5
    Explanation, ///< of the pair: .npy, .csv, or .h5 with the network's input over the same window
    Contacts,    ///< pairs predicted below 8 Å, ranked, with score and truth, as tab-separated text
    CaspRr,
    ChimeraX, ///< the pair and its window on the structure
    PyMol,
};

/// The kinds as filters of a file dialog, in the order of DataKind; the first pattern of each is its suffix.
QStringList dataFilters();
/// Result where the filter is none of them.
DataKind kindOfFilter(const QString &filter);

/// What is written: snapshots, for any thread.
struct DataExport
{
    std::shared_ptr<const JobResult> result;
    std::shared_ptr<const Explanation> explanation; ///< null where no pair is explained
    QStringList caption;                            ///< origin and meaning, as below a figure
    int minimumSeparation = 6;                      ///< of contacts, residues
};

/// The files written; each appears when it is whole. Fails: InvalidInput (nothing of the kind is there),
/// Unsupported (suffix), Mismatch, Resources, Io.
Result<QStringList> exportData(DataKind kind, const DataExport &data, const QString &path);

} // namespace WhiteBox
