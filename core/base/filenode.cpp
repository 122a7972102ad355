// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filenode.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/stat.h>

namespace WhiteBox {

namespace {

struct FileNode
{
    Q_DECLARE_TR_FUNCTIONS(FileNode)
};

} // namespace

QString describeNode(const struct stat &node)
{
    if (S_ISDIR(node.st_mode))
        return FileNode::tr("it is a folder");
    if (S_ISFIFO(node.st_mode))
        return FileNode::tr("it is a pipe (FIFO)");
    if (S_ISSOCK(node.st_mode))
        return FileNode::tr("it is a socket");
    return S_ISREG(node.st_mode) ? QString() : FileNode::tr("it is a device");
}

QString whyNoFile(const QString &path)
{
    struct stat node = {};
    return ::stat(QFile::encodeName(path).constData(), &node) == 0 ? describeNode(node) : QString();
}

} // namespace WhiteBox
