// SPDX-License-Identifier: GPL-3.0-or-later
// The table of bad inputs through whitebox-cli: its exit status, its message, and that it always comes to an
// end.
#include "core/pipeline/jobinput.h"
#include "core/pipeline/loadednetwork.h"
#include "tests/support/badinput.h"
#include "tests/support/testmodel.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;
using Test::BadFate;
using Test::BadInput;

namespace {

constexpr int kHangs = 60000; ///< ms; nothing takes as long, however busy the machine is

struct Outcome
{
    int status = -1; ///< −1: a crash, or it had to be killed
    QString output;
    QString errors;
};

} // namespace

class TestBadInputCli : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QTemporaryDir m_home;
    std::vector<BadInput> m_table;
    QStringList m_tools;
    qint64 m_longest = 0;

    Outcome run(const QStringList &arguments)
    {
        QElapsedTimer clock;
        clock.start();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("WHITEBOX_HOME"), m_home.path());
        environment.insert(QStringLiteral("WHITEBOX_MODEL"),
                           m_home.filePath(QStringLiteral("model1.safetensors")));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_home.path());
        process.start(QStringLiteral(WB_CLI), arguments);
        if (!process.waitForFinished(kHangs)) {
            process.kill();
            process.waitForFinished();
            return {};
        }
        m_longest = std::max(m_longest, clock.elapsed());
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    QStringList argumentsFor(const BadInput &input) const
    {
        if (!input.network.isEmpty())
            return QStringList{QStringLiteral("predict"), QStringLiteral("--model"), input.network} +
                   input.files;
        if (input.isArray)
            return QStringList{QStringLiteral("predict")} + input.files;
        return QStringList{QStringLiteral("run")} + m_tools + input.files;
    }

    void checkRefusal(const BadInput &input, const Outcome &outcome)
    {
        QVERIFY2(outcome.status == 1 || outcome.status == 2 || outcome.status == 4,
                 qPrintable(QString::number(outcome.status)));
        QVERIFY2(outcome.errors.contains(QStringLiteral("whitebox-cli: ")), qPrintable(outcome.errors));
        for (const QString &words : input.says)
            QVERIFY2(outcome.errors.contains(words), qPrintable(outcome.errors));
        const QString first = input.network.isEmpty() ? input.files.first() : input.network;
        if (input.isArray || !QFileInfo(first).isFile())
            return; // seen by the command itself, before it reads
        // Word for word what the reader says, with the three parts that it was looked at for.
        QString expected;
        if (!input.network.isEmpty())
            expected = loadNetworkFile(input.network).error().text();
        else if (const auto read = loadJobInputs(input.files); !read.isOk())
            expected = read.error().text();
        QVERIFY2(outcome.errors.contains(expected), qPrintable(outcome.errors + expected));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_table = Test::writeBadInputs(m_folder.path());
        QVERIFY(!m_table.empty());
        QVERIFY(!Test::writeTestModel(m_home.path()).isEmpty());
        m_tools = {QStringLiteral("--threads"),   QStringLiteral("1"),
                   QStringLiteral("--jackhmmer"), Test::writeFindsNothing(m_home.path()),
                   QStringLiteral("--database"),  Test::writeSmallDatabase(m_home.path())};
    }

    void theCommandLineAnswers_data()
    {
        QTest::addColumn<int>("number");
        for (std::size_t n = 0; n < m_table.size(); ++n)
            QTest::addRow("%s: %s", qPrintable(m_table[n].row), qPrintable(m_table[n].name)) << int(n);
    }

    void theCommandLineAnswers()
    {
        QFETCH(int, number);
        const BadInput &input = m_table[std::size_t(number)];
        const Outcome outcome = run(argumentsFor(input));
        if (input.fate != BadFate::Accepted) {
            checkRefusal(input, outcome);
            return;
        }
        QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
        for (const QString &words : input.says)
            QVERIFY2((outcome.output + outcome.errors).contains(words),
                     qPrintable(outcome.output + outcome.errors));
    }

    void answersAreGivenByOptions_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("name"); ///< of the case whose files are read
        QTest::addColumn<QString>("says");
        QTest::newRow("record") << QStringList{QStringLiteral("--record"), QStringLiteral("2")}
                                << QStringLiteral("two of one length") << QStringLiteral("mutant");
        QTest::newRow("gaps") << QStringList{QStringLiteral("--remove-gaps")} << QStringLiteral("dashes")
                              << QStringLiteral("2 gaps were removed");
        QTest::newRow("header") << QStringList{QStringLiteral("--split-header")}
                                << QStringLiteral("on one line")
                                << QStringLiteral("taken from the header line");
        QTest::newRow("chain") << QStringList{QStringLiteral("--chain"), QStringLiteral("2")}
                               << QStringLiteral("by a colon") << QStringLiteral("Chain 2 of 2 was taken");
    }

    void answersAreGivenByOptions()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, name);
        QFETCH(QString, says);
        const auto found = std::ranges::find(m_table, name, &BadInput::name);
        QVERIFY(found != m_table.end());
        const Outcome outcome = run(argumentsFor(*found) + options);
        QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
        QVERIFY2((outcome.output + outcome.errors).contains(says),
                 qPrintable(outcome.output + outcome.errors));
        const Outcome none =
            run(argumentsFor(*found) + QStringList{QStringLiteral("--record"), QStringLiteral("9")});
        QCOMPARE(none.status, 1);
        QVERIFY2(none.errors.contains(QStringLiteral("there is no sequence 9")), qPrintable(none.errors));
    }

    // It was taken for one more input.
    void aStructureThatIsNoneIsRefused()
    {
        const auto found =
            std::ranges::find(m_table, QStringLiteral("two rows without gaps"), &BadInput::name);
        const auto other = std::ranges::find(m_table, QStringLiteral("one line"), &BadInput::name);
        const Outcome outcome =
            run(argumentsFor(*found) + QStringList{QStringLiteral("--structure"), other->files.first()});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.errors.contains(QStringLiteral("This is no structure: it is a text")),
                 qPrintable(outcome.errors));
    }

    void nothingTookLong()
    {
        qInfo("the longest command took %lld ms", static_cast<long long>(m_longest));
        QVERIFY(m_longest < kHangs);
    }
};

QTEST_GUILESS_MAIN(TestBadInputCli)
#include "tst_badinput_cli.moc"
