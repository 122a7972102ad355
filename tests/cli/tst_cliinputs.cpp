// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says of bad input, bad tools and full disks.
#include "tests/support/testmodel.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <memory>
#include <random>

namespace {

struct Outcome
{
    int status = -1;
    QByteArray output;
    QByteArray errors;

    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

/// An .aln of 81 rows and 30 columns.
QByteArray smallAlignment()
{
    const QByteArray query = "MADKELKFLVVDDFSTMRRIVRNLLKELGF";
    const char *letters = "ACDEFGHIKLMNPQRSTVWY";
    std::mt19937 random(4);
    QByteArray text = query + "\n";
    for (int n = 0; n < 80; ++n) {
        QByteArray row = query;
        for (char &c : row)
            if (random() % 4 == 0)
                c = letters[random() % 20];
        row[n % 30] = '-';
        text += row + "\n";
    }
    return text;
}

} // namespace

class TestCliInputs : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QProcessEnvironment m_environment;

    QString path(const char *name) const { return m_dir->filePath(QString::fromUtf8(name)); }
    QString write(const char *name, const QByteArray &text) const;
    Outcome run(const QStringList &arguments, const QString &program = QStringLiteral(WB_CLI)) const;
    Outcome runInShell(const QByteArray &script) const;

private Q_SLOTS:
    void init();
    void cleanup() { m_dir.reset(); }
    void filesWithNamesOfOtherEncodingsAreRead();
    void namesThatQtCannotWriteAreRefused();
    void theFolderForResultsIsCheckedBeforeComputing_data();
    void theFolderForResultsIsCheckedBeforeComputing();
    void aFullDiskIsStatusFour_data();
    void aFullDiskIsStatusFour();
    void aHangingSearchProgramIsKilledAndTold();
    void aRelativePathNamesAProgram();
    void aResultIsJudgedByItsOwnNetwork();
    void predictedPairsAreMeansAndNamed();
    void aRangeOfAQueryIsAJobOfItsOwn();
    void ofSeveralFilesTheGoodOnesRun();
    void mistakesAreExplained_data();
    void mistakesAreExplained();
};

QString TestCliInputs::write(const char *name, const QByteArray &text) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", name);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

Outcome TestCliInputs::run(const QStringList &arguments, const QString &program) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_dir->path());
    process.start(program, arguments);
    if (!process.waitForFinished(120000))
        return {};
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {status, process.readAllStandardOutput(), process.readAllStandardError()};
}

/// $cli is the program; the folder of the test is the working directory.
Outcome TestCliInputs::runInShell(const QByteArray &script) const
{
    return run({QStringLiteral("-c"), QStringLiteral("cli='" WB_CLI "'\n") + QString::fromUtf8(script)},
               QStringLiteral("/bin/sh"));
}

void TestCliInputs::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(QStringLiteral("WHITEBOX_HOME"), path("home"));
    for (const unsigned seed : {2U, 1U})
        m_environment.insert(QStringLiteral("WHITEBOX_MODEL"),
                             WhiteBox::Test::writeTestModel(m_dir->path(), seed));
    write("chey.aln", smallAlignment());
}

// "No such file or directory" was said of a file that was there.
void TestCliInputs::filesWithNamesOfOtherEncodingsAreRead()
{
    std::ofstream(m_dir->path().toStdString() + "/lat\xe9.aln") << smallAlignment().toStdString();
    const Outcome outcome = runInShell("exec \"$cli\" run --json \"$(printf 'lat\\351.aln')\"");
    QVERIFY2(outcome.status == 0, outcome.errors + outcome.output);
    const QJsonObject job = outcome.json()[QStringLiteral("jobs")].toArray().first().toObject();
    QCOMPARE(job[QStringLiteral("name")].toString(), QStringLiteral("lat%E9"));
}

void TestCliInputs::namesThatQtCannotWriteAreRefused()
{
    const Outcome file = runInShell("exec \"$cli\" couplings chey.aln --mat \"$(printf 'lat\\351.mat')\"");
    QCOMPARE(file.status, 2);
    QVERIFY2(file.errors.contains("its name is not UTF-8"), file.errors);
    const Outcome folder = runInShell("exec \"$cli\" run chey.aln --out \"$(printf 'lat\\351')\"");
    QCOMPARE(folder.status, 2);
    QVERIFY2(folder.errors.contains("its name is not UTF-8"), folder.errors);
    const Outcome missing = runInShell("exec \"$cli\" run \"$(printf 'none\\351.aln')\"");
    QCOMPARE(missing.status, 2);
}

void TestCliInputs::theFolderForResultsIsCheckedBeforeComputing_data()
{
    QTest::addColumn<QString>("out");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("file") << QStringLiteral("chey.aln") << QByteArray("is a file");
    QTest::newRow("below a file") << QStringLiteral("chey.aln/results") << QByteArray("is a file");
    QTest::newRow("no place for files")
        << QStringLiteral("/proc/y") << QByteArray("cannot be written there: ");
}

