// SPDX-License-Identifier: GPL-3.0-or-later
// The rules for ReLUs as an operator of LibTorch, and networks whose graphs have it.
#include "app/torchplugin/scriptnetwork.h"

#include "core/base/systemmemory.h"

#include <QCoreApplication>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <cmath>
#include <exception>
#include <new>

namespace WhiteBox::Torch {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ScriptNetwork)
};

/// max(z, 0) with a gradient by one of the three rules.
struct Rectify : torch::autograd::Function<Rectify>
{
    static at::Tensor forward(torch::autograd::AutogradContext *context, const at::Tensor &z,
                              std::int64_t rule)
    {
        context->save_for_backward({z});
        context->saved_data["rule"] = rule;
        return z.clamp_min(0);
    }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   const torch::autograd::variable_list &gradients)
    {
        const auto rule = AttributionMethod(context->saved_data["rule"].toInt());
        at::Tensor gradient = gradients[0];
        if (rule != AttributionMethod::Deconvnet)
            gradient = gradient * (context->get_saved_variables()[0] > 0);
        if (rule != AttributionMethod::Gradient)
            gradient = gradient.clamp_min(0);
        return {gradient, at::Tensor()};
    }
};

TORCH_LIBRARY(whitebox, library)
{
    library.def("rectify(Tensor z, int rule) -> Tensor",
                [](const at::Tensor &z, std::int64_t rule) { return Rectify::apply(z, rule); });
}

Error failed(ErrorKind kind, const QString &why)
{
    return Error{kind, Text::tr("The network cannot be run"), why,
                 Text::tr("Try it in PyTorch with an input of (1, 441, L, L), or choose another network.")};
}

/// (441, L, L), contiguous.
at::Tensor tensorOf(const InputStack &input)
{
    const std::int64_t length = input.length();
    at::Tensor x = at::empty({length, length, kBlock}, at::kFloat);
    const std::size_t row = std::size_t(length) * kBlock;
    for (int i = 0; i < length; ++i)
        input.gatherRow(i, {x.data_ptr<float>() + std::size_t(i) * row, row});
    return x.permute({2, 0, 1}).contiguous();
}

/// L×L×441, channels last, from (441, L, L).
std::vector<float> channelsLast(const at::Tensor &x)
{
    const at::Tensor turned = x.permute({1, 2, 0}).contiguous();
    return {turned.data_ptr<float>(), turned.data_ptr<float>() + turned.numel()};
}

Result<void> checkFits(const InputStack &input, int copies)
{
    const double values = double(input.length()) * double(input.length()) * kBlock;
    return checkMemory(copies * values * sizeof(float), Text::tr("Running the network"),
                       Text::tr("Take a shorter protein."));
}

Result<void> checkFinite(const DistanceMap &map)
{
    for (int c = 0; c < map.channels(); ++c)
        for (int i = 0; i < map.length(); ++i)
            for (int j = 0; j < map.length(); ++j)
                if (!std::isfinite(map.at(c, i, j)))
                    return failed(ErrorKind::Mismatch, Text::tr("its output %1 is %2 at the pair %3,%4")
                                                           .arg(c)
                                                           .arg(double(map.at(c, i, j)))
                                                           .arg(i + 1)
                                                           .arg(j + 1));
    return {};
}

/// Runs f; what LibTorch or the network throws ends here.
template <class F>
auto guarded(F &&f) -> decltype(f())
{
    try {
        return f();
    } catch (const std::bad_alloc &) {
        return Error::outOfMemory();
    } catch (const std::exception &exception) {
        return errorOf(exception);
    }
}

} // namespace

Error errorOf(const std::exception &exception)
{
    const auto *own = dynamic_cast<const c10::Error *>(&exception);
    const QString text = QString::fromUtf8(own != nullptr ? own->what_without_backtrace() : exception.what());
    if (text.contains(QLatin1String("can't allocate memory")))
        return Error::outOfMemory();
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    return failed(ErrorKind::ToolFailed,
                  Text::tr("it says: %1").arg(lines.isEmpty() ? text : lines.last().trimmed()));
}

c10::IValue rawOutput(const torch::jit::Code &code, const c10::IValue &self, const at::Tensor &x)
{
    torch::jit::Stack stack{self, x};
    torch::jit::InterpreterState(code).run(stack);
    return stack.back();
}

ScriptNetwork::ScriptNetwork(Graph graph, c10::IValue self, ScriptForm form)
    : m_graph(std::move(graph))
    , m_self(std::move(self))
    , m_form(std::move(form))
    , m_codes{torch::jit::Code(m_graph, "plain"),
              torch::jit::Code(withRule(m_graph, AttributionMethod::Deconvnet), "deconvnet"),
              torch::jit::Code(withRule(m_graph, AttributionMethod::Guided), "guided")}
{}

std::shared_ptr<const ScriptNetwork> ScriptNetwork::reformed(ScriptForm form) const
{
    return std::make_shared<const ScriptNetwork>(m_graph, m_self, std::move(form));
}

int ScriptNetwork::outputChannels() const
{
    const auto bins = int(m_form.meaning.binCentres.size());
    return bins > 0 ? m_form.outputs / bins : m_form.outputs;
}

