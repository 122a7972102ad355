// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobstore.h"

#include "core/base/fulldisk.h"
#include "core/base/savefile.h"
#include "core/store/jobrescue.h"
#include "core/store/jobschema.h"
#include "core/store/jobstoreprivate.h"
#include "core/store/orphanedjob.h"
#include "core/store/processowner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QThread>
#include <QThreadStorage>

#include <algorithm>
#include <atomic>

namespace WhiteBox {

namespace {

const QString kResultFile = QStringLiteral("result.h5");
/// An active job stays with the process that computes it.
const QString kUpdateOfAny =
    QStringLiteral("ON CONFLICT (id) DO UPDATE SET key = excluded.key, name = excluded.name,"
                   " length = excluded.length, stage = excluded.stage, state = excluded.state,"
                   " created = excluded.created, result = excluded.result,"
                   " record = excluded.record, deleted = excluded.deleted");
/// An active job belongs to this process from now on.
const QString kUpdate = kUpdateOfAny + QStringLiteral(", owner = excluded.owner");

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobStore)
};

/// The connections that the current thread opened; they close before it counts as ended, which a
/// thread_local's destructor does not: a program that has waited for its threads may be past Qt's own ones
/// then.
struct ThreadConnections
{
    QStringList names;
    ~ThreadConnections()
    {
        for (const auto &name : names)
            QSqlDatabase::removeDatabase(name);
    }
};

Error noSuchJob(const QString &id)
{
    Error error;
    error.what = Text::tr("There is no job %1").arg(id);
    error.why = Text::tr("the library has none of this id");
    error.remedy = Text::tr("The list of jobs shows all ids.");
    return error;
}

/// Qt binds a null string as SQL's NULL.
QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QByteArray compactJson(const JobRecord &record)
{
    return QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact);
}

Result<JobRecord> parseRecord(const QByteArray &json, const QString &file)
{
    return recordFromJson(QJsonDocument::fromJson(json).object(), file);
}

Result<void> makePrivateFolder(const QString &path)
{
    if (!QDir().mkpath(path) || !QFileInfo(path).isWritable())
        return Error::io(path, Text::tr("The folder of the job library cannot be written"),
                         Text::tr("check its permissions"),
                         Text::tr("Set WHITEBOX_HOME to a folder of yours."));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

QString likePattern(const QString &search)
{
    QString pattern = search;
    for (const QChar special : QStringLiteral("\\%_"))
        pattern.replace(special, QStringLiteral("\\") + special);
    return QLatin1Char('%') + pattern + QLatin1Char('%');
}

} // namespace

QString JobStore::Private::connectionName() const
{
    return QStringLiteral("whitebox-jobs-%1-%2").arg(number).arg(quintptr(QThread::currentThreadId()), 0, 16);
}

QSqlDatabase JobStore::Private::database() const
{
    static QThreadStorage<ThreadConnections> ofThreads;
    ThreadConnections &connections = ofThreads.localData();
    const QString name = connectionName();
    if (connections.names.contains(name) && QSqlDatabase::contains(name))
        return QSqlDatabase::database(name);
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    database.setDatabaseName(file);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    connections.names << name;
    if (database.open()) {
        QSqlQuery query(database);
        query.exec(QStringLiteral("PRAGMA journal_mode = WAL"));
        query.exec(QStringLiteral("PRAGMA synchronous = FULL"));
    }
    return database;
}

void JobStore::Private::closeHere()
{
    QSqlDatabase::database(connectionName(), false).close();
    QSqlDatabase::removeDatabase(connectionName());
}

