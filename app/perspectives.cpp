// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/perspectives.h"

#include <QDataStream>
#include <QDockWidget>
#include <QIODevice>
#include <QLayout>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr int kVersion = 1;            ///< of saved states
constexpr int kDesignWidth = 1600;     ///< of a window in which places have the width that they ask for
constexpr quint32 kMagic = 0x57425053; // "WBPS"

using Place = DockPlace;
using How = Place::How;

constexpr Place kJobsLeft{"jobs", How::Area, Qt::LeftDockWidgetArea, nullptr, 225};
constexpr Place kPairRight{"pair", How::Area, Qt::RightDockWidgetArea, nullptr, 430, 330};
constexpr Place kTrust{"trust", How::Behind, Qt::NoDockWidgetArea, "pair"};

// Qt splits no dock that has tabs already: what stands below comes before what stands behind.
constexpr Place kFieldBelow{"field", How::Below, Qt::NoDockWidgetArea, "pair", 430, 500};

constexpr Place kOverview[] = {kJobsLeft, kPairRight, kFieldBelow, kTrust};

constexpr Place kExplain[] = {
    kJobsLeft,
    kPairRight,
    kFieldBelow,
    kTrust,
    {"curve", How::Behind, Qt::NoDockWidgetArea, "field"},
    {"whatif", How::Behind, Qt::NoDockWidgetArea, "field"},
    {"scatter", How::Behind, Qt::NoDockWidgetArea, "field"},
    {"correlation", How::Behind, Qt::NoDockWidgetArea, "field"},
    {"sign", How::Behind, Qt::NoDockWidgetArea, "field"},
    {"randomisation", How::Behind, Qt::NoDockWidgetArea, "field"},
    {"patterns", How::Behind, Qt::NoDockWidgetArea, "field"},
    {"gradient", How::Area, Qt::BottomDockWidgetArea, nullptr, 500, 440},
    {"coevolution", How::RightOf, Qt::NoDockWidgetArea, "gradient", 500, 440},
};

constexpr Place kArray[] = {{"array", How::Area, Qt::RightDockWidgetArea, nullptr, 1120}};

constexpr Place kJobs[] = {{"jobs", How::Area, Qt::LeftDockWidgetArea, nullptr, 760}};

std::span<const Place> placesOf(Perspectives::Kind kind)
{
    switch (kind) {
    case Perspectives::Kind::Overview:
        return kOverview;
    case Perspectives::Kind::Explain:
        return kExplain;
    case Perspectives::Kind::Array:
        return kArray;
    case Perspectives::Kind::Jobs:
        return kJobs;
    }
    return {};
}

} // namespace

Perspectives::Perspectives(QMainWindow *window)
    : QObject(window)
    , m_window(window)
{
    show();
}

QString Perspectives::name(Kind kind)
{
    switch (kind) {
    case Kind::Overview:
        return tr("Overview");
    case Kind::Explain:
        return tr("Explain");
    case Kind::Array:
        return tr("Array");
    case Kind::Jobs:
        return tr("Jobs");
    }
    return {};
}

QDockWidget *Perspectives::dock(const char *name) const
{
    return m_window->findChild<QDockWidget *>(QLatin1String(name));
}

void Perspectives::choose(Kind kind)
{
    if (kind == m_current)
        return;
    keep();
    m_current = kind;
    show();
    Q_EMIT changed();
}

void Perspectives::reset()
{
    m_kept[std::size_t(m_current)].clear();
    show();
}

void Perspectives::setBare(bool bare)
{
    if (bare == m_bare)
        return;
    keep();
    m_bare = bare;
    show();
}

QByteArray Perspectives::save()
{
    keep();
    QByteArray saved;
    QDataStream stream(&saved, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << kMagic << qint32(kVersion) << qint32(m_current);
    for (const QByteArray &each : m_kept)
        stream << each;
    return saved;
}

void Perspectives::restore(const QByteArray &saved)
{
    QDataStream stream(saved);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    qint32 version = 0;
    qint32 current = -1;
    std::array<QByteArray, kKinds> kept;
    stream >> magic >> version >> current;
    for (QByteArray &each : kept)
        stream >> each;
    if (stream.status() != QDataStream::Ok || magic != kMagic || version != kVersion || current < 0 ||
        current >= kKinds)
        return;
    m_kept = kept;
    m_current = Kind(current);
    show();
    Q_EMIT changed();
}

void Perspectives::keep()
{
    if (!m_bare)
        m_kept[std::size_t(m_current)] = m_window->saveState(kVersion);
}

void Perspectives::show()
{
    const QByteArray &kept = m_kept[std::size_t(m_current)];
    if (m_bare || kept.isEmpty() || !m_window->restoreState(kept, kVersion))
        arrange();
}

void Perspectives::arrange()
{
    for (QDockWidget *each : m_window->findChildren<QDockWidget *>()) {
        each->setFloating(false);
        m_window->removeDockWidget(each);
    }
    const std::span<const Place> places =
        m_bare && m_current != Kind::Jobs ? std::span<const Place>(&kJobsLeft, 1) : placesOf(m_current);
    for (const Place &place : places) {
        QDockWidget *placed = dock(place.dock);
        if (place.how == How::Area)
            m_window->addDockWidget(place.area, placed);
        else if (place.how == How::Behind)
            m_window->tabifyDockWidget(dock(place.neighbour), placed);
        else
            m_window->splitDockWidget(dock(place.neighbour), placed,
                                      place.how == How::Below ? Qt::Vertical : Qt::Horizontal);
        placed->show();
    }
    parkOthers(places);
    // Of docks that share a place the first lies on top.
    for (const Place &place : places)
        if (place.how == How::Behind)
            dock(place.neighbour)->raise();
    resize(places);
}

void Perspectives::parkOthers(std::span<const Place> places)
{
    QDockWidget *behind = nullptr;
    for (const Place &place : places)
        if (m_window->dockWidgetArea(dock(place.dock)) == Qt::RightDockWidgetArea)
            behind = dock(place.dock);
    for (QDockWidget *each : m_window->findChildren<QDockWidget *>()) {
        if (m_window->dockWidgetArea(each) != Qt::NoDockWidgetArea)
            continue;
        if (behind)
            m_window->tabifyDockWidget(behind, each);
        else
            m_window->addDockWidget(Qt::RightDockWidgetArea, each);
        each->hide();
    }
}

void Perspectives::resize(std::span<const Place> places)
{
    QList<QDockWidget *> wide;
    QList<QDockWidget *> high;
    QList<int> widths;
    QList<int> heights;
    // Two mosaics side by side are what a small screen must have room for.
    const double share = std::min(1.0, double(m_window->width()) / kDesignWidth);
    for (const Place &place : places) {
        if (place.width > 0) {
            wide << dock(place.dock);
            widths << int(place.width * share);
        }
        if (place.height > 0) {
            high << dock(place.dock);
            heights << place.height;
        }
    }
    m_window->layout()->activate(); // docks that were just put in take no sizes before
    m_window->resizeDocks(wide, widths, Qt::Horizontal);
    m_window->resizeDocks(high, heights, Qt::Vertical);
}

} // namespace WhiteBox
