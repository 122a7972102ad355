// SPDX-License-Identifier: GPL-3.0-or-later
// What a user gave to predict, and the questions that only a person can answer about it.
#pragma once

#include "core/pipeline/jobrunner.h"
#include "core/structure/structure.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace WhiteBox {

/// Files, or a text and where it came from.
struct InputSource
{
    QStringList paths;
    QByteArray text;
    QString origin;

    /// The first file's name, or the text's origin.
    QString name() const;
};

/// A person's answers: those of the readers, and those to what is asked of inputs that were read.
struct InputOptions : FastaOptions
{
    bool allRecords = false;       ///< their number is known, and each shall be a job
    bool acceptDoubts = false;     ///< what JobInput::doubt tells is known
    bool leaveOutDoubtful = false; ///< of several sequences those with a JobInput::doubt are not meant
    int residues = 0;              ///< the first so many alone; 0: all
};

/// An answer to a question about an input, as a button says it.
struct InputAnswer
{
    QString label;
    InputOptions options;
};

/// What only a person can decide, in the three parts of an error, and what they may answer.
struct InputQuestion
{
    Error error;
    std::vector<InputAnswer> answers;
};

/// Touches the disk. Of several files those that memory does not suffice for are refused, where others are
/// left. Fails: as loadUsableInputs(). Any thread.
Result<LoadedInputs> readInputs(const InputSource &source, const InputOptions &options, int threads);
/// Why the refused files of several are left out: how many they are, then a line each.
QStringList leftOutLines(const LoadedInputs &loaded);

/// What a person may answer where a source could not be read with these options; empty where no answer would
/// help. The answers carry the options on. Touches the disk. Any thread.
std::vector<InputAnswer> answersTo(const InputSource &source, const InputOptions &options, const Error &error,
                                   int threads);
/// What is to be asked about inputs that were read, before anything is searched: several sequences in one
/// file, a length that memory does not suffice for, what may be no protein.
std::optional<InputQuestion> questionAbout(const InputSource &source, const InputOptions &options,
                                           const std::vector<JobInput> &inputs, int threads);

/// Whether all files hold structures: they are truths then, nothing to predict. Reads their beginnings.
bool areStructures(const QStringList &paths);

/// The truth of a query, and what is to be told of it.
struct ReadTruth
{
    StructureMatch match;
    QString text;
};

/// The chain of all the files' that fits the query best. Touches the disk. Fails: as readStructureChains()
/// and bestMatch(). Any thread.
Result<ReadTruth> readTruth(const QStringList &paths, const std::string &query);

} // namespace WhiteBox
