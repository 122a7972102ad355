// SPDX-License-Identifier: GPL-3.0-or-later
// The forward pass in rows: rows of the input come in batches, and every layer goes as far down as the rows
// above it allow. Each layer keeps only the last rows of its input, in a ring, so that no map is ever
// expanded whole.
#pragma once

#include "core/base/alignedvector.h"
#include "core/base/threadpool.h"
#include "core/network/convnet.h"
#include "core/network/packedlayer.h"

#include <atomic>
#include <vector>

namespace WhiteBox {

/// One run of a network. Used by ConvNet only.
class ForwardPass
{
public:
    ForwardPass(const std::vector<PackedLayer> &layers, const InputStack &input, int threads,
                const StopToken &stop, const HiddenRowReceiver &hidden);

    Result<DistanceMap> run(const Progress &progress);

private:
    /// The last rows of a layer's input, each with its zero columns.
    struct Ring
    {
        int capacity = 0;
        std::size_t rowSize = 0; ///< floats
        std::size_t margin = 0;  ///< floats of zeros in front of column 0
        AlignedVector<float> values;

        float *row(int i) { return values.data() + std::size_t(i % capacity) * rowSize; }
        float *pixels(int i) { return row(i) + margin; }
    };

    int layerCount() const { return int(m_layers.size()); }
    int readyRows(int layer, int inputRows) const;
    void computeRow(int layer, int i, float *sums);
    void accumulate(int layer, int i, float *sums);
    void finishHidden(int layer, int i, const float *sums);
    void finishOutput(int i, const float *sums);
    float sumOf(const PackedLayer &layer, const float *sums, int j, int out) const;

    const std::vector<PackedLayer> &m_layers;
    const InputStack &m_input;
    StopToken m_stop;
    const HiddenRowReceiver &m_hidden;
    int m_length;
    ThreadPool m_pool;
    DenseRowKernel m_kernel;
    RectifyRowKernel m_rectify;
    std::vector<Ring> m_rings;                ///< input of each layer
    std::vector<AlignedVector<float>> m_sums; ///< scratch of each worker
    DistanceMap m_output;
};

} // namespace WhiteBox