void TestCliInputs::theFolderForResultsIsCheckedBeforeComputing()
{
    QFETCH(QString, out);
    QFETCH(QByteArray, message);
    const Outcome outcome =
        run({QStringLiteral("run"), QStringLiteral("chey.aln"), QStringLiteral("--out"), out});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.errors.contains(message), outcome.errors);
    QVERIFY(run({QStringLiteral("jobs")}).output.isEmpty());
}

void TestCliInputs::aFullDiskIsStatusFour_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::newRow("couplings --raw") << QByteArray("couplings chey.aln --raw out");
    QTest::newRow("couplings --braw") << QByteArray("couplings chey.aln --braw out");
    QTest::newRow("couplings --mat") << QByteArray("couplings chey.aln --mat out");
    QTest::newRow("couplings --npy") << QByteArray("couplings chey.aln --npy out");
    QTest::newRow("predict --npy") << QByteArray("predict chey.aln --npy out");
    QTest::newRow("predict --csv") << QByteArray("predict chey.aln --csv out");
}

// The limit of a file's size stands for the disk: the system's answer differs in its number alone. It was
// "Unknown error" and status 2.
void TestCliInputs::aFullDiskIsStatusFour()
{
    QFETCH(QByteArray, command);
    const Outcome outcome = runInShell("trap '' XFSZ; ulimit -f 2; exec \"$cli\" " + command);
    QCOMPARE(outcome.status, 4);
    QVERIFY2(outcome.errors.contains("could not be written: File too large. Free some space"),
             outcome.errors);
    QVERIFY(!QFile::exists(path("out")));
}

// It took 75 s, told of "exit status: 0" and of QProcess.
void TestCliInputs::aHangingSearchProgramIsKilledAndTold()
{
    const QString program = write("hang", "#!/bin/sh\nsleep 600 & echo $! > child; wait\n");
    QElapsedTimer clock;
    clock.start();
    const Outcome outcome =
        run({QStringLiteral("check"), QStringLiteral("--json"), QStringLiteral("--jackhmmer"), program});
    QVERIFY(clock.elapsed() < 30000);
    QCOMPARE(outcome.status, 3);
    QVERIFY2(!outcome.errors.contains("QProcess"), outcome.errors);
    const QJsonObject error = outcome.json()[QStringLiteral("items")]
                                  .toArray()
                                  .first()
                                  .toObject()[QStringLiteral("error")]
                                  .toObject();
    QVERIFY(error[QStringLiteral("why")].toString().contains(QStringLiteral("did not answer within 5 s")));
    QFile child(path("child"));
    QVERIFY(child.open(QIODevice::ReadOnly));
    QFile left(QStringLiteral("/proc/%1/cmdline").arg(child.readAll().trimmed().toInt()));
    QVERIFY(!left.open(QIODevice::ReadOnly) || !left.readAll().startsWith("sleep"));
}

void TestCliInputs::aRelativePathNamesAProgram()
{
    write("searcher", "#!/bin/sh\necho '# jackhmmer :: a script'; echo '# HMMER 3.3.2 (Nov 2020);'\n");
    const Outcome outcome =
        run({QStringLiteral("check"), QStringLiteral("--jackhmmer"), QStringLiteral("./searcher")});
    QVERIFY2(outcome.output.contains("HMMER 3.3.2"), outcome.output);
}

void TestCliInputs::aResultIsJudgedByItsOwnNetwork()
{
    const QJsonObject job = run({QStringLiteral("run"), QStringLiteral("chey.aln"), QStringLiteral("--json")})
                                .json()[QStringLiteral("jobs")]
                                .toArray()
                                .first()
                                .toObject();
    m_environment.insert(QStringLiteral("WHITEBOX_MODEL"), path("model2.safetensors"));
    for (const char *source : {"job", "result"}) {
        const QString text = job[QLatin1String(source)].toString();
        const Outcome predicted = run({QStringLiteral("predict"), text, QStringLiteral("--json")});
        QVERIFY2(predicted.status == 0, predicted.output);
        QVERIFY2(predicted.json()[QStringLiteral("model")].toString().endsWith(
                     QStringLiteral("model1.safetensors")),
                 predicted.output);
        const Outcome named = run({QStringLiteral("predict"), text, QStringLiteral("--json"),
                                   QStringLiteral("--model"), path("model2.safetensors")});
        QVERIFY(
            named.json()[QStringLiteral("model")].toString().endsWith(QStringLiteral("model2.safetensors")));
    }
}

