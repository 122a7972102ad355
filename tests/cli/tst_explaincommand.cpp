// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli explain as its users run it.
#include "core/attribution/explainer.h"
#include "core/export/npy.h"
#include "core/network/networkfile.h"
#include "core/network/safetensors.h"
#include "tests/support/referencenet.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace WhiteBox;
using namespace WhiteBox::Test;

class TestExplainCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void windowOfAnArrayIsTheExplainers_data();
    void windowOfAnArrayIsTheExplainers();
    void bothArrayShapesAreTheSameInput();
    void axesAreNamedBesideTheFile();
    void jsonIsOneDocument();
    void completenessIsTheMethods_data();
    void completenessIsTheMethods();
    void arraysThatAreNotFiniteAreRefused_data();
    void arraysThatAreNotFiniteAreRefused();
    void mistakesAreExplained_data();
    void mistakesAreExplained();

private:
    struct Outcome
    {
        int status = 0;
        QByteArray out;
        QByteArray err;
    };
    Outcome run(const QStringList &arguments) const;
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QStringList explainArguments() const
    {
        return {QStringLiteral("explain"), path("last.npy"),        QStringLiteral("--model"),
                path("net.safetensors"),   QStringLiteral("--out"), path("w.npy")};
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const Explainer> m_explainer;
};

namespace {

constexpr int kLength = 9;

} // namespace

TestExplainCommand::Outcome TestExplainCommand::run(const QStringList &arguments) const
{
    QProcess process;
    process.start(QStringLiteral(WB_CLI), arguments);
    if (!process.waitForFinished(60000))
        return {-1, {}, process.errorString().toLocal8Bit()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestExplainCommand::initTestCase()
{
    // The tests' store and models must not be the user's.
    qputenv("WHITEBOX_HOME", m_folder.path().toLocal8Bit());
    const auto layers = randomLayers({441, 6, 5, 4}, {3, 5, 3}, 3);
    SafeTensors file;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const ConvLayer &layer = layers[l];
        // Named as PyTorch's Sequential of convolution, ReLU and dropout does.
        const QString name = QString::number(3 * l);
        file.tensors[name + QStringLiteral(".weight")] = {
            {layer.outputs, layer.inputs, layer.kernel, layer.kernel}, layer.weights};
        file.tensors[name + QStringLiteral(".bias")] = {{layer.outputs}, layer.bias};
    }
    QVERIFY(file.save(path("net.safetensors")).isOk());
    auto network = loadNetwork(path("net.safetensors"));
    QVERIFY2(network.isOk(), network.isOk() ? "" : qPrintable(network.error().text()));

    const std::vector<float> dense = randomDense(kLength, 8);
    QVERIFY(writeNpy(path("last.npy"), dense, {kLength, kLength, kStates, kStates}).isOk());
    std::vector<float> first(dense.size());
    constexpr std::size_t pairs = kLength * kLength;
    for (std::size_t pair = 0; pair < pairs; ++pair)
        for (std::size_t c = 0; c < kBlock; ++c)
            first[c * pairs + pair] = dense[pair * kBlock + c];
    QVERIFY(writeNpy(path("first.npy"), first, {kBlock, kLength, kLength}, NpyType::Float64).isOk());
    QVERIFY(writeNpy(path("wrong.npy"), first, {kBlock, int(pairs)}).isOk());
    auto explainer = Explainer::create(std::make_shared<const ConvNet>(std::move(network).value()),
                                       InputStack::fromDense(kLength, dense));
    QVERIFY(explainer.isOk());
    m_explainer = std::move(explainer).value();
}

void TestExplainCommand::windowOfAnArrayIsTheExplainers_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("channel");
    QTest::addColumn<AttributionMethod>("method");
    QTest::addColumn<AttributionTarget>("target");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    QTest::newRow("guided, CbCb") << words("--pair 2,7") << 3 << AttributionMethod::Guided
                                  << AttributionTarget::RaisesDistance;
    QTest::newRow("plain, CaCb") << words("--pair 2,7 --channel ab --method plain") << 1
                                 << AttributionMethod::Gradient << AttributionTarget::RaisesDistance;
    QTest::newRow("deconvnet, lowers")
        << words("--pair 2-7 --channel 2 --method deconvnet --target lowers") << 2
        << AttributionMethod::Deconvnet << AttributionTarget::LowersDistance;
}

