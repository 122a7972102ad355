// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sequence/aminoacid.h"

#include <QString>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace WhiteBox {

/// Multiple alignment on the columns of its query: N rows × L columns, row-major, states 0..20 in ccmpred's
/// order (kGap = 20). Row 0 is the query. Every row has length L; names is empty or has N entries.
class Alignment
{
public:
    Alignment() = default;
    Alignment(int columns, std::vector<std::uint8_t> states, std::vector<QString> names = {});

    int rows() const { return m_rows; }
    int columns() const { return m_columns; }
    std::span<const std::uint8_t> row(int n) const
    {
        return {m_states.data() + std::size_t(n) * std::size_t(m_columns), std::size_t(m_columns)};
    }
    std::uint8_t at(int n, int i) const
    {
        return m_states[std::size_t(n) * std::size_t(m_columns) + std::size_t(i)];
    }
    std::span<const std::uint8_t> states() const { return m_states; }
    const std::vector<QString> &names() const { return m_names; }
    /// Row n in letters, '-' for the gap.
    std::string letters(int n) const;
    bool operator==(const Alignment &) const = default;

private:
    int m_rows = 0;
    int m_columns = 0;
    std::vector<std::uint8_t> m_states;
    std::vector<QString> m_names;
};

} // namespace WhiteBox
