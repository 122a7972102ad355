// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-figures: figures of a result, or a figure again from the recipe inside of it.
#include "app/figures/figurescommand.h"

#include "app/cli/arguments.h"
#include "app/figures/talkfigures.h"
#include "core/attribution/questionkeys.h"
#include "widgets/pairranking.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace WhiteBox {

namespace {

using Cli::pathArgument;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

struct FiguresCommand
{
    std::string input;
    std::string pair;
    std::string channel = "bb";
    std::string method = "guided";
    std::string target = "raises";
    std::string scale = "global";
    std::string order = "ccmpred";
    std::vector<std::string> figures{"page"};
    std::string format = "pdf";
    std::string out = ".";
    std::string structure;
    std::string model;
    std::string remake;
    std::string remakeInput;
    bool talk = false;
};

std::vector<std::string> plain(const QStringList &words)
{
    std::vector<std::string> list;
    for (const QString &word : words)
        list.push_back(word.toStdString());
    return list;
}

Error misused(const QString &why, const QString &remedy)
{
    Error error;
    error.what = Text::tr("No figure can be made");
    error.why = why;
    error.remedy = remedy;
    return error;
}

/// Where a figure goes: the file that --out names, or one in the folder that it names.
QString pathOf(const FiguresCommand &c, const QString &figure, bool isOnly)
{
    const QString out = pathArgument(c.out);
    if (isOnly && !QFileInfo(out).isDir() && figureFormatOf(out).isOk())
        return out;
    return QDir(out).filePath(figure + QLatin1Char('.') + QString::fromStdString(c.format));
}

/// Makes the figures of the recipes, which differ in nothing but their name.
Result<QStringList> makeFigures(FigureStudio &studio, const std::vector<FigureRecipe> &recipes,
                                const FiguresCommand &c, const Cli::Context &context)
{
    QStringList files;
    for (const FigureRecipe &recipe : recipes) {
        const auto figure = studio.show(recipe, context.stop);
        if (!figure.isOk())
            return figure.error();
        const QString path = pathOf(c, recipe.figure, recipes.size() == 1);
        if (!QDir().mkpath(QFileInfo(path).absolutePath()))
            return Error::io(path, Text::tr("The figure could not be written"),
                             Text::tr("the folder cannot be made"), Text::tr("Choose another folder."));
        if (const auto written = exportFigure(*figure.value(), studio.notes(), path); !written.isOk())
            return written.error();
        if (!context.json)
            Cli::printLine(Text::tr("written: %1").arg(path));
        files << path;
    }
    return files;
}

Result<FigureRecipe> recipeOf(const FiguresCommand &c, const JobResult &result)
{
    FigureRecipe recipe;
    const auto enumerated = [](const QStringList &keys, const std::string &key) {
        return int(keys.indexOf(QString::fromStdString(key)));
    };
    recipe.channel = enumerated(channelKeys(), c.channel);
    recipe.method = methodOfKey(QString::fromStdString(c.method)).value_or(recipe.method);
    recipe.target =
        c.target == "lowers" ? AttributionTarget::LowersDistance : AttributionTarget::RaisesDistance;
    recipe.scale = MosaicScale(enumerated(scaleKeys(), c.scale));
    recipe.order = ResidueOrder(enumerated(orderKeys(), c.order));
    recipe.truth = result.structure ? result.structure->structure.name : QString();
    recipe.upper = result.structure ? MatrixContent::Truth : MatrixContent::CouplingScore;
    if (!c.pair.empty()) {
        const auto pair =
            ResiduePair::parse(QString::fromStdString(c.pair), result.length(), result.query.residues);
        if (!pair.isOk())
            return pair.error();
        recipe.pair = pair.value();
    } else if (const auto ranked = rankedPairs(result, recipe.minimumSeparation); !ranked.empty()) {
        recipe.pair = ranked.front(); // as the window shows first
    }
    return recipe;
}

Result<QStringList> makeNew(const FiguresCommand &c, Cli::Context &context)
{
    if (c.input.empty())
        return misused(Text::tr("neither an input nor a figure to remake was named"),
                       Text::tr("Give a job's id, a result, an alignment or couplings, or --remake FIGURE."));
    auto source =
        loadFigureSource({pathArgument(c.input), pathArgument(c.structure), pathArgument(c.model)}, context);
    if (!source.isOk())
        return std::move(source).error();
    const auto common = recipeOf(c, *source.value().result);
    if (!common.isOk())
        return common.error();
    QStringList names;
    for (const std::string &figure : c.figures)
        names << (figure == "all" ? FigureStudio::names() : QStringList{QString::fromStdString(figure)});
    names.removeDuplicates();
    std::vector<FigureRecipe> recipes;
    for (const QString &name : names) {
        recipes.push_back(common.value());
        recipes.back().figure = name;
    }
    FigureStudio studio(std::move(source).value());
    return makeFigures(studio, recipes, c, context);
}

/// Where the talk goes: the file that --out names, or talk.pdf in the folder that it names.
QString talkPath(const FiguresCommand &c)
{
    const QString out = pathArgument(c.out);
    return out.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)
               ? out
               : QDir(out).filePath(QStringLiteral("talk.pdf"));
}

