// SPDX-License-Identifier: GPL-3.0-or-later
// The window while its tools misbehave (tests/support/faketool.cpp): what the banner says and copies, and
// that nothing waits.
#include "tests/support/warnings.h"
#include "tests/support/windowfixture.h"
#include "widgets/jobspanel.h"
#include "widgets/messagebanner.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace WhiteBox;

class TestMisbehavingWindow : public Test::WindowFixture
{
    Q_OBJECT

    void openSequence();

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { closeWindow(); }
    void theBannerShowsAndCopiesTheCommand_data();
    void theBannerShowsAndCopiesTheCommand();
    void rubbishDoesNotWidenTheWindow();
    void cancelEndsAStubbornTool();
};

void TestMisbehavingWindow::initTestCase()
{
    makeHome();
    qputenv("FAKE_TOOL_HELP", "fine");
}

void TestMisbehavingWindow::init()
{
    if (QTest::currentDataTag() != QByteArray("rubbish")) // for which a machine may lack fonts
        QTest::failOnWarning(Test::anyWarning());
    makeFolder();
    openWindow();
    JobParameters preferences;
    preferences.jackhmmer = QStringLiteral(WB_FAKE_TOOL);
    preferences.database = write(QStringLiteral("a database.fa"), ">t1\nMADKELKFLVVDDFSTMRRIVRNLLKELGF\n");
    QVERIFY(!preferences.database.isEmpty());
    preferences.threads = 1;
    m_workbench->setPreferences(preferences);
}

void TestMisbehavingWindow::openSequence()
{
    m_workbench->openText(">q\nMADKELKFLVVDDFSTMRRIVRNLLKELGF\n", QStringLiteral("a test"));
}

void TestMisbehavingWindow::theBannerShowsAndCopiesTheCommand_data()
{
    QTest::addColumn<QString>("why");
    QTest::addColumn<int>("status");
    QTest::newRow("segv") << QStringLiteral("It crashed (signal 11).") << 139;
    QTest::newRow("exit-5") << QStringLiteral("It ended with status 5 and no message.") << 5;
    QTest::newRow("rubbish") << QStringLiteral("It stopped without saying [ok].") << 0;
    QTest::newRow("empty-file") << QStringLiteral("wrote no whole alignment.") << 0;
    QTest::newRow("spew-stdout") << QStringLiteral("It printed more than") << 137;
    QTest::newRow("spew-file") << QStringLiteral("Its files grew beyond") << 137;
}

void TestMisbehavingWindow::theBannerShowsAndCopiesTheCommand()
{
    QFETCH(QString, why);
    QFETCH(int, status);
    qputenv("FAKE_TOOL", QTest::currentDataTag());
    QElapsedTimer turn;
    qint64 slowest = 0;
    QTimer heartbeat;
    connect(&heartbeat, &QTimer::timeout, this, [&] { slowest = std::max(slowest, turn.restart()); });
    QSignalSpy failed(m_workbench.get(), &Workbench::failed);
    openSequence();
    turn.start();
    heartbeat.start(10);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30000);
    heartbeat.stop();
    qInfo("the window's thread was busy for %lld ms at most", static_cast<long long>(slowest));
    QVERIFY2(slowest < 10000, qPrintable(QString::number(slowest))); // no bound of comfort: that it lives
    const MessageBanner *banner = m_window->errorBanner();
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(QStringLiteral("The search with jackhmmer failed.")),
             qPrintable(banner->text()));
    QVERIFY2(banner->text().contains(why), qPrintable(banner->text()));
    const auto *details = banner->findChild<QPlainTextEdit *>();
    QVERIFY(details->isVisible());
    QVERIFY2(details->toPlainText().contains(QStringLiteral(WB_FAKE_TOOL " -N 3")),
             qPrintable(details->toPlainText()));
    QVERIFY2(details->toPlainText().contains(QStringLiteral("/a database.fa'\n")), "quoted for a terminal");
    QVERIFY(details->toPlainText().contains(QStringLiteral("Exit status: %1").arg(status)));
    QApplication::clipboard()->clear();
    QTest::mouseClick(banner->findChild<QToolButton *>(QStringLiteral("copyMessage")), Qt::LeftButton);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.contains(banner->text()) && copied.contains(details->toPlainText().trimmed()));
}

void TestMisbehavingWindow::rubbishDoesNotWidenTheWindow()
{
    qputenv("FAKE_TOOL", "longword");
    QSignalSpy failed(m_workbench.get(), &Workbench::failed);
    openSequence();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30000);
    QVERIFY(m_window->errorBanner()->text().contains(QStringLiteral("wwwwwwww")));
    QVERIFY(m_window->minimumSizeHint().width() < 600);
}

void TestMisbehavingWindow::cancelEndsAStubbornTool()
{
    qputenv("FAKE_TOOL", "stubborn");
    QSignalSpy submitted(m_workbench.get(), &Workbench::jobSubmitted);
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    openSequence();
    QTRY_COMPARE(submitted.count(), 1);
    auto *cancel = m_window->jobsPanel()->findChild<QPushButton *>(QStringLiteral("cancelJob"));
    QTRY_VERIFY(m_workbench->jobs()->progress(submitted[0][0].toString()).has_value());
    QTest::qWait(300);
    QElapsedTimer clock;
    clock.start();
    cancel->click();
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, 20000);
    qInfo("settled after %lld ms", static_cast<long long>(clock.elapsed()));
    QVERIFY(!m_window->errorBanner()->isVisible()); // it was no error
}

QTEST_MAIN(TestMisbehavingWindow)
#include "tst_misbehavingwindow.moc"
