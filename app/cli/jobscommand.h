// SPDX-License-Identifier: GPL-3.0-or-later
// What the subcommands of "whitebox-cli jobs" share.
#pragma once

#include "app/cli/commands.h"

#include <functional>

namespace WhiteBox {
class JobStore;
}

namespace WhiteBox::Cli {

/// Opens the library for an action, or reports why it cannot be; the exit status of either.
int withStore(Context &context, const std::function<int(JobStore &store)> &action);

/// Adds "trim" to the command "jobs".
void addTrimCommand(CLI::App &jobs, Context &context);

} // namespace WhiteBox::Cli
