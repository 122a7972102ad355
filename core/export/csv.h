// SPDX-License-Identifier: GPL-3.0-or-later
// Comma-separated values (RFC 4180) with a decimal point whatever the locale. Residue numbers in files count
// from 1.
#pragma once

#include "core/base/result.h"
#include "core/structure/distancemap.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <span>
#include <string_view>

namespace WhiteBox {

/// Quoted where it holds a comma, a quote or a line end; with ' in front where a spreadsheet would compute
/// it.
QByteArray csvField(const QString &text);
/// Shortest text that reads back as the same float; empty for NaN.
QByteArray csvNumber(float value);

/// Pairs i < j with residue letters and all channels: i,j,residue_i,residue_j,<channels>. Å. Fails: Io.
Result<void> writeDistancesCsv(const QString &path, const DistanceMap &map, std::string_view sequence,
                               const QStringList &channels);
/// rows × columns, row-major, with a line and a column of labels. Fails: Io.
Result<void> writeMatrixCsv(const QString &path, std::span<const float> values, const QStringList &rows,
                            const QStringList &columns);

} // namespace WhiteBox
