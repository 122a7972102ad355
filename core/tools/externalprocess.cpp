// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/externalprocess.h"

#include "core/base/fulldisk.h"

#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <csignal>
#include <memory>
#include <sys/prctl.h>
#include <unistd.h>
#include <utility>

namespace WhiteBox {

namespace {

constexpr int kPollMilliseconds = 20;
constexpr int kReapMilliseconds = 300; ///< that the system takes at most to clear up after a KILL

bool groupIsAlive(qint64 group)
{
    return group > 0 && ::kill(pid_t(-group), 0) == 0;
}

QString megabytes(qint64 bytes)
{
    return QString::number(std::max<qint64>(1, bytes / 1000000));
}

} // namespace

QString harmless(QString text)
{
    for (QChar &c : text)
        if (c != QLatin1Char('\n') && c != QLatin1Char('\t') && !c.isPrint())
            c = QChar::ReplacementCharacter;
    return text;
}

ExternalProcess::ExternalProcess(QObject *parent)
    : QObject(parent)
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    // Runs between fork and exec: only async-signal-safe calls.
    m_process.setChildProcessModifier([parent = ::getpid()] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGTERM); // a killed White Box leaves no search behind
        if (::getppid() != parent)          // it was killed before that
            ::_exit(1);
    });
    m_grace.setSingleShot(true);
    m_poll.setInterval(kPollMilliseconds);
    m_watch.setInterval(kWatchMilliseconds);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ExternalProcess::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &ExternalProcess::readErrors);
    connect(&m_process, &QProcess::started, this, [this] {
        m_group = m_process.processId();
        m_outcome.started = true;
    });
    connect(&m_process, &QProcess::finished, this, &ExternalProcess::leaderEnded);
    // Queued: it can come while start() still runs.
    connect(&m_process, &QProcess::errorOccurred, this, &ExternalProcess::startFailed, Qt::QueuedConnection);
    connect(&m_grace, &QTimer::timeout, this, [this] {
        killGroup();
        if (m_process.state() == QProcess::NotRunning)
            report(); // what a KILL does not end waits for its parent only
    });
    connect(&m_watch, &QTimer::timeout, this, &ExternalProcess::watchFiles);
    connect(&m_look, &QFutureWatcherBase::finished, this, [this] {
        m_looks = false;
        if (m_look.future().resultCount() > 0)
            takeLook(m_look.result());
    });
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!groupIsAlive(m_group))
            report();
    });
}

ExternalProcess::~ExternalProcess()
{
    disconnect(&m_process, nullptr, this, nullptr);
    if (m_process.state() != QProcess::NotRunning)
        m_group = m_process.processId();
    if (m_group > 0)
        ::kill(pid_t(-m_group), SIGKILL);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(kGraceMilliseconds);
    }
}

void ExternalProcess::start(const QString &program, const QStringList &arguments,
                            const QString &workingDirectory)
{
    Q_ASSERT(m_outcome.command.isEmpty());
    m_outcome.command = QStringList{program} + arguments;
    m_time.start();
    m_process.setWorkingDirectory(workingDirectory);
    m_lastWord.start();
    if (!m_limits.files.isEmpty())
        m_watch.start();
    m_process.start(program, arguments, QIODevice::ReadOnly);
}

void ExternalProcess::cancel()
{
    if (m_reported || m_outcome.command.isEmpty())
        return;
    m_outcome.cancelled = true;
    if (!m_grace.isActive())
        endGroup();
}

bool ExternalProcess::isRunning() const
{
    return !m_outcome.command.isEmpty() && !m_reported;
}

qint64 ExternalProcess::processId() const
{
    return m_process.processId();
}

void ExternalProcess::endGroup()
{
    const qint64 group = m_group > 0 ? m_group : m_process.processId();
    // Before the child has made its group, only the child itself can be told.
    if (group > 0 && ::kill(pid_t(-group), SIGTERM) != 0)
        ::kill(pid_t(group), SIGTERM);
    // One that is stopped would hear of it only when it goes on.
    if (group > 0)
        ::kill(pid_t(-group), SIGCONT);
    m_grace.start(kGraceMilliseconds);
}

void ExternalProcess::countPrinted(qsizetype bytes)
{
    m_lastWord.start();
    m_printed += bytes;
    if (m_printed > m_limits.printed)
        stopExcess(tr("it printed more than %1 MB and was stopped").arg(megabytes(m_limits.printed)));
}

ExternalProcess::Look ExternalProcess::lookAt(const QStringList &files, bool withDisk)
{
    Look look;
    for (const QString &file : files)
        look.written += QFileInfo(file).size();
    if (withDisk)
        look.free = freeOnDisk(QFileInfo(files.first()).absolutePath());
    return look;
}

