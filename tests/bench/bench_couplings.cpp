// SPDX-License-Identifier: GPL-3.0-or-later
// CPU time of the couplings engine per unit of 21·N·L² and evaluation, whole inference, one thread, beside what the
// machine's L2 cache allows: forward and backward sums each read four bytes a unit from it.
//
// bench_couplings [--threads T] [--simd portable|avx2|avx512] ALIGNMENT ...   (.aln or .aln.gz)
#include "core/coevolution/pottskernels.h"
#include "core/coevolution/pottsmodel.h"
#include "tests/core/coevolution/referencedata.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>

using namespace WhiteBox;

namespace {

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Bytes a second that vector sums of rows read from a table of 450 KiB, rows in a random order.
double cacheBandwidth(SimdLevel level)
{
    constexpr std::size_t stride = 336;
    constexpr int rows = 336;
    constexpr int sums = 512;
    std::vector<float> storage(stride * (rows + sums) + 16);
    float *table = storage.data() + (16 - reinterpret_cast<std::uintptr_t>(storage.data()) / 4 % 16) % 16;
    std::vector<std::uint16_t> index(std::size_t(sums) * kTile);
    unsigned state = 1;
    for (auto &i : index)
        i = std::uint16_t((state = state * 1664525U + 1013904223U) % rows);
    const auto &kernels = pottsKernels(level);
    const std::int8_t count = kTile;
    double best = 1e9;
    for (int trial = 0; trial < 20; ++trial) {
        const double start = cpuSeconds();
        for (int repeat = 0; repeat < 20; ++repeat) // every sum goes to the same row: only the table is read
            for (int n = 0; n < sums; ++n)
                kernels.addRows(table + stride * rows, table, stride, &index[std::size_t(n) * kTile], &count, 1);
        best = std::min(best, cpuSeconds() - start);
    }
    return 20.0 * sums * kTile * stride * sizeof(float) / best;
}

} // namespace

int main(int argc, char **argv)
{
    PottsOptions options;
    options.simd = simdLevel();
    double logSum = 0;
    int measured = 0;
    for (int k = 1; k < argc; ++k) {
        if (std::strcmp(argv[k], "--threads") == 0 && k + 1 < argc) {
            options.threads = std::atoi(argv[++k]);
            continue;
        }
        if (std::strcmp(argv[k], "--simd") == 0 && k + 1 < argc) {
            ++k;
            for (const auto level : {SimdLevel::Portable, SimdLevel::Avx2, SimdLevel::Avx512})
                if (std::strcmp(argv[k], simdLevelName(level)) == 0)
                    options.simd = level;
            continue;
        }
        if (measured == 0) {
            const double bandwidth = cacheBandwidth(*options.simd);
            std::printf("%s, L2 %.1f GB/s: ceiling %.4f ns a unit\n", simdLevelName(*options.simd), bandwidth / 1e9,
                        8e9 / bandwidth);
        }
        const Alignment alignment = Test::readRows(QString::fromLocal8Bit(argv[k]));
        const double cpu = cpuSeconds();
        const double wall = wallSeconds();
        const auto fit = inferCouplings(alignment, options, {}, {});
        const double cpuUsed = cpuSeconds() - cpu;
        const double wallUsed = wallSeconds() - wall;
        if (!fit.isOk()) {
            std::printf("%s: %s\n", argv[k], qPrintable(fit.error().text()));
            continue;
        }
        int evaluations = 1;
        for (const auto &iteration : fit.value().trace)
            evaluations += iteration.evaluations;
        const double units = 21.0 * alignment.rows() * alignment.columns() * alignment.columns() * evaluations;
        std::printf("%-40s L %4d N %6d Neff %8.1f evaluations %3d cpu %7.3f s wall %7.3f s %.4f ns\n",
                    std::strrchr(argv[k], '/') ? std::strrchr(argv[k], '/') + 1 : argv[k], alignment.columns(),
                    alignment.rows(), fit.value().neff, evaluations, cpuUsed, wallUsed, cpuUsed / units * 1e9);
        logSum += std::log(cpuUsed / units * 1e9);
        ++measured;
    }
    if (measured > 0)
        std::printf("geometric mean %.4f ns\n", std::exp(logSum / measured));
    return 0;
}
