// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/modelcard.h"
#include "core/structure/distancemap.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;

class TestModelCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreRead();
    void incompleteCardsAreRefused_data();
    void incompleteCardsAreRefused();
    void missingAndOversizedFilesAreRefused();
    void cardLiesBesideTheWeights();
    void outputsAreDistancesWhereNothingElseIsSaid();
    void cardsOfScriptsAreReadAsTheyWereWritten();
    void whatIsNoUnitAndNoBinIsRefused_data();
    void whatIsNoUnitAndNoBinIsRefused();
    void exportsAreDescribedToo();
    void binsAreNumbersAndRuns();
    void whatAreNoBinsIsRefused_data();
    void whatAreNoBinsIsRefused();
    void standardNamesFollowTheChannels();
};

namespace {

QJsonObject example()
{
    return {{QStringLiteral("name"), QStringLiteral("net")},
            {QStringLiteral("date"), QStringLiteral("2018-07-01")},
            {QStringLiteral("weightsSha256"), QString(64, QLatin1Char('a'))},
            {QStringLiteral("normalisation"), QStringLiteral("above-background")},
            {QStringLiteral("channels"), QJsonArray{QStringLiteral("CaCa"), QStringLiteral("CbCb")}},
            {QStringLiteral("clampAngstrom"), 24},
            {QStringLiteral("inputRange"),
             QJsonObject{{QStringLiteral("least"), -2.5}, {QStringLiteral("most"), 4}}},
            {QStringLiteral("meanDistanceBySeparation"), QJsonArray{0, 5.3, 7.1}},
            {QStringLiteral("evaluation"),
             QJsonObject{
                 {QStringLiteral("test"), QJsonObject{{QStringLiteral("split"), QStringLiteral("test")}}}}},
            {QStringLiteral("architecture"), QJsonObject{{QStringLiteral("receptiveField"), 15}}}};
}

Result<ModelCard> parsed(const QJsonObject &object)
{
    return ModelCard::parse(QJsonDocument(object).toJson(), QStringLiteral("net.json"));
}

} // namespace

void TestModelCard::fieldsAreRead()
{
    const auto card = parsed(example());
    QVERIFY2(card.isOk(), card.isOk() ? "" : qPrintable(card.error().text()));
    QCOMPARE(card.value().name, QStringLiteral("net"));
    QCOMPARE(card.value().normalisation, Normalisation::AboveBackground);
    QCOMPARE(card.value().channels, (QStringList{QStringLiteral("CaCa"), QStringLiteral("CbCb")}));
    QCOMPARE(card.value().receptiveField, 15);
    QCOMPARE(card.value().clampAngstrom, 24.0F);
    QVERIFY(card.value().inputRange);
    QCOMPARE(card.value().inputRange->least, -2.5F);
    QCOMPARE(card.value().inputRange->most, 4.0F);
    QCOMPARE(card.value().meanDistanceBySeparation, (std::vector<float>{0, 5.3F, 7.1F}));
    QCOMPARE(card.value().evaluation(QStringLiteral("test")).value(QStringLiteral("split")).toString(),
             QStringLiteral("test"));
    QVERIFY(card.value().evaluation(QStringLiteral("val")).isEmpty());
}

void TestModelCard::incompleteCardsAreRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no name") << QStringLiteral("name") << QJsonValue();
    QTest::newRow("no hash") << QStringLiteral("weightsSha256") << QJsonValue();
    QTest::newRow("short hash") << QStringLiteral("weightsSha256") << QJsonValue(QStringLiteral("abc"));
    QTest::newRow("no channels") << QStringLiteral("channels") << QJsonValue(QJsonArray());
    QTest::newRow("no normalisation") << QStringLiteral("normalisation") << QJsonValue();
    QTest::newRow("unknown normalisation")
        << QStringLiteral("normalisation") << QJsonValue(QStringLiteral("whitened"));
    QTest::newRow("clamp beyond any distance") << QStringLiteral("clampAngstrom") << QJsonValue(1e300);
    QTest::newRow("mean beyond any distance")
        << QStringLiteral("meanDistanceBySeparation") << QJsonValue(QJsonArray{1.0, 1e300});
    QTest::newRow("negative receptive field")
        << QStringLiteral("architecture") << QJsonValue(QJsonObject{{QStringLiteral("receptiveField"), -1}});
    QTest::newRow("infinite range") << QStringLiteral("inputRange")
                                    << QJsonValue(QJsonObject{{QStringLiteral("least"), -1},
                                                              {QStringLiteral("most"), 1e300}});
    QTest::newRow("normalisation of another type") << QStringLiteral("normalisation") << QJsonValue(3);
}

void TestModelCard::incompleteCardsAreRefused()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject object = example();
    object.remove(field);
    if (!value.isNull())
        object[field] = value;
    const auto card = parsed(object);
    QVERIFY(!card.isOk());
    QCOMPARE(card.error().kind, ErrorKind::Parse);
    QVERIFY2(card.error().text().contains(field), qPrintable(card.error().text()));
    QVERIFY(!ModelCard::parse("[]", QStringLiteral("net.json")).isOk());
    QVERIFY(!ModelCard::parse("{\"name\":", QStringLiteral("net.json")).isOk());
}

