// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/pottsobjective.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace WhiteBox {

namespace {

std::size_t fieldIndex(int i, int a)
{
    return std::size_t(i) * kStates + std::size_t(a);
}

} // namespace

struct PottsObjective::Workspace
{
    AlignedBuffer lower;  ///< the part of a tile's table that the tensor holds transposed
    AlignedBuffer direct; ///< gradient of a block of source columns as the tensor has it
    AlignedBuffer mirror; ///< the same from the other side
    AlignedBuffer fields; ///< 21 rows
};

struct PottsObjective::PairSums
{
    double gg = 0;
    double sg = 0;
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
    , m_residuals(m_layout.rowSize() * std::size_t(m_rows))
    , m_fieldX(std::size_t(alignment.columns()) * kStates)
    , m_fieldG(m_fieldX.size())
    , m_fieldS(m_fieldX.size())
    , m_fieldScale(m_fieldX.size(), 1.0)
    , m_pairSums(std::size_t(m_layout.count()) * std::size_t(m_layout.count() + 1) / 2)
{
    for (int n = 0; n < m_rows; ++n)
        std::ranges::copy(alignment.row(n),
                          m_states.begin() + std::ptrdiff_t(std::size_t(n) * m_stateStride));
    for (int first = 0; first < m_rows && !stop.stop_requested(); first += SequenceBlock::kRows)
        m_blocks.emplace_back(m_states, m_stateStride, alignment.columns(), first,
                              std::min(SequenceBlock::kRows, m_rows - first));
    m_losses.resize(std::size_t(m_layout.count()) * m_blocks.size());
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
    return tensors + spaces + rows * tiles * (4 * kStates + 12);
}

void PottsObjective::setStart()
{
    const int L = m_layout.columns();
    std::vector<double> counts(m_fieldX.size(), 1.0);
    for (int n = 0; n < m_rows; ++n)
        for (int i = 0; i < L; ++i)
            counts[fieldIndex(i, m_states[std::size_t(n) * m_stateStride + std::size_t(i)])] += 1;
    for (int i = 0; i < L; ++i)
        for (int a = 0; a < kStates; ++a)
            m_fieldX[fieldIndex(i, a)] = std::log(counts[fieldIndex(i, a)] / counts[fieldIndex(i, kGap)]);
    m_x = AlignedBuffer(m_layout.size()); // zeros, which cost nothing until they are touched
    m_pairXX = 0;
}

void PottsObjective::setPoint(const CouplingTensor &point)
{
    std::ranges::copy(point.fields(), m_fieldX.begin());
    for (int J = 0; J < m_layout.count(); ++J) {
        const Tile &tile = m_layout[J];
        for (int k = 0; k < tile.first + tile.real; ++k)
            for (int b = 0; b < kStates; ++b)
                for (int a = 0; a < kStates; ++a)
                    for (int j = 0; j < tile.real; ++j)
                        m_x.data()[tile.offset + tile.source(k) + std::size_t(b) * tile.stride +
                                   std::size_t(a * tile.width + j)] = point.at(k, tile.first + j, b, a);
    }
    m_pairXX = 0;
    for (const float w : point.values())
        m_pairXX += 2.0 * double(w) * double(w);
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
    for (AlignedBuffer *buffer : {&m_g, &m_s, &m_residuals})
        AlignedBuffer().swap(*buffer);
    return toTensor(m_x.span(), m_fieldX, stop);
}

CouplingTensor PottsObjective::gradient() const
{
    return toTensor(m_g.span(), m_fieldG);
}

bool PottsObjective::evaluate(const StopToken &stop)
{
    const int T = m_layout.count();
    const int parts =
        m_pool.threads() == 1 ? 1 : std::min(int(m_blocks.size()), 1 + 8 * m_pool.threads() / T);
    m_pool.run(T * parts, [&](int task, int worker) {
        forward(task % T, task / T * int(m_blocks.size()) / parts,
                (task / T + 1) * int(m_blocks.size()) / parts, m_spaces[std::size_t(worker)], stop);
    });
    if (stop.stop_requested())
        return false;
    m_pool.run(int(m_pairSums.size()), [&](int task, int worker) {
        int J = 0;
        while ((J + 1) * (J + 2) / 2 <= task)
            ++J;
        backward(task - J * (J + 1) / 2, J, m_spaces[std::size_t(worker)], stop);
    });
    if (stop.stop_requested())
        return false;
    m_sums = {m_lambdaPairs * m_pairXX / 2, m_pairXX, 0, 0, 0};
    for (const double loss : m_losses)
        m_sums.objective += loss;
    for (int J = 0; J < T; ++J)
        for (int I = 0; I <= J; ++I) {
            const PairSums &pair = m_pairSums[std::size_t(J * (J + 1) / 2 + I)];
            m_sums.gg += (I == J ? 1 : 2) * pair.gg;
            m_sums.sg += (I == J ? 1 : 2) * pair.sg;
        }
    m_sums.gpg = m_sums.gg;
    finishFields();
    return true;
}

void PottsObjective::finishFields()
{
    for (std::size_t f = 0; f < m_fieldX.size(); ++f) {
        if (f % kStates == kGap)
            continue;
        m_fieldG[f] += 2 * m_lambdaFields * m_fieldX[f];
        m_sums.objective += m_lambdaFields * m_fieldX[f] * m_fieldX[f];
        m_sums.xx += m_fieldX[f] * m_fieldX[f];
        m_sums.gg += m_fieldG[f] * m_fieldG[f];
        m_sums.gpg += m_fieldScale[f] * m_fieldG[f] * m_fieldG[f];
        m_sums.sg += m_fieldS[f] * m_fieldG[f];
    }
}

float *PottsObjective::residuals(const Tile &tile, int firstRow)
{
    return m_residuals.data() + tile.rowOffset * std::size_t(m_rows) + tile.stride * std::size_t(firstRow);
}

// Logits and residuals of one tile and some of the blocks of sequences.
void PottsObjective::forward(int t, int firstBlock, int lastBlock, Workspace &space, const StopToken &stop)
{
    const Tile &tile = m_layout[t];
    const std::size_t own = tile.source(tile.first + tile.real);
    for (int J = t + 1; J < m_layout.count() && !stop.stop_requested(); ++J) {
        const Tile &other = m_layout[J];
        m_kernels.mirrorOut(space.lower.data() + tile.source(other.first) - own,
                            m_x.data() + other.offset + other.source(tile.first), other.stride, other.width,
                            other.real);
    }
    for (int block = firstBlock; block < lastBlock; ++block) {
        if (stop.stop_requested())
            return;
        forwardBlock(t, block, space, stop);
    }
}

void PottsObjective::forwardBlock(int t, int blockIndex, Workspace &space, const StopToken &stop)
{
    const Tile &tile = m_layout[t];
    const SequenceBlock &block = m_blocks[std::size_t(blockIndex)];
    const int L = m_layout.columns();
    alignas(64) float fields[kStates * kTile] = {};
    for (int j = 0; j < tile.real; ++j)
        for (int a = 0; a < kGap; ++a)
            fields[a * tile.width + j] = float(m_fieldX[fieldIndex(tile.first + j, a)]);
    float *z = residuals(tile, block.first);
    for (int k = 0; k < L; k += kTile) {
        if (stop.stop_requested())
            return;
        const float *table = k <= tile.first ? m_x.data() + tile.offset + tile.source(k)
                                             : space.lower.data() + tile.source(k - tile.first - tile.real);
        const SequenceBlock::Forward &lists = block.forward[std::size_t(k / kTile)];
        // Rows evaluated in full start from the fields; the first columns are theirs too.
        m_kernels.addRows(z, k == 0 ? fields : nullptr, table, tile.stride, lists.index.data(),
                          lists.counts.data(), block.rows);
    }
    m_kernels.addParents(z, tile.stride, block.parents.data(), block.rows);
    m_losses[std::size_t(t) * m_blocks.size() + std::size_t(blockIndex)] =
        m_kernels.residuals(z, tile.stride, tile.width, tile.real,
                            &m_states[std::size_t(block.first) * m_stateStride + std::size_t(tile.first)],
                            m_stateStride, &m_weights[std::size_t(block.first)], block.rows);
    m_kernels.addToParents(z, tile.stride, block.parents.data(), block.rows);
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
        sumFields(tile, space);
    } else {
        gather(space.mirror.data(), source, tile, stop);
        m_kernels.mirrorIn(space.direct.data(), tile.stride, tile.width, space.mirror.data(), tile.real);
    }
    PairSums &sums = m_pairSums[std::size_t(J * (J + 1) / 2 + I)];
    sums = {};
    const std::size_t at = tile.offset + tile.source(source.first);
    m_kernels.finish(m_g.data() + at, space.direct.data(), m_x.data() + at, m_s.data() + at,
                     float(2 * m_lambdaPairs), tile.source(source.real), &sums.gg, &sums.sg);
}

