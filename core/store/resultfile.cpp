// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resultfile.h"

#include "core/base/fulldisk.h"
#include "core/base/savefile.h"
#include "core/store/hdf5file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <climits>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace WhiteBox {

namespace {

constexpr int kFormatVersion = 1;
constexpr std::int64_t kMostResidues = 50000;
constexpr int kMostResults = 1000; ///< of a session

const QString kFormat = QStringLiteral("whitebox-result");
const QString kQuery = QStringLiteral("query/residues");
const QString kQueryName = QStringLiteral("query/name");
const QString kQueryDescription = QStringLiteral("query/description");
const QString kRows = QStringLiteral("alignment/states");
const QString kRowNames = QStringLiteral("alignment/names");
const QString kPairs = QStringLiteral("couplings/pairs");
const QString kFields = QStringLiteral("couplings/fields");
const QString kScore = QStringLiteral("couplings/score");
const QString kDistances = QStringLiteral("predicted/distances");
const QString kStructureName = QStringLiteral("structure/name");
const QString kStructureResidues = QStringLiteral("structure/residues");
const QString kStructureLabels = QStringLiteral("structure/labels");
const QString kStructureCa = QStringLiteral("structure/ca");
const QString kStructureCb = QStringLiteral("structure/cb");
const QString kStructureSecondary = QStringLiteral("structure/secondary");
const QString kStructureMatch = QStringLiteral("structure/residue_of");
const QString kWarnings = QStringLiteral("warnings");
const QString kProvenance = QStringLiteral("provenance");
const QString kView = QStringLiteral("view");
const QString kRoot = QStringLiteral("/");

const QString kParts = QStringLiteral("parts");
const QString kQueryPart = QStringLiteral("query");
const QString kAlignmentPart = QStringLiteral("alignment");
const QString kCouplingsPart = QStringLiteral("couplings");
const QString kScorePart = QStringLiteral("score");
const QString kPredictedPart = QStringLiteral("predicted");
const QString kStructurePart = QStringLiteral("structure");

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ResultFile)
};

/// Where a session keeps a result; the one that was open stands at the root.
QString groupOf(int number)
{
    return number == 0 ? QString() : QStringLiteral("results/%1").arg(number);
}

std::int64_t pairsOf(std::int64_t length)
{
    return length * (length - 1) / 2;
}

std::span<const double> flat(const std::vector<Position> &positions)
{
    return {positions.empty() ? nullptr : positions.front().data(), positions.size() * 3};
}

std::vector<Position> positions(const std::vector<double> &flatValues)
{
    std::vector<Position> out(flatValues.size() / 3);
    for (size_t k = 0; k < out.size(); ++k)
        out[k] = {flatValues[3 * k], flatValues[3 * k + 1], flatValues[3 * k + 2]};
    return out;
}

void writeAlignment(Hdf5Writer &file, const Alignment &alignment)
{
    file.write(kRows, {alignment.rows(), alignment.columns()}, alignment.states(),
               {QStringLiteral("sequence"), QStringLiteral("residue i")});
    file.setAttribute(kRows, QStringLiteral("states"), QString::fromLatin1(kStateLetters.data(), kStates));
    if (!alignment.names().empty())
        file.writeTexts(kRowNames, QStringList(alignment.names().begin(), alignment.names().end()));
}

void writeCouplings(Hdf5Writer &file, const CouplingTensor &couplings)
{
    const int length = couplings.length();
    const QStringList axes = {QStringLiteral("pair i<j"), QStringLiteral("state a of i"),
                              QStringLiteral("state b of j")};
    file.write(kPairs, {pairsOf(length), kStates, kStates}, couplings.values(), axes);
    file.setAttribute(kPairs, QStringLiteral("states"), QString::fromLatin1(kStateLetters.data(), kStates));
    file.setAttribute(kPairs, QStringLiteral("order"), QStringLiteral("(0,1) (0,2) ... (1,2) ..."));
    file.write(kFields, {length, kStates}, couplings.fields(),
               {QStringLiteral("residue i"), QStringLiteral("state a")});
}

