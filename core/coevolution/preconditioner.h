// SPDX-License-Identifier: GPL-3.0-or-later
// An inverse of the curvature that the objective would have if all columns were independent: fields and
// couplings are scaled by their own curvature, as far as frequencies tell it, after the couplings' indicators
// [x_nj = b] are centred, which fields make up for.
#pragma once

#include "core/coevolution/alignedbuffer.h"
#include "core/coevolution/tilelayout.h"

#include <span>
#include <vector>

namespace WhiteBox {

class Preconditioner
{
public:
    /// counts: L×21, of weights; neff: their sum in each column.
    Preconditioner(const TileLayout &layout, std::span<const double> counts, double neff, double lambdaFields,
                   double lambdaPairs);

    /// (P·g)_f of a field, but for what giveBack() adds.
    double scaleOfField(std::size_t field) const { return m_fieldScale[field]; }
    /// gradients: L×21, those of the gap are 0.
    void setFieldGradients(std::span<const double> gradients);

    /// What one thread needs for a pair of tiles.
    struct Scratch
    {
        AlignedBuffer masked = AlignedBuffer(std::size_t(3 * kTile * kStates * kTile));
        AlignedBuffer targetSums = AlignedBuffer(std::size_t(kStates * kTile));
    };
    /// For the kernel, on the couplings between the columns of tiles I and J >= I.
    PairPreconditioner forPair(int I, int J, Scratch &scratch);
    /// To be called after the kernel.
    void keepSums(int I, int J, const Scratch &scratch);
    /// What centring takes from the logits on average, the fields give back. fields: L×21.
    void giveBack(std::span<double> fields) const;

private:
    struct Numbers
    {
        explicit Numbers(std::size_t size)
            : frequencies(size)
            , gradients(size)
            , curvatures(size)
        {}
        AlignedBuffer frequencies;
        AlignedBuffer gradients;
        AlignedBuffer curvatures;
        StateRows at(std::size_t offset) const
        {
            return {frequencies.data() + offset, gradients.data() + offset, curvatures.data() + offset};
        }
    };
    void spread(AlignedBuffer Numbers::*which);
    /// Σ f·h: by column of I and its states, then by column of J.
    double *sumsOf(int I, int J) { return m_sums.data() + pairOf(I, J) * 2 * kTile * kStates; }
    static std::size_t pairOf(int I, int J) { return std::size_t(J * (J + 1) / 2 + I); }

    const TileLayout &m_layout;
    Numbers m_columns; ///< [i][a]
    Numbers m_tiles;   ///< [tile][a][j]
    float m_curvature;
    std::vector<double> m_fieldScale; ///< [i][a]
    std::vector<double> m_sums;
};

} // namespace WhiteBox
