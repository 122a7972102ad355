// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace WhiteBox {

/// Text that names this very process for as long as the machine is up: boot id, process id, start time.
QString thisProcess();
/// Whether the process of such a text still runs. A process id that was given to another process does not
/// count.
bool processIsAlive(const QString &owner);

} // namespace WhiteBox
