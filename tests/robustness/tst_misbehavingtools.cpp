// SPDX-License-Identifier: GPL-3.0-or-later
// jackhmmer and ccmpred that crash, hang, spew, print rubbish and pretend, played by
// tests/support/faketool.cpp: through their classes, the scheduler of jobs and the command line.
// tst_misbehavingwindow has the window.
#include "core/base/commandline.h"
#include "core/pipeline/jobrunner.h"
#include "core/store/jobstore.h"
#include "core/tools/ccmpredprocess.h"
#include "core/tools/jackhmmersearch.h"
#include "core/tools/toolinfo.h"
#include "tests/support/longform.h"
#include "tests/support/testmodel.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <memory>
#include <optional>

using namespace WhiteBox;

namespace {

constexpr qint64 kMegabyte = 1 << 20;
constexpr int kSeconds = 20000; ///< within which everything ends, on a busy machine too

const std::string kQuery = "MADKELKFLVVDDFSTMRRIVRNLLKELGF";
const QString kFake = QStringLiteral(WB_FAKE_TOOL);

/// Of this process, in bytes: "VmHWM", the most that it ever had.
qint64 memory(const QByteArray &line)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &each : status.readAll().split('\n'))
        if (each.startsWith(line + ':'))
            return each.simplified().split(' ').value(1).toLongLong() * 1024;
    return 0;
}

Alignment smallAlignment()
{
    std::vector<std::uint8_t> states;
    for (int n = 0; n < 20; ++n)
        for (int i = 0; i < 12; ++i)
            states.push_back(std::uint8_t((i + (n % 3) * i) % kStates));
    return Alignment(12, std::move(states));
}

struct Seen
{
    std::optional<Result<QString>> result;
    QStringList texts;
    qint64 milliseconds = 0;

    Error error() const { return result && !result->isOk() ? result->error() : Error(); }
};

} // namespace

class TestMisbehavingTools : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const char *name) const { return m_dir->filePath(QString::fromUtf8(name)); }
    void write(const char *name, const QByteArray &text) const;
    int fakesAlive() const;
    template <class Tool>
    Seen wait(Tool &tool, int cancelAfter, const std::function<void()> &start);
    Seen search(int cancelAfter = -1, qint64 patience = kSilence);
    Seen couplings(int cancelAfter = -1, qint64 patience = kSilence);
    /// Plays the scenario with either tool.
    Seen play(bool isSearch, const char *scenario, int cancelAfter = -1, qint64 patience = kSilence);
    JobParameters parameters() const;
    QProcess *startCli(const QStringList &arguments);

private Q_SLOTS:
    void initTestCase() { QVERIFY2(QFile::exists(kFake), "the fake tool is not built"); }
    void init();
    void cleanup();
    void eachEndsInItsMessage_data();
    void eachEndsInItsMessage();
    void everyStatusHasAMessage();
    void cancelAlwaysEndsIt_data();
    void cancelAlwaysEndsIt();
    void silenceIsToldAndNothingIsKilled();
    void theHelpMayMisbehaveToo();
    void aJobTellsWhatItsToolDid_data();
    void aJobTellsWhatItsToolDid();
    void theQueueGoesOnAfterIt();
    void theCommandLineShowsTheCommand_data();
    void theCommandLineShowsTheCommand();
    void theCommandLineIsInterrupted();
};

void TestMisbehavingTools::write(const char *name, const QByteArray &text) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

/// The processes that run the fake below this test's folder: other tests run it too.
int TestMisbehavingTools::fakesAlive() const
{
    int alive = 0;
    const QString folder = QFileInfo(m_dir->path()).canonicalFilePath();
    const QDir proc(QStringLiteral("/proc"));
    for (const QString &pid : proc.entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        const QDir process(proc.filePath(pid));
        if (QFile::symLinkTarget(process.filePath(QStringLiteral("exe"))) == kFake &&
            QFile::symLinkTarget(process.filePath(QStringLiteral("cwd"))).startsWith(folder))
            ++alive;
    }
    return alive;
}

