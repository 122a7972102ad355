// SPDX-License-Identifier: GPL-3.0-or-later
// Explanations that LibTorch computes, against the built-in engine and against autograd code of its own.
#include "core/attribution/averagedgradients.h"
#include "core/attribution/explainer.h"
#include "core/attribution/foreignwindow.h"
#include "core/attribution/jacobian.h"
#include "core/attribution/perturbation.h"
#include "core/attribution/trustreport.h"
#include "tests/support/referencenet.h"
#include "tests/torchplugin/scriptfixtures.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace WhiteBox;
using namespace WhiteBox::Test;

namespace {

constexpr int kLength = 17;

const AttributionMethod kMethods[] = {AttributionMethod::Gradient, AttributionMethod::Deconvnet,
                                      AttributionMethod::Guided};
const AttributionTarget kTargets[] = {AttributionTarget::RaisesDistance, AttributionTarget::LowersDistance};
// The middle, corners and borders.
const ResiduePair kPairs[] = {{8, 8}, {0, 0}, {0, 16}, {16, 3}, {2, 15}, {7, 16}};

} // namespace

class TestScriptGradients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowsAreTheBuiltInEngines();
    void averagedWindowsAreTheBuiltInEngines();
    void theResidualNetworkFollowsTheRules();
    void aValueChangedInPlaceIsChangedForAll();
    void reluInABranchFollowsTheRule();
    void whatLiesOutsideTheWindowIsCounted();
    void outputsInDoublePrecisionHaveTheGradientsSlope();
    void trustIsTestedWithoutTheBuiltInEngine();
    void theJacobianIsTheSameWithManyThreads();
    void aGradientThatIsNotFiniteIsAnErrorAndNoPicture();

private:
    ScriptFolder m_scripts;
    const std::vector<ConvLayer> m_layers = randomLayers({441, 6, 5, 3}, {3, 5, 3}, 1);
};

void TestScriptGradients::windowsAreTheBuiltInEngines()
{
    const QString file = m_scripts.path();
    QVERIFY(saveConvolutions(file, m_layers));
    const TorchScript torch = m_scripts.load(file);
    const auto network = ConvNet::fromLayers(m_layers);
    QVERIFY(network.isOk());
    const InputStack input = randomInput(kLength);
    const auto builtIn = Explainer::create(std::make_shared<const ConvNet>(network.value()), input);
    const auto foreign = Explainer::create(torch.network, input);
    QVERIFY(builtIn.isOk() && foreign.isOk());
    for (const ResiduePair pair : kPairs)
        for (const AttributionMethod method : kMethods)
            for (const AttributionTarget target : kTargets)
                for (int channel = 0; channel < 3; ++channel) {
                    const auto expected = builtIn.value()->explain(pair, channel, method, target);
                    const auto found = foreign.value()->explain(pair, channel, method, target);
                    QCOMPARE(found.side, expected.side);
                    QCOMPARE(found.pair, expected.pair);
                    QCOMPARE(found.length, expected.length);
                    QVERIFY(largestOf(expected.values) > 0);
                    QVERIFY(largestDifference(found.values, expected.values) <=
                            2e-6 * double(largestOf(expected.values)));
                    QVERIFY(found.outsideShare < 1e-6F);
                }
}

