// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filecopy.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

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
    QSaveFile target(to);
    if (!target.open(QIODevice::WriteOnly))
        return notCopied(to, target.errorString());
    constexpr qint64 kPiece = 4 << 20;
    for (QByteArray piece = source.read(kPiece); !piece.isEmpty(); piece = source.read(kPiece)) {
        if (stop.stop_requested())
            return Error::cancelled();
        if (target.write(piece) != piece.size())
            return notCopied(to, target.errorString());
    }
    if (source.error() != QFile::NoError)
        return notCopied(from, source.errorString());
    return target.commit() ? Result<void>() : notCopied(to, target.errorString());
}

} // namespace WhiteBox
