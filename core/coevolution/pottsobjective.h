// SPDX-License-Identifier: GPL-3.0-or-later
// Regularised negative pseudo-log-likelihood of a Potts model with symmetric couplings (Seemayer et al. 2014;
// Ekeberg et al. 2013) and its gradient. Tables are float32; everything summed over sequences to one number
// is float64.
#pragma once

#include "core/alignment/alignment.h"
#include "core/base/stoptoken.h"
#include "core/base/threadpool.h"
#include "core/coevolution/alignedbuffer.h"
#include "core/coevolution/couplingtensor.h"
#include "core/coevolution/preconditioner.h"
#include "core/coevolution/sequenceblock.h"
#include "core/coevolution/tilelayout.h"

#include <array>
#include <memory>
#include <span>

namespace WhiteBox {

/// At x. ⟨,⟩ runs over the redundant vector: fields once, each coupling as w_ij(a,b) and as w_ji(b,a).
struct PottsSums
{
    double objective = 0;  ///< F
    double xx = 0;         ///< ⟨x,x⟩
    double gg = 0;         ///< ⟨g,g⟩
    double sg = 0;         ///< ⟨s,g⟩
    double derivative = 0; ///< of F along s: as ⟨s,g⟩, but with each coupling once
    double gpg = 0;        ///< the derivative of F along Pg with the preconditioner P, else along g
};

/// A point of the line x + length·s.
struct LinePoint
{
    double objective = 0;  ///< F
    double sg = 0;         ///< ⟨s,g⟩
    double derivative = 0; ///< of F by the length
};

/// The objective together with the point x, the gradient g and the search direction s: they share one layout,
/// and the passes over them are merged because at few sequences memory traffic is most of the time.
///
/// The logits are linear along a direction. They are kept, their change along s is summed once, and a point
/// of the line then costs no pass over the tables: 1/L of an evaluation.
class PottsObjective
{
public:
    PottsObjective(const Alignment &alignment, std::span<const float> weights, double lambdaFields,
                   double lambdaPairs, SimdLevel level, int threads, const StopToken &stop = {});
    ~PottsObjective();

    /// From now on directions are s = beta·s − P·g, with the Preconditioner P. To be called before the start.
    void precondition();

    /// What a fit is at between two iterations, to keep it and to put it back.
    struct Position
    {
        std::span<float> x;
        std::span<float> s;
        std::span<float> logits;
        std::span<double> fieldX;
        std::span<double> fieldS;
    };
    Position position() { return {m_x.span(), m_s.span(), m_z.span(), m_fieldX, m_fieldS}; }

    // What follows gives false when stopped: the object is unusable then, but for its destruction.

    /// Goes to couplings 0 and fields ln(c_i(a)/c_i(gap)) with counts plus 1. F and gradient there.
    bool start(const StopToken &stop);
    bool startAt(const CouplingTensor &point, const StopToken &stop);
    /// F and gradient at the position that was put back: to the bit what they were.
    bool resume(const StopToken &stop);
    /// s = beta·s − P·g.
    bool turn(double beta, const StopToken &stop);
    /// F and slope at x + length·s. x stays.
    bool probe(double length, const StopToken &stop);
    const LinePoint &probed() const { return m_probed; }
    /// x moves to the point probed last. F and gradient there.
    bool settle(const StopToken &stop);

    CouplingTensor point() const;
    /// P·g where there is a preconditioner.
    CouplingTensor gradient() const;
    /// The point, after giving back the other tensors' memory: nothing else may be asked of the object then.
    CouplingTensor takePoint(const StopToken &stop = {});
    const PottsSums &sums() const { return m_sums; }

    /// Bytes that an objective of this size allocates at most.
    static double memoryNeeded(double rows, double columns, int threads);

private:
    struct Workspace;

    void setOut();
    int sourceColumns(int K) const;
    float *tableOf(AlignedBuffer &buffer, int K, int J);
    float *sliceOf(AlignedBuffer &buffer, const Tile &tile, const SequenceBlock &block, int slice);
    std::array<float, kStates * kTile> fieldsOf(const Tile &tile) const;
    void sumDirection(const Tile &tile, int firstSlice, int lastSlice, Workspace &space,
                      const StopToken &stop);
    void goAlong(int t, int b, float step);
    void backward(int I, int J, Workspace &space, const StopToken &stop);
    void gather(float *to, const Tile &target, const Tile &source, const StopToken &stop);
    void symmetriseDiagonal(const Tile &tile, Workspace &space);
    void sumFields(const Tile &tile, Workspace &space);
    void settleFields();
    CouplingTensor toTensor(std::span<const float> buffer, std::span<const double> fields,
                            const StopToken &stop = {}) const;

    TileLayout m_layout;
    int m_rows;
    std::vector<float> m_weights;
    double m_lambdaFields;
    double m_lambdaPairs;
    const PottsKernels &m_kernels;
    ThreadPool m_pool;
    std::size_t m_stateStride;
    std::vector<std::uint8_t> m_states; ///< N rows of m_stateStride bytes, padded with gaps
    std::vector<SequenceBlock> m_blocks;
    std::size_t m_padded = 0; ///< rows of all blocks with their padding
    std::vector<Workspace> m_spaces;

    AlignedBuffer m_x;
    AlignedBuffer m_g;
    AlignedBuffer m_s;
    AlignedBuffer m_z;            ///< logits at x + m_length·s: [tile][block][slice][n], and so below
    AlignedBuffer m_d;            ///< their change along s
    AlignedBuffer m_r;            ///< residuals at x + m_length·s
    std::vector<double> m_fieldX; ///< L×21, the gap's 0, and so below
    std::vector<double> m_fieldG;
    std::vector<double> m_fieldS;
    std::vector<double> m_fieldH;      ///< P·g
    std::vector<LineSums> m_lineSums;  ///< [tile][block]
    std::vector<PairSums> m_blockSums; ///< of each pair of tiles
    /// Over the redundant couplings at x. xs is of the direction that led there; then of the present one.
    PairSums m_pairs;
    double m_pairSS = 0;
    double m_length = 0;
    bool m_hasDirection = false; ///< whether m_d is of the present s
    double m_loss = 0;           ///< F without the regularisation
    std::unique_ptr<Preconditioner> m_preconditioner;
    LinePoint m_probed;
    PottsSums m_sums;
};

} // namespace WhiteBox
