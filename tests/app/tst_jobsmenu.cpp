// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs in the window: deleted, undone, run again, linked, queued, and told of when nobody looks. A private
// D-Bus stands for the desktop.
#include "app/jobnotifier.h"
#include "app/perspectives.h"
#include "core/store/joblink.h"
#include "tests/support/windowfixture.h"
#include "widgets/jobspanel.h"
#include "widgets/messagebanner.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDBusConnection>
#include <QDir>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QWindow>

#include <random>

using namespace WhiteBox;

namespace {

/// Forty sequences of a made-up family, one row a line.
QByteArray family(unsigned seed)
{
    const QByteArray letters = "ACDEFGHIKLMNPQRSTVWY";
    std::mt19937 random(seed);
    QByteArray query;
    for (int i = 0; i < 30; ++i)
        query += letters[int(random() % 20)];
    QByteArray text;
    for (int n = 0; n < 40; ++n) {
        QByteArray row = query;
        for (char &c : row)
            if (n > 0 && random() % 3 == 0)
                c = random() % 10 == 0 ? '-' : letters[int(random() % 20)];
        text += row + "\n";
    }
    return text;
}

void keepScreenshot(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("WHITEBOX_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    window.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace

/// The desktop's part of the notification protocol.
class Desktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList titles;

public Q_SLOTS:
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &,
                const QStringList &, const QVariantMap &, int)
    {
        titles << title;
        return 7;
    }

Q_SIGNALS:
    void ActionInvoked(uint note, const QString &action);
};

class TestJobsMenu : public Test::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeHome(); }
    void cleanupTestCase();
    void init();
    void cleanup() { closeWindow(); }
    void aDeletedJobIsOfferedBack();
    void undoWorksByItsKey();
    void aRenamedJobNamesTheWindow();
    void aJobIsRenamedWhileItWaits();
    void aStoredResultIsComputedAgain();
    void aSettledJobRunsAgain();
    void aPastedLinkOpensItsJob();
    void unknownAndWrongLinksAreTold();
    void aFailedJobTellsAgainWhy();
    void severalFilesMakeAQueue();
    void theDesktopIsToldOnlyWhenNobodyLooks();
    void withoutADesktopNothingHappens();

private:
    QString predict(unsigned seed);
    void clickAnswer(const QString &text);
    QTableView *table() const { return m_window->findChild<QTableView *>(QStringLiteral("jobTable")); }
    void selectFirst();
    void lookAway();

    QProcess m_bus;
};

void TestJobsMenu::cleanupTestCase()
{
    m_bus.kill();
    m_bus.waitForFinished();
}

void TestJobsMenu::init()
{
    setUp();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

/// A finished job, open; its id.
QString TestJobsMenu::predict(unsigned seed)
{
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    m_workbench->openFiles({write(QStringLiteral("family%1.aln").arg(seed), family(seed))});
    if (!settled.wait(30000))
        return {};
    if (!m_workbench->result())
        qWarning("%s", qPrintable(m_window->errorBanner()->text()));
    return settled.first().first().toString();
}

/// As when a window of another program takes the focus.
void TestJobsMenu::lookAway()
{
    {
        QWindow other;
        other.show();
        other.requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&other));
    }
    QVERIFY(!QGuiApplication::focusWindow());
}

void TestJobsMenu::selectFirst()
{
    const QRect cell = table()->visualRect(table()->model()->index(0, JobTableModel::Name));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, cell.center());
    table()->setFocus();
}

void TestJobsMenu::clickAnswer(const QString &text)
{
    for (auto *button : m_window->errorBanner()->findChildren<QPushButton *>())
        if (button->text() == text) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    QFAIL(qPrintable(m_window->errorBanner()->text()));
}

void TestJobsMenu::aDeletedJobIsOfferedBack()
{
    const QString id = predict(1);
    QVERIFY(!id.isEmpty());
    selectFirst();
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_COMPARE(m_workbench->jobs()->rowCount(), 0);
    QTRY_VERIFY(m_window->errorBanner()->isVisible());
    QVERIFY2(m_window->errorBanner()->text().startsWith(QStringLiteral("Deleted ")),
             qPrintable(m_window->errorBanner()->text()));
    QVERIFY(m_workbench->result()); // what is open stays open
    m_window->perspectives()->choose(Perspectives::Kind::Jobs);
    QTest::qWait(50);
    keepScreenshot(*m_window, QStringLiteral("undo"));
    clickAnswer(QStringLiteral("Undo"));
    QTRY_COMPARE(m_workbench->jobs()->rowCount(), 1);
    QTRY_VERIFY(!m_window->errorBanner()->isVisible());
    QCOMPARE(m_window->jobsPanel()->selectedJob(), id);
    // It is whole: its result opens.
    m_workbench->closeResult();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->result() != nullptr, 10000);
    QCOMPARE(m_workbench->result()->jobId, id);
}