void TestCliInputs::predictedPairsAreMeansAndNamed()
{
    const Outcome outcome = run({QStringLiteral("predict"), QStringLiteral("chey.aln"),
                                 QStringLiteral("--rr"), QStringLiteral("c.rr")});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.output.contains("mean of (i, j) and (j, i)"), outcome.output);
    QVERIFY(run({QStringLiteral("predict"), QStringLiteral("--help")})
                .output.contains("mean of (i, j) and (j, i)"));
    QFile contacts(path("c.rr"));
    QVERIFY(contacts.open(QIODevice::ReadOnly));
    QVERIFY(contacts.readAll().contains("TARGET chey\n"));
}

void TestCliInputs::aRangeOfAQueryIsAJobOfItsOwn()
{
    const QStringList arguments{QStringLiteral("run"), QStringLiteral("chey.aln"), QStringLiteral("--json")};
    const Outcome part = run(arguments + QStringList{QStringLiteral("--range"), QStringLiteral("2-17")});
    QVERIFY2(part.status == 0, part.errors.constData());
    QVERIFY2(part.output.contains("/2-17"), part.output.constData());
    QVERIFY2(part.output.contains("Numbers count from 1 within this range"), part.output.constData());
    const Outcome whole = run(arguments);
    QCOMPARE(whole.status, 0);
    QVERIFY(!whole.output.contains("/2-17"));
    const Outcome beyond = run(arguments + QStringList{QStringLiteral("--range"), QStringLiteral("5-4000")});
    QCOMPARE(beyond.status, 1);
    QVERIFY2(beyond.output.contains("numbered 1 to") || beyond.errors.contains("numbered 1 to"),
             beyond.errors.constData());
}

void TestCliInputs::ofSeveralFilesTheGoodOnesRun()
{
    const QString bad = write("bad.aln", "%PDF-1.7\n");
    write("image.aln", "\x89PNG\r\n\x1a\n");
    const QStringList arguments{QStringLiteral("run"), bad, QStringLiteral("chey.aln"),
                                QStringLiteral("image.aln")};
    const Outcome outcome = run(arguments + QStringList{QStringLiteral("--dry-run")});
    QCOMPARE(outcome.status, 1); // of the first bad one
    QVERIFY2(outcome.errors.contains("whitebox-cli: " + bad.toUtf8()), outcome.errors);
    QVERIFY2(outcome.errors.contains("image.aln"), outcome.errors);
    QVERIFY2(outcome.errors.contains("chey needs"), outcome.errors);
    const Outcome ran = run(arguments + QStringList{QStringLiteral("--json")});
    QCOMPARE(ran.status, 1);
    const QJsonArray jobs = ran.json()[QStringLiteral("jobs")].toArray();
    QCOMPARE(jobs.size(), 1);
    QCOMPARE(jobs[0][QStringLiteral("name")].toString(), QStringLiteral("chey"));
    QVERIFY(!jobs[0].toObject().contains(QStringLiteral("error")));
    QCOMPARE(ran.json()[QStringLiteral("leftOut")].toArray().size(), 2);
    // Where none is good each is named.
    const Outcome none = run({QStringLiteral("run"), bad, QStringLiteral("image.aln")});
    QCOMPARE(none.status, 1);
    QVERIFY2(none.errors.contains("PDF") && none.errors.contains("image.aln"), none.errors);
}

