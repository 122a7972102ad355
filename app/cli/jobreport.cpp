// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobreport.h"

#include "app/cli/commands.h"
#include "core/alignment/alignmentwriter.h"
#include "core/export/casprr.h"
#include "core/export/csv.h"
#include "core/export/npy.h"
#include "core/export/textfile.h"
#include "core/store/filecopy.h"
#include "core/structure/contactmetrics.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <cmath>

namespace WhiteBox::Cli {

namespace {

const QStringList kChannels = {QStringLiteral("ca_ca"), QStringLiteral("ca_cb"), QStringLiteral("cb_ca"),
                               QStringLiteral("cb_cb")};

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString percent(double share)
{
    return std::isfinite(share) ? tr("%1 %").arg(100 * share, 0, 'f', 1) : tr("none");
}

/// Prediction and couplings judged by the structure.
QJsonObject structureJson(const JobResult &result)
{
    const StructureMatch &match = *result.structure;
    const DistanceMap truth = trueDistances(match);
    QJsonObject json{{QStringLiteral("name"), match.structure.name},
                     {QStringLiteral("aligned"), match.aligned},
                     {QStringLiteral("identity"), match.identity},
                     {QStringLiteral("mismatches"), match.mismatches}};
    if (result.predicted)
        json[QStringLiteral("prediction")] = toJson(evaluateDistances(*result.predicted, truth));
    if (!result.couplingScore.empty())
        json[QStringLiteral("couplings")] = toJson(evaluateScores(result.couplingScore, truth));
    return json;
}

void printPrecision(const QString &name, const ContactMetrics &metrics)
{
    printLine(tr("  %1 top L/5 %2, top L %3; long range top L/5 %4, top L %5")
                  .arg(name, -10)
                  .arg(percent(metrics.nonlocal.l5), percent(metrics.nonlocal.l),
                       percent(metrics.longRange.l5), percent(metrics.longRange.l)));
}

void printStructure(const JobResult &result)
{
    const StructureMatch &match = *result.structure;
    const DistanceMap truth = trueDistances(match);
    printLine(tr("  structure  %1: %2 residues aligned, identity %3")
                  .arg(match.structure.name)
                  .arg(match.aligned)
                  .arg(percent(match.identity)));
    printLine(tr("  precision of contacts (CB-CB < 8 A, |i-j| >= 6; long range: >= 24):"));
    if (result.predicted)
        printPrecision(tr("prediction"), evaluateDistances(*result.predicted, truth));
    if (!result.couplingScore.empty())
        printPrecision(tr("couplings"), evaluateScores(result.couplingScore, truth));
}

Result<void> writeParts(const JobResult &result, const QDir &folder, QStringList &files)
{
    const auto note = [&](const QString &name, const Result<void> &written) {
        if (written.isOk())
            files << folder.filePath(name);
        return written;
    };
    const auto path = [&](const QString &name) { return folder.filePath(name); };
    if (result.alignment) {
        const QString name = QStringLiteral("alignment.aln");
        if (auto done = note(name, writeTextFile(path(name), formatAln(*result.alignment))); !done.isOk())
            return done;
    }
    if (!result.predicted)
        return {};
    const DistanceMap &map = *result.predicted;
    const QString npy = QStringLiteral("distances.npy");
    const std::vector<qint64> shape = {map.channels(), map.length(), map.length()};
    if (auto done = note(npy, writeNpy(path(npy), map.values(), shape)); !done.isOk())
        return done;
    const QString csv = QStringLiteral("distances.csv");
    if (auto done = note(
            csv, writeDistancesCsv(path(csv), map, result.query.residues, kChannels.first(map.channels())));
        !done.isOk())
        return done;
    CaspRrOptions options;
    options.method = result.provenance[QStringLiteral("model")].toObject()[QStringLiteral("name")].toString();
    const QString rr = QStringLiteral("contacts.rr");
    return note(rr, writeCaspRr(path(rr), result.query, map, options));
}

} // namespace

QJsonObject resultJson(const JobResult &result, const QString &path, const QStringList &files)
{
    QJsonObject json{{QStringLiteral("job"), result.jobId},
                     {QStringLiteral("name"), result.query.name},
                     {QStringLiteral("length"), result.length()},
                     {QStringLiteral("result"), path},
                     {QStringLiteral("warnings"), QJsonArray::fromStringList(result.warnings)},
                     {QStringLiteral("files"), QJsonArray::fromStringList(files)},
                     {QStringLiteral("provenance"), result.provenance}};
    if (result.alignment)
        json[QStringLiteral("homologs")] = result.alignment->rows() - 1;
    if (result.structure)
        json[QStringLiteral("structure")] = structureJson(result);
    return json;
}

void printResult(const JobResult &result, const QString &path, const QStringList &files)
{
    printLine(tr("%1, %2 residues (job %3)").arg(result.query.name).arg(result.length()).arg(result.jobId));
    if (result.alignment) {
        const QJsonObject facts = result.provenance[QStringLiteral("alignment")].toObject();
        printLine(tr("  homologs   %1, %2 effective sequences")
                      .arg(result.alignment->rows() - 1)
                      .arg(facts[QStringLiteral("neff80")].toDouble(), 0, 'f', 1));
    }
    if (result.structure)
        printStructure(result);
    for (const auto &warning : result.warnings)
        printLine(tr("  warning    %1").arg(warning));
    printLine(tr("  result     %1").arg(path));
    for (const auto &file : files)
        printLine(tr("  written    %1").arg(file));
}

Result<QStringList> exportResult(const JobResult &result, const QString &resultPath, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error::io(folder, tr("The folder cannot be made"), tr("its parent is read-only or no folder"),
                         tr("Name another one with --out."));
    const QDir directory(folder);
    const QString copy = directory.filePath(QStringLiteral("result.h5"));
    if (auto copied = copyFile(resultPath, copy); !copied.isOk())
        return copied.error();
    QStringList files{copy};
    if (auto written = writeParts(result, directory, files); !written.isOk())
        return written.error();
    return files;
}

QString jobLine(const JobRecord &record)
{
    const QString state = record.isActive() || record.state == JobState::Interrupted
                              ? tr("%1 (%2)").arg(labelOf(record.state), labelOf(record.stage))
                              : labelOf(record.state);
    return QStringLiteral("%1  %2  %3  %4  %5")
        .arg(record.id)
        .arg(record.created.toLocalTime().toString(QStringLiteral("yyyy-MM-dd hh:mm")))
        .arg(record.length, 5)
        .arg(state, -24)
        .arg(record.name);
}

} // namespace WhiteBox::Cli
