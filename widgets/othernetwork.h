// SPDX-License-Identifier: GPL-3.0-or-later
// A result's protein as a network other than its job's sees it.
#pragma once

#include "core/store/jobresult.h"
#include "widgets/explanationcontroller.h"

#include <memory>

namespace WhiteBox {

struct OtherPrediction
{
    std::shared_ptr<const JobResult> result; ///< without an id: the library does not hold it
    ExplanationController::Factory factory;  ///< of the network's explainer
};

/// Takes seconds: not for the window's thread. Fails: as loadNetworkFile() and LoadedNetwork::forward(),
/// Unsupported where the network does not give the four distances.
Result<OtherPrediction> predictWith(const QString &path, const JobResult &result);

} // namespace WhiteBox
