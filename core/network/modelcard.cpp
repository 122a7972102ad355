// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/modelcard.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace WhiteBox {
namespace {

constexpr qint64 kMaxCard = 4 << 20;

QString text(const char *source)
{
    return QCoreApplication::translate("WhiteBox::ModelCard", source);
}

Error badCard(const QString &name, const QString &why)
{
    return Error::parse(name, 0, why, text("Use the card that was published with the weights."));
}

} // namespace

QString ModelCard::pathFor(const QString &weightsPath)
{
    const QFileInfo info(weightsPath);
    return QDir(info.path()).filePath(info.completeBaseName() + QStringLiteral(".json"));
}

Result<ModelCard> ModelCard::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error::io(path, text("The model card cannot be read"), file.errorString(),
                         text("It must lie beside the weights under the same name, ending in .json."));
    }
    if (file.size() > kMaxCard)
        return badCard(path, text("the card is larger than 4 MiB"));
    return parse(file.readAll(), path);
}

Result<ModelCard> ModelCard::parse(const QByteArray &json, const QString &name)
{
    QJsonParseError jsonError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &jsonError);
    if (!document.isObject())
        return badCard(name, text("the card is not JSON: %1").arg(jsonError.errorString()));
    ModelCard card;
    card.document = document.object();
    card.name = card.document.value(QLatin1String("name")).toString();
    card.date = card.document.value(QLatin1String("date")).toString();
    card.weightsSha256 = card.document.value(QLatin1String("weightsSha256")).toString();
    const QString normalisation = card.document.value(QLatin1String("normalisation")).toString();
    const auto known = normalisationOf(normalisation);
    if (!known)
        return badCard(name, text("unknown normalisation \"%1\"").arg(normalisation.left(80)));
    card.normalisation = *known;
    for (const QJsonValue &channel : card.document.value(QLatin1String("channels")).toArray())
        card.channels.append(channel.toString());
    const QJsonObject architecture = card.document.value(QLatin1String("architecture")).toObject();
    card.receptiveField = architecture.value(QLatin1String("receptiveField")).toInt();
    card.clampAngstrom = float(card.document.value(QLatin1String("clampAngstrom")).toDouble());
    for (const QJsonValue &mean : card.document.value(QLatin1String("meanDistanceBySeparation")).toArray())
        card.meanDistanceBySeparation.push_back(float(mean.toDouble()));
    if (card.name.isEmpty() || card.channels.isEmpty() || card.weightsSha256.size() != 64)
        return badCard(name, text("name, channels or weightsSha256 is missing"));
    return card;
}

QJsonObject ModelCard::evaluation(const QString &split) const
{
    return document.value(QLatin1String("evaluation")).toObject().value(split).toObject();
}

} // namespace WhiteBox
