// SPDX-License-Identifier: GPL-3.0-or-later
// Where couplings lie while they are inferred. Target columns come in tiles of 16, so that one row of a tile's table
// (all states a of 16 targets j, for one state b of one source k) is a few vector registers: [tile][k][b][a][j].
#pragma once

#include "core/coevolution/pottskernels.h"
#include "core/sequence/aminoacid.h"

#include <cstddef>
#include <vector>

namespace WhiteBox {

struct Tile
{
    int first = 0;  ///< first target column
    int real = 0;   ///< columns, 16 but for the last tile
    int width = 0;  ///< columns with padding, a multiple of 4; padding holds zeros
    std::size_t stride = 0;      ///< floats of a row [a][j], a multiple of 16
    std::size_t fullOffset = 0;  ///< of its table in a full tensor, which has all source columns
    std::size_t upperOffset = 0; ///< of its table in an upper tensor: source columns up to the tile's own last only
    std::size_t upperCount = 0;  ///< floats of the latter

    /// Floats from the start of a table to the rows of source column k.
    std::size_t source(int k) const { return std::size_t(k) * kStates * stride; }
};

/// The tiles of L columns. A full tensor holds each coupling twice, an upper one once but for the blocks on the
/// diagonal.
class TileLayout
{
public:
    explicit TileLayout(int columns)
        : m_columns(columns)
    {
        std::size_t full = 0;
        std::size_t upper = 0;
        for (int first = 0; first < columns; first += kTile) {
            Tile tile;
            tile.first = first;
            tile.real = columns - first < kTile ? columns - first : kTile;
            tile.width = (tile.real + 3) / 4 * 4;
            tile.stride = (std::size_t(tile.width) * kStates + 15) / 16 * 16;
            tile.fullOffset = full;
            tile.upperOffset = upper;
            tile.upperCount = tile.source(first + tile.real);
            full += tile.source(columns);
            upper += tile.upperCount;
            m_tiles.push_back(tile);
        }
        m_fullSize = full;
        m_upperSize = upper;
    }

    int columns() const { return m_columns; }
    int count() const { return int(m_tiles.size()); }
    const Tile &operator[](int t) const { return m_tiles[std::size_t(t)]; }
    std::size_t fullSize() const { return m_fullSize; }
    std::size_t upperSize() const { return m_upperSize; }

private:
    int m_columns;
    std::vector<Tile> m_tiles;
    std::size_t m_fullSize = 0;
    std::size_t m_upperSize = 0;
};

} // namespace WhiteBox
