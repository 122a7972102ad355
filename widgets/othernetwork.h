// SPDX-License-Identifier: GPL-3.0-or-later
// What explains a result: its job's own network, or another one.
#pragma once

#include "core/store/jobresult.h"
#include "widgets/explanationcontroller.h"

#include <memory>

namespace WhiteBox {

/// The explainer of a result with the network that predicted it; runs on the controller's thread.
ExplanationController::Factory ownNetworkOf(std::shared_ptr<const JobResult> result);

struct OtherPrediction
{
    std::shared_ptr<const JobResult> result; ///< without an id: the library does not hold it
    ExplanationController::Factory factory;  ///< of the network's explainer
};

/// Takes seconds: not for the window's thread. Fails: as loadNetworkFile() and LoadedNetwork::forward(),
/// Unsupported where the network does not give the four distances.
Result<OtherPrediction> predictWith(const QString &path, const JobResult &result);

} // namespace WhiteBox
