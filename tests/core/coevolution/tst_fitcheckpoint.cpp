// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/fitcheckpoint.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace WhiteBox;

namespace {

/// Rows drawn with a fixed seed; half of the columns follow the first one, so that couplings exist.
Alignment randomAlignment(int rows, int columns, unsigned seed = 1)
{
    std::mt19937 random(seed);
    std::vector<std::uint8_t> states;
    for (int n = 0; n < rows; ++n) {
        const auto first = std::uint8_t(random() % kStates);
        for (int i = 0; i < columns; ++i)
            states.push_back(i % 2 == 0 && random() % 3 != 0 ? first : std::uint8_t(random() % kStates));
    }
    return Alignment(columns, std::move(states));
}

/// Runs work in a process of its own, which must die of SIGKILL or end by itself; true where it was killed.
template <class F>
bool isKilled(F &&work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

/// A progress that kills the process at the given iteration of this run.
Progress killerAt(int iteration)
{
    return Progress([iteration, seen = std::make_shared<int>(0)](double fraction, const QString &) {
        if (fraction >= 0 && ++*seen == iteration)
            ::kill(::getpid(), SIGKILL);
    });
}

bool isSame(const PottsFit &x, const PottsFit &y)
{
    return std::ranges::equal(x.couplings.values(), y.couplings.values()) &&
           std::ranges::equal(x.couplings.fields(), y.couplings.fields()) && x.objective == y.objective &&
           x.status == y.status && x.trace.size() == y.trace.size() &&
           x.trace.back().gradientSquaredNorm == y.trace.back().gradientSquaredNorm;
}

} // namespace

class tst_FitCheckpoint : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    Alignment m_alignment = randomAlignment(300, 37);
    PottsOptions m_options;

    PottsFit fit(const PottsOptions &options) const;
    Error refusal(const PottsOptions &options, const Alignment &alignment) const;
    void leaveCheckpoint() const;

private Q_SLOTS:
    void init();
    void resultIsTheSameAfterKillsAtAnyIteration_data();
    void resultIsTheSameAfterKillsAtAnyIteration();
    void resultIsTheSameAfterKillsAtAnyMoment();
    void resumingSkipsWhatWasDone();
    void checkpointsOfOtherFitsAreRefused();
    void foreignAndDamagedOnesAreReplacedWhereAsked();
    void damageIsFound_data();
    void damageIsFound();
    void nothingIsWrittenBeforeTheTime();
    void unwritableFileDoesNotEndTheFit();
    void stopLeavesTheLastCheckpoint();
};

void tst_FitCheckpoint::init()
{
    m_options = {};
    m_options.checkpoint = m_dir.filePath(QStringLiteral("fit.checkpoint"));
    m_options.checkpointSeconds = 0;
    removeCheckpoint(m_options.checkpoint);
}

PottsFit tst_FitCheckpoint::fit(const PottsOptions &options) const
{
    auto result = inferCouplings(m_alignment, options, {}, {});
    if (!result.isOk())
        qFatal("%s", qPrintable(result.error().text()));
    return std::move(result).value();
}

Error tst_FitCheckpoint::refusal(const PottsOptions &options, const Alignment &alignment) const
{
    const auto result = inferCouplings(alignment, options, {}, {});
    return result.isOk() ? Error{} : result.error();
}

/// What a fit leaves that is killed at its tenth iteration.
void tst_FitCheckpoint::leaveCheckpoint() const
{
    QVERIFY(isKilled([&] { (void)inferCouplings(m_alignment, m_options, {}, killerAt(10)); }));
    QVERIFY(QFile::exists(m_options.checkpoint));
}

void tst_FitCheckpoint::resultIsTheSameAfterKillsAtAnyIteration_data()
{
    QTest::addColumn<PottsMode>("mode");
    QTest::addColumn<int>("threads");
    QTest::newRow("ccmpred") << PottsMode::Ccmpred << 1;
    QTest::newRow("ccmpred, other number of threads") << PottsMode::Ccmpred << 2;
    QTest::newRow("converged") << PottsMode::Converged << 1;
}

void tst_FitCheckpoint::resultIsTheSameAfterKillsAtAnyIteration()
{
    QFETCH(PottsMode, mode);
    QFETCH(int, threads);
    m_options.mode = mode;
    PottsOptions plain = m_options;
    plain.checkpoint.clear();
    const PottsFit expected = fit(plain);
    QVERIFY(expected.trace.size() > 10);
    m_options.threads = threads;
    std::mt19937 random(3);
    int kills = 0;
    for (; kills < 100 && isKilled([&] {
               (void)inferCouplings(m_alignment, m_options, {}, killerAt(2 + int(random() % 4)));
           });)
        ++kills;
    QVERIFY2(kills >= 2, qPrintable(QString::number(kills)));
    const PottsFit resumed = fit(m_options);
    QVERIFY(resumed.resumedFrom > 0);
    QVERIFY(isSame(resumed, expected));
}

