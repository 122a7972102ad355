// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alignment/alignment.h"

namespace WhiteBox {

Alignment::Alignment(int columns, std::vector<std::uint8_t> states, std::vector<QString> names)
    : m_rows(columns > 0 ? int(states.size() / std::size_t(columns)) : 0)
    , m_columns(columns)
    , m_states(std::move(states))
    , m_names(std::move(names))
{
    Q_ASSERT(m_states.size() == std::size_t(m_rows) * std::size_t(m_columns));
    Q_ASSERT(m_names.empty() || int(m_names.size()) == m_rows);
}

std::string Alignment::letters(int n) const
{
    std::string text(std::size_t(m_columns), '-');
    for (int i = 0; i < m_columns; ++i)
        text[std::size_t(i)] = letterOf(at(n, i));
    return text;
}

} // namespace WhiteBox