void writeDistances(Hdf5Writer &file, const DistanceMap &map)
{
    file.write(kDistances, {map.channels(), map.length(), map.length()}, map.values(),
               {QStringLiteral("channel"), QStringLiteral("residue i"), QStringLiteral("residue j")});
    file.setAttribute(kDistances, QStringLiteral("channels"), QStringLiteral("CA-CA CA-CB CB-CA CB-CB"));
    file.setAttribute(kDistances, QStringLiteral("unit"), QStringLiteral("angstrom"));
}

void writeStructure(Hdf5Writer &file, const StructureMatch &match)
{
    const Structure &chain = match.structure;
    const QString residue = QStringLiteral("residue of the structure");
    const QStringList axes = {residue, QStringLiteral("x y z in angstrom")};
    file.writeText(kStructureName, chain.name);
    file.writeText(kStructureResidues, QString::fromStdString(chain.residues));
    file.writeTexts(kStructureLabels, QStringList(chain.labels.begin(), chain.labels.end()));
    file.write(kStructureCa, {std::int64_t(chain.ca.size()), 3}, flat(chain.ca), axes);
    file.write(kStructureCb, {std::int64_t(chain.cb.size()), 3}, flat(chain.cb), axes);
    QString secondary;
    for (const auto state : chain.secondary)
        secondary += QLatin1Char(char(state));
    file.writeText(kStructureSecondary, secondary);
    file.write(kStructureMatch, {std::int64_t(match.residueOf.size())}, match.residueOf,
               {QStringLiteral("residue i of the query")});
    file.setAttribute(kStructurePart, QStringLiteral("identity"), match.identity);
    file.setAttribute(kStructurePart, QStringLiteral("aligned"), match.aligned);
    file.setAttribute(kStructurePart, QStringLiteral("mismatches"), match.mismatches);
}

/// What the file holds. A part that is named and not found is damage, not absence.
QStringList partsOf(const JobResult &result)
{
    QStringList parts = {kQueryPart};
    if (result.alignment)
        parts << kAlignmentPart;
    if (result.couplings)
        parts << kCouplingsPart;
    if (!result.couplingScore.empty())
        parts << kScorePart;
    if (result.predicted)
        parts << kPredictedPart;
    if (result.structure)
        parts << kStructurePart;
    return parts;
}

void writeParts(Hdf5Writer &file, const JobResult &result, const QJsonObject &view)
{
    file.setAttribute(kRoot, QStringLiteral("format"), kFormat);
    file.setAttribute(kRoot, QStringLiteral("version"), kFormatVersion);
    file.setAttribute(kRoot, QStringLiteral("job"), result.jobId);
    file.setAttribute(kRoot, kParts, partsOf(result).join(QLatin1Char(' ')));
    file.writeText(kQueryName, result.query.name);
    file.writeText(kQueryDescription, result.query.description);
    file.writeText(kQuery, QString::fromStdString(result.query.residues));
    if (result.alignment)
        writeAlignment(file, *result.alignment);
    if (result.couplings)
        writeCouplings(file, *result.couplings);
    Q_ASSERT(result.couplingScore.empty() ||
             result.couplingScore.size() == std::size_t(result.length()) * std::size_t(result.length()));
    if (!result.couplingScore.empty())
        file.write(kScore, {result.length(), result.length()}, result.couplingScore,
                   {QStringLiteral("residue i"), QStringLiteral("residue j")});
    if (result.predicted)
        writeDistances(file, *result.predicted);
    if (result.structure)
        writeStructure(file, *result.structure);
    file.writeTexts(kWarnings, result.warnings);
    const QByteArray provenance = QJsonDocument(result.provenance).toJson(QJsonDocument::Indented);
    file.writeText(kProvenance, QString::fromUtf8(provenance));
    if (!view.isEmpty())
        file.writeText(kView, QString::fromUtf8(QJsonDocument(view).toJson(QJsonDocument::Indented)));
}

