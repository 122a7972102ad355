// SPDX-License-Identifier: GPL-3.0-or-later
// What stands under a path that is no file: opening it would wait for a writer, or reading it never end.
#pragma once

#include <QString>

struct stat;

namespace WhiteBox {

/// "it is a pipe (FIFO)" and the like; empty for a file.
QString describeNode(const struct stat &node);
/// The same of what a path leads to; empty for a file, and where there is nothing.
QString whyNoFile(const QString &path);

} // namespace WhiteBox
