// SPDX-License-Identifier: GPL-3.0-or-later
// CPU time of one explained window and of the forward pass, random weights and couplings.
//
// bench_explain [--threads T] [LENGTH ...]      (87 unless told; WHITEBOX_SIMD chooses the instructions)
#include "core/attribution/explainer.h"
#include "core/base/simd.h"
#include "tests/support/referencenet.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

using namespace WhiteBox;
using namespace WhiteBox::Test;

namespace {

struct Shape
{
    std::vector<int> widths;
    std::vector<int> kernels;
};

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double flops(const Shape &shape, int length)
{
    double sum = 0;
    for (std::size_t l = 0; l < shape.kernels.size(); ++l)
        sum += 2.0 * shape.widths[l] * shape.widths[l + 1] * shape.kernels[l] * shape.kernels[l];
    return sum * length * length;
}

/// Milliseconds of CPU for a window, mean over pairs spread over the map.
double windowTime(const Explainer &explainer, AttributionMethod method)
{
    const int length = explainer.input().length();
    int windows = 0;
    const double start = cpuSeconds();
    for (int n = 0; n < 400; ++n, ++windows)
        explainer.explain({n * 7 % length, n * 13 % length}, 3, method);
    return (cpuSeconds() - start) / windows * 1e3;
}

void measure(const Shape &shape, int length, int threads)
{
    const auto network = std::make_shared<const ConvNet>(
        ConvNet::fromLayers(randomLayers(shape.widths, shape.kernels, 3)).value());
    const InputStack input(std::make_shared<CouplingTensor>(randomCouplings(length, 1)), 5.0F);
    double cpu = 1e9;
    double wall = 1e9;
    for (int trial = 0; trial < (length > 200 ? 1 : 3); ++trial) {
        const double c = cpuSeconds();
        const double w = wallSeconds();
        (void)network->forward(input, threads);
        cpu = std::min(cpu, cpuSeconds() - c);
        wall = std::min(wall, wallSeconds() - w);
    }
    std::printf("L %4d  441->%d k%d, k%d, k%d  forward %8.1f ms wall, %8.1f ms CPU, %4.0f GF/s of CPU\n",
                length, shape.widths[1], shape.kernels[0], shape.kernels[1], shape.kernels[2], wall * 1e3,
                cpu * 1e3, flops(shape, length) / cpu / 1e9);
    const auto explainer = Explainer::create(network, input, threads).value();
    (void)windowTime(*explainer, AttributionMethod::Guided); // warm
    std::printf("        window: plain %.3f ms, deconvnet %.3f ms, guided %.3f ms of CPU\n",
                windowTime(*explainer, AttributionMethod::Gradient),
                windowTime(*explainer, AttributionMethod::Deconvnet),
                windowTime(*explainer, AttributionMethod::Guided));
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
    std::printf("%s, %d threads\n", simdLevelName(simdLevel()), threads);
    for (const int length : lengths)
        for (const Shape &shape : {Shape{{441, 64, 64, 4}, {7, 5, 5}}, Shape{{441, 64, 64, 4}, {1, 9, 7}}})
            measure(shape, length, threads);
    return 0;
}
