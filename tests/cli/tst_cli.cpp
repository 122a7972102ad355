// SPDX-License-Identifier: GPL-3.0-or-later
// The command-line program from outside, as a user or a script runs it.
#include "tests/support/program.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmodel.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace WhiteBox::Test;

class TestCli : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QProcessEnvironment m_environment;

    QString path(const char *name) const { return m_dir->filePath(QString::fromUtf8(name)); }
    QString write(const char *name, const QByteArray &text);
    void start(QProcess &process, const QStringList &arguments) const;
    Outcome run(const QStringList &arguments) const;
    Outcome runOnAlignment(const QStringList &more = {});
    QString sleepingJackhmmer();
    QString findingJackhmmer();
    void startSearch(QProcess &process);

private Q_SLOTS:
    void init();
    void cleanup() { m_dir.reset(); }
    void helpNamesEveryCommandAndStatus();
    void theManPageNamesEveryCommandAndOption();
    void badUsageIsStatusOne();
    void errorsAreJsonWhereAsked();
    void anAlignmentBecomesDistances();
    void filesAreWrittenWhereAsked();
    void aCopyThatFailsLeavesWhatWasThere();
    void theSecondRunOpensTheStoredResult();
    void severalInputsAreSeveralJobs();
    void jobsAreListedShownAndDeleted();
    void aKilledJobIsResumed();
    void missingDatabaseIsStatusThree();
    void checkNamesWhatIsMissing();
    void anInterruptEndsEverything();
    void neitherGuiNorTorchIsLoaded();
    void glutaredoxinIsJudgedByItsStructure();
};

QString TestCli::write(const char *name, const QByteArray &text)
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", name);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

void TestCli::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(QStringLiteral("WHITEBOX_HOME"), path("home"));
    const QString model = WhiteBox::Test::writeTestModel(m_dir->path());
    QVERIFY(!model.isEmpty());
    m_environment.insert(QStringLiteral("WHITEBOX_MODEL"), model);
}

void TestCli::start(QProcess &process, const QStringList &arguments) const
{
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(WB_CLI), arguments);
}

Outcome TestCli::run(const QStringList &arguments) const
{
    return runProgram(QStringLiteral(WB_CLI), arguments, m_environment);
}

Outcome TestCli::runOnAlignment(const QStringList &more)
{
    return run(
        QStringList{QStringLiteral("run"), write("query.aln", smallAlignment()), QStringLiteral("--json")} +
        more);
}

void TestCli::helpNamesEveryCommandAndStatus()
{
    const auto help = run({QStringLiteral("--help")});
    QCOMPARE(help.status, 0);
    for (const char *text : {"run", "jobs", "check", "couplings", "explain", "--json", "130  cancelled"})
        QVERIFY2(help.output.contains(text), text);
    const auto version = run({QStringLiteral("--version")});
    QCOMPARE(version.status, 0);
    QVERIFY(version.output.startsWith("whitebox-cli "));
}