void TestExplainCommand::windowOfAnArrayIsTheExplainers()
{
    QFETCH(QStringList, options);
    QFETCH(int, channel);
    QFETCH(AttributionMethod, method);
    QFETCH(AttributionTarget, target);
    const Outcome outcome = run(explainArguments() + options);
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const auto written = loadNpy(path("w.npy"));
    QVERIFY(written.isOk());
    QCOMPARE(written.value().shape, (std::vector<qint64>{21, 21, 9, 9}));
    const auto values = written.value().toFloats();
    const auto window = m_explainer->explain({1, 6}, channel, method, target); // residues 2 and 7
    for (int di = -4; di <= 4; ++di)
        for (int dj = -4; dj <= 4; ++dj) {
            const std::size_t index = window.index(5, 20, di, dj);
            if (window.isInside(di, dj))
                QCOMPARE(values[index], window.values[index]);
            else
                QVERIFY(std::isnan(values[index]));
        }
}

void TestExplainCommand::bothArrayShapesAreTheSameInput()
{
    QStringList arguments = explainArguments() + QStringList{QStringLiteral("--pair"), QStringLiteral("5,5")};
    QCOMPARE(run(arguments).status, 0);
    const auto last = loadNpy(path("w.npy")).value().toFloats();
    arguments[1] = path("first.npy");
    QCOMPARE(run(arguments).status, 0);
    QCOMPARE(loadNpy(path("w.npy")).value().toFloats(), last);
}

