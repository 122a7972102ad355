// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/perturbation.h"
#include "core/attribution/windowstatistics.h"
#include "tests/support/referencenet.h"

#include <QTest>

#include <cmath>

using namespace WhiteBox;
using namespace WhiteBox::Test;

namespace {

GradientWindow windowOf(int length, ResiduePair pair, int side, float value)
{
    GradientWindow window;
    window.pair = pair;
    window.length = length;
    window.side = side;
    window.values.assign(std::size_t(kBlock) * std::size_t(side) * std::size_t(side), value);
    return window;
}

} // namespace

class TestWindowStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void profileIsTheMeanMagnitudeOfEachRing();
    void profileLeavesOutWhatLiesOutside();
    void correlationIsTakenTileByTile();
    void signSharesCountPushesAlongAndAgainst();
    void sumsAreTakenTileByTileInsideTheProtein();
    void perturbationBeginsOnTheTangentAndLeavesItAtAKink();
    void perturbationCanBeStopped();
};

void TestWindowStatistics::profileIsTheMeanMagnitudeOfEachRing()
{
    // 3×3: the middle, and 8 cells whose distances 1 and 1.41 both round to 1.
    auto window = windowOf(9, {4, 4}, 3, -2.0F);
    for (int a = 0; a < kStates; ++a)
        for (int b = 0; b < kStates; ++b)
            window.values[window.index(a, b, 0, 0)] = 7.0F;
    const auto profile = radialProfile(window);
    QCOMPARE(profile.size(), std::size_t(2));
    QCOMPARE(profile[0].cells, 1);
    QCOMPARE(profile[0].meanMagnitude, 7.0);
    QCOMPARE(profile[1].cells, 8);
    QCOMPARE(profile[1].meanMagnitude, 2.0);
}

void TestWindowStatistics::profileLeavesOutWhatLiesOutside()
{
    const auto profile = radialProfile(windowOf(9, {0, 8}, 3, 1.0F));
    QCOMPARE(profile[1].cells, 3); // a corner of the map
    QCOMPARE(profile[1].meanMagnitude, 1.0);
}

void TestWindowStatistics::correlationIsTakenTileByTile()
{
    auto window = windowOf(9, {4, 4}, 3, 0.0F);
    auto input = window;
    for (std::size_t n = 0; n < window.values.size(); ++n) {
        window.values[n] = float(n % 9);
        input.values[n] = n / 9 == 5 ? -float(n % 9) : 2.0F * float(n % 9);
    }
    std::fill_n(window.values.begin() + 9 * 7, 9, 1.0F);
    const auto correlations = tileCorrelations(window, input);
    QCOMPARE(correlations.size(), std::size_t(441));
    QVERIFY(std::abs(correlations[0] - 1) < 1e-12);
    QVERIFY(std::abs(correlations[5] + 1) < 1e-12);
    QVERIFY(std::isnan(correlations[7]));
}

void TestWindowStatistics::signSharesCountPushesAlongAndAgainst()
{
    auto window = windowOf(9, {4, 4}, 1, 0.0F);
    auto input = window;
    const float explained[] = {3.0F, -1.0F, -2.0F, 100.0F};
    const float couplings[] = {0.5F, 0.1F, -0.2F, 0.0F}; // 3 along, 1 against, 2 along, none
    std::copy_n(explained, 4, window.values.begin());
    std::copy_n(couplings, 4, input.values.begin());
    const SignShares shares = signShares(window, input);
    QVERIFY(std::abs(shares.positive - 5.0 / 6) < 1e-12);
    QVERIFY(std::abs(shares.negative - 1.0 / 6) < 1e-12);
}

void TestWindowStatistics::sumsAreTakenTileByTileInsideTheProtein()
{
    // Pair (0, 4) of 9: of a 3×3 window the row Δi = −1 lies outside.
    auto window = windowOf(9, {0, 4}, 3, 1.0F);
    auto input = windowOf(9, {0, 4}, 3, 2.0F);
    window.values[window.index(2, 5, 1, 0)] = -4.0F;
    const auto sums = tileSums(window, input);
    QCOMPARE(sums.size(), std::size_t(kStates * kStates));
    QCOMPARE(sums[0].sum, 6.0);
    const TileSums &changed = sums[2 * kStates + 5]; // five ones and −4
    QCOMPARE(changed.sum, 1.0);
    QCOMPARE(changed.magnitude, 9.0);
    QCOMPARE(changed.product, 2.0);
}

void TestWindowStatistics::perturbationBeginsOnTheTangentAndLeavesItAtAKink()
{
    // y = ReLU(x − 1) of one channel at the pair itself, x = 3: straight with slope 1 down to x = 1, then 0.
    auto layers = randomLayers({441, 1, 1}, {1, 1}, 1);
    std::fill(layers[0].weights.begin(), layers[0].weights.end(), 0.0F);
    layers[0].weights[25] = 1.0F;
    layers[0].bias[0] = -1.0F;
    layers[1].weights[0] = 1.0F;
    layers[1].bias[0] = 0.0F;
    auto network = ConvNet::fromLayers(layers);
    std::vector<float> dense(kBlock * 4, 0.0F);
    dense[kBlock * 1 + 25] = 3.0F; // pair (0, 1)
    const auto explainer = Explainer::create(std::make_shared<const ConvNet>(std::move(network).value()),
                                             InputStack::fromDense(2, dense));
    const auto direction = explainer.value()->explain({0, 1}, 0, AttributionMethod::Gradient);
    const auto curve = perturbationCurve(*explainer.value(), direction, 0, -3, 1, 5);
    QVERIFY(curve.isOk());
    const double outputs[] = {0, 0, 1, 2, 3};
    const double tangents[] = {-1, 0, 1, 2, 3};
    for (std::size_t n = 0; n < 5; ++n) {
        QCOMPARE(curve.value()[n].coefficient, double(n) - 3);
        QCOMPARE(curve.value()[n].outputAngstrom, outputs[n]);
        QCOMPARE(curve.value()[n].tangentAngstrom, tangents[n]);
        QCOMPARE(curve.value()[n].most, float(n));
    }
}

void TestWindowStatistics::perturbationCanBeStopped()
{
    auto network = ConvNet::fromLayers(randomLayers({441, 1}, {1}, 1));
    const auto explainer = Explainer::create(std::make_shared<const ConvNet>(std::move(network).value()),
                                             InputStack::fromDense(2, std::vector<float>(kBlock * 4, 1.0F)));
    const auto direction = explainer.value()->explain({0, 1}, 0, AttributionMethod::Gradient);
    StopSource source;
    source.request_stop();
    QVERIFY(perturbationCurve(*explainer.value(), direction, 0, 0, 1, 2, source.get_token())
                .error()
                .isCancelled());
}

QTEST_GUILESS_MAIN(TestWindowStatistics)
#include "tst_windowstatistics.moc"