void tst_FitCheckpoint::resultIsTheSameAfterKillsAtAnyMoment()
{
    PottsOptions plain = m_options;
    plain.checkpoint.clear();
    const PottsFit expected = fit(plain);
    std::mt19937 random(5);
    int kills = 0;
    for (int trial = 0; trial < 12; ++trial) {
        const std::chrono::microseconds patience(500 + random() % 60000);
        kills += isKilled([&] {
            std::thread([patience] {
                std::this_thread::sleep_for(patience);
                ::kill(::getpid(), SIGKILL);
            }).detach();
            (void)inferCouplings(m_alignment, m_options, {}, {});
        });
    }
    QVERIFY(kills > 0);
    QVERIFY(isSame(fit(m_options), expected));
}

void tst_FitCheckpoint::resumingSkipsWhatWasDone()
{
    leaveCheckpoint();
    int reports = 0;
    const auto resumed =
        inferCouplings(m_alignment, m_options, {},
                       Progress([&](double fraction, const QString &) { reports += fraction >= 0; }));
    QVERIFY(resumed.isOk());
    QCOMPARE(resumed.value().resumedFrom, 9); // the tenth was killed before it was kept
    QCOMPARE(reports, int(resumed.value().trace.size()) - 9);
    QCOMPARE(resumed.value().trace[3].iteration, 4);
}

void tst_FitCheckpoint::checkpointsOfOtherFitsAreRefused()
{
    leaveCheckpoint();
    const Error alignment = refusal(m_options, randomAlignment(300, 37, 2));
    QCOMPARE(int(alignment.kind), int(ErrorKind::Mismatch));
    QCOMPARE(alignment.file, m_options.checkpoint);
    QVERIFY(alignment.why.contains(QStringLiteral("alignment")));
    QVERIFY(!alignment.remedy.isEmpty());
    PottsOptions other = m_options;
    other.pairRegularization = 0.25;
    const Error parameters = refusal(other, m_alignment);
    QCOMPARE(int(parameters.kind), int(ErrorKind::Mismatch));
    QVERIFY2(parameters.why.contains(QStringLiteral("lambda 0.25")), qPrintable(parameters.why));
    QVERIFY(QFile::exists(m_options.checkpoint));
}

void tst_FitCheckpoint::foreignAndDamagedOnesAreReplacedWhereAsked()
{
    PottsOptions plain = m_options;
    plain.checkpoint.clear();
    plain.epsilon = 0.02;
    const PottsFit expected = fit(plain);
    leaveCheckpoint();
    m_options.epsilon = 0.02;
    m_options.replaceCheckpoint = true;
    const PottsFit anew = fit(m_options);
    QCOMPARE(anew.resumedFrom, 0);
    QVERIFY(isSame(anew, expected));
    QVERIFY(QFile::resize(m_options.checkpoint, 500));
    QVERIFY(isSame(fit(m_options), expected));
}

void tst_FitCheckpoint::damageIsFound_data()
{
    QTest::addColumn<int>("cut");
    QTest::addColumn<int>("flip");
    QTest::newRow("empty") << 0 << -1;
    QTest::newRow("magic only") << 8 << -1;
    QTest::newRow("half") << 200000 << -1;
    QTest::newRow("one byte short") << -1 << -1;
    QTest::newRow("not a checkpoint") << -2 << 0;
    QTest::newRow("length of the header") << -2 << 11;
    QTest::newRow("a number") << -2 << 300000;
}

void tst_FitCheckpoint::damageIsFound()
{
    QFETCH(int, cut);
    QFETCH(int, flip);
    leaveCheckpoint();
    QFile file(m_options.checkpoint);
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (cut >= -1)
        QVERIFY(file.resize(cut == -1 ? file.size() - 1 : cut));
    if (flip >= 0) {
        QVERIFY(file.seek(flip));
        char byte = 0;
        QVERIFY(file.peek(&byte, 1) == 1);
        byte ^= 0x10;
        QVERIFY(file.write(&byte, 1) == 1);
    }
    file.close();
    const Error error = refusal(m_options, m_alignment);
    QCOMPARE(int(error.kind), int(ErrorKind::Parse));
    QCOMPARE(error.file, m_options.checkpoint);
    QVERIFY(!error.remedy.isEmpty());
}

void tst_FitCheckpoint::nothingIsWrittenBeforeTheTime()
{
    m_options.checkpointSeconds = 1000;
    (void)fit(m_options);
    QVERIFY(!QFile::exists(m_options.checkpoint));
}

void tst_FitCheckpoint::unwritableFileDoesNotEndTheFit()
{
    m_options.checkpoint = QStringLiteral("/dev/null/fit.checkpoint");
    const PottsFit done = fit(m_options);
    QCOMPARE(int(done.status), int(PottsStatus::Converged));
    QVERIFY(!done.checkpointProblem.isEmpty());
}

void tst_FitCheckpoint::stopLeavesTheLastCheckpoint()
{
    StopSource source;
    const auto stopped = inferCouplings(m_alignment, m_options, source.get_token(),
                                        Progress([&, seen = 0](double fraction, const QString &) mutable {
                                            if (fraction >= 0 && ++seen == 6)
                                                source.request_stop();
                                        }));
    QVERIFY(!stopped.isOk() && stopped.error().isCancelled());
    QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files), QStringList{QStringLiteral("fit.checkpoint")});
    QCOMPARE(fit(m_options).resumedFrom, 5);
}

QTEST_APPLESS_MAIN(tst_FitCheckpoint)
#include "tst_fitcheckpoint.moc"
