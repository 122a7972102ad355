// SPDX-License-Identifier: GPL-3.0-or-later
// TorchScript networks on the command line: trust, cards, and what is loaded when.
#include "core/export/npy.h"
#include "core/network/modelcard.h"
#include "core/network/safetensors.h"
#include "tests/support/referencenet.h"
#include "tests/torchplugin/scriptfixtures.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace WhiteBox;
using namespace WhiteBox::Test;

namespace {

constexpr int kLength = 12;

} // namespace

class TestNetworkCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void nothingIsRunBeforeItIsTrusted();
    void trustIsKeptForTheFileAlone();
    void aConvertedNetworkExplainsAsItsWeightsDo_data();
    void aConvertedNetworkExplainsAsItsWeightsDo();
    void everyCommandTakesANetworkOfLibTorch_data();
    void everyCommandTakesANetworkOfLibTorch();
    void predictionIsTheNetworks();
    void aNetworkIsDescribed();
    void theCardSaysUnitChannelsAndBins();
    void mistakesAreExplained_data();
    void mistakesAreExplained();
    void whatIsNoTorchScriptIsNamed_data();
    void whatIsNoTorchScriptIsNamed();
    void aCardOfAnotherFileIsRefused();
    void withoutThePluginTheRemedyIsTold();
    void libTorchIsLoadedForThoseNetworksAlone_data();
    void libTorchIsLoadedForThoseNetworksAlone();

private:
    struct Outcome
    {
        int status = 0;
        QByteArray out;
        QByteArray err;

        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };
    Outcome run(const QStringList &arguments,
                const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment()) const;
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    std::vector<float> valuesOf(const char *name) const;

    QTemporaryDir m_folder;
    const std::vector<ConvLayer> m_layers = randomLayers({441, 5, 4}, {3, 5}, 3);
};

TestNetworkCommand::Outcome TestNetworkCommand::run(const QStringList &arguments,
                                                    const QProcessEnvironment &environment) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(WB_CLI), arguments);
    if (!process.waitForFinished(120000))
        return {-1, {}, process.errorString().toLocal8Bit()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

std::vector<float> TestNetworkCommand::valuesOf(const char *name) const
{
    const auto array = loadNpy(path(name));
    return array.isOk() ? array.value().toFloats() : std::vector<float>();
}

void TestNetworkCommand::initTestCase()
{
    // The tests' store and list of trusted networks must not be the user's.
    qputenv("WHITEBOX_HOME", m_folder.filePath(QStringLiteral("home")).toLocal8Bit());
    SafeTensors file;
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        const ConvLayer &layer = m_layers[l];
        const QString name = QStringLiteral("conv%1").arg(l + 1);
        file.tensors[name + QStringLiteral(".weight")] = {
            {layer.outputs, layer.inputs, layer.kernel, layer.kernel}, layer.weights};
        file.tensors[name + QStringLiteral(".bias")] = {{layer.outputs}, layer.bias};
    }
    QVERIFY(file.save(path("net.safetensors")).isOk());
    QVERIFY(saveConvolutions(path("chain.pt"), m_layers));
    QVERIFY(saveResidual(path("residual.pt"), 4));
    QVERIFY(writeNpy(path("x.npy"), randomDense(kLength, 5), {kLength, kLength, 21, 21}).isOk());
}

void TestNetworkCommand::init()
{
    QFile::remove(m_folder.filePath(QStringLiteral("home/trusted-networks.json")));
    QFile::remove(path("chain.json"));
    QFile::remove(path("residual.json"));
}

void TestNetworkCommand::nothingIsRunBeforeItIsTrusted()
{
    const QStringList arguments{QStringLiteral("predict"), path("x.npy"), QStringLiteral("--model"),
                                path("residual.pt")};
    const Outcome refused = run(arguments);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("TorchScript is a program"), refused.err.constData());
    QVERIFY2(refused.err.contains("--trust-model"), refused.err.constData());
    const Outcome trusted = run(arguments + QStringList{QStringLiteral("--trust-model")});
    QVERIFY2(trusted.status == 0, trusted.err.constData());
}

void TestNetworkCommand::trustIsKeptForTheFileAlone()
{
    const auto look = [this](const char *name, bool trust) {
        QStringList arguments{QStringLiteral("network"), path(name)};
        if (trust)
            arguments << QStringLiteral("--trust-model");
        return run(arguments).status;
    };
    QCOMPARE(look("residual.pt", true), 0);
    QCOMPARE(look("residual.pt", false), 0);
    QCOMPARE(look("chain.pt", false), 1);
    // Another network under the trusted name.
    QVERIFY(saveResidual(path("changed.pt"), 5));
    QCOMPARE(look("changed.pt", true), 0);
    QVERIFY(saveResidual(path("changed.pt"), 6));
    QCOMPARE(look("changed.pt", false), 1);
}