void TestMisbehavingTools::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir::setCurrent(m_dir->path())); // for what is started without a folder of its own
    QDir(m_dir->path()).mkpath(QStringLiteral("work"));
    write("db.fa", ">t1\nMADKELKFLVVDDFSTMRRIVRNLLKELGF\n");
    write("q.fa", ">q\n" + QByteArray::fromStdString(kQuery) + "\n");
    qputenv("FAKE_TOOL", "fine");
    qputenv("FAKE_TOOL_HELP", "fine");
}

void TestMisbehavingTools::cleanup()
{
    QTRY_COMPARE_WITH_TIMEOUT(fakesAlive(), 0, kSeconds); // nothing lives on, whatever happened
    QDir::setCurrent(QDir::rootPath());
    m_dir.reset();
}

template <class Tool>
Seen TestMisbehavingTools::wait(Tool &tool, int cancelAfter, const std::function<void()> &start)
{
    Seen seen;
    QElapsedTimer clock;
    QSignalSpy finished(&tool, &Tool::finished);
    connect(&tool, &Tool::finished, this, [&](const Result<QString> &result) { seen.result = result; });
    clock.start();
    start();
    if (cancelAfter >= 0)
        QTimer::singleShot(cancelAfter, &tool, [&] {
            clock.start();
            tool.cancel();
        });
    if (finished.isEmpty() && !finished.wait(2 * kSeconds))
        qWarning("it does not end");
    seen.milliseconds = clock.elapsed();
    return seen;
}

Seen TestMisbehavingTools::search(int cancelAfter, qint64 patience)
{
    JackhmmerSearch tool;
    QStringList texts;
    connect(&tool, &JackhmmerSearch::progress, this,
            [&](int, double, const QString &text) { texts << text; });
    JackhmmerOptions options;
    options.program = kFake;
    const Sequence query{QStringLiteral("q"), {}, kQuery};
    const auto setup = checkDatabase(path("db.fa")).andThen([&](const DatabaseInfo &database) {
        return prepareSearch(query, database, options, path("work"));
    });
    Seen seen;
    if (!setup.isOk()) {
        seen.result = setup.error();
        return seen;
    }
    tool.setPatience(patience);
    seen = wait(tool, cancelAfter, [&] { tool.start(setup.value()); });
    seen.texts = texts;
    return seen;
}

Seen TestMisbehavingTools::couplings(int cancelAfter, qint64 patience)
{
    CcmpredProcess tool;
    QStringList texts;
    connect(&tool, &CcmpredProcess::progress, this, [&](double, const QString &text) { texts << text; });
    tool.setPatience(patience);
    Seen seen = wait(tool, cancelAfter, [&] { tool.start(smallAlignment(), {}, kFake, path("work")); });
    seen.texts = texts;
    return seen;
}

Seen TestMisbehavingTools::play(bool isSearch, const char *scenario, int cancelAfter, qint64 patience)
{
    qputenv("FAKE_TOOL", scenario);
    return isSearch ? search(cancelAfter, patience) : couplings(cancelAfter, patience);
}

void TestMisbehavingTools::eachEndsInItsMessage_data()
{
    QTest::addColumn<QString>("jackhmmer"); ///< a word of why, or empty: it succeeds
    QTest::addColumn<QString>("ccmpred");
    QTest::addColumn<bool>("both"); ///< or jackhmmer alone
    const auto row = [](const char *scenario, const char *jackhmmer, const char *ccmpred, bool both = true) {
        QTest::newRow(scenario) << QString::fromUtf8(jackhmmer) << QString::fromUtf8(ccmpred)
                                << (both || Test::isLongForm());
    };
    row("fine", "", "");
    row("orphans", "", "");
    row("segv", "crashed (signal 11)", "crashed (signal 11)");
    row("abort", "crashed (signal 6)", "aborted (signal 6)");
    row("rubbish", "without saying [ok]", "without saying");
    row("longword", "wwww", "status 7");
    row("exit-0", "without saying [ok]", "without saying");
    row("no-words", "without saying [ok]", "without saying");
    row("no-file", "no whole alignment", "no couplings");
    row("empty-file", "no whole alignment", "no couplings");
    row("spew-stdout", "printed more than", "printed more than");
    row("spew-stderr", "printed more than", "printed more than", false);
    row("spew-line", "printed more than", "printed more than", false);
    row("spew-nul", "printed more than", "printed more than", false);
    row("spew-file", "files grew beyond", "files grew beyond");
}

