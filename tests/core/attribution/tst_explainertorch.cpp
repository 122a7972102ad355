// SPDX-License-Identifier: GPL-3.0-or-later
// The fast engine against LibTorch: convolutions with zero padding, autograd through a ReLU whose backward
// rule is one of the three. LibTorch computes in double precision, so that what is left is the engine's own
// rounding.
#include "core/attribution/averagedgradients.h"
#include "core/attribution/explainer.h"
#include "tests/support/referencenet.h"

#include <QTest>

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace WhiteBox;
using namespace WhiteBox::Test;

namespace {

/// ReLU with a backward rule of choice: 0 gradient, 1 deconvnet, 2 guided.
struct RuledRelu : torch::autograd::Function<RuledRelu>
{
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &z,
                                 int64_t rule)
    {
        context->save_for_backward({z});
        context->saved_data["rule"] = rule;
        return z.clamp_min(0);
    }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   const torch::autograd::variable_list &gradients)
    {
        const auto z = context->get_saved_variables()[0];
        const auto rule = context->saved_data["rule"].toInt();
        auto gradient = gradients[0];
        if (rule != 1)
            gradient = gradient * (z > 0);
        if (rule != 0)
            gradient = gradient.clamp_min(0);
        return {gradient, torch::Tensor()};
    }
};

torch::Tensor tensorOf(const std::vector<float> &values, at::IntArrayRef shape)
{
    return torch::from_blob(const_cast<float *>(values.data()), shape, torch::kFloat).to(torch::kDouble);
}

/// (1, 441, L, L) from channels-last values.
torch::Tensor inputOf(const std::vector<float> &dense, int length)
{
    return tensorOf(dense, {length, length, kBlock}).permute({2, 0, 1}).unsqueeze(0).contiguous();
}

torch::Tensor run(const std::vector<ConvLayer> &layers, torch::Tensor x, int64_t rule)
{
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const ConvLayer &layer = layers[l];
        x = torch::conv2d(x,
                          tensorOf(layer.weights, {layer.outputs, layer.inputs, layer.kernel, layer.kernel}),
                          tensorOf(layer.bias, {layer.outputs}), 1, layer.kernel / 2);
        if (l + 1 < layers.size())
            x = RuledRelu::apply(x, rule);
    }
    return x;
}

/// Largest difference inside the protein as a share of the window's largest value.
double relativeDifference(const GradientWindow &window, const torch::Tensor &gradient)
{
    const auto values = gradient.accessor<double, 4>();
    double largest = 0;
    double difference = 0;
    for (int a = 0; a < kStates; ++a)
        for (int b = 0; b < kStates; ++b)
            for (int di = -window.radius(); di <= window.radius(); ++di)
                for (int dj = -window.radius(); dj <= window.radius(); ++dj) {
                    if (!window.isInside(di, dj))
                        continue;
                    const double expected =
                        values[0][a * kStates + b][window.pair.i + di][window.pair.j + dj];
                    largest = std::max(largest, std::abs(expected));
                    difference = std::max(difference, std::abs(double(window.at(a, b, di, dj)) - expected));
                }
    return difference / largest;
}

} // namespace

class TestExplainerTorch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void outputAndWindowsEqualAutograd_data();
    void outputAndWindowsEqualAutograd();
    void averagesEqualAutograd();
};

void TestExplainerTorch::outputAndWindowsEqualAutograd_data()
{
    QTest::addColumn<QList<int>>("widths");
    QTest::addColumn<QList<int>>("kernels");
    QTest::addColumn<int>("length");
    QTest::newRow("7-5-5") << QList<int>{441, 32, 64, 4} << QList<int>{7, 5, 5} << 18;
    QTest::newRow("1-9-7") << QList<int>{441, 64, 64, 4} << QList<int>{1, 9, 7} << 17;
    QTest::newRow("5-5-7, odd widths") << QList<int>{441, 37, 21, 4} << QList<int>{5, 5, 7} << 16;
    QTest::newRow("shorter than the window") << QList<int>{441, 16, 16, 4} << QList<int>{7, 5, 5} << 6;
}

