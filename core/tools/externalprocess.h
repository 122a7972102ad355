// SPDX-License-Identifier: GPL-3.0-or-later
// An external program in a process group of its own, so that it ends together with all that it started. No
// shell is involved anywhere; nothing here blocks.
#pragma once

#include <QByteArray>
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
    QStringList command; ///< program first
    qint64 milliseconds = 0;
};

class ExternalProcess : public QObject
{
    Q_OBJECT

public:
    static constexpr int kTailLines = 40;
    static constexpr qsizetype kLongestLine = 64 * 1024; ///< bytes; what is beyond is dropped
    static constexpr int kGraceMilliseconds = 2000;      ///< between TERM and KILL

    explicit ExternalProcess(QObject *parent = nullptr);
    /// Ends the whole group at once.
    ~ExternalProcess() override;

    /// One run an object. finished() always follows, never before start() has returned.
    void start(const QString &program, const QStringList &arguments, const QString &workingDirectory);
    /// TERM to the group, KILL to what is left after the grace period; finished() follows.
    void cancel();
    bool isRunning() const;
    /// 0 when it is not running.
    qint64 processId() const;
    QStringList command() const { return m_outcome.command; }

Q_SIGNALS:
    /// A line of stdout without its end.
    void outputLine(const QByteArray &line);
    void finished(const WhiteBox::ProcessOutcome &outcome);

private:
    void readOutput();
    void readErrors();
    void takeLines(QByteArray &buffer, const QByteArray &bytes, bool atEnd,
                   void (ExternalProcess::*take)(const QByteArray &));
    void takeOutputLine(const QByteArray &line);
    void takeErrorLine(const QByteArray &line);
    void leaderEnded(int exitCode, QProcess::ExitStatus status);
    void startFailed(QProcess::ProcessError error);
    void endGroup();
    void report();

    QProcess m_process;
    QTimer m_grace; ///< until KILL
    QTimer m_poll;  ///< until the group is empty
    ProcessOutcome m_outcome;
    QByteArray m_output; ///< the unfinished line
    QByteArray m_errors;
    QList<QByteArray> m_tail;
    qint64 m_group = 0; ///< id of the process group, 0 when there is none
    qint64 m_startedAt = 0;
    bool m_reported = false;
};

} // namespace WhiteBox
