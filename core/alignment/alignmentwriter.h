// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alignment/alignment.h"

#include <QByteArray>

namespace WhiteBox {

/// ccmpred's .aln: a row a line, no names.
QByteArray formatAln(const Alignment &alignment);
/// Stockholm 1.0 in one block; every column is a query column (RF x). Rows without names become row_1, row_2
/// …; repeated names get _2, _3 …, since Stockholm tells rows apart by name.
QByteArray formatStockholm(const Alignment &alignment);
/// A3M without insertions: aligned FASTA, a row a line.
QByteArray formatA3m(const Alignment &alignment);

} // namespace WhiteBox
