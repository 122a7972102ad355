// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"

namespace WhiteBox {

/// Declares the options of the whole program and what is done with them.
void addFigureOptions(CLI::App &app, Cli::Context &context);

} // namespace WhiteBox
