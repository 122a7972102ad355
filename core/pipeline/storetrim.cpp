// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/storetrim.h"

#include "core/base/savefile.h"
#include "core/pipeline/jobrequest.h"
#include "core/pipeline/jobworker.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"
#include "core/store/storesize.h"
#include "core/tools/ccmpredprocess.h"
#include "core/tools/jackhmmersearch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>
#include <cstdio>

namespace WhiteBox {

namespace {

const QString kTrimmed = QStringLiteral("result.trimmed");
const QString kLock = QStringLiteral("trim.lock");

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StoreTrim)
};

/// What the stages of a finished job left in its folder.
QFileInfoList leftoversIn(const QDir &folder)
{
    return folder.entryInfoList(kSearchFiles + QStringList{kDraftFile, kCheckpointFile},
                                QDir::Files | QDir::Hidden);
}

/// Whether something would be lost of what Resume goes on from, but nothing that was given.
bool isUnfinished(const JobRecord &job)
{
    return !job.isActive() && (job.state != JobState::Finished || job.trimmed) &&
           kindOf(job.request) != InputKind::Couplings;
}

bool isTrimmable(const JobRecord &job)
{
    return job.state == JobState::Finished && !job.trimmed && !job.resultPath.isEmpty() &&
           kindOf(job.request) != InputKind::Couplings;
}

Error notTrimmed(const JobRecord &job, const QString &why)
{
    Error error;
    error.what = Text::tr("The job %1 cannot be trimmed").arg(job.name);
    error.why = why;
    error.remedy = job.state == JobState::Finished ? Text::tr("Its result stays as it is.")
                                                   : Text::tr("What it has computed stays as it is.");
    return error;
}

QString changedMeanwhile()
{
    return Text::tr("another program has changed it");
}

Result<void> checkTrimmable(const JobRecord &job)
{
    if (isTrimmable(job))
        return {};
    if (job.isActive() || job.state != JobState::Finished)
        return notTrimmed(job, Text::tr("it is %1").arg(labelOf(job.state).toLower()));
    return notTrimmed(job, job.trimmed ? Text::tr("its couplings were taken out before")
                                       : Text::tr("its couplings were given and cannot be computed again"));
}

qint64 couplingsBytes(qint64 length)
{
    return length * (length - 1) / 2 * kBlock * qint64(sizeof(float));
}

/// What trimming wins, without opening the file: no more than all of it.
qint64 bytesWon(const JobStore &store, const JobRecord &job)
{
    qint64 bytes = std::min(couplingsBytes(job.length), QFileInfo(job.resultPath).size());
    for (const QFileInfo &file : leftoversIn(store.jobFolder(job.id)))
        bytes += file.size();
    return bytes;
}

/// A draft that is smaller than they are is not even opened.
bool hasCouplingsInDraft(const JobRecord &job, const QFileInfo &draft)
{
    return job.state != JobState::Finished && draft.size() >= couplingsBytes(job.length) &&
           hasCouplings(draft.filePath());
}

/// Files of an unfinished job that a resumed one makes again. What a search has found is in the draft as soon
/// as the next stage begins; a trimmed job's draft is made of its result.
QFileInfoList remnantsOf(const JobRecord &job, const QDir &folder)
{
    QStringList names = kCcmpredFiles + QStringList{kCheckpointFile, kKilledWrites};
    if (job.stage > JobStage::Alignment || kindOf(job.request) == InputKind::Alignment)
        names << kSearchFiles;
    if (job.state == JobState::Finished)
        names << kDraftFile;
    return folder.entryInfoList(names, QDir::Files | QDir::Hidden);
}

qint64 bytesLeftBy(const JobRecord &job, const QDir &folder)
{
    const QFileInfo draft(folder.filePath(kDraftFile));
    qint64 bytes = hasCouplingsInDraft(job, draft) ? couplingsBytes(job.length) : 0;
    for (const QFileInfo &file : remnantsOf(job, folder))
        bytes += file.size();
    return bytes;
}

/// Of jobs, the last that ended first, those that a retention would take.
std::vector<const JobRecord *> outOf(const std::vector<const JobRecord *> &newestFirst,
                                     const Retention &retention, const QDateTime &now)
{
    std::vector<const JobRecord *> out;
    if (retention.keep == Retention::Keep::Newest)
        out.assign(newestFirst.begin() + std::min(std::ptrdiff_t(newestFirst.size()),
                                                  std::ptrdiff_t(std::max(0, retention.number))),
                   newestFirst.end());
    if (retention.keep == Retention::Keep::Days)
        std::copy_if(newestFirst.begin(), newestFirst.end(), std::back_inserter(out),
                     [&](const JobRecord *job) { return job->finished.daysTo(now) > retention.number; });
    if (retention.keep == Retention::Keep::Gigabytes)
        out = newestFirst;
    return out;
}