void TestMisbehavingTools::eachEndsInItsMessage()
{
    QFETCH(QString, jackhmmer);
    QFETCH(QString, ccmpred);
    QFETCH(bool, both);
    for (const bool isSearch : {true, false}) {
        if (!isSearch && !both)
            break;
        const QString word = isSearch ? jackhmmer : ccmpred;
        [[maybe_unused]] const qint64 before = memory("VmHWM");
        const Seen seen = play(isSearch, QTest::currentDataTag());
        QVERIFY2(seen.result && seen.milliseconds < kSeconds, qPrintable(QString::number(seen.milliseconds)));
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed for a while
        QVERIFY2(memory("VmHWM") - before < 40 * kMegabyte, "it was kept in memory");
#endif
        QVERIFY2(seen.result->isOk() == word.isEmpty(), qPrintable(seen.error().text()));
        if (word.isEmpty())
            continue;
        const Error error = seen.error();
        QVERIFY2(error.why.contains(word), qPrintable(error.why));
        QVERIFY(!error.what.isEmpty() && !error.remedy.isEmpty());
        QVERIFY(error.command.contains(kFake));
        QVERIFY(commandLine(error.command).contains(isSearch ? QStringLiteral("-A") : QStringLiteral("-r")));
        for (const QChar c : error.outputTail)
            QVERIFY2(c == QLatin1Char('\n') || c == QLatin1Char('\t') || c.isPrint(), "a control character");
        QVERIFY(!QFile::exists(path("work/search.sto")) && !QFile::exists(path("work/ccmpred.raw")));
    }
}

void TestMisbehavingTools::everyStatusHasAMessage()
{
    const int step = Test::inForm(120, 1);
    for (int status = 1; status < 256; status += step)
        for (const bool isSearch : {true, false}) {
            const Seen seen = play(isSearch, ("exit-" + QByteArray::number(status)).constData());
            const Error error = seen.error();
            QVERIFY2(!error.what.isEmpty() && !error.why.isEmpty() && !error.remedy.isEmpty(),
                     qPrintable(QString::number(status)));
            QCOMPARE(error.exitStatus, status);
        }
}

void TestMisbehavingTools::cancelAlwaysEndsIt_data()
{
    QTest::addColumn<bool>("isSearch");
    bool turn = false; // in the short form each with one of the tools, in turns
    for (const char *scenario : {"hang", "stubborn", "forks", "closed", "stopped", "spew-stdout"}) {
        turn = !turn;
        for (const bool isSearch : {true, false})
            if (Test::isLongForm() || isSearch == turn)
                QTest::addRow("%s %s", scenario, isSearch ? "jackhmmer" : "ccmpred") << isSearch;
    }
}

void TestMisbehavingTools::cancelAlwaysEndsIt()
{
    QFETCH(bool, isSearch);
    const QByteArray scenario = QByteArray(QTest::currentDataTag()).split(' ').first();
    const bool spews = scenario.startsWith("spew");
    const Seen seen = play(isSearch, scenario.constData(), spews ? 20 : 400);
    QVERIFY2(seen.result && seen.milliseconds < kSeconds, qPrintable(QString::number(seen.milliseconds)));
    qInfo("ended after %lld ms", static_cast<long long>(seen.milliseconds));
    // One that spews may have been stopped before.
    QVERIFY2(seen.error().isCancelled() || (spews && !seen.error().why.isEmpty()),
             qPrintable(seen.error().text()));
    QTRY_COMPARE_WITH_TIMEOUT(fakesAlive(), 0, kSeconds);
}

