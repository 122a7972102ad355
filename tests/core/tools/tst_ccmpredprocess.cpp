// SPDX-License-Identifier: GPL-3.0-or-later
// ccmpred is played by tests/support/fakeccmpred.cpp, whose lines have the form of ccmpred 0.3.3's; the last
// test runs the real one where there is one.
#include "core/coevolution/ccmpredfiles.h"
#include "core/coevolution/contactscore.h"
#include "core/tools/ccmpredprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cmath>
#include <optional>
#include <random>

using namespace WhiteBox;

namespace {

Alignment randomAlignment(int rows, int columns)
{
    std::mt19937 random(1);
    std::vector<std::uint8_t> states;
    for (int n = 0; n < rows; ++n) {
        const auto first = std::uint8_t(random() % kStates);
        for (int i = 0; i < columns; ++i)
            states.push_back(i % 2 == 0 && random() % 3 != 0 ? first : std::uint8_t(random() % kStates));
    }
    return Alignment(columns, std::move(states));
}

struct Seen
{
    std::optional<Result<QString>> result;
    std::vector<double> fractions;
    QStringList texts;
    CcmpredOutput output;
    QStringList command;

    Error error() const { return result && !result->isOk() ? result->error() : Error(); }
};

} // namespace

class tst_CcmpredProcess : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    Seen run(const char *scenario, const Alignment &alignment, const PottsOptions &options = {},
             int cancelAfter = -1, const QString &program = QStringLiteral(WB_FAKE_CCMPRED),
             const QString &folder = {})
    {
        qputenv("FAKE_CCMPRED", scenario);
        CcmpredProcess process;
        Seen seen;
        connect(&process, &CcmpredProcess::progress, this, [&](double fraction, const QString &text) {
            seen.fractions.push_back(fraction);
            seen.texts << text;
        });
        connect(&process, &CcmpredProcess::finished, this,
                [&](const Result<QString> &result) { seen.result = result; });
        QSignalSpy finished(&process, &CcmpredProcess::finished);
        process.start(alignment, options, program, folder.isEmpty() ? m_dir->path() : folder);
        if (cancelAfter >= 0)
            QTimer::singleShot(cancelAfter, &process, &CcmpredProcess::cancel);
        if (seen.result.has_value() || !finished.wait(60000))
            qWarning("finished() came early or not at all");
        seen.output = process.output();
        seen.command = process.command();
        return seen;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void itsCouplingsAreReadBack()
    {
        const Seen seen = run("converged", randomAlignment(20, 7));
        QVERIFY2(seen.result && seen.result->isOk(), qPrintable(seen.error().text()));
        const auto couplings = loadCouplings(seen.result->value());
        QVERIFY(couplings.isOk());
        QCOMPARE(couplings.value().length(), 7);
        QCOMPARE(couplings.value().at(1, 4, 2, 3), float(1e-3 * 2 - 2e-3 * 5 + 1e-4 * 45)); // fakeccmpred.cpp
        QCOMPARE(couplings.value().fields()[2 * 21 + 5], 0.15F);
    }

    void outputIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("scenario");
        QTest::addColumn<PottsStatus>("status");
        QTest::newRow("converged") << QByteArray("converged") << PottsStatus::Converged;
        QTest::newRow("iteration limit") << QByteArray("limit") << PottsStatus::IterationLimit;
        QTest::newRow("line search") << QByteArray("linesearch") << PottsStatus::LineSearchFailed;
        QTest::newRow("decimal commas") << QByteArray("comma") << PottsStatus::Converged;
    }

    void outputIsUnderstood()
    {
        QFETCH(QByteArray, scenario);
        QFETCH(PottsStatus, status);
        const Seen seen = run(scenario.constData(), randomAlignment(20, 7));
        QVERIFY2(seen.result && seen.result->isOk(), qPrintable(seen.error().text()));
        QCOMPARE(seen.output.version, QStringLiteral("0.3.3"));
        QCOMPARE(seen.output.rows, 20);
        QCOMPARE(seen.output.neff, 12.5);
        QVERIFY(seen.output.status == status);
        QCOMPARE(seen.output.objective, 30500.25);
        QCOMPARE(int(seen.output.trace.size()), 3);
        QCOMPARE(seen.output.trace[2].evaluations, 2);
        QCOMPARE(seen.output.trace[2].objective, 30712.2);
        QCOMPARE(seen.output.trace[2].gradientSquaredNorm, 1727155.9);
        QCOMPARE(seen.output.trace[2].step, 0.000335);
    }

    void iterationsAreProgress()
    {
        const Seen seen = run("converged", randomAlignment(20, 7));
        QVERIFY(seen.fractions.size() >= 4);
        QVERIFY(seen.fractions.front() < 0);
        QVERIFY(seen.fractions.back() > 0 && seen.fractions.back() < 1);
        QVERIFY2(seen.texts.last().contains(QStringLiteral("30712.2")), qPrintable(seen.texts.last()));
    }

    void optionsReachIt()
    {
        PottsOptions options;
        options.threads = 3;
        options.maxIterations = 77;
        options.epsilon = 0.002;
        options.start = std::make_shared<CouplingTensor>(7);
        const Seen seen = run("converged", randomAlignment(20, 7), options);
        const QString command = seen.command.join(QLatin1Char(' '));
        for (const char *part : {"-t 3 ", "-n 77 ", "-e 0.002 ", "-k 5 ", "-w 0.8 ", "-l 0.2 ", "-i ", "-r "})
            QVERIFY2(command.contains(QLatin1String(part)), part);
    }

    void endingsAreExplained_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        QTest::newRow("usage") << ErrorKind::Unsupported << 1 << QStringLiteral("options");
        QTest::newRow("memory") << ErrorKind::Resources << 1 << QStringLiteral("memory");
        QTest::newRow("open") << ErrorKind::Io << 2 << QStringLiteral("open");
        QTest::newRow("nomat") << ErrorKind::Io << 3 << QStringLiteral("write");
        QTest::newRow("noraw") << ErrorKind::Io << 4 << QStringLiteral("write");
        QTest::newRow("fasta") << ErrorKind::Parse << 100 << QStringLiteral("'>'");
        QTest::newRow("abort") << ErrorKind::ToolFailed << 134 << QStringLiteral("aborted");
        QTest::newRow("crash") << ErrorKind::ToolFailed << 139 << QStringLiteral("crashed");
        QTest::newRow("killed") << ErrorKind::Resources << 137 << QStringLiteral("killed");
        QTest::newRow("ended") << ErrorKind::ToolFailed << 143 << QStringLiteral("outside");
        QTest::newRow("odd") << ErrorKind::ToolFailed << 42 << QStringLiteral("42");
        QTest::newRow("silent") << ErrorKind::ToolFailed << 0 << QStringLiteral("without saying");
        QTest::newRow("nothing") << ErrorKind::ToolFailed << 0 << QStringLiteral("no couplings");
    }

    void endingsAreExplained()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(int, status);
        QFETCH(QString, word);
        const Seen seen = run(QTest::currentDataTag(), randomAlignment(20, 7));
        const Error error = seen.error();
        QVERIFY(seen.result && !seen.result->isOk());
        QCOMPARE(int(error.kind), int(kind));
        QCOMPARE(error.exitStatus, status);
        QVERIFY2(error.why.contains(word), qPrintable(error.why));
        QVERIFY(!error.remedy.isEmpty());
        QVERIFY(error.command.contains(QStringLiteral(WB_FAKE_CCMPRED)));
        // Nothing of it is left behind.
        QVERIFY(QDir(m_dir->path()).entryList(QDir::Files).isEmpty());
    }

    void couplingsThatAreNotFiniteAreRefused()
    {
        const Seen seen = run("nan", randomAlignment(20, 7));
        QVERIFY(seen.result && seen.result->isOk());
        const auto couplings = loadCouplings(seen.result->value());
        QVERIFY(!couplings.isOk());
        QVERIFY(couplings.error().line > 0);
    }

    void cancelEndsItWithItsChildren()
    {
        QElapsedTimer clock;
        clock.start();
        const Seen seen = run("hang", randomAlignment(20, 7), {}, 300);
        QVERIFY(seen.error().isCancelled());
        QVERIFY(clock.elapsed() < 5000);
        QVERIFY(QDir(m_dir->path()).entryList(QDir::Files).isEmpty());
    }

    void cancelBeforeTheStartRunsNothing()
    {
        const Seen seen = run("converged", randomAlignment(20, 7), {}, 0);
        QVERIFY(seen.error().isCancelled() || (seen.result && seen.result->isOk()));
        CcmpredProcess process;
        QSignalSpy finished(&process, &CcmpredProcess::finished);
        process.start(randomAlignment(20, 7), {}, QStringLiteral(WB_FAKE_CCMPRED), m_dir->path());
        process.cancel();
        QVERIFY(finished.wait(5000));
        QVERIFY(process.command().isEmpty());
    }

    void nonsenseIsRefusedBeforeItStarts()
    {
        const Seen row = run("converged", randomAlignment(1, 30));
        QCOMPARE(int(row.error().kind), int(ErrorKind::InvalidInput));
        const Seen wide = run("converged", randomAlignment(2, 1788));
        QCOMPARE(int(wide.error().kind), int(ErrorKind::Unsupported));
        QVERIFY2(wide.error().why.contains(QStringLiteral("1787")), qPrintable(wide.error().why));
        QVERIFY(wide.command.isEmpty());
        const Seen missing =
            run("converged", randomAlignment(20, 7), {}, -1, QStringLiteral("/no/such/ccmpred"));
        QCOMPARE(int(missing.error().kind), int(ErrorKind::MissingTool));
        const Seen nowhere = run("converged", randomAlignment(20, 7), {}, -1, QStringLiteral(WB_FAKE_CCMPRED),
                                 QStringLiteral("/no/such/folder"));
        QCOMPARE(int(nowhere.error().kind), int(ErrorKind::Io));
    }

    void realOneGivesTheScoresOfTheBuiltInEngine()
    {
        if (!findCcmpred().isOk())
            QSKIP("needs ccmpred on PATH");
        const Alignment alignment = randomAlignment(300, 20);
        const Seen seen = run("", alignment, {}, -1, {});
        QVERIFY2(seen.result && seen.result->isOk(), qPrintable(seen.error().text()));
        const auto theirs = contactScore(loadCouplings(seen.result->value()).value());
        const auto ours = contactScore(inferCouplings(alignment, {}, {}, {}).value().couplings);
        const double largest = *std::ranges::max_element(ours.values);
        for (std::size_t k = 0; k < ours.values.size(); ++k)
            QVERIFY(std::abs(ours.values[k] - theirs.values[k]) <
                    3e-2 * largest); // it sums in single precision
    }
};

QTEST_GUILESS_MAIN(tst_CcmpredProcess)
#include "tst_ccmpredprocess.moc"
