// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/joblibrary.h"

#include "core/store/jobname.h"
#include "core/store/jobstore.h"
#include "core/store/storesize.h"
#include "widgets/jobtablemodel.h"

#include <QSet>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace WhiteBox {

JobLibrary::JobLibrary(JobTableModel *jobs, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(std::chrono::seconds(2));
    connect(&m_timer, &QTimer::timeout, this, &JobLibrary::look);
}

void JobLibrary::setStore(std::shared_ptr<JobStore> store)
{
    m_store = std::move(store);
    trim({}); // measures
}

JobLibrary::~JobLibrary()
{
    m_stop.request_stop();
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

void JobLibrary::follow(std::function<bool(const QString &id)> isOwn)
{
    m_isOwn = std::move(isOwn);
    if (m_store)
        m_stamp = m_store->stamp();
    m_timer.start();
}

void JobLibrary::look()
{
    aside([this, known = m_stamp, store = m_store]() -> std::function<void()> {
        if (store->stamp() == known)
            return [] {};
        const auto jobs = store->list();
        // Where it is busy the next look sees it.
        return [this, jobs, stamp = store->stamp()] {
            if (!jobs.isOk())
                return;
            m_stamp = stamp;
            takeListed(jobs.value());
        };
    });
}

void JobLibrary::takeListed(const std::vector<JobRecord> &jobs)
{
    QSet<QString> listed;
    for (const JobRecord &job : jobs) {
        listed.insert(job.id);
        const JobRecord *known = m_jobs->record(m_jobs->indexOf(job.id).row());
        if (known && known->name != job.name) {
            m_jobs->setName(job.id, job.name);
            Q_EMIT renamed(job.id, job.name);
        }
        if (!m_isOwn(job.id) && (!known || known->state != job.state || known->stage != job.stage))
            m_jobs->updateRecord(job);
    }
    QStringList gone;
    for (int row = 0; row < m_jobs->rowCount(); ++row)
        if (const QString id = m_jobs->record(row)->id; !listed.contains(id) && !m_isOwn(id))
            gone << id;
    for (const QString &id : gone)
        m_jobs->removeRecord(id);
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
    Undo deletion;
    for (const JobRecord &job : gone) {
        m_jobs->removeRecord(job.id);
        deletion.ids << job.id;
    }
    deletion.name = gone.size() == 1 ? gone.front().name : tr("%n jobs", nullptr, int(gone.size()));
    if (!gone.empty())
        Q_EMIT removed(deletion.name, keep(deletion));
    if (!errors.empty())
        Q_EMIT failed(errors.front());
}

void JobLibrary::rename(const QString &id, const QString &typed)
{
    const JobRecord *known = m_jobs->record(m_jobs->indexOf(id).row());
    const auto name = cleanJobName(typed);
    if (!name.isOk()) {
        Q_EMIT failed(name.error());
        return;
    }
    if (!known || known->name == name.value())
        return;
    aside([this, id, name = name.value(), store = m_store]() -> std::function<void()> {
        QString before;
        const auto job = renameJob(*store, id, name, &before);
        return [this, job, before] {
            if (job.isOk())
                keep({{job.value().id}, job.value().name, before});
            takeRenamed(job);
        };
    });
}

void JobLibrary::takeRenamed(const Result<JobRecord> &job)
{
    if (!job.isOk()) {
        Q_EMIT failed(job.error());
        return;
    }
    m_jobs->setName(job.value().id, job.value().name);
    Q_EMIT renamed(job.value().id, job.value().name);
}

int JobLibrary::keep(Undo undo)
{
    undo.number = ++m_undone;
    m_undo.push_back(std::move(undo));
    Q_EMIT undoChanged();
    return m_undone;
}

void JobLibrary::undo()
{
    if (!m_undo.empty())
        undo(m_undo.back().number);
}

void JobLibrary::undo(int number)
{
    const auto found = std::ranges::find(m_undo, number, &Undo::number);
    if (found == m_undo.end())
        return;
    const Undo last = std::move(*found);
    m_undo.erase(found);
    Q_EMIT undoChanged();
    aside([this, last, store = m_store]() -> std::function<void()> {
        if (last.nameBefore) {
            const auto job = renameJob(*store, last.ids.first(), *last.nameBefore);
            return [this, last, job] {
                if (!job.isOk())
                    keep(last); // to be tried again
                takeRenamed(job);
            };
        }
        std::vector<Result<JobRecord>> jobs;
        for (const QString &id : last.ids)
            jobs.push_back(store->restore(id));
        return [this, last, jobs] { takeRestored(last, jobs); };
    });
}

void JobLibrary::takeRestored(const Undo &deletion, const std::vector<Result<JobRecord>> &jobs)
{
    QStringList back;
    Undo still{{}, deletion.name};
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
    keep(still);           // to be tried again
    Q_EMIT failed(*error); // last: what is restored hides the banner
}

std::function<void()> JobLibrary::trimmedAndMeasured(JobStore &store, const std::vector<TrimItem> &items,
                                                     Errors errors)
{
    const StopToken stop = m_stop.get_token();
    std::vector<JobRecord> trimmed;
    std::optional<Error> error;
    const qint64 before = items.empty() ? 0 : folderSize(store.folder(), stop);
    for (const TrimItem &item : items) {
        if (stop.stop_requested())
            break;
        if (auto job = trimJob(store, item.id, item.kind); job.isOk())
            trimmed.push_back(std::move(job).value());
        else if (errors == Errors::Log)
            qWarning("%s", qPrintable(job.error().text()));
        else if (!error)
            error = job.error();
    }
    const qint64 now = folderSize(store.folder(), stop);
    return [this, trimmed, error, now, won = items.empty() ? 0 : before - now] {
        for (const JobRecord &job : trimmed)
            m_jobs->updateRecord(job);
        if (error)
            Q_EMIT failed(*error);
        Q_EMIT measured(now, won);
    };
}

void JobLibrary::tidy(const Retention &retention, const QString &spared)
{
    if (!m_store || std::exchange(m_tidies, true))
        return; // one that is on the way sees all of it
    aside([this, retention, spared, store = m_store]() -> std::function<void()> {
        std::vector<TrimItem> items;
        if (retention.keep != Retention::Keep::Always) {
            const auto plan =
                planTrim(*store, retention, {spared}, QDateTime::currentDateTimeUtc(), m_stop.get_token());
            if (plan.isOk())
                items = plan.value().chosen(false);
            else if (!plan.error().isCancelled())
                qWarning("%s", qPrintable(plan.error().text()));
        }
        return [this, done = trimmedAndMeasured(*store, items, Errors::Log)] {
            m_tidies = false;
            done();
        };
    });
}

void JobLibrary::plan(const Retention &retention, const QString &spared,
                      std::function<void(const Result<TrimPlan> &plan)> answer)
{
    if (!m_store) {
        answer(Error::cancelled());
        return;
    }
    aside([this, retention, spared, answer = std::move(answer), store = m_store]() -> std::function<void()> {
        const auto plan =
            planTrim(*store, retention, {spared}, QDateTime::currentDateTimeUtc(), m_stop.get_token());
        return [this, plan, answer] {
            answer(plan);
            if (!plan.isOk() && !plan.error().isCancelled())
                Q_EMIT failed(plan.error());
        };
    });
}

void JobLibrary::trim(const std::vector<TrimItem> &items)
{
    aside([this, items, store = m_store] { return trimmedAndMeasured(*store, items, Errors::Tell); });
}

QString JobLibrary::undoName() const
{
    return m_undo.empty() ? QString() : m_undo.back().name;
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
