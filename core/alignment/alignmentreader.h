// SPDX-License-Identifier: GPL-3.0-or-later
// Alignments in the formats people have, brought onto the columns of the query. The format is recognised by
// content.
#pragma once

#include "core/alignment/alignment.h"
#include "core/base/result.h"
#include "core/base/stoptoken.h"
#include "core/sequence/sequence.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace WhiteBox {

enum class AlignmentFormat {
    Unknown,   ///< no alignment; perhaps sequences
    Stockholm, ///< .sto: columns of #=GC RF, else of row 0's residues
    A3m,       ///< A2M and A3M: lower case and '.' are insertions
    Fasta,     ///< aligned FASTA
    Aln,       ///< ccmpred's .aln
};

/// The format of clean text. Several FASTA records without any gap are not an alignment; lines without gaps
/// are one where they are of one length and resemble the first (unrelated proteins share one residue in 16).
AlignmentFormat recogniseAlignmentFormat(const QByteArray &text);

/// An alignment and what came with it.
struct AlignmentFile
{
    Alignment alignment; ///< row 0 the query, with names where the format has them
    Sequence query;      ///< row 0 with X where its letter is not one of the twenty
    AlignmentFormat format = AlignmentFormat::Unknown;
    QStringList notices; ///< whole sentences
};

/// Reads an alignment. With a query, the row that equals it is moved to the front; without, row 0 is the
/// query. Columns where the query has a gap are dropped. Fails: Parse (with line, expected and found),
/// Mismatch (query not among the rows), InvalidInput (fewer than 5 columns). format: recognised where
/// Unknown.
Result<AlignmentFile> parseAlignment(const QByteArray &text, const QString &name,
                                     const std::optional<Sequence> &query = {},
                                     AlignmentFormat format = AlignmentFormat::Unknown);
/// The first of some residue sequences that is a row of the alignment, gaps aside; none: nullopt. Reads the
/// text once, whatever their number. Fails: as parseAlignment(), Cancelled.
Result<std::optional<std::size_t>> firstAmongRows(const QByteArray &text, const QString &name,
                                                  const std::vector<std::string> &sequences,
                                                  AlignmentFormat format, const StopToken &stop = {});
/// The same from a file, gzip unpacked. Fails also: Io, Resources.
Result<AlignmentFile> loadAlignment(const QString &path, const std::optional<Sequence> &query = {});

} // namespace WhiteBox
