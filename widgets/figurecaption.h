// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jobresult.h"
#include "widgets/mosaicpainter.h"
#include "widgets/viewsettings.h"

#include <optional>

namespace WhiteBox {

/// What a figure says of its origin: job, homologs, model and its hash, pair, method, sign, scale and range,
/// warnings.
struct FigureCaption
{
    const JobResult &result;
    const ViewSettings &settings;
    std::optional<ResiduePair> pair;
    double gradientLimit = 0; ///< of the signed scale, where it is one for all tiles
    double couplingLimit = 0;

    QStringList lines() const;
    /// "CHEY_ECOLI: why is L12–V40 predicted at 6.3 Å?"
    QString title() const;
};

} // namespace WhiteBox
