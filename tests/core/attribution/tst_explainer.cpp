// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/explainer.h"
#include "tests/support/referencenet.h"

#include <QTest>

#include <cmath>
#include <thread>

using namespace WhiteBox;
using namespace WhiteBox::Test;

namespace {

constexpr AttributionMethod kMethods[] = {AttributionMethod::Gradient, AttributionMethod::Deconvnet,
                                          AttributionMethod::Guided};
constexpr AttributionTarget kTargets[] = {AttributionTarget::RaisesDistance,
                                          AttributionTarget::LowersDistance};

std::shared_ptr<const ConvNet> netOf(const std::vector<ConvLayer> &layers)
{
    auto net = ConvNet::fromLayers(layers);
    if (!net.isOk())
        qFatal("%s", qPrintable(net.error().text()));
    return std::make_shared<const ConvNet>(std::move(net).value());
}

std::shared_ptr<const Explainer> explainerOf(const std::vector<ConvLayer> &layers, const InputStack &input)
{
    auto explainer = Explainer::create(netOf(layers), input, 2);
    if (!explainer.isOk())
        qFatal("%s", qPrintable(explainer.error().text()));
    return std::move(explainer).value();
}

/// Largest difference inside the protein, as a share of the window's largest value; infinite where an outside
/// cell is not 0.
double relativeDifference(const GradientWindow &window, const Plane &expected)
{
    double largest = 0;
    double difference = 0;
    const int radius = window.radius();
    for (int a = 0; a < kStates; ++a)
        for (int b = 0; b < kStates; ++b)
            for (int di = -radius; di <= radius; ++di)
                for (int dj = -radius; dj <= radius; ++dj) {
                    const double found = double(window.at(a, b, di, dj));
                    if (!window.isInside(di, dj)) {
                        if (found != 0)
                            return HUGE_VAL;
                        continue;
                    }
                    const double value = expected.at(a * kStates + b, window.pair.i + di, window.pair.j + dj);
                    largest = std::max(largest, std::abs(value));
                    difference = std::max(difference, std::abs(found - value));
                }
    return largest > 0 ? difference / largest : difference;
}

/// Σ |expected| that the window does not show.
double outsideOfWindow(const GradientWindow &window, const Plane &expected)
{
    double sum = 0;
    for (int c = 0; c < expected.channels; ++c)
        for (int i = 0; i < expected.length; ++i)
            for (int j = 0; j < expected.length; ++j)
                if (std::abs(i - window.pair.i) > window.radius() ||
                    std::abs(j - window.pair.j) > window.radius())
                    sum += std::abs(expected.at(c, i, j));
    return sum;
}

} // namespace

class TestExplainer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowEqualsDoublePrecisionReference_data();
    void windowEqualsDoublePrecisionReference();
    void manyWindowsEqualDoublePrecisionReference_data();
    void manyWindowsEqualDoublePrecisionReference();
    void manyWindowsDoNotDependOnEachOther();
    void gradientEqualsCentralDifferences();
    void deadNetworkGivesExactZeros();
    void symmetricNetworkGivesTransposedWindows();
    void inputTimesGradientAndBiasesMakeTheOutput();
    void deconvnetIsTheSameForEveryPairAwayFromBorders();
    void threadsMayAskAtOnce();
    void inputWindowShowsTheScaledCouplings();
    void stopRequestCancels();
};

void TestExplainer::windowEqualsDoublePrecisionReference_data()
{
    QTest::addColumn<QList<int>>("widths");
    QTest::addColumn<QList<int>>("kernels");
    QTest::addColumn<int>("length");
    QTest::newRow("7-5-5") << QList<int>{441, 20, 18, 4} << QList<int>{7, 5, 5} << 18;
    QTest::newRow("1-9-7") << QList<int>{441, 64, 17, 4} << QList<int>{1, 9, 7} << 17;
    QTest::newRow("protein smaller than the window")
        << QList<int>{441, 12, 10, 3} << QList<int>{5, 3, 7} << 4;
    QTest::newRow("four layers, wide") << QList<int>{441, 70, 9, 66, 2} << QList<int>{3, 3, 1, 3} << 11;
    QTest::newRow("one layer") << QList<int>{441, 4} << QList<int>{5} << 7;
}

void TestExplainer::windowEqualsDoublePrecisionReference()
{
    QFETCH(QList<int>, widths);
    QFETCH(QList<int>, kernels);
    QFETCH(int, length);
    const auto layers = randomLayers({widths.begin(), widths.end()}, {kernels.begin(), kernels.end()}, 21);
    const InputStack input = InputStack::fromDense(length, randomDense(length, 5));
    const auto explainer = explainerOf(layers, input);
    const auto before = referenceForward(layers, planeOf(input));
    const int last = length - 1;
    for (const ResiduePair pair :
         {ResiduePair{length / 2, length / 2 + 1}, ResiduePair{0, last}, ResiduePair{last, 1}})
        for (const AttributionMethod method : kMethods)
            for (const AttributionTarget target : kTargets) {
                const int channel = (pair.i + int(method)) % widths.back();
                const auto window = explainer->explain(pair, channel, method, target);
                const Plane expected = referenceGradient(layers, before, pair, channel, method, target);
                const double difference = relativeDifference(window, expected);
                QVERIFY2(difference <= 2e-6, qPrintable(QString::number(difference)));
                QCOMPARE(outsideOfWindow(window, expected), 0.0);
            }
}

