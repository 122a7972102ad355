// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli couplings from outside: its files, its answers to bad input, its checkpoint, the other engine.
#include "core/coevolution/ccmpredfiles.h"
#include "core/export/couplingarrays.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <random>
#include <unistd.h>

using namespace WhiteBox;

namespace {

struct Outcome
{
    int status = -1;
    QByteArray output;
    QByteArray errors;

    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

/// Rows without names; half of the columns follow the first one.
QByteArray randomRows(int rows, int columns, unsigned seed = 1)
{
    const char *letters = "ARNDCQEGHILKMFPSTWYV-";
    std::mt19937 random(seed);
    QByteArray text;
    for (int n = 0; n < rows; ++n) {
        const char first = letters[random() % 20];
        for (int i = 0; i < columns; ++i)
            text += i % 2 == 0 && random() % 3 != 0 ? first : letters[random() % 21];
        text += '\n';
    }
    return text;
}

} // namespace

class tst_CouplingsCommand : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QProcessEnvironment m_environment;

    QString path(const char *name) const { return m_dir->filePath(QString::fromUtf8(name)); }
    QString write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void start(QProcess &process, const QStringList &arguments) const
    {
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_dir->path());
        process.start(QStringLiteral(WB_CLI), QStringList{QStringLiteral("couplings")} + arguments);
    }
    Outcome run(const char *arguments) const
    {
        QProcess process;
        start(process, QString::fromUtf8(arguments).split(QLatin1Char(' ')));
        if (!process.waitForFinished(120000))
            return {};
        const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return {status, process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void init();
    void badInputIsAnswered_data();
    void badInputIsAnswered();
    void whatCannotBeWrittenIsFoundBeforeComputing();
    void startsThatAreNotFiniteAreRefused_data();
    void startsThatAreNotFiniteAreRefused();
    void localeDoesNotMatter();
    void arraysHoldTheSameCouplings();
    void pythonReadsTheArrays();
    void allFormatsAreStarts();
    void killedComputationsGoOn();
    void foreignCheckpointsAreRefused();
    void cancelIsQuick();
    void ccmpredIsRunWhereChosen();
    void ccmpredsFailuresAreTold();
    void filtersAreTold();
    void aRangeIsAnAlignmentOfItsOwn();
    void fewHomologsAreWarnedOf();
    void nucleotidesAreWarnedOf();
};

void tst_CouplingsCommand::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_environment = QProcessEnvironment::systemEnvironment();
    write("good.aln", randomRows(60, 12));
}

void tst_CouplingsCommand::badInputIsAnswered_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("word"); // of the answer
    QTest::addColumn<int>("line");
    const QByteArray row = "MADKELKFLV-D\n";
    QTest::newRow("empty") << QByteArray() << QByteArray("nothing in it") << 0;
    QTest::newRow("blank lines only") << QByteArray("\n\n \n") << QByteArray() << 0;
    QTest::newRow("one row") << row << QByteArray("one row") << 0;
    QTest::newRow("four columns") << QByteArray("MADK\nMA-K\nMEDK\n") << QByteArray("4 columns") << 0;
    QTest::newRow("ragged") << row + row + "MADKEL-\n" << QByteArray("expected 12 columns, found 7") << 3;
    QTest::newRow("all gaps") << QByteArray(12, '-') + "\n" + QByteArray(12, '-') + "\n"
                              << QByteArray("gaps") << 0;
    QTest::newRow("all identical") << row + row + row << QByteArray("identical") << 0;
    QTest::newRow("not letters") << row + "MAD{ELKFLV-D\n" << QByteArray("{") << 2;
    QTest::newRow("8192 columns") << randomRows(3, 8192) << QByteArray("8192 columns") << 0;
    QTest::newRow("FASTA of no alignment") << QByteArray(">a\nMADKEL\n>b\nMADK\n") << QByteArray() << 1;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << QByteArray("PNG") << 0;
}

void tst_CouplingsCommand::badInputIsAnswered()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, word);
    QFETCH(int, line);
    write("in.aln", text);
    const Outcome outcome = run("in.aln out.mat --json");
    QCOMPARE(outcome.status, 1);
    const QJsonObject error = outcome.json()[QStringLiteral("error")].toObject();
    const QByteArray all = QJsonDocument(error).toJson();
    QVERIFY2(all.contains(word), all.constData());
    QVERIFY(!error[QStringLiteral("why")].toString().isEmpty());
    QVERIFY2(!error[QStringLiteral("remedy")].toString().isEmpty(), all.constData());
    QCOMPARE(error[QStringLiteral("line")].toInt(), line);
    QVERIFY(!QFile::exists(path("out.mat")));
}

