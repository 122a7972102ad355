// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that speaks to the HDF5 library. Both classes keep their first error and do nothing after
// it, so that callers write or read a whole file and ask once. Debian's library is built thread-safe; an
// object belongs to a thread.
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace WhiteBox {

using Hdf5Shape = std::vector<std::int64_t>;

/// Writes a new file. Datasets carry a checksum; paths are "group/name" or "name", groups are made on the
/// way.
class Hdf5Writer
{
public:
    explicit Hdf5Writer(const QString &path);
    ~Hdf5Writer();
    Hdf5Writer(const Hdf5Writer &) = delete;
    Hdf5Writer &operator=(const Hdf5Writer &) = delete;

    /// values: row-major, as many as the shape says. axes: one label a dimension (attribute
    /// DIMENSION_LABELS).
    void write(const QString &path, const Hdf5Shape &shape, std::span<const float> values,
               const QStringList &axes);
    void write(const QString &path, const Hdf5Shape &shape, std::span<const double> values,
               const QStringList &axes);
    void write(const QString &path, const Hdf5Shape &shape, std::span<const std::uint8_t> values,
               const QStringList &axes);
    void write(const QString &path, const Hdf5Shape &shape, std::span<const int> values,
               const QStringList &axes);
    void writeText(const QString &path, const QString &text);
    void writeTexts(const QString &path, const QStringList &texts);
    /// object: path of a dataset or group, "/" for the file.
    void setAttribute(const QString &object, const QString &name, const QString &value);
    void setAttribute(const QString &object, const QString &name, double value);
    void setAttribute(const QString &object, const QString &name, int value);

    /// All paths from here on are beneath this group, which is made, and "/" is the group itself; empty: the
    /// file.
    void enter(const QString &group);
    /// Writes everything out and closes. Fails: Io, with the first thing that went wrong.
    Result<void> close();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Reads a file that may be damaged or hostile: types, shapes and sizes are checked before anything is
/// allocated; links to other files, external storage and filter plug-ins are refused.
class Hdf5Reader
{
public:
    explicit Hdf5Reader(const QString &path);
    ~Hdf5Reader();
    Hdf5Reader(const Hdf5Reader &) = delete;
    Hdf5Reader &operator=(const Hdf5Reader &) = delete;

    bool isOk() const;
    /// The first failure. Kinds: Io (cannot be opened), Parse.
    const Error &error() const;
    /// Makes the caller's finding the error, if it is the first.
    void fail(const QString &why);

    /// All paths from here on are beneath this group, and "/" is the group itself; empty: the file.
    void enter(const QString &group);
    bool has(const QString &path) const;
    /// Empty on failure.
    Hdf5Shape shape(const QString &path);
    /// The values of a dataset of exactly this shape; empty on failure.
    std::vector<float> floats(const QString &path, const Hdf5Shape &expected);
    std::vector<double> doubles(const QString &path, const Hdf5Shape &expected);
    std::vector<std::uint8_t> bytes(const QString &path, const Hdf5Shape &expected);
    std::vector<int> integers(const QString &path, const Hdf5Shape &expected);
    /// Reads into the caller's memory, of as many values as the expected shape says.
    void floatsInto(const QString &path, const Hdf5Shape &expected, std::span<float> out);
    /// count[k] values of each axis from first[k] on, of a dataset of any number type, row-major; empty on
    /// failure. Memory and time are those of what is asked for.
    std::vector<float> slab(const QString &path, const Hdf5Shape &first, const Hdf5Shape &count);
    /// Paths of all datasets of numbers, at most 1000 of them.
    QStringList numericDatasets();
    /// DIMENSION_LABELS of a dataset, or empty; "" where an axis has none.
    QStringList axisNames(const QString &path);
    /// A list of texts or of numbers as texts, or empty where there is no such dataset: no failure.
    QStringList labels(const QString &path);
    QString text(const QString &path);
    QStringList texts(const QString &path);
    QString textAttribute(const QString &object, const QString &name);
    double numberAttribute(const QString &object, const QString &name);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace WhiteBox