void TestExplainerTorch::outputAndWindowsEqualAutograd()
{
    QFETCH(QList<int>, widths);
    QFETCH(QList<int>, kernels);
    QFETCH(int, length);
    const auto layers = randomLayers({widths.begin(), widths.end()}, {kernels.begin(), kernels.end()}, 77);
    const auto dense = randomDense(length, 78);
    auto network = ConvNet::fromLayers(layers);
    QVERIFY(network.isOk());
    auto explainer = Explainer::create(std::make_shared<const ConvNet>(std::move(network).value()),
                                       InputStack::fromDense(length, dense), 2);
    QVERIFY(explainer.isOk());

    std::mt19937 random(79);
    std::uniform_int_distribution<int> residue(0, length - 1);
    const ResiduePair pairs[] = {{0, 0}, {length - 1, 2 % length}, {residue(random), residue(random)}};
    for (int rule = 0; rule < 3; ++rule)
        for (const ResiduePair pair : pairs)
            for (const bool raises : {true, false}) {
                auto x = inputOf(dense, length).requires_grad_();
                const auto y = run(layers, x, rule);
                const auto own =
                    torch::from_blob(const_cast<float *>(explainer.value()->output().values().data()),
                                     {1, widths.back(), length, length}, torch::kFloat);
                QVERIFY((y.detach() - own).abs().max().item<double>() < 1e-5);
                const int channel = (pair.i + rule + int(raises)) % widths.back();
                const auto target = y[0][channel][pair.i][pair.j];
                (raises ? target : -target).backward();
                const auto window = explainer.value()->explain(pair, channel, AttributionMethod(rule),
                                                               raises ? AttributionTarget::RaisesDistance
                                                                      : AttributionTarget::LowersDistance);
                const double difference = relativeDifference(window, x.grad());
                QVERIFY2(difference <= 2e-6, qPrintable(QString::number(difference)));
            }
}

void TestExplainerTorch::averagesEqualAutograd()
{
    // 13 residues: the window's piece is the whole map, in the order in which the noise is drawn.
    constexpr int length = 13;
    constexpr int steps = 8;
    const auto layers = randomLayers({441, 24, 16, 4}, {7, 5, 5}, 80);
    const auto dense = randomDense(length, 81);
    const auto explainer =
        Explainer::create(std::make_shared<const ConvNet>(ConvNet::fromLayers(layers).value()),
                          InputStack::fromDense(length, dense))
            .value();
    const ResiduePair pair{3, 11};
    const auto gradientAt = [&](const torch::Tensor &at, int64_t rule, double sign) {
        auto x = at.clone().requires_grad_();
        (sign * run(layers, x, rule)[0][2][pair.i][pair.j]).backward();
        return x.grad();
    };
    const auto input = inputOf(dense, length);
    const auto product =
        inputTimesGradient(explainer->input(), explainer->explain(pair, 2, AttributionMethod::Gradient));
    QVERIFY(relativeDifference(product, gradientAt(input, 0, 1) * input) <= 2e-6);

    auto sum = torch::zeros_like(input);
    for (int step = 0; step < steps; ++step)
        sum += gradientAt(input * ((step + 0.5) / steps), 0, 1);
    const auto integrated = integratedGradients(*explainer, pair, 2, steps);
    QVERIFY(relativeDifference(integrated.value().window, sum / steps * input) <= 2e-6);

    SmoothGradOptions options;
    options.samples = 3;
    for (int rule = 0; rule < 3; ++rule) {
        const auto [least, most] = std::minmax_element(dense.begin(), dense.end());
        std::mt19937 random(options.seed);
        std::normal_distribution<float> noise(0.0F, float(options.noise) * (*most - *least));
        sum.zero_();
        for (int sample = 0; sample < options.samples; ++sample) {
            std::vector<float> noisy = dense;
            for (float &value : noisy)
                value += noise(random);
            sum += gradientAt(inputOf(noisy, length), rule, -1);
        }
        const auto smooth = smoothGrad(*explainer, pair, 2, AttributionMethod(rule),
                                       AttributionTarget::LowersDistance, options);
        const double difference = relativeDifference(smooth.value(), sum / options.samples);
        QVERIFY2(difference <= 2e-6, qPrintable(QString::number(difference)));
    }
}

QTEST_GUILESS_MAIN(TestExplainerTorch)
#include "tst_explainertorch.moc"