Result<QStringList> talkOf(FigureSource source, const FigureRecipe &recipe, const FiguresCommand &c,
                           const Cli::Context &context)
{
    const QString path = talkPath(c);
    if (auto folder = Cli::checkFolder(QFileInfo(path).absolutePath()); !folder.isOk())
        return std::move(folder).error();
    QDir().mkpath(QFileInfo(path).absolutePath());
    FigureStudio studio(std::move(source));
    const auto tell = [&context](const QString &line) {
        if (!context.json)
            Cli::printLine(line);
    };
    if (auto written = writeTalk(studio, recipe, path, context.stop, tell); !written.isOk())
        return std::move(written).error();
    tell(Text::tr("written: %1").arg(path));
    return QStringList{path};
}

Result<QStringList> makeTalk(const FiguresCommand &c, Cli::Context &context)
{
    auto source =
        c.input.empty()
            ? talkSource(context)
            : loadFigureSource({pathArgument(c.input), pathArgument(c.structure), pathArgument(c.model)},
                               context);
    if (!source.isOk())
        return std::move(source).error();
    auto recipe = recipeOf(c, *source.value().result);
    if (!recipe.isOk())
        return std::move(recipe).error();
    if (c.pair.empty())
        recipe.value().pair = talkPair(*source.value().result);
    return talkOf(std::move(source).value(), recipe.value(), c, context);
}

/// Another network would give another figure.
Result<void> checkModel(const FigureRecipe &recipe, const JobResult &result)
{
    const QString sha =
        result.provenance[QStringLiteral("model")].toObject()[QStringLiteral("sha256")].toString();
    if (sha == recipe.modelSha256)
        return {};
    return Error{ErrorKind::Mismatch, Text::tr("The figure would be another one"),
                 Text::tr("it was made with network %1 (SHA-256 %2…), the result is of one with %3…")
                     .arg(recipe.modelName, recipe.modelSha256.left(16), sha.left(16)),
                 Text::tr("Give that network's file with --model.")};
}

