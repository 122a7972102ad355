// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/externalprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace WhiteBox;

namespace {

const QString kShell = QStringLiteral("/bin/sh");

/// A process that is there and no zombie.
bool isAlive(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (pid <= 0 || !stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = stat.readAll();
    return !text.mid(text.lastIndexOf(')')).startsWith(") Z");
}

} // namespace

class TestExternalProcess : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    /// Runs a script to its end.
    ProcessOutcome run(const char *script, QList<QByteArray> *lines = nullptr)
    {
        ExternalProcess process;
        ProcessOutcome result;
        connect(&process, &ExternalProcess::finished, this,
                [&](const ProcessOutcome &outcome) { result = outcome; });
        connect(&process, &ExternalProcess::outputLine, this, [lines](const QByteArray &line) {
            if (lines)
                lines->append(line);
        });
        QSignalSpy finished(&process, &ExternalProcess::finished);
        process.start(kShell, {QStringLiteral("-c"), QString::fromUtf8(script)}, m_dir.path());
        if (finished.isEmpty())
            finished.wait(20000);
        return result;
    }

    qint64 pidIn(const char *name)
    {
        QFile file(m_dir.filePath(QString::fromUtf8(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
    }

private Q_SLOTS:
    void linesStatusAndErrorsAreReported()
    {
        QList<QByteArray> lines;
        const ProcessOutcome outcome =
            run("echo one; echo; printf 'two\\r\\nthree'; echo bad >&2; exit 3", &lines);
        QCOMPARE(lines, (QList<QByteArray>{"one", "", "two", "three"}));
        QVERIFY(outcome.started);
        QCOMPARE(outcome.exitStatus, 3);
        QCOMPARE(outcome.signal, 0);
        QCOMPARE(outcome.outputTail, QStringLiteral("bad"));
        QCOMPARE(outcome.command.first(), kShell);
    }

    void missingProgramsAreToldOnce()
    {
        ExternalProcess process;
        QSignalSpy finished(&process, &ExternalProcess::finished);
        process.start(m_dir.filePath(QStringLiteral("nothing")), {}, m_dir.path());
        QCOMPARE(finished.count(), 0); // never before start() has returned
        QVERIFY(finished.wait(5000));
        QVERIFY(!finished[0][0].value<ProcessOutcome>().started);
        QVERIFY(!finished[0][0].value<ProcessOutcome>().failure.isEmpty());
        QVERIFY(!process.isRunning());
    }

    void crashesCarryTheirSignal()
    {
        const ProcessOutcome outcome = run("kill -ABRT $$");
        QCOMPARE(outcome.signal, SIGABRT);
        QCOMPARE(outcome.exitStatus, 134);
    }

    void argumentsReachTheProgramUntouched()
    {
        ExternalProcess process;
        QList<QByteArray> lines;
        connect(&process, &ExternalProcess::outputLine, this, [&](const QByteArray &line) { lines << line; });
        QSignalSpy finished(&process, &ExternalProcess::finished);
        process.start(
            QStringLiteral("/usr/bin/printf"),
            {QStringLiteral("%s\\n"), QStringLiteral("a b; $(touch x) 'q' *"), QStringLiteral("-n")},
            m_dir.path());
        QVERIFY(finished.wait(5000));
        QCOMPARE(lines, (QList<QByteArray>{"a b; $(touch x) 'q' *", "-n"}));
        QVERIFY(!QFile::exists(m_dir.filePath(QStringLiteral("x"))));
    }

    void stderrKeepsItsLastLines()
    {
        const ProcessOutcome outcome =
            run("i=0; while [ $i -lt 3000 ]; do echo line $i >&2; i=$((i+1)); done");
        const QStringList lines = outcome.outputTail.split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), qsizetype(ExternalProcess::kTailLines));
        QCOMPARE(lines.last(), QStringLiteral("line 2999"));
    }

    void endlessLinesAreCut()
    {
        QList<QByteArray> lines;
        run("head -c 5000000 /dev/zero | tr '\\0' x; echo; echo end", &lines);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].size(), ExternalProcess::kLongestLine);
        QCOMPARE(lines[1], QByteArray("end"));
    }

    void cancelEndsGrandchildrenToo()
    {
        ExternalProcess process;
        QSignalSpy finished(&process, &ExternalProcess::finished);
        QSignalSpy line(&process, &ExternalProcess::outputLine);
        process.start(kShell,
                      {QStringLiteral("-c"), QStringLiteral("sleep 600 & echo $! > child; echo up; wait")},
                      m_dir.path());
        QVERIFY(line.wait(5000));
        const qint64 leader = process.processId();
        const qint64 child = pidIn("child");
        QVERIFY(isAlive(child));
        process.cancel();
        QVERIFY(finished.wait(5000));
        QVERIFY(finished[0][0].value<ProcessOutcome>().cancelled);
        QVERIFY(!isAlive(leader));
        QVERIFY(!isAlive(child));
    }

    void ignoredTermIsFollowedByKill()
    {
        ExternalProcess process;
        QSignalSpy finished(&process, &ExternalProcess::finished);
        QSignalSpy line(&process, &ExternalProcess::outputLine);
        process.start(
            kShell,
            {QStringLiteral("-c"),
             QStringLiteral("trap '' TERM; (trap '' TERM; echo $$ > x; sleep 600) & echo $! > stubborn; "
                            "echo up; while :; do sleep 1; done")},
            m_dir.path());
        QVERIFY(line.wait(5000));
        const qint64 leader = process.processId();
        QElapsedTimer clock;
        clock.start();
        process.cancel();
        QVERIFY(finished.wait(15000));
        QVERIFY(clock.elapsed() >= ExternalProcess::kGraceMilliseconds - 100);
        QCOMPARE(finished[0][0].value<ProcessOutcome>().signal, SIGKILL);
        QVERIFY(!isAlive(leader));
        QTRY_VERIFY(!isAlive(pidIn("stubborn")));
    }

    void grandchildrenLeftBehindAreEnded()
    {
        const ProcessOutcome outcome = run("sleep 600 >/dev/null 2>&1 & echo $! > orphan; exit 0");
        QCOMPARE(outcome.exitStatus, 0);
        QVERIFY(!outcome.cancelled);
        QTRY_VERIFY(!isAlive(pidIn("orphan")));
    }

    void destructionEndsTheGroup()
    {
        auto process = std::make_unique<ExternalProcess>();
        QSignalSpy line(process.get(), &ExternalProcess::outputLine);
        process->start(
            kShell,
            {QStringLiteral("-c"), QStringLiteral("trap '' TERM; sleep 600 & echo $! > kept; echo up; wait")},
            m_dir.path());
        QVERIFY(line.wait(5000));
        const qint64 leader = process->processId();
        process.reset();
        QVERIFY(!isAlive(leader));
        QTRY_VERIFY(!isAlive(pidIn("kept")));
    }

    void theReceiverMayDeleteIt()
    {
        auto *process = new ExternalProcess;
        bool deleted = false;
        connect(process, &ExternalProcess::finished, this, [&] {
            delete process;
            deleted = true;
        });
        process->start(kShell, {QStringLiteral("-c"), QStringLiteral("exit 0")}, m_dir.path());
        QTRY_VERIFY(deleted);
    }

    void cancelAfterTheEndIsHarmless()
    {
        ExternalProcess process;
        process.cancel();
        QSignalSpy finished(&process, &ExternalProcess::finished);
        process.start(kShell, {QStringLiteral("-c"), QStringLiteral("exit 0")}, m_dir.path());
        QVERIFY(finished.wait(5000));
        process.cancel();
        QTest::qWait(50);
        QCOMPARE(finished.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestExternalProcess)
#include "tst_externalprocess.moc"
