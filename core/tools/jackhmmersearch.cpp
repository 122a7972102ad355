// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/jackhmmersearch.h"

#include "core/base/fulldisk.h"
#include "core/sequence/fastareader.h"
#include "core/tools/toolinfo.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace WhiteBox {

namespace {

constexpr int kWatchMilliseconds = 150;
constexpr qint64 kNeededSpace = qint64(64) << 20;

Result<void> checkFolder(const QString &path)
{
    const QFileInfo folder(path);
    if (!folder.isDir() || !folder.isWritable())
        return Error::io(path, JackhmmerSearch::tr("The search has no folder to write to"),
                         folder.isDir() ? JackhmmerSearch::tr("the folder is read-only")
                                        : JackhmmerSearch::tr("the folder is not there"),
                         JackhmmerSearch::tr("Choose another folder for results."));
    if (const qint64 free = freeOnDisk(path); free >= 0 && free < kNeededSpace) {
        Error error = Error::io(
            path, JackhmmerSearch::tr("There is too little space for a search"),
            JackhmmerSearch::tr("%1 MiB are free, %2 MiB are needed").arg(free >> 20).arg(kNeededSpace >> 20),
            JackhmmerSearch::tr("Free some space."));
        error.kind = ErrorKind::Resources;
        return error;
    }
    return {};
}

/// The query's name decides row 0 of the alignment: one word of printable ASCII, never empty.
Sequence searchable(Sequence query)
{
    query.description.clear();
    for (QChar &c : query.name)
        if (c.unicode() <= ' ' || c.unicode() > '~')
            c = QLatin1Char('_');
    if (query.name.isEmpty())
        query.name = QStringLiteral("query");
    return query;
}

Result<void> writeQuery(const Sequence &query, const QString &path)
{
    const QByteArray text = formatFasta(searchable(query));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
        return Error::io(path, JackhmmerSearch::tr("The query could not be written"), file.errorString(),
                         JackhmmerSearch::tr("Check the free space and who may write there."));
    return {};
}

/// Its path, size and time are what the job's result is found again by.
bool isUnchanged(const DatabaseInfo &database)
{
    const QFileInfo now(database.path);
    return now.isFile() && now.size() == database.bytes && now.lastModified().toUTC() == database.modified;
}

Result<void> checkUnchanged(const DatabaseInfo &database)
{
    if (isUnchanged(database))
        return {};
    return Error::io(database.path, JackhmmerSearch::tr("The search cannot begin"),
                     QFileInfo::exists(database.path)
                         ? JackhmmerSearch::tr("the database has changed since the job was queued")
                         : JackhmmerSearch::tr("the database is not there any more"),
                     JackhmmerSearch::tr("Start the job again from its input."));
}

/// A file that is gone was read to its end all the same: the program had it open.
Result<void> checkSearchedWhole(const DatabaseInfo &database)
{
    if (isUnchanged(database) || !QFileInfo::exists(database.path))
        return {};
    return Error::io(database.path, JackhmmerSearch::tr("The search is worth nothing"),
                     JackhmmerSearch::tr("the database changed while it was searched"),
                     JackhmmerSearch::tr("Start the job again from its input."));
}

/// It prints and writes of hits, of which each is a piece of the database: some hundred bytes a sequence and
/// a round, and in the alignment a row and its confidences, of ten thousand columns at most, for every twenty
/// residues of the database at most.
ProcessLimits limitsOf(const SearchSetup &setup)
{
    constexpr qint64 kBytesAResidue = 2 * 10000 / 20;
    ProcessLimits limits;
    limits.printed += setup.options.rounds * setup.database.bytes;
    limits.files = QStringList{setup.alignment, setup.table};
    limits.fileBytes = (qint64(64) << 20) + kBytesAResidue * setup.database.bytes;
    return limits;
}

} // namespace

Result<SearchSetup> prepareSearch(const Sequence &query, const DatabaseInfo &database,
                                  const JackhmmerOptions &options, const QString &workDirectory)
{
    const Result<QString> program = findJackhmmer(options.program);
    if (!program.isOk())
        return program.error();
    if (Result<void> unchanged = checkUnchanged(database); !unchanged.isOk())
        return unchanged.error();
    if (Result<void> folder = checkFolder(workDirectory); !folder.isOk())
        return folder.error();
    SearchSetup setup;
    setup.options = options;
    setup.options.rounds = std::max(1, options.rounds);
    setup.options.threads = std::max(1, options.threads);
    setup.program = program.value();
    setup.database = database;
    setup.folder = workDirectory;
    setup.query = QDir(workDirectory).absoluteFilePath(kSearchQuery);
    setup.alignment = QDir(workDirectory).absoluteFilePath(kSearchFile);
    setup.table = QDir(workDirectory).absoluteFilePath(kSearchTable);
    QFile::remove(setup.alignment);
    if (Result<void> written = writeQuery(query, setup.query); !written.isOk())
        return written.error();
    return setup;
}

