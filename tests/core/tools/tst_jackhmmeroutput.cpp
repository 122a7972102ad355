// SPDX-License-Identifier: GPL-3.0-or-later
// Messages as jackhmmer 3.3.2 of Debian 12 prints them.
#include "core/tools/jackhmmeroutput.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace WhiteBox;

class TestJackhmmerOutput : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString alignment(const QByteArray &text)
    {
        QFile file(m_dir.filePath(QStringLiteral("out.sto")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }

private Q_SLOTS:
    void roundsAreFollowed()
    {
        JackhmmerOutput output;
        QVERIFY(output.take("Query:       CHEY_ECOLI  [L=129]"));
        QVERIFY(output.take("@@ New targets included:   373") == false);
        QVERIFY(output.take("@@ New alignment includes: 374 subseqs (was 1), including original query"));
        QCOMPARE(output.included, 374);
        QCOMPARE(output.finishedRounds, 1);
        QVERIFY(output.take("@@ Round:                  2"));
        QCOMPARE(output.round, 2);
        QVERIFY(output.take("@@ CONVERGED (in 2 rounds). "));
        QVERIFY(output.converged && !output.ok);
        output.take("//");
        output.take("[ok]");
        output.take("");
        QVERIFY(output.ok);
        output.take("more");
        QVERIFY(!output.ok); // it must be the last line
    }

    void failuresBecomeAnswers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("errors");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("why");
        QTest::addColumn<qint64>("line");
        const auto row = [](const char *name, int status, const char *errors, ErrorKind kind, const char *why,
                            qint64 line = 0) {
            QTest::newRow(name) << status << QString::fromUtf8(errors) << kind << QString::fromUtf8(why)
                                << line;
        };
        row("query missing", 1, "Error: Failed to open sequence file q.fa for reading", ErrorKind::Io,
            "query file");
        row("database missing", 1, "Error: Failed to open target sequence database d.fa for reading",
            ErrorKind::Io, "database");
        row("database empty", 1, "Error: Target sequence database file /db.fa is empty or misformatted",
            ErrorKind::Parse, "empty or not FASTA");
        row("query empty", 1, "Error: Sequence file q.fa is empty or misformatted", ErrorKind::Parse,
            "empty or not FASTA");
        row("digit", 1, "Error: Parse failed (sequence file /db.fa):\nLine 2: illegal character 1",
            ErrorKind::Parse, "illegal character 1", 2);
        row("no header", 1,
            "Error: Parse failed (sequence file q.fa):\nLine 1: unexpected char M; expected FASTA to start "
            "with >",
            ErrorKind::Parse, "unexpected char M", 1);
        row("gz", 1, "Error: Target sequence file db.fa.gz isn't rewindable; jackhmmer requires that it is",
            ErrorKind::Parse, "compressed");
        row("not writable", 1, "Error: Failed to open alignment output file /x for writing", ErrorKind::Io,
            "write");
        row("unknown", 1, "Error: something new", ErrorKind::ToolFailed, "something new");
        row("silent", 7, "", ErrorKind::ToolFailed, "status 7");
    }
    void failuresBecomeAnswers()
    {
        QFETCH(int, status);
        QFETCH(QString, errors);
        ProcessOutcome outcome;
        outcome.started = true;
        outcome.exitStatus = status;
        outcome.outputTail = errors;
        outcome.command = QStringList{QStringLiteral("jackhmmer"), QStringLiteral("q.fa")};
        const Result<void> judged =
            judgeJackhmmer(outcome, {}, QStringLiteral("none.sto"), QStringLiteral("/db.fa"));
        QVERIFY(!judged.isOk());
        QTEST(judged.error().kind, "kind");
        QTEST(judged.error().line, "line");
        QFETCH(QString, why);
        QVERIFY2(judged.error().why.contains(why), qPrintable(judged.error().why));
        QVERIFY(!judged.error().remedy.isEmpty());
        QCOMPARE(judged.error().exitStatus, status);
        QCOMPARE(judged.error().command.size(), 2);
        QCOMPARE(judged.error().outputTail, errors);
    }

    void crashesKeepTheLastWords()
    {
        ProcessOutcome outcome;
        outcome.started = true;
        outcome.signal = 6;
        outcome.exitStatus = 134;
        outcome.outputTail =
            QStringLiteral("Fatal exception (source file esl_buffer.c, line 1608):\nfailed to slurp /tmp");
        const Result<void> judged = judgeJackhmmer(outcome, {}, alignment({}), QStringLiteral("/db.fa"));
        QVERIFY(judged.error().why.contains(QLatin1String("failed to slurp /tmp")));
    }

    void anUnknownOptionMeansAnotherVersion()
    {
        ProcessOutcome outcome;
        outcome.started = true;
        outcome.exitStatus = 1;
        JackhmmerOutput output;
        output.take("Failed to parse command line: No such option \"--incE\".");
        const Result<void> judged = judgeJackhmmer(outcome, output, alignment({}), QStringLiteral("/db.fa"));
        QCOMPARE(judged.error().kind, ErrorKind::Unsupported);
    }

    void allThreeSignsAreNeeded_data()
    {
        QTest::addColumn<bool>("ok");
        QTest::addColumn<bool>("noHits");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("success");
        const QByteArray two = "# STOCKHOLM 1.0\n\nq MADKEL\nb MADKEL\n#=GC RF xxxxxx\n//\n";
        const QByteArray one = "# STOCKHOLM 1.0\n\nq MADKEL\n#=GC RF xxxxxx\n//\n";
        QTest::newRow("all") << true << false << two << true;
        QTest::newRow("no [ok]") << false << false << two << false;
        QTest::newRow("empty alignment") << true << false << QByteArray() << false;
        QTest::newRow("cut alignment") << true << false << two.chopped(3) << false;
        QTest::newRow("query alone") << true << false << one << false;
        QTest::newRow("query alone, no hits told") << true << true << one << true;
        QTest::newRow("header-only query") << true << true << QByteArray() << false;
    }
    void allThreeSignsAreNeeded()
    {
        QFETCH(bool, ok);
        QFETCH(bool, noHits);
        QFETCH(QByteArray, text);
        ProcessOutcome outcome;
        outcome.started = true;
        outcome.exitStatus = 0;
        JackhmmerOutput output;
        output.ok = ok;
        output.noHits = noHits;
        QTEST(judgeJackhmmer(outcome, output, alignment(text), QStringLiteral("/db.fa")).isOk(), "success");
    }

    void rubbishNeverCrashes()
    {
        std::mt19937 random(3);
        JackhmmerOutput output;
        for (int n = 0; n < 2000; ++n) {
            QByteArray line = n % 2 ? "@@ Round:" : "@@ New alignment includes:";
            for (int k = 0; k < 20; ++k)
                line += char(random());
            output.take(line);
        }
        output.take("@@ Round: 99999999999999999999");
        QCOMPARE(output.round, 0);
    }
};

QTEST_GUILESS_MAIN(TestJackhmmerOutput)
#include "tst_jackhmmeroutput.moc"
