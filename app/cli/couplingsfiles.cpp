// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/couplingsrun.h"
#include "core/coevolution/ccmpredfiles.h"
#include "core/export/couplingarrays.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>
#include <functional>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

using Save = std::function<Result<void>(const QString &path)>;

Result<void> save(const std::string &path, const Save &write, CouplingsRun &run)
{
    if (path.empty())
        return {};
    const QString file = pathArgument(path);
    auto written = write(file);
    if (written.isOk())
        run.files << file;
    return written;
}

} // namespace

Result<void> checkOutputs(const CouplingsCommand &c)
{
    const std::array outputs = {c.matrix, c.raw, c.braw, c.npy, c.hdf5};
    if (std::ranges::all_of(outputs, [](const std::string &path) { return path.empty(); })) {
        Error error;
        error.what = tr("There is nothing to write");
        error.why = tr("no output file is named");
        error.remedy = tr("Give --mat FILE, --raw FILE, --braw FILE, --npy FILE or --h5 FILE.");
        return error;
    }
    for (const std::string &path : outputs)
        if (!path.empty())
            if (auto writable = checkWritable(pathArgument(path)); !writable.isOk())
                return writable;
    return c.checkpoint.empty() ? Result<void>() : checkWritable(pathArgument(c.checkpoint));
}

Result<void> writeOutputs(const CouplingsCommand &c, CouplingsRun &run)
{
    const CouplingTensor &w = run.fit.couplings;
    const ContactScore score = c.matrix.empty() && c.hdf5.empty()
                                   ? ContactScore()
                                   : contactScore(w, {!c.withoutCorrection, c.rescale});
    const CouplingsNote note{nameOf(c.engine),
                             modeName(run.fit.mode),
                             statusText(run.fit.status),
                             int(run.fit.trace.size()),
                             run.fit.objective,
                             run.fit.neff,
                             QString::fromUtf8(QJsonDocument(optionsJson(c)).toJson(QJsonDocument::Compact))};
    const std::array<std::pair<std::string, Save>, 5> outputs = {{
        {c.matrix, [&](const QString &path) { return saveScoreMatrix(path, score); }},
        {c.raw, [&](const QString &path) { return saveRawCouplings(path, w); }},
        {c.braw, [&](const QString &path) { return saveBinaryCouplings(path, w); }},
        {c.npy, [&](const QString &path) { return saveCouplingsNpy(path, w); }},
        {c.hdf5, [&](const QString &path) { return saveCouplingsHdf5(path, w, score, note); }},
    }};
    for (const auto &[path, write] : outputs)
        if (auto saved = save(path, write, run); !saved.isOk())
            return saved;
    return {};
}

} // namespace WhiteBox::Cli
