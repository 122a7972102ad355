// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobclerk.h"

#include "core/pipeline/jobneeds.h"
#include "core/pipeline/setup.h"
#include "core/pipeline/stages.h"
#include "core/pipeline/storetrim.h"
#include "core/store/jobstore.h"
#include "core/store/orphanedjob.h"
#include "core/store/resultfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QLockFile>
#include <QObject>

namespace WhiteBox {

namespace {

using Fate = PreparedJob::Fate;

constexpr int kTrimPatience = 2000; ///< milliseconds that a resumed job waits for who trims it

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobClerk)
};

Error notResumable(const QString &id, const QString &why)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.what = Text::tr("The job %1 cannot be resumed").arg(id);
    error.why = why;
    error.remedy = Text::tr("Start it again from its input.");
    return error;
}

/// Where a job goes on: what its draft holds need not be computed again.
InputKind kindOf(const JobResult &draft)
{
    if (draft.couplings)
        return InputKind::Couplings;
    return draft.alignment ? InputKind::Alignment : InputKind::Sequence;
}

QJsonValue memberOf(const QJsonObject &request, const char *object, const char *member)
{
    return request[QLatin1String(object)].toObject()[QLatin1String(member)];
}

/// What a resumed job's remaining stages would do otherwise than it was asked to; empty where nothing.
QString changeSince(const QJsonObject &stored, const QJsonObject &now, InputKind from)
{
    // Requests of the first version do not name it.
    if (stored[QStringLiteral("engine")].toInt(1) != now[QStringLiteral("engine")].toInt())
        return Text::tr("this version of White Box computes otherwise");
    if (memberOf(stored, "model", "sha256") != memberOf(now, "model", "sha256"))
        return Text::tr("the network is another one than it was submitted with");
    if (now.contains(QStringLiteral("ccmpred")) &&
        stored[QStringLiteral("ccmpred")] != now[QStringLiteral("ccmpred")])
        return Text::tr("ccmpred is another one than it was submitted with");
    if (from != InputKind::Sequence)
        return {};
    if (memberOf(stored, "jackhmmer", "version") != memberOf(now, "jackhmmer", "version"))
        return Text::tr("jackhmmer is another one than it was submitted with");
    if (stored[QStringLiteral("database")] != now[QStringLiteral("database")])
        return Text::tr("the database has changed since it was submitted");
    return {};
}

PreparedJob refused(const JobRecord &record, const Error &error)
{
    PreparedJob job;
    job.fate = Fate::Refused;
    job.task.record = record;
    job.error = error;
    return job;
}

/// As it stands before its first stage.
void resetOutcome(JobRecord &record)
{
    record.state = JobState::Queued;
    record.started = {};
    record.finished = {};
    record.resultPath.clear();
    record.checksum.clear();
    record.trimmed = false;
    record.trimmedChecksum.clear();
    record.seconds = {};
    record.error = {};
}

} // namespace

struct JobClerk::Desk
{
    std::shared_ptr<JobStore> store;
    QHash<QString, QString> active;    ///< id by key, of the jobs of this runner
    QHash<QString, JobRecord> unsaved; ///< what the library could not take, as on a full disk
    QString modelPath;                 ///< of the model below
    std::shared_ptr<const Predictor> model;

    PreparedJob prepare(const JobOrder &order);
    PreparedJob resume(const QString &id);
    Result<void> save(const JobRecord &record);

    Result<std::shared_ptr<const Predictor>> loadModelOnce(const QString &path);
    Result<JobEnvironment> examine(InputKind kind, JobTask &task);
    bool isKnown(PreparedJob &job);
    Result<void> keep(PreparedJob &job, const JobOrder &order);
    Result<void> enter(PreparedJob &job, bool again);
    Result<void> makeDraft(JobTask &task, const JobInput &input) const;
    Result<void> takeDraft(JobTask &task) const;
    Result<void> takeTrimmed(JobTask &task) const;
    Result<void> takeUp(JobTask &task);
    Result<void> enterAgain(JobRecord &record);
    PreparedJob failed(PreparedJob job, const Error &error);
    QString draftPath(const QString &id) const
    {
        return store->jobFolder(id) + QLatin1Char('/') + kDraftFile;
    }
};

Result<std::shared_ptr<const Predictor>> JobClerk::Desk::loadModelOnce(const QString &path)
{
    if (model && modelPath == path)
        return model;
    auto loaded = loadModel(path);
    if (loaded.isOk()) {
        model = loaded.value();
        modelPath = path;
    }
    return loaded;
}

Result<JobEnvironment> JobClerk::Desk::examine(InputKind kind, JobTask &task)
{
    auto predictor = loadModelOnce(task.parameters.model);
    if (!predictor.isOk())
        return predictor.error();
    task.predictor = predictor.value();
    auto environment = examineEnvironment(kind, task.parameters, *task.predictor);
    if (environment.isOk())
        task.database = environment.value().database;
    return environment;
}

