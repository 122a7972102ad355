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

/// Logits z of one tile's columns, the change d of them along a direction, and residuals r.
struct LineRows
{
    float *z = nullptr;
    float *r = nullptr;
    const float *d = nullptr;
    const float *fields = nullptr; ///< what of d comes from the fields: one row
    std::size_t stride = 0;
    int width = 0;
    int real = 0;
    const std::uint8_t *states = nullptr; ///< the tile's columns: rows of which 16 bytes can be read
    std::size_t stateStride = 0;
    const float *weights = nullptr; ///< w_n
    int count = 0;                  ///< rows
};

/// Over the rows n and the columns j of a tile.
struct LineSums
{
    double loss = 0;       ///< Σ w_n (log Σ_a exp z − z(x_nj))
    double slope = 0;      ///< Σ r·d
    double fieldSlope = 0; ///< Σ r·fields
};

/// Over couplings. h = Pg with the preconditioner P, else g.
struct PairSums
{
    double gg = 0;
    double gh = 0;
    double sg = 0;
    double xx = 0;
    double xs = 0;
    double xh = 0;
};

/// What a preconditioner knows of a column: frequencies f(a) of its states, the fields' gradients, which sum
/// to 0, and curvatures.
struct StateRows
{
    const float *frequencies = nullptr;
    const float *gradients = nullptr;
    const float *curvatures = nullptr;
};

/// P for the rows of one source column k.
struct PairPreconditioner
{
    StateRows source; ///< [b]
    StateRows target; ///< [a][j], a row of the tile
    float curvature = 0;
    float *targetSums = nullptr;  ///< [a][j], gets Σ_b f(b)·h added
    double *sourceSums = nullptr; ///< [b], becomes Σ_aj f_j(a)·h
};

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
    /// Goes on along a line: z += step·d. r becomes the weighted residuals w_n (p_nj(a) − [x_nj = a]) there,
    /// 0 for the columns from real on.
    LineSums (*goAlong)(const LineRows &rows, float step);
    /// s = beta·s − g. Returns Σ s². count is a multiple of 16, here and below.
    double (*turn)(float *s, const float *g, float beta, std::size_t count);
    /// x += length·s, then g = f + lambda2·x. Adds to the sums.
    void (*settle)(float *g, const float *f, float *x, const float *s, float length, float lambda2,
                   std::size_t count, PairSums *sums);
    /// The same for the 21 rows of a source column, but g becomes h = c / (p.curvature + the product of both
    /// columns' curvatures), where c = f + lambda2·x − the frequencies of either column times the gradients
    /// of the other.
    void (*settlePreconditioned)(float *g, const float *f, float *x, const float *s, float length,
                                 float lambda2, std::size_t stride, const PairPreconditioner &p,
                                 PairSums *sums);
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
