// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <filesystem>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

/// A link in a folder of its own each, so that equal names do not meet; empty on failure.
QString linkTo(const std::filesystem::path &target)
{
    static const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/whitebox-XXXXXX"));
    static int count = 0;
    std::error_code failed;
    const QByteArray name = QByteArray::fromStdString(target.filename().string());
    const QString readable = QString::fromLatin1(name.toPercentEncoding(" ()[]{},;=+@!#$&'"));
    const QString place = folder.filePath(QString::number(++count));
    if (!folder.isValid() || !QDir().mkpath(place))
        return {};
    const QString link = QDir(place).filePath(readable);
    std::filesystem::create_symlink(std::filesystem::absolute(target, failed), link.toStdString(), failed);
    return failed ? QString() : link;
}

Error noFolder(const QString &path, const QString &why, const QString &remedy)
{
    return Error::io(path, tr("The results cannot be written there"), why, remedy);
}

} // namespace

QString pathArgument(const std::string &bytes)
{
    const QString path = QString::fromLocal8Bit(bytes.c_str());
    std::error_code failed;
    if (path.toStdString() == bytes || !std::filesystem::exists(bytes, failed))
        return path;
    const QString link = linkTo(bytes);
    return link.isEmpty() ? path : link;
}

Result<void> checkFolder(const QString &path)
{
    const QString other = tr("Name a folder that you may write to.");
    if (path.contains(QChar(QChar::ReplacementCharacter)))
        return noFolder(path, tr("its name is not UTF-8"), other);
    QString nearest = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    while (!QFileInfo::exists(nearest) && nearest != QFileInfo(nearest).path())
        nearest = QFileInfo(nearest).path();
    if (!QFileInfo(nearest).isDir())
        return noFolder(path, tr("%1 is a file").arg(nearest), tr("Name a folder."));
    // Permissions do not tell what a read-only disk or /proc takes.
    QTemporaryFile probe(QDir(nearest).filePath(QStringLiteral(".whitebox-XXXXXX")));
    if (!probe.open())
        return noFolder(path, probe.errorString(), other);
    return {};
}

} // namespace WhiteBox::Cli
