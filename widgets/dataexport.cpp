// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dataexport.h"

#include "core/export/casprr.h"
#include "core/export/couplingarrays.h"
#include "core/export/csv.h"
#include "core/export/jobarrays.h"
#include "core/export/structurescript.h"
#include "core/export/textfile.h"
#include "core/store/resultfile.h"
#include "core/structure/contactmetrics.h"
#include "widgets/pairranking.h"
#include "widgets/resultlayers.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace WhiteBox {

namespace {

constexpr int kKinds = 8;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DataExport)
};

const char *suffixesOf(DataKind kind)
{
    switch (kind) {
    case DataKind::Result:
        return "h5";
    case DataKind::Distances:
        return "csv npy h5";
    case DataKind::Couplings:
        return "npy h5";
    case DataKind::Explanation:
        return "npy csv h5";
    case DataKind::Contacts:
        return "tsv";
    case DataKind::CaspRr:
        return "rr";
    case DataKind::ChimeraX:
        return "cxc";
    case DataKind::PyMol:
        return "pml";
    }
    return "";
}

QString nameOf(DataKind kind)
{
    switch (kind) {
    case DataKind::Result:
        return Text::tr("The whole result, HDF5");
    case DataKind::Distances:
        return Text::tr("Predicted distances");
    case DataKind::Couplings:
        return Text::tr("Couplings");
    case DataKind::Explanation:
        return Text::tr("Explanation of the pair");
    case DataKind::Contacts:
        return Text::tr("Contact list");
    case DataKind::CaspRr:
        return Text::tr("Contacts for CASP, RR");
    case DataKind::ChimeraX:
        return Text::tr("Pair on the structure, ChimeraX");
    case DataKind::PyMol:
        return Text::tr("Pair on the structure, PyMOL");
    }
    return {};
}

QStringList suffixList(DataKind kind)
{
    return QString::fromLatin1(suffixesOf(kind)).split(QLatin1Char(' '));
}

Error missing(const QString &why, const QString &remedy)
{
    return {ErrorKind::InvalidInput, Text::tr("There is nothing to export yet"), why, remedy};
}

QStringList channelNames()
{
    QStringList names;
    for (int channel = 0; channel < kDistanceChannels; ++channel)
        names << channelName(channel);
    return names;
}

Result<QStringList> only(const Result<void> &written, const QString &path)
{
    return written.isOk() ? Result<QStringList>(QStringList{path}) : written.error();
}

QJsonObject describe(const DataExport &data)
{
    return {{QStringLiteral("job"), data.result->jobId},
            {QStringLiteral("query"), data.result->query.name},
            {QStringLiteral("sequence"), QString::fromStdString(data.result->query.residues)},
            {QStringLiteral("model"), data.result->provenance[QStringLiteral("model")]},
            {QStringLiteral("caption"), QJsonArray::fromStringList(data.caption)}};
}

Result<QStringList> exportDistances(const DataExport &data, const QString &path)
{
    const JobResult &result = *data.result;
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return only(writeDistancesCsv(path, *result.predicted, result.query.residues, channelNames()), path);
    return writeArrays(
        path, {distanceValues(QStringLiteral("predicted"), *result.predicted, result.query.residues)},
        describe(data));
}

Result<QStringList> exportCouplings(const DataExport &data, const QString &path)
{
    const JobResult &result = *data.result;
    if (!result.couplings)
        return missing(Text::tr("this result has no couplings"), Text::tr("Open a result that has them."));
    if (path.endsWith(QLatin1String(".npy"), Qt::CaseInsensitive))
        return only(saveCouplingsNpy(path, *result.couplings), path);
    const QJsonObject fit = result.provenance[QStringLiteral("couplings")].toObject();
    CouplingsNote note;
    note.engine = fit[QStringLiteral("engine")].toString();
    note.mode = fit[QStringLiteral("mode")].toString();
    note.status = fit[QStringLiteral("status")].toString();
    return only(saveCouplingsHdf5(path, *result.couplings, contactScore(*result.couplings), note), path);
}

Result<QStringList> exportExplanation(const DataExport &data, const QString &path)
{
    const Explanation &shown = *data.explanation;
    QJsonObject about = describe(data);
    about.insert(QStringLiteral("pair"), QJsonArray{shown.gradient->pair.i + 1, shown.gradient->pair.j + 1});
    about.insert(QStringLiteral("channel"), channelName(shown.gradient->channel));
    about.insert(QStringLiteral("method"), methodName(shown.method));
    about.insert(QStringLiteral("target"), targetName(shown.gradient->target));
    std::vector<NamedArray> arrays{
        windowValues(QStringLiteral("explanation"), methodUnit(shown.method), *shown.gradient)};
    // Elsewhere two arrays are two files, of other names than a person agreed to overwrite.
    if (path.endsWith(QLatin1String(".h5"), Qt::CaseInsensitive))
        arrays.push_back(windowValues(QStringLiteral("input"), Text::tr("network input"), *shown.couplings));
    return writeArrays(path, arrays, about);
}

