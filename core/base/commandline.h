// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace WhiteBox {

/// A command, program first, as a line for a terminal: words that a shell would read otherwise stand in
/// quotes. No shell is given it by this program.
QString commandLine(const QStringList &command);

} // namespace WhiteBox
