// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace WhiteBox {

/// From here on a program that says nothing is told to be silent: milliseconds. It may be at work all the
/// same, so that it is left alone.
inline constexpr qint64 kSilence = 60 * 1000;

/// ", silent for 3 min", to be added to a progress; empty while it is shorter than the patience. Times in
/// milliseconds.
QString silenceNote(qint64 silence, qint64 patience = kSilence);

} // namespace WhiteBox
