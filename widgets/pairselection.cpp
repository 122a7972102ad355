// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pairselection.h"

namespace WhiteBox {

void PairSelection::setPair(std::optional<ResiduePair> pair)
{
    if (m_pair == pair)
        return;
    m_pair = pair;
    Q_EMIT pairChanged();
}

void PairSelection::setHoveredPair(std::optional<ResiduePair> pair)
{
    if (m_hoveredPair == pair)
        return;
    m_hoveredPair = pair;
    Q_EMIT hoveredPairChanged();
}

void PairSelection::setHoveredCell(std::optional<WindowCell> cell)
{
    if (m_hoveredCell == cell)
        return;
    m_hoveredCell = cell;
    Q_EMIT hoveredCellChanged();
}

void PairSelection::setOpenTile(std::optional<TileStates> tile)
{
    if (m_openTile == tile)
        return;
    m_openTile = tile;
    Q_EMIT openTileChanged();
}

} // namespace WhiteBox
