// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/base/commandline.h"
#include "core/store/jobrecord.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace WhiteBox::Cli {

namespace {

void write(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

QString details(const Error &error)
{
    QString text;
    if (!error.command.isEmpty())
        text += QStringLiteral("  command: %1\n  exit status: %2\n")
                    .arg(commandLine(error.command))
                    .arg(error.exitStatus);
    if (!error.outputTail.isEmpty())
        text += QStringLiteral("  output:\n    ") +
                error.outputTail.trimmed().replace(QLatin1Char('\n'), QStringLiteral("\n    ")) +
                QLatin1Char('\n');
    return text;
}

/// The last shown line, at most ten of them a second.
struct ProgressLine
{
    std::mutex mutex;
    std::chrono::steady_clock::time_point last;
    bool shown = false;

    void show(double fraction, const QString &text)
    {
        const std::lock_guard lock(mutex);
        const auto now = std::chrono::steady_clock::now();
        if (shown && now - last < std::chrono::milliseconds(100))
            return;
        last = now;
        shown = true;
        const QString share = fraction < 0 ? QStringLiteral("     ")
                                           : QStringLiteral("%1 % ").arg(int(std::floor(fraction * 100)), 3);
        write(stderr, QStringLiteral("\r\033[K") + share + text.left(70));
    }
    void clear()
    {
        const std::lock_guard lock(mutex);
        if (shown)
            write(stderr, QStringLiteral("\r\033[K"));
        shown = false;
    }
};

ProgressLine &progressLine()
{
    static ProgressLine line;
    return line;
}

} // namespace

int exitStatusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::Parse:
    case ErrorKind::Mismatch:
    case ErrorKind::Unsupported:
        return 1;
    case ErrorKind::Io:
        return 2;
    case ErrorKind::MissingTool:
    case ErrorKind::ToolFailed:
        return 3;
    case ErrorKind::Resources:
        return 4;
    case ErrorKind::Cancelled:
        return 130;
    }
    return 1;
}

int report(const Error &error, const Context &context)
{
    clearProgressLine();
    if (context.json)
        printJson({{QStringLiteral("error"), toJson(error)}});
    else
        write(stderr, QStringLiteral("whitebox-cli: %1\n").arg(error.text()) + details(error));
    return exitStatusOf(error.kind);
}

void printJson(const QJsonObject &object)
{
    clearProgressLine();
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Indented);
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
    std::fflush(stdout);
}

void printLine(const QString &line)
{
    write(stdout, line + QLatin1Char('\n'));
}

void printNotice(const QString &text, const Context &context)
{
    if (context.json)
        return;
    clearProgressLine();
    write(stderr, text + QLatin1Char('\n'));
}

Progress terminalProgress()
{
    if (!::isatty(STDERR_FILENO))
        return {};
    return Progress([](double fraction, const QString &text) { progressLine().show(fraction, text); });
}

void clearProgressLine()
{
    progressLine().clear();
}

int defaultThreads()
{
    return std::max(1, int(std::thread::hardware_concurrency()));
}

} // namespace WhiteBox::Cli
