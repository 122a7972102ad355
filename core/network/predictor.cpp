// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/predictor.h"

#include "core/network/networkfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace WhiteBox {
namespace {

const QString kModelFile = QStringLiteral("distance15.safetensors");

QString text(const char *source)
{
    return QCoreApplication::translate("WhiteBox::Predictor", source);
}

Error mismatch(const QString &path, const QString &why)
{
    return Error{ErrorKind::Mismatch, text("The network cannot be used"), why,
                 text("Use weights and card as they were published together."), path};
}

Result<void> checkAgainstCard(const ConvNet &network, const ModelCard &card, const QString &path)
{
    if (network.inputChannels() != kBlock)
        return mismatch(path, text("the network takes %1 channels, not 441").arg(network.inputChannels()));
    if (card.meaning.isDistogram() || card.meaning.angstromPerUnit != 1)
        return mismatch(path,
                        text("its card has bins or another unit than Å, which are for TorchScript alone"));
    if (network.outputChannels() != int(card.channels.size()))
        return mismatch(path, text("the network has %1 outputs, its card names %2")
                                  .arg(network.outputChannels())
                                  .arg(card.channels.size()));
    if (card.receptiveField != 0 && network.receptiveField() != card.receptiveField)
        return mismatch(path, text("the receptive field is %1, its card says %2")
                                  .arg(network.receptiveField())
                                  .arg(card.receptiveField));
    return {};
}

} // namespace

Result<std::shared_ptr<const Predictor>> Predictor::load(const QString &safetensorsPath)
{
    if (!QFileInfo::exists(safetensorsPath))
        return Error::io(safetensorsPath, text("The weights cannot be read"), text("there is no such file"),
                         text("Give a .safetensors file with its card beside it."));
    QFile file(safetensorsPath);
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(safetensorsPath, text("The weights cannot be read"), file.errorString(),
                         text("Check the path, or leave the model out: the shipped one is taken."));
    const QByteArray bytes = file.readAll();
    if (bytes.startsWith("PK\x03\x04"))
        return Error{
            ErrorKind::Unsupported, text("The network cannot be used for jobs"),
            text("this is a TorchScript file, jobs take weights in safetensors"),
            text("Run the job without it, then predict and explain with it: whitebox-cli predict JOB "
                 "--model FILE, whitebox-cli explain JOB --model FILE."),
            safetensorsPath};
    auto card = ModelCard::load(ModelCard::pathFor(safetensorsPath));
    if (!card.isOk())
        return std::move(card).error();
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    if (card.value().weightsSha256 != QString::fromLatin1(hash))
        return mismatch(safetensorsPath,
                        text("the weights are not those that the card describes (SHA-256 differs)"));
    auto tensors = SafeTensors::parse(bytes, safetensorsPath);
    if (!tensors.isOk())
        return std::move(tensors).error();
    auto network = networkFrom(tensors.value(), safetensorsPath);
    if (!network.isOk())
        return std::move(network).error();
    if (auto checked = checkAgainstCard(network.value(), card.value(), safetensorsPath); !checked.isOk())
        return std::move(checked).error();
    const std::shared_ptr<Predictor> predictor(new Predictor);
    predictor->m_path = safetensorsPath;
    predictor->m_card = std::move(card).value();
    predictor->m_network = std::make_shared<const ConvNet>(std::move(network).value());
    return std::shared_ptr<const Predictor>(predictor);
}

Result<QString> Predictor::shippedPath()
{
    const QString named = qEnvironmentVariable("WHITEBOX_MODEL");
    if (!named.isEmpty())
        return named;
    const QStringList places{
        QCoreApplication::applicationDirPath() + QStringLiteral("/../share/whitebox/models/") + kModelFile,
        QStringLiteral(WB_MODELS_DIR "/") + kModelFile,
    };
    for (const QString &place : places) {
        if (QFileInfo::exists(place))
            return QFileInfo(place).canonicalFilePath();
    }
    return Error{ErrorKind::MissingTool, text("There is no network to predict with"),
                 text("%1 was not found in %2").arg(kModelFile, places.join(QStringLiteral(", "))),
                 text("Install White Box again, or name a weights file in WHITEBOX_MODEL.")};
}

Result<std::shared_ptr<const Predictor>> Predictor::loadShipped()
{
    auto path = shippedPath();
    if (!path.isOk())
        return std::move(path).error();
    return load(path.value());
}

InputStack Predictor::inputFor(std::shared_ptr<const CouplingTensor> couplings) const
{
    return normalisedInput(m_card.normalisation, std::move(couplings));
}

Result<DistanceMap> Predictor::predict(std::shared_ptr<const CouplingTensor> couplings, int threads,
                                       const StopToken &stop, const Progress &progress) const
{
    return m_network->forward(inputFor(std::move(couplings)), threads, stop, progress);
}

} // namespace WhiteBox
