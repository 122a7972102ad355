// SPDX-License-Identifier: GPL-3.0-or-later
// What training shows the network is what the built-in engine shows it later.
#include "app/train/cropsampler.h"
#include "app/train/curves.h"
#include "app/train/exporter.h"
#include "app/train/trainer.h"
#include "core/coevolution/pottsmodel.h"
#include "core/network/predictor.h"

#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace WhiteBox;
using namespace WhiteBox::Train;

class TestTrainer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void receptiveFieldIsFifteen();
    void cropsGiveWhatTheWholeMapGives();
    void symmetricNetworkMirrorsItsPrediction();
    void exportedNetworkPredictsWhatValidationSaw();
    void bothHalvesOfTheMatrixAreSampled();
    void bendLeavesShortDistancesAndHidesLongOnes();
    void trainingGoesOnFromItsCheckpoint();

private:
    static constexpr int kLength = 40;

    QTemporaryDir m_folder;
    CouplingTensor m_couplings;
    std::vector<Example> m_examples;
};

namespace {

NetSpec smallSpec()
{
    NetSpec spec;
    spec.widths = {6, 4};
    spec.dropout = 0;
    return spec;
}

/// A ring of residues 4 Å apart: distances without a structure file.
DistanceMap ringDistances(int length)
{
    DistanceMap map(length);
    for (int c = 0; c < kDistanceChannels; ++c)
        for (int i = 0; i < length; ++i)
            for (int j = 0; j < length; ++j) {
                const double radius = 4 * length / 6.28;
                map.at(c, i, j) = float(2 * radius * std::abs(std::sin(3.14159 * (i - j) / length)));
            }
    return map;
}

/// Largest difference between a prediction of one protein and its mirror image: αα, βα, αβ, ββ of (j, i).
double asymmetryOf(const torch::Tensor &output)
{
    const auto mirrored = output.index_select(1, torch::tensor({0, 2, 1, 3}, torch::kLong)).transpose(2, 3);
    return (output - mirrored).abs().max().item<double>();
}

torch::Tensor outputOf(TrainNet &net, const Crop &crop, int size)
{
    torch::NoGradGuard guard;
    net->eval();
    const Batch batch = makeBatch(&crop, 1, size, net->spec().margin());
    return net->forward(batch.input, batch.mask);
}

} // namespace

void TestTrainer::initTestCase()
{
    // One chain with a random alignment, its couplings computed and cached by the program's own way.
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("msa")));
    std::mt19937 random(5);
    QByteArray rows;
    for (int n = 0; n < 60; ++n) {
        for (int i = 0; i < kLength; ++i)
            rows += "ARNDCQEGHILKMFPSTWYV"[random() % 20];
        rows += '\n';
    }
    QFile file(m_folder.filePath(QStringLiteral("msa/1AAA_A.aln.gz")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(rows) == rows.size());
    file.close();
    const DataSetChain chain{QStringLiteral("1AAA_A"), QStringLiteral("train"), kLength, file.fileName(), {}};
    const QDir cache(m_folder.filePath(QStringLiteral("cache")));
    QVERIFY(fillCache(cache, {chain}, 0, 1).isOk());
    auto couplings = CachedCouplings::open(cachePath(cache, chain), kLength, Normalisation::AboveBackground);
    QVERIFY2(couplings.isOk(), couplings.isOk() ? "" : qPrintable(couplings.error().text()));
    m_examples.push_back({chain.id, std::move(couplings).value(), ringDistances(kLength)});
    const auto alignment = readDataSetAlignment(chain);
    QVERIFY(alignment.isOk());
    auto fit = inferCouplings(alignment.value(), {}, {}, {});
    QVERIFY(fit.isOk());
    m_couplings = std::move(fit.value().couplings);
    QVERIFY(!CachedCouplings::open(cachePath(cache, chain), kLength + 1, Normalisation::UnitRms).isOk());
}

void TestTrainer::receptiveFieldIsFifteen()
{
    NetSpec spec = smallSpec();
    QCOMPARE(probeReceptiveField(spec), 15);
    spec.kernels = {3, 5, 9};
    QCOMPARE(probeReceptiveField(spec), 15);
    spec.kernels = {3, 5, 7};
    QCOMPARE(probeReceptiveField(spec), 13);
}

void TestTrainer::cropsGiveWhatTheWholeMapGives()
{
    torch::manual_seed(3);
    TrainNet net(smallSpec());
    const auto whole = outputOf(net, {&m_examples[0], 0, 0}, kLength);
    // In the middle, at a corner, across the diagonal, and beyond the end.
    for (const auto &[i, j] : {std::pair{12, 20}, {0, 24}, {10, 10}, {32, 30}}) {
        const int size = 16;
        const int rows = std::min(size, kLength - i);
        const int columns = std::min(size, kLength - j);
        const auto crop =
            outputOf(net, {&m_examples[0], i, j}, size).narrow(2, 0, rows).narrow(3, 0, columns);
        const auto expected = whole.narrow(2, i, rows).narrow(3, j, columns);
        QVERIFY((crop - expected).abs().max().item<double>() < 1e-4);
    }
}

