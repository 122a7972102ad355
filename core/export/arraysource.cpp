// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/arraysource.h"

#include <utility>

namespace WhiteBox {

double countOf(const ArrayBlock &block)
{
    double count = 1;
    for (const ArrayRange &range : block)
        count *= double(range.count());
    return count;
}

void forEachRun(const ArrayBlock &block, const std::vector<ArrayAxis> &axes,
                const std::function<bool(qint64 offset, qint64 count)> &f)
{
    Q_ASSERT(block.size() == axes.size());
    if (countOf(block) == 0)
        return;
    if (block.empty()) {
        f(0, 1);
        return;
    }
    std::vector<qint64> at;
    for (const ArrayRange &range : block)
        at.push_back(range.first);
    const std::size_t last = axes.size() - 1;
    for (;;) {
        qint64 offset = 0;
        for (std::size_t k = 0; k < axes.size(); ++k)
            offset = offset * axes[k].extent + at[k];
        if (!f(offset, block[last].count()))
            return;
        // As an odometer: the last axis but one runs fastest.
        std::size_t axis = last;
        while (axis > 0 && ++at[axis - 1] == block[axis - 1].last) {
            at[axis - 1] = block[axis - 1].first;
            --axis;
        }
        if (axis == 0)
            return;
    }
}

MemoryArray::MemoryArray(NamedArray array)
    : ArraySource(array.name, array.unit, array.axes)
    , m_values(std::move(array.values))
{}

Result<std::vector<float>> MemoryArray::read(const ArrayBlock &block, const StopToken &stop) const
{
    std::vector<float> values;
    values.reserve(std::size_t(countOf(block)));
    forEachRun(block, axes(), [&](qint64 offset, qint64 count) {
        values.insert(values.end(), m_values.begin() + offset, m_values.begin() + offset + count);
        return !stop.stop_requested();
    });
    if (stop.stop_requested())
        return Error::cancelled();
    return values;
}

} // namespace WhiteBox
