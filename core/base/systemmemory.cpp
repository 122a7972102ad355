// SPDX-License-Identifier: GPL-3.0-or-later
// Source: MemAvailable of /proc/meminfo, see proc(5).
#include "core/base/systemmemory.h"

#include <QCoreApplication>
#include <QFile>

namespace WhiteBox {

namespace {

QString gibibytes(double bytes)
{
    return QCoreApplication::translate("SystemMemory", "%1 GiB").arg(bytes / (1 << 30), 0, 'f', 1);
}

} // namespace

double availableMemory()
{
    QFile file(QStringLiteral("/proc/meminfo"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("MemAvailable:"))
            return line.simplified().split(' ').value(1).toDouble() * 1024;
    return 0;
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
