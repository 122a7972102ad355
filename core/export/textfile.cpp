// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/textfile.h"

#include "core/base/savefile.h"

#include <QCoreApplication>

namespace WhiteBox {

Result<void> writeTextFile(const QString &path, const QByteArray &text)
{
    SaveFile file(path);
    if (file.openForWriting() && file.put(text) && file.finish())
        return {};
    return file.failure(QCoreApplication::translate("TextFile", "The file could not be written"));
}

} // namespace WhiteBox
