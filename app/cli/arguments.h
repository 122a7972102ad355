// SPDX-License-Identifier: GPL-3.0-or-later
// Names of files and folders on the command line.
#pragma once

#include "core/base/result.h"

#include <QString>

#include <string>

namespace WhiteBox::Cli {

/// A file's name as the system's bytes. Qt keeps UTF-8 alone: what exists under another name is reached
/// through a link of a readable name ("lat%E9.fa"), which lives until the program ends.
QString pathArgument(const std::string &bytes);

/// Whether a folder for results can be written, or made: before anything is computed. Makes no folder. Fails:
/// Io.
Result<void> checkFolder(const QString &path);

} // namespace WhiteBox::Cli
