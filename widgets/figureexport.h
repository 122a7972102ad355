// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "widgets/figurepanel.h"

#include <QByteArray>
#include <QStringList>

namespace WhiteBox {

/// What stands with a figure: its caption's lines, and its recipe (FigureRecipe::toJson()), which PNG holds
/// as text, SVG as metadata and PDF as XMP; empty: none.
struct FigureNotes
{
    QStringList caption;
    QByteArray recipe;
};

enum class FigureFormat { Png, Svg, Pdf };
/// By a file's suffix. Fails: Unsupported.
Result<FigureFormat> figureFormatOf(const QString &path);

/// A panel as PNG (2 pixels a point), PDF or SVG, dark on white with the caption's lines below it. Fails: Io
/// (too large for the memory).
Result<QByteArray> figureBytes(const FigurePanel &panel, const FigureNotes &notes, FigureFormat format);
/// The same as a file, which appears whole or not at all. Fails: as figureFormatOf(), Io.
Result<void> exportFigure(const FigurePanel &panel, const FigureNotes &notes, const QString &path);
/// The same picture for the clipboard; null when it is too large for the memory.
QImage figureImage(const FigurePanel &panel, const FigureNotes &notes, double pixelsPerPoint = 2);
/// Names of the writer and of the recipe for a PDF's XMP.
QByteArray figureXmp(const QString &title, const QByteArray &recipe);
/// Filters for a file dialog.
QStringList figureFilters();

} // namespace WhiteBox
