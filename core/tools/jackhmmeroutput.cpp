// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/jackhmmeroutput.h"

#include "core/base/fulldisk.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace WhiteBox {

namespace {

struct Jackhmmer
{
    Q_DECLARE_TR_FUNCTIONS(Jackhmmer)
};

constexpr qint64 kLittleSpace = qint64(16) << 20;

int firstNumber(const QByteArray &text)
{
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    return digits.match(QString::fromLatin1(text)).captured(0).toInt();
}

Error failure(const ProcessOutcome &outcome, ErrorKind kind, const QString &why, const QString &remedy)
{
    Error error;
    error.kind = kind;
    error.what = Jackhmmer::tr("The search with jackhmmer failed");
    error.why = why;
    error.remedy = remedy;
    error.command = outcome.command;
    error.exitStatus = outcome.exitStatus;
    error.outputTail = outcome.outputTail;
    return error;
}

/// The message of jackhmmer itself, in one line.
QString ownWords(const ProcessOutcome &outcome)
{
    QString words = outcome.outputTail.simplified();
    if (words.startsWith(QLatin1String("Error: ")))
        words.remove(0, 7);
    return words.left(300);
}

/// "Parse failed (sequence file X):" and "Line 2: illegal character 1" on the next line.
Result<void> parseFailure(const ProcessOutcome &outcome, const QString &database)
{
    static const QRegularExpression place(QStringLiteral("Line (\\d+): (.*)"));
    const QRegularExpressionMatch match = place.match(outcome.outputTail);
    const bool inDatabase = outcome.outputTail.contains(database);
    Error error = failure(outcome, ErrorKind::Parse, match.hasMatch() ? match.captured(2) : ownWords(outcome),
                          inDatabase ? Jackhmmer::tr("Repair the database, or choose another one.")
                                     : Jackhmmer::tr("Check the query."));
    error.line = match.captured(1).toLongLong();
    if (inDatabase)
        error.file = database;
    return error;
}

/// Of a signal by which people and systems end programs.
QString nameOfEnding(int signal)
{
    constexpr std::array<std::pair<int, const char *>, 3> kEndings = {
        {{1, "SIGHUP"}, {2, "SIGINT"}, {15, "SIGTERM"}}};
    for (const auto &[number, name] : kEndings)
        if (number == signal)
            return QLatin1String(name);
    return {};
}

Error crash(const ProcessOutcome &outcome, const QString &alignment)
{
    const QString folder = QFileInfo(alignment).absolutePath();
    if (const qint64 free = freeOnDisk(folder); free >= 0 && free < kLittleSpace)
        return failure(outcome, ErrorKind::Resources, Jackhmmer::tr("the disk is full (%1)").arg(folder),
                       Jackhmmer::tr("Free some space and run the job again."));
    constexpr int kKill = 9;
    if (outcome.signal == kKill)
        return failure(outcome, ErrorKind::Resources,
                       Jackhmmer::tr("something killed it (SIGKILL), perhaps for want of memory"),
                       Jackhmmer::tr("Use fewer threads or a smaller database, and run the job again."));
    if (const auto name = nameOfEnding(outcome.signal); !name.isEmpty())
        return failure(outcome, ErrorKind::ToolFailed,
                       Jackhmmer::tr("it was ended from outside (%1)").arg(name),
                       Jackhmmer::tr("Resume the job."));
    const QString words = ownWords(outcome);
    return failure(outcome, ErrorKind::ToolFailed,
                   words.isEmpty() ? Jackhmmer::tr("it crashed (signal %1)").arg(outcome.signal)
                                   : Jackhmmer::tr("it crashed: %1").arg(words),
                   Jackhmmer::tr("Check the database; copy the command to try it in a terminal."));
}

struct Complaint
{
    const char *words; ///< in stderr
    ErrorKind kind;
    const char *why;
    const char *remedy;
    bool ofDatabase = false; ///< the file to blame
};

constexpr std::array kComplaints = {
    Complaint{"empty or misformatted", ErrorKind::Parse,
              QT_TRANSLATE_NOOP("Jackhmmer", "the database or the query is empty or not FASTA"),
              QT_TRANSLATE_NOOP("Jackhmmer", "Set the path of a FASTA file of protein sequences.")},
    Complaint{"target sequence database", ErrorKind::Io,
              QT_TRANSLATE_NOOP("Jackhmmer", "the database could not be opened"),
              QT_TRANSLATE_NOOP("Jackhmmer", "Bring it back and resume the job, or set another path."), true},
    Complaint{"isn't rewindable", ErrorKind::Parse,
              QT_TRANSLATE_NOOP("Jackhmmer", "the database is compressed"),
              QT_TRANSLATE_NOOP("Jackhmmer", "Unpack it with gunzip and set its path.")},
    Complaint{"Failed to open sequence file", ErrorKind::Io,
              QT_TRANSLATE_NOOP("Jackhmmer", "the query file was gone before it was read"),
              QT_TRANSLATE_NOOP("Jackhmmer", "Run the job again.")},
    Complaint{"Failed to open", ErrorKind::Io,
              QT_TRANSLATE_NOOP("Jackhmmer", "it could not write its results"),
              QT_TRANSLATE_NOOP("Jackhmmer", "Check that the job's folder can be written to.")},
};

Result<void> judgeStatus(const ProcessOutcome &outcome, const JackhmmerOutput &output,
                         const QString &alignment, const QString &database)
{
    if (outcome.exitStatus == 0)
        return {};
    if (outcome.signal != 0 || outcome.exitStatus >= 128)
        return crash(outcome, alignment);
    if (outcome.outputTail.contains(QLatin1String("Parse failed")))
        return parseFailure(outcome, database);
    for (const Complaint &complaint : kComplaints)
        if (outcome.outputTail.contains(QLatin1String(complaint.words))) {
            Error error = failure(outcome, complaint.kind, Jackhmmer::tr(complaint.why),
                                  Jackhmmer::tr(complaint.remedy));
            if (complaint.ofDatabase)
                error.file = database;
            return error;
        }
    if (output.usage)
        return failure(outcome, ErrorKind::Unsupported,
                       Jackhmmer::tr("this version does not know the options used"),
                       Jackhmmer::tr("Install HMMER 3.3 or later."));
    const QString words = ownWords(outcome);
    return failure(outcome, ErrorKind::ToolFailed,
                   words.isEmpty()
                       ? Jackhmmer::tr("it ended with status %1 and no message").arg(outcome.exitStatus)
                       : words,
                   Jackhmmer::tr("Copy the command to try it in a terminal."));
}

/// Rows of the first Stockholm block, two at most, and whether its "//" is there.
std::pair<int, bool> glanceAtStockholm(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {0, false};
    int rows = 0;
    while (!file.atEnd() && rows < 2) {
        const QByteArray line = file.readLine().trimmed();
        if (line.startsWith("//"))
            return {rows, true};
        rows += !line.isEmpty() && !line.startsWith('#') ? 1 : 0;
    }
    file.seek(std::max<qint64>(0, file.size() - 8));
    return {rows, file.readAll().trimmed().endsWith("//")};
}

} // namespace

