// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace WhiteBox {

/// The text with places to wrap within words that are longer than any of a language: a label wraps between
/// words only, so that a tool's rubbish or a path would widen the window.
QString breakable(const QString &text);

} // namespace WhiteBox