Result<void> JobStore::Private::writeRow(const JobRecord &record, const QString &conflict)
{
    const bool isOwned = record.isActive() || record.deleted.isValid();
    QSqlQuery query(database());
    query.prepare(QStringLiteral(
                      "INSERT INTO jobs (id, key, name, length, stage, state, created, result, owner, record,"
                      " deleted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ") +
                  conflict);
    const QVariantList values = {record.id,
                                 notNull(record.key),
                                 notNull(record.name),
                                 record.length,
                                 nameOf(record.stage),
                                 nameOf(record.state),
                                 record.created.toMSecsSinceEpoch(),
                                 notNull(record.resultPath),
                                 notNull(isOwned ? thisProcess() : QString()),
                                 QString::fromUtf8(compactJson(record)),
                                 record.deleted.isValid() ? record.deleted.toMSecsSinceEpoch() : 0};
    for (const auto &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return databaseError(query);
    return {};
}

Result<void> JobStore::Private::writeManifest(const JobRecord &record) const
{
    SaveFile manifest(QDir(folder).filePath(record.id + QLatin1Char('/') + kManifestFile));
    const QByteArray json = QJsonDocument(toJson(record)).toJson();
    if (!manifest.openForWriting() || !manifest.put(json) || !manifest.finish())
        return manifest.failure(Text::tr("The job could not be stored"));
    syncFolder(QDir(folder).filePath(record.id));
    return {};
}

/// The manifest, in a folder that is made where it is missing.
Result<void> JobStore::Private::writeFolder(const JobRecord &record) const
{
    const QString path = QDir(folder).filePath(record.id);
    const bool isNew = !QFileInfo::exists(path);
    if (auto made = makePrivateFolder(path); !made.isOk())
        return made;
    if (isNew)
        syncFolder(folder);
    return writeManifest(record);
}

Result<std::vector<JobRecord>> JobStore::Private::select(const QString &condition, const QVariantList &values,
                                                         bool aside) const
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT record, owner FROM jobs WHERE deleted %1 0 AND (%2) ORDER BY created DESC,"
                       " rowid DESC")
            .arg(aside ? QStringLiteral(">") : QStringLiteral("="), condition));
    for (const auto &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return databaseError(query);
    std::vector<JobRecord> records;
    while (query.next()) {
        auto record = parseRecord(query.value(0).toByteArray(), file);
        // A row that this version cannot read hides one job, not the library.
        if (!record.isOk())
            continue;
        // Its process has died since the library was opened.
        if (record.value().isActive() && !processIsAlive(query.value(1).toString()))
            record.value().state = stateWhenOrphaned(record.value());
        // The row may tell of the folder that the library lay in before it was moved.
        QString &result = record.value().resultPath;
        if (!result.isEmpty())
            result = QDir(folder).filePath(record.value().id + QLatin1Char('/') + kResultFile);
        records.push_back(std::move(record).value());
    }
    return records;
}

JobStore::JobStore(std::unique_ptr<Private> data)
    : d(std::move(data))
{}

JobStore::~JobStore()
{
    d->closeHere();
}

Result<std::shared_ptr<JobStore>> JobStore::open(const QString &folder)
{
    static std::atomic<int> count = 0;
    auto data = std::make_unique<Private>();
    data->folder = QDir(folder.isEmpty() ? defaultFolder() : folder).absolutePath();
    data->file = QDir(data->folder).filePath(QStringLiteral("jobs.sqlite"));
    data->number = ++count;
    if (auto made = makePrivateFolder(data->folder); !made.isOk())
        return made.error();
    std::shared_ptr<JobStore> store(new JobStore(std::move(data)));
    if (auto opened = store->d->openDatabase(); !opened.isOk())
        return withFullDisk(opened.error(), store->folder());
    // On a full disk the library opens all the same: it is where jobs are deleted.
    if (const auto marked = store->markInterrupted(); !marked.isOk())
        store->d->notices << withFullDisk(marked.error(), store->folder()).text();
    if (const auto purged = store->purgeDeleted(); !purged.isOk())
        store->d->notices << withFullDisk(purged.error(), store->folder()).text();
    return store;
}

QString JobStore::defaultFolder()
{
    const QString home = qEnvironmentVariable("WHITEBOX_HOME");
    if (!home.isEmpty())
        return QDir(home).absoluteFilePath(QStringLiteral("jobs"));
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/whitebox/jobs");
}

QString JobStore::newId()
{
    return QStringLiteral("%1").arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
}

void JobStore::closeConnection()
{
    d->closeHere();
}

