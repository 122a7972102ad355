// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "widgets/figurepanel.h"

#include <QStringList>

namespace WhiteBox {

/// Writes a panel as .png (2 pixels a point), .pdf or .svg, by the path's suffix, dark on white with the
/// caption's lines below it. The file appears whole or not at all. Fails: Unsupported (suffix), Io.
Result<void> exportFigure(const FigurePanel &panel, const QStringList &caption, const QString &path);
/// The same picture for the clipboard; null when it is too large for the memory.
QImage figureImage(const FigurePanel &panel, const QStringList &caption, double pixelsPerPoint = 2);
/// Filter for a file dialog.
QString figureFilter();

} // namespace WhiteBox
