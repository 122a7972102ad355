// SPDX-License-Identifier: GPL-3.0-or-later
// Plays ccmpred 0.3.3 for tests: takes its command line, prints lines of its form and ends as FAKE_CCMPRED
// says. Without it: a fit that converges, with couplings that tests can recompute.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>
#include <unistd.h>

namespace {

std::string scenario()
{
    const char *value = std::getenv("FAKE_CCMPRED");
    return value ? value : "converged";
}

bool is(const char *name)
{
    return scenario() == name;
}

/// w_ij(a,b) of the file; tests know the formula.
double coupling(int i, int j, int k)
{
    return 1e-3 * (i + 1) - 2e-3 * (j + 1) + 1e-4 * k;
}

void writeRaw(const std::string &path, int L)
{
    std::FILE *file = std::fopen(path.c_str(), "w");
    if (!file)
        std::exit(4);
    for (int i = 0; i < L; ++i) {
        for (int a = 0; a < 20; ++a)
            std::fprintf(file, "%g\t", 0.01 * (i + 1) * a);
        std::fputc('\n', file);
    }
    for (int i = 0; i < L; ++i)
        for (int j = i + 1; j < L; ++j) {
            std::fprintf(file, "# %d %d\n", i, j);
            for (int k = 0; k < 441; ++k) {
                if (is("nan") && i == 1 && k == 5)
                    std::fprintf(file, "nan\t");
                else
                    std::fprintf(file, "%.20e\t", coupling(i, j, k));
                if (k % 21 == 20)
                    std::fputc('\n', file);
            }
        }
    std::fclose(file);
}

void printIterations()
{
    std::puts("\nWill optimize 3.5e+05 32-bit variables\n");
    std::puts("iter\teval\tf(x)   \t║x║     \t║g║     \tstep");
    const char *lines[] = {"1\t1\t32417.1   \t5513.5\t2517202.7\t0.00055",
                           "2\t1\t31565.4   \t5517.17\t2114240.5\t0.000398",
                           "3\t2\t30712.2   \t5524.27\t1727155.9\t0.000335"};
    for (std::string line : lines) {
        if (is("comma"))
            for (char &c : line)
                c = c == '.' ? ',' : c;
        std::puts(line.c_str());
    }
}

[[noreturn]] void end(int status)
{
    std::fflush(stdout);
    std::exit(status);
}

void failEarly()
{
    if (is("usage")) {
        std::puts("Usage: ccmpred [options] input.aln output.mat");
        end(1);
    }
    if (is("memory")) {
        std::puts("ERROR: Not enough memory to allocate variables");
        end(1);
    }
    if (is("open")) {
        std::puts("Cannot open in.aln!");
        end(2);
    }
    if (is("fasta"))
        end(100);
    if (is("odd"))
        end(42);
    if (is("killed"))
        std::raise(SIGKILL);
    if (is("ended"))
        std::raise(SIGTERM);
}

void failLate()
{
    if (is("abort"))
        std::abort();
    if (is("crash")) {
        std::signal(SIGSEGV, SIG_DFL);
        std::raise(SIGSEGV);
    }
    if (is("hang")) {
        std::fflush(stdout);
        if (::fork() == 0)
            std::this_thread::sleep_for(std::chrono::minutes(10));
        std::this_thread::sleep_for(std::chrono::minutes(10));
    }
    if (is("silent"))
        end(0);
}

void printEnding()
{
    if (is("limit"))
        std::puts("Exit with status code -1022 - Reached maximum number of iterations");
    else if (is("linesearch"))
        std::puts("Exit with status code -1023 - Line search failed");
    else
        std::puts("Done with status code 0 - Success!");
    std::puts(is("comma") ? "\nFinal fx = 30500,250000\n" : "\nFinal fx = 30500.250000\n");
}

} // namespace

int main(int argc, char **argv)
{
    std::string raw;
    for (int k = 1; k + 1 < argc; ++k)
        if (std::strcmp(argv[k], "-r") == 0)
            raw = argv[k + 1];
    failEarly();
    std::ifstream input(argc > 2 ? argv[argc - 2] : "");
    std::string line;
    std::string first;
    int rows = 0;
    for (; std::getline(input, line); ++rows)
        if (rows == 0)
            first = line;
    std::puts("                 |_|              version 0.3.3 (Linux)\n");
    std::printf("Reweighted %d sequences with threshold 0.8 to Beff=%s weight mean=0.5, min=0.1, max=1\n",
                rows, is("comma") ? "12,5" : "12.5");
    printIterations();
    failLate();
    printEnding();
    if (is("nomat"))
        end(3);
    if (is("noraw"))
        end(4);
    if (!is("nothing"))
        writeRaw(raw, int(first.size()));
    std::printf("Output can be found in %s\n", argv[argc - 1]);
    end(0);
}