void TestMisbehavingTools::silenceIsToldAndNothingIsKilled()
{
    QVERIFY(silenceNote(kSilence - 1).isEmpty());
    QCOMPARE(silenceNote(kSilence), QStringLiteral(", silent for 1 min"));
    QCOMPARE(silenceNote(kSilence * 42 + 5000), QStringLiteral(", silent for 42 min"));
    for (const bool isSearch : {true, false}) {
        const Seen seen = play(isSearch, isSearch ? "hang" : "stopped", 2500, 1000);
        QVERIFY(seen.error().isCancelled()); // by this test, and by nobody before
        QVERIFY2(seen.texts.join(QLatin1Char('\n')).contains(QStringLiteral("silent for 1 s")),
                 qPrintable(seen.texts.join(QLatin1Char('\n'))));
        QVERIFY(!seen.texts.first().contains(QStringLiteral("silent")));
    }
}

void TestMisbehavingTools::theHelpMayMisbehaveToo()
{
    std::vector<const char *> scenarios{"segv", "spew-stdout", "spew-stderr", "rubbish", "exit-3"};
    if (Test::isLongForm()) // each of them takes all of the patience
        scenarios.insert(scenarios.end(), {"hang", "stopped", "stubborn", "closed", "spew-line"});
    for (const char *scenario : scenarios) {
        qputenv("FAKE_TOOL_HELP", scenario);
        const qint64 before = memory("VmHWM");
        QElapsedTimer clock;
        clock.start();
        const auto tool = checkJackhmmer(kFake);
        QVERIFY2(!tool.isOk() && !tool.error().remedy.isEmpty(), scenario);
        QVERIFY2(clock.elapsed() < kSeconds, scenario);
        QVERIFY2(memory("VmHWM") - before < 40 * kMegabyte, scenario);
        QTRY_COMPARE_WITH_TIMEOUT(fakesAlive(), 0, kSeconds);
    }
    qputenv("FAKE_TOOL_HELP", "orphans");
    QVERIFY(checkJackhmmer(kFake).isOk());
}

JobParameters TestMisbehavingTools::parameters() const
{
    JobParameters p;
    p.jackhmmer = kFake;
    p.ccmpred = kFake;
    p.database = path("db.fa");
    p.model = Test::writeTestModel(m_dir->path());
    p.threads = 1;
    return p;
}

void TestMisbehavingTools::aJobTellsWhatItsToolDid_data()
{
    QTest::addColumn<bool>("isSearch");
    for (const char *scenario : {"segv", "half-file", "spew-file"})
        for (const bool isSearch : {true, false})
            QTest::addRow("%s %s", scenario, isSearch ? "jackhmmer" : "ccmpred") << isSearch;
}

void TestMisbehavingTools::aJobTellsWhatItsToolDid()
{
    QFETCH(bool, isSearch);
    qputenv("FAKE_TOOL", QByteArray(QTest::currentDataTag()).split(' ').first());
    auto store = JobStore::open(path("jobs"));
    QVERIFY(store.isOk());
    JobRunner runner(store.value());
    std::optional<Error> error;
    connect(&runner, &JobRunner::jobFailed, this, [&](const QString &, const Error &told) { error = told; });
    JobInput input;
    input.query = {QStringLiteral("q"), {}, kQuery};
    JobParameters p = parameters();
    if (!isSearch) {
        input.kind = InputKind::Alignment;
        input.query.residues = std::string(12, 'A');
        input.alignment = std::make_shared<Alignment>(smallAlignment());
        p.engine = CouplingsEngine::Ccmpred;
    }
    const QString id = runner.submit(input, p);
    QTRY_VERIFY_WITH_TIMEOUT(error.has_value(), kSeconds);
    QVERIFY(!error->what.isEmpty() && !error->why.isEmpty() && !error->remedy.isEmpty());
    const auto record = store.value()->find(id);
    QVERIFY(record.isOk());
    QCOMPARE(record.value().state, JobState::Failed);
    QCOMPARE(record.value().error.command, error->command); // and after a restart
}

