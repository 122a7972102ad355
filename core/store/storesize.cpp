// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storesize.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QLocale>

namespace WhiteBox {

QString sizeText(double bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat);
}

qint64 folderSize(const QString &folder, const StopToken &stop)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext() && !stop.stop_requested()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace WhiteBox
