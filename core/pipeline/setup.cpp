// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/setup.h"

#include "core/base/simd.h"
#include "core/store/jobstore.h"
#include "core/store/storecheck.h"
#include "core/tools/ccmpredprocess.h"
#include "core/tools/sequencedatabase.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QMutex>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Setup)
};

SetupItem failedItem(SetupItem item, const Error &error)
{
    item.ok = false;
    item.error = error;
    return item;
}

} // namespace

SetupItem jackhmmerItem(const QString &program)
{
    SetupItem item;
    item.id = QStringLiteral("jackhmmer");
    item.name = Text::tr("Homology search (jackhmmer)");
    const auto tool = knownJackhmmer(program);
    if (!tool.isOk()) {
        item.command = QStringLiteral("sudo apt-get install hmmer");
        return failedItem(item, tool.error());
    }
    item.ok = true;
    item.path = tool.value().path;
    item.version = tool.value().version;
    return item;
}

SetupItem ccmpredItem(const QString &program)
{
    SetupItem item;
    item.id = QStringLiteral("couplings");
    item.name = Text::tr("Couplings engine");
    const auto path = findCcmpred(program);
    if (!path.isOk())
        return failedItem(item, path.error());
    item.ok = true;
    item.path = path.value();
    item.version = Text::tr("ccmpred (it does not tell its version)");
    return item;
}

/// Of a file that is named.
static SetupItem namedDatabaseItem(const QString &path)
{
    SetupItem item;
    item.id = QStringLiteral("database");
    item.name = Text::tr("Sequence database");
    item.path = path;
    const auto database = checkDatabase(path);
    if (!database.isOk())
        return failedItem(item, database.error());
    item.ok = true;
    item.path = database.value().path;
    item.version = Text::tr("%1 MB, about %2 sequences, %3")
                       .arg(double(database.value().bytes) / 1e6, 0, 'f', 1)
                       .arg(database.value().sequences)
                       .arg(database.value().modified.date().toString(Qt::ISODate));
    return item;
}

SetupItem databaseItem(const QString &path)
{
    SetupItem item = namedDatabaseItem(path.isEmpty() ? exampleDatabasePath() : path);
    if (path.isEmpty() && !item.ok) {
        item.error.what = Text::tr("No sequence database is set up");
        item.error.remedy =
            Text::tr("Name a FASTA file of proteins with --database, or let \"whitebox-cli run --example\" "
                     "build the example's.");
    }
    return item;
}

SetupItem engineItem()
{
    SetupItem item;
    item.id = QStringLiteral("couplings");
    item.name = Text::tr("Couplings engine");
    item.ok = true;
    item.path = Text::tr("built in");
    item.version = Text::tr("%1 instructions").arg(QLatin1String(simdLevelName(simdLevel())));
    return item;
}

SetupItem modelItem(const QString &path)
{
    SetupItem item;
    item.id = QStringLiteral("model");
    item.name = Text::tr("Network");
    const auto model = loadModel(path);
    if (!model.isOk())
        return failedItem(item, model.error());
    const ModelCard &card = model.value()->card();
    item.ok = true;
    item.path = model.value()->path();
    item.version = Text::tr("%1, trained %2, %3").arg(card.name, card.date, card.weightsSha256.left(12));
    return item;
}

SetupItem storeItem()
{
    SetupItem item;
    item.id = QStringLiteral("store");
    item.name = Text::tr("Job library");
    item.path = JobStore::defaultFolder();
    const auto jobs = checkJobStore();
    if (!jobs.isOk())
        return failedItem(item, jobs.error());
    item.ok = true;
    item.version = jobs.value() == 1 ? Text::tr("1 job") : Text::tr("%1 jobs").arg(jobs.value());
    return item;
}

std::vector<SetupItem> checkSetup(const JobParameters &parameters)
{
    return {jackhmmerItem(parameters.jackhmmer), databaseItem(parameters.database),
            parameters.engine == CouplingsEngine::Ccmpred ? ccmpredItem(parameters.ccmpred) : engineItem(),
            modelItem(parameters.model), storeItem()};
}

QString exampleDatabasePath()
{
    // Beside the library of jobs.
    return QDir::cleanPath(JobStore::defaultFolder() + QStringLiteral("/../databases/example.fasta"));
}

Result<ToolInfo> knownJackhmmer(const QString &program)
{
    static QMutex mutex;
    static QHash<QString, ToolInfo> known;
    const auto path = findJackhmmer(program);
    if (!path.isOk())
        return path.error();
    const QFileInfo file(path.value());
    const QString key = QStringLiteral("%1 %2 %3")
                            .arg(file.canonicalFilePath())
                            .arg(file.size())
                            .arg(file.lastModified().toMSecsSinceEpoch());
    const QMutexLocker lock(&mutex);
    if (const auto found = known.constFind(key); found != known.constEnd())
        return *found;
    auto tool = checkJackhmmer(program);
    if (tool.isOk())
        known.insert(key, tool.value());
    return tool;
}

Result<std::shared_ptr<const Predictor>> loadModel(const QString &path)
{
    return path.isEmpty() ? Predictor::loadShipped() : Predictor::load(path);
}

/// ccmpred does not tell its version before it runs: the file stands for it.
static Result<QJsonObject> examineCcmpred(const QString &program)
{
    const auto path = findCcmpred(program);
    if (!path.isOk())
        return path.error();
    const QFileInfo file(path.value());
    return QJsonObject{{QStringLiteral("path"), file.canonicalFilePath()},
                       {QStringLiteral("bytes"), file.size()},
                       {QStringLiteral("modified"), file.lastModified().toUTC().toString(Qt::ISODateWithMs)}};
}

Result<JobEnvironment> examineEnvironment(InputKind kind, const JobParameters &parameters,
                                          const Predictor &model)
{
    JobEnvironment environment;
    environment.modelName = model.card().name;
    environment.modelPath = model.path();
    environment.modelSha256 = model.card().weightsSha256;
    if (kind != InputKind::Couplings && parameters.engine == CouplingsEngine::Ccmpred) {
        auto ccmpred = examineCcmpred(parameters.ccmpred);
        if (!ccmpred.isOk())
            return ccmpred.error();
        environment.ccmpred = std::move(ccmpred).value();
    }
    if (kind != InputKind::Sequence)
        return environment;
    const auto database = checkDatabase(parameters.database);
    if (!database.isOk())
        return database.error();
    const auto tool = knownJackhmmer(parameters.jackhmmer);
    if (!tool.isOk())
        return tool.error();
    environment.database = database.value();
    environment.jackhmmerPath = tool.value().path;
    environment.jackhmmerVersion = tool.value().version;
    return environment;
}

} // namespace WhiteBox
