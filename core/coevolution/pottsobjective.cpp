// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/pottsobjective.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

namespace WhiteBox {

namespace {

std::size_t fieldIndex(int i, int a)
{
    return std::size_t(i) * kStates + std::size_t(a);
}

// Independent columns would have 2 and 1. Homologs are no independent samples, which raises the couplings'
// curvature above the fields': found by trial on five natural alignments.
constexpr double kPairCurvature = 5;
constexpr double kFieldCurvature = 0.2;

} // namespace

struct PottsObjective::Workspace
{
    AlignedBuffer lower;  ///< the part of a tile's table that the tensor holds transposed
    AlignedBuffer direct; ///< gradient of a block of source columns as the tensor has it
    AlignedBuffer mirror; ///< the same from the other side
    AlignedBuffer fields; ///< 21 rows
};

/// Of each tile [a][j], as its rows are; of each column the same in its own order.
struct PottsObjective::Preconditioner
{
    Preconditioner(const TileLayout &layout)
        : columns(std::size_t(layout.columns()) * kStates)
        , tiles(layout.rowSize())
    {}

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
    /// From columns to tiles.
    void spread(const TileLayout &layout, AlignedBuffer Numbers::*which)
    {
        for (int i = 0; i < layout.columns(); ++i) {
            const Tile &tile = layout[i / kTile];
            float *to = (tiles.*which).data() + tile.rowOffset + i % kTile;
            for (int a = 0; a < kStates; ++a)
                to[a * tile.width] = (columns.*which).data()[fieldIndex(i, a)];
        }
    }