QByteArray contactLines(const DataExport &data)
{
    const JobResult &result = *data.result;
    const auto pairs = rankedPairs(result, data.minimumSeparation);
    const std::optional<DistanceMap> truth =
        result.structure ? std::optional(trueDistances(*result.structure)) : std::nullopt;
    QByteArray text;
    for (const QString &line : data.caption)
        text += "# " + line.simplified().toUtf8() + '\n';
    text += "rank\ti\tj\tresidue_i\tresidue_j\tpredicted_angstrom\tcoupling_score\ttrue_angstrom\n";
    int rank = 0;
    for (const ResiduePair &pair : pairs) {
        const auto mean = [&pair](const DistanceMap &map) {
            return (map.at(DistanceChannel::CbCb, pair.i, pair.j) +
                    map.at(DistanceChannel::CbCb, pair.j, pair.i)) /
                   2;
        };
        const float predicted = mean(*result.predicted);
        if (!(predicted < kContactAngstrom))
            break;
        const auto low = std::size_t(std::min(pair.i, pair.j));
        const auto high = std::size_t(std::max(pair.i, pair.j));
        const float score = result.couplingScore.empty()
                                ? NAN
                                : result.couplingScore[low * result.query.residues.size() + high];
        text += QByteArray::number(++rank) + '\t' + QByteArray::number(qsizetype(low + 1)) + '\t' +
                QByteArray::number(qsizetype(high + 1)) + '\t' + result.query.residues[low] + '\t' +
                result.query.residues[high] + '\t' + csvNumber(predicted) + '\t' + csvNumber(score) + '\t' +
                (truth ? csvNumber(mean(*truth)) : QByteArray()) + '\n';
    }
    return text;
}

Result<QStringList> exportCaspRr(const DataExport &data, const QString &path)
{
    CaspRrOptions options;
    options.minimumSeparation = data.minimumSeparation;
    options.method =
        data.result->provenance[QStringLiteral("model")].toObject()[QStringLiteral("name")].toString();
    return only(writeCaspRr(path, data.result->query, *data.result->predicted, options), path);
}

Result<QStringList> exportScript(DataKind kind, const DataExport &data, const QString &path)
{
    if (!data.result->structure)
        return missing(Text::tr("the structure of this protein is not known"),
                       Text::tr("Drop its PDB or mmCIF file on the window first."));
    const ExplainedStructure explained{*data.result->structure, data.result->query.residues,
                                       *data.explanation->gradient, data.caption};
    return kind == DataKind::ChimeraX ? writeChimeraXScript(path, explained)
                                      : writePyMolScript(path, explained);
}

/// What writeArrays() writes beside the file; nobody was asked whether one that is there may go. The
/// distances' CSV and the couplings have none.
QString descriptionBeside(DataKind kind, const QString &path)
{
    const bool isNpy = QFileInfo(path).suffix().toLower() == QLatin1String("npy");
    return kind == DataKind::Explanation || (kind == DataKind::Distances && isNpy) ? descriptionPath(path)
                                                                                   : QString();
}

bool needsPair(DataKind kind)
{
    return kind == DataKind::Explanation || kind == DataKind::ChimeraX || kind == DataKind::PyMol;
}

} // namespace

QStringList dataFilters()
{
    QStringList filters;
    for (int kind = 0; kind < kKinds; ++kind) {
        QStringList patterns;
        for (const QString &suffix : suffixList(DataKind(kind)))
            patterns << QStringLiteral("*.") + suffix;
        filters << QStringLiteral("%1 (%2)").arg(nameOf(DataKind(kind)), patterns.join(QLatin1Char(' ')));
    }
    return filters;
}

DataKind kindOfFilter(const QString &filter)
{
    return DataKind(std::max(qsizetype(0), dataFilters().indexOf(filter)));
}

Result<QStringList> exportData(DataKind kind, const DataExport &data, const QString &path)
{
    if (!data.result || !data.result->predicted)
        return missing(Text::tr("no result is open"),
                       Text::tr("Open a result, or drop a sequence on the window."));
    if (needsPair(kind) && !data.explanation)
        return missing(Text::tr("no pair is explained, or its explanation is still being computed"),
                       Text::tr("Click a pair on the map, and wait for its picture."));
    if (!suffixList(kind).contains(QFileInfo(path).suffix(), Qt::CaseInsensitive))
        return Error{ErrorKind::Unsupported, Text::tr("%1 cannot be written").arg(QFileInfo(path).fileName()),
                     Text::tr("\"%1\" is no format of: %2").arg(QFileInfo(path).suffix(), nameOf(kind)),
                     Text::tr("Give the name one of these endings: %1.")
                         .arg(suffixList(kind).join(QStringLiteral(", ")))};
    if (const QString beside = descriptionBeside(kind, path); !beside.isEmpty() && QFile::exists(beside))
        return Error{ErrorKind::Io, Text::tr("%1 was not written").arg(QFileInfo(path).fileName()),
                     Text::tr("its description would replace %1").arg(QFileInfo(beside).fileName()),
                     Text::tr("Choose another name, or move that file away."), beside};
    switch (kind) {
    case DataKind::Result:
        return only(saveResult(*data.result, path), path);
    case DataKind::Distances:
        return exportDistances(data, path);
    case DataKind::Couplings:
        return exportCouplings(data, path);
    case DataKind::Explanation:
        return exportExplanation(data, path);
    case DataKind::Contacts:
        return only(writeTextFile(path, contactLines(data)), path);
    case DataKind::CaspRr:
        return exportCaspRr(data, path);
    case DataKind::ChimeraX:
    case DataKind::PyMol:
        break;
    }
    return exportScript(kind, data, path);
}

} // namespace WhiteBox
