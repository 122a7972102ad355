// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/residuepair.h"

#include <QObject>

#include <optional>

namespace WhiteBox {

/// The amino-acid states of a tile.
struct TileStates
{
    int a = 0;
    int b = 0;
    auto operator<=>(const TileStates &) const = default;
};

/// A cell of a window: amino-acid states a, b and the offsets Δi, Δj from the selected pair.
struct WindowCell
{
    int a = 0;
    int b = 0;
    int di = 0;
    int dj = 0;
    TileStates tile() const { return {a, b}; }
    auto operator<=>(const WindowCell &) const = default;
};

/// The one owner of what is selected and hovered: the pair, the cell of its window and the enlarged tile.
/// Every view listens to it and none keeps a selection of its own.
class PairSelection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    std::optional<ResiduePair> pair() const { return m_pair; }
    std::optional<ResiduePair> hoveredPair() const { return m_hoveredPair; }
    std::optional<WindowCell> hoveredCell() const { return m_hoveredCell; }
    /// The amino-acid pair that every mosaic shows large; nothing: all 441.
    std::optional<TileStates> openTile() const { return m_openTile; }

    void setPair(std::optional<ResiduePair> pair);
    void setHoveredPair(std::optional<ResiduePair> pair);
    void setHoveredCell(std::optional<WindowCell> cell);
    void setOpenTile(std::optional<TileStates> tile);

Q_SIGNALS:
    void pairChanged();
    void hoveredPairChanged();
    void hoveredCellChanged();
    void openTileChanged();

private:
    std::optional<ResiduePair> m_pair;
    std::optional<ResiduePair> m_hoveredPair;
    std::optional<WindowCell> m_hoveredCell;
    std::optional<TileStates> m_openTile;
};

} // namespace WhiteBox
