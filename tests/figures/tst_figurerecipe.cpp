// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes go into figures and come out again; what comes from elsewhere is refused.
#include "core/attribution/questionkeys.h"
#include "tests/support/memorylimit.h"
#include "widgets/figureexport.h"
#include "widgets/figurerecipe.h"
#include "widgets/plotpanel.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;

namespace {

FigureRecipe unusual()
{
    FigureRecipe recipe;
    recipe.figure = QStringLiteral("curve");
    recipe.job = QStringLiteral("a810acbfe12aebca");
    recipe.input = QStringLiteral("/home/müller/<a> & \"b\".aln");
    recipe.protein = QStringLiteral("CHEY <&> Å");
    recipe.modelSha256 = QStringLiteral("aaaf9493113f7a0e");
    recipe.truth = QStringLiteral("1ABA chain A");
    recipe.pair = ResiduePair{20, 32};
    recipe.channel = 1;
    recipe.method = ExplanationMethod::IntegratedGradients;
    recipe.target = AttributionTarget::LowersDistance;
    recipe.scale = MosaicScale::Locked;
    recipe.lockedGradient = 0.1234567890123;
    recipe.order = ResidueOrder::Charge;
    recipe.upper = MatrixContent::Truth;
    recipe.markedDivisor = 5;
    recipe.visible = QRect(3, 4, 20, 21);
    recipe.openTile = TileStates{1, 20};
    recipe.option = 0.75;
    return recipe;
}

PlotPicture line()
{
    PlotPicture picture;
    picture.title = QStringLiteral("A <line> & more");
    picture.xLabel = QStringLiteral("x");
    picture.series = {{QStringLiteral("y"), {0, 1, 2}, {0, 1, 4}, Qt::red}};
    return picture;
}

} // namespace

class TestFigureRecipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPartSurvivesJson()
    {
        const auto again = FigureRecipe::fromJson(unusual().toJson());
        QVERIFY2(again.isOk(), qPrintable(again.isOk() ? QString() : again.error().text()));
        QVERIFY(again.value() == unusual());
        for (const QString &key : methodKeys())
            QVERIFY(methodOfKey(key).has_value());
        QCOMPARE(methodKeys().size(), qsizetype(kExplanationMethods.size()));
    }

    void aViewOfNoCellsIsAllOfThem()
    {
        const auto recipe = FigureRecipe::fromJson("{\"version\":1,\"visible\":[0,5,0,5]}");
        QVERIFY(recipe.isOk());
        QCOMPARE(recipe.value().visible, QRect());
    }

    // Found by fuzzing: libpng allocates what a text claims to be long, two gigabytes here.
    void claimedSizesOfAPngAreNotBelieved()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("figure.png")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArrayView(
                       "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55", 33)
                       .toByteArray());
        file.write(QByteArrayView("\x7d\0\0\0tEXtwhitebox-recipe\0{}", 26).toByteArray());
        file.close();
        const Test::MemoryLimit limit(256 << 20);
        const auto recipe = recipeOfFile(file.fileName());
        QVERIFY(!recipe.isOk());
        QVERIFY2(recipe.error().why.contains(QLatin1String("no recipe")), qPrintable(recipe.error().text()));
    }

    void everyFormatCarriesIt_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const char *suffix : {"png", "svg", "pdf"})
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }

    void everyFormatCarriesIt()
    {
        QFETCH(QString, suffix);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("figure.") + suffix);
        PlotPanel panel(QStringLiteral("curve"));
        panel.setPicture(line());
        QVERIFY(exportFigure(panel, {{QStringLiteral("a caption")}, unusual().toJson()}, path).isOk());
        const auto again = recipeOfFile(path);
        QVERIFY2(again.isOk(), qPrintable(again.isOk() ? QString() : again.error().text()));
        QVERIFY(again.value() == unusual());
        QVERIFY(exportFigure(panel, {{QStringLiteral("a caption")}, {}}, path).isOk());
        QVERIFY(!recipeOfFile(path).isOk());
    }

    void whatIsNoRecipeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("json");
        const auto row = [](const char *key, const char *value) {
            QTest::addRow("%s %s", key, value) << QByteArray(key) << QString::fromUtf8(value);
        };
        row("method", "\"astrology\"");
        row("method", "2");
        row("scale", "null");
        row("order", "\"\"");
        row("lower", "\"../../etc\"");
        row("channel", "4");
        row("channel", "-1");
        row("channel", "0.5");
        row("pair", "[0, 1]");
        row("pair", "[1]");
        row("pair", "[1, 2, 3]");
        row("pair", "[1, \"2\"]");
        row("pair", "[1, 1e300]");
        row("tile", "[0, 21]");
        row("visible", "[0, 0, -5, 5]");
        row("lockedGradient", "-1");
        row("job", "[]");
        row("option", "{}");
        row("version", "2");
        row("version", "\"1\"");
    }

    void whatIsNoRecipeIsRefused()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, json);
        QJsonObject object = QJsonDocument::fromJson(unusual().toJson()).object();
        const QJsonObject other =
            QJsonDocument::fromJson(QStringLiteral("{\"v\": %1}").arg(json).toUtf8()).object();
        object[QLatin1String(key)] = other[QStringLiteral("v")];
        const auto recipe = FigureRecipe::fromJson(QJsonDocument(object).toJson());
        QVERIFY(!recipe.isOk());
        QVERIFY(!recipe.error().what.isEmpty() && !recipe.error().why.isEmpty() &&
                !recipe.error().remedy.isEmpty());
    }

    void longOnesAreRefused()
    {
        FigureRecipe recipe = unusual();
        recipe.protein = QString(5000, u'x');
        QVERIFY(!FigureRecipe::fromJson(recipe.toJson()).isOk());
        QVERIFY(!FigureRecipe::fromJson(QByteArray(kMostRecipeBytes + 1, ' ') + unusual().toJson()).isOk());
        QVERIFY(!FigureRecipe::fromJson("[").isOk());
    }

    void brokenFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("png head") << QByteArray("\x89PNG\r\n\x1a\n");
        QTest::newRow("pdf head") << QByteArray("%PDF-1.4\n<whitebox:recipe>");
        QTest::newRow("pdf rubbish") << QByteArray("%PDF-1.4\n<whitebox:recipe>&x;</whitebox:recipe>");
        QTest::newRow("svg") << QByteArray("<svg><metadata id=\"whitebox-recipe\">{</metadata></svg>");
        QTest::newRow("entities") << QByteArray(
            "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
            "\"&a;&a;&a;&a;&a;&a;&a;&a;\">]><svg><metadata id=\"whitebox-recipe\">&b;&b;</metadata></svg>");
    }

    void brokenFilesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("figure")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto recipe = recipeOfFile(file.fileName());
        QVERIFY(!recipe.isOk());
        QCOMPARE(recipe.error().file, file.fileName());
        QVERIFY(!recipe.error().remedy.isEmpty());
    }

    /// A plot twice as large is the same plot: it was once drawn beyond its frame.
    void aCurveKeepsItsSize()
    {
        PlotPanel panel(QStringLiteral("curve"));
        panel.setPicture(line());
        const auto inkOf = [&panel](double ratio) {
            const QImage image = figureImage(panel, {}, ratio);
            int right = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y) == QColor(Qt::red))
                        right = std::max(right, x);
            return double(right) / image.width();
        };
        QVERIFY(inkOf(1) > 0.5);
        QVERIFY(std::abs(inkOf(1) - inkOf(2)) < 0.02);
        QVERIFY(std::abs(inkOf(1) - inkOf(3)) < 0.02);
    }
};

QTEST_MAIN(TestFigureRecipe)
#include "tst_figurerecipe.moc"
