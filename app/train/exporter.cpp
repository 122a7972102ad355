// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/exporter.h"

#include "core/coevolution/couplingtensor.h"
#include "core/network/modelcard.h"
#include "core/network/safetensors.h"
#include "core/structure/distancemap.h"

#include <QCryptographicHash>
#include <QDate>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <torch/script.h>

#include <cmath>

namespace WhiteBox::Train {
namespace {

NamedTensor toNamed(const torch::Tensor &tensor)
{
    const auto values = tensor.detach().to(torch::kFloat32).contiguous();
    NamedTensor named;
    named.shape.assign(values.sizes().begin(), values.sizes().end());
    named.values.assign(values.data_ptr<float>(), values.data_ptr<float>() + values.numel());
    return named;
}

Result<void> saveWeights(const TrainNet &net, const QString &path)
{
    SafeTensors file;
    file.metadata[QStringLiteral("format")] = QStringLiteral("pt");
    for (int n = 0; n < 3; ++n) {
        const QString layer = QStringLiteral("conv%1").arg(n + 1);
        file.tensors[layer + QStringLiteral(".weight")] = toNamed(net->weight(n));
        file.tensors[layer + QStringLiteral(".bias")] = toNamed(net->bias(n));
    }
    return file.save(path);
}

/// The same network for Python: (441, L, L) or (B, 441, L, L) → (4, L, L) or (B, 4, L, L).
void saveTorchScript(const TrainNet &net, const QString &path)
{
    torch::jit::Module script("Distance15");
    std::string body = "def forward(self, x):\n";
    for (int n = 0; n < 3; ++n) {
        const std::string name = "conv" + std::to_string(n + 1);
        script.register_parameter(name + "_weight", net->weight(n).detach().clone(), false);
        script.register_parameter(name + "_bias", net->bias(n).detach().clone(), false);
        const std::string padding = std::to_string(net->spec().kernels[std::size_t(n)] / 2);
        body += "    x = torch.conv2d(x, self." + name + "_weight, self." + name + "_bias, [1, 1], [" +
                padding + ", " + padding + "])\n";
        if (n < 2)
            body += "    x = torch.relu(x)\n";
    }
    script.define(body + "    return x\n");
    script.eval();
    script.save(QFile::encodeName(path).toStdString());
}

QString sha256Of(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromLatin1(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex());
}

QJsonObject architectureOf(const NetSpec &spec)
{
    const std::array<int, 4> channels{kBlock, spec.widths[0], spec.widths[1], kDistanceChannels};
    QJsonArray layers;
    for (std::size_t n = 0; n < 3; ++n)
        layers.append(QJsonObject{{QStringLiteral("inputs"), channels[n]},
                                  {QStringLiteral("outputs"), channels[n + 1]},
                                  {QStringLiteral("kernel"), spec.kernels[n]}});
    return {{QStringLiteral("layers"), layers},
            {QStringLiteral("between"), QStringLiteral("ReLU, dropout (training only)")},
            {QStringLiteral("padding"), QStringLiteral("zero, same size")},
            {QStringLiteral("receptiveField"), spec.receptiveField()},
            {QStringLiteral("input"),
             QStringLiteral("441 x L x L: channel 21a + b of pair (i, j) is w_ij(a, b), states in "
                            "the order ARNDCQEGHILKMFPSTWYV-")}};
}

QJsonObject cardOf(const TrainNet &net, const ExportOptions &options)
{
    const QFileInfo weights(options.weightsPath);
    const QString script = weights.completeBaseName() + QStringLiteral(".pt");
    QJsonArray means;
    for (const float mean : options.meanDistanceBySeparation)
        means.append(std::round(double(mean) * 1000) / 1000);
    QJsonObject card = options.about;
    card[QStringLiteral("format")] = QStringLiteral("whitebox-model-card/1");
    card[QStringLiteral("name")] = weights.completeBaseName();
    card[QStringLiteral("date")] = QDate::currentDate().toString(Qt::ISODate);
    card[QStringLiteral("weightsFile")] = weights.fileName();
    card[QStringLiteral("weightsSha256")] = sha256Of(options.weightsPath);
    card[QStringLiteral("torchScriptFile")] = script;
    card[QStringLiteral("torchScriptSha256")] = sha256Of(weights.path() + QLatin1Char('/') + script);
    card[QStringLiteral("architecture")] = architectureOf(net->spec());
    card[QStringLiteral("normalisation")] = nameOf(options.normalisation);
    card[QStringLiteral("channels")] = QJsonArray::fromStringList(standardChannelNames());
    card[QStringLiteral("unit")] = QStringLiteral("angstrom");
    card[QStringLiteral("clampAngstrom")] = options.clampAngstrom;
    card[QStringLiteral("meanDistanceBySeparation")] = means;
    card[QStringLiteral("inputRange")] = QJsonObject{{QStringLiteral("least"), options.inputRange.first},
                                                     {QStringLiteral("most"), options.inputRange.second}};
    card[QStringLiteral("evaluation")] = options.evaluations;
    return card;
}

} // namespace

Result<void> exportModel(const TrainNet &net, const ExportOptions &options)
{
    if (auto saved = saveWeights(net, options.weightsPath); !saved.isOk())
        return saved;
    const QFileInfo weights(options.weightsPath);
    saveTorchScript(net,
                    weights.path() + QLatin1Char('/') + weights.completeBaseName() + QStringLiteral(".pt"));
    const QString path = ModelCard::pathFor(options.weightsPath);
    const QByteArray json = QJsonDocument(cardOf(net, options)).toJson();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return Error::io(path, QStringLiteral("The model card cannot be written"), file.errorString(),
                         QStringLiteral("Check the free space and the permissions of the folder."));
    return {};
}

} // namespace WhiteBox::Train
