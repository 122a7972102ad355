// SPDX-License-Identifier: GPL-3.0-or-later
// Where couplings lie while they are inferred. Target columns come in tiles of 16, so that one row of a
// tile's table (all states a of 16 targets j, for one state b of one source k) is a few vector registers:
// [tile][k][b][a][j].
#pragma once

#include "core/coevolution/pottskernels.h"
#include "core/sequence/aminoacid.h"

#include <cstddef>
#include <vector>

namespace WhiteBox {

struct Tile
{
    int first = 0;             ///< first target column
    int real = 0;              ///< columns, 16 but for the last tile
    int width = 0;             ///< columns with padding, a multiple of 4; padding holds zeros
    std::size_t stride = 0;    ///< floats of a row [a][j], a multiple of 16
    std::size_t offset = 0;    ///< of its table in a tensor
    std::size_t count = 0;     ///< floats of its table there: source columns up to the tile's own last only
    std::size_t rowOffset = 0; ///< sum of the strides of the tiles before

    /// Floats from the start of a table to the rows of source column k.
    std::size_t source(int k) const { return std::size_t(k) * kStates * stride; }
};

/// The tiles of L columns. A tensor holds each coupling once, but for the blocks on the diagonal: the table
/// of tile J stops at its own last column.
class TileLayout
{
public:
    explicit TileLayout(int columns)
        : m_columns(columns)
    {
        for (int first = 0; first < columns; first += kTile) {
            Tile tile;
            tile.first = first;
            tile.real = columns - first < kTile ? columns - first : kTile;
            tile.width = (tile.real + 3) / 4 * 4;
            tile.stride = (std::size_t(tile.width) * kStates + 15) / 16 * 16;
            tile.offset = m_size;
            tile.count = tile.source(first + tile.real);
            tile.rowOffset = m_rowSize;
            m_size += tile.count;
            m_rowSize += tile.stride;
            m_tiles.push_back(tile);
        }
    }

    int columns() const { return m_columns; }
    int count() const { return int(m_tiles.size()); }
    const Tile &operator[](int t) const { return m_tiles[std::size_t(t)]; }
    /// Floats of a tensor.
    std::size_t size() const { return m_size; }
    /// Floats that the logits of one sequence take.
    std::size_t rowSize() const { return m_rowSize; }

private:
    int m_columns;
    std::vector<Tile> m_tiles;
    std::size_t m_size = 0;
    std::size_t m_rowSize = 0;
};

} // namespace WhiteBox
