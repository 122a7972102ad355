// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs panel with real keys and clicks.
#include "tests/support/warnings.h"
#include "widgets/jobspanel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace WhiteBox;

namespace {

JobRecord record(int number, const QString &name, JobState state, int length = 100)
{
    JobRecord made;
    made.id = QStringLiteral("%1").arg(number, 16, 16, QLatin1Char('0'));
    made.name = name;
    made.length = length;
    made.state = state;
    made.created = QDateTime::fromSecsSinceEpoch(1700000000 + number, Qt::UTC);
    made.started = made.created;
    if (!made.isActive())
        made.finished = made.started.addSecs(number);
    return made;
}

} // namespace

class TestJobsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFilterKeepsTheRulesOfModels();
    void typingFindsNamesIdsAndStates();
    void escapeAndDownLeaveTheSearch();
    void headersSortByWhatTheyShow();
    void keysActOnTheSelectedJobs();
    void aNameIsEditedInPlace();
    void theMenuOffersWhatFits();
    void linksAreCopied();
    void aJobOutsideTheSearchIsShownWhenItIsChosen();
    void silentStagesTellWhatEarlierJobsTook();
    void onlyComparableJobsCount();
    void waitingJobsTellTheirPlace();
    void anEmptiedListSaysSo();
    void tenThousandJobsAreSearched();

private:
    QStringList shown() const;
    QAction *action(const char *name) const { return m_panel->findChild<QAction *>(QLatin1String(name)); }
    void clickRow(int row, Qt::KeyboardModifiers modifiers = {});

    std::unique_ptr<JobTableModel> m_model;
    std::unique_ptr<JobsPanel> m_panel;
    QTableView *m_table = nullptr;
    QLineEdit *m_search = nullptr;
};

void TestJobsPanel::init()
{
    QTest::failOnWarning(Test::anyWarning());
    m_panel.reset();
    m_model = std::make_unique<JobTableModel>();
    m_model->setRecords({record(5, QStringLiteral("CheY"), JobState::Finished, 129),
                         record(4, QStringLiteral("1aba_A"), JobState::Running, 87),
                         record(3, QStringLiteral("cheA"), JobState::Failed, 654),
                         record(2, QStringLiteral("barnase"), JobState::Cancelled, 110),
                         record(1, QStringLiteral("Ubiquitin"), JobState::Finished, 76)});
    m_panel = std::make_unique<JobsPanel>(m_model.get());
    m_panel->resize(760, 500);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_table = m_panel->findChild<QTableView *>(QStringLiteral("jobTable"));
    m_search = m_panel->findChild<QLineEdit *>(QStringLiteral("jobSearch"));
    QVERIFY(m_table && m_search);
}

QStringList TestJobsPanel::shown() const
{
    QStringList names;
    for (int row = 0; row < m_table->model()->rowCount(); ++row)
        names << m_table->model()->index(row, JobTableModel::Name).data().toString();
    return names;
}

void TestJobsPanel::clickRow(int row, Qt::KeyboardModifiers modifiers)
{
    const QRect cell = m_table->visualRect(m_table->model()->index(row, JobTableModel::Name));
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, modifiers, cell.center());
}