PreparedJob JobClerk::Desk::prepare(const JobOrder &order)
{
    PreparedJob job;
    job.task.parameters = order.parameters;
    JobRecord &record = job.task.record;
    record.id = order.id;
    record.name = order.input.query.name;
    record.length = order.input.query.length();
    record.created = QDateTime::currentDateTimeUtc();
    const QString hash = inputHash(order.input);
    record.request = requestJson(order.input, hash, order.parameters, {});
    const auto environment = examine(order.input.kind, job.task);
    if (!environment.isOk())
        return failed(std::move(job), environment.error());
    record.request = requestJson(order.input, hash, order.parameters, environment.value());
    record.key = jobKey(record.request);
    if (!order.again && isKnown(job))
        return job;
    if (const auto kept = keep(job, order); !kept.isOk())
        return failed(std::move(job), kept.error());
    return job;
}

/// Whether an active or finished job answers this one. A finished one whose result is damaged lends its
/// place.
bool JobClerk::Desk::isKnown(PreparedJob &job)
{
    JobRecord &record = job.task.record;
    if (const auto same = active.constFind(record.key); same != active.constEnd()) {
        if (const auto found = store->find(*same); found.isOk()) {
            job.fate = Fate::Active;
            record = found.value();
            return true;
        }
    }
    auto stored = store->findFinished(record.key);
    if (!stored.isOk() || !stored.value())
        return false;
    record = std::move(*stored.value());
    auto result = loadStoredResult(record);
    if (!result.isOk())
        return false;
    job.fate = Fate::Stored;
    job.result = std::make_shared<const JobResult>(std::move(result).value());
    return true;
}

/// Stores a job that can run, and all that it starts from.
Result<void> JobClerk::Desk::keep(PreparedJob &job, const JobOrder &order)
{
    if (auto entered = enter(job, order.again); !entered.isOk() || job.fate == Fate::Elsewhere)
        return entered;
    if (auto room = checkRoom(order.input, order.parameters, store->folder()); !room.isOk())
        return room;
    active[job.task.record.key] = job.task.record.id;
    return makeDraft(job.task, order.input);
}

/// The row, unless another process computes the same.
Result<void> JobClerk::Desk::enter(PreparedJob &job, bool again)
{
    JobRecord &record = job.task.record;
    const bool isNew = record.resultPath.isEmpty();
    resetOutcome(record);
    if (!isNew)
        return store->update(record);
    if (again)
        return store->insert(record);
    auto other = store->insertOnce(record);
    if (!other.isOk())
        return other.error();
    if (other.value()) {
        job.fate = Fate::Elsewhere;
        record = std::move(*other.value());
    }
    return {};
}

Result<void> JobClerk::Desk::makeDraft(JobTask &task, const JobInput &input) const
{
    task.draft = draftOf(input, task.record.id);
    task.draft.provenance[QStringLiteral("request")] = task.record.request;
    task.draft.provenance[QStringLiteral("key")] = task.record.key;
    return saveResult(task.draft, draftPath(task.record.id));
}

/// A job that cannot start is stored as failed, so that the library tells why.
PreparedJob JobClerk::Desk::failed(PreparedJob job, const Error &error)
{
    JobRecord &record = job.task.record;
    job.fate = Fate::Failed;
    job.error = error;
    record.state = JobState::Failed;
    record.error = error;
    auto stored = store->find(record.id).isOk() ? save(record) : store->insert(record);
    if (!stored.isOk())
        qWarning("%s", qPrintable(stored.error().text()));
    return job;
}

PreparedJob JobClerk::Desk::resume(const QString &id)
{
    PreparedJob job;
    if (unsaved.contains(id))
        if (const auto stored = save(unsaved.value(id)); !stored.isOk())
            return refused(unsaved.value(id), stored.error());
    auto record = store->find(id);
    if (!record.isOk()) {
        job.task.record.id = id;
        return refused(job.task.record, record.error());
    }
    job.task.record = record.value();
    if (auto ready = takeUp(job.task); !ready.isOk())
        return refused(record.value(), ready.error());
    return job;
}

Result<void> JobClerk::Desk::takeUp(JobTask &task)
{
    JobRecord &record = task.record;
    if (record.isActive() || (record.state == JobState::Finished && !record.trimmed))
        return notResumable(record.id, Text::tr("it is %1").arg(labelOf(record.state).toLower()));
    const auto lock = lockFiles(*store, record, kTrimPatience);
    if (!lock.isOk())
        return lock.error();
    task.parameters = parametersOf(record.request);
    if (auto draft = takeDraft(task); !draft.isOk())
        return draft;
    const InputKind from = kindOf(task.draft);
    const auto environment = examine(from, task);
    if (!environment.isOk())
        return environment.error();
    JobInput input;
    input.kind = from;
    input.query = queryOf(record.request);
    const QString hash = record.request[QStringLiteral("sha256")].toString();
    const QJsonObject now = requestJson(input, hash, task.parameters, environment.value());
    if (record.key.isEmpty()) { // it had failed before all was known of it
        record.request = now;
        record.key = jobKey(now);
    } else if (const QString change = changeSince(record.request, now, from); !change.isEmpty()) {
        return notResumable(record.id, change);
    }
    task.draft.provenance[QStringLiteral("request")] = record.request;
    task.draft.provenance[QStringLiteral("key")] = record.key;
    input.alignment = task.draft.alignment;
    if (auto room = checkRoom(input, task.parameters, store->folder()); !room.isOk())
        return room;
    if (record.trimmed)
        record.state = JobState::Queued; // the rest stays true until the new result is there
    else
        resetOutcome(record);
    task.resumed = true;
    return enterAgain(record);
}

