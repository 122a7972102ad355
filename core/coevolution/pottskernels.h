// SPDX-License-Identifier: GPL-3.0-or-later
// The inner loops of the couplings engine, compiled once for each level of vector instructions.
//
// Target columns come in tiles of kTile. What one state b of one source column k adds to the logits of a tile
// is 21 × width floats [a][j]. They are cut into slices of kSlice floats, of a full tile one for each state
// a, and everything lies slice by slice: the table of a block of source columns as [slice][k][b][kSlice], the
// logits of a block of sequences as [slice][n][kSlice]. What one slice's sums read at random is then a few
// tens of kilobytes.
#pragma once

#include "core/base/simd.h"

#include <cstddef>
#include <cstdint>

namespace WhiteBox {

inline constexpr int kTile = 16;  ///< target columns a tile, and source columns a block
inline constexpr int kSlice = 16; ///< floats
/// Rows of a slice are told by their offset in bytes, 16 bits wide.
inline constexpr int kSliceBytes = 4 * kSlice;

/// Sums one after another of equally many terms: the loops over them are predictable.
struct TermRun
{
    std::uint16_t plus = 0;
    std::uint16_t minus = 0;
    std::uint16_t rows = 0;
};

/// Rows of a slice that are sums of rows of another.
struct RowTerms
{
    const std::uint16_t *rows = nullptr;  ///< in the order of the runs
    const std::uint16_t *terms = nullptr; ///< of each row, first plus, then minus
    const TermRun *runs = nullptr;
    int runCount = 0;
    int summands = 0; ///< rows of the other
};

/// Logits z of one tile's columns, the change d of them along a direction, and residuals r, of a block of
/// sequences.
struct LineRows
{
    float *z = nullptr;
    float *r = nullptr;
    const float *d = nullptr;
    const float *fields = nullptr; ///< what of d comes from the fields: [a][width]
    std::size_t sliceStep = 0;     ///< floats from slice to slice of z, r and d
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

/// P for a block of source columns.
struct PairPreconditioner
{
    StateRows source;           ///< [k][b]
    StateRows target;           ///< [a][j] of the tile
    std::size_t targetStep = 0; ///< floats to the target's numbers for the next k
    float curvature = 0;
    float *targetSums = nullptr;  ///< [a][j], gets Σ_kb f_k(b)·h added
    double *sourceSums = nullptr; ///< [k][b], becomes Σ_aj f_j(a)·h
};

struct PottsKernels
{
    /// to[row] += Σ ± from[term], one slice. next: where the from of the following call begins, or null.
    void (*addTerms)(float *to, const float *from, const float *next, const RowTerms &terms);
    /// z[n] += z[parents[n]] for rising n, where the parent is not negative. One slice.
    void (*addParents)(float *z, const std::int16_t *parents, int rows);
    /// r[parents[n]] += r[n] for falling n, where the parent is not negative. One slice.
    void (*addToParents)(float *r, const std::int16_t *parents, int rows);
    /// Goes on along a line: z += step·d. r becomes the weighted residuals w_n (p_nj(a) − [x_nj = a]) there,
    /// 0 for the columns from real on.
    LineSums (*goAlong)(const LineRows &rows, float step);
    /// s = beta·s − g. Returns Σ s². count is a multiple of 16, here and below.
    double (*turn)(float *s, const float *g, float beta, std::size_t count);
    /// x += length·s, then g = f + lambda2·x. Adds to the sums.
    void (*settle)(float *g, const float *f, float *x, const float *s, float length, float lambda2,
                   std::size_t count, PairSums *sums);
    /// The same for a block of source columns and slices of a tile, but g becomes h = c / (p.curvature + the
    /// product of both columns' curvatures), where c = f + lambda2·x − the frequencies of either column times
    /// the gradients of the other.
    void (*settlePreconditioned)(float *g, const float *f, float *x, const float *s, float length,
                                 float lambda2, int columns, int slices, const PairPreconditioner &p,
                                 PairSums *sums);
    /// to(j,a,b,k) = from(k,b,a,j) for k < 16, j < columns, firstState <= b < lastState. from: a table of 16
    /// source columns for a tile of that width; to: of columns source columns for a full tile.
    void (*mirrorOut)(float *to, const float *from, int width, int columns, int firstState, int lastState);
    /// to(k,b,a,j) += from(j,a,b,k) for k < 16, j < columns; to and from the other way round than above.
    void (*mirrorIn)(float *to, int width, const float *from, int columns);
    /// out[n] = number of equal bytes of row and rows[n], each stride bytes long (a multiple of 64).
    void (*countEqual)(const std::uint8_t *row, const std::uint8_t *rows, std::size_t stride, int count,
                       std::uint16_t *out);
};

const PottsKernels &pottsKernels(SimdLevel level);

} // namespace WhiteBox
