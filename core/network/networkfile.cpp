// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/networkfile.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <limits>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NetworkFile)
};

Error mismatch(const QString &path, const QString &why)
{
    return Error{ErrorKind::Mismatch, Text::tr("The network cannot be used"), why,
                 Text::tr("Only chains of square convolutions with a ReLU between each two are read."), path};
}

/// "features.10" after "features.2".
int numberIn(const QString &name)
{
    static const QRegularExpression digits(QStringLiteral("(\\d{1,6})"));
    const auto match = digits.match(name);
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

Result<ConvLayer> layerFrom(const SafeTensors &file, const QString &name, const QString &path)
{
    const NamedTensor &weight = file.tensors.at(name + QStringLiteral(".weight"));
    const auto &shape = weight.shape;
    for (const std::int64_t extent : shape)
        if (extent < 1 || extent > std::numeric_limits<std::int16_t>::max())
            return mismatch(path, Text::tr("%1.weight has an extent of %2").arg(name).arg(extent));
    if (shape[2] != shape[3])
        return mismatch(path, Text::tr("the kernel of %1 is %2 by %3").arg(name).arg(shape[2]).arg(shape[3]));
    ConvLayer layer;
    layer.outputs = int(shape[0]);
    layer.inputs = int(shape[1]);
    layer.kernel = int(shape[2]);
    layer.weights = weight.values;
    const auto bias = file.tensors.find(name + QStringLiteral(".bias"));
    layer.bias = bias == file.tensors.end() ? std::vector<float>(std::size_t(layer.outputs), 0.0F)
                                            : bias->second.values;
    return layer;
}

} // namespace

Result<ConvNet> networkFrom(const SafeTensors &file, const QString &path)
{
    std::multimap<int, QString> names;
    for (const auto &[name, tensor] : file.tensors) {
        const bool isWeight = name.endsWith(QStringLiteral(".weight"));
        if (isWeight && tensor.shape.size() == 4)
            names.emplace(numberIn(name), name.chopped(7));
        else if (isWeight || !name.endsWith(QStringLiteral(".bias")))
            return mismatch(path, Text::tr("\"%1\" belongs to no convolution").arg(name.left(80)));
    }
    std::vector<ConvLayer> layers;
    for (const auto &[number, name] : names) {
        auto layer = layerFrom(file, name, path);
        if (!layer.isOk())
            return std::move(layer).error();
        layers.push_back(std::move(layer).value());
    }
    auto network = ConvNet::fromLayers(std::move(layers));
    if (network.isOk())
        return network;
    Error error = std::move(network).error();
    error.file = path;
    return error;
}

Result<ConvNet> loadNetwork(const QString &safetensorsPath)
{
    auto file = SafeTensors::load(safetensorsPath);
    return file.isOk() ? networkFrom(file.value(), safetensorsPath) : std::move(file).error();
}

} // namespace WhiteBox
