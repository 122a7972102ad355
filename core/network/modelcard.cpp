// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/modelcard.h"

#include "core/base/filenode.h"
#include "core/base/savefile.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace WhiteBox {
namespace {

constexpr qint64 kMaxCard = 4 << 20;
constexpr double kMostAngstrom = 1e6; ///< beyond it nothing is a distance

QString text(const char *source)
{
    return QCoreApplication::translate("WhiteBox::ModelCard", source);
}

Error badCard(const QString &name, const QString &why)
{
    return Error::parse(name, 0, why, text("Use the card that was published with the weights."));
}

/// Empty where unit and bins are understood, else what is not.
QString readMeaning(const QJsonObject &document, OutputMeaning &meaning)
{
    const QString unit = document.value(QLatin1String("unit")).toString(QLatin1String("angstrom"));
    if (unit != QLatin1String("angstrom") && unit != QLatin1String("nanometre"))
        return text("unknown unit \"%1\"; angstrom or nanometre was expected").arg(unit.left(80));
    meaning.angstromPerUnit = unit == QLatin1String("nanometre") ? 10.0F : 1.0F;
    const QJsonObject bins = document.value(QLatin1String("bins")).toObject();
    for (const QJsonValue &centre : bins.value(QLatin1String("centresAngstrom")).toArray()) {
        if (!centre.isDouble() || centre.toDouble() < 0 || centre.toDouble() > kMostAngstrom)
            return text("a bin's centre is no distance");
        meaning.binCentres.push_back(float(centre.toDouble()));
    }
    const QString values = bins.value(QLatin1String("values")).toString(QLatin1String("logits"));
    if (values != QLatin1String("logits") && values != QLatin1String("probabilities"))
        return text("bins hold \"%1\"; logits or probabilities were expected").arg(values.left(80));
    meaning.logits = values == QLatin1String("logits");
    return {};
}

/// JSON's numbers go beyond those of float. The part of the card that holds one which cannot be, or nothing.
QString impossiblePart(const ModelCard &card)
{
    const auto isDistance = [](float d) { return d >= 0 && double(d) <= kMostAngstrom; };
    const auto &means = card.meanDistanceBySeparation;
    if (!isDistance(card.clampAngstrom))
        return QStringLiteral("clampAngstrom");
    if (!std::all_of(means.begin(), means.end(), isDistance))
        return QStringLiteral("meanDistanceBySeparation");
    if (card.receptiveField < 0)
        return QStringLiteral("architecture");
    const bool isRange =
        !card.inputRange || (std::isfinite(card.inputRange->least) && std::isfinite(card.inputRange->most));
    return isRange ? QString() : QStringLiteral("inputRange");
}

QJsonObject binsJson(const OutputMeaning &meaning)
{
    QJsonArray centres;
    for (const float centre : meaning.binCentres)
        centres.append(double(centre));
    return {{QStringLiteral("centresAngstrom"), centres},
            {QStringLiteral("values"),
             meaning.logits ? QStringLiteral("logits") : QStringLiteral("probabilities")}};
}

} // namespace

QStringList standardChannelNames()
{
    return {QStringLiteral("CaCa"), QStringLiteral("CaCb"), QStringLiteral("CbCa"), QStringLiteral("CbCb")};
}

QString ModelCard::pathFor(const QString &weightsPath)
{
    const QFileInfo info(weightsPath);
    return QDir(info.path()).filePath(info.completeBaseName() + QStringLiteral(".json"));
}

Result<ModelCard> ModelCard::load(const QString &path)
{
    QFile file(path);
    if (const QString node = whyNoFile(path); !node.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return Error::io(path, text("The model card cannot be read"),
                         node.isEmpty() ? file.errorString() : node,
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
    if (const QString flaw = readMeaning(card.document, card.meaning); !flaw.isEmpty())
        return badCard(name, flaw);
    const QJsonObject architecture = card.document.value(QLatin1String("architecture")).toObject();
    card.receptiveField = architecture.value(QLatin1String("receptiveField")).toInt();
    card.clampAngstrom = float(card.document.value(QLatin1String("clampAngstrom")).toDouble());
    for (const QJsonValue &mean : card.document.value(QLatin1String("meanDistanceBySeparation")).toArray())
        card.meanDistanceBySeparation.push_back(float(mean.toDouble()));
    if (const QJsonObject range = card.document.value(QLatin1String("inputRange")).toObject();
        range.value(QLatin1String("least")).isDouble() && range.value(QLatin1String("most")).isDouble())
        card.inputRange = InputRange{float(range.value(QLatin1String("least")).toDouble()),
                                     float(range.value(QLatin1String("most")).toDouble())};
    if (card.name.isEmpty() || card.channels.isEmpty() || card.weightsSha256.size() != 64)
        return badCard(name, text("name, channels or weightsSha256 is missing"));
    if (const QString part = impossiblePart(card); !part.isEmpty())
        return badCard(name, text("%1 holds a number that cannot be").arg(part));
    return card;
}

ModelCard ModelCard::forScript(const QString &path, const QString &sha256, const QStringList &channels,
                               const OutputMeaning &meaning, Normalisation normalisation)
{
    const QFileInfo info(path);
    ModelCard card;
    card.name = info.completeBaseName();
    card.date = QDate::currentDate().toString(Qt::ISODate);
    card.weightsSha256 = sha256;
    card.normalisation = normalisation;
    card.channels = channels;
    card.meaning = meaning;
    card.document = {{QStringLiteral("format"), QStringLiteral("whitebox-model-card/1")},
                     {QStringLiteral("name"), card.name},
                     {QStringLiteral("date"), card.date},
                     {QStringLiteral("weightsFile"), info.fileName()},
                     {QStringLiteral("weightsSha256"), sha256},
                     {QStringLiteral("normalisation"), nameOf(normalisation)},
                     {QStringLiteral("channels"), QJsonArray::fromStringList(channels)},
                     {QStringLiteral("unit"), meaning.angstromPerUnit == 1 ? QStringLiteral("angstrom")
                                                                           : QStringLiteral("nanometre")}};
    if (meaning.isDistogram())
        card.document.insert(QStringLiteral("bins"), binsJson(meaning));
    return card;
}

bool ModelCard::describes(const QString &sha256) const
{
    return weightsSha256 == sha256 || document.value(QLatin1String("torchScriptSha256")).toString() == sha256;
}

Result<void> ModelCard::save(const QString &path) const
{
    SaveFile file(path);
    if (file.openForWriting() && file.put(QJsonDocument(document).toJson()) && file.finish())
        return {};
    return file.failure(text("The model card cannot be written"));
}

QJsonObject ModelCard::evaluation(const QString &split) const
{
    return document.value(QLatin1String("evaluation")).toObject().value(split).toObject();
}

} // namespace WhiteBox
