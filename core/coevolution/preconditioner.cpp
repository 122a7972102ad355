// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/preconditioner.h"

#include <algorithm>
#include <cmath>

namespace WhiteBox {

namespace {

// Independent columns would have 2 and 1. Homologs are no independent samples, which raises the couplings'
// curvature above the fields': found by trial on five natural alignments.
constexpr double kPairCurvature = 5;
constexpr double kFieldCurvature = 0.2;

std::size_t fieldIndex(int i, int a)
{
    return std::size_t(i) * kStates + std::size_t(a);
}

} // namespace

Preconditioner::Preconditioner(const TileLayout &layout, std::span<const double> counts, double neff,
                               double lambdaFields, double lambdaPairs)
    : m_layout(layout)
    , m_columns(counts.size())
    , m_tiles(layout.rowSize())
    , m_curvature(float(std::max(2 * lambdaPairs, 1e-3 * neff)))
    , m_sums((pairOf(layout.count() - 1, layout.count() - 1) + 1) * 2 * kTile * kStates)
{
    for (std::size_t f = 0; f < counts.size(); ++f) {
        const double frequency = counts[f] / neff;
        const double variance = frequency * (1 - frequency);
        m_columns.frequencies.data()[f] = float(frequency);
        m_columns.curvatures.data()[f] = float(std::sqrt(kPairCurvature * neff) * variance);
        // States that were not seen have some curvature still.
        m_fieldScale.push_back(1 / (2 * lambdaFields + kFieldCurvature * std::max(neff * variance, 0.5)));
    }
    spread(&Numbers::frequencies);
    spread(&Numbers::curvatures);
}

// From columns to tiles.
void Preconditioner::spread(AlignedBuffer Numbers::*which)
{
    for (int i = 0; i < m_layout.columns(); ++i) {
        const Tile &tile = m_layout[i / kTile];
        float *to = (m_tiles.*which).data() + tile.rowOffset + i % kTile;
        for (int a = 0; a < kStates; ++a)
            to[a * tile.width] = (m_columns.*which).data()[fieldIndex(i, a)];
    }
}

void Preconditioner::setFieldGradients(std::span<const double> gradients)
{
    float *to = m_columns.gradients.data();
    for (int i = 0; i < m_layout.columns(); ++i) {
        double gap = 0; // a change of all states' fields together changes nothing
        for (std::size_t f = fieldIndex(i, 0); f < fieldIndex(i, kGap); ++f) {
            to[f] = float(gradients[f]);
            gap -= gradients[f];
        }
        to[fieldIndex(i, kGap)] = float(gap);
    }
    spread(&Numbers::gradients);
}

PairPreconditioner Preconditioner::forPair(int I, int J, Scratch &scratch)
{
    const Tile &tile = m_layout[J];
    const Tile &source = m_layout[I];
    std::ranges::fill(scratch.targetSums.span(), 0.0F);
    PairPreconditioner numbers;
    numbers.source = m_columns.at(fieldIndex(source.first, 0));
    numbers.target = m_tiles.at(tile.rowOffset);
    numbers.curvature = m_curvature;
    numbers.targetSums = scratch.targetSums.data();
    numbers.sourceSums = sumsOf(I, J);
    if (I != J)
        return numbers;
    const std::size_t size = kTile * tile.stride;
    float *masked = scratch.masked.data();
    for (int k = 0; k < source.real; ++k) { // a column has no couplings with itself
        float *to = masked + std::size_t(k) * tile.stride;
        std::copy_n(numbers.target.frequencies, tile.stride, to);
        std::copy_n(numbers.target.gradients, tile.stride, to + size);
        std::copy_n(numbers.target.curvatures, tile.stride, to + 2 * size);
        for (int a = 0; a < kStates; ++a)
            to[a * tile.width + k] = to[size + std::size_t(a * tile.width + k)] = 0;
    }
    numbers.target = {masked, masked + size, masked + 2 * size};
    numbers.targetStep = tile.stride;
    return numbers;
}

void Preconditioner::keepSums(int I, int J, const Scratch &scratch)
{
    const Tile &tile = m_layout[J];
    double *to = sumsOf(I, J) + kTile * kStates;
    for (int j = 0; j < tile.real; ++j)
        for (int a = 0; a < kStates; ++a)
            to[j * kStates + a] = double(scratch.targetSums.data()[a * tile.width + j]);
}

void Preconditioner::giveBack(std::span<double> fields) const
{
    const auto shift = [&](const Tile &tile, const double *sums) {
        for (int j = 0; j < tile.real; ++j)
            for (int a = 0; a < kGap; ++a)
                fields[fieldIndex(tile.first + j, a)] -= sums[j * kStates + a] - sums[j * kStates + kGap];
    };
    for (int J = 0; J < m_layout.count(); ++J)
        for (int I = 0; I <= J; ++I) {
            const double *sums = m_sums.data() + pairOf(I, J) * 2 * kTile * kStates;
            if (I < J)
                shift(m_layout[I], sums);
            shift(m_layout[J], sums + kTile * kStates);
        }
}

} // namespace WhiteBox
