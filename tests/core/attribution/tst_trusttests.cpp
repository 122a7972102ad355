// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/averagedgradients.h"
#include "core/attribution/localnetwork.h"
#include "core/attribution/localproblem.h"
#include "core/attribution/trusttests.h"
#include "tests/support/referencenet.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace WhiteBox;
using namespace WhiteBox::Test;

namespace {

constexpr int kLength = 16;
constexpr ResiduePair kPairs[] = {{8, 7}, {0, 15}, {13, 2}}; // inside and at borders

std::shared_ptr<const Explainer> explainerOf(const std::vector<ConvLayer> &layers, const InputStack &input)
{
    auto network = ConvNet::fromLayers(layers);
    auto explainer = Explainer::create(std::make_shared<const ConvNet>(std::move(network).value()), input);
    if (!explainer.isOk())
        qFatal("%s", qPrintable(explainer.error().text()));
    return std::move(explainer).value();
}

/// A network of 15×15 receptive field on random, unsymmetric input.
std::shared_ptr<const Explainer> usual()
{
    return explainerOf(randomLayers({441, 12, 10, 4}, {7, 5, 5}, 61),
                       InputStack::fromDense(kLength, randomDense(kLength, 62)));
}

double sumOf(const GradientWindow &window)
{
    return std::accumulate(window.values.begin(), window.values.end(), 0.0);
}

} // namespace

class TestTrustTests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPieceOfTheInputGivesTheSameOutputAndWindow();
    void localNetworkEqualsTheEngine();
    void inputsAndBiasesAddUpToTheOutput();
    void finiteDifferencesConfirmTheGradient();
    void integratedGradientsAddUpToTheChange();
    void integratedGradientsOfALinearNetworkAreInputTimesGradient();
    void smoothGradWithoutNoiseIsThePlainWindow();
    void smoothGradIsReproducible();
    void symmetryAuditSeesASymmetricNetwork();
    void deconvnetDoesNotDependOnThePair();
    void randomisedNetworksAreNoLongerAlike();
    void everyMethodIsAskedInOneWay();
    void averagesAreRandomisedToo();
    void studiesCanBeStopped();
};

void TestTrustTests::aPieceOfTheInputGivesTheSameOutputAndWindow()
{
    const auto explainer = usual();
    for (const ResiduePair pair : kPairs) {
        const LocalProblem local(explainer->input(), pair, 15);
        QCOMPARE(local.length, 15);
        const auto piece = explainerOf(explainer->network().layers(), local.input());
        QCOMPARE(piece->output().at(2, local.pair.i, local.pair.j),
                 explainer->output().at(2, pair.i, pair.j));
        const auto window = local.toWhole(piece->explain(local.pair, 2, AttributionMethod::Guided));
        const auto whole = explainer->explain(pair, 2, AttributionMethod::Guided);
        QCOMPARE(window.values, whole.values);
        QCOMPARE(window.pair, pair);
        QCOMPARE(window.length, kLength);
    }
}

void TestTrustTests::localNetworkEqualsTheEngine()
{
    const auto explainer = usual();
    const std::shared_ptr<const ConvNet> network(explainer, &explainer->network());
    for (const ResiduePair pair : kPairs) {
        const LocalNetwork local(network, explainer->input(), pair, 1);
        QVERIFY(std::abs(local.output() - double(explainer->output().at(1, pair.i, pair.j))) < 1e-5);
        // A step of −1 along the input leads to the network's output without input.
        const auto values = inputWindow(explainer->input(), pair, 15).values;
        const auto empty =
            network->forward(InputStack::fromDense(kLength, std::vector<float>(kLength * kLength * kBlock)));
        QVERIFY(std::abs(local.outputAt(local.moveOf(values), -1) -
                         double(empty.value().at(1, pair.i, pair.j))) < 1e-5);
    }
}

void TestTrustTests::inputsAndBiasesAddUpToTheOutput()
{
    const auto explainer = usual();
    for (const ResiduePair pair : kPairs) {
        const Completeness parts = completeness(*explainer, pair, 0);
        QVERIFY(std::abs(parts.residual()) < 1e-5);
        QVERIFY(std::abs(parts.inputPart) > 0.01);
        const auto product =
            inputTimesGradient(explainer->input(), explainer->explain(pair, 0, AttributionMethod::Gradient));
        QVERIFY(std::abs(sumOf(product) - parts.inputPart) < 1e-4);
    }
}

void TestTrustTests::finiteDifferencesConfirmTheGradient()
{
    const auto explainer = usual();
    for (const ResiduePair pair : kPairs) {
        const DifferenceCheck check = finiteDifferences(*explainer, pair, 3);
        QCOMPARE(check.inputs, 12);
        QVERIFY2(check.largestDifference < 1e-5, qPrintable(QString::number(check.largestDifference)));
    }
}

