// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli figures: becomes whitebox-figures, which draws. This program has no library that could.
#include "app/cli/commands.h"
#include "core/base/companion.h"

#include <QCoreApplication>
#include <QFile>

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

/// Comes back only where the program could not be started.
Error becomeFigures(const std::vector<std::string> &arguments, bool json)
{
    const QString program = findCompanion(kFiguresProgram);
    Error error;
    error.kind = ErrorKind::MissingTool;
    error.what = tr("No figures can be drawn");
    error.remedy = tr("Install White Box whole, or build it: cmake --build build --target whitebox-figures.");
    if (program.isEmpty()) {
        error.why = tr("the program %1 is not beside this one").arg(QLatin1String(kFiguresProgram));
        return error;
    }
    QByteArray name = QFile::encodeName(program);
    std::vector<std::string> words = arguments;
    if (json)
        words.insert(words.begin(), "--json");
    std::vector<char *> argv{name.data()};
    for (std::string &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    execv(name.constData(), argv.data());
    error.why = QString::fromLocal8Bit(std::strerror(errno));
    error.file = program;
    return error;
}

} // namespace

void addFiguresCommand(CLI::App &app, Context &context)
{
    auto *command =
        app.add_subcommand("figures", "Figures as PNG, SVG or PDF, and those of the 2018 talk; made "
                                      "by whitebox-figures, whose --help tells the options");
    // All that follows is the other program's.
    command->prefix_command();
    command->fallthrough(false);
    command->set_help_flag();
    command->set_help_all_flag();
    command->callback([command, &context] {
        context.status = report(becomeFigures(command->remaining(), context.json), context);
    });
}

} // namespace WhiteBox::Cli
