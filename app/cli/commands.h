// SPDX-License-Identifier: GPL-3.0-or-later
// Each subcommand lives in a file of its own, registers itself on the application and, when chosen, sets the exit
// status that main() returns. Statuses: 0 done, 1 bad usage or input, 2 a file could not be read or written,
// 3 a tool is missing or failed, 4 not enough memory or disk, 130 cancelled.
#pragma once

#include "core/base/error.h"

namespace CLI {
class App;
}

namespace WhiteBox::Cli {

struct Context
{
    bool json = false; ///< --json: one JSON document on stdout, nothing else there
    int status = 0;
};

void addCouplingsCommand(CLI::App &app, Context &context);

/// Prints the error on stderr (as JSON on stdout with --json) and gives the exit status of its kind.
int report(const Error &error, const Context &context);

} // namespace WhiteBox::Cli
