// SPDX-License-Identifier: GPL-3.0-or-later
// What the plugin makes of TorchScript files: those that the built-in engine runs, and those that it does
// not.
#include "core/network/networkfile.h"
#include "tests/support/referencenet.h"
#include "tests/torchplugin/scriptfixtures.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace WhiteBox;
using namespace WhiteBox::Test;

namespace {

constexpr int kLength = 17;

} // namespace

class TestTorchEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedScriptIsTheShippedNetwork();
    void chainsOfConvolutionsAreConverted_data();
    void chainsOfConvolutionsAreConverted();
    void othersAreNotAndSayWhy_data();
    void othersAreNotAndSayWhy();
    void distogramsBecomeExpectedDistances_data();
    void distogramsBecomeExpectedDistances();
    void receptiveFieldsAreFound_data();
    void receptiveFieldsAreFound();
    void wrongShapesAreToldWithTheExpectedOnes_data();
    void wrongShapesAreToldWithTheExpectedOnes();
    void whatIsNoTorchScriptIsRefused_data();
    void whatIsNoTorchScriptIsRefused();
    void aWeightThatIsNotFiniteIsNamed();
    void anOutputThatIsNotFiniteIsRefused();
    void aNetworkThatThrowsIsToldInItsWords();
    void binsThatDoNotFitAreRefused();

private:
    ScriptFolder m_scripts;
    const std::vector<ConvLayer> m_layers = randomLayers({441, 6, 5, 3}, {3, 5, 3}, 1);
};

void TestTorchEngine::theShippedScriptIsTheShippedNetwork()
{
    const TorchScript shipped = m_scripts.load(QStringLiteral(WB_MODELS "/distance15.pt"));
    const auto weights = loadNetwork(QStringLiteral(WB_MODELS "/distance15.safetensors"));
    QVERIFY(weights.isOk());
    QCOMPARE(shipped.layers.size(), std::size_t(3));
    const auto converted = ConvNet::fromLayers(shipped.layers);
    QVERIFY(converted.isOk());
    QCOMPARE(converted.value().receptiveField(), 15);
    const InputStack input = randomInput(24);
    const auto expected = weights.value().forward(input);
    const auto builtIn = converted.value().forward(input);
    const auto torch = shipped.network->forward(input, 1, {});
    QVERIFY(expected.isOk() && builtIn.isOk() && torch.isOk());
    QVERIFY(largestDifference(builtIn.value().values(), expected.value().values()) <= 1e-5);
    // The outputs are tens of Å: LibTorch sums in another order.
    const auto [least, most] =
        std::minmax_element(expected.value().values().begin(), expected.value().values().end());
    QVERIFY(largestDifference(torch.value().values(), expected.value().values()) <=
            1e-6 * double(std::max(std::abs(*least), std::abs(*most))) + 1e-5);
}

void TestTorchEngine::chainsOfConvolutionsAreConverted_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const std::string &body) {
        QTest::newRow(name) << QByteArray::fromStdString(body);
    };
    row("relu", convolutionsBody(m_layers, "    x = torch.relu(x)\n"));
    row("in place", convolutionsBody(m_layers, "    x = torch.relu_(x)\n"));
    row("clamp", convolutionsBody(m_layers, "    x = torch.clamp(x, 0, None)\n"));
    row("threshold", convolutionsBody(m_layers, "    x = torch.threshold(x, 0, 0)\n"));
    row("dropout", convolutionsBody(m_layers, "    x = torch.dropout(torch.relu(x), 0.5, False)\n"));
    row("dropout first", convolutionsBody(m_layers, "    x = torch.relu(torch.dropout(x, 0.5, False))\n",
                                          "    return torch.dropout(x, 0.5, False)\n"));
    // As nn.Conv2d(padding="same") and torch.jit.trace() write them.
    const std::string relu = "    x = torch.relu(x)\n";
    row("same", convolutionLine(m_layers, 1) + relu +
                    "    x = torch.conv2d(x, self.weight2, self.bias2, [1, 1], \"same\", [1, 1], 1)\n" +
                    relu + convolutionLine(m_layers, 3) + "    return x\n");
    row("traced",
        convolutionLine(m_layers, 1) + relu +
            "    x = torch._convolution(x, self.weight2, self.bias2, [1, 1], [2, 2], [1, 1], False, "
            "[0, 0], 1, False, False, True, True)\n" +
            relu + convolutionLine(m_layers, 3) + "    return x\n");
}

void TestTorchEngine::chainsOfConvolutionsAreConverted()
{
    QFETCH(QByteArray, body);
    const TorchScript found = m_scripts.script(tensorsOf(m_layers), body.toStdString());
    QVERIFY2(found.obstacle.isEmpty(), qPrintable(found.obstacle));
    QCOMPARE(found.layers.size(), m_layers.size());
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        QCOMPARE(found.layers[l].kernel, m_layers[l].kernel);
        QCOMPARE(found.layers[l].weights, m_layers[l].weights);
        QCOMPARE(found.layers[l].bias, m_layers[l].bias);
    }
    QCOMPARE(found.rectifiers, 2);
    QCOMPARE(found.network->receptiveField(), 9);
}

