// SPDX-License-Identifier: GPL-3.0-or-later
// The plugin: from the bytes of a TorchScript file to a network that is known to run.
#include "app/torchplugin/receptivefieldprobe.h"
#include "app/torchplugin/scriptnetwork.h"
#include "core/attribution/foreignnetwork.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <ATen/ops/all.h>
#include <ATen/ops/isfinite.h>
#include <ATen/ops/zeros.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/serialization/import.h>

#include <cmath>
#include <cstring>
#include <sstream>

namespace WhiteBox::Torch {

namespace {

constexpr int kShapeLength = 19; ///< of the input on which the shapes are tried: no divisor of a usual one
constexpr int kProbeLength = 65; ///< receptive fields up to here are found

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TorchEngine)
};

Error unusable(ErrorKind kind, const QString &name, const QString &why, const QString &remedy)
{
    return Error{kind, Text::tr("The network cannot be used"), why, remedy, name};
}

Error wrongShape(const QString &name, const QString &found)
{
    return unusable(
        ErrorKind::Mismatch, name,
        Text::tr("expected (1, 441, L, L) or (441, L, L) in and (1, C, L, L) or (C, L, L) out; %1")
            .arg(found),
        Text::tr("Export a network that takes couplings, channel 21a + b, and keeps their size."));
}

QString shapeText(at::IntArrayRef sizes)
{
    QStringList parts;
    for (const std::int64_t size : sizes)
        parts << QString::number(size);
    return QStringLiteral("(%1)").arg(parts.join(QStringLiteral(", ")));
}

Result<torch::jit::Module> readModule(const QByteArray &bytes, const QString &name)
{
    try {
        std::istringstream stream(bytes.toStdString());
        torch::jit::Module module = torch::jit::load(stream, at::Device(at::kCPU));
        module.eval();
        return module;
    } catch (const std::exception &exception) {
        Error error = Error::parse(
            name, 0, Text::tr("this is no TorchScript, or it is incomplete (%1)").arg(errorOf(exception).why),
            Text::tr("Save the network with torch.jit.script(net).save(FILE), not with torch.save, and copy "
                     "all of "
                     "it."));
        error.what = Text::tr("The network cannot be read");
        return error;
    }
}

/// The first weight or buffer that has a value that is not finite, or empty.
QString notFinite(const torch::jit::Module &module)
{
    const auto isBad = [](const at::Tensor &tensor) {
        return tensor.is_floating_point() && !at::isfinite(tensor).all().item<bool>();
    };
    for (const auto &parameter : module.named_parameters())
        if (isBad(parameter.value))
            return QString::fromStdString(parameter.name);
    for (const auto &buffer : module.named_buffers())
        if (isBad(buffer.value))
            return QString::fromStdString(buffer.name);
    return {};
}

/// Runs the network once to see what it takes and gives. Throws what it throws when it takes neither form.
Result<ScriptForm> tryShapes(const Graph &graph, const c10::IValue &self, const QString &name)
{
    const at::NoGradGuard noGradients;
    const torch::jit::Code code(graph, "shapes");
    ScriptForm form;
    c10::IValue output;
    try {
        output = rawOutput(code, self, at::zeros({1, kBlock, kShapeLength, kShapeLength}));
    } catch (const std::exception &first) {
        form.batched = false;
        try {
            output = rawOutput(code, self, at::zeros({kBlock, kShapeLength, kShapeLength}));
        } catch (const std::exception &) {
            return wrongShape(
                name, Text::tr("given (1, 441, %1, %1), %2").arg(kShapeLength).arg(errorOf(first).why));
        }
    }
    if (!output.isTensor())
        return wrongShape(name, Text::tr("found a %1 as its output")
                                    .arg(QString::fromStdString(output.type()->annotation_str())));
    const auto sizes = output.toTensor().sizes();
    const bool batchOfOne = sizes.size() == 4 && sizes[0] == 1;
    const auto map = batchOfOne ? sizes.slice(1) : sizes;
    if (map.size() != 3 || map[0] < 1 || map[1] != kShapeLength || map[2] != kShapeLength)
        return wrongShape(name, Text::tr("found %1 for L = %2").arg(shapeText(sizes)).arg(kShapeLength));
    form.outputs = int(map[0]);
    return form;
}

