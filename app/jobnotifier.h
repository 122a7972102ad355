// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace WhiteBox {

class Workbench;

/// Tells through the desktop that a job has come to its end, where no window of the program has the focus:
/// the one way is org.freedesktop.Notifications, which needs no tray; where it is missing only the window
/// asks for attention. A click on the notification opens the job.
class JobNotifier : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    JobNotifier(QWidget *window, Workbench *workbench, QObject *parent = nullptr);

Q_SIGNALS:
    /// What was told; also where there is no desktop to tell it.
    void notified(const QString &title, const QString &text);

private Q_SLOTS:
    void takeAction(uint note, const QString &action);

private:
    void tell(const QString &id);
    void send(const QString &title, const QString &text);

    QWidget *m_window;
    Workbench *m_workbench;
    QString m_job;   ///< of the newest notification
    uint m_note = 0; ///< its number; the next one takes its place
    bool m_listens = false;
};

/// Brings a window to the front. token: the desktop's leave to do so (Wayland), or empty.
void raiseWindow(QWidget *window, const QByteArray &token = {});

} // namespace WhiteBox
