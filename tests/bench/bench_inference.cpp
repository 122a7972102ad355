// SPDX-License-Identifier: GPL-3.0-or-later
// The built-in engine's forward pass beside LibTorch's (oneDNN) on the same threads: CPU time, alternating
// runs, median, spread and the ratio of medians, and how far the outputs lie apart. CPU time of the process,
// so that other programs on the machine count for little.
//
// bench_inference [--threads T] [--runs N] [LENGTH ...]        87 150 300 500 unless told
// bench_inference --memory LENGTH                              peak memory of the engine alone, no LibTorch
// run
#include "core/network/predictor.h"
#include "tests/support/referencenet.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <ATen/Parallel.h>
#include <torch/script.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <sys/resource.h>

using namespace WhiteBox;
using namespace WhiteBox::Test;

namespace {

struct Arguments
{
    int threads = 1;
    int runs = 7;
    int memoryLength = 0;
    std::vector<int> lengths;
};

Arguments parse(int argc, char **argv)
{
    Arguments arguments;
    for (int n = 1; n < argc; ++n) {
        const auto is = [&](const char *name) { return std::strcmp(argv[n], name) == 0 && n + 1 < argc; };
        if (is("--threads"))
            arguments.threads = std::max(1, std::atoi(argv[++n]));
        else if (is("--runs"))
            arguments.runs = std::max(1, std::atoi(argv[++n]));
        else if (is("--memory"))
            arguments.memoryLength = std::max(2, std::atoi(argv[++n]));
        else
            arguments.lengths.push_back(std::max(2, std::atoi(argv[n])));
    }
    if (arguments.lengths.empty())
        arguments.lengths = {87, 150, 300, 500};
    return arguments;
}

/// Milliseconds of CPU, all threads.
double cpuOf(const std::function<void()> &work)
{
    const std::clock_t start = std::clock();
    work();
    return double(std::clock() - start) / CLOCKS_PER_SEC * 1e3;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void printTimes(const char *name, const std::vector<double> &times)
{
    const auto [least, most] = std::minmax_element(times.begin(), times.end());
    std::printf("  %s %8.1f ms (%.1f to %.1f)", name, median(times), *least, *most);
}

/// (441, L, L), as LibTorch wants it. Not counted: an InputStack is what the program has.
torch::Tensor denseInput(const InputStack &input)
{
    const int L = input.length();
    auto x = torch::empty({L, L, kBlock});
    for (int i = 0; i < L; ++i)
        input.gatherRow(i, std::span<float>(x[i].data_ptr<float>(), std::size_t(L) * kBlock));
    return x.permute({2, 0, 1}).contiguous();
}

void compare(const Predictor &predictor, torch::jit::Module &script, int length, const Arguments &arguments)
{
    const auto couplings = std::make_shared<const CouplingTensor>(randomCouplings(length, 1));
    const InputStack input = predictor.inputFor(couplings);
    const std::vector<torch::jit::IValue> dense{denseInput(input)};
    std::vector<double> engine;
    std::vector<double> torchTimes;
    DistanceMap ours;
    torch::Tensor theirs;
    for (int run = -1; run < arguments.runs; ++run) { // the first warms up
        const double a =
            cpuOf([&] { ours = predictor.network()->forward(input, arguments.threads).value(); });
        const double b = cpuOf([&] { theirs = script.forward(dense).toTensor().contiguous(); });
        if (run >= 0) {
            engine.push_back(a);
            torchTimes.push_back(b);
        }
    }
    double apart = 0;
    for (std::size_t n = 0; n < ours.values().size(); ++n)
        apart = std::max(apart, std::abs(double(ours.values()[n]) - double(theirs.data_ptr<float>()[n])));
    std::printf("L %4d", length);
    printTimes("engine", engine);
    printTimes("LibTorch", torchTimes);
    std::printf("  ratio %.2f  largest difference %.1e A\n", median(engine) / median(torchTimes), apart);
}

void measureMemory(const Predictor &predictor, int length, int threads)
{
    const auto couplings = std::make_shared<const CouplingTensor>(randomCouplings(length, 1));
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    const double cpu = cpuOf([&] { (void)predictor.predict(couplings, threads); });
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    const double gib = 1024.0 * 1024.0; // ru_maxrss counts KiB
    std::printf(
        "L %d  couplings %.2f GiB, peak before %.2f GiB, peak after the prediction %.2f GiB, %.0f ms CPU\n",
        length, double(couplings->values().size_bytes()) / gib / 1024, double(before.ru_maxrss) / gib,
        double(after.ru_maxrss) / gib, cpu);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const Arguments arguments = parse(argc, argv);
    auto loaded = Predictor::loadShipped();
    if (!loaded.isOk()) {
        std::fprintf(stderr, "bench_inference: %s\n", qPrintable(loaded.error().text()));
        return 1;
    }
    const Predictor &predictor = *loaded.value();
    std::printf("%s, %d threads, %d runs\n", qPrintable(predictor.path()), arguments.threads, arguments.runs);
    if (arguments.memoryLength > 0) {
        measureMemory(predictor, arguments.memoryLength, arguments.threads);
        return 0;
    }
    at::set_num_threads(arguments.threads);
    torch::NoGradGuard guard;
    const QFileInfo weights(predictor.path());
    const QString path =
        weights.path() + QLatin1Char('/') + weights.completeBaseName() + QStringLiteral(".pt");
    auto script = torch::jit::load(QFile::encodeName(path).toStdString());
    for (const int length : arguments.lengths)
        compare(predictor, script, length, arguments);
    return 0;
}
