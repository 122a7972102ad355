// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filecopy.h"

#include "core/base/savefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace WhiteBox {

static Error notCopied(const QString &path, const QString &why)
{
    return Error::io(
        path, QCoreApplication::translate("FileCopy", "The file could not be copied"), why,
        QCoreApplication::translate("FileCopy", "Check the free space and the permissions of the folder."));
}

Result<void> copyFile(const QString &from, const QString &to, const StopToken &stop)
{
    if (QFileInfo(from) == QFileInfo(to))
        return {};
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return notCopied(from, source.errorString());
    const QString what = QCoreApplication::translate("FileCopy", "The file could not be copied");
    SaveFile target(to);
    if (!target.openForWriting())
        return target.failure(what);
    constexpr qint64 kPiece = 4 << 20;
    for (QByteArray piece = source.read(kPiece); !piece.isEmpty(); piece = source.read(kPiece)) {
        if (stop.stop_requested())
            return Error::cancelled();
        if (!target.put(piece))
            return target.failure(what);
    }
    if (source.error() != QFile::NoError)
        return notCopied(from, source.errorString());
    return target.finish() ? Result<void>() : target.failure(what);
}

} // namespace WhiteBox
