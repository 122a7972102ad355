// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowmemory.h"

#include "app/mainwindow.h"
#include "app/perspectives.h"
#include "widgets/jobspanel.h"
#include "widgets/viewstate.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSettings>

#include <algorithm>
#include <chrono>
#include <utility>

namespace WhiteBox {

namespace {

const auto kGeometry = QStringLiteral("window/geometry");
const auto kPerspectives = QStringLiteral("window/perspectives");
const auto kJob = QStringLiteral("window/job");
const auto kSession = QStringLiteral("window/session");
const auto kPair = QStringLiteral("window/pair");
const auto kView = QStringLiteral("window/view");

} // namespace

WindowMemory::WindowMemory(MainWindow *window, Workbench *workbench, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workbench(workbench)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(std::chrono::seconds(1));
    connect(&m_delay, &QTimer::timeout, this, &WindowMemory::save);
}

WindowMemory::~WindowMemory()
{
    if (m_active)
        save();
}

void WindowMemory::restore()
{
    const QSettings kept;
    m_window->restoreGeometry(kept.value(kGeometry).toByteArray());
    m_window->perspectives()->restore(kept.value(kPerspectives).toByteArray());
    restoreSettings();
    m_active = true;
    const auto later = [this] { m_delay.start(); };
    const ViewSettings *settings = m_workbench->settings();
    connect(settings, &ViewSettings::explanationChanged, this, later);
    connect(settings, &ViewSettings::mosaicChanged, this, later);
    connect(settings, &ViewSettings::layersChanged, this, later);
    connect(settings, &ViewSettings::marksChanged, this, later);
    connect(m_workbench->selection(), &PairSelection::pairChanged, this, later);
    connect(m_workbench, &Workbench::resultChanged, this, later);
    connect(m_window->perspectives(), &Perspectives::changed, this, later);
}

void WindowMemory::restoreSettings()
{
    // No result is open yet, and so no truth.
    const QJsonDocument kept = QJsonDocument::fromJson(QSettings().value(kView).toByteArray());
    applyViewState(kept.object(), *m_workbench->settings(), false);
}

bool WindowMemory::reopenSession()
{
    const auto kept = QJsonDocument::fromJson(QSettings().value(kSession).toByteArray()).object();
    const VisitedResult left{kept[QStringLiteral("name")].toString(),
                             {},
                             kept[QStringLiteral("path")].toString(),
                             std::max(0, kept[QStringLiteral("number")].toInt()),
                             kept[QStringLiteral("view")].toObject()};
    if (left.path.isEmpty())
        return false;
    m_awaited = left.path;
    connect(m_workbench, &Workbench::resultChanged, this, &WindowMemory::giveUp, Qt::SingleShotConnection);
    connect(m_workbench, &Workbench::sessionGone, this, &WindowMemory::giveUp, Qt::SingleShotConnection);
    connect(m_workbench, &Workbench::failed, this, &WindowMemory::giveUp, Qt::SingleShotConnection);
    m_workbench->reopenSession(left);
    return true;
}

bool WindowMemory::reopenResult()
{
    if (reopenSession())
        return true;
    const QSettings kept;
    const QString id = kept.value(kJob).toString();
    if (id.isEmpty() || !m_workbench->jobs()->indexOf(id).isValid())
        return false;
    m_awaited = id;
    if (const QPoint pair = kept.value(kPair, QPoint(-1, -1)).toPoint(); pair.x() >= 0 && pair.y() >= 0)
        m_awaitedPair = ResiduePair{pair.x(), pair.y()};
    connect(m_workbench, &Workbench::resultChanged, this, &WindowMemory::selectKeptPair,
            Qt::SingleShotConnection);
    m_window->jobsPanel()->selectJob(id);
    m_workbench->openJob(id);
    return true;
}

void WindowMemory::selectKeptPair()
{
    const QString awaited = std::exchange(m_awaited, QString());
    const auto pair = std::exchange(m_awaitedPair, std::nullopt);
    const auto result = m_workbench->result();
    if (result && result->jobId == awaited && pair && std::max(pair->i, pair->j) < result->length())
        m_workbench->selection()->setPair(*pair);
}

void WindowMemory::giveUp()
{
    m_awaited.clear();
}

void WindowMemory::save() const
{
    QSettings kept;
    kept.setValue(kGeometry, m_window->saveGeometry());
    kept.setValue(kPerspectives, m_window->perspectives()->save());
    saveSettings();
    if (m_awaited.isEmpty()) // what is being opened again stays kept until it is there
        saveResult();
}

void WindowMemory::saveResult() const
{
    QSettings kept;
    const auto result = m_workbench->result();
    const auto pair = m_workbench->selection()->pair();
    kept.setValue(kJob, result ? result->jobId : QString());
    if (pair)
        kept.setValue(kPair, QPoint(pair->i, pair->j));
    else
        kept.remove(kPair);
    saveSession();
}

void WindowMemory::saveSession() const
{
    const VisitedResults &visited = m_workbench->visited();
    const int current = m_workbench->result() ? visited.current() : -1;
    if (current < 0 || !visited.all()[std::size_t(current)].jobId.isEmpty()) {
        QSettings().remove(kSession);
        return;
    }
    const VisitedResult &open = visited.all()[std::size_t(current)];
    const QJsonObject left{
        {QStringLiteral("name"), open.name},
        {QStringLiteral("path"), QFileInfo(open.path).absoluteFilePath()},
        {QStringLiteral("number"), open.number},
        {QStringLiteral("view"), viewState(*m_workbench->settings(), m_workbench->selection()->pair())}};
    QSettings().setValue(kSession, QJsonDocument(left).toJson(QJsonDocument::Compact));
}

void WindowMemory::saveSettings() const
{
    const QJsonObject view = viewState(*m_workbench->settings(), std::nullopt);
    QSettings().setValue(kView, QJsonDocument(view).toJson(QJsonDocument::Compact));
}

} // namespace WhiteBox
