// SPDX-License-Identifier: GPL-3.0-or-later
// Plays jackhmmer or ccmpred, told apart by their options, and misbehaves as FAKE_TOOL says ("fine" or unset:
// it works, and fast). jackhmmer's -h misbehaves as FAKE_TOOL_HELP says.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

constexpr int kColumns = 21;

/// What the command line asks for.
struct Task
{
    bool isSearch = false;
    std::string query;  ///< FASTA, or an alignment in rows
    std::string result; ///< .sto or .raw
};

std::string scenario(const char *variable)
{
    const char *value = std::getenv(variable);
    return value && *value ? value : "fine";
}

[[noreturn]] void sleepForLong()
{
    std::fflush(stdout);
    for (;;)
        std::this_thread::sleep_for(std::chrono::minutes(10));
}

void leaveChildren(int count)
{
    std::fflush(stdout);
    for (int n = 0; n < count; ++n)
        if (::fork() == 0)
            sleepForLong();
}

/// Without an end, in blocks, to a descriptor.
[[noreturn]] void spew(int descriptor, const std::string &piece)
{
    std::string block;
    while (block.size() < 1 << 16)
        block += piece;
    for (;;)
        if (::write(descriptor, block.data(), block.size()) < 0 && errno != EINTR)
            std::this_thread::sleep_for(
                std::chrono::milliseconds(10)); // whoever read has gone: it does not care
}

std::string rubbish(std::size_t bytes)
{
    std::mt19937 random(11);
    std::string text;
    for (std::size_t k = 0; k < bytes; ++k)
        text += k % 50 == 49 ? '\n' : char(random() % 256);
    return text;
}

std::string queryOf(const std::string &path)
{
    std::ifstream file(path);
    std::string line;
    std::string residues;
    while (std::getline(file, line))
        if (line.empty() || line[0] != '>')
            residues += line;
    return residues;
}

std::string nameOf(const std::string &path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line.size() > 1 ? line.substr(1, line.find(' ') - 1) : "query";
}

/// The query and twenty relatives.
std::string stockholm(const Task &task)
{
    const std::string letters = "ACDEFGHIKLMNPQRSTVWY";
    const std::string query = queryOf(task.query);
    std::mt19937 random(3);
    std::string text = "# STOCKHOLM 1.0\n" + nameOf(task.query) + " " + query + "\n";
    for (int n = 0; n < 20; ++n) {
        std::string row = query;
        for (char &c : row)
            c = random() % 4 == 0 ? letters[random() % 20] : c;
        text += "t" + std::to_string(n) + "/1-" + std::to_string(row.size()) + " " + row + "\n";
    }
    return text + "#=GC RF " + std::string(query.size(), 'x') + "\n//\n";
}

std::string raw(const Task &task)
{
    std::ifstream file(task.query);
    std::string row;
    std::getline(file, row);
    const auto length = int(row.size());
    std::string text;
    for (int i = 0; i < length; ++i)
        for (int a = 0; a < kColumns - 1; ++a)
            text += a < kColumns - 2 ? "0.1\t" : "0.1\n";
    for (int i = 0; i < length; ++i)
        for (int j = i + 1; j < length; ++j) {
            text += "# " + std::to_string(i) + " " + std::to_string(j) + "\n";
            for (int k = 0; k < kColumns * kColumns; ++k)
                text += std::string(k % 7 == 0 ? "0.01" : "0") + (k % kColumns == kColumns - 1 ? "\n" : "\t");
        }
    return text;
}

void writeResult(const Task &task, double share)
{
    const std::string whole = task.isSearch ? stockholm(task) : raw(task);
    std::ofstream(task.result) << whole.substr(0, std::size_t(share * double(whole.size())));
}

void printWork(const Task &task)
{
    if (task.isSearch) {
        std::puts("Query:       q  [L=30]\n@@ New alignment includes: 21 subseqs (was 1), including original "
                  "query");
    } else {
        std::puts("                 |_|              version 0.3.3 (Linux)\n");
        std::puts("Reweighted 21 sequences with threshold 0.8 to Beff=12.5 weight mean=0.5, min=0.1, max=1");
        std::puts("1\t1\t32417.1   \t5513.5\t2517202.7\t0.00055");
    }
    std::fflush(stdout);
}

