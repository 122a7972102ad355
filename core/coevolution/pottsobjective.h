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
#include "core/coevolution/sequenceblock.h"
#include "core/coevolution/tilelayout.h"

#include <span>

namespace WhiteBox {

/// Sums over the redundant vector: fields once, each coupling as w_ij(a,b) and as w_ji(b,a).
struct PottsSums
{
    double objective = 0; ///< F
    double xx = 0;        ///< ⟨x,x⟩
    double gg = 0;        ///< ⟨g,g⟩
    double gpg = 0;       ///< ⟨g,Pg⟩ with the preconditioner P, else ⟨g,g⟩
    double sg = 0;        ///< ⟨s,g⟩
};

/// The objective together with the point x, the gradient g and the search direction s: they share one layout,
/// and the passes over them are merged because at few sequences memory traffic is most of the time.
class PottsObjective
{
public:
    PottsObjective(const Alignment &alignment, std::span<const float> weights, double lambdaFields,
                   double lambdaPairs, SimdLevel level, int threads, const StopToken &stop = {});
    ~PottsObjective();

    /// Couplings 0, fields ln(c_i(a)/c_i(gap)) with counts plus 1.
    void setStart();
    void setPoint(const CouplingTensor &point);
    CouplingTensor point() const;
    CouplingTensor gradient() const;
    /// The point, after giving back the other tensors' memory: nothing else may be asked of the object then.
    CouplingTensor takePoint(const StopToken &stop = {});

    /// What turnAndStep() and step() change, to keep it and to put it back. Gradient and sums then come from
    /// evaluate().
    struct Position
    {
        std::span<float> x;
        std::span<float> s;
        std::span<double> fieldX;
        std::span<double> fieldS;
        double &pairXX;
    };
    Position position() { return {m_x.span(), m_s.span(), m_fieldX, m_fieldS, m_pairXX}; }

    /// F and gradient at the present point. False when stopped: g is unusable then.
    bool evaluate(const StopToken &stop);
    /// From now on directions are s = beta·s − P·g, where P scales each field by the ratio of the couplings'
    /// curvature to its own, as far as column frequencies tell them.
    void preconditionFields();
    /// s = beta·s − g (or P·g), then x += length·s.
    void turnAndStep(double beta, double length, const StopToken &stop = {});
    /// x += length·s.
    void step(double length, const StopToken &stop = {});
    const PottsSums &sums() const { return m_sums; }

    /// Bytes that an objective of this size allocates at most.
    static double memoryNeeded(double rows, double columns, int threads);

private:
    struct Workspace;
    struct PairSums;

    float *residuals(const Tile &tile, int firstRow);
    void forward(int t, int firstBlock, int lastBlock, Workspace &space, const StopToken &stop);
    void forwardBlock(int t, int block, Workspace &space, const StopToken &stop);
    void backward(int I, int J, Workspace &space, const StopToken &stop);
    void gather(float *to, const Tile &target, const Tile &source, const StopToken &stop);
    void symmetriseDiagonal(const Tile &tile, Workspace &space);
    void sumFields(const Tile &tile, Workspace &space);
    void finishFields();
    void move(bool turn, double beta, double length, const StopToken &stop);
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
    std::vector<Workspace> m_spaces;

    AlignedBuffer m_x;
    AlignedBuffer m_g;
    AlignedBuffer m_s;
    AlignedBuffer m_residuals;    ///< [tile][n] rows
    std::vector<double> m_fieldX; ///< L×21, the gap's 0, and so below
    std::vector<double> m_fieldG;
    std::vector<double> m_fieldS;
    std::vector<double> m_fieldScale; ///< P
    std::vector<double> m_losses;     ///< [tile][block]
    std::vector<PairSums> m_pairSums; ///< of each pair of tiles
    double m_pairXX = 0;
    PottsSums m_sums;
};

} // namespace WhiteBox