    Numbers columns; ///< [i][a]
    Numbers tiles;   ///< [tile][a][j]
    float curvature = 0;
    std::vector<double> fieldScale; ///< [i][a]
    std::vector<double> shifts;     ///< [pair of tiles][2][kTile][a]: Σ f·h
};

PottsObjective::PottsObjective(const Alignment &alignment, std::span<const float> weights,
                               double lambdaFields, double lambdaPairs, SimdLevel level, int threads,
                               const StopToken &stop)
    : m_layout(alignment.columns())
    , m_rows(alignment.rows())
    , m_weights(weights.begin(), weights.end())
    , m_lambdaFields(lambdaFields)
    , m_lambdaPairs(lambdaPairs)
    , m_kernels(pottsKernels(level))
    , m_pool(std::clamp(threads, 1, m_layout.count()))
    , m_stateStride((std::size_t(alignment.columns()) + 63) / 64 * 64)
    , m_states(std::size_t(m_rows) * m_stateStride, kGap)
    , m_x(m_layout.size())
    , m_g(m_layout.size())
    , m_s(m_layout.size())
    , m_z(m_layout.rowSize() * std::size_t(m_rows))
    , m_d(m_z.size())
    , m_r(m_z.size())
    , m_fieldX(std::size_t(alignment.columns()) * kStates)
    , m_fieldG(m_fieldX.size())
    , m_fieldS(m_fieldX.size())
    , m_fieldH(m_fieldX.size())
    , m_blockSums(std::size_t(m_layout.count()) * std::size_t(m_layout.count() + 1) / 2)
{
    for (int n = 0; n < m_rows; ++n)
        std::ranges::copy(alignment.row(n),
                          m_states.begin() + std::ptrdiff_t(std::size_t(n) * m_stateStride));
    for (int first = 0; first < m_rows && !stop.stop_requested(); first += SequenceBlock::kRows)
        m_blocks.emplace_back(m_states, m_stateStride, alignment.columns(), first,
                              std::min(SequenceBlock::kRows, m_rows - first));
    m_lineSums.resize(std::size_t(m_layout.count()) * m_blocks.size());
    constexpr std::size_t row = std::size_t(kStates) * kTile;
    constexpr std::size_t block = row * kStates * kTile;
    const std::size_t lower = m_layout.count() > 1 ? m_layout[0].source(m_layout.columns() - kTile) : 0;
    for (int worker = 0; worker < m_pool.threads(); ++worker)
        m_spaces.push_back(
            {AlignedBuffer(lower), AlignedBuffer(block), AlignedBuffer(block), AlignedBuffer(row * kStates)});
}

PottsObjective::~PottsObjective() = default;

double PottsObjective::memoryNeeded(double rows, double columns, int threads)
{
    const double tiles = std::ceil(columns / kTile) * kTile;
    const double tensors = 4.0 * kBlock * tiles * (tiles + kTile) / 2 * 3;
    const double spaces = threads * 4.0 * kBlock * kTile * (columns + 2 * kTile);
    return tensors + spaces + rows * tiles * (3 * 4 * kStates + 12);
}

// From x = 0 on, with logits 0, the way to any point is a line like every other.
void PottsObjective::setOut()
{
    for (AlignedBuffer *buffer : {&m_x, &m_s, &m_z})
        *buffer = AlignedBuffer(buffer->size()); // zeros, which cost nothing until they are touched
    std::ranges::fill(m_fieldX, 0.0);
    m_pairs = {};
    m_pairSS = 0;
    m_length = 0;
    m_hasDirection = false;
}

bool PottsObjective::start(const StopToken &stop)
{
    setOut();
    const int L = m_layout.columns();
    std::vector<double> counts(m_fieldX.size(), 1.0);
    for (int n = 0; n < m_rows; ++n)
        for (int i = 0; i < L; ++i)
            counts[fieldIndex(i, m_states[std::size_t(n) * m_stateStride + std::size_t(i)])] += 1;
    for (int i = 0; i < L; ++i)
        for (int a = 0; a < kStates; ++a)
            m_fieldS[fieldIndex(i, a)] = std::log(counts[fieldIndex(i, a)] / counts[fieldIndex(i, kGap)]);
    return probe(1, stop) && settle(stop);
}

bool PottsObjective::startAt(const CouplingTensor &point, const StopToken &stop)
{
    setOut();
    std::ranges::copy(point.fields(), m_fieldS.begin());
    for (int J = 0; J < m_layout.count(); ++J) {
        const Tile &tile = m_layout[J];
        for (int k = 0; k < tile.first + tile.real; ++k)
            for (int b = 0; b < kStates; ++b)
                for (int a = 0; a < kStates; ++a)
                    for (int j = 0; j < tile.real; ++j)
                        m_s.data()[tile.offset + tile.source(k) + std::size_t(b) * tile.stride +
                                   std::size_t(a * tile.width + j)] = point.at(k, tile.first + j, b, a);
    }
    for (const float w : point.values())
        m_pairSS += 2.0 * double(w) * double(w);
    return probe(1, stop) && settle(stop);
}

bool PottsObjective::resume(const StopToken &stop)
{
    // At length 0 neither the direction's logits nor its sums count.
    m_pairs = {};
    m_pairSS = 0;
    m_length = 0;
    m_hasDirection = false;
    return probe(0, stop) && settle(stop);
}

CouplingTensor PottsObjective::toTensor(std::span<const float> buffer, std::span<const double> fields,
                                        const StopToken &stop) const
{
    CouplingTensor tensor(m_layout.columns());
    std::ranges::transform(fields, tensor.fields().begin(), [](double v) { return float(v); });
    for (int J = 0; J < m_layout.count(); ++J) {
        const Tile &tile = m_layout[J];
        const float *table = buffer.data() + tile.offset;
        for (int k = 0; k < tile.first + tile.real && !stop.stop_requested(); ++k) // one k's rows fit into L1
            for (int j = std::max(0, k + 1 - tile.first); j < tile.real; ++j) {
                const auto out = tensor.stored(k, tile.first + j);
                for (int b = 0; b < kStates; ++b)
                    for (int a = 0; a < kStates; ++a)
                        out[std::size_t(b * kStates + a)] =
                            table[tile.source(k) + std::size_t(b) * tile.stride +
                                  std::size_t(a * tile.width + j)];
            }
    }
    return tensor;
}

CouplingTensor PottsObjective::point() const
{
    return toTensor(m_x.span(), m_fieldX);
}

CouplingTensor PottsObjective::takePoint(const StopToken &stop)
{
    for (AlignedBuffer *buffer : {&m_g, &m_s, &m_z, &m_d, &m_r})
        AlignedBuffer().swap(*buffer);
    return toTensor(m_x.span(), m_fieldX, stop);
}

CouplingTensor PottsObjective::gradient() const
{
    return toTensor(m_g.span(), m_fieldG);
}

bool PottsObjective::probe(double length, const StopToken &stop)
{
    const int T = m_layout.count();
    const int parts =
        m_pool.threads() == 1 ? 1 : std::min(int(m_blocks.size()), 1 + 8 * m_pool.threads() / T);
    const auto step = float(length - m_length);
    m_pool.run(T * parts, [&](int task, int worker) {
        probeTile(task % T, task / T * int(m_blocks.size()) / parts,
                  (task / T + 1) * int(m_blocks.size()) / parts, step, m_spaces[std::size_t(worker)], stop);
    });
    if (stop.stop_requested())
        return false;
    m_hasDirection = true;
    m_length = length;
    LineSums sums;
    for (const LineSums &part : m_lineSums) {
        sums.loss += part.loss;
        sums.slope += part.slope;
        sums.fieldSlope += part.fieldSlope;
    }
    m_loss = sums.loss;
    m_probed.objective =
        m_loss + m_lambdaPairs / 2 * (m_pairs.xx + length * (2 * m_pairs.xs + length * m_pairSS));
    // The logits' slope has each coupling once.
    const double pairs = sums.slope - sums.fieldSlope + m_lambdaPairs * (m_pairs.xs + length * m_pairSS);
    double fields = sums.fieldSlope;
    for (std::size_t f = 0; f < m_fieldX.size(); ++f) {
        if (f % kStates == kGap)
            continue;
        const double x = m_fieldX[f] + length * m_fieldS[f];
        m_probed.objective += m_lambdaFields * x * x;
        fields += 2 * m_lambdaFields * x * m_fieldS[f];
    }
    m_probed.sg = fields + 2 * pairs;
    m_probed.derivative = fields + pairs;
    return true;
}

bool PottsObjective::settle(const StopToken &stop)
{
    const int T = m_layout.count();
    m_pool.run(T, [&](int t, int worker) {
        if (!stop.stop_requested())
            sumFields(m_layout[t], m_spaces[std::size_t(worker)]);
    });
    m_sums = {};
    settleFields();
    m_pool.run(int(m_blockSums.size()), [&](int task, int worker) {
        int J = 0;
        while ((J + 1) * (J + 2) / 2 <= task)
            ++J;
        backward(task - J * (J + 1) / 2, J, m_spaces[std::size_t(worker)], stop);
    });
    if (stop.stop_requested())
        return false;
    m_pairs = {};
    for (int J = 0; J < T; ++J)
        for (int I = 0; I <= J; ++I) {
            const PairSums &part = m_blockSums[std::size_t(J * (J + 1) / 2 + I)];
            const int times = I == J ? 1 : 2;
            m_pairs.gg += times * part.gg;
            m_pairs.gh += times * part.gh;
            m_pairs.sg += times * part.sg;
            m_pairs.xx += times * part.xx;
            m_pairs.xs += times * part.xs;
            m_pairs.xh += times * part.xh;
        }
    m_sums.objective += m_loss + m_lambdaPairs * m_pairs.xx / 2;
    m_sums.xx += m_pairs.xx;
    m_sums.gg += m_pairs.gg;
    m_sums.derivative = m_sums.sg + m_pairs.sg / 2;
    m_sums.sg += m_pairs.sg;
    m_sums.gpg += m_pairs.gh / 2;
    if (m_preconditioner)
        finishPreconditioning();
    m_length = 0;
    return true;
}

// The fields' part of the sums too.
void PottsObjective::settleFields()
{
    for (std::size_t f = 0; f < m_fieldX.size(); ++f) {
        m_fieldX[f] += m_length * m_fieldS[f];
        if (f % kStates == kGap)
            continue;
        m_fieldG[f] += 2 * m_lambdaFields * m_fieldX[f];
        m_fieldH[f] = m_preconditioner ? m_preconditioner->fieldScale[f] * m_fieldG[f] : m_fieldG[f];
        m_sums.objective += m_lambdaFields * m_fieldX[f] * m_fieldX[f];
        m_sums.xx += m_fieldX[f] * m_fieldX[f];
        m_sums.gg += m_fieldG[f] * m_fieldG[f];
        m_sums.gpg += m_fieldH[f] * m_fieldG[f];
        m_sums.sg += m_fieldS[f] * m_fieldG[f];
    }
    if (!m_preconditioner)
        return;
    float *gradients = m_preconditioner->columns.gradients.data();
    for (int i = 0; i < m_layout.columns(); ++i) {
        double gap = 0; // a change of all states' fields together changes nothing
        for (std::size_t f = fieldIndex(i, 0); f < fieldIndex(i, kGap); ++f) {
            gradients[f] = float(m_fieldG[f]);
            gap -= m_fieldG[f];
        }
        gradients[fieldIndex(i, kGap)] = float(gap);
    }
    m_preconditioner->spread(m_layout, &Preconditioner::Numbers::gradients);
}

float *PottsObjective::rowsOf(AlignedBuffer &buffer, const Tile &tile, int firstRow)
{
    return buffer.data() + tile.rowOffset * std::size_t(m_rows) + tile.stride * std::size_t(firstRow);
}

// One tile and some of the blocks of sequences.
void PottsObjective::probeTile(int t, int firstBlock, int lastBlock, float step, Workspace &space,
                               const StopToken &stop)
{
    const Tile &tile = m_layout[t];
    const std::size_t own = tile.source(tile.first + tile.real);
    for (int J = t + 1; J < m_layout.count() && !m_hasDirection && m_pairSS > 0 && !stop.stop_requested();
         ++J) {
        const Tile &other = m_layout[J];
        m_kernels.mirrorOut(space.lower.data() + tile.source(other.first) - own,
                            m_s.data() + other.offset + other.source(tile.first), other.stride, other.width,
                            other.real);
    }
    alignas(64) float fields[kStates * kTile] = {};
    for (int j = 0; j < tile.real; ++j)
        for (int a = 0; a < kGap; ++a)
            fields[a * tile.width + j] = float(m_fieldS[fieldIndex(tile.first + j, a)]);
    for (int b = firstBlock; b < lastBlock; ++b) {
        const SequenceBlock &block = m_blocks[std::size_t(b)];
        if (!m_hasDirection)
            sumDirection(tile, block, fields, space, stop);
        if (stop.stop_requested())
            return;
        const LineRows rows{rowsOf(m_z, tile, block.first),
                            rowsOf(m_r, tile, block.first),
                            rowsOf(m_d, tile, block.first),
                            fields,
                            tile.stride,
                            tile.width,
                            tile.real,
                            &m_states[std::size_t(block.first) * m_stateStride + std::size_t(tile.first)],
                            m_stateStride,
                            &m_weights[std::size_t(block.first)],
                            block.rows};
        m_lineSums[std::size_t(t) * m_blocks.size() + std::size_t(b)] = m_kernels.goAlong(rows, step);
        m_kernels.addToParents(rows.r, tile.stride, block.parents.data(), block.rows);
    }
}

// The change of the logits along s.
void PottsObjective::sumDirection(const Tile &tile, const SequenceBlock &block, const float *fields,
                                  Workspace &space, const StopToken &stop)
{
    float *d = rowsOf(m_d, tile, block.first);
    if (m_pairSS == 0) {
        for (int n = 0; n < block.rows; ++n)
            std::copy_n(fields, tile.stride, d + std::size_t(n) * tile.stride);
        return;
    }
    for (int k = 0; k < m_layout.columns(); k += kTile) {
        if (stop.stop_requested())
            return;
        const float *table = k <= tile.first ? m_s.data() + tile.offset + tile.source(k)
                                             : space.lower.data() + tile.source(k - tile.first - tile.real);
        const SequenceBlock::Forward &lists = block.forward[std::size_t(k / kTile)];
        // Rows evaluated in full start from the fields; the first columns are theirs too.
        m_kernels.addRows(d, k == 0 ? fields : nullptr, table, tile.stride, lists.index.data(),
                          lists.counts.data(), block.rows);
    }
    m_kernels.addParents(d, tile.stride, block.parents.data(), block.rows);
}

// The gradient of the couplings between the columns of tiles I and J >= I: Σ_n r_nj(a)[x_ni = b] and the same
// with the sides exchanged.
void PottsObjective::backward(int I, int J, Workspace &space, const StopToken &stop)
{
    if (stop.stop_requested())
        return;
    const Tile &tile = m_layout[J];
    const Tile &source = m_layout[I];
    gather(space.direct.data(), tile, source, stop);
    if (I == J) {
        symmetriseDiagonal(tile, space);
    } else {
        gather(space.mirror.data(), source, tile, stop);
        m_kernels.mirrorIn(space.direct.data(), tile.stride, tile.width, space.mirror.data(), tile.real);
    }
    PairSums &sums = m_blockSums[std::size_t(J * (J + 1) / 2 + I)];
    sums = {};
    if (m_preconditioner) {
        settlePreconditioned(I, J, space);
        return;
    }
    const std::size_t at = tile.offset + tile.source(source.first);
    m_kernels.settle(m_g.data() + at, space.direct.data(), m_x.data() + at, m_s.data() + at, float(m_length),
                     float(2 * m_lambdaPairs), tile.source(source.real), &sums);
}

// to[k][b] = Σ of the target tile's residuals over the rows with state b in column k of the source tile.
void PottsObjective::gather(float *to, const Tile &target, const Tile &source, const StopToken &stop)
{
    for (const SequenceBlock &block : m_blocks) {
        if (stop.stop_requested())
            return;
        for (int k = 0; k < source.real; ++k) {
            const SequenceBlock::Backward &lists = block.backward[std::size_t(source.first + k)];
            m_kernels.sumRows(to + target.source(k), rowsOf(m_r, target, block.first), target.stride,
                              lists.order.data(), lists.starts, block.first == 0);
        }
    }
}

// Within a tile both sides of a pair are in the same block; w_ii is 0 and stays so.
void PottsObjective::symmetriseDiagonal(const Tile &tile, Workspace &space)
{
    float *g = space.direct.data();
    std::memcpy(space.mirror.data(), g, tile.source(tile.real) * sizeof(float));
    const float *copy = space.mirror.data();
    if (tile.real == kTile) {
        m_kernels.mirrorIn(g, tile.stride, tile.width, copy, tile.real);
    } else {
        const auto at = [&](int k, int b, int a, int j) {
            return tile.source(k) + std::size_t(b) * tile.stride + std::size_t(a * tile.width + j);
        };
        for (int k = 0; k < tile.real; ++k)
            for (int b = 0; b < kStates; ++b)
                for (int a = 0; a < kStates; ++a)
                    for (int j = 0; j < tile.real; ++j)
                        g[at(k, b, a, j)] = copy[at(k, b, a, j)] + copy[at(j, a, b, k)];
    }
    for (int k = 0; k < tile.real; ++k)
        for (int b = 0; b < kStates; ++b)
            for (int a = 0; a < kStates; ++a)
                g[tile.source(k) + std::size_t(b) * tile.stride + std::size_t(a * tile.width + k)] = 0;
}

// The fields' gradient is the sum of the residuals over all rows; rows without a parent hold their children's
// too.
void PottsObjective::sumFields(const Tile &tile, Workspace &space)
{
    float *sum = space.fields.data();
    for (int j = 0; j < tile.real; ++j)
        for (int a = 0; a < kGap; ++a)
            m_fieldG[fieldIndex(tile.first + j, a)] = 0;
    for (const SequenceBlock &block : m_blocks) {
        m_kernels.sumRows(sum, rowsOf(m_r, tile, block.first), tile.stride, block.roots.order.data(),
                          block.roots.starts, true);
        for (int j = 0; j < tile.real; ++j)
            for (int a = 0; a < kGap; ++a)
                m_fieldG[fieldIndex(tile.first + j, a)] += double(sum[a * tile.width + j]);
    }
}

void PottsObjective::precondition()
{
    m_preconditioner = std::make_unique<Preconditioner>(m_layout);
    Preconditioner &p = *m_preconditioner;
    double neff = 0;
    std::vector<double> counts(m_fieldX.size(), 0.0);
    for (int n = 0; n < m_rows; ++n) {
        const double weight = double(m_weights[std::size_t(n)]);
        neff += weight;
        for (int i = 0; i < m_layout.columns(); ++i)
            counts[fieldIndex(i, m_states[std::size_t(n) * m_stateStride + std::size_t(i)])] += weight;
    }
    p.curvature = float(std::max(2 * m_lambdaPairs, 1e-3 * neff));
    for (std::size_t f = 0; f < counts.size(); ++f) {
        const double frequency = counts[f] / neff;
        const double variance = frequency * (1 - frequency);
        p.columns.frequencies.data()[f] = float(frequency);
        p.columns.curvatures.data()[f] = float(std::sqrt(kPairCurvature * neff) * variance);
        // States that were not seen have some curvature still.
        p.fieldScale.push_back(1 / (2 * m_lambdaFields + kFieldCurvature * std::max(neff * variance, 0.5)));
    }
    p.spread(m_layout, &Preconditioner::Numbers::frequencies);
    p.spread(m_layout, &Preconditioner::Numbers::curvatures);
    p.shifts.resize(m_blockSums.size() * 2 * kTile * kStates);
}

// The gradient of the couplings between tiles I and J >= I, preconditioned.
void PottsObjective::settlePreconditioned(int I, int J, Workspace &space)
{
    const Tile &tile = m_layout[J];
    const Tile &source = m_layout[I];
    Preconditioner &p = *m_preconditioner;
    const std::size_t pair = std::size_t(J * (J + 1) / 2 + I);
    PairSums &sums = m_blockSums[pair];
    double *sourceShifts = p.shifts.data() + pair * 2 * kTile * kStates;
    double *targetShifts = sourceShifts + kTile * kStates;
    float *targetSums = space.fields.data();
    std::fill_n(targetSums, tile.stride, 0.0F);
    const StateRows target = p.tiles.at(tile.rowOffset);
    for (int k = 0; k < source.real; ++k) {
        PairPreconditioner rowsOfK{p.columns.at(fieldIndex(source.first + k, 0)), target, p.curvature,
                                   targetSums, sourceShifts + k * kStates};
        alignas(64) float masked[2][kStates * kTile];
        if (I == J) { // a column has no couplings with itself
            std::copy_n(target.frequencies, tile.stride, masked[0]);
            std::copy_n(target.gradients, tile.stride, masked[1]);
            for (int a = 0; a < kStates; ++a)
                masked[0][a * tile.width + k] = masked[1][a * tile.width + k] = 0;
            rowsOfK.target.frequencies = masked[0];
            rowsOfK.target.gradients = masked[1];
        }
        const std::size_t at = tile.offset + tile.source(source.first + k);
        m_kernels.settlePreconditioned(m_g.data() + at, space.direct.data() + tile.source(k), m_x.data() + at,
                                       m_s.data() + at, float(m_length), float(2 * m_lambdaPairs),
                                       tile.stride, rowsOfK, &sums);
    }
    for (int j = 0; j < tile.real; ++j)
        for (int a = 0; a < kStates; ++a)
            targetShifts[j * kStates + a] = double(targetSums[a * tile.width + j]);
}

// What centring takes from the logits on average, the fields give back.
void PottsObjective::finishPreconditioning()
{
    const auto shift = [this](const Tile &tile, const double *sums) {
        for (int j = 0; j < tile.real; ++j)
            for (int a = 0; a < kGap; ++a)
                m_fieldH[fieldIndex(tile.first + j, a)] -= sums[j * kStates + a] - sums[j * kStates + kGap];
    };
    for (int J = 0; J < m_layout.count(); ++J)
        for (int I = 0; I <= J; ++I) {
            const double *sums =
                m_preconditioner->shifts.data() + std::size_t(J * (J + 1) / 2 + I) * 2 * kTile * kStates;
            if (I < J)
                shift(m_layout[I], sums);
            shift(m_layout[J], sums + kTile * kStates);
        }
}

bool PottsObjective::turn(double beta, const StopToken &stop)
{
    std::vector<double> ss(std::size_t(m_layout.count()));
    m_pool.run(m_layout.count(), [&](int task, int) {
        if (stop.stop_requested())
            return;
        const int J = m_layout.count() - 1 - task; // the longest first
        const Tile &tile = m_layout[J];
        const auto part = [&](std::size_t from, std::size_t to) {
            return m_kernels.turn(m_s.data() + tile.offset + from, m_g.data() + tile.offset + from,
                                  float(beta), to - from);
        };
        const std::size_t diagonal = tile.source(tile.first);
        ss[std::size_t(J)] = 2 * part(0, diagonal) + part(diagonal, tile.count);
    });
    if (stop.stop_requested())
        return false;
    m_pairSS = std::accumulate(ss.begin(), ss.end(), 0.0);
    m_pairs.xs = beta * m_pairs.xs - m_pairs.xh;
    for (std::size_t f = 0; f < m_fieldX.size(); ++f)
        m_fieldS[f] = beta * m_fieldS[f] - m_fieldH[f];
    m_hasDirection = false;
    return true;
}

} // namespace WhiteBox
