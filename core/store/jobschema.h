// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <vector>

class QSqlDatabase;
class QSqlQuery;

namespace WhiteBox {

/// SQL statements that lead from schema version k (PRAGMA user_version) to k + 1, at index k.
using SchemaSteps = std::vector<QStringList>;
const SchemaSteps &jobSchemaSteps();

/// The failure of a query or of a connection, for users.
Error databaseError(const QSqlQuery &query);
Error databaseError(const QSqlDatabase &database);

/// Runs one statement that gives no rows. Fails: Io.
Result<void> runStatement(const QSqlDatabase &database, const QString &statement);

/// Does work, which gives a Result, in one transaction: nobody else, of any process, can write between. What
/// it wrote is taken back where it fails. Gives what it gives. Fails: as work, Io.
template <class Work>
auto inTransaction(const QSqlDatabase &database, Work &&work) -> decltype(work())
{
    if (const auto begun = runStatement(database, QStringLiteral("BEGIN IMMEDIATE")); !begun.isOk())
        return begun.error();
    auto done = work();
    const auto ended =
        runStatement(database, done.isOk() ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"));
    if (done.isOk() && !ended.isOk())
        done = ended.error();
    return done;
}

/// Creates the tables of a new database, or brings an old one up to date after copying it to
/// "<file>.backup-v<old version>". Fails: Unsupported (newer than this program), Io.
Result<void> prepareSchema(const QSqlDatabase &database, const SchemaSteps &steps = jobSchemaSteps());

/// Whether the schema is this program's. Fails: Io.
Result<bool> isCurrent(const QSqlDatabase &database);

/// Fails: Unsupported, where the schema is newer than this program's; Io.
Result<void> checkSchemaVersion(const QSqlDatabase &database);

/// False where SQLite finds the file damaged. Fails: Io, where it cannot tell (locked, unreadable).
Result<bool> isSound(const QSqlDatabase &database);

} // namespace WhiteBox
