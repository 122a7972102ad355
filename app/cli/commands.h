// SPDX-License-Identifier: GPL-3.0-or-later
// Each subcommand lives in a file of its own: add…Command() registers it on the application with a callback
// that does the work and sets the exit status which main() returns. To add one: its file, its line in
// CMakeLists.txt, its declaration here and its name in main.cpp's list.
//
// Exit statuses: 0 done, 1 bad usage or input, 2 a file could not be read or written, 3 a tool, a
// database or the network is missing, or a tool failed, 4 not enough memory or disk, 130 cancelled.
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/base/stoptoken.h"

class QJsonObject;

namespace CLI {
class App;
}

namespace WhiteBox::Cli {

/// What main() shares with every subcommand; outlives the callbacks.
struct Context
{
    bool json = false; ///< --json: one JSON document on stdout, nothing else there
    int status = 0;    ///< exit status
    StopToken stop;    ///< stopped by Ctrl-C and SIGTERM: hand it to everything that takes long
};

void addRunCommand(CLI::App &app, Context &context);
void addJobsCommand(CLI::App &app, Context &context);
void addCheckCommand(CLI::App &app, Context &context);
void addCouplingsCommand(CLI::App &app, Context &context);
void addPredictCommand(CLI::App &app, Context &context);
void addExplainCommand(CLI::App &app, Context &context);
void addJacobianCommand(CLI::App &app, Context &context);
void addTrustCommand(CLI::App &app, Context &context);
void addStudyCommand(CLI::App &app, Context &context);
void addNetworkCommand(CLI::App &app, Context &context);
void addFiguresCommand(CLI::App &app, Context &context);
void addEvaluateCommand(CLI::App &app, Context &context);

/// Prints the error on stderr (as JSON on stdout with --json) and gives the exit status of its kind.
int report(const Error &error, const Context &context);
/// The exit status of an error's kind.
int exitStatusOf(ErrorKind kind);

/// One JSON document and a newline on stdout.
void printJson(const QJsonObject &object);
/// A line of text on stdout. Newline added.
void printLine(const QString &line);
/// A remark for the user on stderr; silent with --json, where remarks belong into the document.
void printNotice(const QString &text, const Context &context);

/// Shows progress on one line of stderr when that is a terminal, else shows nothing. Any thread.
Progress terminalProgress();
/// Clears the progress line, so that other output does not follow it.
void clearProgressLine();

/// Processors available to this process: the default of every --threads.
int defaultThreads();

} // namespace WhiteBox::Cli
