// SPDX-License-Identifier: GPL-3.0-or-later
// The network as LibTorch trains it: three convolutions, ReLU and dropout between, linear output, in Å.
#pragma once

#include <torch/nn.h>

#include <array>

namespace WhiteBox::Train {

struct NetSpec
{
    std::array<int, 3> kernels{1, 9, 7}; ///< odd, sum 17
    std::array<int, 2> widths{48, 48};
    double dropout = 0.1;

    int receptiveField() const { return kernels[0] + kernels[1] + kernels[2] - 2; }
    int margin() const { return receptiveField() / 2; }
};

/// Input and mask carry a margin of 7 cells on each side, so that a crop sees its surroundings; the output
/// has none. Cells outside of the protein are 0 in the mask, and after each layer are set to 0: this equals
/// three convolutions with zero padding over the whole protein, which is what the built-in engine computes.
class TrainNetImpl : public torch::nn::Module
{
public:
    explicit TrainNetImpl(const NetSpec &spec);

    /// x: (B, 441, S + 14, S + 14), mask: (B, 1, S + 14, S + 14) → (B, 4, S, S). The first two layers run in
    /// the type of x (bfloat16 in training), the last in float32.
    torch::Tensor forward(const torch::Tensor &x, const torch::Tensor &mask);
    const NetSpec &spec() const { return m_spec; }
    torch::nn::Conv2d layer(int n) const { return m_layers[std::size_t(n)]; }

private:
    NetSpec m_spec;
    std::array<torch::nn::Conv2d, 3> m_layers{nullptr, nullptr, nullptr};
};
TORCH_MODULE(TrainNet);

/// Side of the square of inputs that one output depends on, found by a gradient through positive weights.
int probeReceptiveField(const NetSpec &spec);

} // namespace WhiteBox::Train