QByteArray JobStore::stamp() const
{
    QByteArray stamp;
    for (const char *suffix : {"", "-wal"}) {
        const QFileInfo file(d->file + QLatin1String(suffix));
        stamp += QByteArray::number(file.size()) + ' ' +
                 QByteArray::number(file.lastModified().toMSecsSinceEpoch()) + ' ';
    }
    return stamp;
}

QString JobStore::folder() const
{
    return d->folder;
}

QString JobStore::jobFolder(const QString &id) const
{
    return QDir(d->folder).filePath(id);
}

QString JobStore::resultPath(const QString &id) const
{
    return QDir(jobFolder(id)).filePath(kResultFile);
}

QStringList JobStore::notices() const
{
    return d->notices;
}

Result<std::optional<JobRecord>> JobStore::insertOnce(const JobRecord &record)
{
    std::vector<JobRecord> others;
    // No other process may come in between the look and the insertion.
    const auto done = inTransaction(d->database(), [&]() -> Result<void> {
        auto same =
            d->select(QStringLiteral("key = ? AND state IN (?, ?) AND owner <> ?"),
                      {record.key, nameOf(JobState::Queued), nameOf(JobState::Running), thisProcess()});
        if (!same.isOk())
            return same.error();
        others = std::move(same).value();
        std::erase_if(others, [](const JobRecord &job) { return !job.isActive(); }); // its process is dead
        return others.empty() ? d->writeRow(record, {}) : Result<void>();
    });
    if (!done.isOk())
        return done.error();
    if (!others.empty())
        return std::optional(std::move(others.front()));
    if (auto written = d->writeFolder(record); !written.isOk())
        return written.error();
    return std::optional<JobRecord>();
}

Result<void> JobStore::insert(const JobRecord &record)
{
    Q_ASSERT(idIsSafe(record.id));
    if (auto written = d->writeRow(record, {}); !written.isOk())
        return written;
    return d->writeFolder(record);
}

Result<void> JobStore::update(const JobRecord &record)
{
    Result<void> inFolder; // the row stays where the folder takes no file
    const auto inTable = inTransaction(d->database(), [&]() -> Result<void> {
        const auto known = find(record.id);
        if (!known.isOk())
            return known.error();
        JobRecord now = record;
        now.name = known.value().name;
        auto written = d->writeRow(now, kUpdate);
        if (written.isOk())
            inFolder = d->writeFolder(now);
        return written;
    });
    return inTable.isOk() ? inFolder : inTable;
}

Result<JobRecord> JobStore::change(const QString &id,
                                   const std::function<Result<void>(JobRecord &job)> &change)
{
    return inTransaction(d->database(), [&]() -> Result<JobRecord> {
        auto found = find(id);
        if (!found.isOk())
            return found;
        JobRecord record = std::move(found).value();
        const bool wasActive = record.isActive();
        if (auto done = change(record); !done.isOk())
            return done.error();
        const QString &conflict = wasActive && record.isActive() ? kUpdateOfAny : kUpdate;
        if (auto written = d->writeRow(record, conflict); !written.isOk())
            return written.error();
        if (auto written = d->writeManifest(record); !written.isOk())
            return written.error();
        return record;
    });
}

Result<JobRecord> JobStore::find(const QString &id) const
{
    auto found = d->select(QStringLiteral("id = ?"), {id});
    if (!found.isOk())
        return found.error();
    if (found.value().empty())
        return noSuchJob(id);
    return found.value().front();
}

Result<std::optional<JobRecord>> JobStore::findFinished(const QString &key) const
{
    const auto found = d->select(QStringLiteral("key = ? AND state = ?"), {key, nameOf(JobState::Finished)});
    if (!found.isOk())
        return found.error();
    for (const auto &record : found.value())
        if (QFileInfo::exists(record.resultPath))
            return std::optional(record);
    return std::optional<JobRecord>();
}

Result<std::vector<JobRecord>> JobStore::list(const QString &search) const
{
    if (search.isEmpty())
        return d->select(QStringLiteral("1"), {});
    const QString pattern = likePattern(search);
    return d->select(
        QStringLiteral("name LIKE ? ESCAPE '\\' OR id LIKE ? ESCAPE '\\' OR key LIKE ? ESCAPE '\\'"),
        {pattern, pattern, pattern});
}