void TestModelCard::missingAndOversizedFilesAreRefused()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("net.json"));
    const auto missing = ModelCard::load(path);
    QVERIFY(!missing.isOk());
    QCOMPARE(missing.error().kind, ErrorKind::Io);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(5 << 20));
    const auto oversized = ModelCard::load(path);
    QVERIFY(!oversized.isOk());
    QCOMPARE(oversized.error().kind, ErrorKind::Parse);
}

void TestModelCard::cardLiesBesideTheWeights()
{
    QCOMPARE(ModelCard::pathFor(QStringLiteral("/models/net.v2.safetensors")),
             QStringLiteral("/models/net.v2.json"));
}

void TestModelCard::outputsAreDistancesWhereNothingElseIsSaid()
{
    const auto card = parsed(example());
    QVERIFY(card.isOk());
    QVERIFY(!card.value().meaning.isDistogram());
    QCOMPARE(card.value().meaning.angstromPerUnit, 1.0F);
}

void TestModelCard::cardsOfScriptsAreReadAsTheyWereWritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("theirs.json"));
    const QString hash(64, QLatin1Char('b'));
    const OutputMeaning meaning{10, {22, 2.25F, 2.75F}, false};
    const auto written = ModelCard::forScript(QStringLiteral("/x/theirs.pt"), hash, {QStringLiteral("CbCb")},
                                              meaning, Normalisation::UnitRms);
    QVERIFY(written.save(path).isOk());
    const auto card = ModelCard::load(path);
    QVERIFY2(card.isOk(), card.isOk() ? "" : qPrintable(card.error().text()));
    QCOMPARE(card.value().name, QStringLiteral("theirs"));
    QCOMPARE(card.value().channels, QStringList{QStringLiteral("CbCb")});
    QCOMPARE(card.value().normalisation, Normalisation::UnitRms);
    QCOMPARE(card.value().meaning.angstromPerUnit, 10.0F);
    QCOMPARE(card.value().meaning.binCentres, meaning.binCentres);
    QVERIFY(!card.value().meaning.logits);
    QVERIFY(card.value().describes(hash));
    QVERIFY(!card.value().describes(QString(64, QLatin1Char('c'))));
    const auto nowhere = written.save(folder.filePath(QStringLiteral("missing/theirs.json")));
    QVERIFY(!nowhere.isOk());
    QCOMPARE(nowhere.error().kind, ErrorKind::Io);
}

void TestModelCard::whatIsNoUnitAndNoBinIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("told");
    const auto bins = [](const QJsonArray &centres, const QString &values) {
        return QJsonValue(
            QJsonObject{{QStringLiteral("centresAngstrom"), centres}, {QStringLiteral("values"), values}});
    };
    QTest::newRow("unit") << QStringLiteral("unit") << QJsonValue(QStringLiteral("mile"))
                          << QStringLiteral("mile");
    QTest::newRow("word") << QStringLiteral("bins")
                          << bins({4, QStringLiteral("far")}, QStringLiteral("logits"))
                          << QStringLiteral("no distance");
    QTest::newRow("infinite") << QStringLiteral("bins") << bins({4, 1e300}, QStringLiteral("logits"))
                              << QStringLiteral("no distance");
    QTest::newRow("negative") << QStringLiteral("bins") << bins({4, -1}, QStringLiteral("logits"))
                              << QStringLiteral("no distance");
    QTest::newRow("values") << QStringLiteral("bins") << bins({4, 8}, QStringLiteral("counts"))
                            << QStringLiteral("counts");
}

void TestModelCard::whatIsNoUnitAndNoBinIsRefused()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, told);
    QJsonObject object = example();
    object[field] = value;
    const auto card = parsed(object);
    QVERIFY(!card.isOk());
    QCOMPARE(card.error().kind, ErrorKind::Parse);
    QVERIFY2(card.error().why.contains(told), qPrintable(card.error().why));
}

void TestModelCard::exportsAreDescribedToo()
{
    QJsonObject object = example();
    object[QStringLiteral("torchScriptSha256")] = QString(64, QLatin1Char('d'));
    QVERIFY(parsed(object).value().describes(QString(64, QLatin1Char('d'))));
    QVERIFY(parsed(object).value().describes(QString(64, QLatin1Char('a'))));
}

void TestModelCard::binsAreNumbersAndRuns()
{
    const auto bins = parseBins(QStringLiteral("22, 2.25:0.5:3,9"));
    QVERIFY(bins.isOk());
    QCOMPARE(bins.value(), (std::vector<float>{22, 2.25F, 2.75F, 3.25F, 9}));
}

void TestModelCard::whatAreNoBinsIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "4", "4,", "near,far", "4:2", "4:2:3:1", "4:2:0", "4:-3:3", "-1,4",
                             "1:1:9999999", "nan,4", "inf,4", "4:x:3"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestModelCard::whatAreNoBinsIsRefused()
{
    QFETCH(QString, text);
    const auto bins = parseBins(text);
    QVERIFY(!bins.isOk());
    QCOMPARE(bins.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!bins.error().what.isEmpty() && !bins.error().why.isEmpty() && !bins.error().remedy.isEmpty());
}

void TestModelCard::standardNamesFollowTheChannels()
{
    const QStringList names = standardChannelNames();
    QCOMPARE(names.size(), qsizetype(kDistanceChannels));
    QCOMPARE(names[int(DistanceChannel::CaCb)], QStringLiteral("CaCb"));
    QCOMPARE(names[int(DistanceChannel::CbCb)], QStringLiteral("CbCb"));
}

QTEST_GUILESS_MAIN(TestModelCard)
#include "tst_modelcard.moc"
