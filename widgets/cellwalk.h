// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/gradientwindow.h"
#include "widgets/mosaicpainter.h"
#include "widgets/pairselection.h"

class QKeyEvent;

namespace WhiteBox {

/// Moves the linked cursor as an arrow key says: over the positions of the window, with Shift over the
/// amino-acid pairs in the order in which they stand; Escape takes it away. False: the key means nothing
/// here.
bool walkCell(const QKeyEvent &event, const GradientWindow &window, ResidueOrder order,
              PairSelection &selection);

/// The same over amino-acid pairs alone, with or without Shift: for views that have no positions.
bool walkTile(const QKeyEvent &event, ResidueOrder order, PairSelection &selection);

} // namespace WhiteBox
