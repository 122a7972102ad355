// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmodel.h"

#include "core/network/safetensors.h"
#include "tests/support/referencenet.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace WhiteBox::Test {

namespace {

const std::vector<int> kWidths = {441, 4, 4, 4};
const std::vector<int> kKernels = {7, 5, 5};

QJsonObject cardOf(const QByteArray &weights)
{
    const QByteArray hash = QCryptographicHash::hash(weights, QCryptographicHash::Sha256).toHex();
    return {{QStringLiteral("name"), QStringLiteral("test network")},
            {QStringLiteral("date"), QStringLiteral("2018-07-01")},
            {QStringLiteral("weightsSha256"), QString::fromLatin1(hash)},
            {QStringLiteral("normalisation"), QStringLiteral("unit-rms")},
            {QStringLiteral("channels"), QJsonArray{QStringLiteral("CaCa"), QStringLiteral("CaCb"),
                                                    QStringLiteral("CbCa"), QStringLiteral("CbCb")}},
            {QStringLiteral("architecture"), QJsonObject{{QStringLiteral("receptiveField"), 15}}}};
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

QString writeTestModel(const QString &folder, unsigned seed)
{
    SafeTensors file;
    int number = 0;
    for (const auto &layer : randomLayers(kWidths, kKernels, seed)) {
        const QString name = QStringLiteral("conv%1").arg(++number);
        file.tensors[name + QStringLiteral(".weight")] = {
            {layer.outputs, layer.inputs, layer.kernel, layer.kernel}, layer.weights};
        file.tensors[name + QStringLiteral(".bias")] = {{layer.outputs}, layer.bias};
    }
    const QByteArray bytes = file.serialise();
    const QString path = QDir(folder).filePath(QStringLiteral("model%1.safetensors").arg(seed));
    const QString card = QDir(folder).filePath(QStringLiteral("model%1.json").arg(seed));
    const bool written = write(path, bytes) && write(card, QJsonDocument(cardOf(bytes)).toJson());
    return written ? path : QString();
}

Result<std::shared_ptr<const Explainer>> testExplainer(const InputStack &input, unsigned seed,
                                                       const StopToken &stop)
{
    auto network = ConvNet::fromLayers(randomLayers(kWidths, kKernels, seed));
    if (!network.isOk())
        return std::move(network).error();
    return Explainer::create(std::make_shared<const ConvNet>(std::move(network).value()), input, 1, stop);
}

Result<std::shared_ptr<const Explainer>> testExplainer(int length, unsigned seed, const StopToken &stop)
{
    return testExplainer(InputStack(std::make_shared<const CouplingTensor>(randomCouplings(length, seed))),
                         seed, stop);
}

} // namespace WhiteBox::Test
