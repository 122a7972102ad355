// SPDX-License-Identifier: GPL-3.0-or-later
// Perspectives, docks and dropped arrays in the whole window, by its keys and buttons. WHITEBOX_SCREENSHOTS
// names a folder that keeps what was seen.
#include "app/mainwindow.h"
#include "app/perspectives.h"
#include "core/export/arrayfile.h"
#include "tests/support/dropfiles.h"
#include "tests/support/testmodel.h"
#include "tests/support/testresult.h"
#include "tests/support/warnings.h"
#include "widgets/arrayscroller.h"
#include "widgets/explanationpanels.h"
#include "widgets/matrixview.h"
#include "widgets/messagebanner.h"
#include "widgets/mosaicscroll.h"
#include "widgets/pairinspector.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDir>
#include <QDockWidget>
#include <QMenuBar>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace WhiteBox;

class TestPerspectives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void beforeAResultThereAreOnlyJobs();
    void twoMosaicsFitASmallScreen();
    void everyFigureHasItsMenu();
    void keysAndButtonsChooseThePerspective();
    void whatWasClosedByHandComesBackWithReset();
    void parkedDocksCanBeShown();
    void f6WalksThroughWhatIsSeen();
    void halvesOfTheMapAreChosenInTheToolBar();
    void enterEnlargesATileFromTheMap();
    void droppedArraysOpenTheScrollerWithoutAResult();
    void brokenArrayIsAnErrorInThreeParts();

private:
    void open();
    void drop(const QString &path) { QVERIFY(Test::dropFiles(m_window.get(), {path})); }
    QSet<QString> visibleDocks() const;

    QTemporaryDir m_home;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;
};

void TestPerspectives::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("whitebox-test"));
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    qputenv("WHITEBOX_HOME", m_home.path().toUtf8());
    const QString model = Test::writeTestModel(m_home.path());
    QVERIFY(!model.isEmpty());
    qputenv("WHITEBOX_MODEL", model.toUtf8());
    applyTheme(*qApp, Theme::Light);
}

void TestPerspectives::init()
{
    QTest::failOnWarning(Test::anyWarning());
    m_workbench = std::make_unique<Workbench>();
    m_window = std::make_unique<MainWindow>(m_workbench.get());
    m_window->setAsksBeforeClosing(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestPerspectives::cleanup()
{
    m_window.reset();
    m_workbench.reset();
}

void TestPerspectives::open()
{
    m_workbench->setResult(Test::makeResult(40));
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->explanations()->current() != nullptr, 20000);
}

/// Of docks behind one another the one in front.
QSet<QString> TestPerspectives::visibleDocks() const
{
    QSet<QString> names;
    for (const QDockWidget *dock : m_window->findChildren<QDockWidget *>())
        if (dock->isVisible() && !dock->visibleRegion().isEmpty())
            names << dock->objectName();
    return names;
}

void TestPerspectives::beforeAResultThereAreOnlyJobs()
{
    QCOMPARE(visibleDocks(), QSet<QString>{QStringLiteral("jobs")});
    open();
    QTRY_VERIFY(visibleDocks().contains(QStringLiteral("gradient")));
    m_workbench->closeResult();
    QTRY_COMPARE(visibleDocks(), QSet<QString>{QStringLiteral("jobs")});
}

// Beside docks of their full width the mosaics' colour bars were scrolled out of sight.
void TestPerspectives::twoMosaicsFitASmallScreen()
{
    m_window->resize(1280, 770);
    open();
    for (const char *name : {"gradient", "coevolution"}) {
        const auto *dock = m_window->findChild<QDockWidget *>(QLatin1String(name));
        QTRY_VERIFY(dock->isVisible());
        const auto *scroll = dock->findChild<MosaicScroll *>();
        QVERIFY(scroll);
        QTRY_COMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    }
}

// Those of the curve and of the random weights opened none: a plot lies within the panel.
void TestPerspectives::everyFigureHasItsMenu()
{
    open();
    int figures = 0;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        // The menu itself is not opened: without a screen it cannot grab the keyboard.
        if (!disconnect(widget, &QWidget::customContextMenuRequested, m_window.get(), nullptr))
            continue;
        ++figures;
        for (QWidget *dock = widget; dock; dock = dock->parentWidget())
            if (qobject_cast<QDockWidget *>(dock)) {
                dock->show();
                dock->raise();
            }
        QTRY_VERIFY2(widget->isVisible(), qPrintable(widget->accessibleName()));
        const QPoint middle = widget->rect().center();
        QWidget *under = widget->childAt(middle) ? widget->childAt(middle) : widget;
        const QPoint there = under->mapFrom(widget, middle);
        const QSignalSpy asked(widget, &QWidget::customContextMenuRequested);
        QTest::mouseClick(under, Qt::RightButton, {}, there);
        QContextMenuEvent event(QContextMenuEvent::Mouse, there, under->mapToGlobal(there));
        QCoreApplication::sendEvent(under, &event);
        QVERIFY2(asked.count() == 1, qPrintable(QStringLiteral("%1: %2")
                                                    .arg(QLatin1String(widget->metaObject()->className()))
                                                    .arg(asked.count())));
    }
    QCOMPARE(figures, 12); // map, two mosaics, field, seven studies, array
}

