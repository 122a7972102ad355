// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/torchplugin/scriptgraph.h"
#include "core/attribution/foreignnetwork.h"

#include <ATen/core/Tensor.h>
#include <torch/csrc/jit/runtime/interpreter.h>

#include <array>
#include <functional>

namespace WhiteBox::Torch {

/// What the network's own exceptions become: the last line of their text, not LibTorch's stack.
Error errorOf(const std::exception &exception);

/// A network's form, found by trying.
struct ScriptForm
{
    bool batched = true; ///< takes (1, 441, L, L), else (441, L, L)
    int outputs = 0;     ///< of the file
    int receptiveField = 0;
    QString fingerprint;
    OutputMeaning meaning;
};

/// A frozen TorchScript network run by LibTorch's interpreter, without its optimiser: a network is asked
/// for one protein, and the optimiser would learn each length anew.
class ScriptNetwork : public ForeignNetwork
{
public:
    /// self: the frozen module, the graph's first argument.
    ScriptNetwork(Graph graph, c10::IValue self, ScriptForm form);

    int outputChannels() const override;
    int receptiveField() const override { return m_form.receptiveField; }
    QString fingerprint() const override { return m_form.fingerprint; }
    Result<DistanceMap> forward(const InputStack &input, int threads, const StopToken &stop) const override;
    Result<std::vector<float>> gradient(const InputStack &input,
                                        const OutputQuestion &question) const override;
    Result<std::vector<double>> outputsAlong(const InputStack &input, std::span<const float> direction,
                                             std::span<const double> steps, ResiduePair pair,
                                             int channel) const override;
    int layerCount() const override { return countLayers(m_graph); }
    Result<std::shared_ptr<const ForeignNetwork>> randomised(int layers, std::uint32_t seed) const override;

    const ScriptForm &form() const { return m_form; }
    const Graph &graph() const { return m_graph; }
    /// The same network with a form that is known better.
    std::shared_ptr<const ScriptNetwork> reformed(ScriptForm form) const;

private:
    at::Tensor run(const torch::jit::Code &code, const at::Tensor &x) const;
    at::Tensor distances(const at::Tensor &outputs) const;

    Graph m_graph;
    c10::IValue m_self;
    ScriptForm m_form;
    std::array<torch::jit::Code, 3> m_codes; ///< by method
};

/// What the network gives for x of (1, 441, L, L) or (441, L, L), before it means anything. Throws what
/// LibTorch throws.
c10::IValue rawOutput(const torch::jit::Code &code, const c10::IValue &self, const at::Tensor &x);

} // namespace WhiteBox::Torch