void TestScriptGradients::averagedWindowsAreTheBuiltInEngines()
{
    const QString file = m_scripts.path();
    QVERIFY(saveConvolutions(file, m_layers));
    const TorchScript torch = m_scripts.load(file);
    const auto network = ConvNet::fromLayers(m_layers);
    const InputStack input = randomInput(kLength);
    const auto builtIn = Explainer::create(std::make_shared<const ConvNet>(network.value()), input);
    const auto foreign = Explainer::create(torch.network, input);
    QVERIFY(builtIn.isOk() && foreign.isOk());
    const ResiduePair pair{1, 12};
    const auto expected = integratedGradients(*builtIn.value(), pair, 2, 8);
    const auto found = integratedGradients(*foreign.value(), pair, 2, 8);
    QVERIFY(expected.isOk() && found.isOk());
    QVERIFY(largestDifference(found.value().window.values, expected.value().window.values) <=
            1e-5 * double(largestOf(expected.value().window.values)));
    QVERIFY(std::abs(found.value().residual() - expected.value().residual()) < 1e-4);
    const SmoothGradOptions options{4, 0.1, 3};
    const auto smooth = smoothGrad(*builtIn.value(), pair, 1, AttributionMethod::Guided,
                                   AttributionTarget::LowersDistance, options);
    const auto alike = smoothGrad(*foreign.value(), pair, 1, AttributionMethod::Guided,
                                  AttributionTarget::LowersDistance, options);
    QVERIFY(smooth.isOk() && alike.isOk());
    QVERIFY(largestDifference(alike.value().values, smooth.value().values) <=
            1e-5 * double(largestOf(smooth.value().values)));
}

void TestScriptGradients::theResidualNetworkFollowsTheRules()
{
    const QString file = m_scripts.path();
    QVERIFY(saveResidual(file, 4));
    const TorchScript torch = m_scripts.load(file);
    QVERIFY(torch.layers.empty());
    QCOMPARE(torch.rectifiers, 3);
    QCOMPARE(torch.network->receptiveField(), 9);
    const InputStack input = randomInput(13);
    for (const ResiduePair pair : {ResiduePair{6, 6}, ResiduePair{0, 12}, ResiduePair{3, 1}})
        for (const AttributionMethod method : kMethods)
            for (const AttributionTarget target : kTargets) {
                const OutputQuestion question{pair, pair.i % 3, method, target};
                std::vector<float> outputs;
                const auto expected = residualGradient(4, input, question, &outputs);
                const auto found = torch.network->gradient(input, question);
                QVERIFY(found.isOk());
                QVERIFY(largestOf(expected) > 0);
                QVERIFY(largestDifference(found.value(), expected) <= 2e-6 * double(largestOf(expected)));
                const auto map = torch.network->forward(input, 1, {});
                QVERIFY(map.isOk());
                QVERIFY(largestDifference(map.value().values(), outputs) <=
                        1e-5 * double(largestOf(outputs)));
            }
}

// y = relu_(z) changes z too, so that z + y is 2·relu(z).
void TestScriptGradients::aValueChangedInPlaceIsChangedForAll()
{
    const auto tensors = tensorsOf(m_layers);
    const std::string first = convolutionLine(m_layers, 1);
    const TorchScript inPlace =
        m_scripts.script(tensors, first + "    y = torch.relu_(x)\n    return x + y\n");
    const TorchScript apart = m_scripts.script(tensors, first + "    y = torch.relu(x)\n    return y + y\n");
    QCOMPARE(inPlace.rectifiers, 1);
    const InputStack input = randomInput(kLength);
    for (const AttributionMethod method : kMethods) {
        const OutputQuestion question{{4, 9}, 2, method, AttributionTarget::RaisesDistance};
        const auto expected = apart.network->gradient(input, question);
        const auto found = inPlace.network->gradient(input, question);
        QVERIFY(expected.isOk() && found.isOk());
        QVERIFY(largestDifference(found.value(), expected.value()) <=
                2e-6 * double(largestOf(expected.value())));
    }
}

void TestScriptGradients::reluInABranchFollowsTheRule()
{
    const auto tensors = tensorsOf(m_layers);
    const std::string branch =
        "    if x.size(-1) > 4:\n        x = torch.relu(x)\n    else:\n        x = torch.elu(x)\n";
    const TorchScript branched = m_scripts.script(tensors, convolutionsBody(m_layers, branch));
    const TorchScript plain =
        m_scripts.script(tensors, convolutionsBody(m_layers, "    x = torch.relu(x)\n"));
    QCOMPARE(branched.rectifiers, 2);
    QCOMPARE(branched.nonlinearities, QStringList{QStringLiteral("elu")});
    const InputStack input = randomInput(kLength);
    for (const AttributionMethod method : kMethods) {
        const OutputQuestion question{{8, 3}, 0, method, AttributionTarget::LowersDistance};
        const auto expected = plain.network->gradient(input, question);
        const auto found = branched.network->gradient(input, question);
        QVERIFY(expected.isOk() && found.isOk());
        QCOMPARE(largestDifference(found.value(), expected.value()), 0.0);
    }
}

