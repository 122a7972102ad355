// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace WhiteBox {

/// The page of the manual, with its anchor, that is about a widget of the main window; the tour of the window
/// where none is about it alone.
QString manualPageOf(const QWidget *widget);

} // namespace WhiteBox
