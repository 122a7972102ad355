// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/pottsobjective.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace WhiteBox {

namespace {

// Logits of so many sequences and one tile stay in the L2 cache while the source columns go by.
constexpr int kSequenceBlock = 512;

std::size_t fieldIndex(int i, int a)
{
    return std::size_t(i) * kStates + std::size_t(a);
}

} // namespace

/// The states of up to 512 rows in the two orders that the kernels read.
struct PottsObjective::SequenceBlock
{
    int first = 0;
    int rows = 0;
    std::vector<std::uint16_t> index;  ///< [source block][n][16]: row of the block's table, k·21 + state
    std::vector<std::uint16_t> order;  ///< [k][n]: local rows sorted by their state in column k
    std::vector<std::uint16_t> starts; ///< [k][22]: where each state begins in order
    std::vector<std::uint16_t> identity;
    std::uint16_t all[kStates + 1] = {};
};

struct PottsObjective::Workspace
{
    AlignedBuffer z;        ///< logits, then residuals of a sequence block
    AlignedBuffer gradient; ///< of one tile, all source columns
    AlignedBuffer fields;   ///< a row of v, and behind it 21 rows for its gradient
    double loss = 0;
};

/// Where the two halves of a block's gradient, from tile I and from tile J, meet.
struct PottsObjective::PairSlot
{
    std::unique_ptr<std::mutex> mutex = std::make_unique<std::mutex>();
    bool arrived = false;
    double gg = 0;
    double sg = 0;
};

PottsObjective::PottsObjective(const Alignment &alignment, std::span<const float> weights, double lambdaFields,
                               double lambdaPairs, SimdLevel level, int threads)
    : m_layout(alignment.columns())
    , m_rows(alignment.rows())
    , m_weights(weights.begin(), weights.end())
    , m_lambdaFields(lambdaFields)
    , m_lambdaPairs(lambdaPairs)
    , m_kernels(pottsKernels(level))
    , m_pool(std::clamp(threads, 1, m_layout.count()))
    , m_stateStride(std::size_t(m_layout.count()) * kTile)
    , m_states(std::size_t(m_rows) * m_stateStride, kGap)
    , m_slots(std::size_t(m_layout.count()) * std::size_t(m_layout.count() + 1) / 2)
    , m_x(m_layout.fullSize())
    , m_g(m_layout.upperSize())
    , m_s(m_layout.upperSize())
    , m_fieldX(std::size_t(alignment.columns()) * kStates)
    , m_fieldG(m_fieldX.size())
    , m_fieldS(m_fieldX.size())
    , m_tileLoss(std::size_t(m_layout.count()))
{
    for (int n = 0; n < m_rows; ++n)
        std::ranges::copy(alignment.row(n), m_states.begin() + std::ptrdiff_t(std::size_t(n) * m_stateStride));
    makeSequenceBlocks(alignment);
    constexpr std::size_t row = std::size_t(kStates) * kTile;
    for (int worker = 0; worker < m_pool.threads(); ++worker)
        m_spaces.push_back({AlignedBuffer(row * kSequenceBlock), AlignedBuffer(m_layout[0].source(m_layout.columns())),
                            AlignedBuffer(row * (kStates + 1))});
}

PottsObjective::~PottsObjective() = default;

double PottsObjective::memoryNeeded(double rows, double columns, int threads)
{
    const double tiles = std::ceil(columns / kTile) * kTile;
    const double tensors = 4.0 * kStates * kStates * tiles * (2 * columns + kTile);
    const double spaces = threads * 4.0 * kStates * kTile * (kStates * columns + kSequenceBlock);
    return tensors + spaces + rows * tiles * 5;
}

