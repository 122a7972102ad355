// SPDX-License-Identifier: GPL-3.0-or-later
// The inner loops of the couplings engine, compiled once for each level of vector instructions.
//
// Target columns come in tiles of kTile. A row is what one state b of one source column k adds to the logits
// of a tile: [a][j], 21 × width floats, padded to a stride that is a multiple of 16. A tile's table holds the
// rows [k][b].
#pragma once

#include "core/base/simd.h"

#include <cstddef>
#include <cstdint>

namespace WhiteBox {

inline constexpr int kTile = 16; ///< target columns a tile, and source columns a block

struct PottsKernels
{
    /// For each row n with count = counts[n]: z[n] += Σ table[index] over the next count indices or, where
    /// count is negative, z[n] += Σ (table[first] − table[second]) over the next −count pairs of indices.
    /// Where start is given, z[n] begins as start if count is positive, else as 0, whatever it held.
    void (*addRows)(float *z, const float *start, const float *table, std::size_t stride,
                    const std::uint16_t *index, const std::int8_t *counts, int rows);
    /// g[b] += Σ r[order[m]] for m from starts[2b] on, − Σ r[order[m]] for m from starts[2b+1] on, for the 21
    /// states b; = instead of += where fresh.
    void (*sumRows)(float *g, const float *r, std::size_t stride, const std::uint16_t *order,
                    const std::uint16_t *starts, bool fresh);
    /// z[n] += z[parents[n]] for rising n, where the parent is not negative.
    void (*addParents)(float *z, std::size_t stride, const std::int16_t *parents, int rows);
    /// r[parents[n]] += r[n] for falling n, where the parent is not negative.
    void (*addToParents)(float *r, std::size_t stride, const std::int16_t *parents, int rows);
    /// Turns logits into weighted residuals w_n (p_nj(a) − [x_nj = a]), in place; 0 for the columns from real
    /// on. Returns Σ_n w_n Σ_j (log Σ_a exp z − z(x_nj)). states: the tile's columns, one row every
    /// stateStride bytes, 16 readable bytes each.
    double (*residuals)(float *z, std::size_t stride, int width, int real, const std::uint8_t *states,
                        std::size_t stateStride, const float *weights, int rows);
    /// s = beta·s − g, then x += step·s. Returns Σ x². count is a multiple of 16.
    double (*turnAndStep)(float *x, float *s, const float *g, float beta, float step, std::size_t count);
    /// x += step·s. Returns Σ x².
    double (*step)(float *x, const float *s, float step, std::size_t count);
    /// g = f + 2·lambda·x. Adds Σ g² and Σ s·g to the sums.
    void (*finish)(float *g, const float *f, const float *x, const float *s, float lambda2, std::size_t count,
                   double *gg, double *sg);
    /// to(j,a,b,k) = from(k,b,a,j) for k < 16, j < columns. from: rows [k][b] of [a][width], to: rows [j][a]
    /// of [b][16].
    void (*mirrorOut)(float *to, const float *from, std::size_t fromStride, int width, int columns);
    /// to(k,b,a,j) += from(j,a,b,k) for k < 16, j < columns; to and from are laid out the other way round
    /// than above.
    void (*mirrorIn)(float *to, std::size_t toStride, int width, const float *from, int columns);
    /// out[n] = number of equal bytes of row and rows[n], each stride bytes long (a multiple of 64).
    void (*countEqual)(const std::uint8_t *row, const std::uint8_t *rows, std::size_t stride, int count,
                       std::uint16_t *out);
};

const PottsKernels &pottsKernels(SimdLevel level);

} // namespace WhiteBox
