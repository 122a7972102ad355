// SPDX-License-Identifier: GPL-3.0-or-later
// Where couplings lie while they are inferred: [tile][block of source columns][slice][k][b][kSlice], see
// pottskernels.h.
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
    int slices = 0;            ///< that [a][j] fills
    std::size_t stride = 0;    ///< floats of all slices of a row
    std::size_t offset = 0;    ///< of its tables in a tensor
    std::size_t count = 0;     ///< floats of its tables there: source columns up to the tile's own last only
    std::size_t rowOffset = 0; ///< sum of the strides of the tiles before

    /// Floats from the first table to that of block K of source columns, whose blocks before are full.
    std::size_t table(int K) const { return std::size_t(K) * kTile * kStates * stride; }
    /// Floats from the start of a table of so many source columns to w_kj(b,a).
    std::size_t at(int columns, int k, int b, int a, int j) const
    {
        const int position = a * width + j;
        return std::size_t((position / kSlice * columns + k) * kStates + b) * kSlice +
               std::size_t(position % kSlice);
    }
};

/// The tiles of L columns. A tensor holds each coupling once, but for the tables on the diagonal: tile J has
/// tables for the blocks of source columns up to J only.
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
            tile.slices = (tile.width * kStates + kSlice - 1) / kSlice;
            tile.stride = std::size_t(tile.slices) * kSlice;
            tile.offset = m_size;
            tile.count = tile.table(first / kTile) + std::size_t(tile.real) * kStates * tile.stride;
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
