// SPDX-License-Identifier: GPL-3.0-or-later
// Photographs every dialog and message of the window, to be looked at: packaging/screenshots.sh calls it for
// each theme and language.
//   dialog_pictures FOLDER light|dark
#include "app/mainwindow.h"
#include "app/perspectives.h"
#include "app/talkmaker.h"
#include "core/store/jobstore.h"
#include "tests/support/samplelibrary.h"
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
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLibraryInfo>
#include <QProgressDialog>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
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

/// Waits for what is computed aside, as long as a picture is worth.
bool waitFor(const std::function<bool()> &holds)
{
    return QTest::qWaitFor(holds, 60000);
}

/// A made-up family, one row a line.
QByteArray family(int rows, int columns)
{
    QByteArray text;
    for (int n = 0; n < rows; ++n) {
        for (int i = 0; i < columns; ++i)
            text += n > 0 && i == n ? '-' : "ACDEFGHIKLMNPQRSTVWY"[(i * 7 + (n * i) % 5 + n / 9) % 20];
        text += '\n';
    }
    return text;
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
    MessageBanner *banner = window->errorBanner();
    banner->showError(Test::sampleFailure());
    keep(window, QStringLiteral("failure"));
    banner->hide();
}

/// The list with jobs in every state, a job deleted and offered back, an input that was computed before.
void keepJobs(Workbench *workbench, MainWindow *window)
{
    window->perspectives()->choose(Perspectives::Kind::Jobs);
    const auto *table = window->findChild<QTableView *>(QStringLiteral("jobTable"));
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const JobRecord *job = workbench->jobs()->record(row);
        window->jobsPanel()->selectJob(job->id);
        keep(window, QStringLiteral("jobs-%1").arg(nameOf(job->state) +
                                                   QLatin1String(job->trimmed ? "-trimmed" : "")));
    }
    workbench->library()->remove({workbench->jobs()->record(table->model()->rowCount() - 1)->id});
    keep(window, QStringLiteral("deleted"));
    workbench->library()->undo();
    keepModal(QStringLiteral("open-link"), [window] {
        for (QAction *action : window->findChildren<QAction *>())
            if (action->text() == QCoreApplication::translate("WhiteBox::JobsMenu", "Open lin&k…"))
                action->trigger();
    });
}

void keepResults(Workbench *workbench, MainWindow *window)
{
    window->perspectives()->choose(Perspectives::Kind::Explain);
    for (const char *name : {"computed", "computed-before"}) {
        workbench->closeResult();
        workbench->openText(family(30, 40), QStringLiteral("family.aln"));
        waitFor([workbench] { return workbench->explanations()->current() != nullptr; });
        QTest::qWait(1500);
        keep(window, QLatin1String(name));
    }
    const QString id = workbench->result()->jobId;
    workbench->saveSession(folder.filePath(QStringLiteral("family.whitebox")));
    keep(window, QStringLiteral("session-saved"));
    keepModal(QStringLiteral("open-files"), [window] {
        if (QAction *action = actionWith(*window, QKeySequence::Open))
            action->trigger();
    });
    workbench->openFiles({folder.filePath(QStringLiteral("family.whitebox"))});
    QTest::qWait(1000);
    keep(window, QStringLiteral("session-opened"));
    workbench->closeResult();
    workbench->library()->trim({TrimItem{id, {}}});
    waitFor([workbench, id] {
        const JobRecord *job = workbench->jobs()->record(workbench->jobs()->indexOf(id).row());
        return job && job->trimmed;
    });
    workbench->openJob(id);
    QTest::qWait(1000);
    keep(window, QStringLiteral("trimmed"));
}

/// The storage page: another choice, and what trimming would take.
void keepStorage(Workbench *workbench, MainWindow *window)
{
    workbench->closeResult();
    PreferencesDialog dialog(workbench, window);
    dialog.setPage(PreferencesDialog::Page::Storage);
    dialog.show();
    auto *choice = dialog.findChild<QComboBox *>(QStringLiteral("keep"));
    choice->setCurrentIndex(choice->findData(int(Retention::Keep::Days)));
    dialog.findChild<QSpinBox *>(QStringLiteral("keepNumber"))->setValue(1);
    keep(&dialog, QStringLiteral("storage-days"));
    dialog.findChild<QPushButton *>(QStringLiteral("trimNow"))->click();
    QTest::qWait(1000);
    keep(&dialog, QStringLiteral("storage-asked"));
}

