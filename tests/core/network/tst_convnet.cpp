// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/convkernels.h"
#include "core/network/convnet.h"
#include "tests/support/referencenet.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <limits>

using namespace WhiteBox;
using namespace WhiteBox::Test;

namespace {

ConvNet netOf(std::vector<ConvLayer> layers)
{
    auto net = ConvNet::fromLayers(std::move(layers));
    if (!net.isOk())
        qFatal("%s", qPrintable(net.error().text()));
    return std::move(net).value();
}

double largestDifference(const DistanceMap &map, const Plane &expected)
{
    double largest = 0;
    for (std::size_t n = 0; n < expected.values.size(); ++n)
        largest = std::max(largest, std::abs(double(map.values()[n]) - expected.values[n]));
    return largest;
}

ConvLayer layerOf(int inputs, int outputs, int kernel)
{
    ConvLayer layer{inputs, outputs, kernel, {}, {}};
    layer.weights.assign(std::size_t(inputs) * std::size_t(outputs) * std::size_t(kernel * kernel), 0.0F);
    layer.bias.assign(std::size_t(outputs), 0.0F);
    return layer;
}

} // namespace

class TestConvNet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputEqualsDoublePrecisionReference_data();
    void outputEqualsDoublePrecisionReference();
    void everyKernelLevelGivesTheSameSums();
    void hiddenActivationsOutsideTheImageAreZero();
    void outputDoesNotDependOnThreads();
    void hiddenRowsAreGivenOnceEachAfterTheirRelu();
    void kernelRowsRunAlongTheFirstResidue();
    void receptiveFieldIsSumOfKernels();
    void unsoundLayersAreRefused();
    void otherInputChannelsAreRefused();
    void stopRequestCancels();
};

void TestConvNet::outputEqualsDoublePrecisionReference_data()
{
    QTest::addColumn<QList<int>>("widths");
    QTest::addColumn<QList<int>>("kernels");
    QTest::addColumn<int>("length");
    QTest::newRow("7-5-5") << QList<int>{441, 24, 17, 4} << QList<int>{7, 5, 5} << 13;
    QTest::newRow("1-9-7") << QList<int>{441, 64, 33, 4} << QList<int>{1, 9, 7} << 19;
    QTest::newRow("wide, several groups of panels") << QList<int>{441, 70, 5, 4} << QList<int>{3, 3, 3} << 9;
    QTest::newRow("one layer") << QList<int>{441, 4} << QList<int>{3} << 8;
    QTest::newRow("one by one only") << QList<int>{441, 8, 3} << QList<int>{1, 1} << 7;
    QTest::newRow("protein smaller than the kernel") << QList<int>{441, 8, 8, 4} << QList<int>{9, 5, 3} << 2;
    QTest::newRow("many outputs") << QList<int>{441, 8, 40} << QList<int>{1, 3} << 40;
}

void TestConvNet::outputEqualsDoublePrecisionReference()
{
    QFETCH(QList<int>, widths);
    QFETCH(QList<int>, kernels);
    QFETCH(int, length);
    const auto layers = randomLayers({widths.begin(), widths.end()}, {kernels.begin(), kernels.end()}, 7);
    const InputStack input = InputStack::fromDense(length, randomDense(length, 11));
    const auto output = netOf(layers).forward(input, 2);
    QVERIFY(output.isOk());
    QCOMPARE(output.value().channels(), widths.back());
    const double difference =
        largestDifference(output.value(), referenceForward(layers, planeOf(input)).back());
    QVERIFY2(difference < 1e-5, qPrintable(QString::number(difference)));
}

void TestConvNet::everyKernelLevelGivesTheSameSums()
{
    // Two panels of 16 outputs, 18 columns one value apart, 5 deep; x = 0, 1, 2 …, weights 1, so that the sum
    // of column c is Σ_{k<5} (c + k) = 5c + 10.
    std::vector<float> x(32);
    for (std::size_t n = 0; n < x.size(); ++n)
        x[n] = float(n);
    const std::vector<float> weights(2 * 5 * kPanel, 1.0F);
    for (int level = 0; level <= int(supportedSimdLevel()); ++level) {
        std::vector<float> sums(18 * 2 * kPanel, 1.0F);
        denseRowKernel(SimdLevel(level))(x.data(), 1, 18, 5, weights.data(), 5 * kPanel, 2, sums.data(),
                                         2 * kPanel);
        for (std::size_t n = 0; n < sums.size(); ++n)
            QCOMPARE(sums[n], 1.0F + 5.0F * float(n / (2 * kPanel)) + 10.0F);
    }
}

