// SPDX-License-Identifier: GPL-3.0-or-later
// The fast engine against LibTorch: convolutions with zero padding, autograd through a ReLU whose backward
// rule is one of the three. LibTorch computes in double precision, so that what is left is the engine's own
// rounding.
#include "core/attribution/explainer.h"
#include "tests/support/referencenet.h"

#include <QTest>

#include <torch/torch.h>

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
        for (const ResiduePair pair : pairs) {
            auto x = inputOf(dense, length).requires_grad_();
            const auto y = run(layers, x, rule);
            const auto own =
                torch::from_blob(const_cast<float *>(explainer.value()->output().values().data()),
                                 {1, widths.back(), length, length}, torch::kFloat);
            QVERIFY((y.detach() - own).abs().max().item<double>() < 1e-5);
            const int channel = (pair.i + rule) % widths.back();
            const bool raises = rule != 1;
            const auto target = y[0][channel][pair.i][pair.j];
            (raises ? target : -target).backward();
            const auto window = explainer.value()->explain(pair, channel, AttributionMethod(rule),
                                                           raises ? AttributionTarget::RaisesDistance
                                                                  : AttributionTarget::LowersDistance);
            const double difference = relativeDifference(window, x.grad());
            QVERIFY2(difference <= 2e-6, qPrintable(QString::number(difference)));
        }
}

QTEST_GUILESS_MAIN(TestExplainerTorch)
#include "tst_explainertorch.moc"
