// SPDX-License-Identifier: GPL-3.0-or-later
// The programs of White Box that others of it start.
#pragma once

#include <QString>

namespace WhiteBox {

inline constexpr const char *kFiguresProgram = "whitebox-figures";

/// Path of a program of the same build or installation: beside the running one, in the folder of the command
/// line beside that (build tree), or in the installation's libexec. Empty: it is not there.
QString findCompanion(const char *name);

} // namespace WhiteBox
