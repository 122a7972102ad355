// SPDX-License-Identifier: GPL-3.0-or-later
// Photographs the window's views for the manual: the example, CheY of E. coli, searched and predicted as a
// user would, with its first ranked long-range pair. packaging/pictures.sh calls it and makes the files
// small.
//   manual_pictures FOLDER
#include "app/mainwindow.h"
#include "app/perspectives.h"
#include "core/pipeline/setup.h"
#include "core/store/jobstore.h"
#include "core/tools/exampledatabase.h"
#include "tests/support/samplelibrary.h"
#include "widgets/jobspanel.h"
#include "widgets/preferencesdialog.h"
#include "widgets/storagebox.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <chrono>
#include <functional>

using namespace WhiteBox;

namespace {

constexpr int kLongRange = 24;
constexpr std::chrono::minutes kPatience(10);

bool waitFor(const std::function<bool()> &holds)
{
    return QTest::qWaitFor(holds, int(std::chrono::milliseconds(kPatience).count()));
}

/// The studies compute aside and tell nobody when they are done.
void settle()
{
    QTest::qWait(2500);
}

bool save(QWidget &widget, const QDir &folder, const char *name)
{
    return widget.grab().save(folder.filePath(QLatin1String(name) + QStringLiteral(".png")));
}

bool saveDocks(MainWindow &window, const QDir &folder)
{
    for (const char *name : {"pair", "trust", "curve", "whatif", "scatter", "correlation", "sign",
                             "randomisation", "patterns", "gradient", "field"}) {
        auto *dock = window.findChild<QDockWidget *>(QLatin1String(name));
        dock->raise();
        settle();
        if (!save(*dock->widget(), folder, name))
            return false;
    }
    return true;
}

/// The library after some days, and what the preferences say of its size.
bool saveJobs(Workbench &workbench, MainWindow &window, const QDir &folder)
{
    const auto store = JobStore::open(QFileInfo(workbench.resultPath()).dir().filePath(QStringLiteral("..")));
    if (!store.isOk() || !Test::addSampleJobs(*store.value()).isOk())
        return false;
    if (!waitFor([&] { return workbench.jobs()->rowCount() > 1; }))
        return false;
    window.perspectives()->choose(Perspectives::Kind::Jobs);
    for (int row = 0; row < workbench.jobs()->rowCount(); ++row)
        if (const JobRecord *job = workbench.jobs()->record(row); job->state == JobState::Failed)
            window.jobsPanel()->selectJob(job->id);
    window.resize(window.width(), 520);
    settle();
    if (!save(*window.findChild<QDockWidget *>(QStringLiteral("jobs")), folder, "jobs"))
        return false;
    PreferencesDialog preferences(&workbench, &window);
    preferences.setPage(PreferencesDialog::Page::Storage);
    auto *keep = preferences.findChild<QComboBox *>(QStringLiteral("keep"));
    keep->setCurrentIndex(keep->findData(int(Retention::Keep::Newest)));
    preferences.findChild<QSpinBox *>(QStringLiteral("keepNumber"))->setValue(20);
    preferences.show();
    settle();
    return save(*preferences.findChild<StorageBox *>(), folder, "storage"); // no paths of this machine
}

bool photograph(Workbench &workbench, MainWindow &window, const QDir &folder)
{
    if (!save(window, folder, "start"))
        return false;
    workbench.openExample();
    const auto explained = [&] {
        const auto explanation = workbench.explanations()->current();
        return workbench.result() && explanation &&
               explanation->gradient->pair == workbench.selection()->pair();
    };
    if (!waitFor(explained))
        return false;
    workbench.settings()->setMinimumSeparation(kLongRange);
    workbench.selectRanked(1);
    if (!waitFor(explained))
        return false;
    settle();
    if (!save(window, folder, "explained") || !saveDocks(window, folder))
        return false;
    window.perspectives()->choose(Perspectives::Kind::Array);
    settle();
    return save(*window.findChild<QDockWidget *>(QStringLiteral("array")), folder, "array") &&
           saveJobs(workbench, window, folder);
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("WHITEBOX_HOME", home.path().toUtf8());
    QApplication app(argc, argv);
    if (app.arguments().size() != 2 || !QDir().mkpath(app.arguments().at(1))) {
        QTextStream(stderr) << "usage: manual_pictures FOLDER" << Qt::endl;
        return 1;
    }
    applyTheme(app, Theme::Light);
    Workbench workbench;
    MainWindow window(&workbench);
    window.setAsksBeforeClosing(false);
    if (!workbench.openStore().isOk() || !buildExampleDatabase(exampleDatabasePath()).isOk())
        return 1;
    window.show();
    settle();
    return photograph(workbench, window, QDir(app.arguments().at(1))) ? 0 : 1;
}
