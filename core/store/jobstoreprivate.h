// SPDX-License-Identifier: GPL-3.0-or-later
// What the library's two files share: its daily work (jobstore.cpp) and its opening (jobstoreopen.cpp).
#pragma once

#include "core/store/jobstore.h"

#include <QSet>
#include <QSqlDatabase>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace WhiteBox {

/// Whether it may become a folder's name.
bool idIsSafe(const QString &id);

struct JobStore::Private
{
    QString folder;
    QString file;
    int number = 0; ///< tells the connections of several stores of a thread apart
    QStringList notices;

    QSqlDatabase database() const;
    void closeHere();
    Result<void> openDatabase();
    Result<bool> isReady() const;
    Result<bool> openSound();
    Result<void> replaceDamaged();
    Result<void> takeUpFolders();
    Result<int> takeUp(const QStringList &ids);
    Result<QSet<QString>> knownIds() const;
    Result<void> writeRow(const JobRecord &record, const QString &conflict);
    Result<void> writeManifest(const JobRecord &record) const;
    Result<void> writeFolder(const JobRecord &record) const;
    /// Newest first, of the jobs that are not put aside; with aside: of the others.
    Result<std::vector<JobRecord>> select(const QString &condition, const QVariantList &values,
                                          bool aside = false) const;
    Result<JobRecord> putAside(const QString &id);
    QString connectionName() const;
};

} // namespace WhiteBox