Result<QStringList> makeAgain(const FiguresCommand &c, Cli::Context &context)
{
    // The figure that is given may be the only one.
    const QString given = QFileInfo(pathArgument(c.remake)).canonicalFilePath();
    if (!given.isEmpty() && c.out == "." && QFileInfo(given).dir() == QDir::current())
        return misused(Text::tr("the figure made again could replace the one it is made from"),
                       Text::tr("Name another file or folder with -o."));
    const auto recipe = recipeOfFile(pathArgument(c.remake));
    if (!recipe.isOk())
        return recipe.error();
    FigureAsk ask{pathArgument(c.remakeInput), pathArgument(c.structure), pathArgument(c.model)};
    if (ask.input.isEmpty())
        ask.input = !recipe.value().job.isEmpty() ? recipe.value().job : recipe.value().input;
    if (ask.input.isEmpty())
        return misused(Text::tr("the figure does not tell of what job or file it is"),
                       Text::tr("Name it with --input."));
    auto source = loadFigureSource(ask, context);
    if (!source.isOk())
        return std::move(source).error();
    if (auto known = checkModel(recipe.value(), *source.value().result); !known.isOk())
        return std::move(known).error();
    source.value().input = recipe.value().input; // it is the same figure
    if (recipe.value().figure == QLatin1String("talk"))
        return talkOf(std::move(source).value(), recipe.value(), c, context);
    FigureStudio studio(std::move(source).value());
    return makeFigures(studio, {recipe.value()}, c, context);
}

void execute(const FiguresCommand &c, Cli::Context &context)
{
    const auto files = !c.remake.empty() ? makeAgain(c, context)
                       : c.talk          ? makeTalk(c, context)
                                         : makeNew(c, context);
    Cli::clearProgressLine();
    if (!files.isOk())
        context.status = Cli::report(files.error(), context);
    else if (context.json)
        Cli::printJson({{QStringLiteral("files"), QJsonArray::fromStringList(files.value())}});
}

void declareView(CLI::App &app, FiguresCommand &c)
{
    const auto choice = [&app](const char *name, std::string &value, const QStringList &keys,
                               const char *help) {
        app.add_option(name, value, help)->check(CLI::IsMember(plain(keys)))->capture_default_str();
    };
    app.add_option("--pair", c.pair,
                   "Residues counted from 1: I,J or with letters L12-V40; default: the pair predicted "
                   "closest");
    choice("--channel", c.channel, channelKeys(), "Distance between Ca and Cb at i and j");
    choice("--method", c.method, methodKeys(), "How the distance is explained");
    choice("--target", c.target, {QStringLiteral("raises"), QStringLiteral("lowers")},
           "Explain what raises or what lowers the distance");
    choice("--scale", c.scale, scaleKeys().mid(0, 3),
           "Colour scale of the tiles: one, or of each row or tile");
    choice("--order", c.order, orderKeys(), "Order of the amino acids");
}

} // namespace

void addFigureOptions(CLI::App &app, Cli::Context &context)
{
    const auto c = std::make_shared<FiguresCommand>();
    QStringList names = FigureStudio::names();
    names << QStringLiteral("all");
    app.add_option(
        "input", c->input,
        "Id of a stored job, result file (HDF5), alignment or couplings; these two become a job of "
        "the library");
    app.add_option("--figure", c->figures, "Which: page (map, tiles, coevolution, caption), a panel, or all")
        ->delimiter(',')
        ->check(CLI::IsMember(plain(names)))
        ->capture_default_str();
    app.add_option("--format", c->format, "pdf, svg or png")
        ->check(CLI::IsMember({"pdf", "svg", "png"}))
        ->capture_default_str();
    app.add_option("-o,--out", c->out, "Folder, or the file where one figure is made")->capture_default_str();
    declareView(app, *c);
    app.add_option("--structure", c->structure, "Known structure (PDB, mmCIF) to judge the prediction by");
    app.add_option("--model", c->model, "Another network than the result's");
    app.add_flag("--talk", c->talk,
                 "Every figure of the 2018 talk as one PDF; without an input for 1ABA chain A, Lys21-Phe33, "
                 "where ../shared/data has it, else for the example");
    auto *remake = app.add_option("--remake", c->remake,
                                  "Make this figure (PNG, SVG or PDF of White Box) again from the recipe "
                                  "inside of it");
    app.add_option("--input", c->remakeInput, "What to remake it of, instead of the job that it names")
        ->needs(remake);
    app.callback([c, &context] { execute(*c, context); });
}

} // namespace WhiteBox
