// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shareddata.h"

#include <QDir>
#include <QFileInfo>

namespace WhiteBox::Test {

QString sharedFile(const QString &relativePath)
{
    QString root = qEnvironmentVariable("WHITEBOX_SHARED");
    if (root.isEmpty())
        root = QStringLiteral(WB_SOURCE_DIR "/../shared");
    const QFileInfo file(QDir(root).filePath(relativePath));
    return file.exists() ? file.canonicalFilePath() : QString();
}

} // namespace WhiteBox::Test