/// Writes the result without its couplings beside the old one; gives the new file's checksum.
Result<QString> writeTrimmed(const JobRecord &job, const QString &path)
{
    return loadStoredResult(job).andThen([&](JobResult &&result) -> Result<QString> {
        if (!result.alignment || !result.predicted)
            return notTrimmed(job, Text::tr("its result holds nothing that they could be computed from"));
        result.couplings.reset();
        result.provenance[QStringLiteral("trimmed")] =
            QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
        if (auto saved = saveResult(result, path); !saved.isOk())
            return saved.error();
        return fileChecksum(path);
    });
}

/// Those that were deleted meanwhile are no failure. All are tried; gives the first failure.
Result<void> removeAll(const QFileInfoList &files)
{
    Result<void> removed;
    for (const QFileInfo &file : files)
        if (!QFile::remove(file.filePath()) && QFile::exists(file.filePath()) && removed.isOk())
            removed = Error::io(file.filePath(), Text::tr("What a job left could not be deleted"),
                                Text::tr("the system refused it"),
                                Text::tr("Check who may write to the folder of the job."));
    return removed;
}

/// what: the failure's.
Result<void> replaceFile(const QString &from, const QString &to, const QString &what)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0)
        return {};
    return Error::io(to, what, Text::tr("the system refused it"),
                     Text::tr("Check who may write to the folder of the job."));
}

Result<void> writeDraftWithoutCouplings(const QString &draft, const QString &path)
{
    return loadResult(draft).andThen([&](JobResult &&result) {
        result.couplings.reset();
        result.couplingScore.clear();
        result.predicted.reset();
        return saveResult(result, path);
    });
}

/// Each step leaves a job that can be resumed: none of them needs the others.
Result<JobRecord> trimUnfinished(JobStore &store, const JobRecord &job, const QString &path)
{
    const QDir folder(store.jobFolder(job.id));
    const QFileInfo draft(folder.filePath(kDraftFile));
    const QDateTime written = draft.lastModified();
    const bool isReplaced = hasCouplingsInDraft(job, draft);
    if (isReplaced)
        if (auto smaller = writeDraftWithoutCouplings(draft.filePath(), path); !smaller.isOk())
            return smaller.error();
    // In one transaction: nobody takes the job up between the look at it and the last file.
    return store.change(job.id, [&](JobRecord &now) -> Result<void> {
        if (!isUnfinished(now) || QFileInfo(draft.filePath()).lastModified() != written)
            return notTrimmed(now, changedMeanwhile());
        if (isReplaced)
            if (auto replaced =
                    replaceFile(path, draft.filePath(), Text::tr("The draft could not be replaced"));
                !replaced.isOk())
                return replaced;
        return removeAll(remnantsOf(now, folder));
    });
}

/// Puts the new file in the old one's place. The record fits both from before the first step to after the
/// last.
Result<JobRecord> exchange(JobStore &store, const JobRecord &job, const QString &path,
                           const QString &checksum)
{
    const auto present = fileChecksum(job.resultPath);
    if (!present.isOk())
        return present.error();
    auto announced = store.change(job.id, [&](JobRecord &now) -> Result<void> {
        if (auto still = checkTrimmable(now); !still.isOk())
            return still;
        if (now.checksum != job.checksum)
            return notTrimmed(now, changedMeanwhile());
        now.checksum = present.value(); // the other of the two, where an earlier trim came to no end
        now.trimmedChecksum = checksum;
        return {};
    });
    if (!announced.isOk())
        return announced;
    const QString what = Text::tr("The result could not be replaced");
    if (auto replaced = replaceFile(path, job.resultPath, what); !replaced.isOk())
        return replaced.error();
    if (!syncFolder(QFileInfo(job.resultPath).absolutePath()))
        return Error::io(job.resultPath, what,
                         Text::tr("the system refused to keep the folder's new list of files"),
                         Text::tr("Trim the library again."));
    return store.change(job.id, [&](JobRecord &now) -> Result<void> {
        now.checksum = checksum;
        now.trimmedChecksum.clear();
        now.trimmed = true;
        return {};
    });
}

} // namespace

