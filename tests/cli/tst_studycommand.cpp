// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli trust, study and jacobian as their users run them.
#include "core/attribution/explainer.h"
#include "core/attribution/jacobian.h"
#include "core/attribution/windowstatistics.h"
#include "core/export/npy.h"
#include "core/network/networkfile.h"
#include "core/network/safetensors.h"
#include "core/store/hdf5file.h"
#include "tests/support/referencenet.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace WhiteBox;
using namespace WhiteBox::Test;

class TestStudyCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void trustTellsEveryTest();
    void trustOfOneResidueHasNoOtherPair();
    void everyStudyRuns_data();
    void everyStudyRuns();
    void correlationIsTheCores();
    void blockNamesItsAxes();
    void longCurveTellsHowFarItIsAndStops();
    void jacobianIsWrittenWhole();
    void jacobianIsStreamed();
    void resumeTellsWhatItDoes();
    void sliceIsPartOfIt();
    void mistakesAreExplained_data();
    void mistakesAreExplained();

private:
    struct Outcome
    {
        int status = 0;
        QByteArray out;
        QByteArray err;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };
    /// The command's words, then the source and the network.
    Outcome run(const QString &command) const
    {
        return runText(QStringLiteral("--json ") + command, path("input.npy"));
    }
    Outcome runText(const QString &command, const QString &source) const;
    QStringList argumentsOf(const QString &command, const QString &source) const;
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
    std::shared_ptr<const Explainer> m_explainer;
};

namespace {

constexpr int kLength = 13;

} // namespace

QStringList TestStudyCommand::argumentsOf(const QString &command, const QString &source) const
{
    return QString(command)
               .replace(QStringLiteral("OUT"), m_folder.filePath(QStringLiteral("out")))
               .split(QLatin1Char(' ')) +
           QStringList{source, QStringLiteral("--model"), path("net.safetensors")};
}