/// (C, L, L) in Å of what the network says.
at::Tensor ScriptNetwork::distances(const at::Tensor &outputs) const
{
    const OutputMeaning &meaning = m_form.meaning;
    if (!meaning.isDistogram())
        return outputs * double(meaning.angstromPerUnit);
    const auto bins = std::int64_t(meaning.binCentres.size());
    const std::int64_t length = outputs.size(1);
    const at::Tensor centres =
        at::tensor(meaning.binCentres).to(outputs.scalar_type()).reshape({1, bins, 1, 1});
    const at::Tensor split = outputs.reshape({-1, bins, length, length});
    const at::Tensor shares = meaning.logits ? split.softmax(1) : split;
    return (shares * centres).sum(1);
}

/// x: (441, L, L). (C, L, L) in Å.
at::Tensor ScriptNetwork::run(const torch::jit::Code &code, const at::Tensor &x) const
{
    at::Tensor y = rawOutput(code, m_self, m_form.batched ? x.unsqueeze(0) : x).toTensor();
    if (y.dim() == 4 && y.size(0) == 1)
        y = y.squeeze(0);
    TORCH_CHECK(y.dim() == 3 && y.size(0) == m_form.outputs && y.size(1) == x.size(1) &&
                    y.size(2) == x.size(2),
                "an output of (", m_form.outputs, ", ", x.size(1), ", ", x.size(2), ") was expected, found ",
                y.sizes());
    return distances(y);
}

Result<DistanceMap> ScriptNetwork::forward(const InputStack &input, int threads, const StopToken &stop) const
{
    if (stop.stop_requested())
        return Error::cancelled();
    if (auto fits = checkFits(input, 3); !fits.isOk())
        return std::move(fits).error();
    return guarded([&]() -> Result<DistanceMap> {
        at::set_num_threads(threads);
        const at::NoGradGuard noGradients;
        const at::Tensor y = run(m_codes[0], tensorOf(input)).to(at::kFloat).contiguous();
        if (stop.stop_requested())
            return Error::cancelled();
        DistanceMap map(input.length(), int(y.size(0)));
        std::copy_n(y.data_ptr<float>(), y.numel(), map.values().begin());
        if (auto finite = checkFinite(map); !finite.isOk())
            return std::move(finite).error();
        return map;
    });
}

Result<std::vector<float>> ScriptNetwork::gradient(const InputStack &input,
                                                   const OutputQuestion &question) const
{
    if (auto fits = checkFits(input, 5); !fits.isOk())
        return std::move(fits).error();
    return guarded([&]() -> Result<std::vector<float>> {
        at::set_num_threads(1); // the caller has threads of its own
        const at::AutoGradMode gradients(true);
        const at::Tensor x = tensorOf(input).requires_grad_();
        // A network may change its input in place, which a leaf does not allow.
        const at::Tensor y = run(m_codes[std::size_t(question.method)], x.clone());
        const at::Tensor one =
            y.select(0, question.channel).select(0, question.pair.i).select(0, question.pair.j);
        const at::Tensor target = question.target == AttributionTarget::RaisesDistance ? one : -one;
        const auto found = torch::autograd::grad({target}, {x}, {}, false, false, true);
        std::vector<float> values = channelsLast(found[0].defined() ? found[0] : at::zeros_like(x));
        for (const float value : values)
            if (!std::isfinite(value))
                return failed(ErrorKind::Mismatch, Text::tr("its gradient at the pair %1,%2 is not finite")
                                                       .arg(question.pair.i + 1)
                                                       .arg(question.pair.j + 1));
        return values;
    });
}

Result<std::vector<double>> ScriptNetwork::outputsAlong(const InputStack &input,
                                                        std::span<const float> direction,
                                                        std::span<const double> steps, ResiduePair pair,
                                                        int channel) const
{
    return guarded([&]() -> Result<std::vector<double>> {
        at::set_num_threads(1);
        const at::NoGradGuard noGradients;
        const torch::jit::Code code(inDouble(m_graph), "double");
        const at::Tensor x = tensorOf(input).to(at::kDouble);
        const std::int64_t length = input.length();
        const at::Tensor way = at::tensor(at::ArrayRef<float>(direction.data(), direction.size()))
                                   .reshape({length, length, kBlock})
                                   .permute({2, 0, 1})
                                   .to(at::kDouble);
        std::vector<double> outputs;
        for (const double step : steps) {
            const at::Tensor y = run(code, x + way * step);
            TORCH_CHECK(y.scalar_type() == at::kDouble, "it does not compute in double precision");
            outputs.push_back(y.select(0, channel).select(0, pair.i).select(0, pair.j).item<double>());
        }
        return outputs;
    });
}

Result<std::shared_ptr<const ForeignNetwork>> ScriptNetwork::randomised(int layers, std::uint32_t seed) const
{
    return guarded([&]() -> Result<std::shared_ptr<const ForeignNetwork>> {
        return std::shared_ptr<const ForeignNetwork>(
            std::make_shared<const ScriptNetwork>(Torch::randomised(m_graph, layers, seed), m_self, m_form));
    });
}

} // namespace WhiteBox::Torch
