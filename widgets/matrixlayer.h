// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/colorscale.h"

#include <QString>

#include <cstddef>
#include <vector>

namespace WhiteBox {

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

} // namespace WhiteBox
