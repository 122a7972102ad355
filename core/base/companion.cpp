// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/companion.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace WhiteBox {

QString findCompanion(const char *name)
{
    const QString own = QCoreApplication::applicationDirPath();
    for (const char *place : {"/", "/cli/", "/../" WB_LIBEXEC_DIR "/"}) {
        const QFileInfo program(own + QLatin1String(place) + QLatin1String(name));
        if (program.isFile() && program.isExecutable())
            return program.canonicalFilePath();
    }
    return {};
}

} // namespace WhiteBox