void TestScriptGradients::whatLiesOutsideTheWindowIsCounted()
{
    const auto layers = randomLayers({441, 4, 2}, {3, 3}, 3);
    const std::string dilated = ", [1, 1], [5, 5], [5, 5])";
    const TorchScript wide = m_scripts.script(
        tensorsOf(layers), "    x = torch.elu(torch.conv2d(x, self.weight1, self.bias1" + dilated + ")\n" +
                               "    return torch.conv2d(x, self.weight2, self.bias2" + dilated + "\n");
    QCOMPARE(wide.network->receptiveField(), 21);
    const InputStack input = randomInput(25);
    const auto explainer = Explainer::create(wide.network, input);
    QVERIFY(explainer.isOk());
    QCOMPARE(explainer.value()->windowSide(), 15);
    const ResiduePair pair{5, 18};
    const auto window = explainer.value()->explain(pair, 1, AttributionMethod::Gradient);
    const auto whole = wide.network->gradient(input, {pair, 1});
    QVERIFY(whole.isOk());
    double inside = 0;
    double all = 0;
    for (int i = 0; i < 25; ++i)
        for (int j = 0; j < 25; ++j)
            for (int ab = 0; ab < kBlock; ++ab) {
                const float value = whole.value()[std::size_t((i * 25 + j) * kBlock + ab)];
                const bool shown = std::abs(i - pair.i) <= 7 && std::abs(j - pair.j) <= 7;
                all += std::abs(double(value));
                inside += shown ? std::abs(double(value)) : 0;
                if (shown)
                    QVERIFY(std::abs(window.at(ab / kStates, ab % kStates, i - pair.i, j - pair.j) - value) <=
                            2e-6F * largestOf(whole.value()));
            }
    QVERIFY(inside < 0.9 * all);
    QVERIFY(std::abs(double(window.outsideShare) - (1 - inside / all)) < 1e-5);
}

void TestScriptGradients::outputsInDoublePrecisionHaveTheGradientsSlope()
{
    const QString file = m_scripts.path();
    QVERIFY(saveResidual(file, 6));
    const TorchScript torch = m_scripts.load(file);
    const InputStack input = randomInput(11);
    const ResiduePair pair{4, 7};
    const auto gradient = torch.network->gradient(input, {pair, 1});
    const auto map = torch.network->forward(input, 1, {});
    QVERIFY(gradient.isOk() && map.isOk());
    const double step = 1e-6;
    const auto outputs =
        torch.network->outputsAlong(input, gradient.value(), std::array{0.0, step, -step}, pair, 1);
    QVERIFY(outputs.isOk());
    QVERIFY(std::abs(outputs.value()[0] - double(map.value().at(1, 4, 7))) < 1e-4);
    double slope = 0;
    for (const float value : gradient.value())
        slope += double(value) * double(value);
    QVERIFY(std::abs((outputs.value()[1] - outputs.value()[2]) / (2 * step) - slope) < 1e-3 * slope);
}

