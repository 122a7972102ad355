// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stoptoken.h"

#include <QString>

namespace WhiteBox {

/// Copies a file as it is, in pieces; at any time to holds the whole old or the whole new one. A file onto
/// itself: nothing to do. Fails: Io, Resources (disk full), Cancelled.
Result<void> copyFile(const QString &from, const QString &to, const StopToken &stop = {});

} // namespace WhiteBox