void TestCli::theManPageNamesEveryCommandAndOption()
{
    QFile file(QStringLiteral(WB_MAN_PAGE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString page = QString::fromUtf8(file.readAll()).remove(QLatin1Char('\\'));
    const QString help = QString::fromUtf8(run({QStringLiteral("--help-all")}).output);
    static const QRegularExpression option(QStringLiteral("^ +(?:-\\w,)?(--[a-z-]+)"),
                                           QRegularExpression::MultilineOption);
    int found = 0;
    for (auto match = option.globalMatch(help); match.hasNext(); ++found) {
        const QString name = match.next().captured(1);
        QVERIFY2(page.contains(name), qPrintable(name));
    }
    QVERIFY(found > 15);
    static const QRegularExpression command(QStringLiteral("^([a-z]+)$"),
                                            QRegularExpression::MultilineOption);
    for (auto match = command.globalMatch(help); match.hasNext();) {
        const QString name = match.next().captured(1);
        QVERIFY2(page.contains(name), qPrintable(name));
    }
}

void TestCli::badUsageIsStatusOne()
{
    for (const auto &arguments :
         {QStringList{}, QStringList{QStringLiteral("fly")}, QStringList{QStringLiteral("run")},
          QStringList{QStringLiteral("run"), QStringLiteral("--threads"), QStringLiteral("0")}}) {
        const auto outcome = run(arguments);
        QCOMPARE(outcome.status, 1);
        QVERIFY(outcome.errors.startsWith("whitebox-cli: "));
        QVERIFY(outcome.output.isEmpty());
    }
    const auto missing = run({QStringLiteral("run"), path("nowhere.fa")});
    QCOMPARE(missing.status, 2);
    QVERIFY(missing.errors.contains("nowhere.fa"));
}

void TestCli::errorsAreJsonWhereAsked()
{
    const auto outcome = run(
        {QStringLiteral("jobs"), QStringLiteral("show"), QStringLiteral("none"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 1);
    const QJsonObject error = outcome.json()[QStringLiteral("error")].toObject();
    QCOMPARE(error[QStringLiteral("kind")].toString(), QStringLiteral("invalid-input"));
    QVERIFY(!error[QStringLiteral("remedy")].toString().isEmpty());
    QVERIFY(outcome.errors.isEmpty());
}

void TestCli::anAlignmentBecomesDistances()
{
    const auto outcome = runOnAlignment();
    QVERIFY2(outcome.status == 0, outcome.errors.constData());
    QVERIFY(outcome.errors.isEmpty()); // stderr is no terminal here
    const QJsonArray jobs = outcome.json()[QStringLiteral("jobs")].toArray();
    QCOMPARE(jobs.size(), 1);
    const QJsonObject job = jobs.first().toObject();
    QCOMPARE(job[QStringLiteral("length")].toInt(), int(kSmallQuery.size()));
    QCOMPARE(job[QStringLiteral("homologs")].toInt(), 80);
    QVERIFY(QFile::exists(job[QStringLiteral("result")].toString()));
    QVERIFY(job[QStringLiteral("result")].toString().startsWith(path("home/jobs/")));
}

void TestCli::filesAreWrittenWhereAsked()
{
    const auto outcome = runOnAlignment({QStringLiteral("--out"), path("out folder")});
    QCOMPARE(outcome.status, 0);
    const QDir out(path("out folder"));
    QCOMPARE(out.entryList(QDir::Files, QDir::Name),
             (QStringList{QStringLiteral("alignment.aln"), QStringLiteral("contacts.rr"),
                          QStringLiteral("distances.csv"), QStringLiteral("distances.npy"),
                          QStringLiteral("result.h5")}));
    QFile alignment(out.filePath(QStringLiteral("alignment.aln")));
    QVERIFY(alignment.open(QIODevice::ReadOnly));
    QCOMPARE(alignment.readAll(), smallAlignment());
    QFile npy(out.filePath(QStringLiteral("distances.npy")));
    QVERIFY(npy.open(QIODevice::ReadOnly));
    QVERIFY(npy.readAll().contains("(4, 30, 30)"));
    QFile csv(out.filePath(QStringLiteral("distances.csv")));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count('\n'), 1 + 30 * 29 / 2);
}

// Files of more than 500 KB cannot be written in the second run: the result is found, but not copied.
void TestCli::aCopyThatFailsLeavesWhatWasThere()
{
    QCOMPARE(runOnAlignment().status, 0);
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("out")));
    write("out/result.h5", "precious");
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral("/bin/sh"),
                  {QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ulimit -f 1000; exec \"$@\""),
                   QStringLiteral("sh"), QStringLiteral(WB_CLI), QStringLiteral("run"), path("query.aln"),
                   QStringLiteral("--out"), path("out")});
    QVERIFY(process.waitForFinished(60000));
    QVERIFY2(process.exitCode() == 2 || process.exitCode() == 4, process.readAllStandardError().constData());
    QFile file(path("out/result.h5"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
}

void TestCli::theSecondRunOpensTheStoredResult()
{
    const auto job = [](const Outcome &outcome) {
        return outcome.json()[QStringLiteral("jobs")].toArray().first().toObject();
    };
    const QJsonObject first = job(runOnAlignment());
    const QString id = first[QStringLiteral("job")].toString();
    QVERIFY(!id.isEmpty());
    QCOMPARE(first[QStringLiteral("stored")], QJsonValue(false));
    const QJsonObject second = job(runOnAlignment());
    QCOMPARE(second[QStringLiteral("job")].toString(), id);
    QCOMPARE(second[QStringLiteral("stored")], QJsonValue(true));
    QVERIFY(job(runOnAlignment({QStringLiteral("--again")}))[QStringLiteral("job")].toString() != id);
}

void TestCli::severalInputsAreSeveralJobs()
{
    QByteArray other = smallAlignment();
    other.replace("MADKEL", "WADKEL");
    const auto outcome = runOnAlignment({write("other.aln", other)});
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    QCOMPARE(outcome.json()[QStringLiteral("jobs")].toArray().size(), 2);
}

void TestCli::jobsAreListedShownAndDeleted()
{
    QCOMPARE(run({QStringLiteral("jobs")}).output, QByteArray());
    const auto ran = runOnAlignment();
    const QJsonObject job = ran.json()[QStringLiteral("jobs")].toArray().first().toObject();
    const QString id = job[QStringLiteral("job")].toString();
    const auto list = run({QStringLiteral("jobs")});
    QCOMPARE(list.status, 0);
    QVERIFY(list.output.startsWith(id.toUtf8()));
    const auto found =
        run({QStringLiteral("jobs"), QStringLiteral("list"), id.left(8), QStringLiteral("--json")});
    const QJsonArray records = found.json()[QStringLiteral("jobs")].toArray();
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.first().toObject()[QStringLiteral("state")].toString(), QStringLiteral("finished"));
    QVERIFY(run({QStringLiteral("jobs"), QStringLiteral("list"), QStringLiteral("other")}).output.isEmpty());
    const auto show = run({QStringLiteral("jobs"), QStringLiteral("show"), id});
    QCOMPARE(show.status, 0);
    QVERIFY(show.output.contains("80"));
    const auto where = run({QStringLiteral("jobs"), QStringLiteral("path"), id});
    QCOMPARE(QString::fromUtf8(where.output.trimmed()), job[QStringLiteral("result")].toString());
    const auto renamed =
        run({QStringLiteral("jobs"), QStringLiteral("rename"), id, QStringLiteral("my\nprotein")});
    QCOMPARE(renamed.status, 0);
    QVERIFY2(renamed.output.contains("my protein"), renamed.output.constData());
    QVERIFY(run({QStringLiteral("jobs"), QStringLiteral("list"), QStringLiteral("my protein")})
                .output.contains(id.toUtf8()));
    QVERIFY(run({QStringLiteral("jobs"), QStringLiteral("rename"), id, QStringLiteral(" ")}).status != 0);
    QVERIFY(run({QStringLiteral("jobs"), QStringLiteral("rename"), QStringLiteral("none"), id}).status != 0);
    QCOMPARE(run({QStringLiteral("jobs"), QStringLiteral("delete"), id}).status, 0);
    QVERIFY(!QFile::exists(job[QStringLiteral("result")].toString()));
    QCOMPARE(run({QStringLiteral("jobs"), QStringLiteral("delete"), id}).status, 1);
}

