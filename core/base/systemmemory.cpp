// SPDX-License-Identifier: GPL-3.0-or-later
// Sources: MemAvailable of /proc/meminfo, see proc(5); memory.max and memory.current, see the kernel's
// documentation of control groups 2. A container sees its own group at /sys/fs/cgroup.
#include "core/base/systemmemory.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace WhiteBox {

namespace {

QString gibibytes(double bytes)
{
    return QCoreApplication::translate("SystemMemory", "%1 GiB").arg(bytes / (1 << 30), 0, 'f', 1);
}

QByteArray contents(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double systemMemory()
{
    for (const QByteArray &line : contents("/proc/meminfo").split('\n'))
        if (line.startsWith("MemAvailable:"))
            return line.simplified().split(' ').value(1).toDouble() * 1024;
    return 0;
}

double groupMemory()
{
    bool limited = false;
    const double most = contents("/sys/fs/cgroup/memory.max").trimmed().toDouble(&limited);
    return limited ? std::max(1.0, most - contents("/sys/fs/cgroup/memory.current").trimmed().toDouble()) : 0;
}

} // namespace

double availableMemory()
{
    const double system = systemMemory();
    const double group = groupMemory();
    return system > 0 && group > 0 ? std::min(system, group) : std::max(system, group);
}

Result<void> checkMemory(double bytesNeeded, const QString &what, const QString &remedy)
{
    const double available = availableMemory();
    if (available <= 0 || bytesNeeded <= available)
        return {};
    Error error;
    error.kind = ErrorKind::Resources;
    error.what = QCoreApplication::translate("SystemMemory", "%1 needs more memory than is free").arg(what);
    error.why = QCoreApplication::translate("SystemMemory", "%1 are needed, %2 are free")
                    .arg(gibibytes(bytesNeeded), gibibytes(available));
    error.remedy = remedy;
    return error;
}

} // namespace WhiteBox
