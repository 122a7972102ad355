// SPDX-License-Identifier: GPL-3.0-or-later
// The arrays in NPY and HDF5 files, read block by block: a file may be larger than the memory. Axes are named
// as the file says: DIMENSION_LABELS and axes/ in HDF5, for NPY the description STEM.json that writeArrays()
// leaves beside it; else "axis 0", "axis 1" …
#pragma once

#include "core/export/arraysource.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace WhiteBox {

/// Whether a file begins as NPY or HDF5. Touches the disk.
bool isArrayFile(const QString &path);

/// The array of an NPY file, or every numeric dataset of an HDF5 file. Fails: Io, Parse, Unsupported.
Result<std::vector<std::shared_ptr<const ArraySource>>> openArrays(const QString &path);
/// Those of all files, in their order. Fails: with the first file that fails.
Result<std::vector<std::shared_ptr<const ArraySource>>> openArrays(const QStringList &paths);

} // namespace WhiteBox
