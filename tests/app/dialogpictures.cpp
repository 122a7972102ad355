// SPDX-License-Identifier: GPL-3.0-or-later
// Photographs every dialog and message of the window, to be looked at: packaging/screenshots.sh calls it for
// each theme and language.
//   dialog_pictures FOLDER light|dark
#include "app/mainwindow.h"
#include "app/perspectives.h"
#include "tests/support/testmodel.h"
#include "tests/support/testresult.h"
#include "widgets/aboutdialog.h"
#include "widgets/foreignnetworkdialog.h"
#include "widgets/jobspanel.h"
#include "widgets/manualview.h"
#include "widgets/messagebanner.h"
#include "widgets/preferencesdialog.h"
#include "widgets/shortcutsheet.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>

#include <functional>

using namespace WhiteBox;

namespace {

QDir folder;

void keep(QWidget *widget, const QString &name)
{
    QTest::qWait(400);
    widget->grab().save(folder.filePath(name + QStringLiteral(".png")));
}

/// The dialog that an action opens and waits for.
void keepModal(const QString &name, const std::function<void()> &opens)
{
    QTimer::singleShot(600, qApp, [name] {
        QWidget *dialog = QApplication::activeModalWidget();
        if (!dialog)
            return;
        keep(dialog, name);
        dialog->close();
    });
    opens();
}

QAction *actionWith(const QWidget &window, const QKeySequence &key)
{
    for (QAction *action : window.findChildren<QAction *>())
        if (action->shortcut() == key)
            return action;
    return nullptr;
}

void keepPreferences(Workbench *workbench, MainWindow *window)
{
    PreferencesDialog dialog(workbench, window);
    dialog.show();
    auto *pages = dialog.findChild<QTabWidget *>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        QTest::qWait(1500); // its checks run aside
        keep(&dialog, QStringLiteral("preferences%1").arg(page + 1));
    }
}

void keepHelp(MainWindow *window)
{
    AboutDialog about(window);
    about.show();
    auto *pages = about.findChild<QTabWidget *>();
    for (int page = 0; page < (pages ? pages->count() : 1); ++page) {
        if (pages)
            pages->setCurrentIndex(page);
        keep(&about, QStringLiteral("about%1").arg(page + 1));
    }
    about.hide();
    ShortcutSheet sheet(*window, window);
    sheet.show();
    keep(&sheet, QStringLiteral("shortcuts"));
    sheet.hide();
    ManualView manual(window);
    manual.showPage(QStringLiteral("index.md"));
    manual.show();
    keep(&manual, QStringLiteral("manual"));
    manual.showPage(QStringLiteral("trust.md"));
    keep(&manual, QStringLiteral("manual-trust"));
}

/// Everything that opens from the window's own actions.
void keepFileDialogs(MainWindow *window)
{
    const std::pair<const char *, QKeySequence> dialogs[] = {
        {"save-session", QKeySequence::Save},
        {"export-panel", QKeySequence(Qt::CTRL | Qt::Key_E)},
        {"export-page", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_E)},
        {"export-data", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}};
    for (const auto &[name, key] : dialogs)
        if (QAction *action = actionWith(*window, key))
            keepModal(QLatin1String(name), [action] { action->trigger(); });
}

void keepMessages(Workbench *workbench, MainWindow *window)
{
    workbench->openText("MKV1LAAGIV", QStringLiteral("query"));
    QTest::qWait(500);
    keep(window, QStringLiteral("error"));
    workbench->openText(">gapped\nMKVLA--GIVTRELFDDWQ\n", QStringLiteral("gapped"));
    QTest::qWait(500);
    keep(window, QStringLiteral("question"));
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("WHITEBOX_HOME", home.path().toUtf8());
    QApplication app(argc, argv);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    if (app.arguments().size() != 3 || !QDir().mkpath(app.arguments().at(1))) {
        QTextStream(stderr) << "usage: dialog_pictures FOLDER light|dark" << Qt::endl;
        return 1;
    }
    folder = QDir(app.arguments().at(1));
    QTranslator words;
    if (words.load(QLocale(), QStringLiteral("whitebox"), QStringLiteral("_"),
                   QStringLiteral(WB_TRANSLATIONS)))
        QCoreApplication::installTranslator(&words);
    applyTheme(app, app.arguments().at(2) == QLatin1String("dark") ? Theme::Dark : Theme::Light);
    qputenv("WHITEBOX_MODEL", Test::writeTestModel(home.path()).toUtf8());
    Workbench workbench;
    MainWindow window(&workbench);
    window.setAsksBeforeClosing(false);
    if (!workbench.openStore(home.path()).isOk())
        return 1;
    window.show();
    keep(&window, QStringLiteral("start"));
    keepPreferences(&workbench, &window);
    keepHelp(&window);
    workbench.setResult(Test::makeResult(40));
    workbench.selection()->setPair(ResiduePair{21, 6});
    QTest::qWait(1500);
    keepFileDialogs(&window);
    keepMessages(&workbench, &window);
    const QString script = home.filePath(QStringLiteral("theirs.pt"));
    QFile file(script);
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    file.write("PK\x03\x04 no network");
    file.close();
    ForeignNetworkDialog network(script, &window);
    network.show();
    keep(&network, QStringLiteral("foreign-network"));
    return 0;
}
