// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to the graph of a frozen TorchScript network: all calls inlined, weights as constants,
// dropout gone, batch norm folded into the convolution before it.
#pragma once

#include "core/attribution/gradientwindow.h"
#include "core/network/convnet.h"

#include <QString>
#include <QStringList>

#include <torch/csrc/jit/ir/ir.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace WhiteBox::Torch {

using Graph = std::shared_ptr<torch::jit::Graph>;

/// The operator that takes a ReLU's place: z → max(z, 0), whose gradient follows the rule (an
/// AttributionMethod).
inline constexpr char kRectify[] = "whitebox::rectify";

struct Conversion
{
    std::vector<ConvLayer> layers; ///< empty where the built-in engine cannot run the graph
    QString obstacle;              ///< why
};
/// Recognises a chain of convolutions (square odd kernel, same padding) with a ReLU between each two.
Conversion convolutionsOf(const torch::jit::Graph &graph);

/// ReLUs, in loops and branches too.
int countRectifiers(const Graph &graph);
/// Names of the other nonlinearities, each once: "elu".
QStringList otherNonlinearities(const Graph &graph);
/// A copy whose ReLUs pass gradients by the method's rule.
Graph withRule(const Graph &graph, AttributionMethod method);
/// A copy whose constants are double precision.
Graph inDouble(const Graph &graph);

/// Operations that have a constant of two dimensions or more: their weights.
int countLayers(const Graph &graph);
/// A copy, the constants of the last layers redrawn from normal distributions of the same mean and spread.
Graph randomised(const Graph &graph, int layers, std::uint32_t seed);

} // namespace WhiteBox::Torch