void TestTorchEngine::othersAreNotAndSayWhy_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("why");
    const auto row = [this](const char *name, const std::string &body, const char *why) {
        QTest::newRow(name) << QByteArray::fromStdString(body) << QString::fromLatin1(why);
    };
    const std::string relu = "    x = torch.relu(x)\n";
    row("elu", convolutionsBody(m_layers, "    x = torch.elu(x)\n"), "elu");
    row("residual", convolutionsBody(m_layers, "    x = torch.relu(x) + x\n"), "a value that goes two ways");
    row("no relu", convolutionsBody(m_layers, ""), "two convolutions without a ReLU between them");
    row("last relu", convolutionsBody(m_layers, relu, relu + "    return x\n"),
        "a ReLU after the last convolution");
    row("first relu", relu + convolutionsBody(m_layers, relu), "a ReLU before the first convolution");
    row("dilated",
        convolutionLine(m_layers, 1) + relu +
            "    x = torch.conv2d(x, self.weight2, self.bias2, [1, 1], [4, 4], [2, 2])\n" + relu +
            convolutionLine(m_layers, 3) + "    return x\n",
        "a dilated convolution");
    row("grouped",
        convolutionLine(m_layers, 1) + relu +
            "    return torch.conv2d(x, self.weight2[:, 0:1].repeat([6, 1, 1, 1])[0:6], None, [1, 1], [2, "
            "2], "
            "[1, 1], 6)\n",
        "a convolution in groups");
}

void TestTorchEngine::othersAreNotAndSayWhy()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, why);
    const TorchScript found = m_scripts.script(tensorsOf(m_layers), body.toStdString());
    QVERIFY(found.layers.empty());
    QCOMPARE(found.obstacle, why);
    QVERIFY(found.network->forward(randomInput(kLength), 1, {}).isOk());
}

void TestTorchEngine::distogramsBecomeExpectedDistances_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<bool>("logits");
    QTest::newRow("logits") << QByteArray("    return x\n") << true;
    QTest::newRow("probabilities")
        << QByteArray("    n = x.size(-1)\n    return torch.softmax(x.reshape([1, 2, 3, n, n]), "
                      "2).reshape([1, 6, n, n])\n")
        << false;
}

void TestTorchEngine::distogramsBecomeExpectedDistances()
{
    QFETCH(QByteArray, end);
    QFETCH(bool, logits);
    const auto layers = randomLayers({441, 4, 6}, {3, 3}, 2);
    const std::vector<float> centres{4, 9, 20};
    const std::string relu = "    x = torch.relu(x)\n";
    const TorchScript found = m_scripts.script(
        tensorsOf(layers), convolutionsBody(layers, relu, end.toStdString()), {1, centres, logits});
    QCOMPARE(found.outputs, 6);
    QCOMPARE(found.network->outputChannels(), 2);
    QVERIFY(found.layers.empty());
    const InputStack input = randomInput(9);
    const auto map = found.network->forward(input, 1, {});
    QVERIFY(map.isOk());
    const auto before = referenceForward(layers, planeOf(input));
    for (int c = 0; c < 2; ++c)
        for (int i = 0; i < 9; ++i)
            for (int j = 0; j < 9; ++j) {
                double sum = 0;
                double mean = 0;
                for (int bin = 0; bin < 3; ++bin) {
                    const double weight = std::exp(before.back().at(3 * c + bin, i, j));
                    sum += weight;
                    mean += weight * double(centres[std::size_t(bin)]);
                }
                QVERIFY(std::abs(double(map.value().at(c, i, j)) - mean / sum) < 1e-4);
            }
}

void TestTorchEngine::receptiveFieldsAreFound_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("field");
    const auto row = [](const char *name, const std::string &body, int field) {
        QTest::newRow(name) << QByteArray::fromStdString(body) << field;
    };
    const std::string elu = "    x = torch.elu(x)\n";
    row("chain", convolutionsBody(m_layers, elu), 9);
    row("dilated",
        convolutionLine(m_layers, 1) + elu +
            "    return torch.conv2d(x, self.weight2, self.bias2, [1, 1], [6, 6], [3, 3])\n",
        15);
    row("made symmetric", convolutionsBody(m_layers, elu, "    return (x + x.permute([0, 1, 3, 2])) / 2\n"),
        0);
    row("mean of all", convolutionsBody(m_layers, elu, "    return x - x.mean()\n"), 0);
    row("knows its place",
        convolutionsBody(m_layers, elu,
                         "    return x + torch.arange(x.size(-1)).float().reshape([1, 1, 1, -1])\n"),
        0);
}

