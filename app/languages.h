// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace WhiteBox {

/// The user's language for White Box's texts and, where there is one, for Qt's own: no window speaks two
/// languages.
void installTranslations(QCoreApplication &app);

} // namespace WhiteBox