void tst_CouplingsCommand::whatCannotBeWrittenIsFoundBeforeComputing()
{
    // A day of computing: only an answer before it can come in time.
    write("big.aln", randomRows(3000, 300));
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("folder")));
    for (const char *arguments :
         {"big.aln no/such/out.mat", "big.aln folder", "big.aln out.mat -r no/such/out.raw",
          "big.aln --npy /proc/out.npy", "big.aln --h5 no/such/out.h5",
          "big.aln out.mat --checkpoint no/such/file"}) {
        QElapsedTimer clock;
        clock.start();
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.status == 2, arguments);
        QVERIFY2(clock.elapsed() < 2000, arguments);
    }
    QVERIFY(!QFile::exists(path("out.mat")));
    const Outcome nothing = run("big.aln");
    QCOMPARE(nothing.status, 1);
    QVERIFY(nothing.errors.contains("--mat"));
}

void tst_CouplingsCommand::startsThatAreNotFiniteAreRefused_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number : {"nan", "NaN", "-nan", "inf", "-inf", "1e999", "0x10", "1.2.3", "one"})
        QTest::newRow(number) << QByteArray(number);
}

void tst_CouplingsCommand::startsThatAreNotFiniteAreRefused()
{
    QFETCH(QByteArray, number);
    QCOMPARE(run("good.aln -r start.raw -n 1").status, 0);
    QByteArray text = read("start.raw");
    QList<QByteArray> lines = text.split('\n');
    QList<QByteArray> fields = lines[15].split('\t');
    fields[3] = number;
    lines[15] = fields.join('\t');
    write("bad.raw", lines.join('\n'));
    const Outcome outcome = run("good.aln out.mat -i bad.raw --json");
    QCOMPARE(outcome.status, 1);
    const QJsonObject error = outcome.json()[QStringLiteral("error")].toObject();
    QCOMPARE(error[QStringLiteral("line")].toInt(), 16);
    QVERIFY(error[QStringLiteral("file")].toString().endsWith(QStringLiteral("bad.raw")));
}

void tst_CouplingsCommand::localeDoesNotMatter()
{
    QCOMPARE(run("good.aln out.mat -r out.raw -b out.braw").status, 0);
    const QByteArray matrix = read("out.mat");
    const QByteArray raw = read("out.raw");
    m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8"));
    m_environment.insert(QStringLiteral("LANG"), QStringLiteral("de_DE.UTF-8"));
    const Outcome german = run("good.aln out.mat -r out.raw -b out.braw -l 0.2 -e 0.01");
    QVERIFY2(german.status == 0, german.errors.constData());
    QCOMPARE(read("out.mat"), matrix);
    QCOMPARE(read("out.raw"), raw);
    // What ccmpred writes in such a locale is read there and elsewhere.
    QByteArray commas = raw;
    write("commas.raw", commas.replace('.', ','));
    for (const char *locale : {"de_DE.UTF-8", "C"}) {
        m_environment.insert(QStringLiteral("LC_ALL"), QString::fromLatin1(locale));
        QCOMPARE(run("good.aln two.mat -i out.raw -n 2").status, 0);
        const QByteArray expected = read("two.mat");
        QCOMPARE(run("good.aln two.mat -i commas.raw -n 2").status, 0);
        QCOMPARE(read("two.mat"), expected);
    }
}

void tst_CouplingsCommand::arraysHoldTheSameCouplings()
{
    QCOMPARE(run("good.aln --npy out.npy --h5 out.h5 -b out.braw").status, 0);
    const auto expected = loadCouplings(path("out.braw"));
    QVERIFY(expected.isOk());
    for (const char *name : {"out.npy", "out.h5"}) {
        const auto couplings = loadAnyCouplings(path(name));
        QVERIFY2(couplings.isOk(), qPrintable(couplings.isOk() ? QString() : couplings.error().text()));
        QVERIFY(std::ranges::equal(couplings.value().values(), expected.value().values()));
    }
    QVERIFY(std::ranges::equal(loadAnyCouplings(path("out.h5")).value().fields(), expected.value().fields()));
}

