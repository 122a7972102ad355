// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobscommand.h"

#include "app/cli/arguments.h"
#include "app/cli/jobbatch.h"
#include "app/cli/jobreport.h"
#include "core/pipeline/jobworker.h"
#include "core/store/jobname.h"
#include "core/store/jobstore.h"
#include "core/store/storesize.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString textOf(const std::string &text)
{
    return QString::fromLocal8Bit(text.c_str());
}

int listJobs(JobStore &store, const QString &search, bool size, const Context &context)
{
    const auto records = store.list(search);
    if (!records.isOk())
        return report(records.error(), context);
    if (context.json) {
        QJsonArray jobs;
        for (const auto &record : records.value()) {
            QJsonObject job = toJson(record);
            if (size)
                job[QStringLiteral("bytes")] = folderSize(store.jobFolder(record.id));
            jobs << job;
        }
        printJson({{QStringLiteral("jobs"), jobs}});
        return 0;
    }
    for (const auto &record : records.value())
        printLine(size ? QStringLiteral("%1  %2").arg(
                             jobLine(record), sizeText(double(folderSize(store.jobFolder(record.id)))))
                       : jobLine(record));
    if (size)
        printLine(tr("%1 in all").arg(sizeText(double(folderSize(store.folder())))));
    return 0;
}

int showJob(JobStore &store, const QString &id, const Context &context)
{
    const auto record = store.find(id);
    if (!record.isOk())
        return report(record.error(), context);
    if (record.value().state != JobState::Finished) {
        if (context.json) {
            printJson(toJson(record.value()));
            return 0;
        }
        printLine(jobLine(record.value()));
        if (record.value().state == JobState::Failed)
            printLine(record.value().error.text());
        return 0;
    }
    const auto result = loadStoredResult(record.value());
    if (!result.isOk())
        return report(result.error(), context);
    if (context.json) {
        printJson(resultJson(result.value(), record.value().resultPath, {}));
        return 0;
    }
    printLine(jobLine(record.value()));
    printResult(result.value(), record.value().resultPath, {});
    printLine(QString::fromUtf8(QJsonDocument(result.value().provenance).toJson()));
    return 0;
}

int deleteJobs(JobStore &store, const std::vector<std::string> &ids, const Context &context)
{
    QJsonArray deleted;
    for (const auto &id : ids) {
        const auto removed = store.remove(textOf(id));
        if (!removed.isOk())
            return report(removed.error(), context);
        // Nobody is there to undo it later.
        if (const auto purged = store.purgeDeleted(true); !purged.isOk())
            return report(purged.error(), context);
        deleted << textOf(id);
        if (!context.json)
            printLine(tr("deleted %1").arg(textOf(id)));
    }
    if (context.json)
        printJson({{QStringLiteral("deleted"), deleted}});
    return 0;
}

int renameTo(JobStore &store, const QString &id, const QString &typed, const Context &context)
{
    const auto job = cleanJobName(typed).andThen([&](QString &&name) { return renameJob(store, id, name); });
    if (!job.isOk())
        return report(job.error(), context);
    if (context.json)
        printJson(toJson(job.value()));
    else
        printLine(jobLine(job.value()));
    return 0;
}

int printPath(JobStore &store, const QString &id, const Context &context)
{
    const auto record = store.find(id);
    if (!record.isOk())
        return report(record.error(), context);
    const QString path =
        record.value().state == JobState::Finished ? record.value().resultPath : store.jobFolder(id);
    if (context.json)
        printJson({{QStringLiteral("path"), path}});
    else
        printLine(path);
    return 0;
}

int resumeJobs(Context &context, const std::vector<std::string> &ids, const QString &out)
{
    if (!out.isEmpty())
        if (const auto folder = checkFolder(out); !folder.isOk())
            return report(folder.error(), context);
    const auto store = JobStore::open();
    if (!store.isOk())
        return report(store.error(), context);
    for (const auto &notice : store.value()->notices())
        printNotice(notice, context);
    JobBatch batch(store.value(), context);
    for (const auto &id : ids)
        batch.resume(textOf(id));
    batch.wait();
    return concludeJobs(batch, *store.value(), out, context);
}

void addResumeCommand(CLI::App &jobs, Context &context)
{
    auto *command = jobs.add_subcommand(
        "resume", "Go on with interrupted, cancelled or failed jobs after their last finished stage");
    const auto ids = std::make_shared<std::vector<std::string>>();
    const auto out = std::make_shared<std::string>();
    command->add_option("id", *ids, "Ids of jobs")->required();
    command->add_option("--out", *out, "Folder for copies of the results, as of run");
    command->callback(
        [ids, out, &context] { context.status = resumeJobs(context, *ids, pathArgument(*out)); });
}

void addRenameCommand(CLI::App &jobs, Context &context)
{
    auto *command = jobs.add_subcommand("rename", "Give a job another name in the library");
    const auto id = std::make_shared<std::string>();
    const auto name = std::make_shared<std::string>();
    command->add_option("id", *id, "The job's id")->required();
    command->add_option("name", *name, "Its new name, on one line")->required();
    command->callback([id, name, &context] {
        context.status = withStore(
            context, [&](JobStore &store) { return renameTo(store, textOf(*id), textOf(*name), context); });
    });
}

/// A subcommand of "jobs" that takes one id.
void addIdCommand(CLI::App &jobs, Context &context, const char *name, const char *help,
                  int (*action)(JobStore &, const QString &, const Context &))
{
    auto *command = jobs.add_subcommand(name, help);
    const auto id = std::make_shared<std::string>();
    command->add_option("id", *id, "The job's id")->required();
    command->callback([id, action, &context] {
        context.status =
            withStore(context, [&](JobStore &store) { return action(store, textOf(*id), context); });
    });
}

} // namespace

int withStore(Context &context, const std::function<int(JobStore &store)> &action)
{
    const auto store = JobStore::open();
    if (!store.isOk())
        return report(store.error(), context);
    for (const auto &notice : store.value()->notices())
        printNotice(notice, context);
    return action(*store.value());
}

void addJobsCommand(CLI::App &app, Context &context)
{
    auto *jobs =
        app.add_subcommand("jobs", "List, show, resume, rename, trim and delete the jobs of the library");
    jobs->require_subcommand(0, 1);
    const auto search = std::make_shared<std::string>();
    auto *list = jobs->add_subcommand("list", "List jobs, newest first (this is the default)");
    list->add_option("text", *search, "Only jobs whose name, id or key contains this text");
    const auto size = std::make_shared<bool>(false);
    jobs->add_flag("--size", *size, "With what each takes on the disk, and the whole library");
    addIdCommand(*jobs, context, "show", "Show a job: its state, its warnings and how it came about",
                 showJob);
    addIdCommand(*jobs, context, "path", "Print the path of a job's result, or of its folder", printPath);
    addResumeCommand(*jobs, context);
    addRenameCommand(*jobs, context);
    auto *remove = jobs->add_subcommand("delete", "Delete jobs and their results");
    const auto ids = std::make_shared<std::vector<std::string>>();
    remove->add_option("id", *ids, "Ids of jobs")->required();
    remove->callback([ids, &context] {
        context.status =
            withStore(context, [&](JobStore &store) { return deleteJobs(store, *ids, context); });
    });
    addTrimCommand(*jobs, context);
    jobs->callback([jobs, list, search, size, &context] {
        if (jobs->get_subcommands().empty() || list->parsed())
            context.status = withStore(
                context, [&](JobStore &store) { return listJobs(store, textOf(*search), *size, context); });
    });
}

} // namespace WhiteBox::Cli
