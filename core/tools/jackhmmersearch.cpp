// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/jackhmmersearch.h"

#include "core/sequence/fastareader.h"
#include "core/tools/sequencedatabase.h"
#include "core/tools/toolinfo.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>

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
    const QStorageInfo disk(path);
    if (disk.isValid() && disk.bytesAvailable() < kNeededSpace) {
        Error error = Error::io(path, JackhmmerSearch::tr("There is too little space for a search"),
                                JackhmmerSearch::tr("%1 MiB are free, %2 MiB are needed")
                                    .arg(disk.bytesAvailable() >> 20)
                                    .arg(kNeededSpace >> 20),
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

} // namespace

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

Result<void> JackhmmerSearch::prepare(const Sequence &query, const QString &database,
                                      const JackhmmerOptions &options, const QString &workDirectory)
{
    const Result<QString> program = findJackhmmer(options.program);
    if (!program.isOk())
        return program.error();
    const Result<DatabaseInfo> info = checkDatabase(database);
    if (!info.isOk())
        return info.error();
    if (Result<void> folder = checkFolder(workDirectory); !folder.isOk())
        return folder;
    m_program = program.value();
    m_database = info.value().path;
    m_databaseBytes = info.value().bytes;
    m_rounds = std::max(1, options.rounds);
    m_query = QDir(workDirectory).absoluteFilePath(QStringLiteral("query.fa"));
    m_alignment = QDir(workDirectory).absoluteFilePath(QStringLiteral("search.sto"));
    QFile::remove(m_alignment);
    return writeQuery(query, m_query);
}

void JackhmmerSearch::start(const Sequence &query, const QString &database, const JackhmmerOptions &options,
                            const QString &workDirectory)
{
    const Result<void> ready = prepare(query, database, options, workDirectory);
    const auto go = [this, ready, options, workDirectory] {
        if (m_cancelled)
            Q_EMIT finished(Error::cancelled());
        else if (!ready.isOk())
            Q_EMIT finished(ready.error());
        else
            launch(options, workDirectory);
    };
    QMetaObject::invokeMethod(this, go, Qt::QueuedConnection);
}

void JackhmmerSearch::launch(const JackhmmerOptions &options, const QString &workDirectory)
{
    const QString evalue = QString::number(options.inclusionEvalue, 'g', 6);
    QStringList arguments{QStringLiteral("-N"),
                          QString::number(m_rounds),
                          QStringLiteral("--incE"),
                          evalue,
                          QStringLiteral("-E"),
                          evalue,
                          QStringLiteral("--cpu"),
                          QString::number(std::max(1, options.threads)),
                          QStringLiteral("--noali"),
                          QStringLiteral("--notextw"),
                          QStringLiteral("-A"),
                          m_alignment,
                          QStringLiteral("--tblout"),
                          QDir(workDirectory).absoluteFilePath(QStringLiteral("search.tbl")),
                          m_query,
                          m_database};
    QString program = m_program;
    // Without stdbuf the rounds are told late, but all else works.
    const QString stdbuf = QStandardPaths::findExecutable(QStringLiteral("stdbuf"));
    if (!stdbuf.isEmpty()) {
        arguments = QStringList{QStringLiteral("-oL"), program} + arguments;
        program = stdbuf;
    }
    m_process.start(program, arguments, workDirectory);
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
    const double fraction = readFraction(m_process.processId(), m_database, m_databaseBytes);
    QString text = tr("Searching, round %1 of at most %2").arg(m_output.round).arg(m_rounds);
    if (m_output.included > 1)
        text += tr(", %1 sequences so far").arg(m_output.included);
    Q_EMIT progress(m_output.round, fraction, text);
}

void JackhmmerSearch::conclude(const ProcessOutcome &outcome)
{
    m_watch.stop();
    const Result<void> judged = judgeJackhmmer(outcome, m_output, m_alignment, m_database);
    if (judged.isOk()) {
        Q_EMIT finished(m_alignment);
        return;
    }
    QFile::remove(m_alignment); // an ended jackhmmer leaves an empty one behind
    Q_EMIT finished(judged.error());
}

} // namespace WhiteBox
