// SPDX-License-Identifier: GPL-3.0-or-later
// What a job is asked to do: as the JSON that is stored with it, and as the key under which its result is
// found again.
#pragma once

#include "core/base/result.h"
#include "core/pipeline/jobinput.h"
#include "core/tools/sequencedatabase.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace WhiteBox {

enum class CouplingsEngine { BuiltIn, Ccmpred };

/// What a job is computed with; all of it enters the job's key, but for threads.
struct JobParameters
{
    QString database;              ///< FASTA file that jackhmmer searches (sequence inputs only)
    QString jackhmmer;             ///< program; empty: from PATH
    int searchRounds = 3;          ///< jackhmmer -N
    double inclusionEvalue = 1e-3; ///< --incE and -E
    double minimumCoverage =
        0.5;       ///< of the query, gaps not counted; rows below are dropped (sequence inputs only)
    QString model; ///< .safetensors; empty: the shipped network
    int threads = 2;
    CouplingsEngine engine = CouplingsEngine::BuiltIn;
    QString ccmpred; ///< program; empty: from PATH (engine Ccmpred only)
};

/// What the parameters meant on this machine when the job was submitted.
struct JobEnvironment
{
    QString jackhmmerPath;
    QString jackhmmerVersion;
    DatabaseInfo database; ///< sequence inputs only
    QString modelName;
    QString modelPath;
    QString modelSha256;
    QJsonObject ccmpred{}; ///< path, bytes and time of change (engine Ccmpred only)
};

QString nameOf(InputKind kind);
/// "built-in" or "ccmpred".
QString nameOf(CouplingsEngine engine);

/// Input kind, hash (inputHash()) and query, parameters and environment; alignments and couplings are in the
/// job's files instead.
QJsonObject requestJson(const JobInput &input, const QString &sha256, const JobParameters &parameters,
                        const JobEnvironment &environment);
InputKind kindOf(const QJsonObject &request);
/// Of an alignment; requests of earlier versions do not tell.
std::optional<int> rowsOf(const QJsonObject &request);
Sequence queryOf(const QJsonObject &request);
JobParameters parametersOf(const QJsonObject &request);

/// SHA-256 of an input's content, hexadecimal: residues, alignment rows or couplings, and the structure.
/// Names do not count. About 2 s for the couplings of 1000 residues.
QString inputHash(const JobInput &input);
/// SHA-256, hexadecimal, of all in a request that decides the result: input, database, versions, parameters,
/// model.
QString jobKey(const QJsonObject &request);

} // namespace WhiteBox
