// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli jobs trim: takes out of the library what can be computed again.
#include "app/cli/commands.h"
#include "app/cli/jobscommand.h"
#include "core/pipeline/storetrim.h"
#include "core/store/jobstore.h"
#include "core/store/storesize.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace WhiteBox::Cli {

namespace {

struct TrimCommand
{
    std::vector<std::string> ids;
    int days = -1;
    int newest = -1;
    int gigabytes = -1;
    bool unfinished = false;
    bool dryRun = false;

    Retention retention() const
    {
        if (days >= 0)
            return {Retention::Keep::Days, days};
        if (newest >= 0)
            return {Retention::Keep::Newest, newest};
        return gigabytes >= 0 ? Retention{Retention::Keep::Gigabytes, gigabytes} : Retention();
    }
};

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

/// Of the jobs that were named, or of those that the options give up.
struct Choice
{
    std::vector<TrimItem> items;
    qint64 stored = 0; ///< bytes of the whole library
};

Result<Choice> choose(const JobStore &store, const TrimCommand &c)
{
    if (c.ids.empty() && c.retention().keep == Retention::Keep::Always && !c.unfinished)
        return Error{ErrorKind::InvalidInput, tr("There is nothing to trim"), tr("no job was named"),
                     tr("Name ids of jobs, or give --days, --newest, --gigabytes or --unfinished.")};
    // Of those that were named, all goes that can.
    const auto plan = planTrim(store, c.ids.empty() ? c.retention() : Retention{Retention::Keep::Newest, 0});
    if (!plan.isOk())
        return plan.error();
    if (c.ids.empty())
        return Choice{plan.value().chosen(c.unfinished), plan.value().stored};
    Choice choice{{}, plan.value().stored};
    const auto all = plan.value().chosen(true);
    for (const std::string &id : c.ids) {
        const auto item = std::ranges::find(all, QString::fromStdString(id), &TrimItem::id);
        choice.items.push_back(item != all.end() ? *item : TrimItem{QString::fromStdString(id), {}, 0});
    }
    return choice;
}

/// On stderr with --json too: the document on stdout tells what was trimmed.
int complain(const Error &error)
{
    return report(error, Context());
}

/// What an unfinished job has computed goes only where that was said.
Result<void> checkAgreed(const JobStore &store, const TrimItem &item, bool unfinished)
{
    if (unfinished || item.kind == TrimKind::Finished)
        return {};
    const auto job = store.find(item.id);
    if (!job.isOk())
        return job.error();
    return Error{
        ErrorKind::InvalidInput, tr("The job %1 was not trimmed").arg(item.name),
        tr("it is %1, and what it has computed would be lost").arg(labelOf(job.value().state).toLower()),
        tr("Give --unfinished as well, or go on with it: whitebox-cli jobs resume %1.").arg(item.id)};
}

/// As it was planned, or only looked at.
Result<void> trimItem(JobStore &store, const TrimItem &item, const TrimCommand &c)
{
    if (auto agreed = checkAgreed(store, item, c.unfinished); !agreed.isOk() || c.dryRun)
        return agreed;
    const auto done = trimJob(store, item.id, item.kind);
    return done.isOk() ? Result<void>() : done.error();
}

/// One job that cannot be trimmed keeps none of the others from it.
int trim(JobStore &store, const TrimCommand &c, const Context &context)
{
    const auto choice = choose(store, c);
    if (!choice.isOk())
        return report(choice.error(), context);
    QJsonArray trimmed;
    qint64 won = 0;
    int status = 0;
    for (const TrimItem &item : choice.value().items) {
        if (const auto done = trimItem(store, item, c); !done.isOk()) {
            status = complain(done.error());
            continue;
        }
        won += item.bytes;
        trimmed << QJsonObject{{QStringLiteral("id"), item.id}, {QStringLiteral("bytes"), item.bytes}};
        if (!context.json)
            printLine(QStringLiteral("%1  %2  %3").arg(item.id, sizeText(double(item.bytes)), item.name));
    }
    if (context.json)
        printJson({{QStringLiteral("trimmed"), trimmed},
                   {QStringLiteral("dryRun"), c.dryRun},
                   {QStringLiteral("bytesWon"), won},
                   {QStringLiteral("bytesBefore"), choice.value().stored}});
    else
        printLine((c.dryRun ? tr("would win %1 of %2") : tr("won %1 of %2"))
                      .arg(sizeText(double(won)), sizeText(double(choice.value().stored))));
    return status;
}

} // namespace

void addTrimCommand(CLI::App &jobs, Context &context)
{
    auto *command = jobs.add_subcommand(
        "trim",
        "Take the couplings out of finished jobs, and of unfinished ones with --unfinished: alignment and "
        "distances stay, and jobs resume computes them again");
    const auto c = std::make_shared<TrimCommand>();
    auto *ids = command->add_option("id", c->ids, "Ids of jobs");
    auto *days = command->add_option("--days", c->days, "Of jobs that ended more than so many days ago");
    auto *newest = command->add_option("--newest", c->newest, "Of all but so many, the last that ended");
    auto *gigabytes = command->add_option("--gigabytes", c->gigabytes,
                                          "Of the oldest, until the library is no larger than so many GB");
    command->add_flag("--unfinished", c->unfinished,
                      "Also what cancelled, failed and interrupted jobs left, of those named or of all: jobs "
                      "resume computes their couplings from the start");
    for (auto *each : {days, newest, gigabytes})
        each->check(CLI::Range(0, 1000000))->excludes(ids);
    days->excludes(newest)->excludes(gigabytes);
    newest->excludes(gigabytes);
    command->add_flag("--dry-run", c->dryRun, "Tell what would go, and change nothing");
    command->callback([c, &context] {
        context.status = withStore(context, [&](JobStore &store) { return trim(store, *c, context); });
    });
}

} // namespace WhiteBox::Cli
