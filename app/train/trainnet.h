// SPDX-License-Identifier: GPL-3.0-or-later
// The network as LibTorch trains it: three convolutions, ReLU and dropout between, linear output, in Å.
#pragma once

#include <torch/nn.h>

#include <array>

namespace WhiteBox::Train {

struct NetSpec
{
    std::array<int, 3> kernels{1, 9, 7}; ///< odd; of a network to be shipped, their sum is 17
    std::array<int, 2> widths{48, 48};
    double dropout = 0.1;
    /// Weights tied so that mirroring the map mirrors the prediction: y(xᵀ) = y(x)ᵀ, where xᵀ swaps i with j
    /// and a with b, and yᵀ swaps αβ with βα. Half the free parameters, and every crop teaches its mirror
    /// image too.
    bool symmetric = true;

    int receptiveField() const { return kernels[0] + kernels[1] + kernels[2] - 2; }
    int margin() const { return receptiveField() / 2; }
};

/// Input and mask carry a margin of half a field on each side, so that a crop sees its surroundings; the
/// output has none. Cells outside of the protein are 0 in the mask, and after each layer are set to 0: this
/// equals three convolutions with zero padding over the whole protein, which is what the built-in engine
/// computes.
class TrainNetImpl : public torch::nn::Module
{
public:
    explicit TrainNetImpl(const NetSpec &spec);

    /// x: (B, 441, S + 2m, S + 2m), mask: (B, 1, S + 2m, S + 2m) → (B, 4, S, S), m = margin().
    torch::Tensor forward(const torch::Tensor &x, const torch::Tensor &mask);
    const NetSpec &spec() const { return m_spec; }
    /// (outputs, inputs, k, k) and (outputs) of layer n = 0..2, as the network uses them.
    torch::Tensor weight(int n) const;
    torch::Tensor bias(int n) const;

private:
    torch::Tensor convolve(int n, const torch::Tensor &x) const;

    NetSpec m_spec;
    std::array<torch::nn::Conv2d, 3> m_layers{nullptr, nullptr, nullptr};
    std::array<torch::Tensor, 4> m_mirrors; ///< of the channels before, between and after the layers
};
TORCH_MODULE(TrainNet);

/// Side of the square of inputs that one output depends on, found by a gradient through positive weights.
int probeReceptiveField(const NetSpec &spec);

} // namespace WhiteBox::Train
