// SPDX-License-Identifier: GPL-3.0-or-later
// CPU time of explained windows and of a channel's whole Jacobian; where LibTorch is built, against one
// autograd call over the whole map for each pair, in the same run. Random couplings; random weights of the
// form 441→64 k7, 64→64 k5, 64→4 k5, and the shipped network.
//
// bench_explain [--threads T] [LENGTH ...]      (87 unless told; WHITEBOX_SIMD chooses the instructions)
#include "core/attribution/backwardpass.h"
#include "core/attribution/windowstream.h"
#include "core/base/simd.h"
#include "core/network/convkernels.h"
#include "core/network/predictor.h"
#include "tests/support/referencenet.h"

#ifdef WB_BENCH_TORCH
#include "tests/bench/autograd.h"
#endif

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

using namespace WhiteBox;
using namespace WhiteBox::Test;

namespace {

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

/// Median and the quarters around it, in the unit of the numbers.
struct Spread
{
    double low = 0;
    double median = 0;
    double high = 0;

    explicit Spread(std::vector<double> values)
    {
        std::sort(values.begin(), values.end());
        low = values[values.size() / 4];
        median = values[values.size() / 2];
        high = values[values.size() * 3 / 4];
    }
};

template <class F>
Spread measure(int trials, int callsPerTrial, F &&call)
{
    std::vector<double> times;
    for (int trial = 0; trial < trials; ++trial) {
        const double start = cpuSeconds();
        for (int n = 0; n < callsPerTrial; ++n)
            call(trial * callsPerTrial + n);
        times.push_back((cpuSeconds() - start) / callsPerTrial * 1e3);
    }
    return Spread(times);
}

/// GF/s of the forward pass's kernel on data in the first-level cache: what this core gives.
double peakFlops()
{
    constexpr int columns = 12;
    constexpr int depth = 64;
    const AlignedVector<float> x(std::size_t(columns * depth), 0.5F);
    const AlignedVector<float> weights(std::size_t(2 * depth * kPanel), 0.25F);
    AlignedVector<float> sums(std::size_t(columns * 2 * kPanel), 0.0F);
    const auto kernel = denseRowKernel(simdLevel());
    const Spread time = measure(15, 4000, [&](int) {
        kernel(x.data(), depth, columns, depth, weights.data(), depth * kPanel, 2, sums.data(), 2 * kPanel);
    });
    return 2.0 * columns * depth * 2 * kPanel / (time.low * 1e-3) / 1e9;
}

/// Share of the first hidden layer's guided gradients that are not zero.
double shareOf(const ConvNet &network, const InputStack &input)
{
    std::vector<Gates> gates;
    for (std::size_t l = 0; l + 1 < network.layers().size(); ++l)
        gates.emplace_back(input.length(), network.layers()[l].outputs);
    (void)network.forward(input, 1, {}, {}, [&](int layer, int i, std::span<const float> row) {
        gates[std::size_t(layer)].setRow(i, row);
    });
    const BackwardPass backward(network);
    BackwardScratch scratch;
    const int middle = input.length() / 2;
    double share = 0;
    for (int n = 0; n < 20; ++n) {
        backward.runHidden({{middle + n / 5, middle + n % 5}, 3, AttributionMethod::Guided, 1.0F},
                           input.length(), gates, scratch);
        const int side = scratch.square.side;
        share += double(scratch.square.all().size()) / (side * side * network.layers().front().outputs) / 20;
    }
    return share;
}

/// Flops of the cheapest exact way back for one pair: each step either over the gradients that are not zero,
/// or as products of the frequencies without the transforms.
double floorFlops(const ConvNet &network, double share)
{
    double flops = 0;
    int side = 1;
    const auto &layers = network.layers();
    for (std::size_t l = layers.size(); l-- > 0;) {
        const double weights = double(layers[l].inputs) * layers[l].outputs;
        const double taps = double(layers[l].kernel) * layers[l].kernel;
        const bool last = l + 1 == layers.size(); // one output's gradient
        const double sparse = 2 * weights * taps * side * side * (last ? 1.0 / layers[l].outputs : share);
        side += layers[l].kernel - 1;
        flops += std::min(sparse, 8 * weights * (side * side + 1) / 2);
    }
    return flops;
}

Spread jacobianTime(const Explainer &explainer, int threads)
{
    const int length = explainer.input().length();
    const auto pairs = PositionBlock{0, length, 0, length}.pairs(length);
    std::vector<double> times;
    double start = cpuSeconds();
    std::size_t done = 0;
    double sum = 0;
    const std::size_t part = std::max<std::size_t>(48, pairs.size() / 9 / 48 * 48);
    const auto receive = [&](const GradientWindow &window) {
        sum += double(window.values[window.values.size() / 2]);
        if (++done % part == 0) {
            times.push_back((cpuSeconds() - start) / double(part) * 1e3);
            start = cpuSeconds();
        }
        return Result<void>();
    };
    (void)streamWindows(explainer, pairs, {}, receive, threads);
    return std::isfinite(sum) ? Spread(times) : Spread({NAN});
}

void print(const char *what, const Spread &time)
{
    std::printf("  %-34s %9.3f ms   (%.3f to %.3f)\n", what, time.median, time.low, time.high);
}

void bench(const char *name, const std::shared_ptr<const ConvNet> &network, int length, int threads,
           double peak)
{
    const InputStack input(std::make_shared<CouplingTensor>(randomCouplings(length, 1)), 5.0F);
    std::printf("%s, L %d\n", name, length);
    const auto explainer = Explainer::create(network, input, threads).value();
    GradientWindow window;
    const auto windows = [&](AttributionMethod method) {
        return measure(9, 60, [&](int n) {
            explainer->explainInto(window, {n * 7 % length, n * 13 % length}, 3, method);
        });
    };
    (void)windows(AttributionMethod::Guided); // warm
    print("plain window", windows(AttributionMethod::Gradient));
    print("deconvnet window", windows(AttributionMethod::Deconvnet));
    const Spread guided = windows(AttributionMethod::Guided);
    print("guided window", guided);
    const Spread jacobian = jacobianTime(*explainer, threads);
    print("guided pair of the whole Jacobian", jacobian);
    const double share = shareOf(*network, input);
    const double floor = floorFlops(*network, share) / peak / 1e6;
    std::printf(
        "  floor %.3f ms (%.1f Mflop, %.0f %% of gradients not zero): the Jacobian takes %.1f times that\n",
        floor, floorFlops(*network, share) / 1e6, 100 * share, jacobian.median / floor);
#ifdef WB_BENCH_TORCH
    const Autograd autograd(network->layers(), input);
    (void)autograd.guided({1, 1}, 3);
    const Spread whole = measure(50, 1, [&](int n) {
        autograd.guided({n * 7 % length, n * 13 % length}, 3);
    });
    print("autograd, forward and backward", whole);
    const Spread back = measure(20, 1, [&](int n) {
        autograd.backwardOnly({n * 7 % length, n * 13 % length}, 3);
    });
    print("autograd, backward of a kept graph", back);
    std::printf("  autograd / window: %.0f (backward only %.0f); autograd / Jacobian: %.0f (%.0f)\n",
                whole.median / guided.median, back.median / guided.median, whole.median / jacobian.median,
                back.median / jacobian.median);
#endif
}

} // namespace

int main(int argc, char **argv)
{
    int threads = 1;
    std::vector<int> lengths;
    for (int n = 1; n < argc; ++n)
        if (std::strcmp(argv[n], "--threads") == 0 && n + 1 < argc)
            threads = std::atoi(argv[++n]);
        else
            lengths.push_back(std::max(1, std::atoi(argv[n])));
    if (lengths.empty())
        lengths = {87};
    const double peak = peakFlops();
    std::printf("%s, %d threads, CPU time: median (quartiles); one core's peak %.0f GF/s\n",
                simdLevelName(simdLevel()), threads, peak);
    const auto wide = std::make_shared<const ConvNet>(
        ConvNet::fromLayers(randomLayers({441, 64, 64, 4}, {7, 5, 5}, 3)).value());
    const auto shipped = Predictor::loadShipped();
    for (const int length : lengths) {
        bench("441->64 k7, 64->64 k5, 64->4 k5", wide, length, threads, peak);
        if (shipped.isOk())
            bench("shipped network", shipped.value()->network(), length, threads, peak);
        else
            std::printf("the shipped network is not here (WHITEBOX_MODEL names one)\n");
    }
    return 0;
}
