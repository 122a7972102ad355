// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace WhiteBox::Test {

/// Writes a tiny network of the shipped one's form (441 channels, receptive field 15, four distances) with
/// seeded weights, and its card, into a folder. It predicts nothing sensible: for tests of the way, not of
/// the numbers. Returns the path of the weights, empty on failure.
QString writeTestModel(const QString &folder, unsigned seed = 1);

} // namespace WhiteBox::Test