qint64 bytesNeeded(const JobResult &result)
{
    qint64 bytes = 1 << 20;
    if (result.alignment)
        bytes += qint64(result.alignment->states().size()) + 64 * qint64(result.alignment->names().size());
    if (result.couplings)
        bytes += qint64(result.couplings->values().size_bytes());
    if (result.predicted)
        bytes += qint64(result.predicted->values().size_bytes());
    return bytes + qint64(result.couplingScore.size() * sizeof(float));
}

Result<void> checkSpace(qint64 needed, const QString &folder)
{
    const qint64 available = freeOnDisk(folder);
    if (available < 0 || available >= needed)
        return {};
    Error error;
    error.kind = ErrorKind::Resources;
    error.what = Text::tr("The disk is too full for the result");
    error.why = Text::tr("%1 MiB are needed in %2, %3 MiB are free")
                    .arg(needed >> 20)
                    .arg(folder)
                    .arg(available >> 20);
    error.remedy = Text::tr("Free some space, or delete old jobs.");
    error.file = folder;
    return error;
}

Result<void> writeAll(const QString &path, const JobResult &result, const QJsonObject &view,
                      const std::vector<SessionResult> &others)
{
    Hdf5Writer file(path);
    writeParts(file, result, view);
    for (std::size_t k = 0; k < others.size(); ++k) {
        const auto other = others[k].load();
        if (!other.isOk())
            return other.error();
        if (auto space = checkSpace(bytesNeeded(other.value()), QFileInfo(path).absolutePath());
            !space.isOk())
            return space;
        file.enter(groupOf(int(k) + 1));
        writeParts(file, other.value(), others[k].view);
    }
    return file.close();
}

bool syncFile(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && synced;
}

/// The system's reason for what it has just refused.
Error notWritten(const QString &path)
{
    const int number = errno;
    Error error = Error::io(path, Text::tr("The result could not be written"),
                            QString::fromLocal8Bit(std::strerror(number)),
                            Text::tr("Check the free space and the permissions of the folder."));
    error.kind = kindOfWriteFailure(number);
    return error;
}

