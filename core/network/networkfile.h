// SPDX-License-Identifier: GPL-3.0-or-later
// Convolutions from a weights file, shipped ones and those of others.
#pragma once

#include "core/network/convnet.h"
#include "core/network/safetensors.h"

#include <QString>

namespace WhiteBox {

/// A chain of convolutions from safetensors: every four-dimensional tensor NAME.weight is a layer, NAME.bias
/// its bias (none: zero); layers follow each other by the number in NAME ("conv1", "conv2", or "0", "3", "6"
/// as PyTorch's Sequential has it). Fails: Io, Parse, Unsupported, Mismatch.
Result<ConvNet> loadNetwork(const QString &safetensorsPath);
/// The same from tensors in memory; path is used in messages. Fails: Mismatch.
Result<ConvNet> networkFrom(const SafeTensors &file, const QString &path);

} // namespace WhiteBox
