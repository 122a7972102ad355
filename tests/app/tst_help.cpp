// SPDX-License-Identifier: GPL-3.0-or-later
// The manual has no dead link and no missing picture, F1 finds a page for every view, and the shortcuts sheet
// tells keys that work.
#include "app/mainwindow.h"
#include "app/manualpages.h"
#include "app/perspectives.h"
#include "tests/support/testmodel.h"
#include "widgets/aboutdialog.h"
#include "widgets/arrayimage.h"
#include "widgets/arrayscroller.h"
#include "widgets/bibliography.h"
#include "widgets/explanationpanels.h"
#include "widgets/manualview.h"
#include "widgets/matrixview.h"
#include "widgets/messagebanner.h"
#include "widgets/plotpanel.h"
#include "widgets/shortcutsheet.h"
#include "widgets/viewkeys.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QImage>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextLayout>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace WhiteBox;

namespace {

/// Everything that a page links and shows, as it is written there.
struct References
{
    QStringList links;
    QStringList pictures;
};

References referencesOf(const ManualPage &page)
{
    References found;
    for (QTextBlock block = page.document()->begin(); block.isValid(); block = block.next())
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            if (format.isAnchor() && !format.anchorHref().isEmpty())
                found.links << format.anchorHref();
            if (format.isImageFormat())
                found.pictures << format.toImageFormat().name();
        }
    return found;
}

bool takesKey(QWidget &widget, QKeyCombination key)
{
    QKeyEvent event(QEvent::KeyPress, key.key(), key.keyboardModifiers());
    QCoreApplication::sendEvent(&widget, &event);
    return event.isAccepted();
}

QStringList keysOf(const QList<ShortcutGroup> &groups)
{
    QStringList keys;
    for (const ShortcutGroup &group : groups)
        for (const auto &[key, text] : group.rows)
            keys << key;
    return keys;
}

void keepScreenshot(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("WHITEBOX_SCREENSHOTS");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        widget.grab().save(QDir(folder).filePath(QLatin1String(name) + QStringLiteral(".png")));
}

} // namespace

class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPageIsListedAndTitled();
    void everyLinkLeadsSomewhere();
    void everyPictureIsThereAndSmall();
    void everyPageBeginsWithItsTitle();
    void linksGoBackAndForward();
    void findGoesThroughAllPages();
    void everyViewHasItsPage();
    void helpOpensThePageOfTheFocusedView();
    void theSheetHoldsEveryShortcut();
    void everyShortcutReachesItsAction();
    void theViewsTakeTheKeysThatTheSheetTells();
    void citationsAreWholeAndCanBeCopied();

private:
    QTemporaryDir m_home;
};

void TestHelp::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("whitebox-test"));
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    qputenv("WHITEBOX_HOME", m_home.path().toUtf8());
    const QString model = Test::writeTestModel(m_home.path());
    QVERIFY(!model.isEmpty());
    qputenv("WHITEBOX_MODEL", model.toUtf8());
}

void TestHelp::everyPageIsListedAndTitled()
{
    QStringList files = QDir(QStringLiteral(":/manual")).entryList({QStringLiteral("*.md")});
    QStringList pages = ManualView::pages();
    QVERIFY(pages.size() > 10);
    QSet<QString> titles;
    for (const QString &page : pages) {
        QVERIFY2(!ManualView::titleOf(page).isEmpty(), qPrintable(page));
        titles << ManualView::titleOf(page);
    }
    QCOMPARE(titles.size(), pages.size());
    files.sort();
    pages.sort();
    QCOMPARE(pages, files);
}

void TestHelp::everyLinkLeadsSomewhere()
{
    ManualView manual;
    int links = 0;
    for (const QString &page : ManualView::pages()) {
        manual.showPage(page);
        for (const QString &link : referencesOf(*manual.text()).links) {
            manual.showPage(page);
            const QUrl target = manual.text()->source().resolved(QUrl(link));
            QCOMPARE(target.scheme(), QStringLiteral("qrc"));
            QVERIFY2(ManualView::pages().contains(target.fileName()), qPrintable(page + u' ' + link));
            manual.showPage(target.fileName());
            QVERIFY2(!target.hasFragment() || manual.text()->anchors().contains(target.fragment()),
                     qPrintable(page + u' ' + link));
            ++links;
        }
    }
    QVERIFY(links > 20);
}

void TestHelp::everyPictureIsThereAndSmall()
{
    ManualView manual;
    QSet<QString> shown;
    for (const QString &page : ManualView::pages()) {
        manual.showPage(page);
        for (const QString &picture : referencesOf(*manual.text()).pictures) {
            const QString path =
                u':' + manual.text()->source().resolved(QUrl(picture)).path(); // qrc:/manual/x.png
            QVERIFY2(!QImage(path).isNull(), qPrintable(page + u' ' + path));
            shown << QFileInfo(path).fileName();
        }
    }
    for (const QFileInfo &file : QDir(QStringLiteral(":/manual")).entryInfoList({QStringLiteral("*.png")})) {
        QVERIFY2(shown.contains(file.fileName()), qPrintable(file.fileName()));
        QVERIFY2(file.size() < 100000, qPrintable(file.fileName()));
    }
}