void TestMisbehavingTools::theQueueGoesOnAfterIt()
{
    auto store = JobStore::open(path("jobs"));
    QVERIFY(store.isOk());
    JobRunner runner(store.value());
    QSignalSpy failed(&runner, &JobRunner::jobFailed);
    QSignalSpy finished(&runner, &JobRunner::jobFinished);
    JobInput input;
    input.query = {QStringLiteral("q"), {}, kQuery};
    qputenv("FAKE_TOOL", "segv");
    runner.submit(input, parameters());
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kSeconds);
    qputenv("FAKE_TOOL", "stubborn");
    const QString second = runner.submit(input, parameters(), true);
    QTRY_COMPARE_WITH_TIMEOUT(fakesAlive(), 3, kSeconds);
    qputenv("FAKE_TOOL", "fine");
    runner.submit(input, parameters(), true);
    runner.cancel(second);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kSeconds);
    QCOMPARE(store.value()->find(second).value().state, JobState::Cancelled);
}

QProcess *TestMisbehavingTools::startCli(const QStringList &arguments)
{
    auto *cli = new QProcess(this);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("WHITEBOX_HOME"), path("home"));
    environment.insert(QStringLiteral("WHITEBOX_MODEL"), Test::writeTestModel(m_dir->path()));
    cli->setProcessEnvironment(environment);
    cli->start(QStringLiteral(WB_CLI),
               QStringList{QStringLiteral("run"), path("q.fa"), QStringLiteral("--database"), path("db.fa"),
                           QStringLiteral("--jackhmmer"), kFake, QStringLiteral("--ccmpred"), kFake} +
                   arguments);
    cli->waitForStarted();
    return cli;
}

void TestMisbehavingTools::theCommandLineShowsTheCommand_data()
{
    QTest::addColumn<int>("status"); ///< of the tool
    QTest::newRow("segv") << 139;
    if (Test::isLongForm())
        QTest::newRow("exit-5") << 5;
    QTest::newRow("no-file") << 0;
    QTest::newRow("spew-stderr") << 137;
}

void TestMisbehavingTools::theCommandLineShowsTheCommand()
{
    QFETCH(int, status);
    qputenv("FAKE_TOOL", QTest::currentDataTag());
    const std::unique_ptr<QProcess> cli(startCli({}));
    QVERIFY(cli->waitForFinished(kSeconds));
    QCOMPARE(cli->exitCode(), 3);
    const QByteArray errors = cli->readAllStandardError();
    QVERIFY2(errors.contains("The search with jackhmmer failed"), errors);
    QVERIFY2(errors.contains((kFake + QStringLiteral(" -N 3 --incE 0.001 -E 0.001 --cpu ")).toUtf8()),
             errors);
    QVERIFY2(errors.contains(path("db.fa").toUtf8()), errors);
    QVERIFY2(errors.contains("exit status: " + QByteArray::number(status)), errors);
}

void TestMisbehavingTools::theCommandLineIsInterrupted()
{
    qputenv("FAKE_TOOL", "stubborn");
    const std::unique_ptr<QProcess> cli(startCli({}));
    QTRY_COMPARE_WITH_TIMEOUT(fakesAlive(), 3, kSeconds);
    QElapsedTimer clock;
    clock.start();
    ::kill(pid_t(cli->processId()), SIGINT);
    QVERIFY(cli->waitForFinished(kSeconds));
    qInfo("ended after %lld ms", static_cast<long long>(clock.elapsed()));
    QCOMPARE(cli->exitCode(), 130);
}

QTEST_GUILESS_MAIN(TestMisbehavingTools)
#include "tst_misbehavingtools.moc"
