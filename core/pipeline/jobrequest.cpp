// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/jobrequest.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <array>
#include <span>

namespace WhiteBox {

namespace {

// Raise it when the built-in stages change in a way that changes results.
constexpr int kEngineVersion = 1;

constexpr std::array<const char *, 3> kKinds = {"sequence", "alignment", "couplings"};

template <class T>
void add(QCryptographicHash &hash, std::span<const T> values)
{
    const auto bytes = std::as_bytes(values);
    hash.addData(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

void add(QCryptographicHash &hash, const std::string &text)
{
    // The length keeps neighbouring texts apart.
    hash.addData(QByteArray::number(qulonglong(text.size())) + ':');
    add(hash, std::span<const char>(text));
}

QJsonObject databaseJson(const DatabaseInfo &database)
{
    if (database.path.isEmpty())
        return {};
    return {{QStringLiteral("path"), database.path},
            {QStringLiteral("bytes"), database.bytes},
            {QStringLiteral("modified"), database.modified.toUTC().toString(Qt::ISODateWithMs)}};
}

QJsonObject parametersJson(const JobParameters &parameters)
{
    return {{QStringLiteral("database"), parameters.database},
            {QStringLiteral("jackhmmer"), parameters.jackhmmer},
            {QStringLiteral("searchRounds"), parameters.searchRounds},
            {QStringLiteral("inclusionEvalue"), parameters.inclusionEvalue},
            {QStringLiteral("minimumCoverage"), parameters.minimumCoverage},
            {QStringLiteral("model"), parameters.model},
            {QStringLiteral("threads"), parameters.threads},
            {QStringLiteral("engine"), nameOf(parameters.engine)},
            {QStringLiteral("ccmpred"), parameters.ccmpred}};
}

} // namespace

QString nameOf(InputKind kind)
{
    return QLatin1String(kKinds[size_t(kind)]);
}

QString nameOf(CouplingsEngine engine)
{
    return engine == CouplingsEngine::Ccmpred ? QStringLiteral("ccmpred") : QStringLiteral("built-in");
}

QJsonObject requestJson(const JobInput &input, const QString &sha256, const JobParameters &parameters,
                        const JobEnvironment &environment)
{
    QJsonObject request{
        {QStringLiteral("engine"), kEngineVersion},
        {QStringLiteral("kind"), nameOf(input.kind)},
        {QStringLiteral("sha256"), sha256},
        {QStringLiteral("name"), input.query.name},
        {QStringLiteral("description"), input.query.description},
        {QStringLiteral("residues"), QString::fromStdString(input.query.residues)},
        {QStringLiteral("parameters"), parametersJson(parameters)},
        {QStringLiteral("model"), QJsonObject{{QStringLiteral("name"), environment.modelName},
                                              {QStringLiteral("path"), environment.modelPath},
                                              {QStringLiteral("sha256"), environment.modelSha256}}}};
    if (input.kind == InputKind::Sequence) {
        request[QStringLiteral("database")] = databaseJson(environment.database);
        request[QStringLiteral("jackhmmer")] =
            QJsonObject{{QStringLiteral("path"), environment.jackhmmerPath},
                        {QStringLiteral("version"), environment.jackhmmerVersion}};
    }
    if (input.kind == InputKind::Alignment && input.alignment)
        request[QStringLiteral("rows")] = input.alignment->rows(); // for what the job needs, not for its key
    if (!environment.ccmpred.isEmpty())
        request[QStringLiteral("ccmpred")] = environment.ccmpred;
    return request;
}

InputKind kindOf(const QJsonObject &request)
{
    const QString name = request[QStringLiteral("kind")].toString();
    for (size_t k = 0; k < kKinds.size(); ++k)
        if (name == QLatin1String(kKinds[k]))
            return InputKind(k);
    return InputKind::Sequence;
}

std::optional<int> rowsOf(const QJsonObject &request)
{
    const int rows = request[QStringLiteral("rows")].toInt();
    return rows > 0 ? std::optional(rows) : std::nullopt;
}

Sequence queryOf(const QJsonObject &request)
{
    return {request[QStringLiteral("name")].toString(), request[QStringLiteral("description")].toString(),
            request[QStringLiteral("residues")].toString().toStdString()};
}

JobParameters parametersOf(const QJsonObject &request)
{
    const QJsonObject json = request[QStringLiteral("parameters")].toObject();
    JobParameters parameters;
    parameters.database = json[QStringLiteral("database")].toString();
    parameters.jackhmmer = json[QStringLiteral("jackhmmer")].toString();
    parameters.searchRounds = json[QStringLiteral("searchRounds")].toInt(parameters.searchRounds);
    parameters.inclusionEvalue = json[QStringLiteral("inclusionEvalue")].toDouble(parameters.inclusionEvalue);
    parameters.minimumCoverage = json[QStringLiteral("minimumCoverage")].toDouble(parameters.minimumCoverage);
    parameters.model = json[QStringLiteral("model")].toString();
    parameters.threads = json[QStringLiteral("threads")].toInt(parameters.threads);
    if (json[QStringLiteral("engine")].toString() == nameOf(CouplingsEngine::Ccmpred))
        parameters.engine = CouplingsEngine::Ccmpred;
    parameters.ccmpred = json[QStringLiteral("ccmpred")].toString();
    return parameters;
}

QString inputHash(const JobInput &input)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    add(hash, input.query.residues);
    if (input.alignment)
        add(hash, input.alignment->states());
    if (input.couplings) {
        add(hash, input.couplings->values());
        add(hash, input.couplings->fields());
    }
    if (input.structure) {
        add(hash, input.structure->residues);
        add(hash, std::span<const Position>(input.structure->ca));
        add(hash, std::span<const Position>(input.structure->cb));
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString jobKey(const QJsonObject &request)
{
    const QJsonObject model = request[QStringLiteral("model")].toObject();
    QJsonObject parts{{QStringLiteral("engine"), request[QStringLiteral("engine")]},
                      {QStringLiteral("kind"), request[QStringLiteral("kind")]},
                      {QStringLiteral("input"), request[QStringLiteral("sha256")]},
                      {QStringLiteral("model"), model[QStringLiteral("sha256")]}};
    if (kindOf(request) == InputKind::Sequence) {
        const QJsonObject tool = request[QStringLiteral("jackhmmer")].toObject();
        const JobParameters parameters = parametersOf(request);
        parts[QStringLiteral("database")] = request[QStringLiteral("database")];
        parts[QStringLiteral("jackhmmer")] = tool[QStringLiteral("version")];
        parts[QStringLiteral("searchRounds")] = parameters.searchRounds;
        parts[QStringLiteral("inclusionEvalue")] = parameters.inclusionEvalue;
        parts[QStringLiteral("minimumCoverage")] = parameters.minimumCoverage;
    }
    if (request.contains(QStringLiteral("ccmpred")))
        parts[QStringLiteral("ccmpred")] = request[QStringLiteral("ccmpred")];
    // Members of a QJsonObject are sorted by name: the text is the same for the same parts.
    const QByteArray text = QJsonDocument(parts).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

} // namespace WhiteBox
