// SPDX-License-Identifier: GPL-3.0-or-later
// What a user waits for in the window, on a quiet machine and without a display:
//   QT_QPA_PLATFORM=offscreen bench_window start   from the process' start to the first paint, and idle
//   memory QT_QPA_PLATFORM=offscreen bench_window map     repaint of the map while it is moved, L = 2000
//   QT_QPA_PLATFORM=offscreen bench_window pair    from another pair to its repainted panels, L = 300
// Painting goes to memory, so that numbers leave out what a display's server adds.
#include "app/mainwindow.h"
#include "tests/support/testresult.h"
#include "widgets/explanationpanels.h"
#include "widgets/matrixview.h"
#include "widgets/resultlayers.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <unistd.h>
#include <vector>

using namespace WhiteBox;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Milliseconds since the kernel started this process, to 10 ms.
double processAge()
{
    const QByteArray stat = readAll(QStringLiteral("/proc/self/stat"));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double started = fields.value(19).toDouble() / double(sysconf(_SC_CLK_TCK));
    return 1000 * (double(now.tv_sec) + 1e-9 * double(now.tv_nsec) - started);
}

double residentMegabytes()
{
    const QList<QByteArray> pages = readAll(QStringLiteral("/proc/self/statm")).split(' ');
    return pages.value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

/// Waits for the paint events of some widgets.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(const QList<QWidget *> &widgets)
    {
        for (QWidget *each : widgets)
            each->installEventFilter(this);
    }

    void expect(const QList<QWidget *> &widgets) { m_missing = {widgets.begin(), widgets.end()}; }
    bool isDone() const { return m_missing.isEmpty(); }
    void wait() const
    {
        while (!isDone())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_missing.remove(object);
        return false;
    }

private:
    QSet<QObject *> m_missing;
};

void report(const char *what, std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double share) {
        return milliseconds[std::size_t(share * double(milliseconds.size() - 1))];
    };
    out() << QStringLiteral("%1: median %2 ms, 95 % below %3 ms, slowest %4 ms (%5 times)")
                 .arg(QLatin1String(what))
                 .arg(at(0.5), 0, 'f', 2)
                 .arg(at(0.95), 0, 'f', 2)
                 .arg(at(1), 0, 'f', 2)
                 .arg(milliseconds.size())
          << Qt::endl;
}

int measureStart()
{
    Workbench workbench;
    MainWindow window(&workbench);
    PaintWatch watch({&window});
    watch.expect({&window});
    window.show();
    watch.wait();
    out() << QStringLiteral("start to first paint: %1 ms").arg(processAge(), 0, 'f', 0) << Qt::endl;
    QEventLoop idle;
    QTimer::singleShot(3000, &idle, &QEventLoop::quit);
    idle.exec();
    out() << QStringLiteral("idle window: %1 MB resident").arg(residentMegabytes(), 0, 'f', 0) << Qt::endl;
    const bool torch = readAll(QStringLiteral("/proc/self/maps")).contains("libtorch");
    out() << "libtorch: " << (torch ? "LOADED" : "not loaded") << Qt::endl;
    return torch ? 1 : 0;
}

int measureMap()
{
    constexpr int kLength = 2000;
    constexpr int kShown = 600;
    auto layer = std::make_shared<MatrixLayer>();
    layer->length = kLength;
    layer->scale = ColorScale::distance();
    for (int i = 0; i < kLength; ++i)
        for (int j = 0; j < kLength; ++j)
            layer->values.push_back(float((i * 37 + j * 91) % 240) / 10);
    PairSelection selection;
    MatrixView view(&selection);
    view.setLayers(layer, layer);
    view.resize(1100, 1000);
    view.show();
    PaintWatch watch({&view});
    std::vector<double> milliseconds;
    for (int step = 0; step < 200; ++step) {
        QElapsedTimer clock;
        clock.start();
        watch.expect({&view});
        view.setVisibleCells(QRect(step * 7, step * 5, kShown, kShown));
        watch.wait();
        milliseconds.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    milliseconds.erase(milliseconds.begin()); // makes the raster, once a result
    report("map of L = 2000 moved", milliseconds);
    return 0;
}

int measurePair()
{
    Workbench workbench;
    MainWindow window(&workbench);
    window.show();
    workbench.setResult(Test::makeResult(300));
    const QList<QWidget *> panels{window.panels()->gradient(), window.panels()->couplings(),
                                  window.panels()->field()};
    PaintWatch watch(panels);
    QObject::connect(workbench.explanations(), &ExplanationController::explanationChanged, &watch,
                     [&] { watch.expect(panels); });
    while (!workbench.explanations()->current())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::vector<double> milliseconds;
    std::vector<double> explained;
    for (int step = 0; step < 100; ++step) {
        const ResiduePair pair{120 + step, 40 + step / 2};
        QElapsedTimer clock;
        clock.start();
        workbench.selection()->setPair(pair);
        while (workbench.explanations()->current()->gradient->pair != pair)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        explained.push_back(double(clock.nsecsElapsed()) / 1e6);
        watch.wait();
        milliseconds.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    report("another pair of L = 300 to its explanation", explained);
    report("another pair of L = 300 to its repainted panels", milliseconds);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    qputenv("WHITEBOX_HOME", home.path().toUtf8());
    QApplication app(argc, argv);
    applyTheme(app, Theme::Light);
    const QString what = app.arguments().value(1);
    if (what == QLatin1String("start"))
        return measureStart();
    if (what == QLatin1String("map"))
        return measureMap();
    if (what == QLatin1String("pair"))
        return measurePair();
    QTextStream(stderr) << "usage: bench_window start|map|pair" << Qt::endl;
    return 2;
}
