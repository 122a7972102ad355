// SPDX-License-Identifier: GPL-3.0-or-later
// Real proteins and reference results lie outside the project. Tests that need them skip where they are
// missing.
#pragma once

#include <QString>

namespace WhiteBox::Test {

/// Absolute path of a file in the shared folder (WHITEBOX_SHARED, else ../shared beside the checkout), or
/// empty.
QString sharedFile(const QString &relativePath);

} // namespace WhiteBox::Test

/// In a test function: `WB_SHARED_FILE(path, "reference/chey30.aln");` declares path or skips the test.
#define WB_SHARED_FILE(variable, relativePath)                                                               \
    const QString variable = WhiteBox::Test::sharedFile(QStringLiteral(relativePath));                       \
    if (variable.isEmpty())                                                                                  \
    QSKIP("needs " relativePath " of the shared folder: set WHITEBOX_SHARED to it")
