// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/couplingsrun.h"
#include "core/coevolution/ccmpredfiles.h"
#include "core/tools/ccmpredprocess.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>

#include <CLI/CLI.hpp>

#include <map>
#include <optional>
#include <stop_token>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

/// What ccmpred has no option for.
Result<void> checkOptions(const CouplingsCommand &c)
{
    QString option;
    if (c.options.mode == PottsMode::Converged)
        option = QStringLiteral("--mode converged");
    else if (!c.checkpoint.empty())
        option = QStringLiteral("--checkpoint");
    else
        return {};
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.what = tr("%1 does not go with --engine ccmpred").arg(option);
    error.why = tr("ccmpred has nothing like it");
    error.remedy = tr("Use the built-in engine.");
    return error;
}

Result<QString> runCcmpred(CcmpredProcess &process, const Alignment &alignment, const CouplingsCommand &c,
                           const QString &folder, const Context &context)
{
    QEventLoop loop;
    std::optional<Result<QString>> outcome;
    QObject::connect(
        &process, &CcmpredProcess::progress, &loop,
        [show = terminalProgress()](double fraction, const QString &text) { show.report(fraction, text); });
    QObject::connect(&process, &CcmpredProcess::finished, &loop, [&](const Result<QString> &couplings) {
        outcome = couplings;
        loop.quit();
    });
    process.start(alignment, c.options, pathArgument(c.ccmpred), folder);
    // The token is stopped in another thread: the process is told in its own.
    const std::stop_callback stopped(context.stop, [&process] {
        QMetaObject::invokeMethod(&process, &CcmpredProcess::cancel, Qt::QueuedConnection);
    });
    if (!outcome)
        loop.exec();
    return *outcome;
}

} // namespace

void declareEngine(CLI::App &command, CouplingsEngine &engine, std::string &ccmpred)
{
    const std::map<std::string, CouplingsEngine> engines{{"built-in", CouplingsEngine::BuiltIn},
                                                         {"ccmpred", CouplingsEngine::Ccmpred}};
    command.add_option("--engine", engine, "What computes the couplings: built-in, or an installed ccmpred")
        ->transform(CLI::CheckedTransformer(engines))
        ->default_str("built-in");
    command.add_option("--ccmpred", ccmpred, "The program of --engine ccmpred; without: from PATH");
}

Result<PottsFit> fitWithCcmpred(const Alignment &alignment, const CouplingsCommand &c, const Context &context,
                                CouplingsRun &run)
{
    if (auto checked = checkOptions(c); !checked.isOk())
        return std::move(checked).error();
    const QTemporaryDir folder;
    if (!folder.isValid())
        return Error::io(folder.path(), tr("There is no temporary folder"), folder.errorString(),
                         tr("Make room, or set TMPDIR."));
    CcmpredProcess process;
    const auto path = runCcmpred(process, alignment, c, folder.path(), context);
    clearProgressLine();
    if (!path.isOk())
        return path.error();
    auto couplings = loadCouplings(path.value());
    if (!couplings.isOk())
        return std::move(couplings).error();
    const CcmpredOutput &output = process.output();
    run.ccmpredVersion = output.version;
    run.command = process.command();
    PottsFit fit;
    fit.couplings = std::move(couplings).value();
    fit.objective = output.objective;
    fit.neff = output.neff;
    fit.status = output.status.value_or(PottsStatus::Converged);
    fit.trace = output.trace;
    return fit;
}

} // namespace WhiteBox::Cli
