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

/// What the retention gives up, and where it is asked for what unfinished jobs left.
Result<TrimPlan> planWith(const JobStore &store, const Retention &retention, bool unfinished)
{
    auto plan = planTrim(store, retention);
    if (!plan.isOk() || !unfinished)
        return plan;
    const auto left = planUnfinished(store);
    if (!left.isOk())
        return left.error();
    std::vector<TrimItem> &items = plan.value().items;
    items = neededItems(plan.value(), retention, bytesOf(left.value()));
    items.insert(items.end(), left.value().begin(), left.value().end());
    return plan;
}

/// The jobs that were named, or those that the options give up.
Result<TrimPlan> planOf(const JobStore &store, const TrimCommand &c)
{
    if (c.ids.empty() && c.retention().keep == Retention::Keep::Always && !c.unfinished)
        return Error{ErrorKind::InvalidInput, tr("There is nothing to trim"), tr("no job was named"),
                     tr("Name ids of jobs, or give --days, --newest, --gigabytes or --unfinished.")};
    if (c.ids.empty())
        return planWith(store, c.retention(), c.unfinished);
    // Without a bound all of them are given up that can be; of these the ones that were named.
    auto all = planWith(store, {Retention::Keep::Newest, 0}, true);
    if (!all.isOk())
        return all;
    TrimPlan plan;
    plan.stored = all.value().stored;
    for (const std::string &id : c.ids) {
        TrimItem named{QString::fromStdString(id), {}, 0};
        for (const TrimItem &item : all.value().items)
            if (item.id == named.id)
                named = item;
        plan.items.push_back(named);
    }
    return plan;
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
    const auto plan = planOf(store, c);
    if (!plan.isOk())
        return report(plan.error(), context);
    QJsonArray trimmed;
    qint64 won = 0;
    int status = 0;
    for (const TrimItem &item : plan.value().items) {
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
                   {QStringLiteral("bytesBefore"), plan.value().stored}});
    else
        printLine((c.dryRun ? tr("would win %1 of %2") : tr("won %1 of %2"))
                      .arg(sizeText(double(won)), sizeText(double(plan.value().stored))));
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
