// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/torchplugin/scriptgraph.h"

#include <QCoreApplication>

#include <ATen/core/Tensor.h>
#include <ATen/ops/clone.h>
#include <torch/csrc/jit/ir/constants.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>
#include <random>

namespace WhiteBox::Torch {

namespace jit = torch::jit;

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ScriptGraph)
};

/// "conv2d" of aten::conv2d.
std::string nameOf(const jit::Node *node)
{
    return node->kind().toUnqualString();
}

bool isAten(const jit::Node *node, std::initializer_list<const char *> names)
{
    const std::string name = nameOf(node);
    return node->kind().is_aten() &&
           std::any_of(names.begin(), names.end(), [&](const char *known) { return name == known; });
}

/// Every node, those of loops and branches too, in the order of the graph.
void forEachNode(jit::Block *block, const std::function<void(jit::Node *)> &visit)
{
    std::vector<jit::Node *> nodes(block->nodes().begin(), block->nodes().end());
    for (jit::Node *node : nodes) {
        for (jit::Block *inner : node->blocks())
            forEachNode(inner, visit);
        visit(node);
    }
}

bool isZero(const jit::Value *value)
{
    const auto constant = jit::toIValue(value);
    return constant && constant->isScalar() && constant->toScalar().toDouble() == 0;
}

/// relu, and what people write for it: clamp(min=0), threshold(0, 0).
bool isRectifier(const jit::Node *node)
{
    if (isAten(node, {"relu", "relu_"}))
        return true;
    if (isAten(node, {"clamp_min", "clamp_min_"}))
        return isZero(node->input(1));
    if (isAten(node, {"threshold", "threshold_"}))
        return isZero(node->input(1)) && isZero(node->input(2));
    if (!isAten(node, {"clamp", "clamp_"}) || node->inputs().size() != 3)
        return false;
    const auto most = jit::toIValue(node->input(2));
    return isZero(node->input(1)) && most && most->isNone();
}

std::optional<at::Tensor> floatConstant(const jit::Value *value)
{
    if (value->node()->kind() != c10::prim::Constant)
        return std::nullopt;
    const auto constant = jit::toIValue(value);
    if (!constant || !constant->isTensor() || !constant->toTensor().is_floating_point())
        return std::nullopt;
    return constant->toTensor();
}

std::vector<float> floatsOf(const at::Tensor &tensor)
{
    const at::Tensor plain = tensor.detach().to(at::kFloat).contiguous();
    const auto *values = plain.data_ptr<float>();
    return {values, values + plain.numel()};
}

/// Whether a list of integers (or a single one) is known and consists of this number.
bool isAll(const jit::Value *value, std::int64_t number)
{
    const auto constant = jit::toIValue(value);
    if (!constant)
        return false;
    if (constant->isInt())
        return constant->toInt() == number;
    if (!constant->isIntList())
        return false;
    const auto list = constant->toIntVector();
    return std::all_of(list.begin(), list.end(), [=](std::int64_t entry) { return entry == number; });
}

bool isSamePadding(const jit::Value *padding, std::int64_t kernel)
{
    const auto constant = jit::toIValue(padding);
    if (constant && constant->isString())
        return constant->toStringRef() == "same";
    return isAll(padding, kernel / 2);
}

/// conv2d(input, weight, bias, stride, padding, dilation, groups); _convolution, as tracing writes it, has
/// transposed and output_padding before groups. Empty where the layer is one of ours, else what it has that
/// ours have not.
QString readConvolution(const jit::Node *node, ConvLayer &layer)
{
    const bool traced = nameOf(node) == "_convolution";
    const auto weight = floatConstant(node->input(1));
    if (!weight || weight->dim() != 4)
        return Text::tr("a convolution's weights are not fixed");
    const auto sizes = weight->sizes();
    if (sizes[2] != sizes[3] || sizes[2] % 2 == 0)
        return Text::tr("a kernel of %1 by %2").arg(sizes[2]).arg(sizes[3]);
    if (!isAll(node->input(3), 1))
        return Text::tr("a convolution with a stride");
    if (!isAll(node->input(5), 1))
        return Text::tr("a dilated convolution");
    if (!isAll(node->input(traced ? 8 : 6), 1))
        return Text::tr("a convolution in groups");
    if (traced && !isZero(node->input(6)))
        return Text::tr("a transposed convolution");
    if (!isSamePadding(node->input(4), sizes[2]))
        return Text::tr("a convolution whose padding changes the size");
    layer = {int(sizes[1]), int(sizes[0]), int(sizes[2]), floatsOf(*weight),
             std::vector<float>(std::size_t(sizes[0]), 0.0F)};
    if (const auto bias = floatConstant(node->input(2)))
        layer.bias = floatsOf(*bias);
    return {};
}

/// Follows the one value from the graph's input to its output.
class ChainReader
{
public:
    explicit ChainReader(const jit::Graph &graph)
        : m_graph(graph)
        , m_current(graph.inputs().back())
    {}

    Conversion read()
    {
        QString obstacle;
        for (const jit::Node *node : m_graph.nodes())
            if (obstacle.isEmpty() && node->kind() != c10::prim::Constant &&
                node->kind() != c10::prim::ListConstruct)
                obstacle = take(node);
        if (obstacle.isEmpty())
            obstacle = flawOfEnd();
        return obstacle.isEmpty() ? Conversion{std::move(m_layers), {}} : Conversion{{}, obstacle};
    }

private:
    QString take(const jit::Node *node)
    {
        if (node->inputs().empty() || node->input(0) != m_current || node->outputs().size() != 1)
            return Text::tr("%1 beside the chain of layers").arg(QString::fromStdString(nameOf(node)));
        if (m_current->uses().size() != 1)
            return Text::tr("a value that goes two ways");
        m_current = node->output();
        if (isAten(node, {"conv2d", "_convolution"}))
            return takeConvolution(node);
        if (isRectifier(node)) {
            m_rectified = true;
            return m_layers.empty() ? Text::tr("a ReLU before the first convolution") : QString();
        }
        if (isAten(node, {"dropout", "dropout_", "feature_dropout", "feature_dropout_"}) &&
            isZero(node->input(2)))
            return {};
        return QString::fromStdString(nameOf(node));
    }

