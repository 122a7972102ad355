// SPDX-License-Identifier: GPL-3.0-or-later
// Networks of others are programs. Which of them the user has agreed to run is kept beside the library of
// jobs, by the SHA-256 of their files: a card that comes with a network could say anything.
#pragma once

#include "core/base/result.h"

#include <QString>

namespace WhiteBox {

/// Whether the user has trusted the file of this hash (lower-case hex). A list that cannot be read trusts
/// nobody.
bool isTrustedNetwork(const QString &sha256);
/// Fails: Io, Resources.
Result<void> trustNetwork(const QString &sha256, const QString &path);

} // namespace WhiteBox
