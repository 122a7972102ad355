// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/autograd.h"

#include <torch/torch.h>

namespace WhiteBox::Test {

namespace {

struct GuidedRelu : torch::autograd::Function<GuidedRelu>
{
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &z)
    {
        context->save_for_backward({z});
        return z.clamp_min(0);
    }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   const torch::autograd::variable_list &gradients)
    {
        const auto z = context->get_saved_variables()[0];
        return {gradients[0].clamp_min(0) * (z > 0)};
    }
};

} // namespace

struct Autograd::Private
{
    std::vector<torch::Tensor> weights;
    std::vector<torch::Tensor> biases;
    torch::Tensor input;
    torch::Tensor kept;

    torch::Tensor run() const
    {
        torch::Tensor x = input;
        for (std::size_t l = 0; l < weights.size(); ++l) {
            x = torch::conv2d(x, weights[l], biases[l], 1, weights[l].size(2) / 2);
            if (l + 1 < weights.size())
                x = GuidedRelu::apply(x);
        }
        return x;
    }
};

Autograd::Autograd(const std::vector<ConvLayer> &layers, const InputStack &input)
    : d(std::make_unique<Private>())
{
    at::set_num_threads(1);
    for (const ConvLayer &layer : layers) {
        d->weights.push_back(torch::from_blob(const_cast<float *>(layer.weights.data()),
                                              {layer.outputs, layer.inputs, layer.kernel, layer.kernel})
                                 .clone());
        d->biases.push_back(
            torch::from_blob(const_cast<float *>(layer.bias.data()), {layer.outputs}).clone());
    }
    const int length = input.length();
    std::vector<float> dense(std::size_t(length) * std::size_t(length) * kBlock);
    for (int i = 0; i < length; ++i)
        input.gatherRow(i, std::span(dense).subspan(std::size_t(i) * std::size_t(length) * kBlock,
                                                    std::size_t(length) * kBlock));
    d->input = torch::from_blob(dense.data(), {length, length, kBlock})
                   .permute({2, 0, 1})
                   .unsqueeze(0)
                   .contiguous()
                   .clone()
                   .requires_grad_();
    d->kept = d->run();
}

Autograd::~Autograd() = default;

float Autograd::guided(ResiduePair pair, int channel) const
{
    const auto y = d->run();
    return torch::autograd::grad({y[0][channel][pair.i][pair.j]}, {d->input})[0].sum().item<float>();
}

float Autograd::backwardOnly(ResiduePair pair, int channel) const
{
    return torch::autograd::grad({d->kept[0][channel][pair.i][pair.j]}, {d->input}, {}, true)[0]
        .sum()
        .item<float>();
}

} // namespace WhiteBox::Test
