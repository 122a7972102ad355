// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jobresult.h"
#include "widgets/matrixlayer.h"

#include <memory>

namespace WhiteBox {

/// What a half of the map shows.
enum class MatrixContent {
    Predicted,
    Truth,
    Error,
    CouplingScore,
    PredictedCaCa, ///< of this channel, whichever is explained
    PredictedCaCb,
    PredictedCbCa,
    PredictedCbCb,
};
/// Whether a content needs a structure.
bool needsTruth(MatrixContent content);

/// A content and, but for the coupling score, the channel it is taken from.
struct LayerChoice
{
    MatrixContent content = MatrixContent::Predicted;
    int channel = 3;
    auto operator<=>(const LayerChoice &) const = default;
};

/// "Cα–Cβ" and "αβ".
QString channelName(int channel);
QString channelLetters(int channel);

/// The matrix of a choice. Truth and error are all NaN where the result has no structure.
std::shared_ptr<const MatrixLayer> makeLayer(const JobResult &result, LayerChoice choice);

} // namespace WhiteBox