void TestCliInputs::mistakesAreExplained_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    for (const char *command :
         {"couplings chey.aln --mat chey.aln", "couplings chey.aln ./chey.aln",
          "predict chey.aln --csv chey.aln", "cp chey.aln x.npy; explain x.npy --pair 2,9 --out x.npy",
          "ln -s chey.aln link.h5; jacobian chey.aln --out link.h5",
          "cp chey.aln x.npy; study curve x.npy --pair 2,9 --out x.npy"})
        QTest::newRow(command) << QByteArray(command) << 1 << QByteArray("would replace the input");
    QTest::newRow("pipe") << QByteArray("mkfifo pipe.pt; predict chey.aln --model pipe.pt") << 1
                          << QByteArray("it is a pipe, not a file");
    QTest::newRow("same file") << QByteArray("explain chey.aln --pair 2,9 --out w.h5 --input-out ./w.h5") << 1
                               << QByteArray("--out and --input-out would be the same file");
    QTest::newRow("same description")
        << QByteArray("explain chey.aln --pair 2,9 --out x.npy --input-out x.csv") << 1
        << QByteArray("would be described in the same file");
    QTest::newRow("same file by a link")
        << QByteArray(": > a.raw; ln -s a.raw b.mat; couplings chey.aln --mat b.mat --raw a.raw") << 1
        << QByteArray("--mat and --raw would be the same file");
    QTest::newRow("card of the network")
        << QByteArray("echo '{}' > n.json; : > n.pt; explain chey.aln --model n.pt --pair 2,9 --out n.npy")
        << 1 << QByteArray("would replace the network's card");
    QTest::newRow("pipe as output") << QByteArray("mkfifo q.npy; explain chey.aln --pair 2,9 --out q.npy")
                                    << 1 << QByteArray("The output cannot be written: it is a pipe");
    QTest::newRow("script over an array")
        << QByteArray("explain chey.aln --pair 2,9 --out s.npy --pymol ./s.npy") << 1
        << QByteArray("--out and --pymol would be the same file");
    QTest::newRow("no structure") << QByteArray("explain chey.aln --pair 2,9 --out s.npy --chimerax s.cxc")
                                  << 1 << QByteArray("Give --structure, a PDB or mmCIF file");
    QTest::newRow("missing file") << QByteArray("run none.fa") << 2 << QByteArray("Check the name");
    QTest::newRow("no couplings") << QByteArray("echo nothing > bad.braw; predict bad.braw") << 1
                                  << QByteArray("couplings (ccmpred's raw or braw)");
    QTest::newRow("missing weights") << QByteArray("export WHITEBOX_MODEL=/nonexist; predict chey.aln") << 2
                                     << QByteArray(
                                            "/nonexist: The weights cannot be read: there is no such file.");
    QTest::newRow("empty range") << QByteArray("run chey.aln --range ''") << 1
                                 << QByteArray("\"\" is not a range of residues");
    QTest::newRow("empty range of columns") << QByteArray("couplings chey.aln out.mat --range ''") << 1
                                            << QByteArray("\"\" is not a range of residues");
    QTest::newRow("short range") << QByteArray("run chey.aln --range 20-23") << 1
                                 << QByteArray("Give a range of at least 5 residues");
    QTest::newRow("short range of columns") << QByteArray("couplings chey.aln out.mat --range 20-23") << 1
                                            << QByteArray("Give a range of at least 5 residues");
    QTest::newRow("range of one of several") << QByteArray("echo MADKELKFLVVDDFSTMRRIVRNLLKELGFNN > p.fa; "
                                                           "echo MADKELKF > q.fa; run p.fa q.fa --range 9-20")
                                             << 1 << QByteArray("q.fa: \"9-20\" is not a range of residues");
    QTest::newRow("arrays") << QByteArray("\"$cli\" couplings chey.aln --h5 c.h5; run c.h5") << 1
                            << QByteArray("couplings in HDF5. Give them as ccmpred's raw or braw");
    QTest::newRow("TorchScript") << QByteArray("printf 'PK\\003\\004code' > n.pt; run chey.aln --model n.pt")
                                 << 1 << QByteArray("whitebox-cli predict");
    QTest::newRow("TorchScript, checked")
        << QByteArray("printf 'PK\\003\\004code' > n.pt; check --model n.pt >&2") << 3
        << QByteArray("whitebox-cli predict");
    QTest::newRow("gap in a query") << QByteArray("echo MAD-ELKF > q.fa; run q.fa") << 1
                                    << QByteArray("is this an alignment? Import");
    QTest::newRow("empty database")
        << QByteArray(": > db; echo MADKELKF > q.fa; run q.fa --database db --jackhmmer ./s") << 3
        << QByteArray("FASTA file of protein sequences");
    QTest::newRow("binary database")
        << QByteArray(
               "printf '\\211PNG\\r\\n' > db; echo MADKELKF > q.fa; run q.fa --database db --jackhmmer ./s")
        << 3 << QByteArray("PNG image. Set the path");
    QTest::newRow("missing database")
        << QByteArray("echo MADKELKF > q.fa; run q.fa --database db --jackhmmer ./s") << 3
        << QByteArray("The database is not there");
}

void TestCliInputs::mistakesAreExplained()
{
    QFETCH(QByteArray, command);
    QFETCH(int, status);
    QFETCH(QByteArray, message);
    write("s", "#!/bin/sh\necho '# jackhmmer :: a script'; echo '# HMMER 3.3.2 (Nov 2020);'\n");
    const qsizetype last = command.lastIndexOf("; ") < 0 ? 0 : command.lastIndexOf("; ") + 2;
    const Outcome outcome = runInShell(command.left(last) + "exec \"$cli\" " + command.mid(last));
    QVERIFY2(outcome.errors.contains(message), outcome.errors);
    QCOMPARE(outcome.status, status);
    QFile input(path("chey.aln"));
    QVERIFY(input.open(QIODevice::ReadOnly));
    QCOMPARE(input.readAll(), smallAlignment());
    if (command.contains("--range") || command.contains("n.pt"))
        QVERIFY(run({QStringLiteral("jobs")}).output.isEmpty()); // nothing failed that could be told before
}

QTEST_GUILESS_MAIN(TestCliInputs)
#include "tst_cliinputs.moc"
