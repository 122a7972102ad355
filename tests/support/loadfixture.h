// SPDX-License-Identifier: GPL-3.0-or-later
// Much work for a window: files of many sequences, and libraries of many jobs.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace WhiteBox::Test {

/// Different proteins of 24 residues, named p1, p2 and so on.
QByteArray manySequences(int count);

/// Fills a folder with a library of finished jobs, named job0 (the oldest), job1 and so on: the rows of its
/// database, written in one transaction, and each job's folder with its job.json and an empty result. Fails:
/// Io.
Result<void> makeLibrary(const QString &folder, int jobs);

} // namespace WhiteBox::Test
