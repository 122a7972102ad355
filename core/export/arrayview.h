// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/arraysource.h"

#include <optional>

namespace WhiteBox {

enum class AxisRole {
    Slice,      ///< hidden: one index of it is shown
    Row,        ///< downwards in a tile
    Column,     ///< to the right in a tile
    TileRow,    ///< tiles downwards
    TileColumn, ///< tiles to the right
};
inline constexpr int kAxisRoles = 5;

/// Which part of an array is looked at: a role for each axis, and of the hidden ones the index. A value type;
/// no two axes have the same role but Slice.
class ArrayView
{
public:
    ArrayView() = default;
    /// The last two axes are rows and columns; the two before them tiles where both are short; the rest is
    /// hidden at index 0.
    explicit ArrayView(std::vector<ArrayAxis> axes);

    const std::vector<ArrayAxis> &axes() const { return m_axes; }
    int rank() const { return int(m_axes.size()); }
    AxisRole role(int axis) const { return m_roles[std::size_t(axis)]; }
    qint64 index(int axis) const { return m_indices[std::size_t(axis)]; }
    bool isLocked(int axis) const { return m_locked[std::size_t(axis)]; }
    std::optional<int> axisOf(AxisRole role) const;
    std::optional<int> axisNamed(const QString &name) const;
    /// Entries of the axis with the role, or 1.
    qint64 extent(AxisRole role) const;

    /// The axis that had the role takes the one that this axis had.
    void setRole(int axis, AxisRole role);
    /// Clamped to the axis; a locked one keeps its own.
    void setIndex(int axis, qint64 index);
    void setLocked(int axis, bool locked);
    /// Whether roles and locks are those of a new view.
    bool isDefault() const;
    /// Roles and locks as in a new view; indices stay.
    void reset();

    /// "Arg", "−3", "12": what the index of an axis means.
    QString label(int axis, qint64 index) const;
    /// What is shown, to be read from a source.
    ArrayBlock block() const;
    /// As NumPy takes it: "[11, 39, :, :]"; counts from 0.
    QString sliceText() const;
    /// The values of block() in the order TileRow, TileColumn, Row, Column.
    std::vector<float> arranged(const std::vector<float> &values) const;

private:
    std::vector<AxisRole> defaultRoles() const;

    std::vector<ArrayAxis> m_axes;
    std::vector<AxisRole> m_roles;
    std::vector<qint64> m_indices;
    std::vector<bool> m_locked;
};

} // namespace WhiteBox
