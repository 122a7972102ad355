// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QtGlobal>

namespace WhiteBox {

/// A failure whose reason is a full disk, in the folder's file system, whatever was said: tools and libraries
/// have words of their own for it, or just stop. Kind Resources then; as it was otherwise.
Error withFullDisk(Error error, const QString &folder);

/// Bytes that the folder's file system has left for this user; -1 where it does not tell. May wait long for a
/// file system of another computer.
qint64 freeOnDisk(const QString &folder);

} // namespace WhiteBox