void TestTrustTests::integratedGradientsAddUpToTheChange()
{
    const auto explainer = usual();
    const auto result = integratedGradients(*explainer, {8, 7}, 3, 200);
    QVERIFY(result.isOk());
    const double change = result.value().outputAngstrom - result.value().baselineAngstrom;
    // The midpoint rule over 200 steps leaves the kinks inside a step.
    QVERIFY2(std::abs(result.value().residual()) < 0.02 * std::max(1.0, std::abs(change)),
             qPrintable(QString::number(result.value().residual())));
}

void TestTrustTests::integratedGradientsOfALinearNetworkAreInputTimesGradient()
{
    const auto explainer =
        explainerOf(randomLayers({441, 2}, {7}, 4), InputStack::fromDense(9, randomDense(9, 5)));
    const auto result = integratedGradients(*explainer, {0, 4}, 1, 3);
    QVERIFY(result.isOk());
    const auto product =
        inputTimesGradient(explainer->input(), explainer->explain({0, 4}, 1, AttributionMethod::Gradient));
    for (std::size_t n = 0; n < product.values.size(); ++n)
        QVERIFY(std::abs(result.value().window.values[n] - product.values[n]) < 1e-6F);
}

void TestTrustTests::smoothGradWithoutNoiseIsThePlainWindow()
{
    const auto explainer = usual();
    SmoothGradOptions options;
    options.noise = 0;
    options.samples = 1;
    const auto smooth = smoothGrad(*explainer, {0, 15}, 3, AttributionMethod::Guided,
                                   AttributionTarget::LowersDistance, options);
    QVERIFY(smooth.isOk());
    const auto plain =
        explainer->explain({0, 15}, 3, AttributionMethod::Guided, AttributionTarget::LowersDistance);
    QCOMPARE(smooth.value().values, plain.values);
}

void TestTrustTests::smoothGradIsReproducible()
{
    const auto explainer = usual();
    const auto ask = [&](std::uint32_t seed) {
        return smoothGrad(*explainer, {8, 7}, 3, AttributionMethod::Gradient,
                          AttributionTarget::RaisesDistance, {4, 0.2, seed})
            .value()
            .values;
    };
    QCOMPARE(ask(1), ask(1));
    QVERIFY(ask(1) != ask(2));
}

void TestTrustTests::symmetryAuditSeesASymmetricNetwork()
{
    // One layer, one channel, all weights equal: symmetric. A single changed weight is not.
    auto layers = randomLayers({441, 4}, {7}, 1);
    std::fill(layers[0].weights.begin(), layers[0].weights.end(), 0.5F);
    const InputStack input(std::make_shared<CouplingTensor>(randomCouplings(12, 2)));
    auto audit = symmetryAudit(*explainerOf(layers, input), {4, 6}, 0, AttributionMethod::Gradient);
    QCOMPARE(audit.largestDifference, 0.0);
    QVERIFY(std::abs(audit.outputDifference) < 1e-4);
    layers[0].weights[7 * 49 + 3] = -0.5F;
    audit = symmetryAudit(*explainerOf(layers, input), {4, 6}, 0, AttributionMethod::Gradient);
    QCOMPARE(audit.largestDifference, 2.0);
    QVERIFY(audit.correlation < 1);
}

void TestTrustTests::deconvnetDoesNotDependOnThePair()
{
    const auto explainer = explainerOf(randomLayers({441, 8, 8, 4}, {3, 3, 3}, 60),
                                       InputStack::fromDense(kLength, randomDense(kLength, 62)));
    QCOMPARE(deconvnetChange(*explainer, {7, 8}, {9, 5}, 3), 0.0);
    QVERIFY(deconvnetChange(*explainer, {7, 8}, {0, 0}, 3) > 0); // a border cuts hidden units off
}