void TestJobsPanel::theFilterKeepsTheRulesOfModels()
{
    JobTableModel model;
    JobFilter filter(&model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.updateRecord(record(1, QStringLiteral("a"), JobState::Running));
    filter.setSearch(QStringLiteral("finished"));
    QCOMPARE(filter.rowCount(), 0);
    model.updateRecord(record(1, QStringLiteral("a"), JobState::Finished));
    QCOMPARE(filter.rowCount(), 1);
    model.removeRecord(record(1, {}, JobState::Finished).id);
    model.removeRecord(QStringLiteral("nobody"));
    QCOMPARE(filter.rowCount(), 0);
    filter.setSearch(QString());
    // What comes back stands at the place of its age.
    model.updateRecord(record(1, QStringLiteral("old"), JobState::Finished));
    model.updateRecord(record(3, QStringLiteral("new"), JobState::Finished));
    model.updateRecord(record(2, QStringLiteral("between"), JobState::Finished));
    QCOMPARE(filter.record(1)->name, QStringLiteral("between"));
}

void TestJobsPanel::typingFindsNamesIdsAndStates()
{
    QTest::keyClicks(m_search, QStringLiteral("che"));
    QCOMPARE(shown(), (QStringList{QStringLiteral("CheY"), QStringLiteral("cheA")}));
    const auto *found = m_panel->findChild<QLabel *>(QStringLiteral("jobsFound"));
    QVERIFY(found->isVisible());
    QVERIFY2(found->text().startsWith(QStringLiteral("2 of 5")), qPrintable(found->text()));
    QTest::keyClicks(m_search, QStringLiteral(" failed"));
    QCOMPARE(shown(), QStringList{QStringLiteral("cheA")});
    m_search->clear();
    QVERIFY(!found->isVisible());
    QTest::keyClicks(m_search, QStringLiteral("0000000000000002"));
    QCOMPARE(shown(), QStringList{QStringLiteral("barnase")});
    m_search->clear();
    QTest::keyClicks(m_search, QStringLiteral(".*"));
    QVERIFY(shown().isEmpty());
    const auto *stage = m_panel->findChild<QLabel *>(QStringLiteral("jobStage"));
    QVERIFY2(stage->text().contains(QStringLiteral("No job has")), qPrintable(stage->text()));
}

void TestJobsPanel::escapeAndDownLeaveTheSearch()
{
    m_panel->focusSearch();
    QVERIFY(m_search->hasFocus());
    QTest::keyClicks(m_search, QStringLiteral("ubi"));
    QTest::keyClick(m_search, Qt::Key_Down);
    QVERIFY(m_table->hasFocus());
    QCOMPARE(m_panel->selectedJob(), record(1, {}, JobState::Finished).id);
    m_panel->focusSearch();
    QTest::keyClick(m_search, Qt::Key_Escape);
    QVERIFY(m_search->text().isEmpty());
    QCOMPARE(shown().size(), 5);
}

void TestJobsPanel::headersSortByWhatTheyShow()
{
    const QStringList newestFirst = shown();
    QCOMPARE(newestFirst.first(), QStringLiteral("CheY"));
    QHeaderView *header = m_table->horizontalHeader();
    const auto click = [header](int column) {
        const QPoint at(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                        header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    };
    click(JobTableModel::Length); // as numbers: 76 before 110
    QCOMPARE(shown().first(), QStringLiteral("Ubiquitin"));
    QCOMPARE(shown().last(), QStringLiteral("cheA"));
    click(JobTableModel::Length);
    QCOMPARE(shown().first(), QStringLiteral("cheA"));
    click(JobTableModel::Length);
    QCOMPARE(shown(), newestFirst);
    click(JobTableModel::Name);
    QCOMPARE(shown()[1], QStringLiteral("barnase"));
    QCOMPARE(shown()[2], QStringLiteral("cheA"));
    click(JobTableModel::State);
    QCOMPARE(shown().first(), QStringLiteral("1aba_A")); // the running one
}

void TestJobsPanel::keysActOnTheSelectedJobs()
{
    QSignalSpy open(m_panel.get(), &JobsPanel::openRequested);
    QSignalSpy removed(m_panel.get(), &JobsPanel::deleteRequested);
    clickRow(0);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.first().first().toString(), record(5, {}, JobState::Finished).id);
    clickRow(2, Qt::ControlModifier);
    QTest::keyClick(m_table, Qt::Key_Delete);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.first().first().toStringList().size(), 2);
    // A running job has no result and cannot be deleted.
    clickRow(1);
    QTest::keyClick(m_table, Qt::Key_Return);
    QTest::keyClick(m_table, Qt::Key_Delete);
    QCOMPARE(open.count(), 1);
    QCOMPARE(removed.count(), 1);
    // Delete in the search deletes letters.
    clickRow(0);
    m_panel->focusSearch();
    QTest::keyClick(m_search, Qt::Key_Delete);
    QCOMPARE(removed.count(), 1);
}

