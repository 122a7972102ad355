// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explanationask.h"

#include "app/cli/arguments.h"
#include "core/attribution/jacobian.h"
#include "core/attribution/questionkeys.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

Result<int> channelOf(const std::string &text, const LoadedNetwork &network)
{
    const auto *const named = std::find(kChannelKeys.begin(), kChannelKeys.end(), text);
    bool isNumber = true;
    int channel = named != kChannelKeys.end() ? int(named - kChannelKeys.begin())
                                              : QString::fromStdString(text).toInt(&isNumber);
    if (const auto own = network.channelNames().indexOf(QString::fromStdString(text)); own >= 0) {
        channel = int(own);
        isNumber = true;
    }
    if (isNumber && channel >= 0 && channel < network.outputChannels())
        return channel;
    return Error{ErrorKind::InvalidInput, tr("There is no channel \"%1\"").arg(QString::fromStdString(text)),
                 tr("the network has %1 outputs").arg(network.outputChannels()),
                 tr("Give aa, ab, ba or bb, a name of %1, or the number of an output, counted from 0.")
                     .arg(network.channelNames().join(QStringLiteral(", ")))};
}

} // namespace

void addAskOptions(CLI::App &command, ExplanationAsk &ask, AskPair pair, AskMethods methods)
{
    ask.threads = defaultThreads();
    command
        .add_option(
            "result", ask.source,
            "Id of a stored job, result file (HDF5), alignment (its couplings are computed), couplings (raw, "
            "braw), or NPY array (441, L, L) or (L, L, 21, 21), which the network is given as it is")
        ->required();
    if (pair == AskPair::Needed)
        command.add_option("--pair", ask.pair, "Residues counted from 1: I,J or with letters L12-V40")
            ->required();
    command
        .add_option("--channel", ask.channel,
                    "Distance: aa, ab, ba or bb (Ca and Cb at i and j), the name of one of the network's "
                    "outputs, or its number from 0")
        ->capture_default_str();
    const auto *const last = methods == AskMethods::All ? kMethodKeys.end() : kMethodKeys.begin() + 3;
    const std::vector<std::string> names(kMethodKeys.begin(), last);
    std::string help = "plain (gradient), deconvnet, or guided (backpropagation)";
    if (methods == AskMethods::All)
        help += "; inputxgradient, integrated (gradients) and smoothgrad are made of plain gradients";
    command.add_option("--method", ask.method, help)->check(CLI::IsMember(names))->capture_default_str();
    command.add_option("--target", ask.target, "Explain what raises or what lowers the distance")
        ->check(CLI::IsMember({"raises", "lowers"}))
        ->capture_default_str();
    addModelOptions(command, ask.model, "the one that predicted the result, else the shipped one");
    command.add_option("-t,--threads", ask.threads, "Threads")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
}

Result<Asked> loadAsked(const ExplanationAsk &ask, const Context &context)
{
    Asked asked;
    auto model = loadCliModel(ask.model);
    if (!model.isOk())
        return std::move(model).error();
    asked.model = std::move(model).value();
    if (!asked.model.card)
        printNotice(tr("The network has no model card: it is given the couplings as they are."), context);
    // Before the couplings of an alignment are computed, and again: a result brings its own network.
    if (const auto channel = channelOf(ask.channel, asked.model); !channel.isOk())
        return channel.error();
    auto source = loadCliInput(pathOf(ask.source), asked.model, ask.threads, context);
    if (!source.isOk())
        return std::move(source).error();
    const auto channel = channelOf(ask.channel, asked.model);
    if (!channel.isOk())
        return channel.error();
    asked.residues = source.value().residues;
    asked.notices = source.value().notices;
    asked.structure = std::move(source.value().structure);
    if (!ask.pair.empty()) {
        const auto pair = ResiduePair::parse(QString::fromStdString(ask.pair), source.value().input.length(),
                                             asked.residues);
        if (!pair.isOk())
            return pair.error();
        asked.pair = pair.value();
    }
    for (const QString &notice : asked.notices)
        printNotice(notice, context);
    auto explainer = asked.model.explainerOf(source.value().input, ask.threads, context.stop);
    if (!explainer.isOk())
        return std::move(explainer).error();
    asked.explainer = std::move(explainer).value();
    asked.method = methodOfKey(QString::fromStdString(ask.method)).value_or(ExplanationMethod::Guided);
    asked.question = {channel.value(), ruleOf(asked.method),
                      ask.target == "lowers" ? AttributionTarget::LowersDistance
                                             : AttributionTarget::RaisesDistance};
    asked.threads = ask.threads;
    return asked;
}

