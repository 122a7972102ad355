// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/loadednetwork.h"

#include "core/attribution/torchplugin.h"
#include "core/base/filenode.h"
#include "core/network/networkfile.h"
#include "core/pipeline/filekind.h"
#include "core/pipeline/inputcontent.h"
#include "core/sequence/inputfile.h"
#include "core/store/trustednetworks.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr qint64 kMostBytes = qint64(4) << 30;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LoadedNetwork)
};

Error mismatch(const QString &path, const QString &why, const QString &remedy)
{
    return Error{ErrorKind::Mismatch, Text::tr("The network cannot be used"), why, remedy, path};
}

Error notTrusted(const QString &path, const QString &sha256)
{
    return Error{
        ErrorKind::InvalidInput, Text::tr("The network was not opened"),
        Text::tr("TorchScript is a program: it can read and write files as you can, and nobody has said "
                 "yet that this one is to be trusted (SHA-256 %1)")
            .arg(sha256),
        Text::tr("If you know who made it, give --trust-model once, or open it from the window's File menu."),
        path};
}

Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    if (const QString node = whyNoFile(path); !node.isEmpty() || !file.open(QIODevice::ReadOnly))
        return Error::io(path, Text::tr("The network cannot be read"),
                         node.isEmpty() ? file.errorString() : node, Text::tr("Give a TorchScript file."));
    if (file.size() > kMostBytes)
        return Error{ErrorKind::Resources, Text::tr("The network cannot be read"),
                     Text::tr("it has %1 bytes, more than 4 GiB").arg(file.size()),
                     Text::tr("Networks that take couplings are smaller: choose another file."), path};
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error::io(path, Text::tr("The network cannot be read"), file.errorString(),
                         Text::tr("Give a TorchScript file."));
    return bytes;
}

/// Before anybody is asked to trust it.
Result<void> checkIsScript(const QByteArray &bytes, const QString &path)
{
    if (bytes.startsWith("PK\x03\x04")) // which archives are TorchScript, LibTorch tells
        return {};
    const auto unpacked = loadInputHead(path, kContentHead);
    const FileKind kind = fileKind(unpacked.isOk() ? unpacked.value() : bytes.first(0), path);
    return Error{ErrorKind::Unsupported, Text::tr("This is no TorchScript network"),
                 Text::tr("expected TorchScript, found %1").arg(kind.name),
                 kind.use.isEmpty() ? Text::tr("Save the network with torch.jit.save, and give that file.")
                                    : kind.use,
                 path};
}

Result<std::optional<ModelCard>> cardOf(const QString &path, const QString &sha256)
{
    if (!QFileInfo::exists(ModelCard::pathFor(path)))
        return std::optional<ModelCard>();
    auto card = ModelCard::load(ModelCard::pathFor(path));
    if (!card.isOk())
        return std::move(card).error();
    if (!card.value().describes(sha256))
        return mismatch(
            path, Text::tr("its card describes another file (SHA-256 differs)"),
            Text::tr("Use network and card as they were published together, or take the card away."));
    return std::optional(std::move(card).value());
}

Result<LoadedNetwork> checkedAgainstCard(LoadedNetwork loaded)
{
    if (!loaded.card)
        return loaded;
    const auto named = int(loaded.card->channels.size());
    if (named != loaded.outputChannels())
        return mismatch(
            loaded.path,
            Text::tr("the network has %1 outputs, its card names %2").arg(loaded.outputChannels()).arg(named),
            Text::tr("Write its card again with whitebox-cli network --channels."));
    return loaded;
}

Result<LoadedNetwork> loadScript(const QString &path, TrustNetwork trust)
{
    auto file = openScript(path, trust);
    if (!file.isOk())
        return std::move(file).error();
    LoadedNetwork loaded{std::move(file.value().card), nullptr, nullptr, path};
    if (file.value().script.layers.empty()) {
        loaded.foreign = file.value().script.network;
        return checkedAgainstCard(std::move(loaded));
    }
    auto network = ConvNet::fromLayers(std::move(file.value().script.layers));
    if (!network.isOk())
        return std::move(network).error();
    loaded.network = std::make_shared<const ConvNet>(std::move(network).value());
    return checkedAgainstCard(std::move(loaded));
}

} // namespace

LoadedNetwork LoadedNetwork::of(const Predictor &predictor)
{
    return {predictor.card(), predictor.network(), nullptr, predictor.path()};
}

int LoadedNetwork::outputChannels() const
{
    return foreign ? foreign->outputChannels() : network->outputChannels();
}

QStringList LoadedNetwork::channelNames() const
{
    if (card)
        return card->channels;
    QStringList names;
    for (int c = 0; c < outputChannels(); ++c)
        names << QStringLiteral("output%1").arg(c);
    return names;
}

InputStack LoadedNetwork::inputFor(std::shared_ptr<const CouplingTensor> couplings) const
{
    return normalisedInput(card ? card->normalisation : Normalisation::None, std::move(couplings));
}

Result<DistanceMap> LoadedNetwork::forward(const InputStack &input, int threads, const StopToken &stop,
                                           const Progress &progress) const
{
    return foreign ? foreign->forward(input, threads, stop)
                   : network->forward(input, threads, stop, progress);
}