/// The row, unless another process was first. The job may have been renamed since it was read.
Result<void> JobClerk::Desk::enterAgain(JobRecord &record)
{
    const auto entered = store->change(record.id, [&](JobRecord &now) -> Result<void> {
        if (now.isActive())
            return notResumable(now.id, Text::tr("it is %1").arg(labelOf(now.state).toLower()));
        record.name = now.name;
        now = record;
        return {};
    });
    if (!entered.isOk())
        return entered.error();
    active[record.key] = record.id;
    return {};
}

/// The draft that was kept, or a new one where the request holds all of the input: a sequence alone.
Result<void> JobClerk::Desk::takeDraft(JobTask &task) const
{
    JobRecord &record = task.record;
    if (record.trimmed)
        return takeTrimmed(task);
    if (auto kept = loadResult(draftPath(record.id)); kept.isOk()) {
        task.draft = std::move(kept).value();
        return {};
    }
    JobInput input;
    input.kind = WhiteBox::kindOf(record.request);
    input.query = queryOf(record.request);
    if (input.kind != InputKind::Sequence ||
        inputHash(input) != record.request[QStringLiteral("sha256")].toString())
        return notResumable(record.id, Text::tr("its input was not kept"));
    return makeDraft(task, input);
}

/// A result whose couplings were taken out goes on from its alignment.
Result<void> JobClerk::Desk::takeTrimmed(JobTask &task) const
{
    auto result = loadStoredResult(task.record);
    if (!result.isOk())
        return result.error();
    task.draft = std::move(result).value();
    task.draft.couplings.reset();
    task.draft.predicted.reset();
    task.draft.couplingScore.clear();
    task.draft.provenance.remove(QStringLiteral("trimmed"));
    return saveResult(task.draft, draftPath(task.record.id));
}

Result<void> JobClerk::Desk::save(const JobRecord &record)
{
    auto stored = store->update(record);
    if (stored.isOk())
        unsaved.remove(record.id);
    else
        unsaved[record.id] = record;
    if (!record.isActive() && active.value(record.key) == record.id)
        active.remove(record.key);
    if (stored.isOk() && record.state == JobState::Finished)
        QFile::remove(draftPath(record.id));
    return stored;
}

JobClerk::JobClerk(std::shared_ptr<JobStore> store)
    : m_desk(std::make_unique<Desk>())
{
    m_desk->store = std::move(store);
}

JobClerk::~JobClerk() = default;

void JobClerk::prepare(QObject *context, JobOrder order, Prepared answer)
{
    const QString id = order.id;
    m_worker.run(
        context,
        [desk = m_desk.get(), order = std::move(order)]() -> Result<PreparedJob> {
            return desk->prepare(order);
        },
        [id, answer = std::move(answer)](const Result<PreparedJob> &job) {
            JobRecord record;
            record.id = id;
            answer(job.isOk() ? job.value() : refused(record, job.error()));
        });
}

void JobClerk::prepareAgain(QObject *context, const QString &id, Prepared answer)
{
    m_worker.run(
        context, [desk = m_desk.get(), id]() -> Result<PreparedJob> { return desk->resume(id); },
        [id, answer = std::move(answer)](const Result<PreparedJob> &job) {
            JobRecord record;
            record.id = id;
            answer(job.isOk() ? job.value() : refused(record, job.error()));
        });
}

void JobClerk::save(QObject *context, const JobRecord &record, Saved answer)
{
    m_worker.run(
        context, [desk = m_desk.get(), record] { return desk->save(record); }, std::move(answer));
}

void JobClerk::close()
{
    QObject nobody;
    m_worker.run(
        &nobody,
        [desk = m_desk.get()] {
            desk->store->closeConnection();
            return Result<void>();
        },
        [](const Result<void> &) {});
    m_worker.wait();
    const QStringList ids = m_desk->active.values();
    for (const auto &id : ids) {
        auto record = m_desk->store->find(id);
        if (!record.isOk() || !record.value().isActive())
            continue;
        settleOrphan(record.value());
        if (const auto stored = m_desk->save(record.value()); !stored.isOk())
            qWarning("%s", qPrintable(stored.error().text()));
    }
}

} // namespace WhiteBox
