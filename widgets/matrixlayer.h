// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jobresult.h"
#include "widgets/colorscale.h"

#include <memory>
#include <vector>

namespace WhiteBox {

/// What a half of the map shows.
enum class MatrixContent { Predicted, Truth, Error, CouplingScore };

/// A content and, but for the coupling score, the channel it is taken from.
struct LayerChoice
{
    MatrixContent content = MatrixContent::Predicted;
    int channel = 3;
    auto operator<=>(const LayerChoice &) const = default;
};

/// One L×L matrix ready to be shown: row-major, NaN where nothing is known.
struct MatrixLayer
{
    QString title;      ///< "Predicted Cβ–Cβ distance"
    QString shortTitle; ///< "predicted", in a readout
    int length = 0;
    std::vector<float> values;
    ColorScale scale;
    QString highLabel; ///< at the colour bar's upper end
    QString lowLabel;

    float at(int i, int j) const { return values[std::size_t(i) * std::size_t(length) + std::size_t(j)]; }
    /// "6.3 Å", "unknown".
    QString valueText(int i, int j) const;
};

/// "Cα–Cβ" and "αβ".
QString channelName(int channel);
QString channelLetters(int channel);

/// The matrix of a choice. Truth and error are all NaN where the result has no structure.
std::shared_ptr<const MatrixLayer> makeLayer(const JobResult &result, LayerChoice choice);

} // namespace WhiteBox
