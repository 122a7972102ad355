// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/trainnet.h"

#include "core/coevolution/couplingtensor.h"
#include "core/structure/distancemap.h"

#include <torch/torch.h>

#include <cmath>

namespace WhiteBox::Train {
namespace {

constexpr double kStartAngstrom = 18; ///< the output's first guess: about the mean of the clamped distances

torch::nn::Conv2d makeLayer(int inputs, int outputs, int kernel)
{
    torch::nn::Conv2d layer(torch::nn::Conv2dOptions(inputs, outputs, kernel));
    torch::nn::init::kaiming_normal_(layer->weight, 0.0, torch::kFanIn, torch::kReLU);
    torch::nn::init::zeros_(layer->bias);
    return layer;
}

/// Where channel n of the mirrored map comes from: the input's block and the αβ and βα outputs are
/// transposed, hidden channels come in pairs c and c + width/2. Every one of these permutations is its own
/// inverse.
torch::Tensor mirroredBlock()
{
    const auto states = std::int64_t(kStates);
    return torch::arange(kBlock, torch::kLong).view({states, states}).t().reshape({kBlock});
}

torch::Tensor mirroredHidden(int width)
{
    return torch::arange(width, torch::kLong).roll(width / 2);
}

torch::Tensor mirroredOutputs()
{
    return torch::tensor({0, 2, 1, 3}, torch::kLong);
}

/// Mean of the weights and what they are for the mirrored map: the nearest layer for which mirroring the
/// input mirrors the output.
torch::Tensor symmetric(const torch::Tensor &weight, const torch::Tensor &outputs,
                        const torch::Tensor &inputs)
{
    return 0.5 * (weight + weight.index_select(0, outputs).index_select(1, inputs).transpose(2, 3));
}

} // namespace

TrainNetImpl::TrainNetImpl(const NetSpec &spec)
    : m_spec(spec)
{
    TORCH_CHECK(!spec.symmetric || (spec.widths[0] % 2 == 0 && spec.widths[1] % 2 == 0),
                "a symmetric network has its hidden channels in pairs: the widths must be even");
    m_layers[0] = register_module("conv1", makeLayer(kBlock, spec.widths[0], spec.kernels[0]));
    m_layers[1] = register_module("conv2", makeLayer(spec.widths[0], spec.widths[1], spec.kernels[1]));
    m_layers[2] = register_module("conv3", makeLayer(spec.widths[1], kDistanceChannels, spec.kernels[2]));
    m_mirrors = {mirroredBlock(), mirroredHidden(spec.widths[0]), mirroredHidden(spec.widths[1]),
                 mirroredOutputs()};
    torch::NoGradGuard guard;
    m_layers[2]->weight.mul_(0.3);
    m_layers[2]->bias.fill_(kStartAngstrom);
    if (!spec.symmetric)
        return;
    for (int n = 0; n < 3; ++n) // the mean of two independent numbers has their spread over √2
        m_layers[std::size_t(n)]->weight.copy_(std::sqrt(2.0) * weight(n));
}

torch::Tensor TrainNetImpl::weight(int n) const
{
    const auto layer = std::size_t(n);
    const torch::Tensor &trained = m_layers[layer]->weight;
    return m_spec.symmetric ? symmetric(trained, m_mirrors[layer + 1], m_mirrors[layer]) : trained;
}

torch::Tensor TrainNetImpl::bias(int n) const
{
    const auto layer = std::size_t(n);
    const torch::Tensor &trained = m_layers[layer]->bias;
    return m_spec.symmetric ? 0.5 * (trained + trained.index_select(0, m_mirrors[layer + 1])) : trained;
}

torch::Tensor TrainNetImpl::convolve(int n, const torch::Tensor &x) const
{
    return torch::conv2d(x, weight(n), bias(n));
}

torch::Tensor TrainNetImpl::forward(const torch::Tensor &x, const torch::Tensor &mask)
{
    torch::Tensor hidden = x;
    torch::Tensor inside = mask;
    for (int n = 0; n < 2; ++n) {
        const int cut = m_spec.kernels[std::size_t(n)] / 2;
        const auto size = inside.size(2) - 2 * cut;
        inside = inside.narrow(2, cut, size).narrow(3, cut, size);
        hidden = torch::relu(convolve(n, hidden)) * inside;
        hidden = torch::dropout(hidden, m_spec.dropout, is_training());
    }
    return convolve(2, hidden);
}

int probeReceptiveField(const NetSpec &spec)
{
    constexpr int kSide = 31;
    TrainNet net(spec);
    net->eval();
    {
        torch::NoGradGuard guard;
        for (auto &parameter : net->parameters())
            parameter.fill_(0.01);
    }
    const auto x = torch::ones({1, kBlock, kSide, kSide}).requires_grad_();
    const auto output = net->forward(x, torch::ones({1, 1, kSide, kSide}));
    output[0][0][output.size(2) / 2][output.size(3) / 2].backward();
    const auto touched = x.grad().abs().sum(at::IntArrayRef({0, 1})).gt(0);
    const auto rows = touched.any(1).sum().item<std::int64_t>();
    const auto columns = touched.any(0).sum().item<std::int64_t>();
    TORCH_CHECK(rows == columns && touched.sum().item<std::int64_t>() == rows * columns,
                "the field is not a square");
    return int(rows);
}

} // namespace WhiteBox::Train
