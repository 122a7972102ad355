// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/store/jobrecord.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <vector>

namespace WhiteBox {

class JobStore;
class JobTableModel;

/// Deletes jobs of the library and takes that back, and finds those that another program added. The store is
/// asked on a thread of its own, one thing after another; the table follows when the store has answered. What
/// was deleted can be taken back until the library is closed, and ends then.
class JobLibrary : public QObject
{
    Q_OBJECT

public:
    /// jobs: outlives it.
    explicit JobLibrary(JobTableModel *jobs, QObject *parent = nullptr);
    ~JobLibrary() override;

    void setStore(std::shared_ptr<JobStore> store) { m_store = std::move(store); }
    /// Those that are queued or running stay, which is told as an error.
    void remove(const QStringList &ids);
    /// Brings back what the last remove() deleted.
    void undoRemove();
    bool canUndo() const { return !m_deleted.empty(); }
    /// "CheY", or "3 jobs": what undoRemove() would bring back; empty: nothing.
    QString undoName() const;
    /// Calls found with the job of an id, which enters the table if it was not there, or tells failed().
    void find(const QString &id, std::function<void(const JobRecord &job)> found);

Q_SIGNALS:
    void removed(const QString &name);
    void restored(const QStringList &ids);
    /// canUndo() or undoName() is another.
    void undoChanged();
    void failed(const WhiteBox::Error &error);

private:
    struct Deletion
    {
        QStringList ids;
        QString name; ///< for people
    };
    void aside(std::function<std::function<void()>()> work);
    void takeRemoved(const std::vector<JobRecord> &gone, const std::vector<Error> &errors);
    void takeRestored(const Deletion &deletion, const std::vector<Result<JobRecord>> &jobs);

    JobTableModel *m_jobs;
    std::shared_ptr<JobStore> m_store;
    QThreadPool m_pool;
    std::vector<Deletion> m_deleted; ///< the last one is undone first
};

} // namespace WhiteBox
