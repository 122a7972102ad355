// SPDX-License-Identifier: GPL-3.0-or-later
// Many sequences at once through the window, with a fast jackhmmer (tests/support/faketool.cpp), and a
// library of very many jobs. What is bounded is asserted; times are measured by bench_load.
#include "core/store/jobstore.h"
#include "tests/support/eventclock.h"
#include "tests/support/loadfixture.h"
#include "tests/support/longform.h"
#include "tests/support/warnings.h"
#include "tests/support/windowfixture.h"
#include "widgets/jobfilter.h"
#include "widgets/jobspanel.h"
#include "widgets/messagebanner.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>

using namespace WhiteBox;

class TestLoad : public Test::WindowFixture
{
    Q_OBJECT

    void openWindowWithTool();

private Q_SLOTS:
    void initTestCase() { makeHome(); }
    void init() { makeFolder(); }
    void cleanup() { closeWindow(); }
    void manySequencesRunThroughInOrder();
    void aLibraryOfManyJobsIsListedAndSearched();
};

void TestLoad::openWindowWithTool()
{
    QTest::failOnWarning(Test::anyWarning());
    openWindow();
    JobParameters preferences;
    preferences.jackhmmer = QStringLiteral(WB_FAKE_TOOL);
    preferences.database = write(QStringLiteral("db.fa"), ">t1\nMADKELKFLVVDDFSTMRRIVRNLLKELGF\n");
    QVERIFY(!preferences.database.isEmpty());
    preferences.threads = 1;
    m_workbench->setPreferences(preferences);
}

void TestLoad::manySequencesRunThroughInOrder()
{
    const int jobs = Test::inForm(25, 200);
    openWindowWithTool();
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
    const QString many = write(QStringLiteral("many.fa"), Test::manySequences(jobs));
    drop({many});
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
    const auto made = Test::makeLibrary(libraryFolder(), jobs);
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
