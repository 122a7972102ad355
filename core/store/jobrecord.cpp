// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobrecord.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace WhiteBox {

namespace {

constexpr std::array<const char *, kJobStages> kStageNames = {"search", "alignment", "couplings",
                                                              "prediction"};
constexpr std::array<const char *, kJobStates> kStateNames = {"queued", "running",   "finished",
                                                              "failed", "cancelled", "interrupted"};
constexpr std::array<const char *, 9> kKindNames = {"invalid-input", "parse",       "io",
                                                    "missing-tool",  "tool-failed", "resources",
                                                    "mismatch",      "unsupported", "cancelled"};

template <std::size_t N>
int indexOf(const std::array<const char *, N> &names, const QString &name)
{
    for (std::size_t k = 0; k < N; ++k)
        if (name == QLatin1String(names[k]))
            return int(k);
    return -1;
}

QString isoTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobRecord)
};

} // namespace

QString nameOf(JobStage stage)
{
    return QLatin1String(kStageNames[std::size_t(stage)]);
}

QString nameOf(JobState state)
{
    return QLatin1String(kStateNames[std::size_t(state)]);
}

QString nameOf(ErrorKind kind)
{
    return QLatin1String(kKindNames[std::size_t(kind)]);
}

QString labelOf(JobStage stage)
{
    switch (stage) {
    case JobStage::Search:
        return Text::tr("Search");
    case JobStage::Alignment:
        return Text::tr("Alignment");
    case JobStage::Couplings:
        return Text::tr("Couplings");
    case JobStage::Prediction:
        return Text::tr("Prediction");
    }
    return {};
}

QString labelOf(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return Text::tr("Queued");
    case JobState::Running:
        return Text::tr("Running");
    case JobState::Finished:
        return Text::tr("Finished");
    case JobState::Failed:
        return Text::tr("Failed");
    case JobState::Cancelled:
        return Text::tr("Cancelled");
    case JobState::Interrupted:
        return Text::tr("Interrupted");
    }
    return {};
}

QJsonObject toJson(const Error &error)
{
    QJsonObject json{{QStringLiteral("kind"), nameOf(error.kind)},
                     {QStringLiteral("what"), error.what},
                     {QStringLiteral("why"), error.why},
                     {QStringLiteral("remedy"), error.remedy}};
    if (!error.file.isEmpty())
        json[QStringLiteral("file")] = error.file;
    if (error.line > 0)
        json[QStringLiteral("line")] = error.line;
    if (!error.command.isEmpty()) {
        json[QStringLiteral("command")] = QJsonArray::fromStringList(error.command);
        json[QStringLiteral("exitStatus")] = error.exitStatus;
        json[QStringLiteral("output")] = error.outputTail;
    }
    return json;
}

Error errorFromJson(const QJsonObject &json)
{
    Error error;
    error.kind = ErrorKind(std::max(0, indexOf(kKindNames, json[QStringLiteral("kind")].toString())));
    error.what = json[QStringLiteral("what")].toString();
    error.why = json[QStringLiteral("why")].toString();
    error.remedy = json[QStringLiteral("remedy")].toString();
    error.file = json[QStringLiteral("file")].toString();
    error.line = json[QStringLiteral("line")].toInteger();
    for (const auto part : json[QStringLiteral("command")].toArray())
        error.command << part.toString();
    error.exitStatus = json[QStringLiteral("exitStatus")].toInt();
    error.outputTail = json[QStringLiteral("output")].toString();
    return error;
}

QJsonObject toJson(const JobRecord &record)
{
    QJsonObject json{{QStringLiteral("id"), record.id},
                     {QStringLiteral("key"), record.key},
                     {QStringLiteral("name"), record.name},
                     {QStringLiteral("length"), record.length},
                     {QStringLiteral("stage"), nameOf(record.stage)},
                     {QStringLiteral("state"), nameOf(record.state)},
                     {QStringLiteral("created"), isoTime(record.created)},
                     {QStringLiteral("started"), isoTime(record.started)},
                     {QStringLiteral("finished"), isoTime(record.finished)},
                     {QStringLiteral("result"), record.resultPath},
                     {QStringLiteral("checksum"), record.checksum},
                     {QStringLiteral("request"), record.request}};
    if (!record.seconds.isEmpty())
        json[QStringLiteral("seconds")] = record.seconds;
    if (record.trimmed)
        json[QStringLiteral("trimmed")] = true;
    if (!record.trimmedChecksum.isEmpty())
        json[QStringLiteral("trimmedChecksum")] = record.trimmedChecksum;
    if (record.deleted.isValid())
        json[QStringLiteral("deleted")] = isoTime(record.deleted);
    if (record.state == JobState::Failed)
        json[QStringLiteral("error")] = toJson(record.error);
    return json;
}

Result<JobRecord> recordFromJson(const QJsonObject &json, const QString &file)
{
    const int stage = indexOf(kStageNames, json[QStringLiteral("stage")].toString());
    const int state = indexOf(kStateNames, json[QStringLiteral("state")].toString());
    JobRecord record;
    record.id = json[QStringLiteral("id")].toString();
    if (record.id.isEmpty() || stage < 0 || state < 0)
        return Error::parse(file, 0, Text::tr("it does not describe a job"),
                            Text::tr("Run the job again from its input."));
    record.key = json[QStringLiteral("key")].toString();
    record.name = json[QStringLiteral("name")].toString();
    record.length = json[QStringLiteral("length")].toInt();
    record.stage = JobStage(stage);
    record.state = JobState(state);
    record.created = timeOf(json[QStringLiteral("created")]);
    record.started = timeOf(json[QStringLiteral("started")]);
    record.finished = timeOf(json[QStringLiteral("finished")]);
    record.resultPath = json[QStringLiteral("result")].toString();
    record.checksum = json[QStringLiteral("checksum")].toString();
    record.request = json[QStringLiteral("request")].toObject();
    record.seconds = json[QStringLiteral("seconds")].toObject();
    record.trimmed = json[QStringLiteral("trimmed")].toBool();
    record.trimmedChecksum = json[QStringLiteral("trimmedChecksum")].toString();
    record.deleted = timeOf(json[QStringLiteral("deleted")]);
    record.error = errorFromJson(json[QStringLiteral("error")].toObject());
    return record;
}

} // namespace WhiteBox
