// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figurerecipe.h"

#include "core/attribution/questionkeys.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace WhiteBox {

namespace {

constexpr int kVersion = 1;
constexpr int kMostText = 4096;
constexpr int kMostResidues = 1000000;

// In the order of their enumerations.
const QStringList kTargets{QStringLiteral("raises"), QStringLiteral("lowers")};
const QStringList kScales{QStringLiteral("global"), QStringLiteral("row"), QStringLiteral("tile"),
                          QStringLiteral("locked")};
const QStringList kOrders{QStringLiteral("ccmpred"), QStringLiteral("alphabet"),
                          QStringLiteral("hydrophobicity"), QStringLiteral("charge")};
const QStringList kContents{QStringLiteral("predicted"),      QStringLiteral("truth"),
                            QStringLiteral("error"),          QStringLiteral("coupling-score"),
                            QStringLiteral("predicted-caca"), QStringLiteral("predicted-cacb"),
                            QStringLiteral("predicted-cbca"), QStringLiteral("predicted-cbcb")};

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FigureRecipe)
};

Error wrong(const QString &why)
{
    Error error;
    error.kind = ErrorKind::Parse;
    error.what = Text::tr("The figure's recipe cannot be followed");
    error.why = why;
    error.remedy = Text::tr("Take a figure as White Box wrote it, or make it anew with --figure.");
    return error;
}

/// Reads the members of an object from anywhere; the first one that is wrong is told, later ones are not
/// read.
class Reader
{
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    {}

    bool isFine() const { return m_why.isEmpty(); }
    const QString &why() const { return m_why; }

    void text(const char *key, QString &out)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        if (!value.isString() || value.toString().size() > kMostText)
            return refuse(key);
        out = value.toString();
    }

    void whole(const char *key, int least, int most, int &out)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        if (const auto number = wholeOf(value, least, most))
            out = *number;
        else
            refuse(key);
    }

    void limit(const char *key, double &out)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        if (!value.isDouble() || !std::isfinite(value.toDouble()) || value.toDouble() < 0)
            return refuse(key);
        out = value.toDouble();
    }

    template <typename Enum>
    void name(const char *key, const QStringList &names, Enum &out)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        const auto at = value.isString() ? names.indexOf(value.toString()) : -1;
        if (at < 0)
            return refuse(key);
        out = Enum(at);
    }

    /// count whole numbers, or nothing where there is no such member.
    std::vector<int> numbers(const char *key, int count, int least, int most)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return {};
        std::vector<int> found;
        for (const QJsonValue &each : value.toArray())
            if (const auto number = wholeOf(each, least, most))
                found.push_back(*number);
        if (value.toArray().size() != count || int(found.size()) != count) {
            refuse(key);
            return {};
        }
        return found;
    }

    void option(const char *key, QJsonValue &out)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        const bool fits = (value.isDouble() && std::isfinite(value.toDouble())) ||
                          (value.isString() && value.toString().size() <= kMostText);
        if (!fits)
            return refuse(key);
        out = value;
    }

private:
    static std::optional<int> wholeOf(const QJsonValue &value, int least, int most)
    {
        const double number = value.isDouble() ? value.toDouble() : NAN;
        if (!(number >= least && number <= most) || number != std::floor(number))
            return std::nullopt;
        return int(number);
    }

    QJsonValue take(const char *key) const
    {
        return isFine() ? m_object.value(QLatin1String(key)) : QJsonValue(QJsonValue::Undefined);
    }

    void refuse(const char *key)
    {
        m_why = Text::tr("its part \"%1\" is none that this version knows").arg(QLatin1String(key));
    }

    QJsonObject m_object;
    QString m_why;
};

} // namespace

QStringList scaleKeys()
{
    return kScales;
}

QStringList orderKeys()
{
    return kOrders;
}

FigureRecipe FigureRecipe::of(const JobResult &result, const ViewSettings &settings,
                              const PairSelection &selection)
{
    const QJsonObject model = result.provenance[QStringLiteral("model")].toObject();
    FigureRecipe recipe = of(settings, selection.pair());
    recipe.openTile = selection.openTile();
    recipe.job = result.jobId;
    recipe.protein = result.query.name;
    recipe.modelName = model[QStringLiteral("name")].toString();
    recipe.modelSha256 = model[QStringLiteral("sha256")].toString();
    recipe.truth = result.structure ? result.structure->structure.name : QString();
    return recipe;
}

FigureRecipe FigureRecipe::of(const ViewSettings &settings, std::optional<ResiduePair> pair)
{
    FigureRecipe recipe;
    recipe.pair = pair;
    recipe.channel = settings.channel();
    recipe.method = settings.method();
    recipe.target = settings.target();
    recipe.scale = settings.scale();
    recipe.lockedGradient = settings.lockedGradient();
    recipe.lockedCouplings = settings.lockedCouplings();
    recipe.order = settings.order();
    recipe.lower = settings.lower();
    recipe.upper = settings.upper();
    recipe.markedDivisor = settings.markedDivisor();
    recipe.minimumSeparation = settings.minimumSeparation();
    return recipe;
}

