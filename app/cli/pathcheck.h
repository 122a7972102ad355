// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace CLI {
class App;
}

namespace WhiteBox::Cli {

/// What can be told of a parsed command's paths before anything is done: an output that is one of the inputs
/// or another output, the JSON files beside arrays and networks among them, since one would be lost; and what
/// is no file: an input that is a pipe would be waited for without end, an output would be replaced. Fails:
/// InvalidInput.
Result<void> checkPaths(const CLI::App &command);

} // namespace WhiteBox::Cli