void TestTorchEngine::receptiveFieldsAreFound()
{
    QFETCH(QByteArray, body);
    QFETCH(int, field);
    QCOMPARE(m_scripts.script(tensorsOf(m_layers), body.toStdString()).network->receptiveField(), field);
}

void TestTorchEngine::wrongShapesAreToldWithTheExpectedOnes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const std::string &body, const char *found) {
        QTest::newRow(name) << QByteArray::fromStdString(body) << QString::fromLatin1(found);
    };
    row("other channels in", "    return torch.conv2d(x, self.weight2, self.bias2, [1, 1], [2, 2])\n",
        "got 441 channels instead");
    row("a smaller map", "    return torch.conv2d(x, self.weight1, self.bias1)\n",
        "found (1, 6, 17, 17) for L = 19");
    row("no channels", "    return x.mean([0, 1])\n", "found (19, 19) for L = 19");
    row("a list", "    return [x, x]\n", "found a List[Tensor]");
}

void TestTorchEngine::wrongShapesAreToldWithTheExpectedOnes()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, found);
    const auto script = m_scripts.tryScript(tensorsOf(m_layers), body.toStdString());
    QVERIFY(!script.isOk());
    QCOMPARE(script.error().kind, ErrorKind::Mismatch);
    QVERIFY2(script.error().why.contains(QStringLiteral("expected (1, 441, L, L) or (441, L, L)")),
             qPrintable(script.error().why));
    QVERIFY2(script.error().why.contains(found), qPrintable(script.error().why));
    QVERIFY(!script.error().remedy.isEmpty());
}

void TestTorchEngine::whatIsNoTorchScriptIsRefused_data()
{
    const QString file = m_scripts.path();
    QVERIFY(saveConvolutions(file, m_layers));
    const QByteArray whole = ScriptFolder::contentOf(file);
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("this is no network\n");
    QTest::newRow("truncated") << whole.left(whole.size() / 2);
    QTest::newRow("an empty archive") << QByteArray("PK\x05\x06", 4) + QByteArray(18, '\0');
}

void TestTorchEngine::whatIsNoTorchScriptIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto script = ScriptFolder::loadBytes(bytes);
    QVERIFY(!script.isOk());
    QCOMPARE(script.error().kind, ErrorKind::Parse);
    QCOMPARE(script.error().file, QStringLiteral("net.pt"));
    QVERIFY(script.error().remedy.contains(QStringLiteral("torch.jit.script")));
}

void TestTorchEngine::aWeightThatIsNotFiniteIsNamed()
{
    auto tensors = tensorsOf(m_layers);
    tensors[2].values[7] = std::nanf("");
    const auto script = m_scripts.tryScript(tensors, convolutionsBody(m_layers, "    x = torch.elu(x)\n"));
    QVERIFY(!script.isOk());
    QCOMPARE(script.error().kind, ErrorKind::Mismatch);
    QVERIFY2(script.error().why.contains(QStringLiteral("weight2")), qPrintable(script.error().why));
}

void TestTorchEngine::anOutputThatIsNotFiniteIsRefused()
{
    const auto script =
        m_scripts.tryScript(tensorsOf(m_layers), convolutionLine(m_layers, 1) + "    return x.log()\n");
    QVERIFY(!script.isOk());
    QCOMPARE(script.error().kind, ErrorKind::Mismatch);
    QVERIFY2(script.error().why.contains(QStringLiteral("nan at the pair")), qPrintable(script.error().why));
}

void TestTorchEngine::aNetworkThatThrowsIsToldInItsWords()
{
    // It runs when its shapes and its field are tried, at 65 residues and fewer.
    const TorchScript found =
        m_scripts.script(tensorsOf(m_layers), "    assert x.size(-1) <= 65, \"too long for me\"\n" +
                                                  convolutionsBody(m_layers, "    x = torch.elu(x)\n"));
    const auto map = found.network->forward(randomInput(66), 1, {});
    QVERIFY(!map.isOk());
    QCOMPARE(map.error().kind, ErrorKind::ToolFailed);
    QVERIFY2(map.error().why.contains(QStringLiteral("too long for me")), qPrintable(map.error().why));
    QVERIFY(!map.error().what.isEmpty() && !map.error().remedy.isEmpty());
}

void TestTorchEngine::binsThatDoNotFitAreRefused()
{
    const QString file = m_scripts.path();
    QVERIFY(saveConvolutions(file, m_layers));
    const auto script = ScriptFolder::loadBytes(ScriptFolder::contentOf(file), {1, {4, 8}, true});
    QVERIFY(!script.isOk());
    QCOMPARE(script.error().kind, ErrorKind::Mismatch);
    QVERIFY(script.error().why.contains(QStringLiteral("3 outputs")));
}

QTEST_GUILESS_MAIN(TestTorchEngine)
#include "tst_torchengine.moc"
