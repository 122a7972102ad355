// SPDX-License-Identifier: GPL-3.0-or-later
// A second start in the same process, and as a process of its own: the program that users start.
#include "app/singleinstance.h"
#include "core/store/joblink.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"
#include "tests/support/testmodel.h"
#include "tests/support/testresult.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace WhiteBox;

namespace {

const QString kProgram = QStringLiteral(WB_WINDOW_PROGRAM);
const QString kLink = QStringLiteral("whitebox://job/0123456789abcdef");

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void requestsComeBackAsTheyWereWritten();
    void strangeRequestsAreRefused_data();
    void strangeRequestsAreRefused();
    void theFirstTakesWhatLaterOnesAsk();
    void theSocketIsForThisUserAlone();
    void aSocketOfADeadProcessIsInNobodysWay();
    void guestsThatSayTooMuchOrNonsenseAreShownOut();
    void aRequestOfAStartThatGaveUpIsDropped();
    void librariesHaveWindowsOfTheirOwn();
    void aSecondProcessHandsItsLinkOver();
    void aLinkOpensAtTheFirstStart();
    void whatCannotBeOpenedIsTold();

private:
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    bool isUp() const;
    QString storeFinished(const QString &name) const;
    QString openJobOf() const;
    /// Ends as by closing the window.
    static bool end(QProcess &process);

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestSingleInstance::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", m_home->path().toUtf8());
}

void TestSingleInstance::requestsComeBackAsTheyWereWritten()
{
    StartRequest request;
    request.arguments = {kLink, QStringLiteral("/a b/ü\n\"x\".fa")};
    request.example = true;
    request.activationToken = "token";
    const QByteArray line = request.toLine();
    QCOMPARE(line.count('\n'), 1);
    const auto parsed = StartRequest::parse(line);
    QVERIFY(parsed.isOk());
    QCOMPARE(parsed.value().arguments, request.arguments);
    QCOMPARE(parsed.value().example, true);
    QCOMPARE(parsed.value().activationToken, request.activationToken);
}

void TestSingleInstance::strangeRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("GET / HTTP/1.1\n");
    QTest::newRow("array") << QByteArray("[]\n");
    QTest::newRow("lacks one") << QByteArray(R"({"arguments":[],"example":false})");
    QTest::newRow("one too many") << QByteArray(R"({"arguments":[],"example":false,"token":"","run":"sh"})");
    QTest::newRow("number for text") << QByteArray(R"({"arguments":[1],"example":false,"token":""})");
    QTest::newRow("text for list") << QByteArray(R"({"arguments":"x","example":false,"token":""})");
    QTest::newRow("too many") << QByteArray(R"({"arguments":[)" + QByteArray(R"("a",)").repeated(20000) +
                                            R"("a"],"example":false,"token":""})");
}

void TestSingleInstance::strangeRequestsAreRefused()
{
    QFETCH(QByteArray, line);
    QVERIFY(!StartRequest::parse(line).isOk());
}

