// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"
#include "core/pipeline/jobrunner.h"

#include <QEventLoop>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace WhiteBox::Cli {

/// The jobs of one command line, from submission until the last has ended.
class JobBatch
{
public:
    JobBatch(std::shared_ptr<JobStore> store, Context &context);

    void submit(const JobInput &input, const JobParameters &parameters, bool again);
    void resume(const QString &id);
    /// Until all have ended; the context's token cancels them.
    void wait();

    /// In order of submission; each once.
    const QStringList &ids() const { return m_ids; }
    std::shared_ptr<const JobResult> result(const QString &id) const { return m_results.value(id); }
    /// Of a job without a result.
    Error errorOf(const QString &id) const { return m_errors.value(id, Error::cancelled()); }
    /// Whether the library already held the result, so that nothing was computed.
    bool isStored(const QString &id) const { return m_stored.contains(id); }

private:
    void connectRunner();
    bool isDone() const;
    void leaveWhenDone();
    void cancelAll();

    std::shared_ptr<JobStore> m_store;
    JobRunner m_runner;
    Context &m_context;
    QEventLoop m_loop;
    QStringList m_ids;
    QStringList m_stored;
    QHash<QString, std::shared_ptr<const JobResult>> m_results;
    QHash<QString, Error> m_errors;
    bool m_cancelled = false;
};

/// Names the files that a command line leaves out; with --json jobsDocument() does. The exit status of the
/// first; 0: there are none.
int tellLeftOut(const std::vector<Error> &leftOut, const Context &context);
/// What is printed of jobs with --json.
QJsonObject jobsDocument(const QJsonArray &jobs, const std::vector<Error> &leftOut);
/// Prints what became of the jobs, as one document with --json, and copies their files into the folder out,
/// where one is named; each into a folder of its own where there are several. Gives the exit status of the
/// first job that has no result, or else of the files left out before.
int concludeJobs(const JobBatch &batch, const JobStore &store, const QString &out, const Context &context,
                 const std::vector<Error> &leftOut = {});

} // namespace WhiteBox::Cli
