// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storecheck.h"

#include "core/store/jobschema.h"
#include "core/store/jobstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>
#include <QVariant>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobStore)
};

/// The folder itself, or what it would be made in.
QFileInfo nearestFolder(const QString &path)
{
    QFileInfo folder(path);
    while (!folder.exists() && !folder.isRoot())
        folder.setFile(folder.absolutePath());
    return folder;
}

Error damaged(const QString &file)
{
    return Error::parse(file, 0, Text::tr("the job library is damaged"),
                        Text::tr("It is rebuilt from the jobs' folders when White Box next opens it."));
}

Result<int> countJobs(const QSqlDatabase &database)
{
    if (auto version = checkSchemaVersion(database); !version.isOk())
        return version.error();
    const auto sound = isSound(database);
    if (!sound.isOk())
        return sound.error();
    if (!sound.value())
        return damaged(database.databaseName());
    QSqlQuery query(database);
    // A library of the first schema knows no jobs that were put aside; it is not changed here.
    const bool hasDeleted = database.record(QStringLiteral("jobs")).contains(QStringLiteral("deleted"));
    const QString some = hasDeleted ? QStringLiteral(" WHERE deleted = 0") : QString();
    if (!query.exec(QStringLiteral("SELECT count(*) FROM jobs") + some) || !query.next())
        return databaseError(query);
    return query.value(0).toInt();
}

Result<int> countJobsIn(const QString &file, const QString &connection)
{
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
    // While nobody has it open there is no log, and without one even a reader would make it
    // (sqlite.org/wal.html).
    const bool inUse = QFileInfo::exists(file + QStringLiteral("-wal"));
    QUrl url = QUrl::fromLocalFile(file);
    url.setQuery(inUse ? QString() : QStringLiteral("immutable=1"));
    database.setDatabaseName(url.toString(QUrl::FullyEncoded));
    database.setConnectOptions(
        QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=2000"));
    if (!database.open())
        return databaseError(database);
    return countJobs(database);
}

} // namespace

Result<int> checkJobStore(const QString &folder)
{
    const QString path = QDir(folder.isEmpty() ? JobStore::defaultFolder() : folder).absolutePath();
    const QFileInfo nearest = nearestFolder(path);
    if (!nearest.isDir() || !nearest.isWritable())
        return Error::io(nearest.filePath(), Text::tr("The folder of the job library cannot be written"),
                         nearest.isDir() ? Text::tr("it is read-only") : Text::tr("it is no folder"),
                         Text::tr("Check its permissions, or set WHITEBOX_HOME to a folder of yours."));
    const QString file = QDir(path).filePath(QStringLiteral("jobs.sqlite"));
    if (!QFileInfo::exists(file))
        return 0;
    const QString connection = QUuid::createUuid().toString();
    auto jobs = countJobsIn(file, connection);
    QSqlDatabase::removeDatabase(connection);
    if (!jobs.isOk()) {
        Error error = std::move(jobs).error();
        error.file = file;
        return error;
    }
    return jobs;
}

} // namespace WhiteBox
