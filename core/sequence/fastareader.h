// SPDX-License-Identifier: GPL-3.0-or-later
// Reads query sequences out of what people really drop and paste: FASTA, bare residues, GenBank and UniProt
// entries. Afterwards a sequence is strict (20 letters and X); every change on the way is told in a notice.
#pragma once

#include "core/base/result.h"
#include "core/sequence/sequence.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace WhiteBox {

/// What only a person can decide about a text. parseFasta refuses it until FastaOptions carries the answer.
enum class FastaQuestion {
    None,
    Alignment,   ///< gaps in a query: import as an alignment, or removeGaps?
    SplitHeader, ///< header and sequence on one line: splitHeader?
    Chain,       ///< several chains joined by ':': which one?
};

/// A person's answers. The two below the line say that a text is no query at all, for who recognises what it
/// is.
struct FastaOptions
{
    bool removeGaps = false;
    bool splitHeader = false;
    int chain = 0;  ///< 1-based, of those joined by ':'; 0 refuses
    int record = 0; ///< 1-based: this one alone, the others are not looked at; 0: all

    bool asAlignment = false; ///< a sequence with gaps is an alignment of one row
    bool ownQuery = false;    ///< an alignment's first row is its query, whatever sequence came with it
};

/// One sequence to predict.
struct FastaQuery
{
    Sequence sequence;
    QStringList notices;        ///< what was changed, and what is doubtful; whole sentences
    bool looksLikeDna = false;  ///< also among the notices
    bool lowComplexity = false; ///< also among the notices
    qint64 line = 1;            ///< where the record begins
};

inline constexpr int kMostQueries = 5000; ///< more records than this are a database

/// All records. name is the file name, or what else names the text in messages; a record without a header is
/// called after it. Fails: Parse (with line), InvalidInput (no such record, too), Unsupported.
Result<std::vector<FastaQuery>> parseFasta(const QByteArray &text, const QString &name,
                                           const FastaOptions &options = {});
/// The same from a file, gzip unpacked. Fails also: Io, Resources.
Result<std::vector<FastaQuery>> loadFasta(const QString &path, const FastaOptions &options = {});
/// What to ask before the text can be read, beside what options answer; None when it can be, or when no
/// answer would help.
FastaQuestion fastaQuestion(const QByteArray &text, const FastaOptions &options = {});

/// ">name description" and lines of 60 residues.
QByteArray formatFasta(const Sequence &sequence);

} // namespace WhiteBox