// h5py and NumPy are independent readers (Debian: python3-h5py).
void tst_CouplingsCommand::pythonReadsTheArrays()
{
    const QString python = QStringLiteral("/usr/bin/python3");
    if (QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import h5py, numpy")}) != 0)
        QSKIP("needs python3-h5py and python3-numpy");
    QCOMPARE(run("good.aln --npy out.npy --h5 out.h5 --mat out.mat -r out.raw --mode converged").status, 0);
    const QString script = QStringLiteral(
        "import h5py, numpy as np, itertools\n"
        "w = np.load('out.npy')\n"
        "f = h5py.File('out.h5', 'r')\n"
        "assert w.shape == (12, 12, 21, 21) and w.dtype == np.float32\n"
        "assert np.array_equal(w, w.transpose(1, 0, 3, 2)) and not w[range(12), range(12)].any()\n"
        "p = f['couplings/pairs']\n"
        "for n, (i, j) in enumerate(itertools.combinations(range(12), 2)): assert np.array_equal(p[n], w[i, "
        "j])\n"
        "assert p.attrs['states'] in (b'ARNDCQEGHILKMFPSTWYV-', 'ARNDCQEGHILKMFPSTWYV-')\n"
        "assert [d.label for d in p.dims] == ['pair i<j', 'state a of i', 'state b of j']\n"
        "assert np.allclose(f['couplings/score'][()], np.loadtxt('out.mat'))\n"
        "raw = open('out.raw').read().split('\\n')\n"
        "v = np.array([[float(x) for x in l.split()] for l in raw[:12]])\n"
        "assert np.allclose(f['couplings/fields'][:, :20], v, rtol=1e-5) and not f['couplings/fields'][:, "
        "20].any()\n"
        "b = [i for i, l in enumerate(raw) if l == '# 3 7'][0]\n"
        "assert np.allclose(w[3, 7], [[float(x) for x in l.split()] for l in raw[b+1:b+22]])\n"
        "m = f['couplings'].attrs['mode']\n"
        "assert m in (b'converged', 'converged'), m\n");
    QProcess process;
    process.setWorkingDirectory(m_dir->path());
    process.start(python, {QStringLiteral("-c"), script});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

void tst_CouplingsCommand::allFormatsAreStarts()
{
    QCOMPARE(run("good.aln -r s.raw -b s.braw --npy s.npy --h5 s.h5").status, 0);
    QCOMPARE(run("good.aln -i s.braw -n 3 --mat braw.mat").status, 0);
    QCOMPARE(run("good.aln -i s.h5 -n 3 --mat h5.mat").status, 0);
    QCOMPARE(read("h5.mat"), read("braw.mat"));
    QVERIFY(!read("h5.mat").isEmpty());
    QCOMPARE(run("good.aln -i s.raw -n 3 --mat raw.mat").status, 0);
    QCOMPARE(run("good.aln -i s.npy -n 3 --mat npy.mat").status, 0); // without fields
    QByteArray bent = read("s.npy");
    bent[bent.size() - 441 * 4 * 4 + 2] = '\x7f'; // of one side of a pair only
    write("bent.npy", bent);
    const Outcome refused = run("good.aln -i bent.npy --mat out.mat");
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.errors.contains("differ") || refused.errors.contains("finite"),
             refused.errors.constData());
    write("other.aln", randomRows(60, 13));
    QCOMPARE(run("other.aln -i s.npy --mat out.mat").status, 1);
}

void tst_CouplingsCommand::killedComputationsGoOn()
{
    write("long.aln", randomRows(1500, 60));
    QCOMPARE(run("long.aln -b whole.braw -t 1").status, 0);
    std::mt19937 random(2);
    int kills = 0;
    bool ended = false;
    bool resumed = false;
    for (int trial = 0; trial < 40 && !ended; ++trial) {
        QProcess process;
        start(process,
              QStringLiteral("long.aln -b out.braw -t 1 --json --checkpoint state --checkpoint-seconds 0")
                  .split(QLatin1Char(' ')));
        // Long enough to get on; ended at any moment after that.
        ended = process.waitForFinished(trial > 20 ? -1 : 150 + int(random() % 400));
        if (!ended) {
            ::kill(pid_t(process.processId()), SIGKILL);
            process.waitForFinished();
            ++kills;
        }
        resumed = QJsonDocument::fromJson(process.readAllStandardOutput())
                      .object()[QStringLiteral("resumedFrom")]
                      .toInt() > 0;
    }
    QVERIFY(ended);
    QVERIFY(kills > 0);
    QVERIFY(resumed);
    QVERIFY(!read("whole.braw").isEmpty());
    QVERIFY(read("out.braw") == read("whole.braw"));
    QVERIFY(!QFile::exists(path("state")));
    QVERIFY(!QFile::exists(path("state.part")));
}

void tst_CouplingsCommand::foreignCheckpointsAreRefused()
{
    const QString precious = write("precious.txt", "not to be lost\n");
    const Outcome outcome = run("good.aln --mat out.mat --checkpoint precious.txt");
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.errors.contains("checkpoint"));
    QCOMPARE(read("precious.txt"), QByteArray("not to be lost\n"));
}

void tst_CouplingsCommand::cancelIsQuick()
{
    write("big.aln", randomRows(4000, 300));
    QProcess process;
    start(process, QStringLiteral("big.aln --mat out.mat -t 1").split(QLatin1Char(' ')));
    QVERIFY(process.waitForStarted());
    QTest::qWait(1500);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(!QFile::exists(path("out.mat")));
}