    QString takeConvolution(const jit::Node *node)
    {
        if (!m_layers.empty() && !m_rectified)
            return Text::tr("two convolutions without a ReLU between them");
        m_rectified = false;
        return readConvolution(node, m_layers.emplace_back());
    }

    QString flawOfEnd() const
    {
        if (m_graph.outputs().size() != 1 || m_graph.outputs()[0] != m_current || m_layers.empty())
            return Text::tr("an output that is not the last layer's");
        return m_rectified ? Text::tr("a ReLU after the last convolution") : QString();
    }

    const jit::Graph &m_graph;
    const jit::Value *m_current;
    std::vector<ConvLayer> m_layers;
    bool m_rectified = false;
};

bool hasWeights(const jit::Node *node)
{
    return std::any_of(node->inputs().begin(), node->inputs().end(), [](const jit::Value *value) {
        const auto constant = floatConstant(value);
        return constant && constant->dim() >= 2;
    });
}

std::vector<jit::Node *> layersOf(const Graph &graph)
{
    std::vector<jit::Node *> layers;
    forEachNode(graph->block(), [&](jit::Node *node) {
        if (hasWeights(node))
            layers.push_back(node);
    });
    return layers;
}

at::Tensor redrawn(const at::Tensor &tensor, std::mt19937 &random)
{
    std::vector<float> values = floatsOf(tensor);
    double mean = 0;
    double square = 0;
    for (const float value : values) {
        mean += double(value) / double(values.size());
        square += double(value) * double(value) / double(values.size());
    }
    std::normal_distribution<double> normal(mean, std::sqrt(std::max(0.0, square - mean * mean)));
    at::Tensor drawn = at::clone(tensor.detach().contiguous());
    auto *to = drawn.data_ptr<float>();
    for (std::size_t n = 0; n < values.size(); ++n)
        to[n] = float(normal(random));
    return drawn;
}

} // namespace

Conversion convolutionsOf(const jit::Graph &graph)
{
    return ChainReader(graph).read();
}

int countRectifiers(const Graph &graph)
{
    int count = 0;
    forEachNode(graph->block(), [&](const jit::Node *node) { count += int(isRectifier(node)); });
    return count;
}

QStringList otherNonlinearities(const Graph &graph)
{
    static constexpr std::array kKnown{
        "elu",      "selu",    "celu",     "leaky_relu",  "prelu",      "rrelu",     "relu6",
        "hardtanh", "gelu",    "silu",     "mish",        "softplus",   "hardswish", "sigmoid",
        "tanh",     "softmax", "softsign", "hardsigmoid", "max_pool2d", "maximum",   "minimum"};
    QStringList found;
    forEachNode(graph->block(), [&](const jit::Node *node) {
        std::string name = nameOf(node);
        if (name.ends_with('_'))
            name.pop_back();
        if (node->kind().is_aten() && std::find(kKnown.begin(), kKnown.end(), name) != kKnown.end())
            found << QString::fromStdString(name);
    });
    found.removeDuplicates();
    return found;
}

Graph withRule(const Graph &graph, AttributionMethod method)
{
    Graph copy = graph->copy();
    forEachNode(copy->block(), [&](jit::Node *node) {
        if (!isRectifier(node))
            return;
        const jit::WithInsertPoint before(node);
        jit::Value *rule = copy->insertConstant(std::int64_t(method));
        jit::Value *passed = copy->insert(c10::Symbol::fromQualString(kRectify), {node->input(0), rule});
        passed->setType(node->output()->type());
        // After relu_() its argument has the new value too.
        if (nameOf(node).ends_with('_'))
            node->input(0)->replaceAllUsesAfterNodeWith(node, passed);
        node->output()->replaceAllUsesWith(passed);
        node->destroy();
    });
    return copy;
}

Graph inDouble(const Graph &graph)
{
    Graph copy = graph->copy();
    forEachNode(copy->block(), [](jit::Node *node) {
        if (node->kind() != c10::prim::Constant || node->outputs().size() != 1)
            return;
        if (const auto constant = floatConstant(node->output()))
            node->t_(c10::attr::value, constant->detach().to(at::kDouble));
    });
    return copy;
}

int countLayers(const Graph &graph)
{
    return int(layersOf(graph).size());
}

Graph randomised(const Graph &graph, int layers, std::uint32_t seed)
{
    Graph copy = graph->copy();
    std::vector<jit::Node *> nodes = layersOf(copy);
    std::mt19937 random(seed);
    for (int n = 0; n < std::min(layers, int(nodes.size())); ++n) {
        jit::Node *node = nodes[nodes.size() - 1 - std::size_t(n)];
        const jit::WithInsertPoint before(node);
        for (std::size_t input = 0; input < node->inputs().size(); ++input)
            if (const auto constant = floatConstant(node->input(input)); constant && constant->numel() > 1)
                node->replaceInput(input, copy->insertConstant(redrawn(*constant, random)));
    }
    return copy;
}

} // namespace WhiteBox::Torch
