// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/trainnet.h"

#include "core/coevolution/couplingtensor.h"
#include "core/structure/distancemap.h"

#include <torch/torch.h>

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

torch::Tensor convolve(const torch::nn::Conv2d &layer, const torch::Tensor &x)
{
    return torch::conv2d(x, layer->weight.to(x.scalar_type()), layer->bias.to(x.scalar_type()));
}

} // namespace

TrainNetImpl::TrainNetImpl(const NetSpec &spec)
    : m_spec(spec)
{
    TORCH_CHECK(spec.receptiveField() == 15, "k1 + k2 + k3 must be 17");
    m_layers[0] = register_module("conv1", makeLayer(kBlock, spec.widths[0], spec.kernels[0]));
    m_layers[1] = register_module("conv2", makeLayer(spec.widths[0], spec.widths[1], spec.kernels[1]));
    m_layers[2] = register_module("conv3", makeLayer(spec.widths[1], kDistanceChannels, spec.kernels[2]));
    torch::NoGradGuard guard;
    m_layers[2]->weight.mul_(0.3);
    m_layers[2]->bias.fill_(kStartAngstrom);
}

torch::Tensor TrainNetImpl::forward(const torch::Tensor &x, const torch::Tensor &mask)
{
    torch::Tensor hidden = x;
    torch::Tensor inside = mask.to(x.scalar_type());
    for (int n = 0; n < 2; ++n) {
        const int cut = m_spec.kernels[std::size_t(n)] / 2;
        const auto size = inside.size(2) - 2 * cut;
        inside = inside.narrow(2, cut, size).narrow(3, cut, size);
        hidden = torch::relu(convolve(m_layers[std::size_t(n)], hidden)) * inside;
        hidden = torch::dropout(hidden, m_spec.dropout, is_training());
    }
    return convolve(m_layers[2], hidden.to(torch::kFloat32));
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