void tst_CouplingsCommand::ccmpredIsRunWhereChosen()
{
    m_environment.insert(QStringLiteral("FAKE_CCMPRED"), QStringLiteral("limit"));
    const Outcome outcome = run("good.aln -b out.braw --json --engine ccmpred --ccmpred " WB_FAKE_CCMPRED);
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    const QJsonObject json = outcome.json();
    QCOMPARE(json[QStringLiteral("engine")].toString(), QStringLiteral("ccmpred"));
    QCOMPARE(json[QStringLiteral("ccmpredVersion")].toString(), QStringLiteral("0.3.3"));
    QCOMPARE(json[QStringLiteral("converged")].toBool(true), false);
    QCOMPARE(json[QStringLiteral("iterations")].toArray().size(), 3);
    const auto couplings = loadCouplings(path("out.braw"));
    QVERIFY(couplings.isOk());
    QCOMPARE(couplings.value().at(1, 4, 2, 3), float(1e-3 * 2 - 2e-3 * 5 + 1e-4 * 45)); // fakeccmpred.cpp
    for (const char *more : {"--mode converged", "--checkpoint state"}) {
        const QByteArray arguments =
            QByteArray("good.aln --mat out.mat --engine ccmpred --ccmpred " WB_FAKE_CCMPRED " ") + more;
        const Outcome refused = run(arguments.constData());
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.errors.contains(QByteArray(more).left(6)));
    }
}

void tst_CouplingsCommand::ccmpredsFailuresAreTold()
{
    m_environment.insert(QStringLiteral("FAKE_CCMPRED"), QStringLiteral("crash"));
    const Outcome crash = run("good.aln --mat out.mat --engine ccmpred --ccmpred " WB_FAKE_CCMPRED);
    QCOMPARE(crash.status, 3);
    QVERIFY2(crash.errors.contains("139") && crash.errors.contains("crashed"), crash.errors.constData());
    m_environment.insert(QStringLiteral("PATH"), path("no tools here"));
    const Outcome missing = run("good.aln --mat out.mat --engine ccmpred");
    QCOMPARE(missing.status, 3);
    QVERIFY(missing.errors.contains("ccmpred was not found"));
    QVERIFY(!QFile::exists(path("out.mat")));
}

void tst_CouplingsCommand::filtersAreTold()
{
    write("twice.aln", randomRows(40, 12) + randomRows(40, 12));
    const Outcome outcome = run("twice.aln --mat out.mat --json --deduplicate --max-rows 25 --seed 3");
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json()[QStringLiteral("rows")].toInt(), 25);
    const QJsonObject options = outcome.json()[QStringLiteral("options")].toObject();
    QCOMPARE(options[QStringLiteral("maxRows")].toInt(), 25);
    QCOMPARE(options[QStringLiteral("seed")].toInt(), 3);
    QVERIFY(options[QStringLiteral("deduplicate")].toBool());
    const QString notices =
        QString::fromUtf8(QJsonDocument(outcome.json()[QStringLiteral("notices")].toArray()).toJson());
    QVERIFY2(notices.contains(QStringLiteral("25 of 80 rows")), qPrintable(notices));
}

void tst_CouplingsCommand::aRangeIsAnAlignmentOfItsOwn()
{
    QByteArray cut;
    for (const QByteArray &row : randomRows(60, 12).split('\n'))
        if (!row.isEmpty())
            cut += row.mid(2, 8) + '\n';
    write("cut.aln", cut);
    const Outcome range = run("good.aln range.mat --range 3-10");
    QVERIFY2(range.status == 0, range.errors.constData());
    QVERIFY2(range.errors.contains("Columns 3-10 of 12"), range.errors.constData());
    QCOMPARE(run("cut.aln cut.mat").status, 0);
    QVERIFY(!read("cut.mat").isEmpty());
    QCOMPARE(read("range.mat"), read("cut.mat"));
    const Outcome beyond = run("good.aln none.mat --range 3-13");
    QCOMPARE(beyond.status, 1);
    QVERIFY2(beyond.errors.contains("numbered 1 to 12"), beyond.errors.constData());
}

void tst_CouplingsCommand::fewHomologsAreWarnedOf()
{
    write("few.aln", randomRows(4, 12));
    const Outcome outcome = run("few.aln --mat out.mat");
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.errors.contains("Few homologs"), outcome.errors.constData());
}

void tst_CouplingsCommand::nucleotidesAreWarnedOf()
{
    QByteArray text;
    std::mt19937 random(6);
    for (int n = 0; n < 30; ++n) {
        for (int i = 0; i < 40; ++i)
            text += "ACGT-"[random() % 5];
        text += '\n';
    }
    write("dna.aln", text);
    const Outcome outcome = run("dna.aln --mat out.mat");
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.errors.contains("looks like DNA"), outcome.errors.constData());
    QVERIFY(!run("good.aln --mat out.mat").errors.contains("DNA"));
}

QTEST_GUILESS_MAIN(tst_CouplingsCommand)
#include "tst_couplingscommand.moc"
