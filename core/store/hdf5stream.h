// SPDX-License-Identifier: GPL-3.0-or-later
// One big dataset written slice by slice: memory stays at a slice, and a run that was stopped goes on where
// it was left.
#pragma once

#include "core/base/result.h"
#include "core/store/hdf5file.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <span>

namespace WhiteBox {

struct Hdf5StreamLayout
{
    QString name;        ///< of the dataset
    Hdf5Shape shape;     ///< row-major
    int leading = 1;     ///< dimensions that count slices; a slice is the rest, and a chunk
    QStringList axes;    ///< one a dimension (attribute DIMENSION_LABELS)
    bool half = false;   ///< IEEE binary16 instead of float32
    int gzip = 0;        ///< deflate 1..9 after a byte shuffle, 0 for none
    QString description; ///< attribute of the dataset
    QString fingerprint; ///< what the values were made of: only a file of the same one is gone on with

    std::int64_t slices() const;
    std::int64_t sliceSize() const; ///< values
};

/// Writes in place: the caller gives a working name and renames when it is done. Belongs to a thread.
class Hdf5Stream
{
public:
    /// Fails: Io.
    static Result<Hdf5Stream> create(const QString &path, const Hdf5StreamLayout &layout);
    /// Fails: Io, Mismatch (another fingerprint), where a new file has to be begun.
    static Result<Hdf5Stream> resume(const QString &path, const Hdf5StreamLayout &layout);
    ~Hdf5Stream();
    Hdf5Stream(Hdf5Stream &&) noexcept;
    Hdf5Stream &operator=(Hdf5Stream &&) noexcept;

    /// Slices that the file holds.
    std::int64_t done() const;
    /// The next slice: float32 values, or binary16 ones as the layout says. Fails: Io.
    Result<void> append(const void *values);
    /// Notes how many slices are done and hands all of it to the system. Fails: Io.
    Result<void> checkpoint();
    /// The same, and closes. Fails: Io.
    Result<void> close();

private:
    struct Private;
    explicit Hdf5Stream(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace WhiteBox