void TestJobsPanel::aNameIsEditedInPlace()
{
    QSignalSpy asked(m_model.get(), &JobTableModel::renameRequested);
    QSignalSpy opened(m_panel.get(), &JobsPanel::openRequested);
    clickRow(2);
    QTest::keyClick(m_table, Qt::Key_F2);
    const auto editor = [this] { return m_table->viewport()->findChild<QLineEdit *>(); };
    QVERIFY(editor());
    QCOMPARE(editor()->text(), QStringLiteral("cheA"));
    QTest::keyClicks(editor(), QStringLiteral("the kinase"));
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(asked.first(), QVariantList({record(3, {}, JobState::Failed).id, QStringLiteral("the kinase")}));
    QCOMPARE(opened.count(), 0);
    QCOMPARE(shown()[2], QStringLiteral("cheA")); // until the library has answered
    // What is given up, and what is the same, asks for nothing.
    QTRY_VERIFY(!editor());
    QTest::keyClick(m_table, Qt::Key_F2);
    QTest::keyClicks(editor(), QStringLiteral("no"));
    QTest::keyClick(editor(), Qt::Key_Escape);
    QTRY_VERIFY(!editor());
    QTest::keyClick(m_table, Qt::Key_F2);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_VERIFY(!editor());
    QCOMPARE(asked.count(), 1);
    // What a running job tells meanwhile leaves alone what is typed.
    clickRow(1);
    QVERIFY(action("renameJob")->isEnabled());
    QTest::keyClick(m_table, Qt::Key_F2);
    QTest::keyClicks(editor(), QStringLiteral("typed"));
    JobRecord running = *m_model->record(1);
    QVERIFY(running.isActive());
    m_model->setProgress(running.id, JobStage::Couplings, 0.5, QStringLiteral("half"));
    running.stage = JobStage::Prediction;
    m_model->updateRun(running);
    QCOMPARE(editor()->text(), QStringLiteral("typed"));
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(asked.count(), 2);
    QCOMPARE(asked.last(), QVariantList({running.id, QStringLiteral("typed")}));
}

void TestJobsPanel::theMenuOffersWhatFits()
{
    QCOMPARE(m_table->contextMenuPolicy(), Qt::ActionsContextMenu);
    const auto enabled = [this](const char *name) { return action(name)->isEnabled(); };
    QVERIFY(!enabled("openJob") && !enabled("deleteJobs") && !enabled("copyLink") && !enabled("runAgain"));
    clickRow(0); // finished
    QVERIFY(enabled("openJob") && enabled("deleteJobs") && enabled("copyLink") && enabled("runAgain"));
    QVERIFY(!enabled("cancelJobs") && !enabled("resumeJobs"));
    clickRow(1); // running
    QVERIFY(enabled("cancelJobs") && enabled("copyLink"));
    QVERIFY(!enabled("openJob") && !enabled("deleteJobs") && !enabled("runAgain") && !enabled("resumeJobs"));
    clickRow(2); // failed: its message, with the command's last output
    QVERIFY(enabled("openJob") && enabled("resumeJobs"));
    clickRow(3); // cancelled
    QVERIFY(enabled("resumeJobs") && enabled("runAgain") && enabled("deleteJobs") && !enabled("openJob"));
    QSignalSpy cancel(m_panel.get(), &JobsPanel::cancelRequested);
    QSignalSpy again(m_panel.get(), &JobsPanel::againRequested);
    m_table->selectAll();
    action("cancelJobs")->trigger();
    QCOMPARE(cancel.count(), 1); // of five the one that runs
    action("runAgain")->trigger();
    QCOMPARE(again.count(), 4);
}

void TestJobsPanel::linksAreCopied()
{
    clickRow(0);
    action("copyLink")->trigger();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("whitebox://job/0000000000000005"));
}

void TestJobsPanel::aJobOutsideTheSearchIsShownWhenItIsChosen()
{
    QTest::keyClicks(m_search, QStringLiteral("che"));
    m_panel->selectJob(record(1, {}, JobState::Finished).id);
    QCOMPARE(m_panel->selectedJob(), record(1, {}, JobState::Finished).id);
    QVERIFY(m_search->text().isEmpty());
}

void TestJobsPanel::silentStagesTellWhatEarlierJobsTook()
{
    const auto *stage = m_panel->findChild<QLabel *>(QStringLiteral("jobStage"));
    const QString id = record(4, {}, JobState::Running).id;
    clickRow(1);
    m_model->setProgress(id, JobStage::Search, -1, QStringLiteral("round 1"));
    QVERIFY2(stage->text().contains(QStringLiteral("no earlier job")), qPrintable(stage->text()));
    QCOMPARE(m_model->indexOf(id, JobTableModel::Eta).data().toString(), QStringLiteral("–"));
    auto earlier = record(1, QStringLiteral("Ubiquitin"), JobState::Finished, 76);
    earlier.seconds = {{QStringLiteral("search"), 31.2}};
    m_model->updateRecord(earlier);
    earlier = record(2, QStringLiteral("barnase"), JobState::Cancelled, 110);
    earlier.seconds = {{QStringLiteral("search"), 75.0}};
    m_model->updateRecord(earlier);
    QCOMPARE(m_model->indexOf(id, JobTableModel::Eta).data().toString(),
             QStringLiteral("usually 31 s to 1 min 15 s"));
    QVERIFY2(stage->text().contains(QStringLiteral("2 earlier jobs like this one took 31 s to 1 min 15 s")),
             qPrintable(stage->text()));
    // A stage that tells its progress is measured by itself.
    m_model->setProgress(id, JobStage::Search, 0.5, QString());
    QVERIFY(!stage->text().contains(QStringLiteral("earlier")));
}