void TestJobsMenu::undoWorksByItsKey()
{
    QVERIFY(!predict(1).isEmpty());
    auto *undo = m_window->findChild<QAction *>(QStringLiteral("undoJobs"));
    QVERIFY(!undo->isEnabled());
    selectFirst();
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_VERIFY(undo->isEnabled());
    QVERIFY(undo->text().contains(m_workbench->library()->undoName()));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_workbench->jobs()->rowCount(), 1);
    QVERIFY(!undo->isEnabled());
}

void TestJobsMenu::aRenamedJobNamesTheWindow()
{
    const QString id = predict(8);
    QVERIFY(!id.isEmpty());
    const QString before = m_window->windowTitle();
    m_window->perspectives()->choose(Perspectives::Kind::Jobs);
    selectFirst();
    QTest::keyClick(table(), Qt::Key_F2);
    auto *editor = table()->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("my protein"));
    keepScreenshot(*m_window, QStringLiteral("rename"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY2(m_window->windowTitle().startsWith(QStringLiteral("my protein")),
                 qPrintable(m_window->windowTitle()));
    QCOMPARE(m_workbench->visited().all().front().name, QStringLiteral("my protein"));
    // Opened again, it has the name still.
    m_workbench->closeResult();
    m_workbench->openJob(id);
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->result() != nullptr, 10000);
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("my protein")));
    const auto *undo = m_window->findChild<QAction *>(QStringLiteral("undoJobs"));
    QVERIFY2(undo->text().contains(QStringLiteral("my protein")), qPrintable(undo->text()));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_window->windowTitle(), before);
}

void TestJobsMenu::aStoredResultIsComputedAgain()
{
    const QString first = predict(2);
    QVERIFY(!predict(2).isEmpty());
    QCOMPARE(m_workbench->jobs()->rowCount(), 1);
    QVERIFY2(m_window->errorBanner()->text().contains(QStringLiteral("Run it again?")),
             qPrintable(m_window->errorBanner()->text()));
    clickAnswer(QStringLiteral("Run again"));
    QTRY_COMPARE_WITH_TIMEOUT(m_workbench->jobs()->rowCount(), 2, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->result()->jobId != first, 30000);
    const JobRecord *again = m_workbench->jobs()->record(0);
    QCOMPARE(again->state, JobState::Finished);
    QCOMPARE(again->key, m_workbench->jobs()->record(1)->key);
    QVERIFY(again->seconds.contains(QStringLiteral("couplings")));
}

void TestJobsMenu::aSettledJobRunsAgain()
{
    const QString first = predict(3);
    selectFirst();
    m_window->findChild<QAction *>(QStringLiteral("runAgain"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_workbench->jobs()->rowCount(), 2, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(m_workbench->jobs()->record(0)->state, JobState::Finished, 30000);
    const JobRecord *again = m_workbench->jobs()->record(0);
    QVERIFY(again->id != first);
    QCOMPARE(again->key, m_workbench->jobs()->record(1)->key);
}

void TestJobsMenu::aPastedLinkOpensItsJob()
{
    const QString id = predict(4);
    m_workbench->closeResult();
    QApplication::clipboard()->setText(QStringLiteral("  ") + jobLink(id) + QStringLiteral("\n"));
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->result() != nullptr, 10000);
    QCOMPARE(m_workbench->result()->jobId, id);
    QCOMPARE(m_window->jobsPanel()->selectedJob(), id);
}

void TestJobsMenu::unknownAndWrongLinksAreTold()
{
    m_workbench->openArguments({QStringLiteral("whitebox://job/0123456789abcdef")});
    QTRY_VERIFY(m_window->errorBanner()->isVisible());
    QVERIFY2(m_window->errorBanner()->text().contains(QStringLiteral("no job 0123456789abcdef")),
             qPrintable(m_window->errorBanner()->text()));
    m_workbench->openArguments({QStringLiteral("whitebox://job/../../etc/passwd")});
    QVERIFY2(m_window->errorBanner()->text().contains(QStringLiteral("cannot be opened")),
             qPrintable(m_window->errorBanner()->text()));
    QVERIFY(!m_workbench->result());
}

void TestJobsMenu::aFailedJobTellsAgainWhy()
{
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    m_workbench->setDatabase(m_folder->filePath(QStringLiteral("none.fasta")));
    m_workbench->openText("MADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDG", QStringLiteral("query"));
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, 30000);
    MessageBanner *banner = m_window->errorBanner();
    const QString told = banner->text();
    QVERIFY2(told.contains(QStringLiteral("none.fasta")), qPrintable(told));
    banner->hide();
    m_window->jobsPanel()->selectJob(settled[0][0].toString());
    m_window->findChild<QAction *>(QStringLiteral("openJob"))->trigger();
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(banner->text(), told);
}

