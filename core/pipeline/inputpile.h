// SPDX-License-Identifier: GPL-3.0-or-later
// Files given together as they are read: what each holds, and what cannot be used. jobinput.h puts it
// together.
#pragma once

#include "core/alignment/alignmentreader.h"
#include "core/base/error.h"
#include "core/coevolution/couplingtensor.h"
#include "core/sequence/fastareader.h"
#include "core/structure/structure.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <set>
#include <vector>

namespace WhiteBox {

/// What a file gives to a job.
enum class InputPart {
    Nothing,
    Any, ///< not known, or known not to fit what it came with
    Sequence,
    Alignment,
    Couplings,
    Structure,
};

/// Everything that came in together, read but not yet put together.
struct InputPile
{
    struct ReadAlignment
    {
        QByteArray text;
        QString name;
        AlignmentFile file;
    };
    struct ReadCouplings
    {
        QString name;
        std::shared_ptr<const CouplingTensor> tensor;
    };

    struct ReadSequence : FastaQuery
    {
        QString name;
    };

    std::vector<ReadSequence> sequences;
    std::vector<ReadAlignment> alignments;
    std::vector<ReadCouplings> couplings;
    std::vector<Structure> chains;
    QStringList structureFiles;
    std::set<InputPart> found; ///< of what could be read
    std::vector<Error> refused;
    std::set<InputPart> lost; ///< of what was refused

    void refuse(InputPart part, const Error &error)
    {
        refused.push_back(error);
        lost.insert(part);
    }
};

/// Reads a file, or bytes that name names in messages, onto the pile. The kind is recognised by content,
/// never by name; what cannot be used is refused there, and its error names the file.
void addFile(InputPile &pile, const QString &path, const FastaOptions &options);
void addBytes(InputPile &pile, const QByteArray &bytes, const QString &name, const FastaOptions &options);

} // namespace WhiteBox
