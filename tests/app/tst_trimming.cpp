// SPDX-License-Identifier: GPL-3.0-or-later
// The library's size, its retention and trimmed results in the window. WHITEBOX_SCREENSHOTS names a folder
// that keeps what was seen.
#include "core/store/jobstore.h"
#include "core/store/storesize.h"
#include "tests/support/windowfixture.h"
#include "widgets/explanationpanels.h"
#include "widgets/jobpreferences.h"
#include "widgets/jobspanel.h"
#include "widgets/messagebanner.h"
#include "widgets/preferencesdialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>

using namespace WhiteBox;

class TestTrimming : public Test::WindowFixture
{
    Q_OBJECT

    QString computeJob();
    template <class T>
    T *in(QWidget &parent, const char *name) const
    {
        return parent.findChild<T *>(QLatin1String(name));
    }
    void keepScreenshot(QWidget &widget, const char *name) const;

private Q_SLOTS:
    void initTestCase() { makeHome(); }
    void init();
    void cleanup() { closeWindow(); }
    void theSizeIsShown();
    void trimNowShowsWhatWouldGoFirst();
    void whatUnfinishedJobsLeftGoesWhenItIsAskedFor();
    void whatUnfinishedJobsLeftCountsFirst();
    void aJobThatWasFinishedMeanwhileKeepsItsCouplings();
    void theChoiceIsKeptAndFollowed();
    void aTrimmedResultOpensAndIsComputedAgain();
};

void TestTrimming::init()
{
    QSettings().clear();
    setUp();
}