// The title was not laid out again after it had become an anchor.
void TestHelp::everyPageBeginsWithItsTitle()
{
    ManualView manual;
    manual.show();
    QVERIFY(QTest::qWaitForWindowExposed(&manual));
    auto *text = manual.findChild<QTextBrowser *>();
    for (const QString &page : ManualView::pages()) {
        manual.showPage(page);
        QTest::qWait(50);
        QVERIFY2(text->verticalScrollBar()->value() == 0, qPrintable(page));
        const QTextBlock title = text->document()->begin();
        QCOMPARE(title.text(), ManualView::titleOf(page));
        QVERIFY2(title.layout()->lineCount() > 0, qPrintable(page));
    }
}

void TestHelp::linksGoBackAndForward()
{
    ManualView manual;
    manual.show();
    manual.showPage(QStringLiteral("studies.md#sign"));
    QCOMPARE(manual.currentPage(), QStringLiteral("studies.md"));
    auto *contents = manual.findChild<QListWidget *>();
    QCOMPARE(contents->currentItem()->text(), ManualView::titleOf(QStringLiteral("studies.md")));
    manual.text()->backward();
    QCOMPARE(manual.currentPage(), QStringLiteral("index.md"));
    manual.text()->forward();
    QCOMPARE(manual.currentPage(), QStringLiteral("studies.md"));
    contents->setCurrentRow(1);
    QCOMPARE(manual.currentPage(), ManualView::pages()[1]);
    keepScreenshot(manual, "manual");
}

