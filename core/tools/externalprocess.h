// SPDX-License-Identifier: GPL-3.0-or-later
// An external program in a process group of its own, so that it ends together with all that it started. No
// shell is involved anywhere; nothing here blocks.
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

namespace WhiteBox {

/// How a program ended.
struct ProcessOutcome
{
    bool started = false;
    bool cancelled = false;
    int signal = 0;      ///< that ended it, 0 = none
    int exitStatus = -1; ///< as a shell would tell it: 128 + signal after a crash; −1 when it never started
    QString failure;     ///< why it could not be started
    QString outputTail;  ///< last lines of stderr
    QString excess;      ///< of which of its limits it went beyond, and was ended; empty: none
    bool diskFull = false; ///< that was the disk's
    QStringList command;   ///< program first
    qint64 milliseconds = 0;
};

/// A program's words without what would command a terminal or stand for nothing in a window.
QString harmless(QString text);

/// What a program may take; one that goes beyond is ended at once. None is ever reached by a program that
/// does its work: they stand against one that spews.
struct ProcessLimits
{
    qint64 printed = qint64(64) << 20;   ///< bytes, on stdout and stderr together
    QStringList files;                   ///< that it writes, in one folder
    qint64 fileBytes = 0;                ///< of all of them
    qint64 freeBytes = qint64(64) << 20; ///< that are left for others on their disk
};

class ExternalProcess : public QObject
{
    Q_OBJECT

public:
    static constexpr int kTailLines = 40;
    static constexpr qsizetype kLongestLine = 64 * 1024; ///< bytes; what is beyond is dropped
    static constexpr int kGraceMilliseconds = 2000;      ///< between TERM and KILL
    static constexpr int kWatchMilliseconds = 100;       ///< between two looks at its files
    static constexpr int kDiskMilliseconds = 1000;       ///< between two looks at their disk

    explicit ExternalProcess(QObject *parent = nullptr);
    /// Ends the whole group at once.
    ~ExternalProcess() override;

    /// Before start().
    void setLimits(const ProcessLimits &limits) { m_limits = limits; }
    /// One run an object. finished() always follows, never before start() has returned.
    void start(const QString &program, const QStringList &arguments, const QString &workingDirectory);
    /// TERM to the group, KILL to what is left after the grace period; finished() follows.
    void cancel();
    bool isRunning() const;
    /// Milliseconds since it printed something, or was started.
    qint64 silence() const { return m_lastWord.isValid() ? m_lastWord.elapsed() : 0; }
    /// 0 when it is not running.
    qint64 processId() const;
    QStringList command() const { return m_outcome.command; }

Q_SIGNALS:
    /// A line of stdout without its end.
    void outputLine(const QByteArray &line);
    void finished(const WhiteBox::ProcessOutcome &outcome);

private:
    /// What its files take.
    struct Look
    {
        qint64 written = 0;
        qint64 free = -1; ///< on their disk; -1: not asked
    };
    static Look lookAt(const QStringList &files, bool withDisk);
    void readOutput();
    void readErrors();
    void takeLines(QByteArray &buffer, const QByteArray &bytes, bool atEnd,
                   void (ExternalProcess::*take)(const QByteArray &));
    void takeOutputLine(const QByteArray &line);
    void takeErrorLine(const QByteArray &line);
    void leaderEnded(int exitCode, QProcess::ExitStatus status);
    void startFailed(QProcess::ProcessError error);
    void countPrinted(qsizetype bytes);
    /// Looks at them aside: a file system of another computer may not answer.
    void watchFiles();
    void takeLook(const Look &look);
    /// Ends all of it without grace.
    void stopExcess(const QString &why);
    void killGroup();
    void endGroup();
    void report();

    QProcess m_process;
    QTimer m_grace; ///< until KILL
    QTimer m_poll;  ///< until the group is empty
    QTimer m_watch; ///< of its files
    ProcessLimits m_limits;
    qint64 m_printed = 0; ///< bytes so far
    QElapsedTimer m_lastWord;
    ProcessOutcome m_outcome;
    QByteArray m_output; ///< the unfinished line
    QByteArray m_errors;
    QList<QByteArray> m_tail;
    qint64 m_group = 0;    ///< id of the process group, 0 when there is none
    QElapsedTimer m_time;  ///< since the start; no clock that can be set
    bool m_killed = false; ///< without grace, or after it
    bool m_reported = false;
    QFutureWatcher<Look> m_look;
    bool m_looks = false;     ///< one is on the way
    QElapsedTimer m_diskLook; ///< since the last one at the disk
};

} // namespace WhiteBox