qint64 bytesOf(const std::vector<TrimItem> &items)
{
    qint64 bytes = 0;
    for (const TrimItem &item : items)
        bytes += item.bytes;
    return bytes;
}

std::vector<TrimItem> TrimPlan::neededFinished(bool withUnfinished) const
{
    if (retention.keep != Retention::Keep::Gigabytes)
        return finished;
    std::vector<TrimItem> needed;
    qint64 left = stored - (withUnfinished ? bytesOf(unfinished) : 0);
    for (const TrimItem &item : finished) {
        if (left <= qint64(retention.number) * 1000000000)
            break;
        needed.push_back(item);
        left -= item.bytes;
    }
    return needed;
}

std::vector<TrimItem> TrimPlan::chosen(bool withUnfinished) const
{
    std::vector<TrimItem> items = neededFinished(withUnfinished);
    if (withUnfinished)
        items.insert(items.end(), unfinished.begin(), unfinished.end());
    return items;
}

Result<TrimPlan> planTrim(const JobStore &store, const Retention &retention, const QStringList &spared,
                          const QDateTime &now, const StopToken &stop)
{
    TrimPlan plan;
    plan.retention = retention;
    plan.stored = folderSize(store.folder(), stop);
    const auto all = store.list();
    if (!all.isOk())
        return all.error();
    std::vector<const JobRecord *> jobs;
    for (const JobRecord &job : all.value()) {
        if (stop.stop_requested())
            return Error::cancelled();
        if (isTrimmable(job))
            jobs.push_back(&job);
        else if (const qint64 bytes = isUnfinished(job) ? bytesLeftBy(job, store.jobFolder(job.id)) : 0;
                 bytes > 0)
            plan.unfinished.push_back({job.id, job.name, bytes, TrimKind::Unfinished});
    }
    std::stable_sort(jobs.begin(), jobs.end(), [](auto *a, auto *b) { return a->finished > b->finished; });
    const auto out = outOf(jobs, retention, now);
    for (auto job = out.rbegin(); job != out.rend(); ++job) {
        if (stop.stop_requested())
            return Error::cancelled();
        if (!spared.contains((*job)->id))
            plan.finished.push_back({(*job)->id, (*job)->name, bytesWon(store, **job)});
    }
    plan.finished = plan.neededFinished(false);
    return plan;
}

Result<std::unique_ptr<QLockFile>> lockFiles(const JobStore &store, const JobRecord &job, int milliseconds)
{
    auto lock = std::make_unique<QLockFile>(QDir(store.jobFolder(job.id)).filePath(kLock));
    if (lock->tryLock(milliseconds) || lock->error() != QLockFile::LockFailedError)
        return lock;
    Error error;
    error.what = Text::tr("The files of the job %1 are in use").arg(job.name);
    error.why = Text::tr("it is being trimmed or resumed");
    error.remedy = Text::tr("Try again in a moment.");
    return error;
}

Result<JobRecord> trimJob(JobStore &store, const QString &id, TrimKind agreed)
{
    const auto job = store.find(id);
    if (!job.isOk())
        return job.error();
    const QDir folder(store.jobFolder(id));
    const bool isLeftover = isUnfinished(job.value()) && bytesLeftBy(job.value(), folder) > 0;
    if (!isLeftover || agreed == TrimKind::Finished)
        if (auto trimmable = checkTrimmable(job.value()); !trimmable.isOk())
            return trimmable.error();
    if (!isLeftover && agreed == TrimKind::Unfinished)
        return notTrimmed(job.value(), changedMeanwhile());
    const auto lock = lockFiles(store, job.value());
    if (!lock.isOk())
        return lock.error();
    const QString path = folder.filePath(kTrimmed);
    if (isLeftover) {
        const auto trimmed = trimUnfinished(store, job.value(), path);
        QFile::remove(path);
        return trimmed;
    }
    auto trimmed = writeTrimmed(job.value(), path).andThen([&](QString &&checksum) -> Result<JobRecord> {
        // Before the record says so: what is trimmed may be taken up at once, with files of these names.
        if (auto removed = removeAll(leftoversIn(folder)); !removed.isOk())
            return removed.error();
        return exchange(store, job.value(), path, checksum);
    });
    QFile::remove(path);
    return trimmed;
}

} // namespace WhiteBox
