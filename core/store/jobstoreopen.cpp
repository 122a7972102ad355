// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobrescue.h"
#include "core/store/jobschema.h"
#include "core/store/jobstoreprivate.h"
#include "core/store/orphanedjob.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSqlQuery>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr int kLongestMending = 30000; ///< milliseconds that another instance is waited for

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobStore)
};

} // namespace

bool idIsSafe(const QString &id)
{
    if (id.isEmpty() || id.size() > 64)
        return false;
    return std::all_of(id.begin(), id.end(), [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
               (c >= QLatin1Char('a') && c <= QLatin1Char('z'));
    });
}

/// False where the database is damaged.
Result<bool> JobStore::Private::openSound()
{
    const auto connection = database();
    if (!connection.isOpen())
        return databaseError(connection);
    const auto sound = isSound(connection);
    if (!sound.isOk() || !sound.value())
        return sound;
    if (auto prepared = prepareSchema(connection); !prepared.isOk())
        return prepared.error();
    return true;
}

/// Whether there is nothing to mend or to bring up to date.
Result<bool> JobStore::Private::isReady() const
{
    const auto connection = database();
    if (!connection.isOpen())
        return databaseError(connection);
    const auto sound = isSound(connection);
    return sound.isOk() && sound.value() ? isCurrent(connection) : sound;
}

Result<void> JobStore::Private::openDatabase()
{
    // An error may come of an instance that mends just now: then the next look is at what it made.
    if (const auto ready = isReady(); ready.isOk() && ready.value())
        return takeUpFolders();
    closeHere();
    // One instance at a time mends, and the next finds it mended. It is not worth waiting for ever.
    QLockFile lock(file + QStringLiteral(".lock"));
    lock.setStaleLockTime(0); // stale when its process is gone, not by its age
    if (!lock.tryLock(kLongestMending) && lock.error() == QLockFile::LockFailedError)
        return Error::io(file, Text::tr("The job library could not be opened"),
                         Text::tr("another program is mending it"), Text::tr("Start White Box again."));
    const auto sound = openSound();
    if (!sound.isOk())
        return sound.error();
    if (!sound.value())
        if (auto replaced = replaceDamaged(); !replaced.isOk())
            return replaced;
    return takeUpFolders();
}

Result<void> JobStore::Private::replaceDamaged()
{
    closeHere();
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddThhmmss"));
    const QString damaged = QStringLiteral("%1.damaged-%2").arg(file, stamp);
    for (const auto &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::rename(file + suffix, damaged + suffix);
    if (auto prepared = prepareSchema(database()); !prepared.isOk())
        return prepared;
    notices << Text::tr("The job library was damaged and has been rebuilt from the jobs' folders. "
                        "The damaged file was kept as %1.")
                   .arg(damaged);
    return {};
}

Result<QSet<QString>> JobStore::Private::knownIds() const
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT id FROM jobs")))
        return databaseError(query);
    QSet<QString> ids;
    while (query.next())
        ids << query.value(0).toString();
    return ids;
}

/// Jobs of which the database has no row: it was lost, or as much of it as a power failure took. A new job's
/// row comes before its folder and a deleted one's goes after it, so that none is taken for lost.
Result<void> JobStore::Private::takeUpFolders()
{
    const QStringList folders = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    const auto known = knownIds();
    if (!known.isOk())
        return known.error();
    QStringList lost;
    for (const auto &name : folders)
        if (idIsSafe(name) && !known.value().contains(name))
            lost << name;
    if (lost.isEmpty())
        return {};
    // All or none, and one wait for the disk.
    const auto taken = inTransaction(database(), [&] { return takeUp(lost); });
    if (taken.isOk() && taken.value() > 0 && notices.isEmpty())
        notices << Text::tr("Jobs that the library had lost were taken up again from their folders: %1.")
                       .arg(taken.value());
    return taken.isOk() ? Result<void>() : taken.error();
}

Result<int> JobStore::Private::takeUp(const QStringList &ids)
{
    int taken = 0;
    for (const auto &id : ids) {
        const QString path = QDir(folder).filePath(id);
        auto record = recordOfFolder(path);
        if (!record.isOk()) {
            if (!QDir(path).isEmpty())
                notices << Text::tr("The job in %1 is lost: none of its files can be read.").arg(path);
            continue;
        }
        // Who runs it is not known. A living owner sets the state again with its next step.
        if (record.value().isActive())
            settleOrphan(record.value());
        if (auto added = writeRow(record.value(), QStringLiteral("ON CONFLICT DO NOTHING")); !added.isOk())
            return added.error();
        taken += record.value().deleted.isValid() ? 0 : 1;
    }
    return taken;
}

} // namespace WhiteBox
