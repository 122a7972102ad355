// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"

#include <QString>

namespace WhiteBox {

/// Of bytes as people read them: "1.2 GB".
QString sizeText(double bytes);

/// Bytes of all files in a folder and below; symbolic links are not followed. Touches the disk: not for the
/// GUI thread.
qint64 folderSize(const QString &folder, const StopToken &stop = {});

} // namespace WhiteBox
