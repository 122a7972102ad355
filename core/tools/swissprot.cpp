// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/swissprot.h"

#include "core/base/fulldisk.h"
#include "core/base/savefile.h"
#include "core/tools/blastdatabase.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <vector>

namespace WhiteBox {

namespace {

struct SwissProt
{
    Q_DECLARE_TR_FUNCTIONS(SwissProt)
};

const QString kDatabases[] = {QStringLiteral("BPO"), QStringLiteral("CCO"), QStringLiteral("MFO")};

Error noPackage()
{
    Error error;
    error.kind = ErrorKind::MissingTool;
    error.what = SwissProt::tr("Swiss-Prot cannot be built");
    error.why = SwissProt::tr("the package metastudent-data is not installed");
    error.remedy = SwissProt::tr("Install it: apt-get install metastudent-data");
    return error;
}

/// "201401", as the package names its data.
Result<QString> dataVersion(const QString &folder)
{
    QFile file(QDir(folder).filePath(QStringLiteral("dataversion.txt")));
    if (!file.open(QIODevice::ReadOnly))
        return noPackage();
    const QString version = QString::fromLatin1(file.read(64)).trimmed();
    static const QRegularExpression yearAndMonth(QStringLiteral("^\\d{6}$"));
    if (!yearAndMonth.match(version).hasMatch())
        return Error::parse(
            file.fileName(), 1, SwissProt::tr("no year and month"),
            SwissProt::tr("This version of metastudent-data is not known; choose a FASTA file."));
    return version;
}

Result<std::vector<BlastDatabase>> openDatabases(const QString &folder)
{
    const auto version = dataVersion(folder);
    if (!version.isOk())
        return version.error();
    std::vector<BlastDatabase> databases;
    for (const QString &name : kDatabases) {
        auto database = BlastDatabase::open(
            QStringLiteral("%1/dataset_%2/%3/goasp.fasta").arg(folder, version.value(), name));
        if (!database.isOk())
            return database.error();
        databases.push_back(std::move(database).value());
    }
    return databases;
}

Result<void> checkSpace(const QString &destination, const std::vector<BlastDatabase> &databases)
{
    constexpr double kOverhead = 1.2; // the largest holds nine tenths of the three's union
    double needed = 0;
    for (const BlastDatabase &database : databases)
        needed = std::max(needed, kOverhead * double(database.residues()));
    const QString folder = QFileInfo(destination).absolutePath();
    const qint64 free = freeOnDisk(folder);
    if (free < 0 || double(free) >= needed)
        return {};
    Error error = noPackage();
    error.kind = ErrorKind::Resources;
    error.why = SwissProt::tr("it takes %1 MB and %2 MB are free on %3")
                    .arg(needed / 1e6, 0, 'f', 0)
                    .arg(double(free) / 1e6, 0, 'f', 0)
                    .arg(folder);
    error.remedy = SwissProt::tr("Free some space, or set WHITEBOX_HOME to a folder on another disk.");
    return error;
}

/// Writes records, each accession once.
class Collection
{
public:
    explicit Collection(SaveFile *file)
        : m_file(file)
    {}

    bool add(const BlastDatabase::Record &record)
    {
        const QByteArray accession = record.title.left(record.title.indexOf('|'));
        if (record.residues.isEmpty() || m_seen.contains(accession))
            return true;
        m_seen.insert(accession);
        ++sequences;
        residues += record.residues.size();
        m_text += '>' + accession + '\n' + record.residues + '\n';
        return m_text.size() < kAtOnce || flush();
    }

    bool flush()
    {
        const bool written = m_file->put(m_text);
        m_text.clear();
        return written;
    }

    int sequences = 0;
    qint64 residues = 0;

private:
    static constexpr qsizetype kAtOnce = qsizetype(1) << 20;
    SaveFile *m_file;
    QSet<QByteArray> m_seen;
    QByteArray m_text;
};

/// The records of all databases into the collection.
Result<void> collect(const std::vector<BlastDatabase> &databases, Collection *collection,
                     const std::function<void(double)> &progress, const StopToken &stop,
                     const std::function<Error()> &failure)
{
    constexpr int kRecords = 2000; // between two looks at the token: milliseconds
    qint64 all = 0;
    for (const BlastDatabase &database : databases)
        all += database.count();
    qint64 done = 0;
    for (const BlastDatabase &database : databases)
        for (int k = 0; k < database.count(); ++k, ++done) {
            if (done % kRecords == 0) {
                if (stop.stop_requested())
                    return Error::cancelled();
                if (progress)
                    progress(double(done) / double(all));
            }
            const auto record = database.record(k);
            if (!record.isOk())
                return record.error();
            if (!collection->add(record.value()))
                return failure();
        }
    return {};
}

} // namespace

Result<QString> installedSwissProt(const QString &folder)
{
    const auto version = dataVersion(folder);
    if (!version.isOk())
        return version.error();
    return version.value().left(4) + u'_' + version.value().right(2);
}

QString swissProtFileName(const QString &release)
{
    return QStringLiteral("swissprot-%1.fasta").arg(release);
}

Result<SwissProtInfo> buildSwissProt(const QString &destination, const QString &folder,
                                     const std::function<void(double)> &progress, const StopToken &stop)
{
    const auto release = installedSwissProt(folder);
    if (!release.isOk())
        return release.error();
    SwissProtInfo info;
    info.path = destination;
    info.release = release.value();
    if (const QFileInfo file(destination); file.isFile() && file.size() > 0) {
        info.existed = true;
        return info;
    }
    const auto databases = openDatabases(folder);
    if (!databases.isOk())
        return databases.error();
    QDir().mkpath(QFileInfo(destination).absolutePath());
    if (const auto space = checkSpace(destination, databases.value()); !space.isOk())
        return space.error();
    SaveFile file(destination);
    const auto failure = [&file] { return file.failure(SwissProt::tr("The database could not be written")); };
    if (!file.openForWriting())
        return failure();
    Collection collection(&file);
    const auto collected = collect(databases.value(), &collection, progress, stop, failure);
    if (!collected.isOk())
        return collected.error();
    if (!collection.flush() || !file.finish())
        return failure();
    info.sequences = collection.sequences;
    info.residues = collection.residues;
    return info;
}

} // namespace WhiteBox