void TestConvNet::hiddenActivationsOutsideTheImageAreZero()
{
    // Layer 1 gives 1 everywhere (its bias); layer 2 sums a 3×3 field of it: 9 inside, 6 at an edge, 4 in a
    // corner.
    auto first = layerOf(kBlock, 1, 1);
    first.bias[0] = 1.0F;
    auto second = layerOf(1, 1, 3);
    std::fill(second.weights.begin(), second.weights.end(), 1.0F);
    const auto output = netOf({first, second}).forward(InputStack(std::make_shared<CouplingTensor>(5)));
    QVERIFY(output.isOk());
    QCOMPARE(output.value().at(0, 2, 2), 9.0F);
    QCOMPARE(output.value().at(0, 0, 2), 6.0F);
    QCOMPARE(output.value().at(0, 4, 4), 4.0F);
}

void TestConvNet::outputDoesNotDependOnThreads()
{
    const InputStack input(std::make_shared<CouplingTensor>(randomCouplings(37, 3)), 2.0F);
    const ConvNet net = netOf(randomLayers({441, 16, 16, 4}, {3, 5, 5}, 5));
    const auto one = net.forward(input, 1);
    const auto three = net.forward(input, 3);
    QVERIFY(one.isOk() && three.isOk());
    QVERIFY(
        std::equal(one.value().values().begin(), one.value().values().end(), three.value().values().begin()));
}

void TestConvNet::hiddenRowsAreGivenOnceEachAfterTheirRelu()
{
    const auto layers = randomLayers({441, 6, 5, 4}, {3, 3, 1}, 9);
    const InputStack input = InputStack::fromDense(21, randomDense(21, 4));
    const auto before = referenceForward(layers, planeOf(input));
    std::atomic<int> rows = 0;
    std::atomic<bool> equal = true;
    const auto output =
        netOf(layers).forward(input, 2, {}, {}, [&](int layer, int i, std::span<const float> row) {
            ++rows;
            const Plane &plane = before[std::size_t(layer)];
            for (std::size_t n = 0; n < row.size(); ++n) {
                const double z = plane.at(int(n) % plane.channels, i, int(n) / plane.channels);
                if (std::abs(double(row[n]) - std::max(z, 0.0)) > 1e-5)
                    equal = false;
            }
        });
    QVERIFY(output.isOk());
    QCOMPARE(rows.load(), 2 * 21);
    QVERIFY(equal);
}

void TestConvNet::kernelRowsRunAlongTheFirstResidue()
{
    // Weight [ky = 0][kx = 1] of a 3×3 kernel reaches from (i, j) to (i − 1, j).
    auto layer = layerOf(kBlock, 1, 3);
    layer.weights[5 * 9 + 1] = 1.0F; // channel 5 = a 0, b 5
    CouplingTensor couplings(4);
    couplings.stored(1, 3)[5] = 2.0F;
    const auto output = netOf({layer}).forward(InputStack(std::make_shared<CouplingTensor>(couplings), 0.5F));
    QVERIFY(output.isOk());
    QCOMPARE(output.value().at(0, 2, 3), 1.0F);
    QCOMPARE(output.value().at(0, 0, 3), 0.0F);
}

void TestConvNet::receptiveFieldIsSumOfKernels()
{
    QCOMPARE(netOf(randomLayers({441, 2, 2, 4}, {7, 5, 5}, 1)).receptiveField(), 15);
    QCOMPARE(netOf(randomLayers({441, 2, 2, 4}, {1, 9, 7}, 1)).receptiveField(), 15);
}

void TestConvNet::unsoundLayersAreRefused()
{
    const auto refused = [](std::vector<ConvLayer> layers) {
        const auto net = ConvNet::fromLayers(std::move(layers));
        return !net.isOk() && net.error().kind == ErrorKind::Mismatch;
    };
    QVERIFY(refused({}));
    QVERIFY(refused({layerOf(441, 8, 3), layerOf(7, 4, 3)}));
    QVERIFY(refused({layerOf(441, 8, 4)}));
    auto shortWeights = layerOf(441, 8, 3);
    shortWeights.weights.pop_back();
    QVERIFY(refused({shortWeights}));
    auto shortBias = layerOf(441, 8, 3);
    shortBias.bias.pop_back();
    QVERIFY(refused({shortBias}));
    auto notFinite = layerOf(441, 8, 3);
    notFinite.weights[17] = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(refused({notFinite}));
}

void TestConvNet::otherInputChannelsAreRefused()
{
    const auto output = netOf({layerOf(10, 4, 3)}).forward(InputStack(std::make_shared<CouplingTensor>(5)));
    QVERIFY(!output.isOk());
    QCOMPARE(output.error().kind, ErrorKind::Mismatch);
}

void TestConvNet::stopRequestCancels()
{
    StopSource source;
    source.request_stop();
    const auto output = netOf({layerOf(kBlock, 4, 3)})
                            .forward(InputStack(std::make_shared<CouplingTensor>(5)), 1, source.get_token());
    QVERIFY(!output.isOk());
    QVERIFY(output.error().isCancelled());
}

QTEST_GUILESS_MAIN(TestConvNet)
#include "tst_convnet.moc"
