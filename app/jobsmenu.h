// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QAction;

namespace WhiteBox {

class MainWindow;
class Workbench;

/// The Jobs menu of the window, and what the jobs panel asks for: deleting with its undo, running again,
/// links. Messages stand in the window's banner.
class JobsMenu : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. The window has its panel and its banner already.
    JobsMenu(MainWindow *window, Workbench *workbench);

private:
    void connectPanel();
    void makeMenu();
    void openLink();
    /// Of an open result whose couplings were trimmed.
    void offerCouplings();
    /// A notice whose only button does something.
    void offer(const QString &text, const QString &answer, std::function<void()> does);

    MainWindow *m_window;
    Workbench *m_workbench;
    QAction *m_undo = nullptr;
};

} // namespace WhiteBox
