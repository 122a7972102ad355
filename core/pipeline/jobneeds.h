// SPDX-License-Identifier: GPL-3.0-or-later
// What a job will take of memory and disk, known before it starts.
#pragma once

#include "core/base/result.h"
#include "core/pipeline/jobrequest.h"

namespace WhiteBox {

/// Rows that a search is expected to find. Most of what a job needs depends on the columns alone.
inline constexpr int kRowsOfASearch = 1000;

/// At the most, in bytes.
///
/// With L residues and N rows the couplings are C = L (L − 1) / 2 · 441 · 4 bytes, and their fields 84 L.
///   memory  built-in engine: couplingsMemoryNeeded(), point, gradient and direction of the fit and the
///   result;
///           ccmpred: 10752 L² + 256 N L of its own; given couplings: C, and their copy as the network reads
///           it
///   disk    alignment: 4 N L of jackhmmer's files (a row and its confidences, twice as wide for insertions);
///           fit: its checkpoint of 2 C beside the draft of C, or ccmpred's text of 26 bytes a number;
///           end: the draft of C beside the result of C, the distances of 4 · 4 L² and the scores of 4 L²
///   kept    the result alone
struct JobNeeds
{
    double memory = 0;
    double disk = 0; ///< while it runs
    double kept = 0; ///< of it, when it has ended

    /// "about 1.2 GB of memory and 340 MB of disk, of which 150 MB are kept"
    QString text() const;
};

/// rows: of the alignment that is there, or that a search is expected to find.
JobNeeds jobNeeds(InputKind kind, int length, int rows, const JobParameters &parameters);
JobNeeds jobNeeds(const JobInput &input, const JobParameters &parameters);

/// Whether there is room for them now; folder: of the library. Fails: Resources, with what is needed, what is
/// free, and what to do.
Result<void> checkRoom(const JobInput &input, const JobParameters &parameters, const QString &folder);

} // namespace WhiteBox
