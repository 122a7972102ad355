// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/robustness/programfixture.h"

#include "tests/support/longform.h"
#include "tests/support/testmodel.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <random>
#include <string>
#include <sys/wait.h>

namespace WhiteBox::Test {

namespace {

constexpr int kLength = 60;
constexpr int kHomologs = 200;
constexpr int kOthers = 2000;

std::string randomSequence(int length, std::mt19937 &random)
{
    std::string sequence;
    for (int k = 0; k < length; ++k)
        sequence += "ACDEFGHIKLMNPQRSTVWY"[random() % 20];
    return sequence;
}

std::string relativeOf(const std::string &query, std::mt19937 &random)
{
    std::string relative = query;
    for (char &c : relative)
        if (random() % 10 < 3)
            c = randomSequence(1, random)[0];
    return relative;
}

bool write(const QString &path, const QByteArray &text, bool isProgram = false)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return false;
    return !isProgram || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                             QFile::ReadOther | QFile::ExeOther);
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

ProgramFixture::ProgramFixture(const QString &folder)
    : m_folder(folder.isEmpty() ? m_own.path() : folder)
    , m_home(QDir(m_folder).filePath(QStringLiteral("home")))
{
    m_ready = QDir().mkpath(m_folder) && writeInput() && writeJackhmmer({}) &&
              write(path(QStringLiteral("ccmpred")),
                    "#!/bin/sh\ncase \" $* \" in *\" -r \"*)\n" + waitWhileHeld(JobStage::Couplings) +
                        ";;\nesac\nsleep 0.3\nexec '" WB_FAKE_CCMPRED "' \"$@\"\n",
                    true) &&
              !writeTestModel(m_folder).isEmpty();
}

bool ProgramFixture::writeInput() const
{
    std::mt19937 random(7);
    const std::string query = randomSequence(kLength, random);
    QByteArray database;
    QByteArray hits = "# STOCKHOLM 1.0\nq " + QByteArray::fromStdString(query) + "\n";
    for (int n = 0; n < kHomologs; ++n) {
        const auto name = "h" + QByteArray::number(n);
        const auto homolog = QByteArray::fromStdString(relativeOf(query, random));
        database += ">" + name + "\n" + homolog + "\n";
        hits += name + "/1-" + QByteArray::number(kLength) + " " + homolog + "\n";
    }
    for (int n = 0; n < kOthers; ++n)
        database += ">r" + QByteArray::number(n) + "\n" +
                    QByteArray::fromStdString(randomSequence(200, random)) + "\n";
    hits += "#=GC RF " + QByteArray(kLength, 'x') + "\n//\n";
    return write(path(QStringLiteral("query.fa")), ">q\n" + QByteArray::fromStdString(query) + "\n") &&
           write(path(QStringLiteral("db.fa")), database) && write(path(QStringLiteral("hits.sto")), hits);
}

/// Counts its runs and becomes the real one; where that is not installed, it plays it.
bool ProgramFixture::writeJackhmmer(const QByteArray &sleep) const
{
    const QByteArray folder = m_folder.toUtf8();
    const QByteArray real = QStandardPaths::findExecutable(QStringLiteral("jackhmmer")).toUtf8();
    const QByteArray help =
        real.isEmpty() ? QByteArray("echo '# jackhmmer :: a script'; echo '# HMMER 3.3.2 (Nov 2020)'; exit 0")
                       : "exec " + real + " -h";
    const QByteArray play =
        "while [ $# -gt 0 ]; do [ \"$1\" = -A ] && out=$2; shift; done\nsleep 0.3\ncp '" + folder +
        "/hits.sto' \"$out\"\n"
        "echo '@@ New alignment includes: 201 subseqs (was 1), including original query'\n"
        "echo '//'\necho '[ok]'\n";
    const QByteArray search = real.isEmpty() ? play : "exec " + real + " \"$@\"\n";
    return write(path(QStringLiteral("jackhmmer")),
                 "#!/bin/sh\nif [ \"$1\" = -h ]; then " + help + "; fi\necho run >> '" + folder + "/runs'\n" +
                     (sleep.isEmpty() ? QByteArray() : "sleep " + sleep + "\n") +
                     waitWhileHeld(JobStage::Search) + search,
                 true);
}

void ProgramFixture::setSearchSleep(const QByteArray &seconds) const
{
    if (!writeJackhmmer(seconds))
        qFatal("cannot write jackhmmer");
}

QString ProgramFixture::holdPath(JobStage stage) const
{
    return path(QStringLiteral("held.") + nameOf(stage));
}

QByteArray ProgramFixture::waitWhileHeld(JobStage stage) const
{
    return "n=0\nwhile [ -e '" + holdPath(stage).toUtf8() +
           "' ] && [ $n -lt 1200 ]; do sleep 0.05; n=$((n+1)); done\n";
}

void ProgramFixture::hold(JobStage stage) const
{
    if (!write(holdPath(stage), {}))
        qFatal("cannot hold a stage");
}

void ProgramFixture::release(JobStage stage) const
{
    QFile::remove(holdPath(stage));
}

QStringList ProgramFixture::runArguments(const QStringList &more) const
{
    return QStringList{QStringLiteral("run"),
                       path(QStringLiteral("query.fa")),
                       QStringLiteral("--again"),
                       QStringLiteral("--database"),
                       path(QStringLiteral("db.fa")),
                       QStringLiteral("--jackhmmer"),
                       path(QStringLiteral("jackhmmer")),
                       QStringLiteral("--model"),
                       path(QStringLiteral("model1.safetensors")),
                       QStringLiteral("--threads"),
                       QStringLiteral("1"),
                       QStringLiteral("--rounds"),
                       QStringLiteral("2")} +
           more;
}

QStringList ProgramFixture::ccmpredArguments() const
{
    return {QStringLiteral("--engine"), QStringLiteral("ccmpred"), QStringLiteral("--ccmpred"),
            path(QStringLiteral("ccmpred"))};
}

QStringList ProgramFixture::resumeArguments(const QString &id)
{
    return {QStringLiteral("jobs"), QStringLiteral("resume"), id};
}

std::unique_ptr<QProcess> ProgramFixture::start(const QStringList &arguments,
                                                const QStringList &wrapper) const
{
    auto process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("WHITEBOX_HOME"), m_home);
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::MergedChannels);
    const QStringList command = wrapper + QStringList{QStringLiteral(WB_CLI)} + arguments;
    process->start(command.first(), command.mid(1));
    process->waitForStarted();
    return process;
}

