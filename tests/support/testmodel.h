// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/explainer.h"

#include <QString>

#include <memory>

namespace WhiteBox::Test {

/// Writes a tiny network of the shipped one's form (441 channels, receptive field 15, four distances) with
/// seeded weights, and its card, into a folder. It predicts nothing sensible: for tests of the way, not of
/// the numbers. Returns the path of the weights, empty on failure.
QString writeTestModel(const QString &folder, unsigned seed = 1);

/// Of the same network with other weights, not written. Fails: Cancelled.
Result<std::shared_ptr<const Explainer>> testExplainer(const InputStack &input, unsigned seed = 3,
                                                       const StopToken &stop = {});
/// On random couplings of the same seed.
Result<std::shared_ptr<const Explainer>> testExplainer(int length, unsigned seed = 3,
                                                       const StopToken &stop = {});

} // namespace WhiteBox::Test
