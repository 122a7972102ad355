// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fulldisk.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/statvfs.h>

namespace WhiteBox {

Error withFullDisk(Error error, const QString &folder)
{
    constexpr qint64 kAsGoodAsFull = 1 << 20; // bytes
    if (error.isCancelled() || error.kind == ErrorKind::Resources)
        return error;
    if (const qint64 left = freeOnDisk(folder); left < 0 || left >= kAsGoodAsFull)
        return error;
    error.kind = ErrorKind::Resources;
    error.why = QCoreApplication::translate("FullDisk", "the disk is full (%1)").arg(error.why);
    error.remedy = QCoreApplication::translate("FullDisk", "Free some space, then try again.");
    return error;
}

qint64 freeOnDisk(const QString &folder)
{
    struct statvfs disk = {};
    if (::statvfs(QFile::encodeName(folder).constData(), &disk) != 0)
        return -1;
    return qint64(quint64(disk.f_bavail) * disk.f_frsize);
}

} // namespace WhiteBox