void TestTrimming::keepScreenshot(QWidget &widget, const char *name) const
{
    const QString folder = qEnvironmentVariable("WHITEBOX_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    widget.grab().save(QDir(folder).filePath(QLatin1String(name) + QStringLiteral(".png")));
}

/// Opens the result of a made-up family, and gives its job.
QString TestTrimming::computeJob()
{
    QByteArray text;
    for (int n = 0; n < 30; ++n) {
        for (int i = 0; i < 40; ++i)
            text += n > 0 && i == n ? '-' : "ACDEFGHIKLMNPQRSTVWY"[(i * 7 + (n * i) % 5 + n / 9) % 20];
        text += '\n';
    }
    m_workbench->openText(text, QStringLiteral("family.aln"));
    const bool opened = QTest::qWaitFor([&] { return m_workbench->result() != nullptr; }, 30000);
    return opened ? m_workbench->result()->jobId : QString();
}

void TestTrimming::theSizeIsShown()
{
    const auto *size = in<QLabel>(*m_window, "librarySize");
    QTRY_VERIFY(!size->text().isEmpty());
    const QString before = size->text();
    QVERIFY(!computeJob().isEmpty());
    QTRY_VERIFY(size->text() != before);
    QCOMPARE(size->text(), sizeText(double(folderSize(libraryFolder()))));
}

void TestTrimming::trimNowShowsWhatWouldGoFirst()
{
    const QString id = computeJob();
    m_workbench->closeResult();
    PreferencesDialog dialog(m_workbench.get(), m_window.get());
    dialog.setPage(PreferencesDialog::Page::Storage);
    dialog.show();
    auto *keep = in<QComboBox>(dialog, "keep");
    auto *now = in<QPushButton>(dialog, "trimNow");
    auto *confirm = in<QPushButton>(dialog, "trimConfirm");
    const auto *text = in<QLabel>(dialog, "trimText");
    QTest::mouseClick(now, Qt::LeftButton); // always: of finished jobs nothing
    QTRY_VERIFY2(text->text().contains(QStringLiteral("Nothing to trim")), qPrintable(text->text()));
    keepScreenshot(dialog, "storage-always");
    keep->setCurrentIndex(keep->findData(int(Retention::Keep::Newest)));
    QTest::mouseClick(now, Qt::LeftButton);
    QTRY_VERIFY2(text->text().contains(QStringLiteral("Nothing to trim")), qPrintable(text->text()));
    keep->setCurrentIndex(keep->findData(int(Retention::Keep::Days)));
    in<QSpinBox>(dialog, "keepNumber")->setValue(5);
    // It ended long ago.
    auto store = JobStore::open(libraryFolder()).value();
    QVERIFY(store
                ->change(id,
                         [](JobRecord &job) {
                             job.finished = job.finished.addDays(-9);
                             return Result<void>();
                         })
                .isOk());
    QTest::mouseClick(now, Qt::LeftButton);
    QTRY_VERIFY2(confirm->isVisible(), qPrintable(text->text()));
    QVERIFY2(text->text().contains(QStringLiteral("The couplings of 1 job")), qPrintable(text->text()));
    keepScreenshot(dialog, "storage-plan");
    QTest::mouseClick(in<QPushButton>(dialog, "trimRefuse"), Qt::LeftButton);
    QVERIFY(!confirm->isVisible() && !store->find(id).value().trimmed);
    QTest::mouseClick(now, Qt::LeftButton);
    QTRY_VERIFY(confirm->isVisible());
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_VERIFY2(text->text().startsWith(QStringLiteral("Done:")), qPrintable(text->text()));
    QVERIFY(store->find(id).value().trimmed);
    QVERIFY(m_workbench->jobs()->record(0)->trimmed);
    keepScreenshot(dialog, "storage-done");
}

void TestTrimming::whatUnfinishedJobsLeftGoesWhenItIsAskedFor()
{
    const QString id = computeJob();
    m_workbench->closeResult();
    auto store = JobStore::open(libraryFolder()).value();
    QVERIFY(store
                ->change(id,
                         [](JobRecord &job) {
                             job.state = JobState::Cancelled;
                             return Result<void>();
                         })
                .isOk());
    QFile checkpoint(store->jobFolder(id) + QStringLiteral("/couplings.checkpoint"));
    QVERIFY(checkpoint.open(QIODevice::WriteOnly) && checkpoint.write(QByteArray(123456, 'x')) == 123456);
    checkpoint.close();
    PreferencesDialog dialog(m_workbench.get(), m_window.get());
    dialog.setPage(PreferencesDialog::Page::Storage);
    dialog.show();
    auto *also = in<QCheckBox>(dialog, "trimUnfinished");
    auto *confirm = in<QPushButton>(dialog, "trimConfirm");
    const auto *text = in<QLabel>(dialog, "trimText");
    QVERIFY(!also->isVisible());
    QTest::mouseClick(in<QPushButton>(dialog, "trimNow"), Qt::LeftButton);
    QTRY_VERIFY2(also->isVisible(), qPrintable(text->text()));
    QVERIFY2(also->text().contains(QStringLiteral("123.5 kB")), qPrintable(also->text()));
    QVERIFY2(text->text().contains(QStringLiteral("from the start")), qPrintable(text->text()));
    QVERIFY(!also->isChecked() && !confirm->isEnabled()); // nothing goes that was not asked for
    keepScreenshot(dialog, "storage-unfinished");
    also->click();
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_VERIFY2(text->text().startsWith(QStringLiteral("Done:")), qPrintable(text->text()));
    QVERIFY(!checkpoint.exists() && !also->isVisible());
}

// Where that is enough to reach a size, the finished job keeps its couplings.
void TestTrimming::whatUnfinishedJobsLeftCountsFirst()
{
    const QString left = computeJob();
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    m_workbench->runAgain(left);
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, 30000);
    const QString finished = settled[0][0].toString();
    m_workbench->closeResult();
    auto store = JobStore::open(libraryFolder()).value();
    QVERIFY(store
                ->change(left,
                         [](JobRecord &job) {
                             job.state = JobState::Cancelled;
                             return Result<void>();
                         })
                .isOk());
    QFile checkpoint(store->jobFolder(left) + QStringLiteral("/couplings.checkpoint"));
    QVERIFY(checkpoint.open(QIODevice::WriteOnly) && checkpoint.resize(2000000000)); // takes no room
    PreferencesDialog dialog(m_workbench.get(), m_window.get());
    dialog.setPage(PreferencesDialog::Page::Storage);
    dialog.show();
    auto *keep = in<QComboBox>(dialog, "keep");
    auto *also = in<QCheckBox>(dialog, "trimUnfinished");
    const auto *text = in<QLabel>(dialog, "trimText");
    keep->setCurrentIndex(keep->findData(int(Retention::Keep::Gigabytes)));
    in<QSpinBox>(dialog, "keepNumber")->setValue(1);
    QTest::mouseClick(in<QPushButton>(dialog, "trimNow"), Qt::LeftButton);
    QTRY_VERIFY2(also->isVisible(), qPrintable(text->text()));
    QVERIFY2(text->text().contains(QStringLiteral("The couplings of 1 job")), qPrintable(text->text()));
    also->click();
    QVERIFY2(text->text().startsWith(QStringLiteral("What unfinished jobs left is enough")),
             qPrintable(text->text()));
    also->click();
    QVERIFY2(text->text().contains(QStringLiteral("The couplings of 1 job")), qPrintable(text->text()));
    also->click();
    keepScreenshot(dialog, "storage-size");
    QTest::mouseClick(in<QPushButton>(dialog, "trimConfirm"), Qt::LeftButton);
    QTRY_VERIFY2(text->text().startsWith(QStringLiteral("Done:")), qPrintable(text->text()));
    QVERIFY(!checkpoint.exists() && !store->find(finished).value().trimmed);
}

