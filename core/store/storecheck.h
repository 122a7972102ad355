// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace WhiteBox {

/// Whether the library of jobs in a folder (empty: the default) can be used, and how many jobs it holds.
/// Changes nothing: where there is no library yet, only whether one could be made. Fails: Io (folder not
/// writable, library unreadable), Parse (damaged), Unsupported (schema of a newer version).
Result<int> checkJobStore(const QString &folder = {});

} // namespace WhiteBox
