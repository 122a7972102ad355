// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace WhiteBox {

enum class JobStage { Search, Alignment, Couplings, Prediction };
inline constexpr int kJobStages = 4;

enum class JobState { Queued, Running, Finished, Failed, Cancelled, Interrupted };
inline constexpr int kJobStates = 6;

/// One row of the job library.
struct JobRecord
{
    QString id;                        ///< random, never reused; also the name of its folder
    QString key;                       ///< hash of normalised input, database, tool versions and parameters
    QString name;                      ///< of the query
    int length = 0;                    ///< residues
    JobStage stage = JobStage::Search; ///< the one running, or the last reached
    JobState state = JobState::Queued;
    QDateTime created; ///< UTC
    QDateTime started;
    QDateTime finished;
    QString resultPath;        ///< the HDF5 file, when finished
    QString checksum;          ///< of that file: SHA-256, hexadecimal
    QJsonObject request;       ///< input kind, query and parameters: enough to run or resume the job
    Error error;               ///< when failed
    QJsonObject seconds{};     ///< that each finished stage took, by nameOf(JobStage)
    bool trimmed = false;      ///< the couplings were taken out of its result; the rest is there
    QString trimmedChecksum{}; ///< of the file that is about to take the result's place; empty as a rule
    QDateTime deleted;         ///< UTC, when it was put aside; invalid: it was not

    bool isActive() const { return state == JobState::Queued || state == JobState::Running; }
};

/// Stable lower-case names for files and JSON: "search", "interrupted".
QString nameOf(JobStage stage);
QString nameOf(JobState state);
QString nameOf(ErrorKind kind);
/// Names for people, translated.
QString labelOf(JobStage stage);
QString labelOf(JobState state);

QJsonObject toJson(const Error &error);
Error errorFromJson(const QJsonObject &json);
/// What job.json in the job's folder holds: the library can be rebuilt from these files.
QJsonObject toJson(const JobRecord &record);
/// Fails: Parse, where a field is missing or has an unknown value.
Result<JobRecord> recordFromJson(const QJsonObject &json, const QString &file);

} // namespace WhiteBox
