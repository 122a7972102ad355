// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobschema.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobStore)
};

Result<int> schemaVersion(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return databaseError(query);
    return query.value(0).toInt();
}

Result<void> backUp(const QSqlDatabase &database, int version)
{
    const QString copy = QStringLiteral("%1.backup-v%2").arg(database.databaseName()).arg(version);
    const QString unfinished = copy + QStringLiteral(".part");
    QFile::remove(unfinished);
    QSqlQuery query(database);
    query.prepare(QStringLiteral("VACUUM INTO ?"));
    query.addBindValue(unfinished);
    if (!query.exec())
        return databaseError(query);
    QFile::remove(copy);
    if (QFile::rename(unfinished, copy))
        return {};
    return Error::io(copy, Text::tr("The job library could not be copied before its change"), {},
                     Text::tr("Check the free space and the permissions of its folder."));
}

Result<void> runSteps(const QSqlDatabase &database, const SchemaSteps &steps, int from)
{
    for (size_t version = size_t(from); version < steps.size(); ++version)
        for (const auto &statement : steps[version])
            if (auto done = runStatement(database, statement); !done.isOk())
                return done;
    return runStatement(database, QStringLiteral("PRAGMA user_version = %1").arg(steps.size()));
}

Error failureOf(const QSqlError &failure, const QString &file, const QString &what)
{
    Error error = Error::io(file, what, failure.text(),
                            Text::tr("Check the free space and the permissions of its folder."));
    if (failure.nativeErrorCode() == QLatin1String("13")) { // SQLITE_FULL (sqlite3.h)
        error.kind = ErrorKind::Resources;
        error.why = Text::tr("the disk is full");
        error.remedy = Text::tr("Free some space.");
    }
    return error;
}

Error tooNew(const QSqlDatabase &database, int version, int known)
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.what = Text::tr("The job library cannot be opened");
    error.why = Text::tr("it was written by a newer version of White Box (schema %1, known is %2)")
                    .arg(version)
                    .arg(known);
    error.remedy = Text::tr("Update White Box, or set WHITEBOX_HOME to another folder.");
    error.file = database.databaseName();
    return error;
}

} // namespace

// Add to the end, never change what is there.
const SchemaSteps &jobSchemaSteps()
{
    static const SchemaSteps steps = {
        {
            QStringLiteral("CREATE TABLE jobs (id TEXT PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL,"
                           " length INTEGER NOT NULL, stage TEXT NOT NULL, state TEXT NOT NULL, created "
                           "INTEGER NOT NULL,"
                           " result TEXT NOT NULL, owner TEXT NOT NULL, record TEXT NOT NULL)"),
            QStringLiteral("CREATE INDEX jobs_key ON jobs (key)"),
            QStringLiteral("CREATE INDEX jobs_created ON jobs (created)"),
            QStringLiteral("CREATE INDEX jobs_state ON jobs (state)"),
        },
        {
            QStringLiteral("ALTER TABLE jobs ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0"),
        }};
    return steps;
}

Error databaseError(const QSqlQuery &query)
{
    return failureOf(query.lastError(), {}, Text::tr("The job library could not be read or written"));
}

Error databaseError(const QSqlDatabase &database)
{
    return failureOf(database.lastError(), database.databaseName(),
                     Text::tr("The job library could not be opened"));
}

Result<void> runStatement(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (query.exec(statement))
        return {};
    return databaseError(query);
}

Result<void> prepareSchema(const QSqlDatabase &database, const SchemaSteps &steps)
{
    const int newest = int(steps.size());
    // Another process may be doing the same: look at the version again once the write lock is held.
    const auto before = schemaVersion(database);
    if (!before.isOk())
        return before.error();
    if (before.value() > newest)
        return tooNew(database, before.value(), newest);
    if (before.value() == newest)
        return {};
    if (before.value() > 0)
        if (auto copied = backUp(database, before.value()); !copied.isOk())
            return copied;
    return inTransaction(database, [&]() -> Result<void> {
        const auto version = schemaVersion(database);
        return version.isOk() ? runSteps(database, steps, version.value()) : version.error();
    });
}

Result<bool> isCurrent(const QSqlDatabase &database)
{
    const auto version = schemaVersion(database);
    if (!version.isOk())
        return version.error();
    return version.value() == int(jobSchemaSteps().size());
}

Result<void> checkSchemaVersion(const QSqlDatabase &database)
{
    const int newest = int(jobSchemaSteps().size());
    const auto version = schemaVersion(database);
    if (!version.isOk())
        return version.error();
    if (version.value() > newest)
        return tooNew(database, version.value(), newest);
    return {};
}

Result<bool> isSound(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (query.exec(QStringLiteral("PRAGMA quick_check(1)")) && query.next())
        return query.value(0).toString() == QLatin1String("ok");
    // SQLITE_CORRUPT and SQLITE_NOTADB (sqlite3.h): every other failure says nothing about the file.
    const QString code = query.lastError().nativeErrorCode();
    if (code == QLatin1String("11") || code == QLatin1String("26"))
        return false;
    return databaseError(query);
}

} // namespace WhiteBox