// Killed in its search, with a job that nobody has told to end.
void TestCli::aKilledJobIsResumed()
{
    QProcess process;
    startSearch(process);
    process.kill();
    QVERIFY(process.waitForFinished());
    QFile child(path("child"));
    QVERIFY(child.open(QIODevice::ReadOnly));
    ::kill(child.readAll().trimmed().toInt(), SIGKILL);
    const auto list = run({QStringLiteral("jobs"), QStringLiteral("--json")});
    const QJsonObject killed = list.json()[QStringLiteral("jobs")].toArray().first().toObject();
    QCOMPARE(killed[QStringLiteral("state")].toString(), QStringLiteral("interrupted"));
    const QString id = killed[QStringLiteral("id")].toString();
    findingJackhmmer();
    const auto resumed = run({QStringLiteral("jobs"), QStringLiteral("resume"), id, QStringLiteral("--out"),
                              path("resumed"), QStringLiteral("--json")});
    QVERIFY2(resumed.status == 0, resumed.output.constData());
    const QJsonObject job = resumed.json()[QStringLiteral("jobs")].toArray().first().toObject();
    QCOMPARE(job[QStringLiteral("job")].toString(), id);
    QCOMPARE(job[QStringLiteral("name")].toString(), QStringLiteral("q"));
    QCOMPARE(job[QStringLiteral("homologs")].toInt(), 80);
    QVERIFY(QFile::exists(path("resumed/result.h5")));
    const auto again = run({QStringLiteral("jobs"), QStringLiteral("resume"), id});
    QCOMPARE(again.status, 1);
    QVERIFY(again.errors.contains("cannot be resumed"));
}

