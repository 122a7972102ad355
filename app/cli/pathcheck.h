// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace CLI {
class App;
}

namespace WhiteBox::Cli {

/// What can be told of a parsed command's paths before anything is done: an output that is one of the inputs,
/// which would be lost, and an input that is a pipe, which would be waited for without end. Fails:
/// InvalidInput.
Result<void> checkPaths(const CLI::App &command);

} // namespace WhiteBox::Cli
