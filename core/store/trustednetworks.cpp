// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/trustednetworks.h"

#include "core/base/savefile.h"
#include "core/store/jobstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace WhiteBox {

namespace {

QString listPath()
{
    return QDir::cleanPath(JobStore::defaultFolder() + QStringLiteral("/../trusted-networks.json"));
}

/// Hash → path at that time.
QJsonObject readList()
{
    QFile file(listPath());
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

bool isTrustedNetwork(const QString &sha256)
{
    return readList().contains(sha256);
}

Result<void> trustNetwork(const QString &sha256, const QString &path)
{
    QJsonObject list = readList();
    list.insert(sha256, path);
    QDir().mkpath(QFileInfo(listPath()).path());
    SaveFile file(listPath());
    if (file.openForWriting() && file.put(QJsonDocument(list).toJson()) && file.finish())
        return {};
    return file.failure(
        QCoreApplication::translate("TrustedNetworks", "The list of trusted networks cannot be written"));
}

} // namespace WhiteBox