void TestCli::missingDatabaseIsStatusThree()
{
    const QString query = write("query.fa", ">q\n" + kSmallQuery + "\n");
    const auto none = run({QStringLiteral("run"), query, QStringLiteral("--jackhmmer"), sleepingJackhmmer()});
    QCOMPARE(none.status, 3);
    QVERIFY(none.errors.contains("--database"));
    QVERIFY(run({QStringLiteral("jobs")}).output.isEmpty());
    const auto missing =
        run({QStringLiteral("run"), query, QStringLiteral("--jackhmmer"), sleepingJackhmmer(),
             QStringLiteral("--database"), path("nowhere.fa"), QStringLiteral("--json")});
    QVERIFY(missing.status != 0);
    const QJsonObject job = missing.json()[QStringLiteral("jobs")].toArray().first().toObject();
    QVERIFY(!job[QStringLiteral("error")].toObject()[QStringLiteral("what")].toString().isEmpty());
}

void TestCli::checkNamesWhatIsMissing()
{
    m_environment.insert(QStringLiteral("PATH"), path("no tools here"));
    const auto outcome = run({QStringLiteral("check"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 3);
    QMap<QString, QJsonObject> items;
    for (const auto item : outcome.json()[QStringLiteral("items")].toArray())
        items[item.toObject()[QStringLiteral("id")].toString()] = item.toObject();
    for (const char *id : {"jackhmmer", "database"}) {
        const QJsonObject item = items[QString::fromLatin1(id)];
        QVERIFY2(!item[QStringLiteral("ok")].toBool(), id);
        QVERIFY(!item[QStringLiteral("error")].toObject()[QStringLiteral("remedy")].toString().isEmpty());
    }
    for (const char *id : {"model", "couplings", "store"})
        QVERIFY2(items[QString::fromLatin1(id)][QStringLiteral("ok")].toBool(), id);
    QVERIFY(!QFile::exists(path("home"))); // looking makes no library
    const auto good = run({QStringLiteral("check"), QStringLiteral("--jackhmmer"), sleepingJackhmmer(),
                           QStringLiteral("--database"), write("db.fa", ">t\n" + kSmallQuery + "\n")});
    QVERIFY2(good.status == 0, good.output.constData());
    QVERIFY(good.output.contains("HMMER 3.3.2"));
}

/// A jackhmmer that answers -h, and else sleeps with a child of its own.
QString TestCli::sleepingJackhmmer()
{
    return write(
        "jackhmmer",
        "#!/bin/sh\n"
        "[ \"$1\" = -h ] && echo '# jackhmmer :: a script' && echo '# HMMER 3.3.2 (Nov 2020);' && exit 0\n"
        "sleep 600 &\necho $! > '" +
            m_dir->path().toUtf8() + "/new'\nmv '" + m_dir->path().toUtf8() + "/new' '" +
            m_dir->path().toUtf8() + "/child'\nwait\n");
}

/// One that finds the relatives of smallAlignment(), in the place of the other.
QString TestCli::findingJackhmmer()
{
    QByteArray hits = "# STOCKHOLM 1.0\n";
    int number = 0;
    for (const QByteArray &row : smallAlignment().trimmed().split('\n'))
        hits += (number++ == 0 ? QByteArray("q ") : "t" + QByteArray::number(number) + "/1-30 ") + row + '\n';
    const QString found = write("hits.sto", hits + "#=GC RF " + QByteArray(30, 'x') + "\n//\n");
    return write(
        "jackhmmer",
        "#!/bin/sh\n"
        "[ \"$1\" = -h ] && echo '# jackhmmer :: a script' && echo '# HMMER 3.3.2 (Nov 2020);' && exit 0\n"
        "while [ $# -gt 0 ]; do [ \"$1\" = -A ] && out=$2; shift; done\n"
        "cp '" +
            found.toUtf8() +
            "' \"$out\"\necho 'Query:       q  [L=30]'\n"
            "echo '@@ New alignment includes: 81 subseqs (was 1), including original query'\n"
            "echo '//'\necho '[ok]'\n");
}

/// Starts a job and returns when its search runs.
void TestCli::startSearch(QProcess &process)
{
    start(process, {QStringLiteral("run"), write("query.fa", ">q\n" + kSmallQuery + "\n"),
                    QStringLiteral("--jackhmmer"), sleepingJackhmmer(), QStringLiteral("--database"),
                    write("db.fa", ">t\n" + kSmallQuery + "\n")});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("child")), 20000);
}