void PottsObjective::makeSequenceBlocks(const Alignment &alignment)
{
    const int L = alignment.columns();
    for (int first = 0; first < m_rows; first += kSequenceBlock) {
        SequenceBlock block;
        block.first = first;
        block.rows = std::min(kSequenceBlock, m_rows - first);
        const auto rows = std::size_t(block.rows);
        block.index.resize(std::size_t(m_layout.count()) * rows * kTile);
        block.order.resize(std::size_t(L) * rows);
        block.starts.resize(std::size_t(L) * (kStates + 1));
        for (int k = 0; k < L; ++k) {
            std::uint16_t *starts = &block.starts[std::size_t(k) * (kStates + 1)];
            for (int n = 0; n < block.rows; ++n) {
                const int b = alignment.at(first + n, k);
                block.index[(std::size_t(k / kTile) * rows + std::size_t(n)) * kTile + std::size_t(k % kTile)]
                    = std::uint16_t(k % kTile * kStates + b);
                ++starts[b + 1];
            }
            std::uint16_t next[kStates];
            for (int b = 0; b < kStates; ++b)
                starts[b + 1] = std::uint16_t(starts[b + 1] + starts[b]), next[b] = starts[b];
            for (int n = 0; n < block.rows; ++n)
                block.order[std::size_t(k) * rows + next[alignment.at(first + n, k)]++] = std::uint16_t(n);
        }
        for (int n = 0; n < block.rows; ++n)
            block.identity.push_back(std::uint16_t(n));
        std::fill(block.all + 1, block.all + kStates + 1, std::uint16_t(block.rows));
        m_blocks.push_back(std::move(block));
    }
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
    std::ranges::fill(m_x.span(), 0.0F);
    m_pairXX = 0;
}

void PottsObjective::setPoint(const CouplingTensor &point)
{
    std::ranges::copy(point.fields(), m_fieldX.begin());
    for (int J = 0; J < m_layout.count(); ++J) {
        const Tile &tile = m_layout[J];
        for (int k = 0; k < m_layout.columns(); ++k)
            for (int b = 0; b < kStates; ++b)
                for (int a = 0; a < kStates; ++a)
                    for (int j = 0; j < tile.real; ++j)
                        m_x.data()[tile.fullOffset + tile.source(k) + std::size_t(b) * tile.stride
                                   + std::size_t(a * tile.width + j)]
                            = point.at(k, tile.first + j, b, a);
    }
    m_pairXX = 0;
    for (const float w : point.values())
        m_pairXX += 2.0 * double(w) * double(w);
}

CouplingTensor PottsObjective::toTensor(std::span<const float> buffer, bool full, std::span<const double> fields) const
{
    CouplingTensor tensor(m_layout.columns());
    std::ranges::transform(fields, tensor.fields().begin(), [](double v) { return float(v); });
    for (int J = 0; J < m_layout.count(); ++J) {
        const Tile &tile = m_layout[J];
        const float *table = buffer.data() + (full ? tile.fullOffset : tile.upperOffset);
        for (int j = 0; j < tile.real; ++j)
            for (int k = 0; k < tile.first + j; ++k) {
                const auto out = tensor.stored(k, tile.first + j);
                for (int b = 0; b < kStates; ++b)
                    for (int a = 0; a < kStates; ++a)
                        out[std::size_t(b * kStates + a)] = table[tile.source(k) + std::size_t(b) * tile.stride
                                                                  + std::size_t(a * tile.width + j)];
            }
    }
    return tensor;
}

CouplingTensor PottsObjective::point() const
{
    return toTensor(m_x.span(), true, m_fieldX);
}

CouplingTensor PottsObjective::gradient() const
{
    return toTensor(m_g.span(), false, m_fieldG);
}

PottsObjective::PairSlot &PottsObjective::slot(int I, int J)
{
    return m_slots[std::size_t(J) * std::size_t(J + 1) / 2 + std::size_t(I)];
}

