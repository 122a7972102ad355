// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/convnet.h"

#include "core/network/forwardpass.h"
#include "core/network/packedlayer.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConvNet)
};

Error mismatch(const QString &why)
{
    Error error;
    error.kind = ErrorKind::Mismatch;
    error.what = Text::tr("The network cannot be used");
    error.why = why;
    error.remedy = Text::tr("Choose another model file.");
    return error;
}

/// Index of the first value that is not finite, or −1.
std::ptrdiff_t firstNotFinite(const std::vector<float> &values)
{
    const auto found =
        std::find_if_not(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
    return found == values.end() ? -1 : found - values.begin();
}

/// Empty where all are finite.
QString flawOfNumbers(const ConvLayer &layer, int number)
{
    if (const std::ptrdiff_t at = firstNotFinite(layer.bias); at >= 0)
        return Text::tr("bias [%1] of layer %2 is %3")
            .arg(at)
            .arg(number)
            .arg(double(layer.bias[std::size_t(at)]));
    const std::ptrdiff_t at = firstNotFinite(layer.weights);
    if (at < 0)
        return {};
    const std::ptrdiff_t area = std::ptrdiff_t(layer.kernel) * layer.kernel;
    return Text::tr("weight [%1, %2, %3, %4] of layer %5 is %6")
        .arg(at / (area * layer.inputs))
        .arg(at / area % layer.inputs)
        .arg(at % area / layer.kernel)
        .arg(at % layer.kernel)
        .arg(number)
        .arg(double(layer.weights[std::size_t(at)]));
}

/// Empty where the layer is sound, else what is wrong with it. number counts from 1.
QString flawOf(const ConvLayer &layer, int number)
{
    if (layer.inputs < 1 || layer.outputs < 1 || layer.kernel < 1 || layer.kernel % 2 == 0)
        return Text::tr("layer %1 has %2 inputs, %3 outputs and kernel %4; an odd kernel was expected")
            .arg(number)
            .arg(layer.inputs)
            .arg(layer.outputs)
            .arg(layer.kernel);
    const std::size_t expected = std::size_t(layer.outputs) * std::size_t(layer.inputs) *
                                 std::size_t(layer.kernel) * std::size_t(layer.kernel);
    if (layer.weights.size() != expected)
        return Text::tr("layer %1 has %2 weights, expected %3")
            .arg(number)
            .arg(layer.weights.size())
            .arg(expected);
    if (layer.bias.size() != std::size_t(layer.outputs))
        return Text::tr("layer %1 has %2 biases, expected %3")
            .arg(number)
            .arg(layer.bias.size())
            .arg(layer.outputs);
    return flawOfNumbers(layer, number);
}

} // namespace

Result<ConvNet> ConvNet::fromLayers(std::vector<ConvLayer> layers)
{
    if (layers.empty())
        return mismatch(Text::tr("it has no layers"));
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const QString flaw = flawOf(layers[l], int(l) + 1);
        if (!flaw.isEmpty())
            return mismatch(flaw);
        if (l > 0 && layers[l].inputs != layers[l - 1].outputs)
            return mismatch(Text::tr("layer %1 takes %2 channels, but layer %3 gives %4")
                                .arg(l + 1)
                                .arg(layers[l].inputs)
                                .arg(l)
                                .arg(layers[l - 1].outputs));
    }
    ConvNet net;
    std::vector<PackedLayer> packed;
    packed.reserve(layers.size());
    for (const ConvLayer &layer : layers)
        packed.push_back(PackedLayer::pack(layer));
    net.m_packed = std::make_shared<const std::vector<PackedLayer>>(std::move(packed));
    net.m_layers = std::move(layers);
    return net;
}

int ConvNet::receptiveField() const
{
    int side = 1;
    for (const ConvLayer &layer : m_layers)
        side += layer.kernel - 1;
    return side;
}

Result<DistanceMap> ConvNet::forward(const InputStack &input, int threads, const StopToken &stop,
                                     const Progress &progress, const HiddenRowReceiver &hidden) const
{
    if (m_layers.empty())
        return mismatch(Text::tr("it has no layers"));
    if (inputChannels() != kBlock)
        return mismatch(
            Text::tr("it takes %1 channels, but couplings have %2").arg(inputChannels()).arg(kBlock));
    return ForwardPass(*m_packed, input, std::max(threads, 1), stop, hidden).run(progress);
}

} // namespace WhiteBox