Result<std::shared_ptr<const Explainer>> LoadedNetwork::explainerOf(InputStack input, int threads,
                                                                    const StopToken &stop) const
{
    return foreign ? Explainer::create(foreign, std::move(input), threads, stop)
                   : Explainer::create(network, std::move(input), threads, stop);
}

DistanceMap LoadedNetwork::standardChannels(const DistanceMap &map) const
{
    const QStringList standard = standardChannelNames();
    const QStringList names = channelNames();
    const bool isNamed =
        std::any_of(names.begin(), names.end(), [&](const QString &name) { return standard.contains(name); });
    if (!isNamed && map.channels() == kDistanceChannels)
        return map;
    DistanceMap result(map.length());
    for (int c = 0; c < kDistanceChannels; ++c) {
        const bool isLast = !isNamed && c == int(DistanceChannel::CbCb);
        const auto from = isLast ? map.channels() - 1 : int(names.indexOf(standard[c]));
        if (from < 0)
            continue;
        const auto plane = map.plane(from);
        std::copy(plane.begin(), plane.end(),
                  result.values().begin() + std::ptrdiff_t(c) * std::ptrdiff_t(plane.size()));
    }
    return result;
}

bool isTorchScript(const QString &path)
{
    QFile file(path);
    const bool isOpen = whyNoFile(path).isEmpty() && file.open(QIODevice::ReadOnly);
    const QByteArray head = isOpen ? file.read(16) : QByteArray();
    if (head.startsWith("PK\x03\x04") || recogniseContent(head) == InputContent::Network)
        return head.startsWith("PK");
    const QString suffix = QFileInfo(path).suffix().toLower();
    return QStringList{QStringLiteral("pt"), QStringLiteral("pth"), QStringLiteral("ts")}.contains(suffix);
}

Result<ScriptFile> openScript(const QString &path, TrustNetwork trust,
                              const std::optional<OutputMeaning> &meaning)
{
    auto bytes = readAll(path);
    if (!bytes.isOk())
        return std::move(bytes).error();
    if (auto script = checkIsScript(bytes.value(), path); !script.isOk())
        return std::move(script).error();
    ScriptFile file;
    file.path = path;
    file.sha256 =
        QString::fromLatin1(QCryptographicHash::hash(bytes.value(), QCryptographicHash::Sha256).toHex());
    if (trust == TrustNetwork::IfKnown && !isTrustedNetwork(file.sha256))
        return notTrusted(path, file.sha256);
    auto card = cardOf(path, file.sha256);
    if (!card.isOk())
        return std::move(card).error();
    file.card = std::move(card).value();
    const auto engine = torchEngine();
    if (!engine.isOk())
        return engine.error();
    auto script = engine.value()->load(bytes.value(), path,
                                       meaning     ? *meaning
                                       : file.card ? file.card->meaning
                                                   : OutputMeaning());
    if (!script.isOk())
        return std::move(script).error();
    file.script = std::move(script).value();
    if (trust == TrustNetwork::Now && !isTrustedNetwork(file.sha256))
        if (auto kept = trustNetwork(file.sha256, QFileInfo(path).absoluteFilePath()); !kept.isOk())
            return std::move(kept).error();
    return file;
}

Result<ModelCard> cardFor(const ScriptFile &file, const QStringList &channels, const OutputMeaning &meaning,
                          Normalisation normalisation)
{
    const int bins = meaning.isDistogram() ? int(meaning.binCentres.size()) : 1;
    const int outputs = file.script.outputs;
    // One card may describe the weights and their TorchScript: writing another would take it from the
    // weights.
    if (file.card && file.card->weightsSha256 != file.sha256)
        return Error{
            ErrorKind::InvalidInput, Text::tr("The card was not written"),
            Text::tr(
                "the one that is there belongs to other weights too, which could not be read without it"),
            Text::tr("Copy the TorchScript file to another folder to give it a card of its own."), file.path};
    QString flaw;
    if (channels.contains(QString()) || QStringList(channels).removeDuplicates() > 0)
        flaw = Text::tr("a distance has no name, or two have the same");
    else if (outputs % bins != 0)
        flaw =
            Text::tr("the network has %1 outputs, which are no multiple of %2 bins").arg(outputs).arg(bins);
    else if (channels.size() != outputs / bins)
        flaw = Text::tr("the network gives %1 distances, %2 were named")
                   .arg(outputs / bins)
                   .arg(channels.size());
    if (!flaw.isEmpty())
        return Error{ErrorKind::InvalidInput, Text::tr("The card was not written"), flaw,
                     Text::tr("Name each distance, such as %1, and give the bins of a distogram.")
                         .arg(standardChannelNames().join(u',')),
                     file.path};
    return ModelCard::forScript(file.path, file.sha256, channels, meaning, normalisation);
}

Result<LoadedNetwork> loadNetworkFile(const QString &path, TrustNetwork trust)
{
    if (QFileInfo::exists(path) && isTorchScript(path))
        return loadScript(path, trust);
    if (QFileInfo::exists(path) && !QFileInfo::exists(ModelCard::pathFor(path))) {
        auto network = loadNetwork(path);
        if (!network.isOk())
            return std::move(network).error();
        return LoadedNetwork{{}, std::make_shared<const ConvNet>(std::move(network).value()), nullptr, path};
    }
    const auto predictor = Predictor::load(path);
    if (!predictor.isOk())
        return predictor.error();
    return LoadedNetwork::of(*predictor.value());
}

} // namespace WhiteBox
