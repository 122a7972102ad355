// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "core/pipeline/setup.h"
#include "core/store/jobrecord.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <string>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

struct CheckCommand
{
    std::string database;
    std::string model;
    std::string jackhmmer;
};

QString textOf(const std::string &text)
{
    return pathArgument(text);
}

QJsonObject itemJson(const SetupItem &item)
{
    QJsonObject json{{QStringLiteral("id"), item.id},
                     {QStringLiteral("name"), item.name},
                     {QStringLiteral("ok"), item.ok},
                     {QStringLiteral("path"), item.path},
                     {QStringLiteral("version"), item.version}};
    if (!item.ok)
        json[QStringLiteral("error")] = toJson(item.error);
    return json;
}

void printItem(const SetupItem &item)
{
    printLine(QStringLiteral("%1  %2").arg(item.ok ? tr("ok     ") : tr("MISSING"), item.name));
    if (item.ok) {
        const QStringList facts =
            QStringList{item.path, item.version}.filter(QRegularExpression(QStringLiteral(".")));
        printLine(QStringLiteral("         %1").arg(facts.join(QStringLiteral(", "))));
        return;
    }
    printLine(QStringLiteral("         %1").arg(item.error.text()));
}

int execute(const CheckCommand &c, const Context &context)
{
    JobParameters parameters;
    parameters.database = textOf(c.database);
    parameters.model = textOf(c.model);
    parameters.jackhmmer = textOf(c.jackhmmer);
    const auto items = checkSetup(parameters);
    const bool good = std::ranges::all_of(items, &SetupItem::ok);
    if (context.json) {
        QJsonArray array;
        for (const auto &item : items)
            array << itemJson(item);
        printJson({{QStringLiteral("ok"), good}, {QStringLiteral("items"), array}});
    } else {
        std::ranges::for_each(items, printItem);
    }
    return good ? 0 : exitStatusOf(ErrorKind::MissingTool);
}

} // namespace

void addCheckCommand(CLI::App &app, Context &context)
{
    auto *command =
        app.add_subcommand("check", "Check what jobs need: search program, database, network, job library");
    const auto settings = std::make_shared<CheckCommand>();
    command->add_option("--database", settings->database,
                        "FASTA file of proteins; without: the example's database");
    command->add_option("--model", settings->model,
                        "Network of jobs (.safetensors with its card beside it); without: the shipped one");
    command->add_option("--jackhmmer", settings->jackhmmer, "The program; without: from PATH");
    command->callback([settings, &context] { context.status = execute(*settings, context); });
}

} // namespace WhiteBox::Cli
