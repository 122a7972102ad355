// SPDX-License-Identifier: GPL-3.0-or-later
// Arrays of any number of axes that are read block by block: from memory, from a file, or computed where they
// are asked for.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/stoptoken.h"
#include "core/export/arrayfile.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace WhiteBox {

/// Entries first..last−1 of an axis.
struct ArrayRange
{
    qint64 first = 0;
    qint64 last = 0;

    qint64 count() const { return last - first; }
    bool operator==(const ArrayRange &) const = default;
};
/// One range an axis.
using ArrayBlock = std::vector<ArrayRange>;
/// Values in a block; 1 for a block without axes.
double countOf(const ArrayBlock &block);
/// f(offset, count) for each run of neighbouring values of a block, in row-major order; offsets count from
/// the array's first value. False from f ends the walk.
void forEachRun(const ArrayBlock &block, const std::vector<ArrayAxis> &axes,
                const std::function<bool(qint64 offset, qint64 count)> &f);

/// Immutable; any thread may read.
class ArraySource
{
public:
    virtual ~ArraySource() = default;
    ArraySource(const ArraySource &) = delete;
    ArraySource &operator=(const ArraySource &) = delete;

    QString name() const { return m_name; }
    QString unit() const { return m_unit; }
    const std::vector<ArrayAxis> &axes() const { return m_axes; }
    /// What a title says beside name and unit; usually empty.
    QString about() const { return m_about; }

    /// The values of a block, row-major, NaN where there is no number. block: one range an axis inside its
    /// extent, the caller's duty. Fails: Cancelled, Io, Parse, Resources.
    virtual Result<std::vector<float>> read(const ArrayBlock &block, const StopToken &stop = {}) const = 0;

protected:
    ArraySource(QString name, QString unit, std::vector<ArrayAxis> axes, QString about = {})
        : m_name(std::move(name))
        , m_unit(std::move(unit))
        , m_axes(std::move(axes))
        , m_about(std::move(about))
    {}

private:
    QString m_name;
    QString m_unit;
    std::vector<ArrayAxis> m_axes;
    QString m_about;
};

/// An array that is held in memory.
class MemoryArray : public ArraySource
{
public:
    explicit MemoryArray(NamedArray array);
    Result<std::vector<float>> read(const ArrayBlock &block, const StopToken &stop = {}) const override;

private:
    std::vector<float> m_values;
};

} // namespace WhiteBox
