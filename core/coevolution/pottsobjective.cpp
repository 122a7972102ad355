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

// A tile's slices are summed in so many tasks, so that few tiles occupy several threads evenly.
constexpr int kSliceParts = 3;

} // namespace

struct PottsObjective::Workspace
{
    AlignedBuffer lower;  ///< the part of a tile's table that the tensor holds transposed
    AlignedBuffer direct; ///< gradient of a block of source columns as the tensor has it
    AlignedBuffer mirror; ///< the same from the other side
    AlignedBuffer fields; ///< [a][j]
    Preconditioner::Scratch preconditioning;
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
    , m_fieldX(std::size_t(alignment.columns()) * kStates)
    , m_fieldG(m_fieldX.size())
    , m_fieldS(m_fieldX.size())
    , m_fieldH(m_fieldX.size())
    , m_blockSums(std::size_t(m_layout.count()) * std::size_t(m_layout.count() + 1) / 2)
{
    for (int n = 0; n < m_rows; ++n)
        std::ranges::copy(alignment.row(n),
                          m_states.begin() + std::ptrdiff_t(std::size_t(n) * m_stateStride));
    m_blocks = sequenceBlocks(m_states, m_stateStride, alignment.columns(), m_rows, stop);
    for (const SequenceBlock &block : m_blocks)
        m_padded += block.padded();
    for (AlignedBuffer *buffer : {&m_z, &m_d, &m_r})
        *buffer = AlignedBuffer(m_layout.rowSize() * m_padded);
    m_lineSums.resize(std::size_t(m_layout.count()) * m_blocks.size());
    constexpr std::size_t row = std::size_t(kStates) * kTile;
    constexpr std::size_t block = row * kStates * kTile;
    const std::size_t lower = std::size_t(std::max(m_layout.columns() - kTile, 0)) * kStates * row;
    for (int worker = 0; worker < m_pool.threads(); ++worker)
        m_spaces.push_back(
            {AlignedBuffer(lower), AlignedBuffer(block), AlignedBuffer(block), AlignedBuffer(row), {}});
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
                        tableOf(m_s, k / kTile, J)[tile.at(sourceColumns(k / kTile), k % kTile, b, a, j)] =
                            point.at(k, tile.first + j, b, a);
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
        for (int k = 0; k < tile.first + tile.real && !stop.stop_requested(); ++k) {
            const float *table = buffer.data() + tile.offset + tile.table(k / kTile);
            for (int j = std::max(0, k + 1 - tile.first); j < tile.real; ++j) {
                const auto out = tensor.stored(k, tile.first + j);
                for (int a = 0; a < kStates; ++a) {
                    const float *from = table + tile.at(sourceColumns(k / kTile), k % kTile, 0, a, j);
                    for (int b = 0; b < kStates; ++b)
                        out[std::size_t(b * kStates + a)] = from[b * kSlice];
                }
            }
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
    if (!m_hasDirection)
        m_pool.run(T * kSliceParts, [&](int task, int worker) {
            const Tile &tile = m_layout[task % T];
            const int part = task / T;
            sumDirection(tile, part * tile.slices / kSliceParts, (part + 1) * tile.slices / kSliceParts,
                         m_spaces[std::size_t(worker)], stop);
        });
    m_pool.run(T * int(m_blocks.size()), [&](int task, int) {
        if (!stop.stop_requested())
            goAlong(task % T, task / T, float(length - m_length));
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
        m_preconditioner->giveBack(m_fieldH);
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
        m_fieldH[f] = m_preconditioner ? m_preconditioner->scaleOfField(f) * m_fieldG[f] : m_fieldG[f];
        m_sums.objective += m_lambdaFields * m_fieldX[f] * m_fieldX[f];
        m_sums.xx += m_fieldX[f] * m_fieldX[f];
        m_sums.gg += m_fieldG[f] * m_fieldG[f];
        m_sums.gpg += m_fieldH[f] * m_fieldG[f];
        m_sums.sg += m_fieldS[f] * m_fieldG[f];
    }
    if (m_preconditioner)
        m_preconditioner->setFieldGradients(m_fieldG);
}

int PottsObjective::sourceColumns(int K) const
{
    return m_layout[K].real;
}

float *PottsObjective::tableOf(AlignedBuffer &buffer, int K, int J)
{
    return buffer.data() + m_layout[J].offset + m_layout[J].table(K);
}

float *PottsObjective::sliceOf(AlignedBuffer &buffer, const Tile &tile, const SequenceBlock &block, int slice)
{
    return buffer.data() + tile.rowOffset * m_padded + tile.stride * block.paddedFirst +
           std::size_t(slice) * block.sliceStep();
}

std::array<float, kStates * kTile> PottsObjective::fieldsOf(const Tile &tile) const
{
    std::array<float, kStates *kTile> fields = {};
    for (int j = 0; j < tile.real; ++j)
        for (int a = 0; a < kGap; ++a)
            fields[std::size_t(a * tile.width + j)] = float(m_fieldS[fieldIndex(tile.first + j, a)]);
    return fields;
}

// The change of a tile's logits along s, for some of the slices.
void PottsObjective::sumDirection(const Tile &tile, int firstSlice, int lastSlice, Workspace &space,
                                  const StopToken &stop)
{
    const int own = tile.first / kTile;
    if (m_pairSS > 0)
        for (int J = own + 1; J < m_layout.count() && !stop.stop_requested(); ++J)
            m_kernels.mirrorOut(space.lower.data() + tile.table(J - own - 1), tableOf(m_s, own, J),
                                m_layout[J].width, m_layout[J].real, firstSlice, lastSlice);
    const auto tableSlice = [&](int K, int slice) {
        const float *table = K <= own ? tableOf(m_s, K, own) : space.lower.data() + tile.table(K - own - 1);
        return table + std::size_t(slice * sourceColumns(K) * kStates) * kSlice;
    };
    const auto fields = fieldsOf(tile);
    for (const SequenceBlock &block : m_blocks)
        for (int slice = firstSlice; slice < lastSlice && !stop.stop_requested(); ++slice) {
            float *d = sliceOf(m_d, tile, block, slice);
            const bool empty = m_pairSS == 0;
            for (int n = 0; n < block.rows; ++n)
                if (empty || block.parents[std::size_t(n)] < 0)
                    std::copy_n(fields.data() + slice * kSlice, kSlice, d + n * kSlice);
                else
                    std::fill_n(d + n * kSlice, kSlice, 0.0F);
            if (empty)
                continue;
            for (int K = 0; K < m_layout.count(); ++K) {
                const bool last = K + 1 == m_layout.count();
                const float *next = !last                   ? tableSlice(K + 1, slice)
                                    : slice + 1 < lastSlice ? tableSlice(0, slice + 1)
                                                            : nullptr;
                m_kernels.addTerms(d, tableSlice(K, slice), next, block.forward[std::size_t(K)].view());
            }
            m_kernels.addParents(d, block.parents.data(), block.rows);
        }
}

void PottsObjective::goAlong(int t, int b, float step)
{
    const Tile &tile = m_layout[t];
    const SequenceBlock &block = m_blocks[std::size_t(b)];
    alignas(64) const auto fields = fieldsOf(tile);
    const LineRows rows{sliceOf(m_z, tile, block, 0),
                        sliceOf(m_r, tile, block, 0),
                        sliceOf(m_d, tile, block, 0),
                        fields.data(),
                        block.sliceStep(),
                        tile.width,
                        tile.real,
                        &m_states[std::size_t(block.first) * m_stateStride + std::size_t(tile.first)],
                        m_stateStride,
                        &m_weights[std::size_t(block.first)],
                        block.rows};
    m_lineSums[std::size_t(t) * m_blocks.size() + std::size_t(b)] = m_kernels.goAlong(rows, step);
    for (int slice = 0; slice < tile.slices; ++slice)
        m_kernels.addToParents(sliceOf(m_r, tile, block, slice), block.parents.data(), block.rows);
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
        m_kernels.mirrorIn(space.direct.data(), tile.width, space.mirror.data(), tile.real);
    }
    PairSums &sums = m_blockSums[std::size_t(J * (J + 1) / 2 + I)];
    sums = {};
    const auto length = float(m_length);
    const auto lambda2 = float(2 * m_lambdaPairs);
    if (m_preconditioner) {
        m_kernels.settlePreconditioned(tableOf(m_g, I, J), space.direct.data(), tableOf(m_x, I, J),
                                       tableOf(m_s, I, J), length, lambda2, source.real, tile.slices,
                                       m_preconditioner->forPair(I, J, space.preconditioning), &sums);
        m_preconditioner->keepSums(I, J, space.preconditioning);
    } else {
        m_kernels.settle(tableOf(m_g, I, J), space.direct.data(), tableOf(m_x, I, J), tableOf(m_s, I, J),
                         length, lambda2, std::size_t(source.real * kStates) * tile.stride, &sums);
    }
}

// A table: of the target tile's residuals the sums over the rows with state b in column k of the source tile.
void PottsObjective::gather(float *to, const Tile &target, const Tile &source, const StopToken &stop)
{
    const std::size_t table = std::size_t(source.real * kStates) * kSlice;
    for (int slice = 0; slice < target.slices && !stop.stop_requested(); ++slice, to += table) {
        std::fill_n(to, table, 0.0F);
        for (std::size_t b = 0; b < m_blocks.size(); ++b) {
            const bool lastBlock = b + 1 == m_blocks.size();
            const float *next = !lastBlock                  ? sliceOf(m_r, target, m_blocks[b + 1], slice)
                                : slice + 1 < target.slices ? sliceOf(m_r, target, m_blocks[0], slice + 1)
                                                            : nullptr;
            m_kernels.addTerms(to, sliceOf(m_r, target, m_blocks[b], slice), next,
                               m_blocks[b].backward[std::size_t(source.first / kTile)].view());
        }
    }
}

// Within a tile both sides of a pair are in the same table; w_ii is 0 and stays so.
void PottsObjective::symmetriseDiagonal(const Tile &tile, Workspace &space)
{
    float *g = space.direct.data();
    std::memcpy(space.mirror.data(), g, std::size_t(tile.real * kStates) * tile.stride * sizeof(float));
    const float *copy = space.mirror.data();
    const auto at = [&](int k, int b, int a, int j) { return tile.at(tile.real, k, b, a, j); };
    if (tile.real == kTile) {
        m_kernels.mirrorIn(g, tile.width, copy, tile.real);
    } else {
        for (int k = 0; k < tile.real; ++k)
            for (int b = 0; b < kStates; ++b)
                for (int a = 0; a < kStates; ++a)
                    for (int j = 0; j < tile.real; ++j)
                        g[at(k, b, a, j)] = copy[at(k, b, a, j)] + copy[at(j, a, b, k)];
    }
    for (int k = 0; k < tile.real; ++k)
        for (int b = 0; b < kStates; ++b)
            for (int a = 0; a < kStates; ++a)
                g[at(k, b, a, k)] = 0;
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
        std::fill_n(sum, tile.stride, 0.0F);
        for (int slice = 0; slice < tile.slices; ++slice)
            m_kernels.addTerms(sum + slice * kSlice, sliceOf(m_r, tile, block, slice), nullptr,
                               block.roots.view());
        for (int j = 0; j < tile.real; ++j)
            for (int a = 0; a < kGap; ++a)
                m_fieldG[fieldIndex(tile.first + j, a)] += double(sum[a * tile.width + j]);
    }
}

void PottsObjective::precondition()
{
    double neff = 0;
    std::vector<double> counts(m_fieldX.size(), 0.0);
    for (int n = 0; n < m_rows; ++n) {
        const double weight = double(m_weights[std::size_t(n)]);
        neff += weight;
        for (int i = 0; i < m_layout.columns(); ++i)
            counts[fieldIndex(i, m_states[std::size_t(n) * m_stateStride + std::size_t(i)])] += weight;
    }
    m_preconditioner =
        std::make_unique<Preconditioner>(m_layout, counts, neff, m_lambdaFields, m_lambdaPairs);
}

bool PottsObjective::turn(double beta, const StopToken &stop)
{
    std::vector<double> ss(std::size_t(m_layout.count()));
    m_pool.run(m_layout.count(), [&](int task, int) {
        const int J = m_layout.count() - 1 - task; // the longest first
        for (int I = 0; I <= J && !stop.stop_requested(); ++I) {
            const std::size_t size = std::size_t(sourceColumns(I) * kStates) * m_layout[J].stride;
            const double sum = m_kernels.turn(tableOf(m_s, I, J), tableOf(m_g, I, J), float(beta), size);
            ss[std::size_t(J)] += I < J ? 2 * sum : sum;
        }
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
