// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace WhiteBox {

/// A failure whose reason is a full disk, in the folder's file system, whatever was said: tools and libraries
/// have words of their own for it, or just stop. Kind Resources then; as it was otherwise.
Error withFullDisk(Error error, const QString &folder);

} // namespace WhiteBox
