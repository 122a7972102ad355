// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/modelcard.h"

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

QTEST_GUILESS_MAIN(TestModelCard)
#include "tst_modelcard.moc"
