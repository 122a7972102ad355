// SPDX-License-Identifier: GPL-3.0-or-later
// What a job needs beside its input: a search program, a database, a network. Looked at before a job starts,
// so that a missing part is told at once and with its remedy.
#pragma once

#include "core/network/predictor.h"
#include "core/pipeline/jobrequest.h"
#include "core/tools/toolinfo.h"

#include <QString>

#include <memory>
#include <vector>

namespace WhiteBox {

/// One line of the set-up check.
struct SetupItem
{
    QString id;   ///< "jackhmmer", "database", "model", "couplings", "store"
    QString name; ///< for people
    bool ok = false;
    QString path;
    QString version;   ///< or size, or date: what tells one from another
    Error error;       ///< where not ok: why, and the remedy
    QString command{}; ///< that would install what is missing, or empty
};

/// All that jobs with these parameters need. database: empty for the example's. Runs jackhmmer for its
/// version: milliseconds, at most 5 s.
std::vector<SetupItem> checkSetup(const JobParameters &parameters = {});

/// The single lines. Empty paths stand for the defaults: programs from PATH, the example's database, the
/// shipped network. All but engineItem() touch the disk.
SetupItem jackhmmerItem(const QString &program);
SetupItem ccmpredItem(const QString &program);
SetupItem databaseItem(const QString &path);
/// The built-in engine.
SetupItem engineItem();
SetupItem modelItem(const QString &path);
SetupItem storeItem();

/// Where the example's database belongs: $WHITEBOX_HOME/databases, else $XDG_DATA_HOME/whitebox/databases.
QString exampleDatabasePath();

/// As checkJackhmmer(), but asks each program only once while its file stays the same. Any thread.
Result<ToolInfo> knownJackhmmer(const QString &program = {});

/// The network that the parameters name. Fails as Predictor::load().
Result<std::shared_ptr<const Predictor>> loadModel(const QString &path);

/// The environment of a job, with everything checked that its kind needs. Fails: MissingTool, ToolFailed, Io,
/// Parse, InvalidInput.
Result<JobEnvironment> examineEnvironment(InputKind kind, const JobParameters &parameters,
                                          const Predictor &model);

} // namespace WhiteBox
