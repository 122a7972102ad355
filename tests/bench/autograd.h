// SPDX-License-Identifier: GPL-3.0-or-later
// Guided backpropagation by LibTorch's autograd over the whole map: what a user of PyTorch would call.
#pragma once

#include "core/base/residuepair.h"
#include "core/network/convnet.h"

#include <memory>
#include <vector>

namespace WhiteBox::Test {

/// float32, one thread.
class Autograd
{
public:
    Autograd(const std::vector<ConvLayer> &layers, const InputStack &input);
    ~Autograd();

    /// Gradient of one output by the whole input: forward and backward.
    float guided(ResiduePair pair, int channel) const;
    /// Backward only, the graph kept from before.
    float backwardOnly(ResiduePair pair, int channel) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace WhiteBox::Test
