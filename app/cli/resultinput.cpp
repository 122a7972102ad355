// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resultinput.h"

#include "core/store/jobstore.h"
#include "core/store/resultfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

/// Where a job's result is.
Result<QString> pathOfJob(const QString &id)
{
    auto store = JobStore::open();
    if (!store.isOk())
        return std::move(store).error();
    auto record = store.value()->find(id);
    if (!record.isOk()) {
        Error error = std::move(record).error();
        error.remedy = tr(
            "Give a job's id (whitebox-cli jobs lists them), a result file, an alignment or an NPY array.");
        return error;
    }
    if (record.value().resultPath.isEmpty())
        return Error{ErrorKind::InvalidInput, tr("There is nothing to explain yet"),
                     tr("job %1 has no result").arg(id), tr("Run the job to its end first.")};
    return record.value().resultPath;
}

} // namespace

bool isResultFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(8) == QByteArray("\x89HDF\r\n\x1a\n", 8);
}

Result<JobResult> loadResultOf(const QString &text)
{
    QString path = text;
    if (!QFileInfo::exists(text)) {
        auto stored = pathOfJob(text);
        if (!stored.isOk())
            return std::move(stored).error();
        path = std::move(stored).value();
    }
    auto result = loadResult(path);
    if (result.isOk() && !result.value().couplings)
        return Error{ErrorKind::InvalidInput, tr("There is nothing to explain yet"),
                     tr("the result holds no couplings"), tr("Run the job to its end first."), path};
    return result;
}

} // namespace WhiteBox::Cli