Result<JobRecord> JobStore::Private::putAside(const QString &id)
{
    const auto found = select(QStringLiteral("id = ?"), {id});
    if (!found.isOk())
        return found.error();
    if (found.value().empty())
        return noSuchJob(id);
    JobRecord record = found.value().front();
    if (record.isActive()) {
        Error error;
        error.what = Text::tr("The job %1 cannot be deleted").arg(record.name);
        error.why = Text::tr("it is queued or running");
        error.remedy = Text::tr("Cancel it first.");
        return error;
    }
    record.deleted = QDateTime::currentDateTimeUtc();
    if (auto written = writeRow(record, kUpdate); !written.isOk())
        return written.error();
    return record;
}

Result<void> JobStore::remove(const QString &id)
{
    // No other process may start the job between the look at its state and the change.
    const auto aside = inTransaction(d->database(), [&] { return d->putAside(id); });
    if (!aside.isOk())
        return aside.error();
    // For a rebuild: it must not bring back what was deleted. Not before it is: a rebuild would lose the job.
    if (QDir(d->folder).exists(id))
        if (const auto written = d->writeManifest(aside.value()); !written.isOk())
            qWarning("%s", qPrintable(written.error().text()));
    return {};
}

Result<JobRecord> JobStore::restore(const QString &id)
{
    auto found = d->select(QStringLiteral("id = ?"), {id}, true);
    if (!found.isOk())
        return found.error();
    if (found.value().empty())
        return noSuchJob(id);
    JobRecord record = std::move(found.value().front());
    record.deleted = {};
    // The manifest first: after a crash between the two the job is still aside, and whoever rebuilds the
    // database from the manifests has it back.
    if (QDir(d->folder).exists(id))
        if (auto written = d->writeManifest(record); !written.isOk())
            return written.error();
    if (auto written = d->writeRow(record, kUpdate); !written.isOk())
        return written.error();
    return record;
}

Result<int> JobStore::purgeDeleted(bool ownToo)
{
    QSqlQuery query(d->database());
    if (!query.exec(QStringLiteral("SELECT id, owner FROM jobs WHERE deleted > 0")))
        return databaseError(query);
    QStringList ids;
    while (query.next()) {
        const QString owner = query.value(1).toString();
        if (owner == thisProcess() ? ownToo : !processIsAlive(owner))
            ids << query.value(0).toString();
    }
    query.finish();
    int purged = 0;
    for (const auto &id : ids) {
        // The row goes last: a process that dies in between leaves a job aside, which a later one ends.
        if (idIsSafe(id) && !QDir(jobFolder(id)).removeRecursively())
            continue;
        query.prepare(QStringLiteral("DELETE FROM jobs WHERE id = ? AND deleted > 0"));
        query.addBindValue(id);
        if (!query.exec())
            return databaseError(query);
        ++purged;
    }
    return purged;
}

Result<int> JobStore::markInterrupted()
{
    QSqlQuery query(d->database());
    query.prepare(QStringLiteral("SELECT id, owner FROM jobs WHERE state IN (?, ?)"));
    query.addBindValue(nameOf(JobState::Queued));
    query.addBindValue(nameOf(JobState::Running));
    if (!query.exec())
        return databaseError(query);
    QStringList orphans;
    while (query.next())
        if (!processIsAlive(query.value(1).toString()))
            orphans << query.value(0).toString();
    query.finish();
    for (const auto &id : orphans) {
        auto record = find(id);
        if (!record.isOk())
            continue;
        settleOrphan(record.value());
        // The manifest follows the row. It is ahead, in all but the name, where a power failure took the
        // row's last change.
        const auto manifest = readManifest(jobFolder(id));
        if (manifest.isOk() && !manifest.value().isActive() && !manifest.value().deleted.isValid())
            record = manifest;
        if (auto updated = update(record.value()); !updated.isOk())
            return updated.error();
    }
    return int(orphans.size());
}

} // namespace WhiteBox