// What is to go was looked at, and before it is agreed to another program resumes the job and ends it.
void TestTrimming::aJobThatWasFinishedMeanwhileKeepsItsCouplings()
{
    const QString id = computeJob();
    m_workbench->closeResult();
    auto store = JobStore::open(libraryFolder()).value();
    const auto become = [&](JobState state) {
        return store
            ->change(id,
                     [state](JobRecord &job) {
                         job.state = state;
                         return Result<void>();
                     })
            .isOk();
    };
    QVERIFY(become(JobState::Cancelled));
    QFile checkpoint(store->jobFolder(id) + QStringLiteral("/couplings.checkpoint"));
    QVERIFY(checkpoint.open(QIODevice::WriteOnly) && checkpoint.write("x") == 1);
    checkpoint.close();
    PreferencesDialog dialog(m_workbench.get(), m_window.get());
    dialog.setPage(PreferencesDialog::Page::Storage);
    dialog.show();
    auto *also = in<QCheckBox>(dialog, "trimUnfinished");
    QTest::mouseClick(in<QPushButton>(dialog, "trimNow"), Qt::LeftButton);
    QTRY_VERIFY(also->isVisible());
    also->click();
    QVERIFY(become(JobState::Finished));
    QSignalSpy failed(m_workbench->library(), &JobLibrary::failed);
    QTest::mouseClick(in<QPushButton>(dialog, "trimConfirm"), Qt::LeftButton);
    QTRY_COMPARE(failed.count(), 1);
    const QString why = failed[0][0].value<Error>().why;
    QVERIFY2(why.contains(QStringLiteral("another program has changed it")), qPrintable(why));
    QVERIFY(!store->find(id).value().trimmed);
}

void TestTrimming::theChoiceIsKeptAndFollowed()
{
    PreferencesDialog dialog(m_workbench.get(), m_window.get());
    auto *keep = in<QComboBox>(dialog, "keep");
    keep->setCurrentIndex(keep->findData(int(Retention::Keep::Newest)));
    in<QSpinBox>(dialog, "keepNumber")->setValue(1);
    dialog.accept();
    QTRY_COMPARE(int(loadRetention().keep), int(Retention::Keep::Newest));
    QCOMPARE(loadRetention().number, 1);
    const QString first = computeJob();
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    m_workbench->runAgain(first);
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, 30000);
    const auto record = [this](const QString &id) {
        return m_workbench->jobs()->record(m_workbench->jobs()->indexOf(id).row());
    };
    QTRY_VERIFY(record(first)->trimmed); // the second is open and newest
    QVERIFY(!record(settled[0][0].toString())->trimmed);
}

void TestTrimming::aTrimmedResultOpensAndIsComputedAgain()
{
    const QString id = computeJob();
    m_workbench->closeResult();
    m_workbench->library()->trim({TrimItem{id, {}}});
    QTRY_VERIFY(m_workbench->jobs()->record(0)->trimmed);
    m_workbench->openJob(id);
    QTRY_VERIFY(m_workbench->result() != nullptr);
    QVERIFY(!m_workbench->result()->couplings && m_workbench->result()->predicted);
    MessageBanner *banner = m_window->errorBanner();
    QTRY_VERIFY2(banner->text().contains(QStringLiteral("taken out to save space")),
                 qPrintable(banner->text()));
    m_window->jobsPanel()->selectJob(id);
    m_workbench->selection()->setPair(ResiduePair{30, 8});
    const QString told = m_window->panels()->gradient()->picture().title;
    QVERIFY2(told.startsWith(QStringLiteral("Without couplings")), qPrintable(told));
    keepScreenshot(*m_window, "trimmed");
    QPushButton *answer = nullptr;
    for (auto *button : banner->findChildren<QPushButton *>())
        answer = button->text() == QStringLiteral("Recompute the couplings") ? button : answer;
    QVERIFY(answer);
    QTest::mouseClick(answer, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->result() && m_workbench->result()->couplings, 30000);
    QVERIFY(!m_workbench->jobs()->record(0)->trimmed);
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->explanations()->current() != nullptr, 15000);
}

QTEST_MAIN(TestTrimming)
#include "tst_trimming.moc"