void TestJobsMenu::severalFilesMakeAQueue()
{
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    QSignalSpy noticed(m_workbench.get(), &Workbench::noticed);
    const QByteArray records =
        ">first\nMADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDG\n>second\nMKVIFLKDVKGKGKKGEIKNVADGY"
        "ANNFLFKQGLAIEA\n>third\nMTYKLILNGKTLKGETTTEAVDAATAEKVFKQYANDNG\n";
    m_workbench->setDatabase(m_folder->filePath(QStringLiteral("none.fasta")));
    m_workbench->openFiles({write(QStringLiteral("three.fa"), records)});
    const auto *banner = m_window->errorBanner();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 30000); // whether all of them are meant
    QTest::mouseClick(banner->findChildren<QPushButton *>().first(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 3, 30000);
    QVERIFY2(noticed.first().first().toString().startsWith(QStringLiteral("3 job")),
             qPrintable(noticed.first().first().toString()));
    QCOMPARE(m_workbench->jobs()->rowCount(), 3);
    QCOMPARE(m_workbench->jobs()->record(2)->name, QStringLiteral("first"));
    QCOMPARE(m_workbench->jobs()->record(0)->name, QStringLiteral("third"));
    m_workbench->setDatabase(QString());
}

void TestJobsMenu::aJobIsRenamedWhileItWaits()
{
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    m_workbench->openFiles({write(QStringLiteral("a.aln"), family(11))});
    m_workbench->openFiles({write(QStringLiteral("b.aln"), family(12))});
    const JobTableModel *jobs = m_workbench->jobs();
    QTRY_COMPARE(jobs->rowCount(), 2);
    const QString id = jobs->record(0)->id; // the newest is on top
    m_workbench->library()->rename(id, QStringLiteral("the second"));
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 2, 30000);
    QCOMPARE(jobs->record(jobs->indexOf(id).row())->state, JobState::Finished);
    QCOMPARE(jobs->record(jobs->indexOf(id).row())->name, QStringLiteral("the second"));
}

void TestJobsMenu::theDesktopIsToldOnlyWhenNobodyLooks()
{
    if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty())
        QSKIP("dbus-daemon is not installed: no private bus to talk to");
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY(m_bus.waitForReadyRead());
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    auto bus = QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("desktop"));
    QVERIFY(bus.isConnected());
    Desktop desktop;
    QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &desktop,
                               QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.Notifications")));

    const JobNotifier notifier(m_window.get(), m_workbench.get());
    QSignalSpy notified(&notifier, &JobNotifier::notified);
    QVERIFY(!predict(5).isEmpty());
    QCOMPARE(notified.count(), 0); // it has the focus
    lookAway();
    const QString id = predict(6);
    QCOMPARE(notified.count(), 1);
    QVERIFY2(notified.first().first().toString().contains(QStringLiteral("predicted")),
             qPrintable(notified.first().first().toString()));
    QTRY_COMPARE(desktop.titles.size(), 1);
    // A click on it brings the window back with the job.
    m_workbench->closeResult();
    QTest::qWait(100);                                           // the answer with its number
    Q_EMIT desktop.ActionInvoked(99, QStringLiteral("default")); // another program's
    Q_EMIT desktop.ActionInvoked(7, QStringLiteral("default"));
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->result() != nullptr, 10000);
    QCOMPARE(m_workbench->result()->jobId, id);
    QVERIFY(m_window->isVisible());
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
}

void TestJobsMenu::withoutADesktopNothingHappens()
{
    m_bus.kill();
    m_bus.waitForFinished();
    const JobNotifier notifier(m_window.get(), m_workbench.get());
    QSignalSpy notified(&notifier, &JobNotifier::notified);
    lookAway();
    QVERIFY(!predict(7).isEmpty());
    QCOMPARE(notified.count(), 1);
    QTest::qWait(50);
}

QTEST_MAIN(TestJobsMenu)
#include "tst_jobsmenu.moc"
