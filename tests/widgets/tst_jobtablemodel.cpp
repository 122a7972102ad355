// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/warnings.h"
#include "widgets/jobspanel.h"
#include "widgets/jobtablemodel.h"
#include "widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QIcon>
#include <QImage>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>

using namespace WhiteBox;

namespace {

JobRecord record(const QString &id, JobState state)
{
    JobRecord made;
    made.id = id;
    made.name = QStringLiteral("protein ") + id;
    made.length = 129;
    made.state = state;
    made.created = made.started = QDateTime::currentDateTimeUtc();
    return made;
}

} // namespace

class TestJobTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(Test::anyWarning()); }
    void modelKeepsTheRulesThroughAJobsLife();
    void newestStandsFirstAndUpdatesInPlace();
    void etaIsToldOnlyWhereMeasured();
    void iconsAreSeenInBothThemes();
    void panelShowsProgressAndCancels();
};

void TestJobTableModel::modelKeepsTheRulesThroughAJobsLife()
{
    JobTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRecords({record(QStringLiteral("a"), JobState::Finished)});
    model.updateRecord(record(QStringLiteral("b"), JobState::Queued));
    model.updateRecord(record(QStringLiteral("b"), JobState::Running));
    model.setProgress(QStringLiteral("b"), JobStage::Couplings, 0.4, QStringLiteral("step 20"));
    model.setProgress(QStringLiteral("nobody"), JobStage::Couplings, 0.4, QString());
    model.tick();
    model.updateRecord(record(QStringLiteral("b"), JobState::Failed));
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.progress(QStringLiteral("b")));
}

void TestJobTableModel::newestStandsFirstAndUpdatesInPlace()
{
    JobTableModel model;
    model.updateRecord(record(QStringLiteral("a"), JobState::Running));
    model.updateRecord(record(QStringLiteral("b"), JobState::Queued));
    QCOMPARE(model.record(0)->id, QStringLiteral("b"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setProgress(QStringLiteral("a"), JobStage::Search, 0.25, QStringLiteral("round 2"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.indexOf(QStringLiteral("a"), JobTableModel::Progress).data().toString(),
             QStringLiteral("25 %"));
    QCOMPARE(model.indexOf(QStringLiteral("a"), JobTableModel::Stage).data().toString(),
             QStringLiteral("Search"));
    QCOMPARE(model.indexOf(QStringLiteral("b"), JobTableModel::State).data().toString(),
             QStringLiteral("Queued"));
    QVERIFY(!model.indexOf(QStringLiteral("b"), JobTableModel::State).data(Qt::DecorationRole).isNull());
}

void TestJobTableModel::etaIsToldOnlyWhereMeasured()
{
    JobTableModel model;
    model.updateRecord(record(QStringLiteral("a"), JobState::Running));
    model.setProgress(QStringLiteral("a"), JobStage::Search, -1, QString());
    QCOMPARE(model.indexOf(QStringLiteral("a"), JobTableModel::Eta).data().toString(), QStringLiteral("–"));
    QCOMPARE(model.indexOf(QStringLiteral("a"), JobTableModel::Progress).data().toString(),
             QStringLiteral("…"));
}

// The style's triangle and bars are black, and were not seen on the dark theme's ground.
void TestJobTableModel::iconsAreSeenInBothThemes()
{
    JobTableModel model;
    model.setRecords(
        {record(QStringLiteral("a"), JobState::Running), record(QStringLiteral("b"), JobState::Queued)});
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(*qApp, theme);
        const int ground = qGray(QApplication::palette().color(QPalette::Base).rgb());
        for (int row = 0; row < 2; ++row) {
            const QIcon icon = model.index(row, JobTableModel::State).data(Qt::DecorationRole).value<QIcon>();
            const QImage drawn = icon.pixmap(16, 16).toImage();
            int seen = 0;
            for (int y = 0; y < drawn.height(); ++y)
                for (int x = 0; x < drawn.width(); ++x) {
                    const QColor color = drawn.pixelColor(x, y);
                    seen += color.alpha() > 200 && std::abs(qGray(color.rgb()) - ground) > 120;
                }
            QVERIFY2(seen > 20, qPrintable(QStringLiteral("row %1: %2").arg(row).arg(seen)));
        }
    }
}

void TestJobTableModel::panelShowsProgressAndCancels()
{
    JobTableModel model;
    model.updateRecord(record(QStringLiteral("a"), JobState::Running));
    JobsPanel panel(&model);
    panel.resize(230, 400);
    panel.show();
    panel.selectJob(QStringLiteral("a"));
    model.setProgress(QStringLiteral("a"), JobStage::Search, 0.5, QStringLiteral("round 1 of 3"));
    QCOMPARE(panel.findChild<QProgressBar *>(QStringLiteral("jobProgress"))->value(), 500);
    bool told = false;
    for (const QLabel *label : panel.findChildren<QLabel *>())
        told = told || label->text() == QStringLiteral("Search: round 1 of 3");
    QVERIFY(told);
    QSignalSpy cancel(&panel, &JobsPanel::cancelRequested);
    QTest::mouseClick(panel.findChild<QPushButton *>(QStringLiteral("cancelJob")), Qt::LeftButton);
    QCOMPARE(cancel.count(), 1);
    QCOMPARE(cancel.first().first().toString(), QStringLiteral("a"));
    model.updateRecord(record(QStringLiteral("a"), JobState::Finished));
    QVERIFY(!panel.findChild<QPushButton *>(QStringLiteral("cancelJob"))->isEnabled());
}

QTEST_MAIN(TestJobTableModel)
#include "tst_jobtablemodel.moc"