void TestTrustTests::randomisedNetworksAreNoLongerAlike()
{
    const auto explainer = usual();
    const auto steps = randomiseWeights(*explainer, {8, 7}, 3, ExplanationMethod::Gradient,
                                        AttributionTarget::RaisesDistance);
    QVERIFY(steps.isOk());
    QCOMPARE(steps.value().size(), std::size_t(3));
    QCOMPARE(steps.value().front().randomisedLayers, 1);
    // Independent random weights: 99,225 cells leave a correlation of a few hundredths at most.
    QVERIFY(std::abs(steps.value().back().similarity.spearman) < 0.1);
    QVERIFY(std::abs(steps.value().back().similarity.ssim) < 0.3);
    for (const RandomisationStep &step : steps.value()) {
        QCOMPARE(step.networks, 5);
        QVERIFY(step.blankNetworks >= 0 && step.blankNetworks < 5);
    }
    // A median over several networks moves less than one network does.
    const auto spread = [&](int networks) {
        double low = 1;
        double high = -1;
        for (std::uint32_t seed = 1; seed <= 60; seed += 10) {
            const auto drawn = randomiseWeights(*explainer, {8, 7}, 3, ExplanationMethod::Guided,
                                                AttributionTarget::RaisesDistance, {networks, seed});
            const double value = drawn.value().front().similarity.spearman;
            low = std::min(low, value);
            high = std::max(high, value);
        }
        return high - low;
    };
    QVERIFY(spread(9) < spread(1));
}

void TestTrustTests::everyMethodIsAskedInOneWay()
{
    const auto explainer = usual();
    const ResiduePair pair{0, 15};
    const auto by = [&](ExplanationMethod method, AttributionTarget target) {
        return explainBy(method, *explainer, pair, 3, target).value();
    };
    constexpr auto kRaises = AttributionTarget::RaisesDistance;
    constexpr auto kLowers = AttributionTarget::LowersDistance;
    for (const auto rule :
         {AttributionMethod::Gradient, AttributionMethod::Deconvnet, AttributionMethod::Guided}) {
        QCOMPARE(ruleOf(methodOf(rule)), rule);
        QCOMPARE(by(methodOf(rule), kLowers).window.values,
                 explainer->explain(pair, 3, rule, kLowers).values);
    }
    const auto plain = explainer->explain(pair, 3, AttributionMethod::Gradient);
    QCOMPARE(by(ExplanationMethod::InputTimesGradient, kRaises).window.values,
             inputTimesGradient(explainer->input(), plain).values);
    QCOMPARE(by(ExplanationMethod::SmoothGrad, kRaises).window.values,
             smoothGrad(*explainer, pair, 3, AttributionMethod::Gradient, kRaises).value().values);
    // What is linear in the output has the negative picture for its negative; its sums are the distance's.
    const auto raises = by(ExplanationMethod::IntegratedGradients, kRaises);
    const auto lowers = by(ExplanationMethod::IntegratedGradients, kLowers);
    QCOMPARE(lowers.window.target, kLowers);
    for (std::size_t n = 0; n < raises.window.values.size(); ++n)
        QCOMPARE(lowers.window.values[n], -raises.window.values[n]);
    QVERIFY(largestMagnitude(raises.window) > 0);
    QCOMPARE(lowers.integrated->sumAngstrom, raises.integrated->sumAngstrom);
    QVERIFY(std::abs(raises.integrated->residual()) < 0.05);
    StopSource source;
    source.request_stop();
    QVERIFY(explainBy(ExplanationMethod::SmoothGrad, *explainer, pair, 3, kRaises, source.get_token())
                .error()
                .isCancelled());
}

void TestTrustTests::averagesAreRandomisedToo()
{
    const auto explainer = usual();
    for (const auto method : {ExplanationMethod::InputTimesGradient, ExplanationMethod::IntegratedGradients,
                              ExplanationMethod::SmoothGrad}) {
        const auto steps =
            randomiseWeights(*explainer, {8, 7}, 3, method, AttributionTarget::RaisesDistance, {2});
        QVERIFY(steps.isOk());
        QCOMPARE(steps.value().size(), std::size_t(3));
        // Sign and place of the values come from the weights, which are now others.
        const WindowSimilarity &last = steps.value().back().similarity;
        QVERIFY(steps.value().back().blankNetworks == 2 || std::abs(last.spearman) < 0.2);
    }
    QVERIFY(isInAngstrom(ExplanationMethod::InputTimesGradient));
    QVERIFY(!isInAngstrom(ExplanationMethod::SmoothGrad));
}

void TestTrustTests::studiesCanBeStopped()
{
    StopSource source;
    source.request_stop();
    const auto explainer = usual();
    QVERIFY(integratedGradients(*explainer, {8, 7}, 3, 8, source.get_token()).error().isCancelled());
    QVERIFY(smoothGrad(*explainer, {8, 7}, 3, AttributionMethod::Guided, AttributionTarget::RaisesDistance,
                       {}, source.get_token())
                .error()
                .isCancelled());
    QVERIFY(randomiseWeights(*explainer, {8, 7}, 3, ExplanationMethod::Guided,
                             AttributionTarget::RaisesDistance, {}, source.get_token())
                .error()
                .isCancelled());
}

QTEST_GUILESS_MAIN(TestTrustTests)
#include "tst_trusttests.moc"
