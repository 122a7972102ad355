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