bool PottsObjective::evaluate(const StopToken &stop)
{
    for (auto &slot : m_slots)
        slot.arrived = false;
    m_pool.run(m_layout.count(), [&](int t, int worker) { evaluateTile(t, m_spaces[std::size_t(worker)], stop); });
    if (stop.stop_requested())
        return false;
    m_sums.gg = 0;
    m_sums.sg = 0;
    for (int J = 0; J < m_layout.count(); ++J)
        for (int I = 0; I <= J; ++I) {
            const double times = I == J ? 1 : 2;
            m_sums.gg += times * slot(I, J).gg;
            m_sums.sg += times * slot(I, J).sg;
        }
    m_sums.xx = m_pairXX;
    m_sums.objective = m_lambdaPairs * m_pairXX / 2;
    for (const double loss : m_tileLoss)
        m_sums.objective += loss;
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
        m_sums.sg += m_fieldS[f] * m_fieldG[f];
    }
}

void PottsObjective::evaluateTile(int t, Workspace &space, const StopToken &stop)
{
    const Tile &tile = m_layout[t];
    std::memset(space.gradient.data(), 0, tile.source(m_layout.columns()) * sizeof(float));
    std::memset(space.fields.data(), 0, space.fields.size() * sizeof(float));
    for (int j = 0; j < tile.real; ++j)
        for (int a = 0; a < kGap; ++a) {
            space.fields.data()[a * tile.width + j] = float(m_fieldX[fieldIndex(tile.first + j, a)]);
            m_fieldG[fieldIndex(tile.first + j, a)] = 0;
        }
    space.loss = 0;
    for (const SequenceBlock &block : m_blocks) {
        if (stop.stop_requested())
            return;
        evaluateBlock(tile, block, space);
    }
    m_tileLoss[std::size_t(t)] = space.loss;
    merge(t, space);
}

void PottsObjective::evaluateBlock(const Tile &tile, const SequenceBlock &block, Workspace &space)
{
    const int L = m_layout.columns();
    const auto rows = std::size_t(block.rows);
    float *z = space.z.data();
    for (std::size_t n = 0; n < rows; ++n)
        std::memcpy(z + n * tile.stride, space.fields.data(), tile.stride * sizeof(float));
    const float *table = m_x.data() + tile.fullOffset;
    for (int k = 0; k < L; k += kTile)
        m_kernels.addRows(z, table + tile.source(k), tile.stride, &block.index[std::size_t(k) * rows],
                          std::min(kTile, L - k), block.rows);
    space.loss += m_kernels.residuals(
        z, tile.stride, tile.width, tile.real,
        &m_states[std::size_t(block.first) * m_stateStride + std::size_t(tile.first)], m_stateStride,
        &m_weights[std::size_t(block.first)], block.rows);
    for (int k = 0; k < L; ++k)
        m_kernels.sumRows(space.gradient.data() + tile.source(k), z, tile.stride, &block.order[std::size_t(k) * rows],
                          &block.starts[std::size_t(k) * (kStates + 1)]);
    // The fields' gradient is the same sum with all rows in one list.
    float *sum = space.fields.data() + tile.stride;
    std::memset(sum, 0, tile.stride * sizeof(float));
    m_kernels.sumRows(sum, z, tile.stride, block.identity.data(), block.all);
    for (int j = 0; j < tile.real; ++j)
        for (int a = 0; a < kGap; ++a)
            m_fieldG[fieldIndex(tile.first + j, a)] += double(sum[a * tile.width + j]);
}

void PottsObjective::merge(int t, Workspace &space)
{
    mergeDiagonal(t, space);
    for (int I = 0; I < t; ++I)
        mergeUpper(I, t, space);
    for (int J = t + 1; J < m_layout.count(); ++J)
        mergeLower(t, J, space);
}

// Tile J's own sums over source block I, which already lie as the upper tensor has them. Two threads may meet here;
// the sum of two numbers does not depend on who came first.
void PottsObjective::mergeUpper(int I, int J, Workspace &space)
{
    const Tile &tile = m_layout[J];
    const std::size_t at = tile.source(I * kTile);
    PairSlot &pair = slot(I, J);
    const std::lock_guard lock(*pair.mutex);
    if (pair.arrived)
        finishBlock(pair, I, J, space.gradient.data() + at);
    else
        std::memcpy(m_g.data() + tile.upperOffset + at, space.gradient.data() + at,
                    tile.source(kTile) * sizeof(float));
    pair.arrived = true;
}