int ProgramFixture::run(const QStringList &arguments, const QStringList &wrapper)
{
    const auto process = start(arguments, wrapper);
    if (!process->waitForFinished(inForm(60, 600) * 1000)) {
        process->kill();
        process->waitForFinished();
    }
    m_output = QString::fromUtf8(process->readAll());
    return process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
}

bool ProgramFixture::isInStage(JobStage stage) const
{
    const QString told = QStringLiteral("\"stage\": \"%1\"").arg(nameOf(stage));
    const QString running = QStringLiteral("\"state\": \"running\"");
    const QDir folder(library());
    for (const auto &job : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString manifest = textOf(folder.filePath(job + QStringLiteral("/job.json")));
        if (manifest.contains(running) && manifest.contains(told))
            return true;
    }
    return false;
}

bool ProgramFixture::waitForStage(const QProcess &process, JobStage stage) const
{
    // The process is not waited for: its death shows as a zombie, which QProcess takes away later.
    siginfo_t end = {};
    const auto isAlive = [&] {
        return ::waitid(P_PID, id_t(process.processId()), &end, WEXITED | WNOHANG | WNOWAIT) == 0 &&
               end.si_pid == 0;
    };
    while (isAlive()) {
        if (isInStage(stage))
            return true;
        QThread::usleep(500);
    }
    return false;
}

void ProgramFixture::kill(QProcess &process)
{
    ::kill(pid_t(process.processId()), SIGKILL);
    process.waitForFinished();
}

int ProgramFixture::searches() const
{
    QFile file(path(QStringLiteral("runs")));
    return file.open(QIODevice::ReadOnly) ? int(file.readAll().count("run")) : 0;
}

std::shared_ptr<JobStore> ProgramFixture::openStore() const
{
    auto store = JobStore::open(library());
    if (!store.isOk())
        qWarning("%s", qPrintable(store.error().text()));
    return store.isOk() ? store.value() : nullptr;
}

JobRecord onlyJob(const JobStore &store)
{
    const auto jobs = store.list();
    return jobs.isOk() && jobs.value().size() == 1 ? jobs.value().front() : JobRecord();
}

QString damageOf(const JobRecord &finished)
{
    if (finished.checksum.isEmpty())
        return QStringLiteral("it has no checksum");
    const auto result = loadStoredResult(finished);
    if (!result.isOk())
        return result.error().text();
    return result.value().predicted ? QString() : QStringLiteral("it predicts nothing");
}

bool predictTheSame(const JobRecord &one, const JobRecord &other)
{
    const auto first = loadStoredResult(one);
    const auto second = loadStoredResult(other);
    return first.isOk() && second.isOk() &&
           std::ranges::equal(first.value().predicted->values(), second.value().predicted->values());
}

} // namespace WhiteBox::Test
