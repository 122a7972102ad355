// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QSqlDatabase;
class QSqlQuery;

namespace WhiteBox {

/// The schema that this program writes (PRAGMA user_version).
inline constexpr int kJobSchemaVersion = 1;

/// The failure of a query or of a connection, for users.
Error databaseError(const QSqlQuery &query);
Error databaseError(const QSqlDatabase &database);

/// Creates the tables of a new database, or brings an old one up to date after copying it to
/// "<file>.backup-v<old version>". Fails: Unsupported (newer than this program), Io.
Result<void> prepareSchema(const QSqlDatabase &database);

/// False where SQLite finds the file damaged. Fails: Io, where it cannot tell (locked, unreadable).
Result<bool> isSound(const QSqlDatabase &database);

} // namespace WhiteBox
