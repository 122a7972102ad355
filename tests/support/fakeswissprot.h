// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace WhiteBox {

/// Title and residues.
using BlastRecords = std::vector<std::pair<QByteArray, QByteArray>>;

/// Writes base.pin, .phr and .psq as NCBI's formatdb does (BLAST's version 4), folders included.
void writeBlastDatabase(const QString &base, const BlastRecords &records);

/// A folder as of the package metastudent-data, with few made-up entries: A1 in two of its three databases,
/// B2, D4 and C3 in one each. All but C3 have the same 47 residues.
void writeFakeSwissProt(const QString &folder);

} // namespace WhiteBox