void ExternalProcess::watchFiles()
{
    if (std::exchange(m_looks, true))
        return;
    const bool withDisk = !m_diskLook.isValid() || m_diskLook.hasExpired(kDiskMilliseconds);
    if (withDisk)
        m_diskLook.start();
    // The look may outlive this object, its answer not.
    const auto promise = std::make_shared<QPromise<Look>>();
    promise->start();
    m_look.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, files = m_limits.files, withDisk] {
        promise->addResult(lookAt(files, withDisk));
        promise->finish();
    });
}

void ExternalProcess::takeLook(const Look &look)
{
    if (m_reported)
        return;
    if (look.written > m_limits.fileBytes)
        return stopExcess(tr("its files grew beyond %1 MB, which no result of this job can have, and it was "
                             "stopped")
                              .arg(megabytes(m_limits.fileBytes)));
    if (look.free < 0 || look.free >= m_limits.freeBytes)
        return;
    m_outcome.diskFull = true;
    stopExcess(tr("less than %1 MB were left on the disk (%2) and it was stopped")
                   .arg(megabytes(m_limits.freeBytes))
                   .arg(QFileInfo(m_limits.files.first()).absolutePath()));
}

void ExternalProcess::stopExcess(const QString &why)
{
    if (!m_outcome.excess.isEmpty() || m_outcome.cancelled)
        return;
    m_outcome.excess = why;
    m_watch.stop();
    m_process.closeReadChannel(QProcess::StandardOutput);
    m_process.closeReadChannel(QProcess::StandardError);
    killGroup();
}

void ExternalProcess::killGroup()
{
    m_killed = true;
    const qint64 group = m_group > 0 ? m_group : m_process.processId();
    if (group > 0)
        ::kill(pid_t(-group), SIGKILL);
}

void ExternalProcess::takeLines(QByteArray &buffer, const QByteArray &bytes, bool atEnd,
                                void (ExternalProcess::*take)(const QByteArray &))
{
    qsizetype start = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
        buffer += bytes.mid(start, std::min(end - start, kLongestLine));
        buffer.truncate(kLongestLine);
        const QByteArray line = std::exchange(buffer, {});
        (this->*take)(line.endsWith('\r') ? line.chopped(1) : line);
        start = end + 1;
    }
    buffer += bytes.mid(start, kLongestLine);
    buffer.truncate(kLongestLine);
    if (atEnd && !buffer.isEmpty())
        (this->*take)(std::exchange(buffer, {}));
}

void ExternalProcess::takeOutputLine(const QByteArray &line)
{
    Q_EMIT outputLine(line);
}

void ExternalProcess::takeErrorLine(const QByteArray &line)
{
    constexpr qsizetype kShown = 500;
    m_tail.append(line.left(kShown));
    if (m_tail.size() > kTailLines)
        m_tail.removeFirst();
}

void ExternalProcess::readOutput()
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    takeLines(m_output, bytes, false, &ExternalProcess::takeOutputLine);
    countPrinted(bytes.size());
}

void ExternalProcess::readErrors()
{
    const QByteArray bytes = m_process.readAllStandardError();
    takeLines(m_errors, bytes, false, &ExternalProcess::takeErrorLine);
    countPrinted(bytes.size());
}

void ExternalProcess::leaderEnded(int exitCode, QProcess::ExitStatus status)
{
    takeLines(m_output, m_process.readAllStandardOutput(), true, &ExternalProcess::takeOutputLine);
    takeLines(m_errors, m_process.readAllStandardError(), true, &ExternalProcess::takeErrorLine);
    m_outcome.signal = status == QProcess::CrashExit ? exitCode : 0;
    m_outcome.exitStatus = status == QProcess::CrashExit ? 128 + exitCode : exitCode;
    m_outcome.milliseconds = m_time.elapsed();
    if (!groupIsAlive(m_group))
        return report();
    m_poll.start();
    // After a KILL, what is still in the group for long waits for its parent only.
    if (m_killed)
        return m_grace.start(kReapMilliseconds);
    // Grandchildren live on: they get the same two signals.
    if (!m_grace.isActive())
        endGroup();
}

void ExternalProcess::startFailed(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return;
    m_outcome.failure = m_process.errorString();
    report();
}

void ExternalProcess::report()
{
    if (std::exchange(m_reported, true))
        return;
    m_grace.stop();
    m_poll.stop();
    m_watch.stop();
    m_group = 0;
    m_outcome.outputTail = harmless(QString::fromUtf8(m_tail.join('\n')));
    // Queued: the receiver may delete this object, and with it the QProcess that is still calling.
    QMetaObject::invokeMethod(
        this, [this, outcome = m_outcome] { Q_EMIT finished(outcome); }, Qt::QueuedConnection);
}

} // namespace WhiteBox