void TestCli::anInterruptEndsEverything()
{
    QProcess process;
    startSearch(process);
    QFile child(path("child"));
    QVERIFY(child.open(QIODevice::ReadOnly));
    const QString entry = QStringLiteral("/proc/%1/cmdline").arg(child.readAll().trimmed().toInt());
    QElapsedTimer clock;
    clock.start();
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(10000));
    QVERIFY(clock.elapsed() < 5000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QFile left(entry);
    QVERIFY(!left.open(QIODevice::ReadOnly) || !left.readAll().startsWith("sleep"));
    QVERIFY(run({QStringLiteral("jobs")}).output.contains("Cancelled"));
}

void TestCli::neitherGuiNorTorchIsLoaded()
{
    QProcess process;
    startSearch(process);
    QFile file(QStringLiteral("/proc/%1/maps").arg(process.processId()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray maps = file.readAll();
    process.kill(); // its search would sleep on
    process.waitForFinished();
    QFile child(path("child"));
    QVERIFY(child.open(QIODevice::ReadOnly));
    ::kill(child.readAll().trimmed().toInt(), SIGKILL);
    QVERIFY(maps.contains("libQt6Core"));
    QVERIFY(maps.contains("libqsqlite"));
    for (const char *library : {"libQt6Gui", "libQt6Widgets", "libtorch", "libX11", "libwayland"})
        QVERIFY2(!maps.contains(library), library);
}

// 1ABA chain A with the alignment and the structure of the shared data. Its README tells the precision of
// mean-field DCA on this alignment, Cβ < 8 Å, |i−j| >= 6: 0.65, 0.49 and 0.32 for the top L/5, L/2 and L.
// Pseudo-likelihood does better.
void TestCli::glutaredoxinIsJudgedByItsStructure()
{
    WB_SHARED_FILE(alignment, "data/demo/1ABA_A/1ABA_A.aln");
    WB_SHARED_FILE(structure, "data/demo/1ABA_A/1aba.cif");
    const auto outcome = run({QStringLiteral("run"), alignment, structure, QStringLiteral("--json")});
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    const QJsonObject job = outcome.json()[QStringLiteral("jobs")].toArray().first().toObject();
    QCOMPARE(job[QStringLiteral("length")].toInt(), 87);
    QCOMPARE(job[QStringLiteral("homologs")].toInt(), 852);
    const QJsonObject truth = job[QStringLiteral("structure")].toObject();
    QCOMPARE(truth[QStringLiteral("aligned")].toInt(), 87);
    QCOMPARE(truth[QStringLiteral("identity")].toDouble(), 1.0);
    const QJsonObject precision =
        truth[QStringLiteral("couplings")].toObject()[QStringLiteral("nonlocal")].toObject();
    QVERIFY(precision[QStringLiteral("L/5")].toDouble() > 0.65);
    QVERIFY(precision[QStringLiteral("L/2")].toDouble() > 0.49);
    QVERIFY(precision[QStringLiteral("L")].toDouble() > 0.32);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
