// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/arrayview.h"

#include <algorithm>
#include <array>

namespace WhiteBox {

namespace {

constexpr qint64 kMostTiles = 32; ///< of an axis that becomes tiles by itself

} // namespace

ArrayView::ArrayView(std::vector<ArrayAxis> axes)
    : m_axes(std::move(axes))
    , m_roles(defaultRoles())
    , m_indices(m_axes.size(), 0)
    , m_locked(m_axes.size(), false)
{}

std::vector<AxisRole> ArrayView::defaultRoles() const
{
    const std::size_t n = m_axes.size();
    std::vector<AxisRole> roles(n, AxisRole::Slice);
    if (n >= 1)
        roles[n - 1] = AxisRole::Column;
    if (n >= 2)
        roles[n - 2] = AxisRole::Row;
    if (n >= 4 && m_axes[n - 3].extent <= kMostTiles && m_axes[n - 4].extent <= kMostTiles) {
        roles[n - 3] = AxisRole::TileColumn;
        roles[n - 4] = AxisRole::TileRow;
    }
    return roles;
}

std::optional<int> ArrayView::axisOf(AxisRole role) const
{
    const auto at = std::find(m_roles.begin(), m_roles.end(), role);
    return at == m_roles.end() ? std::nullopt : std::optional(int(at - m_roles.begin()));
}

std::optional<int> ArrayView::axisNamed(const QString &name) const
{
    for (int axis = 0; axis < rank(); ++axis)
        if (m_axes[std::size_t(axis)].name == name)
            return axis;
    return std::nullopt;
}

qint64 ArrayView::extent(AxisRole role) const
{
    const auto axis = axisOf(role);
    return axis ? m_axes[std::size_t(*axis)].extent : 1;
}

void ArrayView::setRole(int axis, AxisRole role)
{
    const AxisRole before = m_roles[std::size_t(axis)];
    if (role != AxisRole::Slice)
        if (const auto other = axisOf(role))
            m_roles[std::size_t(*other)] = before;
    m_roles[std::size_t(axis)] = role;
}

void ArrayView::setIndex(int axis, qint64 index)
{
    if (!m_locked[std::size_t(axis)])
        m_indices[std::size_t(axis)] =
            std::clamp<qint64>(index, 0, std::max<qint64>(0, m_axes[std::size_t(axis)].extent - 1));
}

void ArrayView::setLocked(int axis, bool locked)
{
    m_locked[std::size_t(axis)] = locked;
}

bool ArrayView::isDefault() const
{
    return m_roles == defaultRoles() &&
           std::none_of(m_locked.begin(), m_locked.end(), [](bool l) { return l; });
}

void ArrayView::reset()
{
    m_roles = defaultRoles();
    m_locked.assign(m_axes.size(), false);
}

QString ArrayView::label(int axis, qint64 index) const
{
    QString text = m_axes[std::size_t(axis)].label(index);
    if (m_axes[std::size_t(axis)].labels.isEmpty() && text.startsWith(QLatin1Char('-')))
        text[0] = QChar(0x2212);
    return text;
}

ArrayBlock ArrayView::block() const
{
    ArrayBlock block;
    for (std::size_t k = 0; k < m_axes.size(); ++k)
        block.push_back(m_roles[k] == AxisRole::Slice ? ArrayRange{m_indices[k], m_indices[k] + 1}
                                                      : ArrayRange{0, m_axes[k].extent});
    return block;
}

QString ArrayView::sliceText() const
{
    QStringList parts;
    for (std::size_t k = 0; k < m_axes.size(); ++k)
        parts << (m_roles[k] == AxisRole::Slice ? QString::number(m_indices[k]) : QStringLiteral(":"));
    return QStringLiteral("[%1]").arg(parts.isEmpty() ? QStringLiteral("()")
                                                      : parts.join(QStringLiteral(", ")));
}

std::vector<float> ArrayView::arranged(const std::vector<float> &values) const
{
    // Distance of neighbours along each role in the block's row-major values.
    std::array<std::size_t, kAxisRoles> stride{};
    std::size_t step = 1;
    for (std::size_t k = m_axes.size(); k-- > 0;)
        if (m_roles[k] != AxisRole::Slice) {
            stride[std::size_t(m_roles[k])] = step;
            step *= std::size_t(m_axes[k].extent);
        }
    std::vector<float> sorted;
    sorted.reserve(values.size());
    const auto count = [this](AxisRole role) { return std::size_t(extent(role)); };
    const auto along = [&stride](AxisRole role, std::size_t n) { return stride[std::size_t(role)] * n; };
    for (std::size_t t = 0; t < count(AxisRole::TileRow); ++t)
        for (std::size_t u = 0; u < count(AxisRole::TileColumn); ++u)
            for (std::size_t y = 0; y < count(AxisRole::Row); ++y)
                for (std::size_t x = 0; x < count(AxisRole::Column); ++x)
                    sorted.push_back(values[along(AxisRole::TileRow, t) + along(AxisRole::TileColumn, u) +
                                            along(AxisRole::Row, y) + along(AxisRole::Column, x)]);
    return sorted;
}

} // namespace WhiteBox
