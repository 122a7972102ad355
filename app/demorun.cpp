// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demorun.h"

#include "core/pipeline/setup.h"
#include "core/store/filecopy.h"
#include "core/tools/exampledatabase.h"
#include "widgets/matrixview.h"
#include "widgets/pairranking.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QMouseEvent>
#include <QTextStream>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <vector>

namespace WhiteBox {

namespace {

constexpr std::chrono::minutes kPatience(20);
constexpr int kLongRange = 24; ///< residues apart, as CASP counts it

void print(const QString &text)
{
    QTextStream(stdout) << text << Qt::endl;
}

void sendMouse(QWidget *widget, QEvent::Type type, const QPointF &at, Qt::MouseButton button,
               Qt::MouseButtons buttons)
{
    QMouseEvent event(type, at, widget->mapToGlobal(at), button, buttons, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

} // namespace

DemoRun::DemoRun(MainWindow *window, Workbench *workbench, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workbench(workbench)
    , m_folder(folder)
{}

void DemoRun::start()
{
    if (!QDir().mkpath(m_folder))
        return fail(tr("%1: the folder cannot be made").arg(m_folder));
    connect(m_workbench, &Workbench::failed, this, [this](const Error &error) { fail(error.text()); });
    connect(m_workbench, &Workbench::resultChanged, this, [this] {
        print(tr("result after %1 s").arg(double(m_clock.elapsed()) / 1000, 0, 'f', 1));
        QTimer::singleShot(200, this, &DemoRun::clickPair);
    });
    connect(m_workbench->explanations(), &ExplanationController::explanationChanged, this, [this] {
        const auto explanation = m_workbench->explanations()->current();
        // Only the clicked pair counts: the window explains the first ranked pair by itself.
        if (m_clicked && explanation && explanation->gradient->pair == m_workbench->selection()->pair())
            QTimer::singleShot(300, this, &DemoRun::write);
    });
    const auto built = buildExampleDatabase(exampleDatabasePath());
    if (!built.isOk())
        return fail(built.error().text());
    QTimer::singleShot(kPatience, this,
                       [this] { fail(tr("no result after %1 minutes").arg(kPatience.count())); });
    QTimer::singleShot(0, this, &DemoRun::dropExample);
}

void DemoRun::dropExample()
{
    const QString path = m_input.filePath(QStringLiteral("chey.fasta"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(Workbench::exampleText()) <= 0)
        return fail(tr("%1: cannot be written").arg(path));
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint at(m_window->width() / 2, m_window->height() / 2);
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window, &enter);
    m_clock.start();
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window, &drop);
}

void DemoRun::clickPair()
{
    const auto result = m_workbench->result();
    if (!result || m_clicked)
        return;
    auto pairs = rankedPairs(*result, kLongRange);
    std::erase(pairs, m_workbench->selection()->pair().value_or(ResiduePair{-1, -1}));
    if (pairs.empty())
        return fail(tr("the example has no long-range pair"));
    m_clicked = true;
    MatrixView *map = m_window->map();
    const QPointF at = map->mapGeometry().cellRect(pairs.front()).center();
    sendMouse(map, QEvent::MouseMove, at, Qt::NoButton, Qt::NoButton);
    sendMouse(map, QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
    sendMouse(map, QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
    print(tr("clicked %1").arg(pairs.front().text(result->query.residues)));
}

void DemoRun::write()
{
    m_workbench->explanations()->disconnect(this);
    m_workbench->selection()->setHoveredPair(std::nullopt);
    const QDir folder(m_folder);
    const QString screenshot = folder.absoluteFilePath(QStringLiteral("window.png"));
    const QString page = folder.absoluteFilePath(QStringLiteral("figure.pdf"));
    const QString picture = folder.absoluteFilePath(QStringLiteral("figure.png"));
    const QString data = folder.absoluteFilePath(QStringLiteral("result.h5"));
    if (!m_window->grab().save(screenshot))
        return fail(tr("%1: cannot be written").arg(screenshot));
    for (const QString &path : {page, picture}) {
        const auto written = m_window->exportFigurePage(path);
        if (!written.isOk())
            return fail(written.error().text());
    }
    if (const auto copied = copyFile(m_workbench->resultPath(), data); !copied.isOk())
        return fail(copied.error().text());
    for (const QString &path : {screenshot, page, picture, data})
        print(path);
    QApplication::exit(0);
}

void DemoRun::fail(const QString &text)
{
    QTextStream(stderr) << "whitebox: " << text << Qt::endl;
    QApplication::exit(1);
}

} // namespace WhiteBox
