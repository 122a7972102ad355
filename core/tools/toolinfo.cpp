// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/toolinfo.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>
#include <csignal>
#include <unistd.h>

namespace WhiteBox {

namespace {

struct Tools
{
    Q_DECLARE_TR_FUNCTIONS(Tools)
};

constexpr int kPatience = 5000;               ///< milliseconds
constexpr qsizetype kLongestHelp = 64 * 1024; ///< bytes; jackhmmer's has 6 kB

Error missing(const QString &program)
{
    Error error;
    error.kind = ErrorKind::MissingTool;
    error.what = Tools::tr("jackhmmer was not found");
    error.why = program.isEmpty() ? Tools::tr("it is not in any folder of PATH")
                                  : Tools::tr("%1 is no program that can be run").arg(program);
    error.remedy = Tools::tr("Install it (apt-get install hmmer), or set its path.");
    return error;
}

Error notJackhmmer(const QString &path, const QString &why, int exitStatus)
{
    Error error = missing(path); // whatever is wrong with it, there is none to search with
    error.what = Tools::tr("The program is not jackhmmer");
    error.why = why;
    error.command = QStringList{path, QStringLiteral("-h")};
    error.exitStatus = exitStatus;
    return error;
}

Error noAnswer(const QString &path)
{
    Error error = notJackhmmer(
        path, Tools::tr("%1 -h did not answer within %2 s and was killed").arg(path).arg(kPatience / 1000),
        128 + SIGKILL);
    error.what = Tools::tr("The search program hangs");
    return error;
}

/// What a started program prints until it ends, or has printed more than any help is long, or until the
/// patience ends. False where that ended first.
bool readHelp(QProcess &process, QByteArray &help)
{
    QElapsedTimer clock;
    clock.start();
    const auto left = [&clock] { return int(std::max<qint64>(0, kPatience - clock.elapsed())); };
    while (help.size() < kLongestHelp && process.state() != QProcess::NotRunning && left() > 0) {
        process.waitForReadyRead(std::min(left(), 100));
        help += process.readAllStandardOutput();
    }
    help += process.readAllStandardOutput();
    return process.state() == QProcess::NotRunning || help.size() >= kLongestHelp;
}

} // namespace

QString findProgram(const QString &program)
{
    // findExecutable() takes "./program" for a name in PATH.
    const bool isPath = program.contains(QLatin1Char('/'));
    const QString path =
        QStandardPaths::findExecutable(isPath ? QFileInfo(program).absoluteFilePath() : program);
    return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
}

Result<QString> findJackhmmer(const QString &program)
{
    const QString wanted = program.isEmpty() ? QStringLiteral("jackhmmer") : program;
    const QString path = findProgram(wanted);
    return path.isEmpty() ? Result<QString>(missing(program)) : Result<QString>(path);
}

Result<ToolInfo> checkJackhmmer(const QString &program)
{
    const Result<QString> path = findJackhmmer(program);
    if (!path.isOk())
        return path.error();
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([] { ::setpgid(0, 0); }); // to be ended with all that it starts
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(path.value(), {QStringLiteral("-h")}, QIODevice::ReadOnly);
    process.waitForStarted(kPatience);
    const auto group = pid_t(process.processId());
    QByteArray help;
    const bool answered = readHelp(process, help);
    process.closeReadChannel(QProcess::StandardOutput);
    if (group > 0)
        ::kill(-group, SIGKILL); // what it left behind too
    process.waitForFinished(kPatience);
    if (!answered)
        return noAnswer(path.value());
    const QString output = QString::fromUtf8(help.left(4096));
    static const QRegularExpression version(QStringLiteral("^# (HMMER [^;\\n]+)"),
                                            QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = version.match(output);
    if (!output.contains(QLatin1String("jackhmmer")) || !match.hasMatch()) {
        return notJackhmmer(
            path.value(), Tools::tr("%1 -h does not answer as HMMER's jackhmmer does").arg(path.value()),
            process.exitStatus() == QProcess::CrashExit ? 128 + process.exitCode() : process.exitCode());
    }
    return ToolInfo{path.value(), match.captured(1).trimmed()};
}

} // namespace WhiteBox
