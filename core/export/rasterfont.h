// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/png.h"

#include <QString>

namespace WhiteBox {

inline constexpr int kGlyphWidth = 6;  ///< of one character, the gap after it included, times scale
inline constexpr int kGlyphHeight = 8; ///< the part below the base line included, times scale

/// Text with its top left corner at (x, y); each dot of the 5×7 letters is scale × scale pixels. ASCII only,
/// everything else becomes '?'.
void drawText(RasterImage &image, int x, int y, const QString &text, Rgb colour, int scale = 2);

} // namespace WhiteBox