double readFraction(qint64 processId, const QString &path, qint64 bytes)
{
    if (processId <= 0 || bytes <= 0)
        return -1;
    const QString process = QStringLiteral("/proc/%1/").arg(processId);
    const QDir handles(process + QStringLiteral("fd"));
    for (const QString &handle : handles.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot)) {
        if (QFile::symLinkTarget(handles.filePath(handle)) != path)
            continue;
        QFile info(process + QStringLiteral("fdinfo/") + handle);
        if (!info.open(QIODevice::ReadOnly))
            continue;
        const QByteArray position = info.readLine(); // "pos:\t4096"
        return std::clamp(position.mid(4).trimmed().toDouble() / double(bytes), 0.0, 1.0);
    }
    return -1;
}

JackhmmerSearch::JackhmmerSearch(QObject *parent)
    : QObject(parent)
{
    m_watch.setInterval(kWatchMilliseconds);
    connect(&m_watch, &QTimer::timeout, this, &JackhmmerSearch::tellProgress);
    connect(&m_process, &ExternalProcess::outputLine, this, &JackhmmerSearch::takeLine);
    connect(&m_process, &ExternalProcess::finished, this, &JackhmmerSearch::conclude);
}

JackhmmerSearch::~JackhmmerSearch() = default;

QStringList JackhmmerSearch::command() const
{
    return m_process.command();
}

void JackhmmerSearch::start(const SearchSetup &setup)
{
    m_setup = setup;
    const auto go = [this] {
        if (m_cancelled)
            Q_EMIT finished(Error::cancelled());
        else
            launch();
    };
    QMetaObject::invokeMethod(this, go, Qt::QueuedConnection);
}

void JackhmmerSearch::launch()
{
    const JackhmmerOptions &options = m_setup.options;
    const QString evalue = QString::number(options.inclusionEvalue, 'g', 6);
    QStringList arguments{QStringLiteral("-N"),
                          QString::number(options.rounds),
                          QStringLiteral("--incE"),
                          evalue,
                          QStringLiteral("-E"),
                          evalue,
                          QStringLiteral("--cpu"),
                          QString::number(options.threads),
                          QStringLiteral("--noali"),
                          QStringLiteral("--notextw"),
                          QStringLiteral("-A"),
                          m_setup.alignment,
                          QStringLiteral("--tblout"),
                          m_setup.table,
                          m_setup.query,
                          m_setup.database.path};
    QString program = m_setup.program;
    // Without stdbuf the rounds are told late, but all else works.
    const QString stdbuf = QStandardPaths::findExecutable(QStringLiteral("stdbuf"));
    if (!stdbuf.isEmpty()) {
        arguments = QStringList{QStringLiteral("-oL"), program} + arguments;
        program = stdbuf;
    }
    m_process.setLimits(limitsOf(m_setup));
    m_lastRead.start();
    m_process.start(program, arguments, m_setup.folder);
    m_watch.start();
    tellProgress();
}

void JackhmmerSearch::cancel()
{
    m_cancelled = true;
    m_process.cancel();
}

void JackhmmerSearch::takeLine(const QByteArray &line)
{
    if (m_output.take(line))
        tellProgress();
}

void JackhmmerSearch::tellProgress()
{
    const double fraction =
        readFraction(m_process.processId(), m_setup.database.path, m_setup.database.bytes);
    QString text = tr("Searching, round %1 of at most %2").arg(m_output.round).arg(m_setup.options.rounds);
    if (m_output.included > 1)
        text += tr(", %1 sequences so far").arg(m_output.included);
    text += silenceNote(silence(fraction), m_patience);
    Q_EMIT progress(m_output.round, fraction, text);
}

qint64 JackhmmerSearch::silence(double fraction)
{
    if (std::exchange(m_fraction, fraction) != fraction)
        m_lastRead.start();
    return std::min(m_process.silence(), m_lastRead.elapsed());
}

void JackhmmerSearch::conclude(const ProcessOutcome &outcome)
{
    m_watch.stop();
    Result<void> judged = judgeJackhmmer(outcome, m_output, m_setup.alignment, m_setup.database.path);
    if (judged.isOk())
        judged = checkSearchedWhole(m_setup.database);
    if (judged.isOk()) {
        Q_EMIT finished(m_setup.alignment);
        return;
    }
    QFile::remove(m_setup.table);
    QFile::remove(m_setup.alignment); // an ended jackhmmer leaves an empty one behind
    Q_EMIT finished(judged.error());
}

} // namespace WhiteBox
