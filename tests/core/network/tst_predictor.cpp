// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/predictor.h"
#include "core/network/safetensors.h"
#include "tests/support/referencenet.h"
#include "tests/support/testmodel.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace WhiteBox;
using namespace WhiteBox::Test;

class TestPredictor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void predictionIsTheNetworkOnNormalisedCouplings();
    void otherWeightsThanTheCardsAreRefused();
    void otherShapesThanTheCardsAreRefused_data();
    void otherShapesThanTheCardsAreRefused();
    void notANumberIsFoundWithItsPlace();
    void missingFilesAreNamed();
    void scriptsAndTheirCardsAreNotForJobs();
    void shippedNetworkHasThreeLayersAndFifteenResidues();
    void shippedNetworkSeesFifteenByFifteenPairs();
    void shippedCardTellsHowWellItDoes();

private:
    QTemporaryDir m_folder;
    QString m_weights;

    bool changeCard(const QString &field, const QJsonValue &value) const;
    bool writeWeights(const SafeTensors &tensors) const;
};

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

bool TestPredictor::changeCard(const QString &field, const QJsonValue &value) const
{
    const QString path = ModelCard::pathFor(m_weights);
    QJsonObject card = QJsonDocument::fromJson(readAll(path)).object();
    card[field] = value;
    return writeAll(path, QJsonDocument(card).toJson());
}

/// With the hash in the card brought up to date.
bool TestPredictor::writeWeights(const SafeTensors &tensors) const
{
    const QByteArray bytes = tensors.serialise();
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return writeAll(m_weights, bytes) &&
           changeCard(QStringLiteral("weightsSha256"), QString::fromLatin1(hash));
}

void TestPredictor::predictionIsTheNetworkOnNormalisedCouplings()
{
    m_weights = writeTestModel(m_folder.path());
    QVERIFY(!m_weights.isEmpty());
    const auto couplings = std::make_shared<CouplingTensor>(randomCouplings(11, 4));
    for (const char *normalisation : {"none", "unit-rms", "above-background"}) {
        QVERIFY(changeCard(QStringLiteral("normalisation"), QString::fromLatin1(normalisation)));
        const auto predictor = Predictor::load(m_weights);
        QVERIFY2(predictor.isOk(), predictor.isOk() ? "" : qPrintable(predictor.error().text()));
        const auto predicted = predictor.value()->predict(couplings);
        QVERIFY(predicted.isOk());
        const InputStack input =
            normalisedInput(*normalisationOf(QString::fromLatin1(normalisation)), couplings);
        const Plane expected =
            referenceForward(predictor.value()->network()->layers(), planeOf(input)).back();
        for (int i = 0; i < 11; ++i)
            for (int j = 0; j < 11; ++j)
                for (int c = 0; c < 4; ++c)
                    QVERIFY(std::abs(double(predicted.value().at(c, i, j)) - expected.at(c, i, j)) <
                            1e-4 * std::max(1.0, std::abs(expected.at(c, i, j))));
    }
}

void TestPredictor::otherWeightsThanTheCardsAreRefused()
{
    m_weights = writeTestModel(m_folder.path(), 2);
    QByteArray bytes = readAll(m_weights);
    bytes[bytes.size() - 1] = char(bytes.back() ^ 1);
    QVERIFY(writeAll(m_weights, bytes));
    const auto predictor = Predictor::load(m_weights);
    QVERIFY(!predictor.isOk());
    QCOMPARE(predictor.error().kind, ErrorKind::Mismatch);
    QVERIFY2(predictor.error().text().contains(QStringLiteral("SHA-256")),
             qPrintable(predictor.error().text()));
}

void TestPredictor::otherShapesThanTheCardsAreRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("says");
    QTest::newRow("three channels") << QStringLiteral("channels") << QJsonValue(QJsonArray{1, 2, 3})
                                    << QStringLiteral("4 outputs, its card names 3");
    QTest::newRow("another field") << QStringLiteral("architecture")
                                   << QJsonValue(QJsonObject{{QStringLiteral("receptiveField"), 17}})
                                   << QStringLiteral("15, its card says 17");
}

void TestPredictor::otherShapesThanTheCardsAreRefused()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, says);
    m_weights = writeTestModel(m_folder.path(), 3);
    QVERIFY(changeCard(field, value));
    const auto predictor = Predictor::load(m_weights);
    QVERIFY(!predictor.isOk());
    QCOMPARE(predictor.error().kind, ErrorKind::Mismatch);
    QVERIFY2(predictor.error().text().contains(says), qPrintable(predictor.error().text()));
}

void TestPredictor::notANumberIsFoundWithItsPlace()
{
    m_weights = writeTestModel(m_folder.path(), 4);
    auto tensors = SafeTensors::load(m_weights);
    QVERIFY(tensors.isOk());
    // Layer 2 has 4 outputs, 4 inputs, kernel 5: value 137 is output 1, input 1, row 2, column 2.
    tensors.value().tensors.at(QStringLiteral("conv2.weight")).values[137] =
        std::numeric_limits<float>::quiet_NaN();
    tensors.value().tensors.at(QStringLiteral("conv2.weight")).values[190] =
        std::numeric_limits<float>::infinity();
    QVERIFY(writeWeights(tensors.value()));
    const auto predictor = Predictor::load(m_weights);
    QVERIFY(!predictor.isOk());
    QVERIFY2(predictor.error().text().contains(QStringLiteral("weight [1, 1, 2, 2] of layer 2 is nan")),
             qPrintable(predictor.error().text()));
}

