// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli network: what somebody else's network is, and the card that says what its file does not.
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "core/pipeline/loadednetwork.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <string>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

struct NetworkCommand
{
    std::string file;
    bool trusted = false;
    std::string channels;
    std::string unit = "angstrom";
    std::string bins;
    bool probabilities = false;
    std::string normalisation = "none";
    bool writesCard = false; ///< one of those was given
};

/// Of the options; empty where none was given, so that a card that is there counts.
Result<std::optional<OutputMeaning>> meaningOf(const NetworkCommand &c)
{
    if (!c.writesCard)
        return std::optional<OutputMeaning>();
    OutputMeaning meaning;
    meaning.angstromPerUnit = c.unit == "nanometre" ? 10.0F : 1.0F;
    meaning.logits = !c.probabilities;
    if (!c.bins.empty()) {
        auto centres = parseBins(QString::fromStdString(c.bins));
        if (!centres.isOk())
            return std::move(centres).error();
        meaning.binCentres = std::move(centres).value();
    }
    return std::optional(meaning);
}

Result<QString> writeCard(const NetworkCommand &c, const ScriptFile &file, const OutputMeaning &meaning)
{
    QStringList channels;
    for (const QString &name : QString::fromStdString(c.channels).split(u',', Qt::SkipEmptyParts))
        channels << name.trimmed();
    const auto normalisation = normalisationOf(QString::fromStdString(c.normalisation));
    const auto card = cardFor(file, channels, meaning, *normalisation);
    if (!card.isOk())
        return card.error();
    const QString path = ModelCard::pathFor(file.path);
    auto saved = card.value().save(path);
    return saved.isOk() ? Result<QString>(path) : Result<QString>(std::move(saved).error());
}

QJsonObject describe(const ScriptFile &file)
{
    const TorchScript &script = file.script;
    const int field = script.network->receptiveField();
    const bool builtIn = !script.layers.empty();
    return {{QStringLiteral("file"), file.path},
            {QStringLiteral("sha256"), file.sha256},
            {QStringLiteral("outputs"), script.outputs},
            {QStringLiteral("distances"), script.network->outputChannels()},
            {QStringLiteral("receptiveField"), field > 0 ? QJsonValue(field) : QJsonValue()},
            {QStringLiteral("engine"), builtIn ? QStringLiteral("built-in") : QStringLiteral("LibTorch")},
            {QStringLiteral("notBuiltInBecause"), script.obstacle},
            {QStringLiteral("relus"), script.rectifiers},
            {QStringLiteral("otherNonlinearities"), QJsonArray::fromStringList(script.nonlinearities)},
            {QStringLiteral("channels"),
             file.card ? QJsonArray::fromStringList(file.card->channels) : QJsonArray()},
            {QStringLiteral("card"), file.card ? ModelCard::pathFor(file.path) : QString()}};
}

Result<QJsonObject> look(const NetworkCommand &c)
{
    const QString path = pathArgument(c.file);
    auto meaning = meaningOf(c);
    if (!meaning.isOk())
        return std::move(meaning).error();
    auto file = openScript(path, c.trusted ? TrustNetwork::Now : TrustNetwork::IfKnown, meaning.value());
    if (!file.isOk())
        return std::move(file).error();
    QJsonObject described = describe(file.value());
    if (!meaning.value())
        return described;
    auto card = writeCard(c, file.value(), *meaning.value());
    if (!card.isOk())
        return std::move(card).error();
    described.insert(QStringLiteral("card"), card.value());
    return described;
}

void print(const QJsonObject &d)
{
    const QJsonValue field = d[QStringLiteral("receptiveField")];
    const QString seen =
        field.isDouble() ? QStringLiteral("%1×%1").arg(field.toInt()) : tr("the whole protein");
    printLine(tr("(441, L, L) → %1 outputs, %2 distances; a pair sees %3")
                  .arg(d[QStringLiteral("outputs")].toInt())
                  .arg(d[QStringLiteral("distances")].toInt())
                  .arg(seen));
    const QString obstacle = d[QStringLiteral("notBuiltInBecause")].toString();
    printLine(obstacle.isEmpty() ? tr("runs in the built-in engine")
                                 : tr("runs in LibTorch, since it has: %1").arg(obstacle));
    const int relus = d[QStringLiteral("relus")].toInt();
    printLine(
        relus > 0
            ? tr("%1 ReLUs follow the method's rule").arg(relus)
            : tr("no ReLU was found: guided backpropagation and deconvnet are the plain gradient here"));
    QStringList others;
    for (const QJsonValue &name : d[QStringLiteral("otherNonlinearities")].toArray())
        others << name.toString();
    if (!others.isEmpty())
        printLine(
            tr("these keep their own gradient in every method: %1").arg(others.join(QStringLiteral(", "))));
    const QString card = d[QStringLiteral("card")].toString();
    printLine(card.isEmpty() ? tr("no card: raw couplings go in, Å come out; --channels and --bins write one")
                             : tr("card: %1").arg(card));
}

void execute(const NetworkCommand &c, Context &context)
{
    const auto looked = look(c);
    if (!looked.isOk())
        context.status = report(looked.error(), context);
    else if (context.json)
        printJson(looked.value());
    else
        print(looked.value());
}

} // namespace

void addNetworkCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand(
        "network", "Try somebody else's network (TorchScript), and write the card that tells what it gives");
    const auto c = std::make_shared<NetworkCommand>();
    command->add_option("file", c->file, "TorchScript, (1, 441, L, L) or (441, L, L) in, C maps out")
        ->required();
    command->add_flag("--trust-model", c->trusted,
                      "Run it, now and later: it is a program that can do what you can");
    const auto cardOption = [&](const char *name, std::string &value, const char *help) {
        return command->add_option(name, value, help)->each([c](const std::string &) {
            c->writesCard = true;
        });
    };
    cardOption("--channels", c->channels, "Names of the distances, such as CaCa,CaCb,CbCa,CbCb");
    cardOption("--unit", c->unit, "Of the distances")->check(CLI::IsMember({"angstrom", "nanometre"}));
    cardOption("--bins", c->bins,
               "Distograms: centres of the bins in Å, numbers and FIRST:STEP:COUNT, such as 22,2.25:0.5:36");
    command->add_flag("--probabilities", c->probabilities, "The bins are probabilities already, not logits");
    cardOption("--normalisation", c->normalisation, "What is done to couplings before the network sees them")
        ->check(CLI::IsMember({"none", "unit-rms", "above-background"}));
    command->callback([c, &context] { execute(*c, context); });
}

} // namespace WhiteBox::Cli
