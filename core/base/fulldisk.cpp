// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fulldisk.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/statvfs.h>

namespace WhiteBox {

Error withFullDisk(Error error, const QString &folder)
{
    constexpr quint64 kAsGoodAsFull = 1 << 20; // bytes
    struct statvfs disk = {};
    if (error.isCancelled() || error.kind == ErrorKind::Resources ||
        ::statvfs(QFile::encodeName(folder).constData(), &disk) != 0 ||
        quint64(disk.f_bavail) * disk.f_frsize >= kAsGoodAsFull)
        return error;
    error.kind = ErrorKind::Resources;
    error.why = QCoreApplication::translate("FullDisk", "the disk is full (%1)").arg(error.why);
    error.remedy = QCoreApplication::translate("FullDisk", "Free some space, then try again.");
    return error;
}

} // namespace WhiteBox