// Tile I's sums over source block J > I, to be transposed.
void PottsObjective::mergeLower(int I, int J, Workspace &space)
{
    const Tile &tile = m_layout[J];
    PairSlot &pair = slot(I, J);
    const std::lock_guard lock(*pair.mutex);
    m_kernels.mirrorIn(m_g.data() + tile.upperOffset + tile.source(I * kTile), tile.stride, tile.width,
                       space.gradient.data() + m_layout[I].source(J * kTile), tile.real, pair.arrived);
    if (pair.arrived)
        finishBlock(pair, I, J, nullptr);
    pair.arrived = true;
}

void PottsObjective::mergeDiagonal(int t, Workspace &space)
{
    const Tile &tile = m_layout[t];
    float *from = space.gradient.data() + tile.source(tile.first);
    float *to = m_g.data() + tile.upperOffset + tile.source(tile.first);
    const auto at = [&](int k, int b, int a, int j) {
        return tile.source(k) + std::size_t(b) * tile.stride + std::size_t(a * tile.width + j);
    };
    for (int k = 0; k < tile.real; ++k)
        for (int b = 0; b < kStates; ++b)
            for (int a = 0; a < kStates; ++a)
                for (int j = 0; j < tile.real; ++j)
                    to[at(k, b, a, j)] = j == k ? 0.0F : from[at(k, b, a, j)] + from[at(j, a, b, k)];
    finishBlock(slot(t, t), t, t, nullptr);
}

void PottsObjective::finishBlock(PairSlot &pair, int I, int J, const float *other)
{
    const Tile &tile = m_layout[J];
    const std::size_t at = tile.source(I * kTile);
    pair.gg = 0;
    pair.sg = 0;
    m_kernels.finish(m_g.data() + tile.upperOffset + at, other, m_x.data() + tile.fullOffset + at,
                     m_s.data() + tile.upperOffset + at, float(2 * m_lambdaPairs),
                     tile.source(m_layout[I].real), &pair.gg, &pair.sg);
}

void PottsObjective::turnAndStep(double beta, double length)
{
    move(true, beta, length);
}

void PottsObjective::step(double length)
{
    move(false, 0, length);
}

void PottsObjective::move(bool turn, double beta, double length)
{
    std::vector<double> xx(std::size_t(m_layout.count()));
    m_pool.run(m_layout.count(), [&](int task, int) {
        const int J = m_layout.count() - 1 - task; // the longest first
        const Tile &tile = m_layout[J];
        const auto part = [&](std::size_t from, std::size_t to) {
            float *x = m_x.data() + tile.fullOffset + from;
            float *s = m_s.data() + tile.upperOffset + from;
            const float *g = m_g.data() + tile.upperOffset + from;
            return turn ? m_kernels.turnAndStep(x, s, g, float(beta), float(length), to - from)
                        : m_kernels.step(x, s, float(length), to - from);
        };
        const std::size_t diagonal = tile.source(tile.first);
        xx[std::size_t(J)] = 2 * part(0, diagonal) + part(diagonal, tile.upperCount);
        mirrorTile(J);
    });
    m_pairXX = 0;
    for (const double sum : xx)
        m_pairXX += sum;
    for (std::size_t f = 0; f < m_fieldX.size(); ++f) {
        if (turn)
            m_fieldS[f] = beta * m_fieldS[f] - m_fieldG[f];
        m_fieldX[f] += length * m_fieldS[f];
    }
}

void PottsObjective::mirrorTile(int J)
{
    const Tile &tile = m_layout[J];
    for (int I = 0; I < J; ++I)
        m_kernels.mirrorOut(m_x.data() + m_layout[I].fullOffset + m_layout[I].source(tile.first),
                            m_x.data() + tile.fullOffset + tile.source(I * kTile), tile.stride, tile.width, tile.real);
}

} // namespace WhiteBox