void FigureRecipe::applyTo(ViewSettings &settings) const
{
    settings.setChannel(channel);
    settings.setMethod(method);
    settings.setTarget(target);
    settings.setScale(scale);
    settings.setLockedLimits(lockedGradient, lockedCouplings);
    settings.setOrder(order);
    settings.setLower(lower);
    settings.setUpper(upper);
    settings.setMarkedDivisor(markedDivisor);
    settings.setMinimumSeparation(minimumSeparation);
}

QByteArray FigureRecipe::toJson() const
{
    QJsonObject object{{QStringLiteral("version"), kVersion},
                       {QStringLiteral("figure"), figure},
                       {QStringLiteral("job"), job},
                       {QStringLiteral("input"), input},
                       {QStringLiteral("protein"), protein},
                       {QStringLiteral("model"), modelName},
                       {QStringLiteral("modelSha256"), modelSha256},
                       {QStringLiteral("truth"), truth},
                       {QStringLiteral("channel"), channel},
                       {QStringLiteral("method"), QLatin1String(kMethodKeys[std::size_t(method)])},
                       {QStringLiteral("target"), kTargets.value(int(target))},
                       {QStringLiteral("scale"), kScales.value(int(scale))},
                       {QStringLiteral("lockedGradient"), lockedGradient},
                       {QStringLiteral("lockedCouplings"), lockedCouplings},
                       {QStringLiteral("order"), kOrders.value(int(order))},
                       {QStringLiteral("lower"), kContents.value(int(lower))},
                       {QStringLiteral("upper"), kContents.value(int(upper))},
                       {QStringLiteral("markedDivisor"), markedDivisor},
                       {QStringLiteral("minimumSeparation"), minimumSeparation}};
    if (pair) // people count from 1
        object.insert(QStringLiteral("pair"), QJsonArray{pair->i + 1, pair->j + 1});
    if (!visible.isEmpty())
        object.insert(QStringLiteral("visible"),
                      QJsonArray{visible.x(), visible.y(), visible.width(), visible.height()});
    if (openTile)
        object.insert(QStringLiteral("tile"), QJsonArray{openTile->a, openTile->b});
    if (!option.isNull() && !option.isUndefined())
        object.insert(QStringLiteral("option"), option);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<FigureRecipe> FigureRecipe::fromJson(const QByteArray &json)
{
    if (json.size() > kMostRecipeBytes)
        return wrong(Text::tr("it has %1 bytes, more than any").arg(json.size()));
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return wrong(Text::tr("it is no JSON object"));
    Reader reader(document.object());
    FigureRecipe r;
    int version = 0;
    reader.whole("version", 1, kMostResidues, version);
    if (reader.isFine() && version != kVersion) {
        Error error =
            wrong(Text::tr("it is of version %1, this program knows %2").arg(version).arg(kVersion));
        error.kind = ErrorKind::Unsupported;
        return error;
    }
    for (const auto &[key, text] : {std::pair{"figure", &r.figure},
                                    {"job", &r.job},
                                    {"input", &r.input},
                                    {"protein", &r.protein},
                                    {"model", &r.modelName},
                                    {"modelSha256", &r.modelSha256},
                                    {"truth", &r.truth}})
        reader.text(key, *text);
    reader.whole("channel", 0, kDistanceChannels - 1, r.channel);
    reader.name("method", methodKeys(), r.method);
    reader.name("target", kTargets, r.target);
    reader.name("scale", kScales, r.scale);
    reader.limit("lockedGradient", r.lockedGradient);
    reader.limit("lockedCouplings", r.lockedCouplings);
    reader.name("order", kOrders, r.order);
    reader.name("lower", kContents, r.lower);
    reader.name("upper", kContents, r.upper);
    reader.whole("markedDivisor", 0, 1000, r.markedDivisor);
    reader.whole("minimumSeparation", 0, kMostResidues, r.minimumSeparation);
    if (const auto pair = reader.numbers("pair", 2, 1, kMostResidues); !pair.empty())
        r.pair = ResiduePair{pair[0] - 1, pair[1] - 1};
    if (const auto cells = reader.numbers("visible", 4, 0, kMostResidues); !cells.empty())
        r.visible = cells[2] > 0 && cells[3] > 0 ? QRect(cells[0], cells[1], cells[2], cells[3]) : QRect();
    if (const auto tile = reader.numbers("tile", 2, 0, kStates - 1); !tile.empty())
        r.openTile = TileStates{tile[0], tile[1]};
    reader.option("option", r.option);
    if (!reader.isFine())
        return wrong(reader.why());
    return r;
}

} // namespace WhiteBox