void TestTrainer::symmetricNetworkMirrorsItsPrediction()
{
    torch::manual_seed(6);
    NetSpec spec = smallSpec();
    const Crop whole{&m_examples[0], 0, 0};
    TrainNet tied(spec);
    QVERIFY(asymmetryOf(outputOf(tied, whole, kLength)) < 1e-4);
    spec.symmetric = false;
    TrainNet loose(spec);
    QVERIFY(asymmetryOf(outputOf(loose, whole, kLength)) > 0.1);
    spec.symmetric = true;
    spec.widths = {6, 5}; // channels come in pairs
    QVERIFY_THROWS_EXCEPTION(std::exception, TrainNet{spec});
    // It is trained on the upper half alone.
    for (const Crop &crop : sampleEpoch(m_examples, 8, Halves::Upper, 3))
        QVERIFY(crop.i <= crop.j);
}

void TestTrainer::exportedNetworkPredictsWhatValidationSaw()
{
    torch::manual_seed(4);
    TrainNet net(smallSpec());
    ExportOptions options;
    options.weightsPath = m_folder.filePath(QStringLiteral("net.safetensors"));
    options.normalisation = Normalisation::AboveBackground;
    options.meanDistanceBySeparation = {0, 4};
    options.inputRange = m_examples[0].couplings->inputRange();
    QVERIFY(exportModel(net, options).isOk());
    const auto predictor = Predictor::load(options.weightsPath);
    QVERIFY2(predictor.isOk(), predictor.isOk() ? "" : qPrintable(predictor.error().text()));
    // The card's range is that of what the engine sees, but for the cache's half precision.
    const auto input = predictor.value()->inputFor(std::make_shared<const CouplingTensor>(m_couplings));
    std::vector<float> row(std::size_t(kLength) * kBlock);
    float most = 0;
    for (int i = 0; i < kLength; ++i) {
        input.gatherRow(i, row);
        most = std::max(most, *std::ranges::max_element(row));
    }
    const QJsonObject range = predictor.value()->card().document[QStringLiteral("inputRange")].toObject();
    QVERIFY(range[QStringLiteral("least")].toDouble() < 0);
    QVERIFY(std::abs(range[QStringLiteral("most")].toDouble() / double(most) - 1) < 2e-3);
    const auto predicted = predictor.value()->predict(std::make_shared<const CouplingTensor>(m_couplings));
    QVERIFY(predicted.isOk());
    const auto seen = outputOf(net, {&m_examples[0], 0, 0}, kLength).contiguous();
    double largest = 0;
    double spread = 0;
    for (std::size_t n = 0; n < predicted.value().values().size(); ++n) {
        const double value = double(predicted.value().values()[n]);
        largest = std::max(largest, std::abs(value - double(seen.data_ptr<float>()[n])));
        spread = std::max(spread, std::abs(value - 18)); // 18 Å is what an untrained network starts from
    }
    QVERIFY2(spread > 0.5, qPrintable(QString::number(spread)));
    QVERIFY2(largest < 0.05 * std::max(1.0, spread),
             qPrintable(QStringLiteral("%1 of %2").arg(largest).arg(spread)));
}

void TestTrainer::bothHalvesOfTheMatrixAreSampled()
{
    int above = 0;
    int below = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed)
        for (const Crop &crop : sampleEpoch(m_examples, 8, Halves::Both, seed)) {
            QVERIFY(crop.i >= 0 && crop.j >= 0 && crop.i <= kLength - 8 && crop.j <= kLength - 8);
            above += crop.i < crop.j;
            below += crop.i > crop.j;
        }
    QVERIFY(above > 100 && below > 100 && std::abs(above - below) < (above + below) / 5);
    // The same seed gives the same crops.
    const auto first = sampleEpoch(m_examples, 8, Halves::Both, 1);
    const auto again = sampleEpoch(m_examples, 8, Halves::Both, 1);
    QVERIFY(first.size() == again.size() && first.front().i == again.front().i &&
            first.front().j == again.front().j);
}

void TestTrainer::bendLeavesShortDistancesAndHidesLongOnes()
{
    // centre − soft·ln(1 + exp((centre − d)/soft)), by hand: at the centre it is 14 − 3·ln 2.
    const auto bent = saturate(torch::tensor({-100.0, 14.0, 100.0}, torch::kFloat64), 14, 3);
    QVERIFY(std::abs(bent[0].item<double>() + 100) < 1e-9);
    QVERIFY(std::abs(bent[1].item<double>() - (14 - 3 * std::log(2.0))) < 1e-9);
    QVERIFY(std::abs(bent[2].item<double>() - 14) < 1e-9);
}

void TestTrainer::trainingGoesOnFromItsCheckpoint()
{
    TrainOptions options;
    options.net = smallSpec();
    options.cropSize = 16;
    options.batchSize = 2;
    options.epochs = 2;
    const auto examples = [this]() -> const std::vector<Example> & { return m_examples; };
    const auto logLines = [](const QDir &folder) {
        QFile log(folder.filePath(QStringLiteral("log.csv")));
        return log.open(QIODevice::ReadOnly) ? log.readAll().count('\n') : 0;
    };
    const QDir folder(m_folder.filePath(QStringLiteral("run")));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    train(options, examples, m_examples, folder);
    QCOMPARE(logLines(folder), 3); // the names and two epochs
    options.epochs = 3;
    train(options, examples, m_examples, folder);
    QCOMPARE(logLines(folder), 4);
    train(options, examples, m_examples, folder); // nothing is left to do
    QCOMPARE(logLines(folder), 4);
    for (const char *name : {"best.pt", "last.pt", "curves.png", "losses.png"})
        QVERIFY2(folder.exists(QLatin1String(name)), name);
    QCOMPARE(loadBest(options.net, folder)->parameters().size(), std::size_t(6));
}

QTEST_GUILESS_MAIN(TestTrainer)
#include "tst_trainer.moc"
