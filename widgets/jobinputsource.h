// SPDX-License-Identifier: GPL-3.0-or-later
// What a user gave to predict, and the questions that only a person can answer about it.
#pragma once

#include "core/pipeline/jobrunner.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

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

/// An answer to a question about an input, as a button says it.
struct InputAnswer
{
    QString label;
    FastaOptions options;
};

/// Touches the disk. Fails: as loadJobInputs(). Any thread.
Result<std::vector<JobInput>> readInputs(const InputSource &source, const FastaOptions &options);

/// What a person may answer where a source could not be read; empty where no answer would help. Touches the
/// disk. Any thread.
std::vector<InputAnswer> answersTo(const InputSource &source);

/// Whether all files hold structures: they are truths then, nothing to predict. Reads their beginnings.
bool areStructures(const QStringList &paths);

} // namespace WhiteBox