bool JackhmmerOutput::take(const QByteArray &line)
{
    const bool blank = line.trimmed().isEmpty();
    if (!blank)
        ok = line.startsWith("[ok]");
    if (line.startsWith("Query:")) {
        sawQuery = true;
    } else if (line.startsWith("@@ Round:")) {
        round = firstNumber(line);
    } else if (line.startsWith("@@ New alignment includes:")) {
        included = firstNumber(line);
        finishedRounds = round;
    } else if (line.startsWith("@@ CONVERGED")) {
        converged = true;
    } else if (line.contains("[No hits detected") || line.contains("[No targets detected")) {
        noHits = true;
    } else if (line.startsWith("Usage:") || line.startsWith("Failed to parse command line")) {
        usage = true;
    } else {
        return false;
    }
    return true;
}

Result<void> judgeJackhmmer(const ProcessOutcome &outcome, const JackhmmerOutput &output,
                            const QString &alignment, const QString &database)
{
    if (outcome.cancelled)
        return Error::cancelled();
    if (!outcome.started)
        return failure(
            outcome, ErrorKind::MissingTool,
            Jackhmmer::tr("%1 could not be started: %2").arg(outcome.command.value(0), outcome.failure),
            Jackhmmer::tr("Install it (apt-get install hmmer), or set its path."));
    if (!outcome.excess.isEmpty())
        return failure(outcome, outcome.diskFull ? ErrorKind::Resources : ErrorKind::ToolFailed,
                       outcome.excess,
                       outcome.diskFull ? Jackhmmer::tr("Free some space and run the job again.")
                                        : Jackhmmer::tr("Copy the command to try it in a terminal."));
    if (Result<void> status = judgeStatus(outcome, output, alignment, database); !status.isOk())
        return status;
    if (!output.ok)
        return failure(outcome, ErrorKind::ToolFailed, Jackhmmer::tr("it stopped without saying [ok]"),
                       Jackhmmer::tr("Copy the command to try it in a terminal."));
    const auto [rows, complete] = glanceAtStockholm(alignment);
    if (!complete || rows < (output.noHits ? 1 : 2))
        return failure(
            outcome, ErrorKind::ToolFailed, Jackhmmer::tr("it said [ok] but wrote no whole alignment"),
            Jackhmmer::tr(
                "Check the query and the free space, and copy the command to try it in a terminal."));
    return {};
}

} // namespace WhiteBox
