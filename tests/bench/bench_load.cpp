// SPDX-License-Identifier: GPL-3.0-or-later
// The window under load, on a quiet machine and without a display:
//   QT_QPA_PLATFORM=offscreen bench_load queue [jobs]     a file of many sequences: each event's time, what
//   is held QT_QPA_PLATFORM=offscreen bench_load library [jobs]   a library of many jobs: opened, and
//   searched by the letter
#include "app/mainwindow.h"
#include "core/store/jobstore.h"
#include "tests/support/eventclock.h"
#include "tests/support/loadfixture.h"
#include "tests/support/testmodel.h"
#include "widgets/jobspanel.h"
#include "widgets/theme.h"

#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

using namespace WhiteBox;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

void report(const char *what, const std::vector<Test::Spent> &events, float Test::Spent::*time,
            const char *word)
{
    std::vector<float> milliseconds;
    for (const Test::Spent &event : events)
        milliseconds.push_back(event.*time);
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double share) {
        return double(milliseconds[std::size_t(share * double(milliseconds.size() - 1))]);
    };
    const auto slow = std::count_if(milliseconds.begin(), milliseconds.end(),
                                    [](float each) { return each > Test::EventClock::kSlow; });
    out() << QStringLiteral("%1: %2 times, %3 median %4 ms, 95 % below %5 ms, most %6 ms, %7 above 50 ms")
                 .arg(QLatin1String(what))
                 .arg(milliseconds.size())
                 .arg(QLatin1String(word))
                 .arg(at(0.5), 0, 'f', 3)
                 .arg(at(0.95), 0, 'f', 3)
                 .arg(at(1), 0, 'f', 1)
                 .arg(slow)
          << Qt::endl;
}

void report(const char *what, const std::vector<Test::Spent> &events)
{
    if (events.empty())
        return;
    report(what, events, &Test::Spent::passed, "passed");
    report(what, events, &Test::Spent::worked, "worked");
}

void report(const char *when, const Test::Holdings &held)
{
    out() << QStringLiteral("%1: %2 threads, %3 files, %4 MB resident, %5 MB at most")
                 .arg(QLatin1String(when))
                 .arg(held.threads)
                 .arg(held.files)
                 .arg(held.megabytes, 0, 'f', 1)
                 .arg(held.mostMegabytes, 0, 'f', 1)
          << Qt::endl;
}

int measureQueue(Test::EventClock &app, const QString &folder, int jobs)
{
    QFile database(folder + QStringLiteral("/db.fa"));
    if (!database.open(QIODevice::WriteOnly))
        return 1;
    database.write(">t1\nMADKELKFLVVDDFSTMRRIVRNLLKELGF\n");
    database.close();
    Workbench workbench;
    MainWindow window(&workbench);
    window.setAsksBeforeClosing(false);
    if (!workbench.openStore(folder + QStringLiteral("/jobs")).isOk())
        return 1;
    JobParameters preferences;
    preferences.jackhmmer = QStringLiteral(WB_FAKE_TOOL);
    preferences.database = database.fileName();
    preferences.threads = 1;
    workbench.setPreferences(preferences);
    window.show();
    QCoreApplication::processEvents();
    app.take();
    app.takeSlow();
    int settled = 0;
    QObject::connect(&workbench, &Workbench::jobSettled, &window, [&] {
        if (++settled % 50 == 0)
            report(qPrintable(QStringLiteral("after job %1").arg(settled)), Test::Holdings::now());
    });
    // Whether all of them are meant.
    QObject::connect(&workbench, &Workbench::asked, &window,
                     [&](const Error &, const InputSource &source, const std::vector<InputAnswer> &answers) {
                         workbench.openInput(source, answers.front().options);
                     });
    QElapsedTimer clock;
    clock.start();
    workbench.openText(Test::manySequences(jobs), QStringLiteral("the load"));
    while (settled < jobs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    out() << QStringLiteral("%1 jobs in %2 s").arg(jobs).arg(double(clock.elapsed()) / 1000, 0, 'f', 1)
          << Qt::endl;
    report("while they ran", app.take());
    for (const QString &slow : app.takeSlow())
        out() << slow << Qt::endl;
    return 0;
}

int measureLibrary(Test::EventClock &app, const QString &folder, int jobs)
{
    const QString library = folder + QStringLiteral("/jobs");
    if (!Test::makeLibrary(library, jobs).isOk())
        return 1;
    QElapsedTimer clock;
    clock.start();
    const auto store = JobStore::open(library);
    out() << QStringLiteral("store opened in %1 ms").arg(clock.restart()) << Qt::endl;
    const auto all = store.value()->list();
    out() << QStringLiteral("%1 jobs listed in %2 ms").arg(all.value().size()).arg(clock.restart())
          << Qt::endl;
    const auto some = store.value()->list(QStringLiteral("job77"));
    out() << QStringLiteral("%1 jobs found in %2 ms").arg(some.value().size()).arg(clock.elapsed())
          << Qt::endl;
    Workbench workbench;
    MainWindow window(&workbench);
    window.show();
    QCoreApplication::processEvents();
    clock.restart();
    const bool opened = workbench.openStore(library).isOk();
    while (workbench.jobs()->rowCount() < jobs && opened)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    window.repaint();
    out() << QStringLiteral("window filled in %1 ms").arg(clock.elapsed()) << Qt::endl;
    auto *search = window.jobsPanel()->findChild<QLineEdit *>(QStringLiteral("jobSearch"));
    app.take();
    std::vector<Test::Spent> keys;
    for (const QChar letter : QStringLiteral("kinase failed job1234")) {
        const Test::Stopwatch watch;
        QKeyEvent press(QEvent::KeyPress, letter.unicode(), Qt::NoModifier, QString(letter));
        QCoreApplication::sendEvent(search, &press);
        window.repaint();
        keys.push_back(watch.spent());
    }
    report("letters searched, with their repaint", keys);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    qputenv("WHITEBOX_HOME", home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("WHITEBOX_MODEL", Test::writeTestModel(home.path()).toUtf8());
    Test::EventClock app(argc, argv);
    applyTheme(app, Theme::Light);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("queue"))
        return measureQueue(app, home.path(), arguments.value(2, QStringLiteral("200")).toInt());
    if (arguments.value(1) == QLatin1String("library"))
        return measureLibrary(app, home.path(), arguments.value(2, QStringLiteral("10000")).toInt());
    QTextStream(stderr) << "usage: bench_load queue|library [jobs]" << Qt::endl;
    return 2;
}
