// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pathcheck.h"

#include "app/cli/arguments.h"
#include "core/export/arrayfile.h"
#include "core/network/modelcard.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <sys/stat.h>
#include <vector>

namespace WhiteBox::Cli {

namespace {

constexpr std::array<std::string_view, 13> kOutputs = {"chimerax",  "pymol",  "out",       "mat", "raw",
                                                       "braw",      "npy",    "csv",       "h5",  "rr",
                                                       "input-out", "matrix", "checkpoint"};
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

/// The file as the system would know it, whether it is there or not.
QString identity(const QString &path)
{
    const QFileInfo file(path);
    if (const QString there = file.canonicalFilePath(); !there.isEmpty())
        return there;
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QDir::cleanPath(file.absoluteFilePath())
                            : QDir(folder).filePath(file.fileName());
}

/// A file that an option names, or that goes with it.
struct Named
{
    QString path;
    QString option; ///< "--out"
    bool implied = false;
};

void addFiles(const CLI::Option &option, const std::string &path, std::vector<Named> &files)
{
    const std::string name = option.get_single_name();
    const QString text = pathArgument(path);
    const QString shown = QString::fromStdString(option.get_positional() ? name : "--" + name);
    files.push_back({text, shown});
    // The arrays that explain, trust, study and jacobian write are described in a file beside them.
    if (const QString beside = descriptionPath(text);
        (name == "out" || name == "input-out") && !beside.isEmpty())
        files.push_back({beside, shown, true});
    if (name == "model")
        files.push_back({ModelCard::pathFor(text), shown, true});
}

std::vector<Named> filesOf(const CLI::App &command, bool (*passes)(const CLI::Option &))
{
    std::vector<Named> files;
    for (const CLI::Option *option : command.get_options())
        if (passes(*option))
            for (const std::string &path : option->results())
                addFiles(*option, path, files);
    return files;
}

/// Of what is there: "it is a pipe, not a file" or the like; else empty.
QString specialKind(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    if (S_ISFIFO(status.st_mode))
        return QCoreApplication::translate("Cli", "it is a pipe, not a file");
    if (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))
        return {};
    return QCoreApplication::translate("Cli", "it is a device or a socket, not a file");
}

Error refusal(const QString &path, const QString &what, const QString &why, const QString &remedy)
{
    return Error{ErrorKind::InvalidInput, what, why, remedy, path};
}

Result<void> checkOutputs(const std::vector<Named> &outputs)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Cli", text); };
    for (std::size_t n = 0; n < outputs.size(); ++n) {
        const Named &output = outputs[n];
        // A file is written beside it and takes its name: whoever reads the pipe would wait without end.
        if (const QString kind = specialKind(output.path); !kind.isEmpty())
            return refusal(output.path, tr("The output cannot be written"), kind,
                           tr("Name a file, and read that when it is done."));
        for (std::size_t m = 0; m < n; ++m) {
            const Named &other = outputs[m];
            if (identity(other.path) != identity(output.path))
                continue;
            if (output.implied && other.implied)
                return refusal(output.path, tr("Nothing was done"),
                               tr("the arrays of %1 and %2 would be described in the same file")
                                   .arg(other.option, output.option),
                               tr("Give them names that differ before the suffix."));
            return refusal(output.path, tr("Nothing was done"),
                           tr("%1 and %2 would be the same file").arg(other.option, output.option),
                           tr("Name another file for one of them."));
        }
    }
    return {};
}

} // namespace

Result<void> checkPaths(const CLI::App &command)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Cli", text); };
    // run's is a folder, and it tells of a file in its place.
    const bool toFolder = command.get_name() == "run" || command.get_name() == "resume";
    const std::vector<Named> outputs = toFolder ? std::vector<Named>() : filesOf(command, isOutput);
    for (const Named &input : filesOf(command, isInput)) {
        if (const QString kind = specialKind(input.path); !kind.isEmpty())
            return refusal(input.path, tr("The input cannot be read"), kind,
                           tr("Save what comes through it to a file, and name that."));
        const QString file = QFileInfo(input.path).canonicalFilePath(); // empty where there is none
        for (const Named &output : outputs)
            if (!file.isEmpty() && identity(output.path) == file && !QFileInfo(file).isDir())
                return refusal(output.path, tr("Nothing was done"),
                               input.implied ? tr("the output would replace the network's card")
                                             : tr("the output would replace the input"),
                               tr("Name another file for the output."));
    }
    return checkOutputs(outputs);
}

} // namespace WhiteBox::Cli
