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
    /// Limits of the signed scales, where each is one for all tiles; none: no explanation of the pair is
    /// shown.
    struct Limits
    {
        double gradient = 0;
        double couplings = 0;
    };
    std::optional<Limits> limits;

    QStringList lines() const;
    /// "CHEY_ECOLI: why is L12–V40 predicted at 6.3 Å?"
    QString title() const;
};

} // namespace WhiteBox