/// As all readers of sequences give them.
bool areLetters(const std::string &residues)
{
    return std::all_of(residues.begin(), residues.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// A count of the structure's attributes, at most as many as residues.
int countFrom(double number)
{
    return number >= 0 && number <= double(kMostResidues) ? int(number) : 0;
}

SecondaryStructure secondaryFrom(QChar state)
{
    return state == u'H'   ? SecondaryStructure::Helix
           : state == u'E' ? SecondaryStructure::Strand
                           : SecondaryStructure::Coil;
}

/// As partsOf(), of a file.
QStringList partsIn(Hdf5Reader &file)
{
    return file.textAttribute(kRoot, kParts).split(QLatin1Char(' '));
}

void readQuery(Hdf5Reader &file, JobResult &result)
{
    if (file.textAttribute(kRoot, QStringLiteral("format")) != kFormat)
        return file.fail(Text::tr("it is not a result of White Box"));
    if (file.numberAttribute(kRoot, QStringLiteral("version")) > kFormatVersion)
        return file.fail(Text::tr("it was written by a newer version of White Box"));
    result.jobId = file.textAttribute(kRoot, QStringLiteral("job"));
    result.query.name = file.text(kQueryName);
    result.query.description = file.text(kQueryDescription);
    result.query.residues = file.text(kQuery).toStdString();
    if (!areLetters(result.query.residues))
        file.fail(Text::tr("its query holds what is no residue"));
    if (result.query.residues.empty() || result.query.residues.size() > size_t(kMostResidues))
        file.fail(Text::tr("its query has %1 residues").arg(result.query.residues.size()));
}

void readAlignment(Hdf5Reader &file, JobResult &result)
{
    const auto shape = file.shape(kRows);
    if (shape.size() != 2 || shape[1] != result.length() || shape[0] > std::int64_t(INT_MAX))
        return file.fail(Text::tr("its alignment does not fit its query"));
    auto states = file.bytes(kRows, shape);
    for (const auto state : states)
        if (state >= kStates)
            return file.fail(Text::tr("its alignment holds a state of %1").arg(state));
    const QStringList texts = file.has(kRowNames) ? file.texts(kRowNames) : QStringList();
    if (!texts.isEmpty() && texts.size() != shape[0])
        return file.fail(Text::tr("its alignment has another number of names than of rows"));
    if (file.isOk())
        result.alignment = std::make_shared<const Alignment>(
            result.length(), std::move(states), std::vector<QString>(texts.begin(), texts.end()));
}

/// Index of the first value that is NaN or infinite, −1 where none is.
qint64 firstNotFinite(std::span<const float> values)
{
    for (size_t k = 0; k < values.size(); ++k)
        if (!std::isfinite(values[k]))
            return qint64(k);
    return -1;
}

void readCouplings(Hdf5Reader &file, JobResult &result)
{
    const std::int64_t length = result.length();
    const Hdf5Shape pairs = {pairsOf(length), kStates, kStates};
    // Looked at before the tensor is allocated, which takes what the query's length asks for.
    if (file.shape(kPairs) != pairs)
        return file.fail(Text::tr("its couplings do not fit its query"));
    auto values = file.floats(kPairs, pairs);
    const auto fields = file.floats(kFields, {length, kStates});
    if (!file.isOk())
        return;
    if (const auto k = firstNotFinite(values); k >= 0)
        return file.fail(Text::tr("value %1 of the couplings is not finite").arg(k));
    if (const auto k = firstNotFinite(fields); k >= 0)
        return file.fail(Text::tr("value %1 of the fields is not finite").arg(k));
    auto tensor = std::make_shared<CouplingTensor>(int(length));
    std::copy(values.begin(), values.end(), tensor->values().begin());
    std::copy(fields.begin(), fields.end(), tensor->fields().begin());
    result.couplings = std::move(tensor);
}

void readScores(Hdf5Reader &file, JobResult &result)
{
    result.couplingScore = file.floats(kScore, {result.length(), result.length()});
    if (const auto k = firstNotFinite(result.couplingScore); k >= 0)
        file.fail(Text::tr("value %1 of the scores is not finite").arg(k));
}

void readDistances(Hdf5Reader &file, JobResult &result)
{
    const auto shape = file.shape(kDistances);
    if (shape.size() != 3 || shape[0] < 1 || shape[0] > 64 || shape[1] != result.length() ||
        shape[2] != shape[1])
        return file.fail(Text::tr("its distances do not fit its query"));
    const auto values = file.floats(kDistances, shape);
    if (!file.isOk())
        return;
    // NaN stands for an unknown distance.
    const auto infinite = std::find_if(values.begin(), values.end(), [](float d) { return std::isinf(d); });
    if (infinite != values.end())
        return file.fail(Text::tr("value %1 of the distances is infinite").arg(infinite - values.begin()));
    auto map = std::make_shared<DistanceMap>(result.length(), int(shape[0]));
    std::copy(values.begin(), values.end(), map->values().begin());
    result.predicted = std::move(map);
}

bool matchIsSound(const StructureMatch &match)
{
    const Structure &chain = match.structure;
    const auto residues = chain.residues.size();
    if (chain.labels.size() != residues || chain.secondary.size() != residues || !areLetters(chain.residues))
        return false;
    for (const int k : match.residueOf)
        if (k < -1 || k >= chain.length())
            return false;
    return true;
}

void readStructure(Hdf5Reader &file, JobResult &result)
{
    StructureMatch match;
    Structure &chain = match.structure;
    chain.name = file.text(kStructureName);
    chain.residues = file.text(kStructureResidues).toStdString();
    const auto labels = file.texts(kStructureLabels);
    chain.labels.assign(labels.begin(), labels.end());
    const Hdf5Shape shape = {std::int64_t(chain.residues.size()), 3};
    chain.ca = positions(file.doubles(kStructureCa, shape));
    chain.cb = positions(file.doubles(kStructureCb, shape));
    for (const QChar state : file.text(kStructureSecondary))
        chain.secondary.push_back(secondaryFrom(state));
    match.residueOf = file.integers(kStructureMatch, {result.length()});
    match.identity = file.numberAttribute(kStructurePart, QStringLiteral("identity"));
    match.aligned = countFrom(file.numberAttribute(kStructurePart, QStringLiteral("aligned")));
    match.mismatches = countFrom(file.numberAttribute(kStructurePart, QStringLiteral("mismatches")));
    if (file.isOk() && !matchIsSound(match))
        return file.fail(Text::tr("its structure does not fit its query"));
    result.structure = std::move(match);
}

void readRest(Hdf5Reader &file, JobResult &result)
{
    result.warnings = file.texts(kWarnings);
    QJsonParseError status;
    result.provenance = QJsonDocument::fromJson(file.text(kProvenance).toUtf8(), &status).object();
    if (status.error != QJsonParseError::NoError)
        file.fail(Text::tr("its provenance is damaged"));
}

} // namespace

Result<void> saveResult(const JobResult &result, const QString &path, const QJsonObject &view,
                        const std::vector<SessionResult> &others)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (const auto space = checkSpace(bytesNeeded(result), folder); !space.isOk())
        return space;
    const auto random = QRandomGenerator::system()->generate();
    const QString temporary = QStringLiteral("%1.%2.part").arg(path, QString::number(random, 16));
    auto written = writeAll(temporary, result, view, others);
    if (written.isOk() && !syncFile(temporary))
        written = notWritten(path);
    if (written.isOk() &&
        ::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) != 0)
        written = notWritten(path);
    if (!written.isOk()) {
        QFile::remove(temporary);
        return written;
    }
    syncFolder(folder);
    return {};
}

