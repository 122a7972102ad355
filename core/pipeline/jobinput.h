// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alignment/alignment.h"
#include "core/base/result.h"
#include "core/coevolution/couplingtensor.h"
#include "core/sequence/sequence.h"
#include "core/structure/structure.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace WhiteBox {

/// Where a job starts. Alignment and couplings files enter the pipeline at their own stage.
enum class InputKind { Sequence, Alignment, Couplings };

/// One thing to predict, read and checked.
struct JobInput
{
    InputKind kind = InputKind::Sequence;
    Sequence query;
    std::shared_ptr<const Alignment> alignment;      ///< for Alignment
    std::shared_ptr<const CouplingTensor> couplings; ///< for Couplings
    std::optional<Structure> structure;              ///< dropped together with it
    QStringList notices;                             ///< what the reader changed or doubts
};

/// Reads files dropped or named together: one or more inputs, and structures matched to them by sequence.
/// The kind of each is recognised by content, never by name. Fails: Parse, Io, InvalidInput, Mismatch.
Result<std::vector<JobInput>> loadJobInputs(const QStringList &paths);
/// The same from pasted text.
Result<std::vector<JobInput>> parseJobInputs(const QByteArray &text, const QString &origin);

} // namespace WhiteBox