void TestPredictor::missingFilesAreNamed()
{
    const auto neither = Predictor::load(m_folder.filePath(QStringLiteral("none.safetensors")));
    QVERIFY(!neither.isOk());
    QVERIFY(neither.error().text().contains(QStringLiteral("The weights cannot be read")));
    QFile bare(m_folder.filePath(QStringLiteral("none.safetensors")));
    QVERIFY(bare.open(QIODevice::WriteOnly));
    const auto noCard = Predictor::load(bare.fileName());
    QVERIFY(!noCard.isOk());
    QCOMPARE(noCard.error().kind, ErrorKind::Io);
    QVERIFY(noCard.error().text().contains(QStringLiteral("none.json")));
    m_weights = writeTestModel(m_folder.path(), 5);
    QVERIFY(QFile::remove(m_weights));
    const auto noWeights = Predictor::load(m_weights);
    QVERIFY(!noWeights.isOk());
    QCOMPARE(noWeights.error().kind, ErrorKind::Io);
}

void TestPredictor::scriptsAndTheirCardsAreNotForJobs()
{
    const QString script = m_folder.filePath(QStringLiteral("theirs.pt"));
    QVERIFY(writeAll(script, QByteArray("PK\x03\x04 and so on")));
    const auto loaded = Predictor::load(script);
    QVERIFY(!loaded.isOk());
    QCOMPARE(loaded.error().kind, ErrorKind::Unsupported);
    QVERIFY(loaded.error().why.contains(QStringLiteral("TorchScript")));
    m_weights = writeTestModel(m_folder.path());
    QVERIFY(changeCard(QStringLiteral("unit"), QStringLiteral("nanometre")));
    const auto inNanometres = Predictor::load(m_weights);
    QVERIFY(!inNanometres.isOk());
    QCOMPARE(inNanometres.error().kind, ErrorKind::Mismatch);
    QVERIFY(inNanometres.error().why.contains(QStringLiteral("another unit")));
}

void TestPredictor::shippedNetworkHasThreeLayersAndFifteenResidues()
{
    const auto predictor = Predictor::loadShipped();
    QVERIFY2(predictor.isOk(), predictor.isOk() ? "" : qPrintable(predictor.error().text()));
    const auto &layers = predictor.value()->network()->layers();
    QCOMPARE(layers.size(), std::size_t(3));
    QCOMPARE(layers[0].kernel + layers[1].kernel + layers[2].kernel, 17);
    QCOMPARE(predictor.value()->network()->receptiveField(), 15);
    QCOMPARE(predictor.value()->card().receptiveField, 15);
    QCOMPARE(predictor.value()->network()->outputChannels(), 4);
}

void TestPredictor::shippedNetworkSeesFifteenByFifteenPairs()
{
    constexpr int kLength = 31;
    constexpr int kCentre = 15;
    const auto predictor = Predictor::loadShipped();
    QVERIFY(predictor.isOk());
    const std::vector<float> dense = randomDense(kLength, 3);
    std::mt19937 random(7);
    std::normal_distribution<float> noise(0, 5);
    const auto centreAfterChanging = [&](auto &&isChanged) {
        std::vector<float> values = dense;
        for (int i = 0; i < kLength; ++i)
            for (int j = 0; j < kLength; ++j)
                for (int channel = 0; channel < kBlock && isChanged(i - kCentre, j - kCentre); ++channel)
                    values[std::size_t((i * kLength + j) * kBlock + channel)] += noise(random);
        const auto output =
            predictor.value()->network()->forward(InputStack::fromDense(kLength, std::move(values)));
        std::vector<float> centre;
        for (int c = 0; c < 4; ++c)
            centre.push_back(output.value().at(c, kCentre, kCentre));
        return centre;
    };
    const std::vector<float> before = centreAfterChanging([](int, int) { return false; });
    QCOMPARE(centreAfterChanging([](int di, int dj) { return std::abs(di) > 7 || std::abs(dj) > 7; }),
             before);
    for (const auto &[ki, kj] : {std::pair{-7, -7}, {-7, 7}, {7, -7}, {7, 7}, {-7, 0}, {0, 7}, {0, 0}}) {
        const auto after =
            centreAfterChanging([ki = ki, kj = kj](int di, int dj) { return di == ki && dj == kj; });
        QVERIFY2(after != before, qPrintable(QStringLiteral("%1 %2").arg(ki).arg(kj)));
    }
}

void TestPredictor::shippedCardTellsHowWellItDoes()
{
    const auto predictor = Predictor::loadShipped();
    QVERIFY(predictor.isOk());
    for (const char *split : {"test", "val"}) {
        const QJsonObject mean = predictor.value()
                                     ->card()
                                     .evaluation(QString::fromLatin1(split))
                                     .value(QStringLiteral("mean"))
                                     .toObject();
        const auto longRange = [&](const char *column) {
            return mean.value(QLatin1String(column))
                .toObject()
                .value(QLatin1String("long"))
                .toObject()
                .value(QLatin1String("L/5"))
                .toDouble();
        };
        QVERIFY(longRange("network") > longRange("couplings"));
        QVERIFY(longRange("couplings") > longRange("separation"));
    }
}

QTEST_GUILESS_MAIN(TestPredictor)
#include "tst_predictor.moc"
