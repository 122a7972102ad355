// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alignment/alignmentreader.h"
#include "core/tools/jackhmmersearch.h"
#include "core/tools/toolinfo.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>
#include <random>

using namespace WhiteBox;

namespace {

const std::string kQuery =
    "MADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGVDALNKLQAGGYGFVISDWNMPNMDGLELLKTIRADGAMSALPVLMVTAEAKKENIIAAAQAG";

/// Relatives of a sequence at 60–90 % identity, and unrelated ones.
QByteArray database(int relatives, int others)
{
    const std::string letters = "ACDEFGHIKLMNPQRSTVWY";
    std::mt19937 random(5);
    QByteArray text;
    for (int n = 0; n < relatives + others; ++n) {
        std::string residues = kQuery;
        const unsigned percent = n < relatives ? 10 + unsigned(n) % 30 : 100;
        for (char &c : residues)
            if (random() % 100 < percent)
                c = letters[random() % 20];
        text += ">t" + QByteArray::number(n) + "\n" + QByteArray::fromStdString(residues) + "\n";
    }
    return text;
}

} // namespace

class TestJackhmmerSearch : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString write(const char *name, const QByteArray &text, bool executable = false)
    {
        QFile file(m_dir->filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
        if (executable)
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    QString fake(const QByteArray &script) { return write("fake", "#!/bin/sh\n" + script, true); }

    Sequence query() const
    {
        Sequence sequence;
        sequence.name = QStringLiteral("q");
        sequence.residues = kQuery;
        return sequence;
    }

    struct Seen
    {
        std::optional<Result<QString>> result;
        std::vector<double> fractions;
        int lastRound = 0;
    };

    Result<SearchSetup> prepared(const QString &databasePath, const JackhmmerOptions &options,
                                 const QString &folder) const
    {
        return checkDatabase(databasePath).andThen([&](const DatabaseInfo &database) {
            return prepareSearch(query(), database, options, folder);
        });
    }

    Seen search(const QString &databasePath, const QString &program = {}, const QString &folder = {},
                int cancelAfter = -1)
    {
        JackhmmerSearch search;
        Seen seen;
        connect(&search, &JackhmmerSearch::progress, this, [&](int round, double fraction, const QString &) {
            seen.fractions.push_back(fraction);
            seen.lastRound = round;
        });
        connect(&search, &JackhmmerSearch::finished, this,
                [&](const Result<QString> &result) { seen.result = result; });
        QSignalSpy finished(&search, &JackhmmerSearch::finished);
        JackhmmerOptions options;
        options.program = program;
        const auto setup = prepared(databasePath, options, folder.isEmpty() ? m_dir->path() : folder);
        if (!setup.isOk()) {
            seen.result = setup.error();
            return seen;
        }
        search.start(setup.value());
        if (cancelAfter >= 0)
            QTimer::singleShot(cancelAfter, &search, &JackhmmerSearch::cancel);
        if (seen.result.has_value() || !finished.wait(60000))
            qWarning("finished() came early or not at all");
        return seen;
    }

    Error errorOf(const Seen &seen)
    {
        return seen.result && !seen.result->isOk() ? seen.result->error() : Error();
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void realSearchFindsTheRelatives()
    {
        if (!findJackhmmer().isOk())
            QSKIP("needs jackhmmer: apt-get install hmmer");
        const Seen seen = search(write("db.fa", database(40, 2000)));
        QVERIFY2(seen.result && seen.result->isOk(), qPrintable(errorOf(seen).text()));
        const Result<AlignmentFile> read = loadAlignment(seen.result->value());
        QVERIFY(read.isOk());
        QCOMPARE(read.value().query.residues, kQuery); // restricted to RF, row 0 is the query
        QCOMPARE(read.value().alignment.rows(), 41);
        QVERIFY(seen.lastRound >= 2);
    }

    void targetsOfOneNameAreAllKept()
    {
        if (!findJackhmmer().isOk())
            QSKIP("needs jackhmmer: apt-get install hmmer");
        QByteArray text = database(10, 200);
        for (int n = 0; n < 10; ++n)
            text.replace(">t" + QByteArray::number(n) + "\n", ">same\n");
        const Seen seen = search(write("db.fa", text));
        QVERIFY2(seen.result && seen.result->isOk(), qPrintable(errorOf(seen).text()));
        QCOMPARE(loadAlignment(seen.result->value()).value().alignment.rows(), 11);
    }

    void noHitsAreAResultWithTheQueryAlone()
    {
        if (!findJackhmmer().isOk())
            QSKIP("needs jackhmmer: apt-get install hmmer");
        const Seen seen = search(write("db.fa", database(0, 300)));
        QVERIFY2(seen.result && seen.result->isOk(), qPrintable(errorOf(seen).text()));
        const Result<AlignmentFile> read = loadAlignment(seen.result->value());
        QCOMPARE(read.value().alignment.rows(), 1);
        QVERIFY(!read.value().notices.isEmpty());
    }

    void cancellingARealSearchLeavesNothing()
    {
        if (!findJackhmmer().isOk())
            QSKIP("needs jackhmmer: apt-get install hmmer");
        // Large enough that a quiet machine is still in the first round when the cancel comes.
        const Seen seen = search(write("db.fa", database(500, 400000)), {}, {}, 100);
        QVERIFY(errorOf(seen).isCancelled());
        QVERIFY(!QFile::exists(m_dir->filePath(QStringLiteral("search.sto"))));
    }

    void theShareOfTheDatabaseReadIsTold()
    {
        // Reads half of 1000 bytes through one descriptor and waits.
        const QString path =
            write("db.fa", ">a\n" + QByteArray("ACDEFGHIKLMNPQRSTVWY\n").repeated(47) + "ACDEFGHIK\n");
        QProcess reader;
        reader.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"),
                                                 QStringLiteral("exec 5<\"$0\"; dd bs=500 count=1 <&5 "
                                                                ">/dev/null 2>&1; echo; exec sleep 60"),
                                                 path});
        QVERIFY(reader.waitForReadyRead(10000));
        QCOMPARE(readFraction(reader.processId(), path, 1000), 0.5);
        QVERIFY(readFraction(reader.processId(), QStringLiteral("/other"), 1000) < 0);
        reader.kill();
        reader.waitForFinished();
        QVERIFY(readFraction(reader.processId(), path, 1000) < 0);
    }

    void whatIsMissingIsFoundBeforeTheStart()
    {
        const QString good = write("db.fa", database(1, 10));
        QCOMPARE(errorOf(search(good, QStringLiteral("/nowhere/jackhmmer"))).kind, ErrorKind::MissingTool);
        QCOMPARE(errorOf(search({}, QStringLiteral("/bin/true"))).kind, ErrorKind::MissingTool);
        QCOMPARE(errorOf(search(QStringLiteral("/nowhere/db.fa"), QStringLiteral("/bin/true"))).kind,
                 ErrorKind::MissingTool);
        QCOMPARE(errorOf(search(good, QStringLiteral("/bin/true"), QStringLiteral("/nowhere"))).kind,
                 ErrorKind::Io);
    }

    /// The job's key names the database it was queued with.
    void aDatabaseThatChangedSinceIsNotSearched()
    {
        const QString path = write("db.fa", database(1, 10));
        const auto seen = checkDatabase(path);
        QVERIFY(seen.isOk());
        write("db.fa", database(1, 11));
        JackhmmerOptions options;
        options.program = QStringLiteral("/bin/true");
        const auto setup = prepareSearch(query(), seen.value(), options, m_dir->path());
        QVERIFY(!setup.isOk());
        QVERIFY2(setup.error().why.contains(QLatin1String("has changed")), qPrintable(setup.error().text()));
        QVERIFY(!setup.error().remedy.isEmpty());
        QVERIFY(!QFile::exists(m_dir->filePath(QStringLiteral("query.fa"))));
    }

    void successWithoutResultsIsAFailure()
    {
        const QString good = write("db.fa", database(1, 10));
        const Error silent = errorOf(search(good, QStringLiteral("/bin/true")));
        QCOMPARE(silent.kind, ErrorKind::ToolFailed);
        QVERIFY(silent.why.contains(QLatin1String("[ok]")));
        QVERIFY(silent.command.contains(QStringLiteral("--notextw")));
        const Error empty = errorOf(search(good, fake("echo '[ok]'\n")));
        QVERIFY(empty.why.contains(QLatin1String("no whole alignment")));
    }

    void crashesAndRubbishAreTold()
    {
        const QString good = write("db.fa", database(1, 10));
        const Error crash = errorOf(search(good, fake("echo dying >&2\nkill -SEGV $$\n")));
        QCOMPARE(crash.exitStatus, 139);
        QCOMPARE(crash.outputTail, QStringLiteral("dying"));
        const Error rubbish =
            errorOf(search(good, fake("head -c 20000000 /dev/urandom\nhead -c 2000000 /dev/urandom >&2\n")));
        QCOMPARE(rubbish.kind, ErrorKind::ToolFailed);
    }

    void aHangingProgramIsCancelledWithItsChildren()
    {
        const QString good = write("db.fa", database(1, 10));
        const QString program =
            fake("trap '' TERM\nsleep 600 &\necho $! > child\nwhile :; do sleep 1; done\n");
        QElapsedTimer clock;
        clock.start();
        const Seen seen = search(good, program, {}, 300);
        QVERIFY(errorOf(seen).isCancelled());
        QVERIFY(clock.elapsed() < 15000);
        QFile child(m_dir->filePath(QStringLiteral("child")));
        QVERIFY(child.open(QIODevice::ReadOnly));
        QFile stat(QStringLiteral("/proc/%1/stat").arg(child.readAll().trimmed().toInt()));
        QVERIFY(!stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z"));
    }

    void cancelBeforeTheStartIsACancelledSearch()
    {
        JackhmmerSearch search;
        std::optional<Error> error;
        connect(&search, &JackhmmerSearch::finished, this,
                [&](const Result<QString> &result) { error = result.error(); });
        JackhmmerOptions options;
        options.program = QStringLiteral("/bin/true");
        const auto setup = prepared(write("db.fa", database(1, 10)), options, m_dir->path());
        QVERIFY(setup.isOk());
        search.start(setup.value());
        search.cancel();
        QTRY_VERIFY(error.has_value());
        QVERIFY(error->isCancelled());
    }

    void theVersionIsTold()
    {
        QCOMPARE(checkJackhmmer(QStringLiteral("/bin/true")).error().kind, ErrorKind::MissingTool);
        QCOMPARE(checkJackhmmer(
                     fake("echo '# jackhmmer :: search'; echo '# HMMER 3.4 (Aug 2023); http://hmmer.org/'\n"))
                     .value()
                     .version,
                 QStringLiteral("HMMER 3.4 (Aug 2023)"));
        if (findJackhmmer().isOk())
            QVERIFY(checkJackhmmer().value().version.startsWith(QLatin1String("HMMER 3")));
    }
};

QTEST_GUILESS_MAIN(TestJackhmmerSearch)
#include "tst_jackhmmersearch.moc"
