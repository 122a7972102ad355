// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <CLI/CLI.hpp>

namespace WhiteBox::Cli {

void addCheckCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("check", "In preparation");
    command->callback([&context] {
        Error error;
        error.kind = ErrorKind::Unsupported;
        error.what = QStringLiteral("This command is not built in yet");
        context.status = report(error, context);
    });
}

} // namespace WhiteBox::Cli