void TestNetworkCommand::aConvertedNetworkExplainsAsItsWeightsDo_data()
{
    QTest::addColumn<QString>("method");
    for (const char *method : {"plain", "deconvnet", "guided", "inputxgradient", "integrated", "smoothgrad"})
        QTest::newRow(method) << QString::fromLatin1(method);
}

void TestNetworkCommand::aConvertedNetworkExplainsAsItsWeightsDo()
{
    QFETCH(QString, method);
    const auto explain = [&](const char *model, const char *out) {
        return run({QStringLiteral("explain"), path("x.npy"), QStringLiteral("--pair"), QStringLiteral("1,9"),
                    QStringLiteral("--channel"), QStringLiteral("2"), QStringLiteral("--method"), method,
                    QStringLiteral("--target"), QStringLiteral("lowers"), QStringLiteral("--model"),
                    path(model), QStringLiteral("--trust-model"), QStringLiteral("--out"), path(out)});
    };
    const Outcome script = explain("chain.pt", "script.npy");
    QVERIFY2(script.status == 0, script.err.constData());
    const Outcome weights = explain("net.safetensors", "weights.npy");
    QVERIFY2(weights.status == 0, weights.err.constData());
    const auto found = valuesOf("script.npy");
    const auto expected = valuesOf("weights.npy");
    QCOMPARE(found.size(), std::size_t(441 * 7 * 7));
    QCOMPARE(expected.size(), found.size());
    for (std::size_t n = 0; n < found.size(); ++n)
        QVERIFY(found[n] == expected[n] || (std::isnan(found[n]) && std::isnan(expected[n])));
}

void TestNetworkCommand::everyCommandTakesANetworkOfLibTorch_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *text) { QTest::newRow(text) << QString::fromLatin1(text).split(u' '); };
    row("explain --pair 3,9 --method guided --channel 1");
    row("explain --pair 3,9 --method smoothgrad --channel 1");
    row("trust --pair 3,9 --channel 1 --method plain");
    row("jacobian --channel 1 --slice 2:4,3,:,:,4,4");
    row("study correlation --pair 3,9 --channel 1");
    row("study signs --pair 3,9 --channel 1");
    row("study whatif --pair 3,9 --channel 1");
    row("study curve --pair 3,9 --channel 1");
    row("study scatter --pair 3,9 --channel 1");
    row("study radial --channel 1 --pair 3,9");
}

void TestNetworkCommand::everyCommandTakesANetworkOfLibTorch()
{
    QFETCH(QStringList, arguments);
    arguments.insert(arguments[0] == QStringLiteral("study") ? 2 : 1, path("x.npy"));
    const Outcome outcome =
        run(arguments + QStringList{QStringLiteral("--model"), path("residual.pt"),
                                    QStringLiteral("--trust-model"), QStringLiteral("--out"), path("out.npy"),
                                    QStringLiteral("--json")});
    QVERIFY2(outcome.status == 0, (outcome.out + outcome.err).constData());
    QCOMPARE(outcome.json()[QStringLiteral("length")].toInt(), kLength);
    const auto values = valuesOf("out.npy");
    QVERIFY(std::any_of(values.begin(), values.end(), [](float value) { return value != 0; }));
}

void TestNetworkCommand::predictionIsTheNetworks()
{
    const Outcome outcome =
        run({QStringLiteral("predict"), path("x.npy"), QStringLiteral("--model"), path("residual.pt"),
             QStringLiteral("--trust-model"), QStringLiteral("--npy"), path("y.npy")});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    std::vector<float> expected;
    residualGradient(4, InputStack::fromDense(kLength, randomDense(kLength, 5)), {}, &expected);
    const auto found = valuesOf("y.npy");
    QCOMPARE(found.size(), expected.size());
    for (std::size_t n = 0; n < found.size(); ++n)
        QVERIFY(std::abs(found[n] - expected[n]) <= 1e-4F);
}

void TestNetworkCommand::aNetworkIsDescribed()
{
    const Outcome outcome = run({QStringLiteral("network"), path("residual.pt"),
                                 QStringLiteral("--trust-model"), QStringLiteral("--json")});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const QJsonObject found = outcome.json();
    QCOMPARE(found[QStringLiteral("outputs")].toInt(), 3);
    QCOMPARE(found[QStringLiteral("receptiveField")].toInt(), 9);
    QCOMPARE(found[QStringLiteral("engine")].toString(), QStringLiteral("LibTorch"));
    QCOMPARE(found[QStringLiteral("relus")].toInt(), 3);
    QVERIFY(!found[QStringLiteral("notBuiltInBecause")].toString().isEmpty());
    QVERIFY(found[QStringLiteral("card")].toString().isEmpty());
    const Outcome chain = run({QStringLiteral("network"), path("chain.pt"), QStringLiteral("--trust-model")});
    QVERIFY2(chain.out.contains("runs in the built-in engine"), chain.out.constData());
    QVERIFY2(chain.out.contains("7×7"), chain.out.constData());
}

