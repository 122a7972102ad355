// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alignment/alignment.h"
#include "core/coevolution/couplingtensor.h"
#include "core/sequence/sequence.h"
#include "core/structure/distancemap.h"
#include "core/structure/structure.h"

#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace WhiteBox {

/// Everything a finished job holds. Immutable once published; parts are shared with the views.
struct JobResult
{
    QString jobId;
    Sequence query;
    std::shared_ptr<const Alignment> alignment; ///< null where the job began with couplings
    std::shared_ptr<const CouplingTensor> couplings;
    std::shared_ptr<const DistanceMap> predicted; ///< 4 × L × L, Å
    std::vector<float> couplingScore;             ///< L×L, APC-corrected
    std::optional<StructureMatch> structure;      ///< the truth, where one was given
    QStringList warnings;                         ///< few homologs and the like: shown and exported
    /// Input hash, database and its size, tool versions, commands, parameters, model hash, input scale,
    /// times.
    QJsonObject provenance;

    int length() const { return query.length(); }
};

} // namespace WhiteBox
