// SPDX-License-Identifier: GPL-3.0-or-later
// Results as arrays that other programs read: NPY, HDF5 or CSV by the file's suffix, with the axes named in
// the file, or where the format has no room for that in a JSON file beside it.
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace WhiteBox {

struct ArrayAxis
{
    QString name;
    qint64 extent = 0;
    qint64 first = 0;   ///< entries are first, first + 1 … where there are no labels
    QStringList labels; ///< extent entries, or none

    QString label(qint64 index) const;
};

/// Row-major, one entry of axes a dimension.
struct NamedArray
{
    QString name; ///< a word: dataset in HDF5, part of the file's name where there are several arrays
    QString unit;
    std::vector<ArrayAxis> axes;
    std::vector<float> values; ///< the product of the extents; NaN where there is no number

    std::vector<qint64> shape() const;
    /// {"name", "unit", "shape", "axes": [{"name", "from", "to"} or {"name", "labels"}]}.
    QJsonObject description() const;
};

/// Fails: Unsupported, with the suffixes that can be written.
Result<void> checkArraySuffix(const QString &path);
/// The JSON file that describes arrays in a format without room for axes (.npy, .csv); empty for others.
QString descriptionPath(const QString &path);
/// .h5 or .hdf5: one file with a dataset an array, DIMENSION_LABELS, the labels under axes/ and the
/// description. .npy or .csv (a line a value, its labels first): one file an array, PATH or, where there are
/// several, STEM.NAME.npy, and the description in descriptionPath(). Each file appears when it is whole. The
/// files, in order. Fails: Unsupported, Io, Resources.
Result<QStringList> writeArrays(const QString &path, const std::vector<NamedArray> &arrays,
                                const QJsonObject &description);

} // namespace WhiteBox