void TestExplainer::manyWindowsEqualDoublePrecisionReference_data()
{
    QTest::addColumn<QList<int>>("widths");
    QTest::addColumn<QList<int>>("kernels");
    QTest::addColumn<int>("length");
    QTest::newRow("7-5-5, by frequencies") << QList<int>{441, 20, 18, 4} << QList<int>{7, 5, 5} << 18;
    QTest::newRow("5-5, by frequencies") << QList<int>{441, 33, 3} << QList<int>{5, 5} << 11;
    QTest::newRow("smaller than the window") << QList<int>{441, 16, 10, 3} << QList<int>{7, 5, 5} << 4;
    QTest::newRow("1-9-7, pair by pair") << QList<int>{441, 24, 17, 4} << QList<int>{1, 9, 7} << 12;
}

void TestExplainer::manyWindowsEqualDoublePrecisionReference()
{
    QFETCH(QList<int>, widths);
    QFETCH(QList<int>, kernels);
    QFETCH(int, length);
    const auto layers = randomLayers({widths.begin(), widths.end()}, {kernels.begin(), kernels.end()}, 22);
    const InputStack input = InputStack::fromDense(length, randomDense(length, 6));
    const auto explainer = explainerOf(layers, input);
    const auto before = referenceForward(layers, planeOf(input));
    const int last = length - 1;
    const std::vector<ResiduePair> pairs{{length / 2, length / 2 + 1}, {0, last}, {last, 1}};
    std::vector<GradientWindow> windows(pairs.size());
    for (const AttributionMethod method : kMethods)
        for (const AttributionTarget target : kTargets) {
            const int channel = int(method) % widths.back();
            explainer->explainMany(pairs, channel, method, target, windows);
            for (std::size_t n = 0; n < pairs.size(); ++n) {
                QCOMPARE(windows[n].pair, pairs[n]);
                const Plane expected = referenceGradient(layers, before, pairs[n], channel, method, target);
                const double difference = relativeDifference(windows[n], expected);
                QVERIFY2(difference <= 2e-6, qPrintable(QString::number(difference)));
            }
        }
}

void TestExplainer::manyWindowsDoNotDependOnEachOther()
{
    const auto explainer = explainerOf(randomLayers({441, 20, 18, 4}, {7, 5, 5}, 23),
                                       InputStack::fromDense(9, randomDense(9, 6)));
    std::vector<ResiduePair> pairs;
    for (int n = 0; n < 20; ++n)
        pairs.push_back({n % 9, n * 5 % 9});
    std::vector<GradientWindow> all(pairs.size());
    explainer->explainMany(pairs, 1, AttributionMethod::Guided, AttributionTarget::RaisesDistance, all);
    std::vector<GradientWindow> one(1);
    for (const std::size_t n : {0, 7, 19}) {
        explainer->explainMany(std::span(pairs).subspan(n, 1), 1, AttributionMethod::Guided,
                               AttributionTarget::RaisesDistance, one);
        QCOMPARE(one[0].values, all[n].values);
    }
}

void TestExplainer::gradientEqualsCentralDifferences()
{
    // In double precision, on the reference network: the step must not cross a kink, hence so small.
    const auto layers = randomLayers({441, 8, 8, 4}, {3, 3, 3}, 2);
    const InputStack input = InputStack::fromDense(6, randomDense(6, 3));
    const auto window = explainerOf(layers, input)->explain({0, 3}, 2, AttributionMethod::Gradient);
    const double step = 1e-6;
    for (const auto [a, b, di, dj] :
         {std::array{0, 0, 0, 0}, {3, 17, 2, -1}, {20, 20, 1, 2}, {7, 2, 3, -3}}) {
        Plane up = planeOf(input);
        up.at(a * kStates + b, di, 3 + dj) += step;
        Plane down = planeOf(input);
        down.at(a * kStates + b, di, 3 + dj) -= step;
        const double slope = (referenceForward(layers, up).back().at(2, 0, 3) -
                              referenceForward(layers, down).back().at(2, 0, 3)) /
                             (2 * step);
        QVERIFY(std::abs(double(window.at(a, b, di, dj)) - slope) < 1e-6);
    }
}

void TestExplainer::deadNetworkGivesExactZeros()
{
    auto layers = randomLayers({441, 8, 8, 4}, {3, 3, 3}, 2);
    for (float &bias : layers[1].bias)
        bias = -1e6F;
    const auto explainer = explainerOf(layers, InputStack::fromDense(9, randomDense(9, 3)));
    for (const AttributionMethod method : {AttributionMethod::Gradient, AttributionMethod::Guided}) {
        const auto window = explainer->explain({4, 5}, 0, method);
        QVERIFY(std::all_of(window.values.begin(), window.values.end(), [](float v) { return v == 0.0F; }));
    }
}

