// SPDX-License-Identifier: GPL-3.0-or-later
// CPU time of the couplings engine per unit of 21·N·L² and evaluation, whole inference, beside what the
// machine's L2 cache allows: forward and backward sums each read four bytes a unit from it. Each measurement
// is a process of its own, so that its peak of memory is its own too; of several repeats the median and the
// spread are told.
//
// bench_couplings [--threads T] [--simd portable|avx2|avx512] [--repeat R] [--iterations n] ALIGNMENT ...
// bench_couplings --curve       the cost over L and N, on alignments without redundancy
// bench_couplings --one L N     one of those
// bench_couplings --cancel L N  how long a stop takes at random moments
#include "core/coevolution/alignedbuffer.h"
#include "core/coevolution/pottsmodel.h"
#include "tests/bench/cachereader.h"
#include "tests/core/coevolution/referencedata.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <functional>
#include <pthread.h>
#include <random>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace WhiteBox;

namespace {

using Clock = std::chrono::steady_clock;

struct Settings
{
    PottsOptions options;
    int repeats = 1;
};

/// What one inference took.
struct Cost
{
    int evaluations = 0;
    double wallSeconds = 0;
    double cpuSeconds = 0;
    double peakBytes = 0;
};

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Bytes a second that sums of rows read from a table of 450 KiB, rows in a random order.
double cacheBandwidth(SimdLevel level)
{
    constexpr int rows = 336;
    AlignedBuffer table(std::size_t(kReadRow) * rows);
    std::ranges::fill(table.span(), 1.0F);
    std::vector<std::uint16_t> index(16384);
    unsigned state = 1;
    for (auto &i : index)
        i = std::uint16_t((state = state * 1664525U + 1013904223U) % rows);
    const CacheReader &reader = cacheReader(level);
    double best = 1e9;
    float kept = 0;
    for (int trial = 0; trial < 400; ++trial) {
        const auto start = Clock::now();
        kept += reader.sum(table.data(), index.data(), index.size());
        best = std::min(best, secondsSince(start));
    }
    return kept > 0 ? double(index.size()) * kReadRow * sizeof(float) / best : 0; // so that it is summed
}

/// Rows that share a third of their columns with a common ancestor: none is evaluated as a difference to
/// another, so that this is what an alignment of its size costs at most.
Alignment unrelatedRows(int rows, int columns)
{
    std::mt19937 random(1);
    std::vector<std::uint8_t> ancestor;
    for (int i = 0; i < columns; ++i)
        ancestor.push_back(std::uint8_t(random() % kAminoAcids));
    std::vector<std::uint8_t> states;
    for (int n = 0; n < rows; ++n)
        for (int i = 0; i < columns; ++i)
            states.push_back(random() % 3 == 0 ? ancestor[std::size_t(i)] : std::uint8_t(random() % kStates));
    return Alignment(columns, std::move(states));
}

int evaluationsOf(const PottsFit &fit)
{
    int evaluations = 1;
    for (const auto &iteration : fit.trace)
        evaluations += iteration.evaluations;
    return evaluations;
}

/// One inference in a process of its own. evaluations 0: it failed.
Cost measure(const Alignment &alignment, const PottsOptions &options)
{
    int ends[2] = {};
    if (::pipe(ends) != 0)
        return {};
    const auto start = Clock::now();
    const pid_t child = ::fork();
    if (child == 0) {
        const auto fit = inferCouplings(alignment, options, {}, {});
        if (!fit.isOk())
            std::fprintf(stderr, "%s\n", qPrintable(fit.error().text()));
        const int evaluations = fit.isOk() ? evaluationsOf(fit.value()) : 0;
        ::_exit(::write(ends[1], &evaluations, sizeof evaluations) == sizeof evaluations ? 0 : 1);
    }
    Cost cost;
    if (::read(ends[0], &cost.evaluations, sizeof cost.evaluations) != sizeof cost.evaluations)
        cost.evaluations = 0;
    ::close(ends[0]);
    ::close(ends[1]);
    rusage used = {};
    int status = 0;
    ::wait4(child, &status, 0, &used);
    cost.wallSeconds = secondsSince(start);
    const auto seconds = [](const timeval &time) {
        return double(time.tv_sec) + double(time.tv_usec) * 1e-6;
    };
    cost.cpuSeconds = seconds(used.ru_utime) + seconds(used.ru_stime);
    cost.peakBytes = double(used.ru_maxrss) * 1024;
    return cost;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

/// Prints the medians of all repeats; the median of nanoseconds a unit, 0 where it failed.
double tell(const std::string &name, const Alignment &alignment, const Settings &settings)
{
    std::vector<double> cpu;
    std::vector<double> wall;
    Cost cost;
    for (int repeat = 0; repeat < settings.repeats; ++repeat) {
        cost = measure(alignment, settings.options);
        if (cost.evaluations == 0)
            return 0;
        cpu.push_back(cost.cpuSeconds);
        wall.push_back(cost.wallSeconds);
    }
    const double L = alignment.columns();
    const double units = 21.0 * alignment.rows() * L * L * cost.evaluations;
    const auto [least, most] = std::ranges::minmax(cpu);
    std::printf("%-22s L %4.0f N %6d evaluations %3d cpu %8.3f s (%.3f to %.3f) wall %8.3f s peak %5.2f GiB "
                "%.4f ns\n",
                name.c_str(), L, alignment.rows(), cost.evaluations, median(cpu), least, most, median(wall),
                cost.peakBytes / (1 << 30), median(cpu) / units * 1e9);
    std::fflush(stdout);
    return median(cpu) / units * 1e9;
}

void printCeiling(SimdLevel level)
{
    const double bandwidth = cacheBandwidth(level);
    std::printf("%s, L2 %.1f GB/s: ceiling %.4f ns a unit\n", simdLevelName(level), bandwidth / 1e9,
                8e9 / bandwidth);
}

void printCurve(const Settings &settings)
{
    for (const int L : {100, 200, 400, 800})
        for (const int N : {500, 2000, 8000})
            if (std::int64_t(L) * L * N <= std::int64_t(800) * 800 * 2000)
                tell("", unrelatedRows(N, L), settings);
}

double cpuSecondsOf(clockid_t clock)
{
    timespec time = {};
    ::clock_gettime(clock, &time);
    return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

/// From the request to the answer: on the clock, and what of it the computing thread worked.
void printCancel(const Alignment &alignment, const PottsOptions &options)
{
    std::mt19937 random(3);
    clockid_t worker = {};
    ::pthread_getcpuclockid(::pthread_self(), &worker);
    std::vector<double> wall;
    std::vector<double> cpu;
    for (int trial = 0; trial < 25; ++trial) {
        StopSource source;
        Clock::time_point asked;
        double worked = 0;
        std::thread other([&, wait = std::chrono::milliseconds(random() % 4000)] {
            std::this_thread::sleep_for(wait);
            asked = Clock::now();
            worked = cpuSecondsOf(worker);
            source.request_stop();
        });
        const bool stopped = !inferCouplings(alignment, options, source.get_token(), {}).isOk();
        const auto answered = Clock::now();
        const double workedAtEnd = cpuSecondsOf(worker);
        other.join();
        if (!stopped)
            continue;
        wall.push_back(std::chrono::duration<double, std::milli>(answered - asked).count());
        cpu.push_back((workedAtEnd - worked) * 1000);
    }
    std::printf(
        "cancel: %zu stops, median %.1f ms, longest %.1f ms; of it worked: median %.1f ms, longest %.1f ms\n",
        wall.size(), median(wall), std::ranges::max(wall), median(cpu), std::ranges::max(cpu));
}

SimdLevel levelNamed(const char *name)
{
    for (const auto level : {SimdLevel::Portable, SimdLevel::Avx2, SimdLevel::Avx512})
        if (std::strcmp(name, simdLevelName(level)) == 0)
            return level;
    return simdLevel();
}

void printAlignments(const std::vector<std::string> &paths, const Settings &settings)
{
    double logSum = 0;
    int measured = 0;
    for (const std::string &path : paths) {
        const Alignment alignment = Test::readRows(QString::fromLocal8Bit(path.c_str()));
        const double cost = tell(path.substr(path.rfind('/') + 1), alignment, settings);
        if (cost <= 0)
            continue;
        logSum += std::log(cost);
        ++measured;
    }
    if (measured > 0)
        std::printf("geometric mean %.4f ns\n", std::exp(logSum / measured));
}

} // namespace

int main(int argc, char **argv)
{
    Settings settings;
    settings.options.simd = simdLevel();
    std::vector<std::string> paths;
    std::function<void()> work = [&] { printAlignments(paths, settings); };
    for (int k = 1; k < argc; ++k) {
        const std::string word = argv[k];
        const auto number = [&](int after) { return k + after < argc ? std::atoi(argv[k + after]) : 0; };
        if (word == "--threads") {
            settings.options.threads = number(1);
            ++k;
        } else if (word == "--iterations") {
            settings.options.maxIterations = number(1);
            ++k;
        } else if (word == "--repeat") {
            settings.repeats = std::max(1, number(1));
            ++k;
        } else if (word == "--simd" && k + 1 < argc) {
            settings.options.simd = levelNamed(argv[++k]);
        } else if (word == "--curve") {
            work = [&] { printCurve(settings); };
        } else if (word == "--one" || word == "--cancel") {
            const Alignment alignment = unrelatedRows(number(2), number(1));
            const bool one = word == "--one";
            work = [&settings, alignment, one] {
                if (one)
                    tell("", alignment, settings);
                else
                    printCancel(alignment, settings.options);
            };
            k += 2;
        } else {
            paths.push_back(word);
        }
    }
    printCeiling(*settings.options.simd);
    work();
    return 0;
}