/// A job that runs for long, the question at closing, and the job cancelled.
void keepRunning(Workbench *workbench, MainWindow *window)
{
    workbench->openText(family(9000, 400), QStringLiteral("large family.aln"));
    waitFor([workbench] { return workbench->hasActiveJobs(); });
    QTest::qWait(3000);
    keep(window, QStringLiteral("running"));
    window->setAsksBeforeClosing(true);
    keepModal(QStringLiteral("closing"), [window] { window->close(); });
    window->setAsksBeforeClosing(false);
    for (int row = 0; row < workbench->jobs()->rowCount(); ++row)
        if (const JobRecord *job = workbench->jobs()->record(row); job->state == JobState::Running)
            workbench->cancelJob(job->id);
    waitFor([workbench] { return !workbench->hasActiveJobs(); });
}

void keepTalk(MainWindow *window)
{
    // The program that draws stands where an installed one would.
    const QDir here(QCoreApplication::applicationDirPath());
    here.mkpath(QStringLiteral("cli"));
    QFile::link(QStringLiteral(WB_FIGURES), here.filePath(QStringLiteral("cli/whitebox-figures")));
    TalkMaker talk(window);
    talk.makeForTalk(folder.filePath(QStringLiteral("talk.pdf")));
    auto *progress = window->findChild<QProgressDialog *>();
    if (!progress)
        return;
    keep(progress, QStringLiteral("talk-begun"));
    waitFor([progress] { return progress->value() > 1; });
    keep(progress, QStringLiteral("talk"));
    progress->cancel();
}

void keepNetworkQuestion(MainWindow *window, const QString &home)
{
    QFile file(home + QStringLiteral("/theirs.pt"));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write("PK\x03\x04 no network");
    file.close();
    ForeignNetworkDialog network(file.fileName(), window);
    network.show();
    keep(&network, QStringLiteral("foreign-network"));
    network.findChild<QPushButton *>(QStringLiteral("trust"))->click();
    QTest::qWait(1500);
    keep(&network, QStringLiteral("foreign-network-refused"));
}

/// The language of the environment, as the program takes it.
void takeLanguage(QCoreApplication &app)
{
    auto *plurals = new QTranslator(&app);
    if (plurals->load(QStringLiteral(WB_TRANSLATIONS "/whitebox_en.qm")))
        QCoreApplication::installTranslator(plurals);
    if (QLocale().language() == QLocale::English)
        return;
    auto *ours = new QTranslator(&app);
    if (ours->load(QLocale(), QStringLiteral("whitebox"), QStringLiteral("_"),
                   QStringLiteral(WB_TRANSLATIONS)))
        QCoreApplication::installTranslator(ours);
    auto *qts = new QTranslator(&app);
    if (qts->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("WHITEBOX_HOME", home.path().toUtf8());
    QApplication app(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(WHITEBOX_VERSION));
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    if (app.arguments().size() != 3 || !QDir().mkpath(app.arguments().at(1))) {
        QTextStream(stderr) << "usage: dialog_pictures FOLDER light|dark" << Qt::endl;
        return 1;
    }
    folder = QDir(app.arguments().at(1));
    takeLanguage(app);
    applyTheme(app, app.arguments().at(2) == QLatin1String("dark") ? Theme::Dark : Theme::Light);
    qputenv("WHITEBOX_MODEL", Test::writeTestModel(home.path()).toUtf8());
    if (auto store = JobStore::open(); !store.isOk() || !Test::addSampleJobs(*store.value()).isOk())
        return 1;
    Workbench workbench;
    MainWindow window(&workbench);
    window.setAsksBeforeClosing(false);
    if (!workbench.openStore().isOk())
        return 1;
    window.show();
    keep(&window, QStringLiteral("start"));
    keepPreferences(&workbench, &window);
    keepHelp(&window);
    keepJobs(&workbench, &window);
    keepResults(&workbench, &window);
    keepStorage(&workbench, &window);
    workbench.setResult(Test::makeResult(40));
    workbench.selection()->setPair(ResiduePair{21, 6});
    QTest::qWait(1500);
    keepFileDialogs(&window);
    keepMessages(&workbench, &window);
    keepRunning(&workbench, &window);
    keepTalk(&window);
    keepNetworkQuestion(&window, home.path());
    return 0;
}
