// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

class QApplication;

namespace WhiteBox {

enum class Theme { System, Light, Dark };

/// The same style everywhere (Fusion) with a light or dark palette; System keeps what the desktop says.
void applyTheme(QApplication &app, Theme theme);
QPalette lightPalette();
QPalette darkPalette();

} // namespace WhiteBox
