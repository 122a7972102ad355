// SPDX-License-Identifier: GPL-3.0-or-later
// whitebox-cli evaluate as its users run it, on a small made-up data set: ideal helices, random alignments
// and a network with random weights. Whether the numbers are right is tested in tst_contactmetrics.
#include "tests/support/testmodel.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>
#include <random>

class TestEvaluateCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void jsonHasTheAgreedShape();
    void tableNamesEachProteinAndTheBaselines();
    void cacheGivesTheSameNumbers();
    void plotsArePngFiles();
    void mistakesAreExplained_data();
    void mistakesAreExplained();

private:
    struct Outcome
    {
        int status = 0;
        QByteArray out;
        QByteArray err;
    };
    Outcome run(const QStringList &more, bool json = false) const;
    bool write(const QString &name, const QByteArray &bytes) const;
    bool writeChain(const QString &id, int length, unsigned seed) const;

    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

const QByteArray kLetters = "ARNDCQEGHILKMFPSTWYV";

const QStringList kMetrics{QStringLiteral("lddt_cb"),  QStringLiteral("long"),
                           QStringLiteral("mae15"),    QStringLiteral("medium_long"),
                           QStringLiteral("nonlocal"), QStringLiteral("pearson15"),
                           QStringLiteral("rmse15")};
const QStringList kTops{QStringLiteral("L"), QStringLiteral("L/10"), QStringLiteral("L/2"),
                        QStringLiteral("L/5")};

/// A helix of alanines: only the alignment's query must fit, and the residues' names do.
QByteArray helix(const QByteArray &query)
{
    QByteArray text;
    for (int k = 0; k < query.size(); ++k) {
        const double angle = k * 100 * std::numbers::pi / 180;
        char line[100];
        std::snprintf(line, sizeof line,
                      "ATOM  %5d  CA  ALA A%4d    %8.3f%8.3f%8.3f  1.00 20.00           C\n", k + 1, k + 1,
                      2.3 * std::cos(angle), 2.3 * std::sin(angle), 1.5 * k);
        text += line;
    }
    return text + "END\n";
}

} // namespace

TestEvaluateCommand::Outcome TestEvaluateCommand::run(const QStringList &more, bool json) const
{
    QProcess process;
    QStringList arguments{QStringLiteral("evaluate"),
                          QStringLiteral("--data"),
                          m_folder.path(),
                          QStringLiteral("--model"),
                          m_model,
                          QStringLiteral("--threads"),
                          QStringLiteral("1")};
    if (json)
        arguments.prepend(QStringLiteral("--json"));
    process.start(QStringLiteral(WB_CLI), arguments + more);
    if (!process.waitForFinished(60000))
        return {-1, {}, process.errorString().toLocal8Bit()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

bool TestEvaluateCommand::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool TestEvaluateCommand::writeChain(const QString &id, int length, unsigned seed) const
{
    std::mt19937 random(seed);
    const QByteArray query(length, 'A');
    QByteArray rows = query + '\n';
    for (int n = 0; n < 40; ++n) {
        for (int i = 0; i < length; ++i)
            rows += kLetters[qsizetype(random() % 20)];
        rows += '\n';
    }
    // Plain text under the packed files' names is read too.
    return write(QStringLiteral("msa/%1.aln.gz").arg(id), rows) &&
           write(QStringLiteral("structures/%1.pdb.gz").arg(id), helix(query));
}

void TestEvaluateCommand::initTestCase()
{
    qputenv("WHITEBOX_HOME", m_folder.path().toLocal8Bit());
    m_model = WhiteBox::Test::writeTestModel(m_folder.path());
    QVERIFY(!m_model.isEmpty());
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("msa")));
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("structures")));
    QVERIFY(write(QStringLiteral("splits.tsv"),
                  "id\tL\tsplit\n1AAA_A\t32\ttest\n2BBB_B\t28\ttest\n3CCC_C\t30\ttrain\n"
                  "4DDD_D\t30\tbroken\n"));
    QVERIFY(writeChain(QStringLiteral("1AAA_A"), 32, 1));
    QVERIFY(writeChain(QStringLiteral("2BBB_B"), 28, 2));
    QVERIFY(writeChain(QStringLiteral("3CCC_C"), 30, 3));
}