void TestScriptGradients::trustIsTestedWithoutTheBuiltInEngine()
{
    const QString file = m_scripts.path();
    QVERIFY(saveResidual(file, 7));
    const TorchScript torch = m_scripts.load(file);
    QCOMPARE(torch.network->layerCount(), 4);
    const auto explainer = Explainer::create(torch.network, randomInput(13));
    QVERIFY(explainer.isOk());
    const auto report = trustReport(*explainer.value(), {5, 8},
                                    {2, AttributionMethod::Gradient, AttributionTarget::RaisesDistance});
    QVERIFY(report.isOk());
    QVERIFY(report.value().differences.largestDifference < 1e-4);
    QVERIFY(std::isnan(report.value().completeness.residual()));
    QVERIFY(std::isfinite(report.value().completeness.inputPart));
    for (const auto &steps : report.value().randomisation) {
        QCOMPARE(steps.size(), std::size_t(4));
        QVERIFY(std::abs(steps.back().similarity.spearman) < 0.5);
    }
    const auto direction = explainer.value()->explain({5, 8}, 2, AttributionMethod::Gradient);
    const auto curve = perturbationCurve(*explainer.value(), direction, 2, -1e-3, 1e-3, 3);
    QVERIFY(curve.isOk());
    for (const PerturbationPoint &point : curve.value()) {
        QVERIFY(std::abs(point.outputAngstrom - point.tangentAngstrom) < 1e-3);
        QCOMPARE(point.switchedUnits, -1);
    }
    QVERIFY(curve.value()[2].outputAngstrom > curve.value()[0].outputAngstrom);
}

void TestScriptGradients::theJacobianIsTheSameWithManyThreads()
{
    const QString file = m_scripts.path();
    QVERIFY(saveResidual(file, 8));
    const auto explainer = Explainer::create(m_scripts.load(file).network, randomInput(12));
    QVERIFY(explainer.isOk());
    const Jacobian jacobian(explainer.value(), 0, AttributionMethod::Guided,
                            AttributionTarget::RaisesDistance);
    const Jacobian::Ranges ranges{{{4, 7}, {5, 8}, {0, 21}, {3, 5}, {0, 9}, {4, 5}}};
    const auto one = jacobian.slice(ranges, 1);
    const auto three = jacobian.slice(ranges, 3);
    QVERIFY(one.isOk() && three.isOk());
    QCOMPARE(one.value().size(), std::size_t(3 * 3 * 21 * 2 * 9));
    QCOMPARE(three.value(), one.value());
}

// √Σ(w·x)² has a gradient everywhere but at 0.
void TestScriptGradients::aGradientThatIsNotFiniteIsAnErrorAndNoPicture()
{
    const auto layers = randomLayers({441, 2}, {3}, 3);
    const TorchScript script = m_scripts.script(
        tensorsOf(layers), "    w = self.weight1 * self.weight1\n"
                           "    return torch.sqrt(torch.conv2d(x * x, w, None, [1, 1], [1, 1]))\n");
    const auto zero =
        InputStack::fromDense(8, std::vector<float>(std::size_t(8 * 8) * std::size_t(kBlock), 0.0F));
    const auto explainer = Explainer::create(script.network, zero);
    QVERIFY(explainer.isOk());
    const auto window = explainer.value()->explain({3, 4}, 1, AttributionMethod::Gradient);
    QVERIFY(isUnknown(window));
    const auto known = explainer.value()->check(window);
    QVERIFY(!known.isOk());
    QCOMPARE(known.error().kind, ErrorKind::Mismatch);
    QVERIFY2(known.error().why.contains(QStringLiteral("not finite")), qPrintable(known.error().why));
    const Jacobian jacobian(explainer.value(), 1, AttributionMethod::Gradient,
                            AttributionTarget::RaisesDistance);
    const auto slice = jacobian.slice({{{3, 4}, {4, 5}, {0, 1}, {0, 1}, {0, 3}, {0, 3}}}, 1);
    QVERIFY(!slice.isOk());
    QCOMPARE(slice.error().kind, ErrorKind::Mismatch);
    // Elsewhere it is explained as any other.
    const auto fine = Explainer::create(script.network, randomInput(8));
    QVERIFY(fine.isOk());
    const auto seen = fine.value()->explain({3, 4}, 1, AttributionMethod::Gradient);
    QVERIFY(!isUnknown(seen) && fine.value()->check(seen).isOk());
}

QTEST_GUILESS_MAIN(TestScriptGradients)
#include "tst_scriptgradients.moc"