void TestExplainCommand::axesAreNamedBesideTheFile()
{
    QCOMPARE(run(explainArguments() + QStringList{QStringLiteral("--pair"), QStringLiteral("1,9")}).status,
             0);
    QFile file(path("w.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject described = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray axes = described[QStringLiteral("axes")].toArray();
    QCOMPARE(axes.size(), 4);
    QCOMPARE(axes[0].toObject()[QStringLiteral("labels")].toArray()[1].toString(), QStringLiteral("R"));
    QCOMPARE(axes[3].toObject()[QStringLiteral("from")].toInt(), -4);
    QCOMPARE(described[QStringLiteral("pair")].toArray(), (QJsonArray{1, 9}));
}

void TestExplainCommand::jsonIsOneDocument()
{
    const Outcome outcome = run(QStringList{QStringLiteral("--json")} + explainArguments() +
                                QStringList{QStringLiteral("--pair"), QStringLiteral("3,4")});
    QCOMPARE(outcome.status, 0);
    const QJsonObject document = QJsonDocument::fromJson(outcome.out).object();
    const double predicted = document[QStringLiteral("predictedAngstrom")].toDouble();
    QVERIFY(std::abs(predicted - double(m_explainer->output().at(3, 2, 3))) < 1e-6);
    QVERIFY(std::abs(document[QStringLiteral("completenessResidualAngstrom")].toDouble()) < 1e-5);
}

void TestExplainCommand::completenessIsTheMethods_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("line");
    for (const char *target : {"raises", "lowers"}) {
        const QString to = QString::fromLatin1(target);
        QTest::addRow("guided, %s", target)
            << QStringLiteral("guided") << to << QByteArray("input × plain gradient");
        QTest::addRow("input times gradient, %s", target)
            << QStringLiteral("inputxgradient") << to << QByteArray("the inputs' part");
        QTest::addRow("integrated, %s", target)
            << QStringLiteral("integrated") << to << QByteArray("without couplings");
        QTest::addRow("smoothgrad, %s", target)
            << QStringLiteral("smoothgrad") << to << QByteArray("do not sum up");
    }
}

// Every method had the plain gradient's numbers. The axioms: Sundararajan, Taly and Yan 2017, proposition 1;
// for input times gradient, the network being piecewise linear, y = sum of x dy/dx + the biases' part.
void TestExplainCommand::completenessIsTheMethods()
{
    QFETCH(QString, method);
    QFETCH(QString, target);
    QFETCH(QByteArray, line);
    const QStringList arguments =
        explainArguments() + QStringList{QStringLiteral("--pair"),   QStringLiteral("3,4"),
                                         QStringLiteral("--method"), method,
                                         QStringLiteral("--target"), target};
    const Outcome text = run(arguments);
    QVERIFY2(text.out.contains(line), text.out.constData());
    const QJsonObject document =
        QJsonDocument::fromJson(run(QStringList{QStringLiteral("--json")} + arguments).out).object();
    const QJsonObject whole = document[QStringLiteral("completeness")].toObject();
    double sum = 0;
    for (const float value : loadNpy(path("w.npy")).value().toFloats())
        sum += std::isnan(value) ? 0 : double(value);
    if (target == QLatin1String("lowers"))
        sum = -sum;
    const bool sumsUp = method == QLatin1String("integrated") || method == QLatin1String("inputxgradient");
    QCOMPARE(text.out.contains("the values' negatives sum up to"),
             sumsUp && target == QLatin1String("lowers"));
    const double output = double(m_explainer->output().at(3, 2, 3));
    if (method == QLatin1String("smoothgrad")) {
        QVERIFY(document[QStringLiteral("completeness")].isNull());
        QVERIFY(document[QStringLiteral("completenessResidualAngstrom")].isNull());
    } else if (method == QLatin1String("integrated")) {
        const auto none = m_explainer->on(
            InputStack::fromDense(kLength, std::vector<float>(std::size_t(kLength) * kLength * kBlock)));
        const double baseline = double(none.value()->output().at(3, 2, 3));
        QVERIFY(std::abs(whole[QStringLiteral("sumAngstrom")].toDouble() - sum) < 1e-4);
        QVERIFY(std::abs(whole[QStringLiteral("baselineAngstrom")].toDouble() - baseline) < 1e-5);
        QVERIFY(std::abs(document[QStringLiteral("completenessResidualAngstrom")].toDouble() -
                         (sum - (output - baseline))) < 1e-4);
    } else {
        QVERIFY(std::abs(document[QStringLiteral("completenessResidualAngstrom")].toDouble()) < 1e-5);
        if (method == QLatin1String("inputxgradient"))
            QVERIFY(std::abs(whole[QStringLiteral("inputPartAngstrom")].toDouble() - sum) < 1e-4);
    }
}

void TestExplainCommand::arraysThatAreNotFiniteAreRefused_data()
{
    QTest::addColumn<std::vector<qint64>>("shape");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<float>("value");
    QTest::addColumn<QByteArray>("message");
    const float infinity = std::numeric_limits<float>::infinity();
    constexpr qint64 kSmall = kLength;
    const std::vector<qint64> first{kBlock, kSmall, kSmall};
    const std::vector<qint64> last{kSmall, kSmall, kStates, kStates};
    QTest::newRow("first and last") << first << qint64(0) << std::nanf("") << QByteArray("[0, 0, 0] is NaN");
    QTest::newRow("one") << first << qint64(2 * 81 + 3 * 9 + 5) << infinity
                         << QByteArray("[2, 3, 5] is infinite");
    QTest::newRow("couplings") << last << qint64((3 * 9 + 5) * kBlock + 20 * 21 + 7) << std::nanf("")
                               << QByteArray("[3, 5, 20, 7] is NaN");
}

// An array of NaN was explained as "nan Å" with status 0.
void TestExplainCommand::arraysThatAreNotFiniteAreRefused()
{
    QFETCH(std::vector<qint64>, shape);
    QFETCH(qint64, offset);
    QFETCH(float, value);
    QFETCH(QByteArray, message);
    std::vector<float> values = randomDense(kLength, 8);
    values[std::size_t(offset)] = value;
    values.back() = value; // the first is named
    const QString array = path("broken.npy");
    QVERIFY(writeNpy(array, values, shape).isOk());
    QStringList arguments = explainArguments() + QStringList{QStringLiteral("--pair"), QStringLiteral("2,7")};
    arguments[1] = array;
    for (const auto &command : {arguments, QStringList{QStringLiteral("predict"), array,
                                                       QStringLiteral("--model"), path("net.safetensors")}}) {
        const Outcome outcome = run(command);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(message), outcome.err.constData());
    }
}

void TestExplainCommand::mistakesAreExplained_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("message");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    const QString array = path("last.npy");
    QTest::newRow("pair outside") << array << words("--pair 0,3") << QByteArray("outside 1..9");
    QTest::newRow("no such channel") << array << words("--pair 1,3 --channel cc") << QByteArray("4 outputs");
    QTest::newRow("no such output") << array << words("--pair 1,3 --channel 4") << QByteArray("4 outputs");
    QTest::newRow("no such method") << array << words("--pair 1,3 --method magic") << QByteArray("magic");
    QTest::newRow("no such job") << QStringLiteral("0123456789abcdef") << words("--pair 1,3")
                                 << QByteArray("job");
    QTest::newRow("wrong shape") << path("wrong.npy") << words("--pair 1,3") << QByteArray("(441, 81)");
}

void TestExplainCommand::mistakesAreExplained()
{
    QFETCH(QString, source);
    QFETCH(QStringList, options);
    QFETCH(QByteArray, message);
    QStringList arguments = explainArguments();
    arguments[1] = source;
    const Outcome outcome = run(arguments + options);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains(message), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TestExplainCommand)
#include "tst_explaincommand.moc"
