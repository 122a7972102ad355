// SPDX-License-Identifier: GPL-3.0-or-later
// Desktop Notifications Specification 1.2 (freedesktop.org).
#include "app/jobnotifier.h"

#include "widgets/workbench.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>
#include <QWidget>

namespace WhiteBox {

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

JobNotifier::JobNotifier(QWidget *window, Workbench *workbench, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workbench(workbench)
{
    connect(workbench, &Workbench::jobSettled, this, &JobNotifier::tell);
}

void JobNotifier::tell(const QString &id)
{
    const JobTableModel *jobs = m_workbench->jobs();
    const JobRecord *job = jobs->record(jobs->indexOf(id).row());
    // Who cancelled it knows.
    if (QGuiApplication::focusWindow() || !job || job->state == JobState::Cancelled)
        return;
    m_job = id;
    const QString title = job->state == JobState::Finished ? tr("%1 is predicted").arg(job->name)
                                                           : tr("%1 failed").arg(job->name);
    const QString text = job->state == JobState::Finished
                             ? tr("%n residues. The result is in the list of jobs.", nullptr, job->length)
                             : job->error.what;
    QApplication::alert(m_window);
    send(title, text);
    Q_EMIT notified(title, text);
}

void JobNotifier::send(const QString &title, const QString &text)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    if (!m_listens)
        m_listens = bus.connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this,
                                SLOT(takeAction(uint, QString)));
    auto call = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
    const QStringList actions{QStringLiteral("default"), tr("Open")};
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}};
    // Servers may read markup in the text.
    call << QStringLiteral("White Box") << m_note << QStringLiteral("whitebox") << title
         << text.toHtmlEscaped() << actions << hints << -1;
    auto *reply = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(reply, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *ended) {
        const QDBusPendingReply<uint> number = *ended;
        if (!number.isError())
            m_note = number.value();
        ended->deleteLater();
    });
}

void JobNotifier::takeAction(uint note, const QString &action)
{
    if (note != m_note || action != QLatin1String("default"))
        return;
    raiseWindow(m_window);
    Q_EMIT m_workbench->jobChosen(m_job);
    m_workbench->openJob(m_job);
}

void raiseWindow(QWidget *window, const QByteArray &token)
{
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token); // Qt's Wayland plugin takes it from there, once
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace WhiteBox