TestStudyCommand::Outcome TestStudyCommand::runText(const QString &command, const QString &source) const
{
    const QStringList arguments = argumentsOf(command, source);
    QProcess process;
    process.start(QStringLiteral(WB_CLI), arguments);
    if (!process.waitForFinished(120000))
        return {-1, {}, process.errorString().toLocal8Bit()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestStudyCommand::initTestCase()
{
    qputenv("WHITEBOX_HOME", m_folder.path().toLocal8Bit());
    auto layers = randomLayers({441, 6, 5, 4}, {3, 5, 3}, 3);
    layers.back().bias.assign(4, 6.0F); // some contacts, so that sets have pairs
    SafeTensors file;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const ConvLayer &layer = layers[l];
        const QString name = QString::number(3 * l);
        file.tensors[name + QStringLiteral(".weight")] = {
            {layer.outputs, layer.inputs, layer.kernel, layer.kernel}, layer.weights};
        file.tensors[name + QStringLiteral(".bias")] = {{layer.outputs}, layer.bias};
    }
    QVERIFY(file.save(path("net.safetensors")).isOk());
    const std::vector<float> dense = randomDense(kLength, 8);
    QVERIFY(writeNpy(path("input.npy"), dense, {kLength, kLength, kStates, kStates}).isOk());
    auto network = loadNetwork(path("net.safetensors"));
    QVERIFY(network.isOk());
    auto explainer = Explainer::create(std::make_shared<const ConvNet>(std::move(network).value()),
                                       InputStack::fromDense(kLength, dense));
    m_explainer = std::move(explainer).value();
}

void TestStudyCommand::trustTellsEveryTest()
{
    const Outcome outcome = run(QStringLiteral("trust --pair 5,7 --out OUT.csv"));
    QVERIFY2(outcome.status == 0, outcome.out.constData());
    const QJsonObject json = outcome.json();
    QVERIFY(std::abs(json[QStringLiteral("completeness")][QStringLiteral("residualAngstrom")].toDouble()) <
            1e-5);
    for (const char *test :
         {"completeness", "finiteDifferences", "symmetry", "deconvnetConstancy", "randomisation"}) {
        QVERIFY2(!json[QLatin1String(test)][QStringLiteral("meaning")].toString().isEmpty(), test);
        QVERIFY2(!json[QLatin1String(test)][QStringLiteral("source")].toString().isEmpty(), test);
    }
    QFile csv(path("out.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count('\n'), 1 + 6 * 3 * 3); // methods, layers, measures
}

// It said "differs by at most not defined of the largest value".
void TestStudyCommand::trustOfOneResidueHasNoOtherPair()
{
    QVERIFY(writeNpy(path("one.npy"), randomDense(1, 8), {1, 1, kStates, kStates}).isOk());
    const Outcome text = runText(QStringLiteral("trust --pair 1,1"), path("one.npy"));
    QVERIFY2(text.status == 0, text.err.constData());
    QVERIFY2(text.out.contains("no other pair"), text.out.constData());
    QVERIFY2(!text.out.contains("at most not defined"), text.out.constData());
    const Outcome json = runText(QStringLiteral("--json trust --pair 1,1"), path("one.npy"));
    QVERIFY(json.json()[QStringLiteral("deconvnetConstancy")][QStringLiteral("otherPair")].isNull());
}

void TestStudyCommand::everyStudyRuns_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<QList<int>>("shape");
    const auto row = [](const char *command, const char *dataset, const QList<int> &shape) {
        QTest::newRow(command) << QString::fromLatin1(command) << QString::fromLatin1(dataset) << shape;
    };
    row("correlation --pair 5,7 --method smoothgrad", "correlation", {21, 21});
    row("signs --pair 1,13", "weighted", {21, 21, 9, 9});
    row("curve --pair 5,7 --from -0.1 --to 0.1 --points 5", "curve", {5, 6});
    row("whatif --pair 5,7", "explanation", {10, 21, 21, 9, 9});
    row("whatif --pair 5,7 --constant -0.3,0.3", "input", {3, 21, 21, 9, 9});
    row("scatter --pair 5,7", "scatter", {3, 25, 9, 9, 2});
    row("scatter --pair 5,7 --acids AR,-K --shift 1", "scatter", {2, 2, 9, 9, 2});
    row("radial --pair 5,7", "radial", {7, 3});
    row("radial --step 4", "radial", {7, 3});
}

void TestStudyCommand::everyStudyRuns()
{
    QFETCH(QString, command);
    QFETCH(QString, dataset);
    QFETCH(QList<int>, shape);
    const Outcome outcome = run(QStringLiteral("study ") + command + QStringLiteral(" --out OUT.h5"));
    QVERIFY2(outcome.status == 0, outcome.out.constData());
    Hdf5Reader reader(path("out.h5"));
    QCOMPARE(reader.shape(dataset), (Hdf5Shape{shape.begin(), shape.end()}));
    const auto values = reader.floats(dataset, {shape.begin(), shape.end()});
    QVERIFY(std::any_of(values.begin(), values.end(), [](float v) { return std::isfinite(v) && v != 0; }));
}

void TestStudyCommand::correlationIsTheCores()
{
    QCOMPARE(
        run(QStringLiteral("study correlation --pair 5,7 --method plain --channel ab --out OUT.npy")).status,
        0);
    const auto values = loadNpy(path("out.npy")).value().toFloats();
    const auto window = m_explainer->explain({4, 6}, 1, AttributionMethod::Gradient);
    const auto expected = tileCorrelations(window, inputWindow(m_explainer->input(), {4, 6}, window.side));
    for (std::size_t n = 0; n < values.size(); ++n)
        QCOMPARE(values[n], float(expected[n]));
}

void TestStudyCommand::blockNamesItsAxes()
{
    const Outcome outcome = run(QStringLiteral("study block --rows 2:4 --columns 5:8 --out OUT.npy"));
    QVERIFY2(outcome.status == 0, outcome.out.constData());
    QCOMPARE(outcome.json()[QStringLiteral("positions")].toInt(), 6);
    QFile file(path("out.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto arrays = QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("arrays")].toArray();
    QCOMPARE(arrays[1][QStringLiteral("name")].toString(), QStringLiteral("positiveShare"));
    QCOMPARE(arrays[0][QStringLiteral("axes")][0][QStringLiteral("labels")][20].toString(),
             QStringLiteral("-"));
    QVERIFY(loadNpy(path("out.correlation.npy")).isOk());
}

// It took minutes without a word. Progress is for terminals: standard error is one here.
void TestStudyCommand::longCurveTellsHowFarItIsAndStops()
{
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
    QProcess process;
    process.setStandardErrorFile(QString::fromLocal8Bit(::ptsname(terminal)), QIODevice::Append);
    process.start(QStringLiteral(WB_CLI),
                  argumentsOf(QStringLiteral("study curve --pair 5,7 --points 100000"), path("input.npy")));
    QVERIFY(process.waitForStarted());
    QByteArray shown;
    QElapsedTimer clock;
    clock.start();
    while (!shown.contains("Points of the curve") && clock.elapsed() < 20000) {
        pollfd ready{terminal, POLLIN, 0};
        char bytes[4096];
        const auto count = ::poll(&ready, 1, 100) > 0 ? ::read(terminal, bytes, sizeof bytes) : 0;
        shown.append(bytes, std::max<qsizetype>(0, qsizetype(count)));
    }
    QVERIFY2(shown.contains("% Points of the curve"), shown.constData());
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(2000));
    QCOMPARE(process.exitCode(), 130);
    ::close(terminal);
}

void TestStudyCommand::jacobianIsWrittenWhole()
{
    const Outcome outcome = run(QStringLiteral("jacobian --method plain --channel aa --gzip 1 --out OUT.h5"));
    QVERIFY2(outcome.status == 0, outcome.out.constData());
    Hdf5Reader reader(path("out.h5"));
    const auto values = reader.floats(QStringLiteral("jacobian"), {kLength, kLength, 21, 21, 9, 9});
    const auto window = m_explainer->explain({6, 6}, 0, AttributionMethod::Gradient);
    const std::size_t start = (6 * kLength + 6) * window.values.size();
    QVERIFY(values.size() > start);
    for (std::size_t n = 0; n < window.values.size(); ++n)
        QCOMPARE(values[start + n], window.values[n]);
}

void TestStudyCommand::jacobianIsStreamed()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("AddressSanitizer's own memory would be counted");
#endif
    constexpr int kLong = 60;
    QVERIFY(writeNpy(path("long.npy"), randomDense(kLong, 8), {kLong, kLong, kStates, kStates}).isOk());
    const Outcome outcome = runText(QStringLiteral("jacobian --out OUT.npy"), path("long.npy"));
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    constexpr qint64 kPromise = 500'000'000;
    QVERIFY(QFileInfo(path("out.npy")).size() > kPromise); // else the promise would be kept by chance
    rusage used{};
    QCOMPARE(getrusage(RUSAGE_CHILDREN, &used), 0);
    QVERIFY2(qint64(used.ru_maxrss) * 1024 < kPromise, qPrintable(QString::number(used.ru_maxrss)));
    QVERIFY(QFile::remove(path("out.npy")));
}

// It computed and overwrote the finished file again.
void TestStudyCommand::resumeTellsWhatItDoes()
{
    const QString command = QStringLiteral("jacobian --method plain --out %1 --resume").arg(path("r.npy"));
    const Outcome begun = runText(command, path("input.npy"));
    QVERIFY2(begun.status == 0, begun.err.constData());
    QVERIFY2(begun.err.contains("There is no stopped run"), begun.err.constData());
    const QDateTime written = QFileInfo(path("r.npy")).lastModified();
    const Outcome again = runText(command, path("input.npy"));
    QCOMPARE(again.status, 0);
    QVERIFY2(again.out.contains("already complete: "), again.out.constData());
    const Outcome other = runText(command + QStringLiteral(" --channel aa"), path("input.npy"));
    QCOMPARE(other.status, 1);
    QVERIFY2(other.err.contains("leave out --resume"), other.err.constData());
    QCOMPARE(QFileInfo(path("r.npy")).lastModified(), written);
}

void TestStudyCommand::sliceIsPartOfIt()
{
    QCOMPARE(run(QStringLiteral("jacobian --slice 6,4:7,20,:,4,4 --out OUT.npy")).status, 0);
    const auto array = loadNpy(path("out.npy")).value();
    QCOMPARE(array.shape, (std::vector<qint64>{1, 3, 1, 21, 1, 1}));
    const auto window = m_explainer->explain({6, 5}, 3, AttributionMethod::Guided);
    QCOMPARE(array.toFloats()[21 + 3], window.at(20, 3, 0, 0));
}

void TestStudyCommand::mistakesAreExplained_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no pair") << QStringLiteral("study correlation") << QByteArray("--pair");
    QTest::newRow("no study") << QStringLiteral("study") << QByteArray("subcommand");
    QTest::newRow("bad suffix") << QStringLiteral("study signs --pair 2,3 --out OUT.txt")
                                << QByteArray(".npy");
    QTest::newRow("bad slice") << QStringLiteral("study block --rows 5:5") << QByteArray("5:5");
    QTest::newRow("block outside") << QStringLiteral("study block --rows 90:99") << QByteArray("13 residues");
    QTest::newRow("bad acids") << QStringLiteral("study scatter --pair 2,3 --acids AB") << QByteArray("AB");
    QTest::newRow("empty range") << QStringLiteral("study curve --pair 2,3 --from 1 --to 1")
                                 << QByteArray("--from");
    QTest::newRow("block partly outside")
        << QStringLiteral("study block --rows 2:4 --columns 10:14") << QByteArray("within 0:13");
    for (const char *number : {"nan", "inf", "1e39", "-1e300"}) {
        const QString text = QString::fromLatin1(number);
        for (const char *option :
             {"whatif --pair 2,3 --constant", "whatif --pair 2,3 --shift", "whatif --pair 2,3 --percentile",
              "scatter --pair 2,3 --shift", "curve --pair 2,3 --from", "curve --pair 2,3 --to"})
            QTest::addRow("%s %s", option, number)
                << QStringLiteral("study %1 %2 --channel bb").arg(QString::fromLatin1(option), text)
                << QByteArray("single precision");
    }
    QTest::newRow("sums overflow") << QStringLiteral("study whatif --constant 3.4e38 --pair 2,3 --channel aa")
                                   << QByteArray("Give a smaller number");
    QTest::newRow("curve overflows") << QStringLiteral("study curve --pair 2,3 --to 3e38 --method deconvnet")
                                     << QByteArray("nearer to 0");
    QTest::newRow("slice outside") << QStringLiteral("jacobian --slice 13 --out OUT.npy")
                                   << QByteArray("13, 13, 21");
    for (const char *option : {"--float16", "--gzip 4", "--resume"})
        QTest::addRow("slice %s", option)
            << QStringLiteral("jacobian --slice 2,3 --out OUT.h5 %1 --method plain")
                   .arg(QString::fromLatin1(option))
            << QByteArray("Leave out --float16");
    QTest::newRow("NPY compressed") << QStringLiteral("jacobian --out OUT.npy --gzip 4 --method plain")
                                    << QByteArray("NPY has no compression");
    QTest::newRow("averaging has no Jacobian")
        << QStringLiteral("jacobian --method smoothgrad --out OUT.npy") << QByteArray("smoothgrad");
}

void TestStudyCommand::mistakesAreExplained()
{
    QFETCH(QString, command);
    QFETCH(QByteArray, message);
    const Outcome outcome = run(command);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.out.contains(message), outcome.out.constData());
}

QTEST_GUILESS_MAIN(TestStudyCommand)
#include "tst_studycommand.moc"