void printEnding(const Task &task)
{
    std::puts(task.isSearch ? "//\n[ok]" : "Done with status code 0 - Success!\n\nFinal fx = 30500.250000\n");
    std::fflush(stdout);
}

/// What is done before any work: crashes, silence and noise.
void misbehave(const std::string &what, const Task &task)
{
    if (what == "segv") {
        std::signal(SIGSEGV, SIG_DFL);
        std::raise(SIGSEGV);
    } else if (what == "abort") {
        std::abort();
    } else if (what == "stubborn") { // ignores TERM, with grandchildren that do too
        std::signal(SIGTERM, SIG_IGN);
        leaveChildren(2);
        sleepForLong();
    } else if (what == "hang") {
        sleepForLong();
    } else if (what == "forks") {
        leaveChildren(3);
        sleepForLong();
    } else if (what == "closed") {
        ::close(STDOUT_FILENO);
        ::close(STDERR_FILENO);
        sleepForLong();
    } else if (what == "stopped") {
        std::raise(SIGSTOP);
        sleepForLong();
    } else if (what == "spew-stdout") {
        std::signal(SIGPIPE, SIG_IGN);
        spew(STDOUT_FILENO, "a line that says nothing, again and again\n");
    } else if (what == "spew-stderr") {
        std::signal(SIGPIPE, SIG_IGN);
        spew(STDERR_FILENO, "a complaint that says nothing, again and again\n");
    } else if (what == "spew-line") {
        spew(STDOUT_FILENO, "x");
    } else if (what == "spew-nul") {
        spew(STDOUT_FILENO, std::string(100, '\0'));
    } else if (what == "spew-file") {
        std::signal(SIGTERM, SIG_IGN);
        spew(::open(task.result.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), "x 1 2 3\n");
    } else if (what == "rubbish") {
        std::fputs(rubbish(100000).c_str(), stdout);
        std::fputs(("\033[2J\033]0;title\a" + rubbish(2000)).c_str(), stderr);
        std::ofstream(task.result) << rubbish(5000);
        std::exit(0);
    } else if (what == "longword") {
        std::fputs(std::string(5000, 'w').c_str(), stderr);
        std::exit(7);
    } else if (what.rfind("exit-", 0) == 0) {
        std::exit(std::atoi(what.c_str() + 5));
    }
}

/// What ends with success and without a result.
void pretend(const std::string &what, const Task &task)
{
    printWork(task);
    if (what == "empty-file")
        writeResult(task, 0);
    else if (what == "half-file")
        writeResult(task, 0.5);
    else if (what != "no-file")
        writeResult(task, 1);
    if (what == "orphans")
        leaveChildren(3);
    if (what != "no-words")
        printEnding(task);
}

Task taskOf(int argc, char **argv)
{
    Task task;
    for (int k = 1; k + 1 < argc; ++k)
        if (std::strcmp(argv[k], "-A") == 0 || std::strcmp(argv[k], "-r") == 0) {
            task.isSearch = argv[k][1] == 'A';
            task.result = argv[k + 1];
        }
    task.query = argc > 2 ? argv[argc - 2] : "";
    return task;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2 && std::strcmp(argv[1], "-h") == 0) {
        misbehave(scenario("FAKE_TOOL_HELP"), {});
        std::puts("# jackhmmer :: iteratively search a protein sequence\n# HMMER 3.3.2 (Nov 2020); a fake");
        if (scenario("FAKE_TOOL_HELP") == "orphans")
            leaveChildren(3);
        std::fflush(stdout);
        return 0;
    }
    const Task task = taskOf(argc, argv);
    misbehave(scenario("FAKE_TOOL"), task);
    pretend(scenario("FAKE_TOOL"), task);
    return 0;
}
