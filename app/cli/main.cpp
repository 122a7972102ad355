// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/pathcheck.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <CLI/CLI.hpp>

#include <clocale>
#include <cstdio>
#include <initializer_list>
#include <new>

using namespace WhiteBox;
using namespace WhiteBox::Cli;

namespace {

constexpr const char *kFooter = R"(Exit statuses:
  0    done
  1    bad usage or input
  2    a file could not be read or written
  3    a tool, a database or the network is missing or unusable, or a tool failed
  4    not enough memory or disk
  130  cancelled

"whitebox-cli COMMAND --help" tells what a command takes. See also whitebox-cli(1).)";

constexpr std::initializer_list<void (*)(CLI::App &, Context &)> kCommands = {
    addRunCommand,      addJobsCommand,     addCheckCommand,   addCouplingsCommand,
    addPredictCommand,  addExplainCommand,  addTrustCommand,   addStudyCommand,
    addJacobianCommand, addEvaluateCommand, addNetworkCommand, addFiguresCommand,
};

/// Carries the answer to a command that is not to run out of its parsing.
struct Refused
{
    Error error;
};

/// Of the commands that were given. When all is parsed, so that --json is known wherever it stands.
void checkPathsOf(const CLI::App &app)
{
    for (const CLI::App *command : app.get_subcommands()) {
        if (auto checked = checkPaths(*command); !checked.isOk())
            throw Refused{std::move(checked).error()};
        checkPathsOf(*command);
    }
}

int reportUsage(const CLI::App &app, const CLI::ParseError &error, const Context &context)
{
    // --help and --version come as errors with status 0.
    if (error.get_exit_code() == 0)
        return app.exit(error);
    Error usage;
    usage.what = QCoreApplication::translate("Cli", "The command line is not understood");
    usage.why = QString::fromLocal8Bit(error.what());
    usage.remedy = QCoreApplication::translate("Cli", "See whitebox-cli --help.");
    return report(usage, context);
}

int parseAndRun(CLI::App &app, const Context &context, int argc, char **argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return reportUsage(app, error, context);
    } catch (const Refused &refused) {
        return report(refused.error, context);
    } catch (const std::bad_alloc &) {
        Error memory;
        memory.kind = ErrorKind::Resources;
        memory.what = QCoreApplication::translate("Cli", "Memory ran out");
        memory.why = QCoreApplication::translate("Cli", "the system has no more to give");
        memory.remedy = QCoreApplication::translate("Cli", "Close other programs or take a shorter protein.");
        return report(memory, context);
    }
    return context.status;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    // Qt has set the user's locale: under a German one "0.01" would be no number.
    std::setlocale(LC_NUMERIC, "C");
    QCoreApplication::setApplicationName(QStringLiteral("whitebox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WHITEBOX_VERSION));
    const Interrupt interrupt;

    Context context;
    context.stop = interrupt.token();
    CLI::App app("White Box: from a protein sequence to explained residue distances", "whitebox-cli");
    app.set_version_flag("--version", "whitebox-cli " WHITEBOX_VERSION);
    app.set_help_all_flag("--help-all", "Print the help of all commands and exit");
    app.add_flag("--json", context.json, "Print one JSON document on stdout, errors too");
    app.require_subcommand(1);
    app.fallthrough();
    app.footer(kFooter);
    for (const auto add : kCommands)
        add(app, context);
    app.parse_complete_callback([&app] { checkPathsOf(app); });
    return parseAndRun(app, context, argc, argv);
}
