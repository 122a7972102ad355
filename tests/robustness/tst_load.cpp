// SPDX-License-Identifier: GPL-3.0-or-later
// Many sequences at once through the window, with a fast jackhmmer (tests/support/faketool.cpp), and a
// library of very many jobs. What is bounded is asserted; times are measured by bench_load.
#include "app/mainwindow.h"
#include "core/store/jobstore.h"
#include "tests/support/dropfiles.h"
#include "tests/support/eventclock.h"
#include "tests/support/loadfixture.h"
#include "tests/support/longform.h"
#include "tests/support/testmodel.h"
#include "tests/support/warnings.h"
#include "widgets/jobfilter.h"
#include "widgets/jobspanel.h"
#include "widgets/messagebanner.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace WhiteBox;

class TestLoad : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;

    void openWindow();
    QString write(const char *name, const QByteArray &text) const;

private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup();
    void manySequencesRunThroughInOrder();
    void aLibraryOfManyJobsIsListedAndSearched();
};

void TestLoad::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("whitebox-test"));
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    qputenv("WHITEBOX_HOME", m_home.path().toUtf8());
    qputenv("WHITEBOX_MODEL", Test::writeTestModel(m_home.path()).toUtf8());
}

void TestLoad::cleanup()
{
    m_window.reset();
    m_workbench.reset();
}

QString TestLoad::write(const char *name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(QString::fromUtf8(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", name);
    return file.fileName();
}

void TestLoad::openWindow()
{
    QTest::failOnWarning(Test::anyWarning());
    m_workbench = std::make_unique<Workbench>();
    m_window = std::make_unique<MainWindow>(m_workbench.get());
    m_window->setAsksBeforeClosing(false);
    QVERIFY(m_workbench->openStore(m_folder->filePath(QStringLiteral("jobs"))).isOk());
    JobParameters preferences;
    preferences.jackhmmer = QStringLiteral(WB_FAKE_TOOL);
    preferences.database = write("db.fa", ">t1\nMADKELKFLVVDDFSTMRRIVRNLLKELGF\n");
    preferences.threads = 1;
    m_workbench->setPreferences(preferences);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestLoad::manySequencesRunThroughInOrder()
{
    const int jobs = Test::inForm(25, 200);
    openWindow();
    QStringList finished;
    Test::Holdings early;
    Test::Holdings most;
    connect(m_workbench.get(), &Workbench::jobSettled, this, [&](const QString &id) {
        const JobRecord *job = m_workbench->jobs()->record(m_workbench->jobs()->indexOf(id).row());
        finished << (job && job->state == JobState::Finished ? job->name : QStringLiteral("failed: ") + id);
        const auto now = Test::Holdings::now();
        if (finished.size() == std::min(jobs / 4, 50))
            early = now;
        most.threads = std::max(most.threads, now.threads);
        most.files = std::max(most.files, now.files);
    });
    const QString many = write("many.fa", Test::manySequences(jobs));
    QVERIFY(Test::dropFiles(m_window.get(), {many}));
    const auto *banner = m_window->errorBanner();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 20000); // whether all of them are meant
    QTest::mouseClick(banner->findChildren<QPushButton *>().first(), Qt::LeftButton);
    // Among many random ones some are doubtful.
    const auto asksAgain = [banner] {
        return banner->isVisible() && banner->text().contains(QStringLiteral("doubtful"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->hasActiveJobs() || asksAgain(), 20000);
    if (asksAgain())
        QTest::mouseClick(banner->findChildren<QPushButton *>().first(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(int(finished.size()), jobs, 20000 + jobs * 1500);
    for (int n = 0; n < jobs; ++n)
        QCOMPARE(finished[n], QStringLiteral("p%1").arg(n + 1));
    QTRY_VERIFY(!m_workbench->hasActiveJobs());
    const auto late = Test::Holdings::now();
    qInfo("%d jobs: %d threads, %d files, %.0f MB early, %.0f MB at the end", jobs, most.threads, most.files,
          early.megabytes, late.megabytes);
    QVERIFY2(most.threads <= 12 + QThread::idealThreadCount(), qPrintable(QString::number(most.threads)));
    QVERIFY2(most.files < 100, qPrintable(QString::number(most.files)));
    QVERIFY2(late.megabytes - early.megabytes < Test::inForm(100, 200), // a leak, no noise
             qPrintable(QString::number(late.megabytes - early.megabytes)));
    QCOMPARE(m_workbench->jobs()->rowCount(), jobs);
}

void TestLoad::aLibraryOfManyJobsIsListedAndSearched()
{
    const int jobs = Test::inForm(2000, 10000);
    const auto made = Test::makeLibrary(m_folder->filePath(QStringLiteral("jobs")), jobs);
    QVERIFY2(made.isOk(), "the library could not be made");
    openWindow();
    QTRY_COMPARE(m_workbench->jobs()->rowCount(), jobs);
    auto *search = m_window->jobsPanel()->findChild<QLineEdit *>(QStringLiteral("jobSearch"));
    auto *table = m_window->jobsPanel()->findChild<QTableView *>(QStringLiteral("jobTable"));
    QTest::keyClicks(search, QStringLiteral("kinase failed"));
    const int found = table->model()->rowCount();
    QVERIFY(found > 0 && found < jobs / 50);
    QCOMPARE(table->model()->index(found - 1, 0).data().toString(), QStringLiteral("job0"));
    search->clear();
    QCOMPARE(table->model()->rowCount(), jobs);
    QTest::keyClicks(search, QStringLiteral("job%1").arg(jobs - 1));
    QCOMPARE(table->model()->rowCount(), 1);
}

QTEST_MAIN(TestLoad)
#include "tst_load.moc"