void TestJobsPanel::onlyComparableJobsCount()
{
    const auto with = [](const QString &database, const QString &engine) {
        return QJsonObject{{QStringLiteral("parameters"), QJsonObject{{QStringLiteral("database"), database},
                                                                      {QStringLiteral("engine"), engine},
                                                                      {QStringLiteral("searchRounds"), 3}}}};
    };
    JobTableModel model;
    auto running = record(9, QStringLiteral("now"), JobState::Running, 100);
    running.request = with(QStringLiteral("big"), QStringLiteral("built-in"));
    auto same = record(1, QStringLiteral("same"), JobState::Finished, 120);
    same.request = running.request;
    same.seconds = {{QStringLiteral("search"), 10}, {QStringLiteral("couplings"), 20}};
    auto small = record(2, QStringLiteral("small"), JobState::Finished, 100);
    small.request = with(QStringLiteral("small"), QStringLiteral("ccmpred"));
    small.seconds = {{QStringLiteral("search"), 1}, {QStringLiteral("couplings"), 500}};
    auto longer = record(3, QStringLiteral("longer"), JobState::Finished, 160);
    longer.request = running.request;
    longer.seconds = {{QStringLiteral("search"), 900}, {QStringLiteral("couplings"), 900}};
    model.setRecords({running, longer, small, same});
    model.setProgress(running.id, JobStage::Search, -1, QString());
    QCOMPARE(model.etaText(running), QStringLiteral("usually 10 s"));
    model.setProgress(running.id, JobStage::Couplings, -1, QString());
    QCOMPARE(model.etaText(running), QStringLiteral("usually 20 s"));
    model.setProgress(running.id, JobStage::Prediction, -1, QString());
    QVERIFY(model.etaText(running).isEmpty());
}

void TestJobsPanel::waitingJobsTellTheirPlace()
{
    JobTableModel model;
    for (int k = 1; k <= 3; ++k)
        model.updateRecord(record(k, QStringLiteral("p"), k == 1 ? JobState::Running : JobState::Queued));
    model.setQueue({record(1, {}, JobState::Running).id, record(3, {}, JobState::Queued).id,
                    record(2, {}, JobState::Queued).id});
    const auto state = [&](int k) {
        return model.indexOf(record(k, {}, JobState::Queued).id, JobTableModel::State).data().toString();
    };
    QCOMPARE(state(1), QStringLiteral("Running"));
    QCOMPARE(state(3), QStringLiteral("Queued, place 1"));
    QCOMPARE(state(2), QStringLiteral("Queued, place 2"));
}

// It said that no job had the words of a search, when there was neither search nor job.
void TestJobsPanel::anEmptiedListSaysSo()
{
    const auto *stage = m_panel->findChild<QLabel *>(QStringLiteral("jobStage"));
    while (m_model->rowCount() > 0)
        m_model->removeRecord(m_model->record(0)->id);
    QVERIFY2(stage->text().startsWith(QStringLiteral("No job yet")), qPrintable(stage->text()));
}

void TestJobsPanel::tenThousandJobsAreSearched()
{
    std::vector<JobRecord> records;
    for (int k = 10000; k > 0; --k)
        records.push_back(record(k, QStringLiteral("protein %1").arg(k),
                                 k % 7 == 0 ? JobState::Failed : JobState::Finished));
    m_model->setRecords(std::move(records));
    QTest::keyClicks(m_search, QStringLiteral("9999"));
    QCOMPARE(shown(), QStringList{QStringLiteral("protein 9999")});
    m_search->clear();
    QTest::keyClicks(m_search, QStringLiteral("protein failed"));
    QCOMPARE(shown().size(), 10000 / 7);
    QCOMPARE(shown().first(), QStringLiteral("protein 9996"));
    m_search->clear();
    QCOMPARE(shown().size(), 10000);
}

QTEST_MAIN(TestJobsPanel)
#include "tst_jobspanel.moc"
