// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/joblibrary.h"

#include "core/store/jobstore.h"
#include "widgets/jobtablemodel.h"

#include <optional>
#include <utility>

namespace WhiteBox {

JobLibrary::JobLibrary(JobTableModel *jobs, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
{
    m_pool.setMaxThreadCount(1);
}

JobLibrary::~JobLibrary()
{
    if (m_store)
        m_pool.start([store = m_store] {
            if (const auto purged = store->purgeDeleted(true); !purged.isOk())
                qWarning("%s", qPrintable(purged.error().text()));
            store->closeConnection();
        });
    m_pool.waitForDone();
}

void JobLibrary::aside(std::function<std::function<void()>()> work)
{
    if (!m_store)
        return;
    m_pool.start([this, work = std::move(work), store = m_store] {
        const auto finish = work();
        store->closeConnection(); // the pool's threads come and go
        QMetaObject::invokeMethod(this, finish);
    });
}

void JobLibrary::remove(const QStringList &ids)
{
    if (ids.isEmpty())
        return;
    aside([this, ids, store = m_store]() -> std::function<void()> {
        std::vector<JobRecord> gone;
        std::vector<Error> errors;
        for (const QString &id : ids) {
            const auto job = store->find(id);
            const auto done = job.isOk() ? store->remove(id) : Result<void>(job.error());
            if (done.isOk())
                gone.push_back(job.value());
            else
                errors.push_back(done.error());
        }
        return [this, gone, errors] { takeRemoved(gone, errors); };
    });
}

void JobLibrary::takeRemoved(const std::vector<JobRecord> &gone, const std::vector<Error> &errors)
{
    Deletion deletion;
    for (const JobRecord &job : gone) {
        m_jobs->removeRecord(job.id);
        deletion.ids << job.id;
    }
    deletion.name = gone.size() == 1 ? gone.front().name : tr("%n jobs", nullptr, int(gone.size()));
    if (!gone.empty()) {
        m_deleted.push_back(deletion);
        Q_EMIT undoChanged();
        Q_EMIT removed(deletion.name);
    }
    if (!errors.empty())
        Q_EMIT failed(errors.front());
}

void JobLibrary::undoRemove()
{
    if (m_deleted.empty())
        return;
    const Deletion deletion = std::move(m_deleted.back());
    m_deleted.pop_back();
    Q_EMIT undoChanged();
    aside([this, deletion, store = m_store]() -> std::function<void()> {
        std::vector<Result<JobRecord>> jobs;
        for (const QString &id : deletion.ids)
            jobs.push_back(store->restore(id));
        return [this, deletion, jobs] { takeRestored(deletion, jobs); };
    });
}

void JobLibrary::takeRestored(const Deletion &deletion, const std::vector<Result<JobRecord>> &jobs)
{
    QStringList back;
    Deletion still{{}, deletion.name};
    std::optional<Error> error;
    for (std::size_t k = 0; k < jobs.size(); ++k) {
        const QString &id = deletion.ids[qsizetype(k)];
        if (jobs[k].isOk()) {
            m_jobs->updateRecord(jobs[k].value());
            back << id;
        } else {
            still.ids << id;
            error = jobs[k].error();
        }
    }
    if (!back.isEmpty())
        Q_EMIT restored(back);
    if (!error)
        return;
    m_deleted.push_back(still); // to be tried again
    Q_EMIT undoChanged();
    Q_EMIT failed(*error); // last: what is restored hides the banner
}

QString JobLibrary::undoName() const
{
    return m_deleted.empty() ? QString() : m_deleted.back().name;
}

void JobLibrary::find(const QString &id, std::function<void(const JobRecord &job)> found)
{
    if (const JobRecord *known = m_jobs->record(m_jobs->indexOf(id).row())) {
        found(*known);
        return;
    }
    aside([this, id, found = std::move(found), store = m_store]() -> std::function<void()> {
        const auto job = store->find(id);
        return [this, job, found] {
            if (!job.isOk()) {
                Q_EMIT failed(job.error());
                return;
            }
            m_jobs->updateRecord(job.value());
            found(job.value());
        };
    });
}

} // namespace WhiteBox