void TestEvaluateCommand::jsonHasTheAgreedShape()
{
    const Outcome outcome = run({}, true);
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const QJsonObject object = QJsonDocument::fromJson(outcome.out).object();
    const QJsonObject mean = object.value(QLatin1String("mean")).toObject();
    QCOMPARE(mean.keys(), (QStringList{QStringLiteral("couplings"), QStringLiteral("network"),
                                       QStringLiteral("separation")}));
    const QJsonArray chains = object.value(QLatin1String("chains")).toArray();
    QCOMPARE(chains.size(), 2);
    const QJsonObject chain = chains.at(0).toObject();
    QCOMPARE(chain.keys(),
             (QStringList{QStringLiteral("L"), QStringLiteral("couplings"), QStringLiteral("id"),
                          QStringLiteral("neff"), QStringLiteral("network")}));
    QCOMPARE(chain.value(QLatin1String("id")).toString(), QStringLiteral("1AAA_A"));
    QCOMPARE(chain.value(QLatin1String("L")).toInt(), 32);
    QVERIFY(chain.value(QLatin1String("neff")).toDouble() > 30);
    for (const QJsonValue &metrics :
         {mean.value(QLatin1String("network")), mean.value(QLatin1String("separation")),
          chain.value(QLatin1String("couplings"))}) {
        QCOMPARE(metrics.toObject().keys(), kMetrics);
        QCOMPARE(metrics.toObject().value(QLatin1String("long")).toObject().keys(), kTops);
    }
    QVERIFY(object.value(QLatin1String("asymmetry")).toDouble() > 0.01); // random weights are not symmetric
    // Scores are no distances.
    QVERIFY(mean.value(QLatin1String("couplings")).toObject().value(QLatin1String("mae15")).isNull());
}

void TestEvaluateCommand::tableNamesEachProteinAndTheBaselines()
{
    const Outcome outcome = run({});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    for (const char *text : {"1AAA_A", "2BBB_B", "Means of 2 chains", "network", "couplings (APC)",
                             "separation only", "(i, j) and (j, i) differ by at most"})
        QVERIFY2(outcome.out.contains(text), text);
    QVERIFY(!outcome.out.contains("3CCC_C"));
    QVERIFY(run({QStringLiteral("--split"), QStringLiteral("train")}).out.contains("3CCC_C"));
}

void TestEvaluateCommand::cacheGivesTheSameNumbers()
{
    const QStringList cache{QStringLiteral("--cache"), m_folder.filePath(QStringLiteral("cache"))};
    const Outcome first = run(cache, true);
    const Outcome second = run(cache, true);
    QCOMPARE(first.status, 0);
    QCOMPARE(QDir(cache.back()).entryList(QDir::Files).size(), 2);
    QCOMPARE(second.out, first.out);
}

void TestEvaluateCommand::plotsArePngFiles()
{
    const QDir folder(m_folder.filePath(QStringLiteral("new/plots")));
    const Outcome outcome = run({QStringLiteral("--plots"), folder.path()});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    for (const char *name : {"precision.png", "distances.png", "depth.png"}) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY2(file.open(QIODevice::ReadOnly), name);
        QVERIFY(file.readAll().startsWith("\x89PNG\r\n\x1a\n"));
    }
    QCOMPARE(run({QStringLiteral("--plots"), m_model}).status, 2); // a file is in the way
}

void TestEvaluateCommand::mistakesAreExplained_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no such split") << QStringList{QStringLiteral("--split"), QStringLiteral("none")} << 1
                                   << QByteArray("none");
    QTest::newRow("missing files") << QStringList{QStringLiteral("--split"), QStringLiteral("broken")} << 2
                                   << QByteArray("4DDD_D");
}

void TestEvaluateCommand::mistakesAreExplained()
{
    QFETCH(QStringList, options);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    const Outcome outcome = run(options);
    QVERIFY2(outcome.status == status, outcome.err.constData());
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TestEvaluateCommand)
#include "tst_evaluatecommand.moc"