void TestNetworkCommand::theCardSaysUnitChannelsAndBins()
{
    const auto predict = [this](const char *out) {
        return run({QStringLiteral("predict"), path("x.npy"), QStringLiteral("--model"), path("chain.pt"),
                    QStringLiteral("--npy"), path(out), QStringLiteral("--json")});
    };
    const Outcome unit = run({QStringLiteral("network"), path("chain.pt"), QStringLiteral("--trust-model"),
                              QStringLiteral("--channels"), QStringLiteral("p,q,r,CbCb"),
                              QStringLiteral("--unit"), QStringLiteral("nanometre")});
    QVERIFY2(unit.status == 0, unit.err.constData());
    const Outcome inNanometres = predict("nm.npy");
    QVERIFY2(inNanometres.status == 0, inNanometres.err.constData());
    QCOMPARE(inNanometres.json()[QStringLiteral("channels")].toArray().at(1).toString(), QStringLiteral("q"));
    const auto network = ConvNet::fromLayers(m_layers);
    const auto plain = network.value().forward(InputStack::fromDense(kLength, randomDense(kLength, 5)));
    const auto tenfold = valuesOf("nm.npy");
    QCOMPARE(tenfold.size(), plain.value().values().size());
    for (std::size_t n = 0; n < tenfold.size(); ++n)
        QVERIFY(std::abs(tenfold[n] - 10 * plain.value().values()[n]) < 1e-4F);

    const Outcome bins = run({QStringLiteral("network"), path("chain.pt"), QStringLiteral("--channels"),
                              QStringLiteral("CbCb"), QStringLiteral("--bins"), QStringLiteral("20,4:2:3")});
    QVERIFY2(bins.status == 0, bins.err.constData());
    const Outcome expected = predict("bins.npy");
    QVERIFY2(expected.status == 0, expected.err.constData());
    const auto distances = valuesOf("bins.npy");
    QCOMPARE(distances.size(), std::size_t(kLength * kLength));
    const float centres[] = {20, 4, 6, 8};
    const std::size_t pairs = distances.size();
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        double sum = 0;
        double mean = 0;
        for (std::size_t bin = 0; bin < 4; ++bin) {
            const double weight = std::exp(double(plain.value().values()[bin * pairs + pair]));
            sum += weight;
            mean += weight * double(centres[bin]);
        }
        QVERIFY(std::abs(double(distances[pair]) - mean / sum) < 1e-3);
    }
}

void TestNetworkCommand::mistakesAreExplained_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("too few names") << QStringList{QStringLiteral("--channels"), QStringLiteral("a,b")}
                                   << QByteArray("the network gives 4 distances, 2 were named");
    QTest::newRow("bins of words") << QStringList{QStringLiteral("--bins"), QStringLiteral("near,far")}
                                   << QByteArray("\"near\" is no distance");
    QTest::newRow("bins that do not fit") << QStringList{QStringLiteral("--bins"), QStringLiteral("4:2:3")}
                                          << QByteArray("no multiple of 3 bins");
    QTest::newRow("unit") << QStringList{QStringLiteral("--unit"), QStringLiteral("miles")}
                          << QByteArray("miles");
}

void TestNetworkCommand::mistakesAreExplained()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, told);
    const Outcome outcome = run(
        QStringList{QStringLiteral("network"), path("chain.pt"), QStringLiteral("--trust-model")} + options);
    QVERIFY(outcome.status != 0);
    QVERIFY2(outcome.err.contains(told), outcome.err.constData());
    QVERIFY(!QFile::exists(path("chain.json")));
}