void TestPerspectives::keysAndButtonsChooseThePerspective()
{
    open();
    const auto expect = [this](const QSet<QString> &docks) { QTRY_COMPARE(visibleDocks(), docks); };
    const auto names = [](std::initializer_list<const char *> all) {
        QSet<QString> set;
        for (const char *name : all)
            set << QLatin1String(name);
        return set;
    };
    expect(names({"jobs", "pair", "field", "gradient", "coevolution"}));
    // What the alignment knows of the two residues comes from another thread.
    QTRY_VERIFY(m_window->inspector()->toPlainText().contains(QStringLiteral("Conservation")));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    expect(names({"jobs", "pair", "field"}));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    expect(names({"array"}));
    QTRY_VERIFY2(m_window->arrayScroller()->width() > m_window->map()->width(),
                 qPrintable(QStringLiteral("%1 %2 %3")
                                .arg(m_window->arrayScroller()->width())
                                .arg(m_window->map()->width())
                                .arg(m_window->width())));
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    expect(names({"jobs"}));
    const auto buttons = m_window->menuBar()->cornerWidget()->findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        if (button->text() == Perspectives::name(Perspectives::Kind::Explain)) {
            QVERIFY(!button->isChecked());
            QTest::mouseClick(button, Qt::LeftButton);
            QVERIFY(button->isChecked());
        }
    QCOMPARE(m_window->perspectives()->current(), Perspectives::Kind::Explain);
    expect(names({"jobs", "pair", "field", "gradient", "coevolution"}));
}

void TestPerspectives::whatWasClosedByHandComesBackWithReset()
{
    open();
    auto *gradient = m_window->findChild<QDockWidget *>(QStringLiteral("gradient"));
    gradient->close();
    auto *pair = m_window->findChild<QDockWidget *>(QStringLiteral("pair"));
    m_window->addDockWidget(Qt::LeftDockWidgetArea, pair);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!gradient->isVisible()); // as it was left
    QCOMPARE(m_window->dockWidgetArea(pair), Qt::LeftDockWidgetArea);
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
    QTRY_VERIFY(gradient->isVisible());
    QCOMPARE(m_window->dockWidgetArea(pair), Qt::RightDockWidgetArea);
}

void TestPerspectives::parkedDocksCanBeShown()
{
    open();
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    auto *curve = m_window->findChild<QDockWidget *>(QStringLiteral("curve"));
    QVERIFY(!curve->isVisible());
    curve->toggleViewAction()->trigger();
    QTRY_VERIFY(curve->isVisible());
    QCOMPARE(m_window->dockWidgetArea(curve), Qt::RightDockWidgetArea);
    QVERIFY(!curve->isFloating());
}

