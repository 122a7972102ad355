// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace WhiteBox {

/// An external program found on this machine.
struct ToolInfo
{
    QString path;    ///< absolute
    QString version; ///< "HMMER 3.3.2 (Nov 2020)", empty when it could not be told
};

/// Absolute path of a program by its name (looked for in PATH) or its path, a relative one too; empty where
/// there is none that can be run.
QString findProgram(const QString &program);
/// jackhmmer's absolute path: program when given, else from PATH. Does not run it. Fails: MissingTool.
Result<QString> findJackhmmer(const QString &program = {});
/// Also asks for the version. Runs the program for some milliseconds (at most 5 s; then it is killed with all
/// that it started): not for the GUI thread. Fails: MissingTool (when it is some other program, or does
/// not answer, too).
Result<ToolInfo> checkJackhmmer(const QString &program = {});

} // namespace WhiteBox