Result<JobResult> loadResult(const QString &path, int number)
{
    Hdf5Reader file(path);
    file.enter(groupOf(number));
    JobResult result;
    readQuery(file, result);
    const QStringList parts = partsIn(file);
    if (!parts.contains(kQueryPart))
        file.fail(Text::tr("its list of contents is damaged"));
    if (file.isOk() && parts.contains(kAlignmentPart))
        readAlignment(file, result);
    if (file.isOk() && parts.contains(kCouplingsPart))
        readCouplings(file, result);
    if (file.isOk() && parts.contains(kScorePart))
        readScores(file, result);
    if (file.isOk() && parts.contains(kPredictedPart))
        readDistances(file, result);
    if (file.isOk() && parts.contains(kStructurePart))
        readStructure(file, result);
    if (file.isOk())
        readRest(file, result);
    if (!file.isOk())
        return file.error();
    return result;
}

bool isResultFile(const QString &path)
{
    Hdf5Reader file(path);
    return file.textAttribute(kRoot, QStringLiteral("format")) == kFormat;
}

bool hasCouplings(const QString &path)
{
    Hdf5Reader file(path);
    return partsIn(file).contains(kCouplingsPart);
}

Result<QJsonObject> loadView(const QString &path, int number)
{
    Hdf5Reader file(path);
    file.enter(groupOf(number));
    if (file.isOk() && !file.has(kView))
        return QJsonObject();
    QJsonParseError status;
    const QJsonObject view = QJsonDocument::fromJson(file.text(kView).toUtf8(), &status).object();
    if (file.isOk() && status.error != QJsonParseError::NoError)
        file.fail(Text::tr("its view is damaged"));
    return file.isOk() ? Result<QJsonObject>(view) : file.error();
}

Result<QStringList> loadResultNames(const QString &path)
{
    Hdf5Reader file(path);
    QStringList names{file.text(kQueryName)};
    for (int number = 1; number < kMostResults && file.isOk(); ++number) {
        file.enter(groupOf(number));
        if (!file.has(kQueryName))
            break;
        names << file.text(kQueryName);
    }
    return file.isOk() ? Result<QStringList>(names) : file.error();
}

Result<QString> fileChecksum(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error::io(path, Text::tr("The file cannot be read"), file.errorString(),
                         Text::tr("Check that it is still there and who may read it."));
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace WhiteBox
