// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace WhiteBox {

/// Writes beside the file and renames: what was there before stays whole until the new text is. Fails: Io.
Result<void> writeTextFile(const QString &path, const QByteArray &text);

} // namespace WhiteBox
