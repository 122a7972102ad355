// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobrescue.h"

#include "core/store/resultfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobStore)
};

JobStage stageOf(const JobResult &file)
{
    if (file.predicted || file.couplings)
        return JobStage::Prediction;
    return file.alignment ? JobStage::Couplings : JobStage::Search;
}

/// Of a result or a draft, which are written with the request that they answer.
Result<JobRecord> recordOfFile(const QString &path)
{
    const auto file = loadResult(path);
    if (!file.isOk())
        return file.error();
    const JobResult &job = file.value();
    JobRecord record;
    record.id = job.jobId;
    record.key = job.provenance[QStringLiteral("key")].toString();
    record.name = job.query.name;
    record.length = job.length();
    record.request = job.provenance[QStringLiteral("request")].toObject();
    record.created = QFileInfo(path).lastModified().toUTC();
    record.stage = stageOf(job);
    record.state = JobState::Interrupted;
    if (!job.predicted)
        return record;
    const auto checksum = fileChecksum(path);
    if (!checksum.isOk())
        return checksum.error();
    record.state = JobState::Finished;
    record.finished = record.created;
    record.resultPath = path;
    record.checksum = checksum.value();
    return record;
}

} // namespace

Result<JobRecord> readManifest(const QString &folder)
{
    QFile file(QDir(folder).filePath(kManifestFile));
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(file.fileName(), Text::tr("The job cannot be read"), file.errorString());
    auto record = recordFromJson(QJsonDocument::fromJson(file.readAll()).object(), file.fileName());
    if (record.isOk() && record.value().id != QFileInfo(folder).fileName())
        return Error::parse(file.fileName(), 0, Text::tr("it is of another job"));
    return record;
}

Result<JobRecord> recordOfFolder(const QString &folder)
{
    auto record = readManifest(folder);
    for (const auto &name : {QStringLiteral("result.h5"), QStringLiteral("draft.h5")}) {
        if (record.isOk())
            return record;
        auto rescued = recordOfFile(QDir(folder).filePath(name));
        if (rescued.isOk() && rescued.value().id == QFileInfo(folder).fileName())
            record = std::move(rescued);
    }
    return record;
}

} // namespace WhiteBox
