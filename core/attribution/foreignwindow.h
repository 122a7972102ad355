// SPDX-License-Identifier: GPL-3.0-or-later
// Windows of networks that the built-in engine does not run.
#pragma once

#include "core/attribution/foreignnetwork.h"
#include "core/attribution/gradientwindow.h"

namespace WhiteBox {

/// Side of the windows of networks that see further than the talk's: 21×21 tiles of more would not be read.
inline constexpr int kForeignWindow = 15;

/// The receptive field, at most kForeignWindow.
int foreignWindowSide(const ForeignNetwork &network);
/// Values and outsideShare of a window whose other fields are set. pieceSide: of the input that is needed.
/// All NaN where the network fails. Forward and backward of the piece.
void fillForeign(const ForeignNetwork &network, const InputStack &input, int pieceSide,
                 GradientWindow &window);
/// Whether the network failed to give the window.
bool isUnknown(const GradientWindow &window);

/// A window's values as values of all inputs of a square of length residues whose pair the window has,
/// L×L×441, channels last, 0 beside the window.
std::vector<float> spreadOut(const GradientWindow &window);

} // namespace WhiteBox
