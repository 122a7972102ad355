// SPDX-License-Identifier: GPL-3.0-or-later
// Private to the sources of Hdf5Reader.
#pragma once

#include "core/store/hdf5file.h"
#include "core/store/hdf5handle.h"

#include <optional>

namespace WhiteBox {

/// Extents of a dataspace; {-1} where it has none.
Hdf5Shape hdf5Shape(hid_t space);

/// Whether a type is a number that fills its bytes, as all writers make them. HDF5 1.10 believes files that
/// have its bits elsewhere, and reads there.
bool isPlainNumber(hid_t type);

struct Hdf5Reader::Private
{
    QString path;
    qint64 fileSize = 0;
    Hdf5Handle file;
    QString base; ///< group that paths are beneath, with its slash, or empty
    Error error;
    bool ok = true;
    std::optional<bool> heapsAreSound; ///< once it was asked

    void fail(const QString &why);
    bool isHardLinked(const QString &name) const;
    Hdf5Handle openDataset(const QString &name);
    bool sizeIsBelievable(hid_t set, double bytes) const;
    bool read(const QString &name, const Hdf5Shape &expected, H5T_class_t kind, hid_t type, size_t size,
              void *out);
    bool isReadable(const QString &name, const Hdf5Shape &expected, H5T_class_t kind, size_t size);
    template <class T>
    std::vector<T> values(const QString &name, const Hdf5Shape &expected, H5T_class_t kind, hid_t type);
};

} // namespace WhiteBox
