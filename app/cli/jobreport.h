// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says of results and of jobs.
#pragma once

#include "core/base/result.h"
#include "core/store/jobrecord.h"
#include "core/store/jobresult.h"

#include <QJsonObject>
#include <QStringList>

namespace WhiteBox::Cli {

/// A finished job for machines: counts, precision where a structure is known, warnings, files, provenance.
QJsonObject resultJson(const JobResult &result, const QString &path, const QStringList &files);
/// The same for people, on stdout; warnings included.
void printResult(const JobResult &result, const QString &path, const QStringList &files);

/// Writes result.h5, distances.npy (4 × L × L), distances.csv, contacts.rr and alignment.aln into a folder,
/// which is made; gives the files. Fails: Io, Resources.
Result<QStringList> exportResult(const JobResult &result, const QString &resultPath, const QString &folder);

/// One line of the list of jobs.
QString jobLine(const JobRecord &record);

} // namespace WhiteBox::Cli
