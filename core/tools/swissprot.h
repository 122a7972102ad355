// SPDX-License-Identifier: GPL-3.0-or-later
// Swiss-Prot from Debian's package metastudent-data 2.0.1. That holds no FASTA file, but the entries of
// Swiss-Prot 2014_01 that carry GO terms, as three overlapping BLAST databases (BPO, CCO, MFO: the three
// ontologies); their union is 516,371 entries, each under its accession alone.
#pragma once

#include "core/base/result.h"
#include "core/base/stoptoken.h"

#include <QString>

#include <functional>

namespace WhiteBox {

/// Where the package puts its data.
inline constexpr char kSwissProtPackageFolder[] = "/usr/share/metastudent-data";
/// Of metastudent-data 2.0.1-8 in Debian 12, as apt tells them: bytes.
inline constexpr qint64 kSwissProtDownloadBytes = 224'684'540;
inline constexpr qint64 kSwissProtInstalledBytes = qint64(781'760) * 1024;
/// Of the FASTA file that comes of it, measured.
inline constexpr qint64 kSwissProtFastaBytes = 191'364'713;

struct SwissProtInfo
{
    QString path;
    QString release;      ///< "2014_01"
    int sequences = 0;    ///< written, one for each accession
    qint64 residues = 0;  ///< of them
    bool existed = false; ///< it was there already, and was left as it is; not counted then
};

/// The release whose entries the installed package holds, "2014_01". Fails: MissingTool (not installed),
/// Parse (not what is known of the package).
Result<QString> installedSwissProt(const QString &folder = QLatin1String(kSwissProtPackageFolder));

/// Where the database of a release belongs: beside the example's.
QString swissProtFileName(const QString &release);

/// Writes the entries as one FASTA file, atomically, each accession once, unless the file is there already.
/// Missing folders are made. fraction: 0..1. Some seconds; any thread. Fails: as installedSwissProt(), Parse
/// (its databases), Resources (no space), Io, Cancelled.
Result<SwissProtInfo> buildSwissProt(const QString &destination,
                                     const QString &folder = QLatin1String(kSwissProtPackageFolder),
                                     const std::function<void(double fraction)> &progress = {},
                                     const StopToken &stop = {});

} // namespace WhiteBox