Result<void> checkMeaning(const ScriptForm &form, const QString &name)
{
    const auto bins = int(form.meaning.binCentres.size());
    if (bins == 0 || form.outputs % bins == 0)
        return {};
    return unusable(
        ErrorKind::Mismatch, name,
        Text::tr("it has %1 outputs, which are no multiple of %2 bins").arg(form.outputs).arg(bins),
        Text::tr("Give as many bins as the network has for each distance."));
}

/// The graph of the network's forward(), everything inlined.
Result<torch::jit::Module> freeze(torch::jit::Module module, const QString &name)
{
    try {
        module.to(at::kFloat);
        return torch::jit::freeze(module);
    } catch (const std::exception &exception) {
        return unusable(ErrorKind::Unsupported, name,
                        Text::tr("its graph cannot be frozen: %1").arg(errorOf(exception).why),
                        Text::tr("Export it in evaluation mode, with a method forward(x)."));
    }
}

std::vector<ConvLayer> inAngstrom(std::vector<ConvLayer> layers, float angstromPerUnit)
{
    for (std::vector<float> *values : {&layers.back().weights, &layers.back().bias})
        for (float &value : *values)
            value *= angstromPerUnit;
    return layers;
}

int fieldOf(const std::vector<ConvLayer> &layers)
{
    int side = 1;
    for (const ConvLayer &layer : layers)
        side += layer.kernel - 1;
    return side;
}

/// What is known of a network that runs.
Result<TorchScript> describe(const Graph &graph, const c10::IValue &self, ScriptForm form)
{
    TorchScript script;
    Conversion conversion = convolutionsOf(*graph);
    script.outputs = form.outputs;
    script.rectifiers = countRectifiers(graph);
    script.nonlinearities = otherNonlinearities(graph);
    script.obstacle = conversion.obstacle;
    if (form.meaning.isDistogram() && script.obstacle.isEmpty())
        script.obstacle = Text::tr("its outputs are bins");
    form.receptiveField = conversion.layers.empty() ? 0 : fieldOf(conversion.layers);
    const auto network = std::make_shared<const ScriptNetwork>(graph, self, form);
    script.network = network;
    if (conversion.layers.empty()) {
        auto field = probeReceptiveField(*network, kProbeLength);
        if (!field.isOk())
            return std::move(field).error();
        form.receptiveField = field.value();
        script.network = network->reformed(form);
    }
    if (script.obstacle.isEmpty())
        script.layers = inAngstrom(std::move(conversion.layers), form.meaning.angstromPerUnit);
    return script;
}

Result<TorchScript> loadScript(const QByteArray &bytes, const QString &name, const OutputMeaning &meaning)
{
    auto module = readModule(bytes, name);
    if (!module.isOk())
        return std::move(module).error();
    if (const QString bad = notFinite(module.value()); !bad.isEmpty())
        return unusable(ErrorKind::Mismatch, name, Text::tr("%1 has values that are not finite").arg(bad),
                        Text::tr("Train or export it again."));
    auto frozen = freeze(std::move(module).value(), name);
    if (!frozen.isOk())
        return std::move(frozen).error();
    const Graph graph = frozen.value().get_method("forward").graph();
    if (graph->inputs().size() != 2)
        return wrongShape(name, Text::tr("its forward() takes %1 arguments").arg(graph->inputs().size() - 1));
    auto form = tryShapes(graph, frozen.value()._ivalue(), name);
    if (!form.isOk())
        return std::move(form).error();
    form.value().meaning = meaning;
    form.value().fingerprint =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    if (auto fits = checkMeaning(form.value(), name); !fits.isOk())
        return std::move(fits).error();
    return describe(graph, frozen.value()._ivalue(), std::move(form).value());
}

class Engine : public TorchEngine
{
public:
    Result<TorchScript> load(const QByteArray &bytes, const QString &name,
                             const OutputMeaning &meaning) const override
    {
        try {
            auto script = loadScript(bytes, name, meaning);
            if (script.isOk() || !script.error().file.isEmpty())
                return script;
            Error error = std::move(script).error();
            error.file = name;
            return error;
        } catch (const std::exception &exception) {
            Error error = errorOf(exception);
            error.file = name;
            return error;
        }
    }
};

} // namespace

} // namespace WhiteBox::Torch

extern "C" __attribute__((visibility("default"))) const WhiteBox::TorchEngine *
whiteboxTorchEngine(const char *version)
{
    static const WhiteBox::Torch::Engine engine;
    return std::strcmp(version, WHITEBOX_VERSION) == 0 ? &engine : nullptr;
}
