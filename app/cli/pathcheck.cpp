// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pathcheck.h"

#include "app/cli/arguments.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <sys/stat.h>

namespace WhiteBox::Cli {

namespace {

constexpr std::array<std::string_view, 10> kOutputs = {"out", "mat", "raw", "braw",      "npy",
                                                       "csv", "h5",  "rr",  "input-out", "matrix"};
/// The positional arguments are inputs, but for ccmpred's matrix.
bool isOutput(const CLI::Option &option)
{
    return std::ranges::find(kOutputs, std::string_view(option.get_single_name())) != kOutputs.end();
}

bool isInput(const CLI::Option &option)
{
    const std::string name = option.get_single_name();
    return !isOutput(option) && (option.get_positional() || name == "model" || name == "structure");
}

QStringList pathsOf(const CLI::App &command, bool (*passes)(const CLI::Option &))
{
    QStringList paths;
    for (const CLI::Option *option : command.get_options())
        if (passes(*option))
            for (const std::string &path : option->results())
                paths << pathArgument(path);
    return paths;
}

bool isPipe(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 && S_ISFIFO(status.st_mode);
}

Error refusal(const QString &path, const QString &what, const QString &why, const QString &remedy)
{
    return Error{ErrorKind::InvalidInput, what, why, remedy, path};
}

} // namespace

Result<void> checkPaths(const CLI::App &command)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Cli", text); };
    // run's is a folder, and it tells of a file in its place.
    const QStringList outputs = command.get_name() == "run" ? QStringList() : pathsOf(command, isOutput);
    for (const QString &input : pathsOf(command, isInput)) {
        if (isPipe(input))
            return refusal(input, tr("The input cannot be read"), tr("it is a pipe, not a file"),
                           tr("Save what comes through it to a file, and name that."));
        const QString file = QFileInfo(input).canonicalFilePath(); // empty where there is none
        for (const QString &output : outputs)
            if (!file.isEmpty() && QFileInfo(output).canonicalFilePath() == file && !QFileInfo(file).isDir())
                return refusal(output, tr("Nothing was done"), tr("the output would replace the input"),
                               tr("Name another file for the output."));
    }
    return {};
}

} // namespace WhiteBox::Cli
