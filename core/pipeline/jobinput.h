// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alignment/alignment.h"
#include "core/base/result.h"
#include "core/base/stoptoken.h"
#include "core/coevolution/couplingtensor.h"
#include "core/sequence/fastareader.h"
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
    QString file{};                                  ///< it came from, or what the text is called
    QString doubt{}; ///< the notice of what a person should confirm before a search: DNA, low complexity
};

/// What files given together hold: what can be predicted, and why the rest cannot.
struct LoadedInputs
{
    std::vector<JobInput> inputs;
    std::vector<Error> refused; ///< each names its file
    int files = 0;              ///< that were given
};

/// Reads files dropped or named together: one or more inputs, and structures matched to them by sequence.
/// The kind of each is recognised by content, never by name. A sequence dropped with an alignment or with
/// couplings names their query. Inputs come in the order of their files. options carries a person's answers.
/// Reads whole files: not for the GUI thread. Of several files some may be refused, or all. What a refused
/// one was to complete, a sequence its alignment, is refused with it where nothing else is left. Fails where
/// there is one error to tell: Parse, Io, InvalidInput, Mismatch, Unsupported, Resources, Cancelled.
Result<LoadedInputs> loadUsableInputs(const QStringList &paths, const FastaOptions &options = {},
                                      const StopToken &stop = {});
/// The same, where the first file that is refused refuses all.
Result<std::vector<JobInput>> loadJobInputs(const QStringList &paths, const FastaOptions &options = {},
                                            const StopToken &stop = {});
/// The same from pasted text; origin names it in messages.
Result<std::vector<JobInput>> parseJobInputs(const QByteArray &text, const QString &origin,
                                             const FastaOptions &options = {}, const StopToken &stop = {});
/// All that was told of the inputs, with their queries' names where there are several.
QStringList noticesOf(const std::vector<JobInput> &inputs);
/// Gives an input the chain of a file that fits it best, with a notice. Fails as readMatchingChain().
Result<void> addStructure(JobInput &input, const QString &path);

} // namespace WhiteBox