void TestHelp::findGoesThroughAllPages()
{
    ManualView manual;
    manual.show();
    auto *line = manual.findChild<QLineEdit *>();
    QTest::keyClicks(line, QStringLiteral("padlock"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(manual.currentPage(), QStringLiteral("arrays.md"));
    QCOMPARE(manual.text()->textCursor().selectedText(), QStringLiteral("padlock"));
    QTest::keyClick(line, Qt::Key_Return); // the only one: the same again
    QCOMPARE(manual.text()->textCursor().selectedText(), QStringLiteral("padlock"));
    QVERIFY(manual.findNext(QStringLiteral("jackhmmer")));
    QVERIFY(!manual.findNext(QStringLiteral("no page has these words")));
}

void TestHelp::everyViewHasItsPage()
{
    Workbench workbench;
    MainWindow window(&workbench);
    ManualView manual;
    QSet<QString> pages;
    const auto check = [&](const QWidget &widget) {
        const QString page = manualPageOf(&widget);
        manual.showPage(page);
        QVERIFY2(ManualView::pages().contains(manual.currentPage()), qPrintable(page));
        const QString anchor = page.section(u'#', 1);
        QVERIFY2(anchor.isEmpty() || manual.text()->anchors().contains(anchor), qPrintable(page));
        pages << page;
    };
    const auto docks = window.findChildren<QDockWidget *>();
    for (const QDockWidget *dock : docks) {
        check(*dock->widget());
        // Its own place, not the tour that is shown where nothing is known of a view.
        QVERIFY2(manualPageOf(dock->widget()) != QStringLiteral("window.md"), qPrintable(dock->objectName()));
    }
    QCOMPARE(pages.size(), docks.size());
    check(*window.map());
}

void TestHelp::helpOpensThePageOfTheFocusedView()
{
    Workbench workbench;
    MainWindow window(&workbench);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F1);
    auto *manual = window.findChild<ManualView *>();
    QVERIFY(manual && manual->isVisible());
    auto *jobs = window.findChild<QDockWidget *>(QStringLiteral("jobs"));
    auto *inside = jobs->widget()->findChild<QWidget *>();
    for (QWidget *each : jobs->widget()->findChildren<QWidget *>())
        if (each->focusPolicy() == Qt::StrongFocus && each->isVisible() && each->isEnabled())
            inside = each;
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    inside->setFocus();
    QVERIFY(jobs->isAncestorOf(window.focusWidget()));
    QTest::keyClick(&window, Qt::Key_F1);
    QCOMPARE(manual->currentPage(), QStringLiteral("jobs.md"));
}

void TestHelp::theSheetHoldsEveryShortcut()
{
    Workbench workbench;
    MainWindow window(&workbench);
    const QStringList told = keysOf(shortcutGroups(window));
    int shortcuts = 0;
    for (const QAction *action : window.findChildren<QAction *>())
        for (const QKeySequence &key : action->shortcuts()) {
            const QString name = key.toString(QKeySequence::NativeText);
            const bool isTold = std::any_of(told.begin(), told.end(), [&](const QString &keys) {
                return keys.split(QStringLiteral(", ")).contains(name);
            });
            QVERIFY2(isTold, qPrintable(action->text() + u' ' + name));
            ++shortcuts;
        }
    QVERIFY(shortcuts > 25);
    ShortcutSheet sheet(window);
    sheet.show();
    keepScreenshot(sheet, "shortcuts");
    auto *tree = sheet.findChild<QTreeWidget *>();
    const QFontMetrics metrics = tree->fontMetrics();
    for (QTreeWidgetItemIterator it(tree); *it; ++it) {
        const QRect place = tree->visualItemRect(*it);
        QVERIFY(place.height() >= metrics.tightBoundingRect(QStringLiteral("Ög")).height() + 2);
        QVERIFY2((*it)->childCount() > 0 || metrics.horizontalAdvance((*it)->text(0)) < tree->columnWidth(0),
                 qPrintable((*it)->text(0)));
    }
    auto *later = new QAction(QStringLiteral("Later"), &window);
    later->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+Y")));
    QVERIFY(keysOf(shortcutGroups(window)).contains(QStringLiteral("Ctrl+Shift+Y")));
}

void TestHelp::everyShortcutReachesItsAction()
{
    Workbench workbench;
    MainWindow window(&workbench);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    int keys = 0;
    for (QAction *action : window.findChildren<QAction *>()) {
        if (action->shortcuts().isEmpty())
            continue;
        // What it does is tested where it is done; dialogs would wait for an answer here.
        QObject::disconnect(action, &QAction::triggered, nullptr, nullptr);
        action->setEnabled(true);
        QSignalSpy triggered(action, &QAction::triggered);
        QWidget *target = &window;
        if (action->shortcutContext() != Qt::WindowShortcut)
            target = qobject_cast<QWidget *>(action->associatedObjects().value(0));
        QVERIFY2(target, qPrintable(action->text()));
        target->setFocus();
        for (const QKeySequence &key : action->shortcuts()) {
            triggered.clear();
            QTest::keySequence(target, key);
            QVERIFY2(triggered.count() == 1, qPrintable(action->text() + u' ' + key.toString()));
            ++keys;
        }
    }
    QVERIFY(keys > 25);
}

void TestHelp::theViewsTakeTheKeysThatTheSheetTells()
{
    Workbench workbench;
    MainWindow window(&workbench);
    QVERIFY(workbench.openStore(m_home.filePath(QStringLiteral("keys"))).isOk());
    window.show();
    QFile family(m_home.filePath(QStringLiteral("family.aln")));
    QVERIFY(family.open(QIODevice::WriteOnly));
    for (int n = 0; n < 40; ++n)
        family.write(QByteArray("MADKELKFLVVDDFSTMRRIVRNLLKELGF")
                         .replace(n % 30, 1,
                                  n == 0       ? "M"
                                  : n % 3 == 0 ? "-"
                                               : "A") +
                     '\n');
    family.close();
    workbench.openFiles({family.fileName()});
    QTRY_VERIFY2_WITH_TIMEOUT(workbench.result() != nullptr, qPrintable(window.errorBanner()->text()), 15000);
    workbench.selection()->setPair(ResiduePair{20, 8});
    QTRY_VERIFY_WITH_TIMEOUT(workbench.explanations()->current() != nullptr, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(window.panels()->gradient()->picture().window != nullptr, 20000);
    window.perspectives()->choose(Perspectives::Kind::Array);
    auto *image = window.arrayScroller()->findChild<ArrayImage *>();
    QTRY_VERIFY_WITH_TIMEOUT(!image->picture().values.empty(), 20000);
    const std::pair<ViewKeys, QWidget *> views[] = {{mapKeys(), window.map()},
                                                    {mosaicKeys(), window.panels()->gradient()},
                                                    {plotKeys(), window.findChild<PlotPanel *>()},
                                                    {arrayKeys(), image}};
    QCOMPARE(qsizetype(std::size(views)), viewKeys().size());
    for (const auto &[keys, widget] : views)
        for (const ViewKeys::Entry &entry : keys.entries)
            for (const QKeyCombination key : entry.keys) {
                workbench.selection()->setHoveredCell(WindowCell{});
                QVERIFY2(takesKey(*widget, key), qPrintable(keys.view + u' ' + entry.text));
            }
    QVERIFY(!takesKey(*window.map(), Qt::Key_Q)); // otherwise the above says nothing
}

void TestHelp::citationsAreWholeAndCanBeCopied()
{
    const auto citations = parseCitations(citationsBibtex());
    QCOMPARE(citations.size(), citationsBibtex().count(u'@'));
    QVERIFY(citations.size() > 10);
    for (const Citation &citation : citations)
        for (const auto *field : {"author", "title", "year", "note"})
            QVERIFY2(!citation.fields.value(QLatin1String(field)).isEmpty(), qPrintable(citation.key));
    AboutDialog about;
    about.show();
    keepScreenshot(about, "about");
    QTest::mouseClick(about.findChild<QPushButton *>(QStringLiteral("copyBibtex")), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("@inproceedings{Adebayo2018,")));
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
