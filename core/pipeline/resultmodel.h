// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/predictor.h"
#include "core/store/jobresult.h"

namespace WhiteBox {

/// The network that predicted a result, by the hash in its provenance: explanations of another network would
/// not be the prediction's. Looked for where it was and among the shipped ones; a result without a network in
/// its provenance gets the shipped one. Fails: Mismatch (the weights are gone or have changed), and as
/// Predictor::load().
Result<std::shared_ptr<const Predictor>> loadModelOf(const JobResult &result);

} // namespace WhiteBox