Result<MethodExplanation> explainAsked(const Asked &asked, const StopToken &stop)
{
    return explainBy(asked.method, *asked.explainer, asked.pair, asked.question.channel,
                     asked.question.target, stop);
}

Result<GradientWindow> explanationOf(const Asked &asked, const StopToken &stop)
{
    auto explanation = explainAsked(asked, stop);
    if (!explanation.isOk())
        return std::move(explanation).error();
    return std::move(explanation.value().window);
}

QString unitOf(const Asked &asked)
{
    return isInAngstrom(asked.method) ? QStringLiteral("Å")
                                      : QStringLiteral("Å per unit of the network's input");
}

QJsonObject describeAsked(const Asked &asked, bool withPair)
{
    const Explainer &explainer = *asked.explainer;
    const ResiduePair pair = asked.pair;
    QJsonObject described{
        {QStringLiteral("channel"), asked.question.channel},
        {QStringLiteral("method"), methodName(asked.method)},
        {QStringLiteral("target"), asked.question.target == AttributionTarget::RaisesDistance
                                       ? QStringLiteral("raises")
                                       : QStringLiteral("lowers")},
        {QStringLiteral("unit"), unitOf(asked)},
        {QStringLiteral("length"), explainer.input().length()},
        {QStringLiteral("inputScale"), double(explainer.input().scale())},
        {QStringLiteral("model"), asked.model.path},
        {QStringLiteral("notices"), QJsonArray::fromStringList(asked.notices)}};
    if (withPair) {
        described.insert(QStringLiteral("pair"), QJsonArray{pair.i + 1, pair.j + 1});
        described.insert(QStringLiteral("pairText"), pair.text(asked.residues));
        described.insert(QStringLiteral("inputScale"), double(explainer.input().factor(pair.i, pair.j)));
        described.insert(QStringLiteral("predictedAngstrom"),
                         double(explainer.output().at(asked.question.channel, pair.i, pair.j)));
    }
    return described;
}

QString methodName(ExplanationMethod method)
{
    return QLatin1String(kMethodKeys[std::size_t(method)]);
}

QJsonValue numberOrNull(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QString pathOf(const std::string &text)
{
    return pathArgument(text);
}

QStringList acidLabels()
{
    QStringList labels;
    for (int state = 0; state < kStates; ++state)
        labels << QString(QLatin1Char(letterOf(state)));
    return labels;
}

QStringList acidPairLabels()
{
    QStringList labels;
    for (const QString &a : acidLabels())
        for (const QString &b : acidLabels())
            labels << a + b;
    return labels;
}

std::vector<ArrayAxis> windowAxes(int side)
{
    return {{QStringLiteral("amino acid at i"), kStates, 0, acidLabels()},
            {QStringLiteral("amino acid at j"), kStates, 0, acidLabels()},
            {QStringLiteral("offset of i"), side, -(side / 2), {}},
            {QStringLiteral("offset of j"), side, -(side / 2), {}}};
}

NamedArray windowArray(const QString &name, const QString &unit, GradientWindow window)
{
    markOutside(window);
    return {name, unit, windowAxes(window.side), std::move(window.values)};
}

} // namespace WhiteBox::Cli
