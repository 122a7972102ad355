// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDir>

namespace WhiteBox::Train {

/// Draws curves.png (validation precisions) and losses.png beside a run's log.csv. Fails: Io.
Result<void> plotLog(const QDir &folder);

} // namespace WhiteBox::Train
