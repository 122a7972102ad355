// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/foreignnetwork.h"

namespace WhiteBox {

/// LibTorch, from its plugin, which stays loaded from the first call on: half a second and 145 MB. Looked for
/// beside the installed program, in the build tree, or where WHITEBOX_TORCH_PLUGIN says. Fails: MissingTool.
/// Any thread.
Result<const TorchEngine *> torchEngine();

} // namespace WhiteBox
