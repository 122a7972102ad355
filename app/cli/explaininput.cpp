// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explaininput.h"

#include "app/cli/arguments.h"
#include "app/cli/resultinput.h"
#include "core/alignment/alignmentreader.h"
#include "core/base/systemmemory.h"
#include "core/coevolution/ccmpredfiles.h"
#include "core/coevolution/pottsmodel.h"
#include "core/export/npy.h"
#include "core/pipeline/resultmodel.h"
#include "core/sequence/inputfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <CLI/CLI.hpp>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

Error wrongShape(const QString &path, const NpyArray &array)
{
    return Error{ErrorKind::Mismatch, tr("The array is no input of the network"),
                 tr("its shape is %1, expected (441, L, L) or (L, L, 21, 21)").arg(array.shapeText()),
                 tr("Give couplings with channel 21a + b first, or with the two amino acids last."), path};
}

/// What a file is called that names no protein.
QString nameOf(const QString &path)
{
    return QFileInfo(path).completeBaseName();
}

/// What was taken for an alignment because it was nothing else may have been meant otherwise.
Error unknownSource(Error error)
{
    if (error.kind == ErrorKind::Parse && error.line == 0)
        error.remedy =
            tr("Give an alignment (Stockholm, A2M, A3M, aligned FASTA, .aln), couplings (ccmpred's raw or "
               "braw), an NPY array or a result.");
    return error;
}

Result<CliInput> inputOfArray(const QString &path)
{
    auto array = loadNpy(path);
    if (!array.isOk())
        return std::move(array).error();
    const auto &shape = array.value().shape;
    const bool channelsFirst = shape.size() == 3 && shape[0] == kBlock && shape[1] == shape[2];
    const bool channelsLast =
        shape.size() == 4 && shape[0] == shape[1] && shape[2] == kStates && shape[3] == kStates;
    const qint64 length = shape.size() > 1 ? shape[1] : 0;
    if ((!channelsFirst && !channelsLast) || length < 1)
        return wrongShape(path, array.value());
    auto memory = checkMemory(8.0 * double(array.value().count()), tr("Reading the array"),
                              tr("Take a shorter protein."));
    if (!memory.isOk())
        return std::move(memory).error();
    std::vector<float> values = array.value().toFloats();
    if (auto finite = checkFinite(values, shape, path); !finite.isOk())
        return std::move(finite).error();
    if (channelsFirst) {
        std::vector<float> turned(values.size());
        const std::size_t pairs = values.size() / kBlock;
        for (std::size_t channel = 0; channel < kBlock; ++channel)
            for (std::size_t pair = 0; pair < pairs; ++pair)
                turned[pair * kBlock + channel] = values[channel * pairs + pair];
        values = std::move(turned);
    }
    return CliInput{InputStack::fromDense(int(length), std::move(values)), {}, {}, nameOf(path)};
}

Result<CliInput> inputOfResult(const QString &text, CliModel &model)
{
    auto result = loadResultOf(text);
    if (!result.isOk())
        return std::move(result).error();
    if (model.isDefault) {
        // Another network's explanations would not be the result's.
        auto own = loadModelOf(result.value());
        if (!own.isOk())
            return std::move(own).error();
        model = CliModel{LoadedNetwork::of(*own.value()), true};
    }
    const Sequence &query = result.value().query;
    return CliInput{model.inputFor(result.value().couplings), query.residues, result.value().warnings,
                    query.name, result.value().structure};
}

Result<CliInput> inputOfAlignment(const QString &path, const CliModel &model, int threads,
                                  const Context &context)
{
    auto file = loadAlignment(path);
    if (!file.isOk())
        return unknownSource(std::move(file).error());
    PottsOptions options;
    options.threads = threads;
    auto fit = inferCouplings(file.value().alignment, options, context.stop, terminalProgress());
    clearProgressLine();
    if (!fit.isOk())
        return std::move(fit).error();
    auto couplings = std::make_shared<const CouplingTensor>(std::move(fit.value().couplings));
    const Sequence &query = file.value().query;
    return CliInput{model.inputFor(std::move(couplings)), query.residues, file.value().notices, query.name};
}

QByteArray headOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(64) : QByteArray();
}

/// ccmpred's files: msgpack begins with a small map, the text with L lines of 20 numbers.
bool looksLikeCouplings(const QByteArray &head)
{
    const auto first = head.isEmpty() ? uchar(0) : uchar(head[0]);
    return (first & 0xF0U) == 0x80U ||
           (!head.isEmpty() && QByteArray("0123456789+-.").contains(head[0]) && head.contains('\t'));
}

} // namespace

void addModelOptions(CLI::App &command, ModelAsk &ask, const std::string &otherwise)
{
    command.add_option("--model", ask.path,
                       "Network: safetensors or TorchScript, its card beside it where it has one; default: " +
                           otherwise);
    command.add_flag("--trust-model", ask.trusted,
                     "Run the TorchScript file, now and later: it is a program that can do what you can");
}

Result<CliModel> loadCliModel(const ModelAsk &ask)
{
    if (ask.path.empty()) {
        const auto shipped = Predictor::loadShipped();
        if (!shipped.isOk())
            return shipped.error();
        return CliModel{LoadedNetwork::of(*shipped.value()), true};
    }
    auto loaded =
        loadNetworkFile(pathArgument(ask.path), ask.trusted ? TrustNetwork::Now : TrustNetwork::IfKnown);
    if (!loaded.isOk())
        return std::move(loaded).error();
    return CliModel{std::move(loaded).value(), false};
}

Result<CliInput> loadCliInput(const QString &text, CliModel &model, int threads, const Context &context)
{
    if (!QFileInfo::exists(text) || isResultFile(text))
        return inputOfResult(text, model);
    const QByteArray head = headOf(text);
    if (head.startsWith(QByteArray("\x93NUMPY", 6)))
        return inputOfArray(text);
    if (looksLikeCouplings(head)) {
        auto couplings = loadCouplings(text);
        if (!couplings.isOk())
            return std::move(couplings).error();
        return CliInput{model.inputFor(std::make_shared<const CouplingTensor>(std::move(couplings).value())),
                        {},
                        {},
                        nameOf(text)};
    }
    return inputOfAlignment(text, model, threads, context);
}

} // namespace WhiteBox::Cli
