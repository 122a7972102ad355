// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-figures: what `whitebox-cli figures` becomes. Draws with the window's own views, and needs no
// display.
#include "app/cli/interrupt.h"
#include "app/figures/figurescommand.h"

#include <QApplication>

#include <CLI/CLI.hpp>

#include <clocale>
#include <new>

using namespace WhiteBox;

namespace {

int parseAndRun(CLI::App &app, const Cli::Context &context, int argc, char **argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        // --help and --version come as errors with status 0.
        if (error.get_exit_code() == 0)
            return app.exit(error);
        Error usage;
        usage.what = QCoreApplication::translate("Figures", "The command line is not understood");
        usage.why = QString::fromLocal8Bit(error.what());
        usage.remedy = QCoreApplication::translate("Figures", "See whitebox-cli figures --help.");
        return Cli::report(usage, context);
    } catch (const std::bad_alloc &) {
        return Cli::report(Error::outOfMemory(), context);
    }
    return context.status;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    // Qt has set the user's locale: under a German one "0.01" would be no number.
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setApplicationName(QStringLiteral("whitebox"));
    QApplication::setOrganizationName(QStringLiteral("whitebox"));
    QApplication::setApplicationVersion(QStringLiteral(WHITEBOX_VERSION));
    const Cli::Interrupt interrupt;

    Cli::Context context;
    context.stop = interrupt.token();
    CLI::App app("Figures of a result as PNG, SVG or PDF", "whitebox-cli figures");
    app.set_version_flag("--version", "whitebox-figures " WHITEBOX_VERSION);
    app.add_flag("--json", context.json, "Print one JSON document on stdout, errors too");
    addFigureOptions(app, context);
    return parseAndRun(app, context, argc, argv);
}
