// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/textfile.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace WhiteBox {

Result<void> writeTextFile(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return Error::io(path, QCoreApplication::translate("TextFile", "The file could not be written"),
                     file.errorString(),
                     QCoreApplication::translate("TextFile", "Choose a folder that you may write to."));
}

} // namespace WhiteBox