void TestSingleInstance::theFirstTakesWhatLaterOnesAsk()
{
    SingleInstance first(m_home->path());
    QVERIFY(!first.handOver({}));
    QVERIFY(first.isListening());
    QStringList asked;
    connect(&first, &SingleInstance::requested, this,
            [&](const StartRequest &request) { asked << request.arguments; });
    for (int k = 0; k < 3; ++k) {
        std::atomic<bool> taken = false;
        std::thread other([&] { // it waits, and the first needs its event loop
            SingleInstance second(m_home->path());
            StartRequest request;
            request.arguments << QString::number(k);
            taken = second.handOver(request);
        });
        QTRY_COMPARE(asked.size(), k + 1);
        other.join();
        QVERIFY(taken);
    }
    QCOMPARE(asked, (QStringList{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2")}));
}

void TestSingleInstance::theSocketIsForThisUserAlone()
{
    SingleInstance first(m_home->path());
    QVERIFY(!first.handOver({}));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(QFileInfo::exists(first.socketPath()));
    QVERIFY(!(QFile::permissions(first.socketPath()) & others));
}

void TestSingleInstance::aSocketOfADeadProcessIsInNobodysWay()
{
    const auto killed = start({});
    QTRY_VERIFY_WITH_TIMEOUT(isUp(), 20000);
    killed->kill();
    QVERIFY(killed->waitForFinished());
    SingleInstance next(m_home->filePath(QStringLiteral("jobs")));
    QVERIFY(QFileInfo::exists(next.socketPath())); // left behind
    QVERIFY(!next.handOver({}));
    QVERIFY(next.isListening());
}

void TestSingleInstance::guestsThatSayTooMuchOrNonsenseAreShownOut()
{
    SingleInstance first(m_home->path());
    QVERIFY(!first.handOver({}));
    QSignalSpy asked(&first, &SingleInstance::requested);
    QLocalSocket chatty;
    chatty.connectToServer(first.socketPath());
    QVERIFY(chatty.waitForConnected());
    chatty.write(QByteArray(8 << 20, 'x')); // no end of line within the limit
    QTRY_COMPARE_WITH_TIMEOUT(chatty.state(), QLocalSocket::UnconnectedState, 10000);
    QLocalSocket odd;
    odd.connectToServer(first.socketPath());
    QVERIFY(odd.waitForConnected());
    odd.write("{\"arguments\":null}\n");
    QTRY_COMPARE(odd.state(), QLocalSocket::UnconnectedState);
    std::vector<std::unique_ptr<QLocalSocket>> crowd;
    for (int k = 0; k < 40; ++k) {
        crowd.push_back(std::make_unique<QLocalSocket>());
        crowd.back()->connectToServer(first.socketPath());
        QTest::qWait(1);
    }
    QTRY_VERIFY(std::count_if(crowd.begin(), crowd.end(), [](const auto &guest) {
                    return guest->state() == QLocalSocket::ConnectedState;
                }) <= 16);
    crowd.clear();
    QCOMPARE(asked.count(), 0);
    QTest::qWait(50);
    QLocalSocket polite;
    polite.connectToServer(first.socketPath());
    QVERIFY(polite.waitForConnected());
    polite.write(StartRequest().toLine());
    QTRY_VERIFY(polite.canReadLine());
    QCOMPARE(polite.readLine(), QByteArray("ready\n"));
    polite.write("open\n");
    QTRY_COMPARE(asked.count(), 1);
}

// The first window was busy, the second start has opened its files itself: they are not opened again.
void TestSingleInstance::aRequestOfAStartThatGaveUpIsDropped()
{
    SingleInstance first(m_home->path());
    QVERIFY(!first.handOver({}));
    QSignalSpy asked(&first, &SingleInstance::requested);
    StartRequest request;
    request.arguments << QStringLiteral("/a/file.fa");
    {
        QLocalSocket impatient;
        impatient.connectToServer(first.socketPath());
        QVERIFY(impatient.waitForConnected());
        impatient.write(request.toLine());
        QVERIFY(impatient.waitForBytesWritten());
    }
    std::atomic<bool> taken = false;
    std::thread patient([&] { // greeted after the other
        SingleInstance second(m_home->path());
        taken = second.handOver({});
    });
    QTRY_COMPARE(asked.count(), 1);
    patient.join();
    QVERIFY(taken);
    QVERIFY(asked.first().first().value<StartRequest>().arguments.isEmpty());
    QTest::qWait(50);
    QCOMPARE(asked.count(), 1);
}

void TestSingleInstance::librariesHaveWindowsOfTheirOwn()
{
    SingleInstance first(m_home->filePath(QStringLiteral("a")));
    SingleInstance other(m_home->filePath(QStringLiteral("b")));
    QVERIFY(first.socketPath() != other.socketPath());
    QVERIFY(!first.handOver({}));
    QVERIFY(!other.handOver({}));
    QVERIFY(other.isListening());
}

std::unique_ptr<QProcess> TestSingleInstance::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("WHITEBOX_HOME"), m_home->path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home->path());
    environment.insert(QStringLiteral("WHITEBOX_MODEL"), Test::writeTestModel(m_home->path()));
    process->setProcessEnvironment(environment);
    process->start(kProgram, arguments);
    return process;
}

bool TestSingleInstance::isUp() const
{
    QLocalSocket socket;
    socket.connectToServer(SingleInstance(m_home->filePath(QStringLiteral("jobs"))).socketPath());
    return socket.waitForConnected(100);
}

QString TestSingleInstance::storeFinished(const QString &name) const
{
    const auto store = JobStore::open(m_home->filePath(QStringLiteral("jobs")));
    if (!store.isOk())
        return {};
    JobRecord record;
    record.id = JobStore::newId();
    record.name = name;
    record.length = 20;
    record.state = JobState::Finished;
    record.created = record.finished = QDateTime::currentDateTimeUtc();
    record.resultPath = store.value()->resultPath(record.id);
    auto result = *Test::makeResult(20);
    result.jobId = record.id;
    return store.value()->insert(record).isOk() && saveResult(result, record.resultPath).isOk() ? record.id
                                                                                                : QString();
}

/// What the window remembers of the result that is open.
QString TestSingleInstance::openJobOf() const
{
    const QSettings kept(m_home->filePath(QStringLiteral("whitebox/whitebox.conf")), QSettings::IniFormat);
    return kept.value(QStringLiteral("window/job")).toString();
}

bool TestSingleInstance::end(QProcess &process)
{
    process.terminate();
    return process.waitForFinished();
}

void TestSingleInstance::aSecondProcessHandsItsLinkOver()
{
    const QString one = storeFinished(QStringLiteral("one"));
    const QString two = storeFinished(QStringLiteral("two"));
    QVERIFY(!one.isEmpty() && !two.isEmpty());
    const auto first = start({});
    QTRY_VERIFY_WITH_TIMEOUT(isUp(), 20000);
    for (const QString &id : {one, two}) {
        const auto second = start({jobLink(id)});
        QVERIFY(second->waitForFinished(20000));
        QCOMPARE(second->exitStatus(), QProcess::NormalExit);
        QCOMPARE(second->exitCode(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(openJobOf(), id, 10000);
    }
    // A third without arguments only raises the window.
    const auto third = start({});
    QVERIFY(third->waitForFinished(20000));
    QCOMPARE(third->exitCode(), 0);
    QCOMPARE(first->state(), QProcess::Running);
    QVERIFY(end(*first));
}

void TestSingleInstance::aLinkOpensAtTheFirstStart()
{
    const QString id = storeFinished(QStringLiteral("linked"));
    const auto first = start({jobLink(id)});
    QTRY_COMPARE_WITH_TIMEOUT(openJobOf(), id, 20000);
    QVERIFY(end(*first));
}

void TestSingleInstance::whatCannotBeOpenedIsTold()
{
    const auto first = start({});
    QTRY_VERIFY_WITH_TIMEOUT(isUp(), 20000);
    for (const char *wrong : {"whitebox://job/../../etc/passwd", "whitebox://job/0123456789abcdef"}) {
        const auto second = start({QString::fromLatin1(wrong)});
        QVERIFY(second->waitForFinished(20000));
        QCOMPARE(second->exitCode(), 0);
    }
    QTest::qWait(200);
    QCOMPARE(first->state(), QProcess::Running);
    QVERIFY(openJobOf().isEmpty());
    QVERIFY(end(*first));
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
