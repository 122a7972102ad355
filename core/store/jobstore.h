// SPDX-License-Identifier: GPL-3.0-or-later
// The library of jobs: a SQLite database (WAL, so that several programs may share it) and beside it one
// folder a job with its result, its intermediate files and job.json, from which the database can be rebuilt.
#pragma once

#include "core/base/result.h"
#include "core/store/jobrecord.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace WhiteBox {

/// Any thread; each gets a connection of its own. Every change is on the disk when its function returns.
class JobStore
{
public:
    /// Opens or creates the library in a folder (empty: defaultFolder()), brings an old schema up to date
    /// (after a backup), rebuilds a damaged database from the job folders, marks jobs of dead processes as
    /// interrupted and ends those that they had put aside. Fails: Io (folder not writable), Unsupported
    /// (schema of a newer version).
    static Result<std::shared_ptr<JobStore>> open(const QString &folder = {});
    /// $WHITEBOX_HOME/jobs, else $XDG_DATA_HOME/whitebox/jobs.
    static QString defaultFolder();
    /// A new job's id: 16 random hexadecimal digits.
    static QString newId();

    ~JobStore();
    JobStore(const JobStore &) = delete;
    JobStore &operator=(const JobStore &) = delete;

    QString folder() const;
    /// Folder of one job; made when the job is inserted.
    QString jobFolder(const QString &id) const;
    /// Where a job's result belongs.
    QString resultPath(const QString &id) const;
    /// Another one after any process has changed the library; the same where none has. Asks the file system
    /// alone. Any thread.
    QByteArray stamp() const;
    /// What opening had to repair, for the user; empty as a rule.
    QStringList notices() const;

    /// Adds a job and its folder; an active one is owned by this process from now on. Fails: Io.
    Result<void> insert(const JobRecord &record);
    /// The same, unless another living process has a job of this key queued or running: that is given then,
    /// and nothing is changed. Fails: Io.
    Result<std::optional<JobRecord>> insertOnce(const JobRecord &record);
    /// Writes a known job's row and job.json, all but its name: that is the user's (renameJob()), and who
    /// computes the job may know an old one. Fails: Io, InvalidInput (no such job).
    Result<void> update(const JobRecord &record);
    /// Changes a job in one transaction: nobody else, of any process, can write it between. A change that
    /// fails leaves it as it was. A job that is active before and after stays with the process that computes
    /// it. Gives the job as it is then. Fails: as change, InvalidInput (no such job), Io.
    Result<JobRecord> change(const QString &id, const std::function<Result<void>(JobRecord &job)> &change);
    /// Fails: InvalidInput (no such job), Io.
    Result<JobRecord> find(const QString &id) const;
    /// The newest finished job of this key whose result file is there. Fails: Io.
    Result<std::optional<JobRecord>> findFinished(const QString &key) const;
    /// Newest first; with a search text those whose name, id or key contains it, upper or lower case. Fails:
    /// Io.
    Result<std::vector<JobRecord>> list(const QString &search = {}) const;
    /// Puts a job aside: nothing finds it any more, its files stay until purgeDeleted(). One transaction:
    /// after a crash the job is either there or aside, whole both times. Fails: InvalidInput (no such job, or
    /// one that is queued or running), Io.
    Result<void> remove(const QString &id);
    /// Takes back remove(); gives the job as it was. Fails: InvalidInput (no such job aside), Io.
    Result<JobRecord> restore(const QString &id);
    /// Ends jobs that were put aside, with their files: those of dead processes, and this process's own where
    /// asked. What cannot be deleted now stays aside. Gives their number. Fails: Io.
    Result<int> purgeDeleted(bool ownToo = false);
    /// Closes the current thread's connection; its next use opens another. For threads that live on.
    void closeConnection();
    /// Marks jobs that a process left queued or running when it died; gives their number. Fails: Io.
    Result<int> markInterrupted();

private:
    struct Private;
    explicit JobStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace WhiteBox
