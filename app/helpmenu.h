// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;
class QMenu;

namespace WhiteBox {

class ManualView;

/// The window's Help menu: the manual at the page of the focused view, the keys, about.
class HelpMenu : public QObject
{
    Q_OBJECT

public:
    /// Adds its actions to the menu. window: whose keys are told and whose views have pages.
    HelpMenu(QMainWindow *window, QMenu *menu);

    /// Opens the manual there: "window.md#the-map".
    void showManual(const QString &page);

private:
    void showFocused();

    QMainWindow *m_window;
    ManualView *m_manual = nullptr; ///< made when it is first asked for
};

} // namespace WhiteBox
