// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/base/stoptoken.h"
#include "core/pipeline/storetrim.h"
#include "core/store/jobrecord.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace WhiteBox {

class JobStore;
class JobTableModel;

/// Deletes and renames jobs of the library and takes that back, and finds those that another program added.
/// The store is asked on a thread of its own, one thing after another; the table follows when the store has
/// answered. What was deleted can be taken back until the library is closed, and ends then.
class JobLibrary : public QObject
{
    Q_OBJECT

public:
    /// jobs: outlives it.
    explicit JobLibrary(JobTableModel *jobs, QObject *parent = nullptr);
    ~JobLibrary() override;

    /// Measures it; nothing is trimmed before tidy(), as the result that was open last may be reopened.
    void setStore(std::shared_ptr<JobStore> store);
    /// From now on the table follows what other programs do with the library. isOwn: jobs that this program
    /// works on, of which it knows more than the library.
    void follow(std::function<bool(const QString &id)> isOwn);
    /// Looks for changes now.
    void look();
    /// Those that are queued or running stay, which is told as an error.
    void remove(const QStringList &ids);
    /// As a person typed it. One that is queued or running keeps its name, which is told as an error.
    void rename(const QString &id, const QString &typed);
    /// Takes back the last remove() or rename().
    void undo();
    /// The one of a removed(), if it was not taken back yet.
    void undo(int number);
    bool canUndo() const { return !m_undo.empty(); }
    /// Whether undo() takes back a name.
    bool undoesRename() const { return canUndo() && m_undo.back().nameBefore; }
    /// "CheY", or "3 jobs": what undo() would bring back or name as before; empty: nothing.
    QString undoName() const;
    /// Calls found with the job of an id, which enters the table if it was not there, or tells failed().
    void find(const QString &id, std::function<void(const JobRecord &job)> found);

    /// Trims what a retention gives up, then measures the library. spared: a job whose result is open. Nobody
    /// asked for it: what cannot be trimmed is logged only.
    void tidy(const Retention &retention, const QString &spared = {});
    /// Looks what a retention gives up and what unfinished jobs left, and hands it to the answer; an error is
    /// told by failed(), too.
    void plan(const Retention &retention, const QString &spared,
              std::function<void(const Result<TrimPlan> &plan)> answer);
    /// Takes the couplings out of these jobs; measured() follows when it is done, after failed() where one of
    /// them could not be trimmed.
    void trim(const std::vector<TrimItem> &items);

Q_SIGNALS:
    /// How much the library takes on the disk, and what the last trimming won of it.
    void measured(qint64 bytes, qint64 won);
    void removed(const QString &name, int undoNumber);
    /// Done or taken back, here or by another program.
    void renamed(const QString &id, const QString &name);
    void restored(const QStringList &ids);
    /// canUndo() or undoName() is another.
    void undoChanged();
    void failed(const WhiteBox::Error &error);

private:
    struct Undo
    {
        QStringList ids;
        QString name;                           ///< for people
        std::optional<QString> nameBefore = {}; ///< of a renamed job; without: they were deleted
        int number = 0;
    };
    void aside(std::function<std::function<void()>()> work);
    enum class Errors { Tell, Log };
    /// On the store's thread: trims all of them that can be, measures, and gives what is then to be done
    /// here.
    std::function<void()> trimmedAndMeasured(JobStore &store, const std::vector<TrimItem> &items,
                                             Errors errors);
    void takeRemoved(const std::vector<JobRecord> &gone, const std::vector<Error> &errors);
    void takeListed(const std::vector<JobRecord> &jobs);
    void takeRestored(const Undo &deletion, const std::vector<Result<JobRecord>> &jobs);
    /// Its number.
    int keep(Undo undo);
    void takeRenamed(const Result<JobRecord> &job);

    JobTableModel *m_jobs;
    std::shared_ptr<JobStore> m_store;
    QThreadPool m_pool;
    StopSource m_stop;     ///< of trimming and measuring, when the library closes
    bool m_tidies = false; ///< it is on the way
    QTimer m_timer;
    std::function<bool(const QString &id)> m_isOwn;
    QByteArray m_stamp;       ///< of the library when it was last listed
    std::vector<Undo> m_undo; ///< the last one is undone first
    int m_undone = 0;         ///< that could be taken back so far: the newest one's number
};

} // namespace WhiteBox