// to[k][b] = Σ of the target tile's residuals over the rows with state b in column k of the source tile.
void PottsObjective::gather(float *to, const Tile &target, const Tile &source, const StopToken &stop)
{
    for (const SequenceBlock &block : m_blocks) {
        if (stop.stop_requested())
            return;
        for (int k = 0; k < source.real; ++k) {
            const SequenceBlock::Backward &lists = block.backward[std::size_t(source.first + k)];
            m_kernels.sumRows(to + target.source(k), residuals(target, block.first), target.stride,
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
        m_kernels.sumRows(sum, residuals(tile, block.first), tile.stride, block.roots.order.data(),
                          block.roots.starts, true);
        for (int j = 0; j < tile.real; ++j)
            for (int a = 0; a < kGap; ++a)
                m_fieldG[fieldIndex(tile.first + j, a)] += double(sum[a * tile.width + j]);
    }
}

void PottsObjective::preconditionFields()
{
    double neff = 0;
    std::vector<double> counts(m_fieldX.size(), 0.0);
    for (int n = 0; n < m_rows; ++n) {
        const double weight = double(m_weights[std::size_t(n)]);
        neff += weight;
        for (int i = 0; i < m_layout.columns(); ++i)
            counts[fieldIndex(i, m_states[std::size_t(n) * m_stateStride + std::size_t(i)])] += weight;
    }
    const double pairs = 2 * m_lambdaPairs + neff / (kStates * kStates);
    for (std::size_t f = 0; f < counts.size(); ++f) {
        const double frequency = std::max(counts[f], 0.5) / neff;
        m_fieldScale[f] = pairs / (2 * m_lambdaFields + neff * frequency * std::max(1 - frequency, 0.01));
    }
}

void PottsObjective::turnAndStep(double beta, double length, const StopToken &stop)
{
    move(true, beta, length, stop);
}

void PottsObjective::step(double length, const StopToken &stop)
{
    move(false, 0, length, stop);
}

void PottsObjective::move(bool turn, double beta, double length, const StopToken &stop)
{
    std::vector<double> xx(std::size_t(m_layout.count()));
    m_pool.run(m_layout.count(), [&](int task, int) {
        if (stop.stop_requested())
            return;
        const int J = m_layout.count() - 1 - task; // the longest first
        const Tile &tile = m_layout[J];
        const auto part = [&](std::size_t from, std::size_t to) {
            float *x = m_x.data() + tile.offset + from;
            float *s = m_s.data() + tile.offset + from;
            const float *g = m_g.data() + tile.offset + from;
            return turn ? m_kernels.turnAndStep(x, s, g, float(beta), float(length), to - from)
                        : m_kernels.step(x, s, float(length), to - from);
        };
        const std::size_t diagonal = tile.source(tile.first);
        xx[std::size_t(J)] = 2 * part(0, diagonal) + part(diagonal, tile.count);
    });
    m_pairXX = 0;
    for (const double sum : xx)
        m_pairXX += sum;
    for (std::size_t f = 0; f < m_fieldX.size(); ++f) {
        if (turn)
            m_fieldS[f] = beta * m_fieldS[f] - m_fieldScale[f] * m_fieldG[f];
        m_fieldX[f] += length * m_fieldS[f];
    }
}

} // namespace WhiteBox
