// SPDX-License-Identifier: GPL-3.0-or-later
// A process is known by its start time in /proc/<pid>/stat (field 22, clock ticks after boot; see proc(5))
// and by the boot: a clock that jumps changes neither.
#include "core/store/processowner.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

namespace WhiteBox {

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString bootId()
{
    return QString::fromLatin1(contents(QStringLiteral("/proc/sys/kernel/random/boot_id")).trimmed());
}

/// Empty where there is no such process.
QString startTime(const QString &pid)
{
    const QByteArray stat = contents(QStringLiteral("/proc/%1/stat").arg(pid));
    // The second field, the program's name in brackets, may hold blanks and brackets itself.
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 19 ? QString::fromLatin1(fields[19]) : QString();
}

} // namespace

QString thisProcess()
{
    const QString pid = QString::number(QCoreApplication::applicationPid());
    return QStringLiteral("%1 %2 %3").arg(bootId(), pid, startTime(pid));
}

bool processIsAlive(const QString &owner)
{
    const auto parts = owner.split(QLatin1Char(' '));
    if (parts.size() != 3 || parts[0] != bootId())
        return false;
    bool isNumber = false;
    parts[1].toInt(&isNumber);
    return isNumber && !parts[2].isEmpty() && startTime(parts[1]) == parts[2];
}

} // namespace WhiteBox