void TestNetworkCommand::whatIsNoTorchScriptIsNamed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("found");
    QTest::addColumn<QByteArray>("remedy");
    QFile weights(path("net.safetensors"));
    QVERIFY(weights.open(QIODevice::ReadOnly));
    QTest::newRow("safetensors") << weights.readAll() << QByteArray("weights in safetensors")
                                 << QByteArray("whitebox-cli predict");
    QTest::newRow("aln") << QByteArray("MADKELKF\nMAD-ELKF\nMADKEIKF\n") << QByteArray("an alignment")
                         << QByteArray("whitebox-cli run");
    QTest::newRow("aligned FASTA") << QByteArray(">a\nMADKELKF\n>b\nMAD-ELKF\n") << QByteArray("an alignment")
                                   << QByteArray("whitebox-cli run");
    QTest::newRow("FASTA") << QByteArray(">a\nMADKELKF\n") << QByteArray("a sequence")
                           << QByteArray("whitebox-cli run");
    // gzip of ">a\nMADKELKF\n", mtime 0
    QTest::newRow("FASTA, packed") << QByteArray::fromHex(
                                          "1f8b0800000000000203b34be4f27574f176f5f176e30200a2246c640c000000")
                                   << QByteArray("a sequence") << QByteArray("whitebox-cli run");
    QTest::newRow("PDB") << QByteArray("HEADER    SIGNAL\n") << QByteArray("a structure")
                         << QByteArray("--structure");
    QTest::newRow("empty") << QByteArray() << QByteArray("an empty file") << QByteArray("again");
    QTest::newRow("PDF") << QByteArray("%PDF-1.4\n") << QByteArray("PDF document")
                         << QByteArray("torch.jit.save");
    QTest::newRow("text") << QByteArray("{\"a\": 1}\n") << QByteArray("found a text")
                          << QByteArray("torch.jit.save");
}

// All of them were called TorchScript, of which nobody had said that it is to be trusted.
void TestNetworkCommand::whatIsNoTorchScriptIsNamed()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, found);
    QFETCH(QByteArray, remedy);
    for (const char *name : {"other.pt", "other"}) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const Outcome outcome = run({QStringLiteral("network"), path(name)});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("expected TorchScript, found"), outcome.err.constData());
        QVERIFY2(outcome.err.contains(found), outcome.err.constData());
        QVERIFY2(outcome.err.contains(remedy), outcome.err.constData());
    }
}

void TestNetworkCommand::aCardOfAnotherFileIsRefused()
{
    const auto card = ModelCard::forScript(path("chain.pt"), QString(64, u'0'), {QStringLiteral("CbCb")}, {},
                                           Normalisation::None);
    QVERIFY(card.save(path("chain.json")).isOk());
    const Outcome outcome =
        run({QStringLiteral("network"), path("chain.pt"), QStringLiteral("--trust-model")});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("describes another file"), outcome.err.constData());
}

void TestNetworkCommand::withoutThePluginTheRemedyIsTold()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("WHITEBOX_TORCH_PLUGIN"), path("nowhere.so"));
    const QStringList arguments{QStringLiteral("network"), path("chain.pt"), QStringLiteral("--trust-model")};
    const Outcome missing = run(arguments, environment);
    QCOMPARE(missing.status, 3);
    QVERIFY2(missing.err.contains("whitebox-torch"), missing.err.constData());
    QVERIFY2(missing.err.contains("nowhere.so"), missing.err.constData());
    QFile broken(path("broken.so"));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no library") > 0);
    broken.close();
    environment.insert(QStringLiteral("WHITEBOX_TORCH_PLUGIN"), path("broken.so"));
    QCOMPARE(run(arguments, environment).status, 3);
}

void TestNetworkCommand::libTorchIsLoadedForThoseNetworksAlone_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("loaded");
    QTest::newRow("safetensors") << path("net.safetensors") << false;
    QTest::newRow("TorchScript") << path("residual.pt") << true;
}

// A whole Jacobian of 60 residues takes long enough to look at the process.
void TestNetworkCommand::libTorchIsLoadedForThoseNetworksAlone()
{
    QFETCH(QString, model);
    QFETCH(bool, loaded);
    QVERIFY(writeNpy(path("long.npy"), randomDense(60, 5), {60, 60, 21, 21}).isOk());
    QProcess process;
    const QString out = m_folder.filePath(loaded ? QStringLiteral("torch.h5") : QStringLiteral("own.h5"));
    process.start(QStringLiteral(WB_CLI),
                  {QStringLiteral("jacobian"), path("long.npy"), QStringLiteral("--channel"),
                   QStringLiteral("0"), QStringLiteral("--model"), model, QStringLiteral("--trust-model"),
                   QStringLiteral("--gzip"), QStringLiteral("9"), QStringLiteral("--out"), out});
    QVERIFY(process.waitForStarted());
    // Its file is there once the network runs.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(out + QStringLiteral(".part")), 60000);
    QFile file(QStringLiteral("/proc/%1/maps").arg(process.processId()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray maps = file.readAll();
    process.kill();
    process.waitForFinished();
    QVERIFY(maps.contains("libQt6Core"));
    QCOMPARE(maps.contains("libtorch"), loaded);
}

QTEST_GUILESS_MAIN(TestNetworkCommand)
#include "tst_networkcommand.moc"
