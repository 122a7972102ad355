// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loadfixture.h"

#include "core/store/jobstore.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <array>
#include <random>

namespace WhiteBox::Test {

namespace {

JobRecord recordOf(int number, const QString &folder)
{
    constexpr std::array kWords = {"kinase", "chemotaxis", "transporter", "ferredoxin",
                                   "globin", "helicase",   "lyase"};
    JobRecord record;
    record.id = QStringLiteral("%1").arg(number + 1, 16, 16, QLatin1Char('0'));
    record.key = QStringLiteral("key%1").arg(number);
    record.name = QStringLiteral("job%1").arg(number);
    record.length = 60 + number % 400;
    record.stage = JobStage::Prediction;
    record.state = number % 50 == 0 ? JobState::Failed : JobState::Finished;
    record.created = QDateTime::fromSecsSinceEpoch(1600000000 + 60 * qint64(number), Qt::UTC);
    record.started = record.created.addSecs(1);
    record.finished = record.created.addSecs(50);
    record.resultPath = QDir(folder).filePath(record.id + QStringLiteral("/result.h5"));
    record.checksum = QString(64, QLatin1Char('0'));
    record.seconds = {{QStringLiteral("search"), 20.5},
                      {QStringLiteral("couplings"), 25.0},
                      {QStringLiteral("prediction"), 0.5}};
    record.request = {
        {QStringLiteral("kind"), QStringLiteral("sequence")},
        {QStringLiteral("name"), record.name},
        {QStringLiteral("description"), QLatin1String(kWords[std::size_t(number) % kWords.size()])},
        {QStringLiteral("sequence"), QString(record.length, QLatin1Char('A'))}};
    return record;
}

bool writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

Result<void> insert(QSqlDatabase &database, const QString &folder, int jobs)
{
    QSqlQuery query(database);
    database.transaction();
    query.prepare(QStringLiteral(
        "INSERT INTO jobs (id, key, name, length, stage, state, created, result, owner, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?)"));
    for (int n = 0; n < jobs; ++n) {
        const JobRecord record = recordOf(n, folder);
        const QVariantList values{
            record.id,
            record.key,
            record.name,
            record.length,
            nameOf(record.stage),
            nameOf(record.state),
            record.created.toMSecsSinceEpoch(),
            record.resultPath,
            QString::fromUtf8(QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact))};
        for (const QVariant &value : values)
            query.addBindValue(value);
        const QString job = QDir(folder).filePath(record.id);
        if (!query.exec() || !QDir().mkpath(job) || !writeFile(record.resultPath, {}) ||
            !writeFile(job + QStringLiteral("/job.json"), QJsonDocument(toJson(record)).toJson()))
            return Error::io(folder, QStringLiteral("The library could not be made"),
                             query.lastError().text());
    }
    database.commit();
    return {};
}

} // namespace

QByteArray manySequences(int count)
{
    const QByteArray letters = "ACDEFGHIKLMNPQRSTVWY";
    std::mt19937 random(17);
    QByteArray text;
    for (int n = 1; n <= count; ++n) {
        text += ">p" + QByteArray::number(n) + "\n";
        for (int i = 0; i < 24; ++i)
            text += letters[int(random() % 20)];
        text += '\n';
    }
    return text;
}

Result<void> makeLibrary(const QString &folder, int jobs)
{
    if (auto made = JobStore::open(folder); !made.isOk()) // its schema
        return made.error();
    const QString name = QStringLiteral("many-jobs");
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    database.setDatabaseName(QDir(folder).filePath(QStringLiteral("jobs.sqlite")));
    auto done = database.open()
                    ? insert(database, folder, jobs)
                    : Result<void>(Error::io(folder, QStringLiteral("The library cannot be opened"), {}));
    database.close();
    database = {};
    QSqlDatabase::removeDatabase(name);
    return done;
}

} // namespace WhiteBox::Test
