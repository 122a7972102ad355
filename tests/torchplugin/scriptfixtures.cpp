// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torchplugin/scriptfixtures.h"

#include "tests/support/referencenet.h"

#include <QFile>

#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/script.h>

#include <random>

namespace WhiteBox::Test {

namespace {

torch::Tensor tensorOf(const std::vector<float> &values, const std::vector<std::int64_t> &shape)
{
    return torch::from_blob(const_cast<float *>(values.data()), shape).clone();
}

/// relu() with a gradient by the rule that its name says.
struct PlainRule : torch::autograd::Function<PlainRule>
{
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &z,
                                 std::int64_t method)
    {
        context->save_for_backward({z});
        context->saved_data["method"] = method;
        return torch::where(z > 0, z, torch::zeros_like(z));
    }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   const torch::autograd::variable_list &gradients)
    {
        const auto open = context->get_saved_variables()[0] > 0;
        const auto &g = gradients[0];
        const auto none = torch::zeros_like(g);
        switch (AttributionMethod(context->saved_data["method"].toInt())) {
        case AttributionMethod::Gradient:
            return {torch::where(open, g, none), {}};
        case AttributionMethod::Deconvnet:
            return {torch::where(g > 0, g, none), {}};
        case AttributionMethod::Guided:
            break;
        }
        return {torch::where(open & (g > 0), g, none), {}};
    }
};

/// The residual network's tensors: four convolutions and, after the first three, batch norm.
std::vector<ScriptTensor> residualTensors(unsigned seed)
{
    std::vector<ScriptTensor> tensors = tensorsOf(randomLayers({441, 6, 6, 6, 3}, {3, 3, 3, 3}, seed));
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> positive(0.5F, 1.5F);
    std::uniform_real_distribution<float> any(-0.5F, 0.5F);
    for (int n = 1; n <= 3; ++n)
        for (const std::string name : {"scale", "shift", "mean", "variance"}) {
            ScriptTensor tensor{name + std::to_string(n), {6}, {}};
            for (int c = 0; c < 6; ++c)
                tensor.values.push_back(name == "scale" || name == "variance" ? positive(random)
                                                                              : any(random));
            tensors.push_back(tensor);
        }
    return tensors;
}

std::string normalisedConvolution(const std::string &to, const std::string &from, const std::string &n)
{
    return "    " + to + " = torch.batch_norm(torch.conv2d(" + from + ", self.weight" + n + ", self.bias" +
           n + ", [1, 1], [1, 1]), self.scale" + n + ", self.shift" + n + ", self.mean" + n +
           ", self.variance" + n + ", False, 0.1, 0.00001, False)\n";
}

} // namespace

bool saveScript(const QString &path, const std::vector<ScriptTensor> &tensors, const std::string &body)
{
    torch::jit::Module module("Network");
    for (const ScriptTensor &tensor : tensors)
        module.register_parameter(tensor.name, tensorOf(tensor.values, tensor.shape), false);
    module.define("def forward(self, x):\n" + body);
    module.eval();
    module.save(QFile::encodeName(path).toStdString());
    return QFile::exists(path);
}

std::vector<ScriptTensor> tensorsOf(const std::vector<ConvLayer> &layers)
{
    std::vector<ScriptTensor> tensors;
    for (const ConvLayer &layer : layers) {
        const std::string number = std::to_string(tensors.size() / 2 + 1);
        tensors.push_back(
            {"weight" + number, {layer.outputs, layer.inputs, layer.kernel, layer.kernel}, layer.weights});
        tensors.push_back({"bias" + number, {layer.outputs}, layer.bias});
    }
    return tensors;
}

std::string convolutionLine(const std::vector<ConvLayer> &layers, int number)
{
    const std::string n = std::to_string(number);
    const std::string padding = std::to_string(layers[std::size_t(number - 1)].kernel / 2);
    return "    x = torch.conv2d(x, self.weight" + n + ", self.bias" + n + ", [1, 1], [" + padding + ", " +
           padding + "])\n";
}

std::string convolutionsBody(const std::vector<ConvLayer> &layers, const std::string &between,
                             const std::string &end)
{
    std::string body;
    for (int number = 1; number <= int(layers.size()); ++number)
        body += (number > 1 ? between : "") + convolutionLine(layers, number);
    return body + end;
}

bool saveConvolutions(const QString &path, const std::vector<ConvLayer> &layers, const std::string &between)
{
    return saveScript(path, tensorsOf(layers), convolutionsBody(layers, between));
}

bool saveResidual(const QString &path, unsigned seed)
{
    return saveScript(path, residualTensors(seed),
                      normalisedConvolution("h", "x", "1") + "    h = torch.relu(h)\n" +
                          normalisedConvolution("r", "h", "2") + "    r = torch.relu_(r)\n" +
                          normalisedConvolution("r", "r", "3") + "    h = torch.relu(h + r)\n" +
                          "    return torch.conv2d(h, self.weight4, self.bias4, [1, 1], [1, 1])\n");
}

std::vector<float> residualGradient(unsigned seed, const InputStack &input, const OutputQuestion &question,
                                    std::vector<float> *outputs)
{
    std::vector<torch::Tensor> t;
    for (const ScriptTensor &tensor : residualTensors(seed))
        t.push_back(tensorOf(tensor.values, tensor.shape));
    const auto normalised = [&t](const torch::Tensor &x, std::size_t n) {
        const std::size_t first = 8 + 4 * (n - 1);
        const auto along = [&](std::size_t k) { return t[first + k].reshape({1, 6, 1, 1}); };
        const auto y = torch::conv2d(x, t[2 * n - 2], t[2 * n - 1], 1, 1);
        return (y - along(2)) / torch::sqrt(along(3) + 0.00001) * along(0) + along(1);
    };
    const std::int64_t length = input.length();
    std::vector<float> dense(std::size_t(length * length) * kBlock);
    for (int i = 0; i < length; ++i)
        input.gatherRow(i, std::span(dense).subspan(std::size_t(i) * std::size_t(length) * kBlock));
    const auto x = tensorOf(dense, {length, length, kBlock})
                       .permute({2, 0, 1})
                       .unsqueeze(0)
                       .contiguous()
                       .requires_grad_();
    const auto rule = std::int64_t(question.method);
    const auto h = PlainRule::apply(normalised(x, 1), rule);
    const auto r = normalised(PlainRule::apply(normalised(h, 2), rule), 3);
    const auto y = torch::conv2d(PlainRule::apply(h + r, rule), t[6], t[7], 1, 1);
    const double sign = question.target == AttributionTarget::RaisesDistance ? 1 : -1;
    const auto gradient =
        torch::autograd::grad({sign * y[0][question.channel][question.pair.i][question.pair.j]}, {x})[0][0]
            .permute({1, 2, 0})
            .contiguous();
    if (outputs != nullptr) {
        const auto flat = y.detach().contiguous();
        outputs->assign(flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel());
    }
    return {gradient.data_ptr<float>(), gradient.data_ptr<float>() + gradient.numel()};
}

} // namespace WhiteBox::Test