void TestPerspectives::f6WalksThroughWhatIsSeen()
{
    open();
    m_window->activateWindow();
    m_window->map()->setFocus();
    QSet<QWidget *> seen;
    for (int k = 0; k < 10; ++k) {
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QWidget *focus = m_window->focusWidget();
        QVERIFY(focus && focus->isVisible());
        seen << focus;
    }
    QVERIFY(seen.contains(m_window->map()));
    QVERIFY(seen.contains(m_window->panels()->gradient()));
    QVERIFY(seen.contains(m_window->panels()->field()));
    QVERIFY(seen.contains(m_window->inspector()));
    const auto isTable = [](QWidget *each) { return qobject_cast<QTableView *>(each) != nullptr; };
    QVERIFY(std::any_of(seen.begin(), seen.end(), isTable)); // the jobs
    QVERIFY(!seen.contains(m_window->arrayScroller()->image()));
}

void TestPerspectives::halvesOfTheMapAreChosenInTheToolBar()
{
    open();
    QComboBox *lower = nullptr;
    for (QComboBox *box : m_window->findChildren<QComboBox *>())
        if (box->accessibleName() == QStringLiteral("Lower half"))
            lower = box;
    QVERIFY(lower);
    const QImage predicted = m_window->map()->grab().toImage();
    lower->setFocus();
    QTest::keyClick(lower, Qt::Key_End);
    QCOMPARE(m_workbench->settings()->lower(), MatrixContent::PredictedCbCb);
    for (int k = 0; k < 3; ++k)
        QTest::keyClick(lower, Qt::Key_Up);
    QCOMPARE(m_workbench->settings()->lower(), MatrixContent::PredictedCaCa);
    QVERIFY(m_window->map()->grab().toImage() != predicted);
    const QString readout = m_window->map()->readout({30, 8});
    QVERIFY2(readout.contains(QStringLiteral("Cα–Cα 22.0 Å")), qPrintable(readout));
    // Truth and error are passed over where no structure is known.
    QTest::keyClick(lower, Qt::Key_Home);
    QTest::keyClick(lower, Qt::Key_Down);
    QCOMPARE(m_workbench->settings()->lower(), MatrixContent::CouplingScore);
}

void TestPerspectives::enterEnlargesATileFromTheMap()
{
    open();
    TileMosaic *gradient = m_window->panels()->gradient();
    QTest::mouseMove(gradient, gradient->mosaicLayout().tileRect(3, 8).center().toPoint());
    QTest::keyClick(gradient, Qt::Key_Return);
    QCOMPARE(*m_workbench->selection()->openTile(), (TileStates{3, 8}));
    const QString folder = qEnvironmentVariable("WHITEBOX_SCREENSHOTS");
    if (!folder.isEmpty())
        QVERIFY(QDir().mkpath(folder) &&
                m_window->grab().save(QDir(folder).filePath(QStringLiteral("enlarged.png"))));
    QTest::keyClick(gradient, Qt::Key_Escape);
    QVERIFY(!m_workbench->selection()->openTile());
}

void TestPerspectives::droppedArraysOpenTheScrollerWithoutAResult()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("table.h5"));
    const NamedArray array{QStringLiteral("table"),
                           {},
                           {{QStringLiteral("x"), 2, 0, {}}, {QStringLiteral("y"), 3, 0, {}}},
                           {1, 2, 3, 4, 5, 6}};
    QVERIFY(writeArrays(path, {array}, {}).isOk());
    drop(path);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->perspectives()->current(), Perspectives::Kind::Array, 20000);
    QVERIFY(m_window->arrayScroller()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(m_window->arrayScroller()->image()->valueAt({1, 2}), 6.0F, 10000);
    QCOMPARE(m_window->arrayScroller()->sliceText(), QStringLiteral("table.h5:table[:, :]"));
}

void TestPerspectives::brokenArrayIsAnErrorInThreeParts()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("broken.npy")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("\x93NUMPY\x01") > 0);
    file.close();
    drop(file.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->errorBanner()->isVisible(), 20000);
    QVERIFY2(m_window->errorBanner()->text().contains(QStringLiteral("broken.npy")),
             qPrintable(m_window->errorBanner()->text()));
    QCOMPARE(m_window->perspectives()->current(), Perspectives::Kind::Explain);
}

QTEST_MAIN(TestPerspectives)
#include "tst_perspectives.moc"