void TestExplainer::symmetricNetworkGivesTransposedWindows()
{
    // Kernels made symmetric under i↔j with a↔b; couplings are. Channel 0 then gives G(i,j,a,b) = G(j,i,b,a).
    auto layers = randomLayers({441, 10, 6, 1}, {3, 5, 3}, 8);
    for (ConvLayer &layer : layers) {
        const ConvLayer old = layer;
        const int k = layer.kernel;
        const auto at = [k, &layer](int out, int in, int ky, int kx) {
            return std::size_t(((out * layer.inputs + in) * k + ky) * k + kx);
        };
        for (int out = 0; out < layer.outputs; ++out)
            for (int in = 0; in < layer.inputs; ++in)
                for (int ky = 0; ky < k; ++ky)
                    for (int kx = 0; kx < k; ++kx) {
                        const int swapped =
                            layer.inputs == kBlock ? in % kStates * kStates + in / kStates : in;
                        layer.weights[at(out, in, ky, kx)] =
                            0.5F * (old.weights[at(out, in, ky, kx)] + old.weights[at(out, swapped, kx, ky)]);
                    }
    }
    const auto explainer =
        explainerOf(layers, InputStack(std::make_shared<CouplingTensor>(randomCouplings(12, 6))));
    for (const AttributionMethod method : kMethods) {
        const auto window = explainer->explain({3, 9}, 0, method);
        const auto mirrored = explainer->explain({9, 3}, 0, method);
        float largest = 0;
        for (float value : window.values)
            largest = std::max(largest, std::abs(value));
        for (int a = 0; a < kStates; ++a)
            for (int b = 0; b < kStates; ++b)
                for (int di = -4; di <= 4; ++di)
                    for (int dj = -4; dj <= 4; ++dj)
                        QVERIFY(std::abs(window.at(a, b, di, dj) - mirrored.at(b, a, dj, di)) <=
                                2e-6F * largest);
    }
}

void TestExplainer::inputTimesGradientAndBiasesMakeTheOutput()
{
    const InputStack input = InputStack::fromDense(14, randomDense(14, 31));
    const auto explainer = explainerOf(randomLayers({441, 16, 12, 4}, {5, 3, 3}, 30), input);
    for (const ResiduePair pair : {ResiduePair{7, 6}, ResiduePair{0, 13}}) {
        const auto gradient = explainer->explain(pair, 3, AttributionMethod::Gradient);
        const auto values = inputWindow(input, pair, gradient.side);
        double sum = explainer->biasPart(pair, 3);
        for (std::size_t n = 0; n < gradient.values.size(); ++n)
            sum += double(gradient.values[n]) * double(values.values[n]);
        QVERIFY(std::abs(sum - double(explainer->output().at(3, pair.i, pair.j))) < 1e-5);
    }
}

void TestExplainer::deconvnetIsTheSameForEveryPairAwayFromBorders()
{
    const auto explainer = explainerOf(randomLayers({441, 12, 12, 4}, {3, 3, 3}, 40),
                                       InputStack::fromDense(16, randomDense(16, 41)));
    const auto one = explainer->explain({5, 6}, 3, AttributionMethod::Deconvnet);
    const auto other = explainer->explain({9, 7}, 3, AttributionMethod::Deconvnet);
    QCOMPARE(one.values, other.values);
}

void TestExplainer::threadsMayAskAtOnce()
{
    const auto explainer = explainerOf(randomLayers({441, 12, 12, 4}, {3, 3, 3}, 50),
                                       InputStack::fromDense(10, randomDense(10, 51)));
    const auto expected = explainer->explain({4, 4}, 1, AttributionMethod::Guided);
    std::vector<GradientWindow> found(8);
    std::vector<std::thread> threads;
    for (GradientWindow &window : found)
        threads.emplace_back([&] { window = explainer->explain({4, 4}, 1, AttributionMethod::Guided); });
    for (std::thread &thread : threads)
        thread.join();
    for (const GradientWindow &window : found)
        QCOMPARE(window.values, expected.values);
}

void TestExplainer::inputWindowShowsTheScaledCouplings()
{
    const InputStack input(std::make_shared<CouplingTensor>(randomCouplings(5, 1)), 3.0F);
    const auto window = inputWindow(input, {1, 3}, 5);
    QCOMPARE(window.at(4, 7, -1, 1), input.at(0, 4, 4, 7));
    QCOMPARE(window.at(4, 7, 1, -2), input.at(2, 1, 4, 7));
    QCOMPARE(window.at(4, 7, -2, 0), 0.0F); // residue −1
    QVERIFY(!window.isInside(-2, 0));
}

void TestExplainer::stopRequestCancels()
{
    StopSource source;
    source.request_stop();
    const auto explainer =
        Explainer::create(netOf(randomLayers({441, 4}, {3}, 1)),
                          InputStack(std::make_shared<CouplingTensor>(5)), 1, source.get_token());
    QVERIFY(!explainer.isOk());
    QVERIFY(explainer.error().isCancelled());
}

QTEST_GUILESS_MAIN(TestExplainer)
#include "tst_explainer.moc"
